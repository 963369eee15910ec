#pragma once

#include "text/line_breaker.h"

namespace article::text {

/// Breaks justified Han text into lines as a whole (Knuth and Plass, Breaking
/// Paragraphs into Lines, 1981): of all ways, the one whose lines are the most
/// alike. Costs are those of docs/line-breaking.md.
///
/// A paragraph of more than 40 lines is broken in windows of as many. A line
/// that no way can fill is left ragged.
/// @param items logical order, with justification in `rules`
/// @param width > 0
/// @return as `break_lines`; no lines where something without an opportunity
///         inside is wider than its line, which is left to first fit.
/// Cost: O(items), memory O(items of 40 lines).
[[nodiscard]] BrokenLines break_as_a_whole(const SegmentStore& store, std::span<const Item> items,
                                           const LineRules& rules, CssPx width);

}  // namespace article::text
