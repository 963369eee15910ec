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
  bool whole = false;     ///< by total fit, see total_fit.h
  bool by_sense = false;  ///< a title in Chinese or Japanese, see title_fit.h
  CssPx indent;           ///< of the first line
};

struct BrokenLines {
  std::vector<Line> lines;
  bool overfull = false;  ///< something that has no opportunity inside is wider than its line
};

/// Breaks one paragraph into lines no wider than `width`.
///
/// Opportunities are the items' own. Justified Han text is broken as a whole, a
/// title into lines alike, all else by first fit, then: the last line of
/// Chinese is not one character (CLREQ #avoid_having_one_character_at_end).
/// @param items  logical order.
/// @param width  > 0.
/// @return lines in order; every item is in exactly one. No errors.
/// Cost: O(items); allocates only what it returns.
[[nodiscard]] BrokenLines break_lines(const SegmentStore& store, std::span<const Item> items,
                                      const LineRules& rules, CssPx width);

/// Han and single characters count as one, a word as three; marks and spaces as none.
[[nodiscard]] int characters_from(std::span<const Item> items, std::uint32_t first,
                                  std::uint32_t last);

/// The sums over a line's items, a soft hyphen at its end shown.
[[nodiscard]] LineSums line_sums(const SegmentStore& store, std::span<const Item> items,
                                 FitRules rules);

/// Whether the line that ends before item `last` is its paragraph's last, or
/// ends with a line end: not stretched.
[[nodiscard]] bool is_last_line(std::span<const Item> items, std::uint32_t last);

}  // namespace article::text
