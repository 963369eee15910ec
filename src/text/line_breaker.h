#pragma once

#include <span>
#include <vector>

#include "text/item.h"
#include "text/line_fit.h"
#include "text/paragraph.h"

namespace article::text {

/// What breaking needs to know of a paragraph.
struct LineRules {
  FitRules fit;
  TextKind kind = TextKind::Body;
  bool chinese = false;
  CssPx indent;  ///< of the first line
};

/// The first line's indent: less by the blank half of an opening mark that it
/// begins with (CLREQ: 1.5 em instead of 2).
[[nodiscard]] CssPx first_indent(const SegmentStore& store, std::span<const Item> items,
                                 const LineRules& rules);

struct BrokenLines {
  std::vector<Line> lines;
  bool overfull = false;  ///< something that has no opportunity inside is wider than its line
};

/// Breaks one paragraph into lines no wider than `width`.
///
/// Opportunities are the items' own. First fit, then: a title breaks at a
/// space between Han clauses before anywhere else; the last line of Chinese
/// is not one character, in a title three where it can (CLREQ
/// #avoid_having_one_character_at_end).
/// @param items  logical order.
/// @param width  > 0.
/// @return lines in order; every item is in exactly one. No errors.
/// Cost: O(items); allocates only what it returns.
[[nodiscard]] BrokenLines break_lines(const SegmentStore& store, std::span<const Item> items,
                                      const LineRules& rules, CssPx width);

/// The sums over a line's items, a soft hyphen at its end shown.
[[nodiscard]] LineSums line_sums(const SegmentStore& store, std::span<const Item> items,
                                 FitRules rules);

/// Whether the line that ends before item `last` is its paragraph's last, or
/// ends with a line end: not stretched.
[[nodiscard]] bool is_last_line(std::span<const Item> items, std::uint32_t last);

}  // namespace article::text
