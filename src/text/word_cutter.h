#pragma once

#include <string_view>
#include <vector>

#include "host/units.h"
#include "text/item.h"

namespace article::text {

/// Cuts words that are wider than a line into pieces that are not, between
/// grapheme clusters (CSS Text 3 #overflow-wrap-property, anywhere). Between
/// letters a hyphen shows, which stands for no text. Interns and measures the
/// pieces.
/// @param width        of a line; @param first_width of the first
/// @return whether there were any.
/// Cost: O(items) where no word is so long.
bool cut_long_words(SegmentStore& store, std::string_view text, std::vector<Item>& items,
                    CssPx width, CssPx first_width);

/// Undoes it, for another width.
void join_cut_words(SegmentStore& store, std::string_view text, std::vector<Item>& items);

}  // namespace article::text
