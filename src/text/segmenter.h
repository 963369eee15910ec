#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/item.h"
#include "text/paragraph.h"

namespace article::text {

/// Cuts a paragraph into segments and finds where its lines may break.
///
/// One segment each: a Han character, kana, syllable of Hangul or full-width
/// mark, with what combines with it (UAX #29); `——` and `……`; an emoji
/// sequence; a run of spaces; of anything else, what has no break opportunity
/// inside and is of one run and one bidi level.
/// @param text  the runs' texts joined.
/// @return items in logical order, the first at byte 0. Cost: O(text).
[[nodiscard]] std::vector<Item> segment(SegmentStore& store, std::string_view text,
                                        std::span<const Run> runs, const ParagraphStyle& style);

/// Lines avoid to break within what is held.
/// @param items of one paragraph @param holds of its text, in order of their begin
void hold_together(std::span<Item> items, std::span<const Hold> holds);

}  // namespace article::text
