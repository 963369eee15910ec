#pragma once

#include "text/line_breaker.h"

namespace article::text {

/// Breaks a title into lines that are alike, in Chinese and Japanese by sense: at a space between
/// clauses, then after `：？！`, then after `，`, then between phrases (Item::phrase), within one
/// only where nothing else is possible.
///
/// Any other title takes as few lines as it can.
/// @param items logical order; those of a title are few
/// @param width > 0
/// @return as `break_lines`; no lines where the title is of more than 200 items or 8 lines, has a
///         line end within, or a word wider than its line, which is left to first fit.
[[nodiscard]] BrokenLines break_title(const SegmentStore& store, std::span<const Item> items,
                                      const LineRules& rules, CssPx width);

}  // namespace article::text
