#pragma once

#include <cstddef>
#include <span>

#include "text/item.h"

namespace article::text {

/// A place between two characters of a paragraph.
struct BreakPlace {
  std::span<const char32_t> characters;  ///< the whole paragraph
  std::size_t after = 0;                 ///< the character after the place, > 0
  bool chinese_before = false;           ///< the language of the run
  bool chinese_after = false;
};

/// What Chinese typography makes of the standard's answer at one place: an
/// override, `standard` where it has no rule of its own. Level: basic
/// (CLREQ #prohibition_rules_for_line_start_end).
[[nodiscard]] Break chinese_break(Break standard, const BreakPlace& place);

/// Whether the hyphen at `at`, which a digit follows, is a number's sign (`由-5℃`), and not
/// part of a name (`歼-20`): a unit follows the number, or a word that asks for one comes before.
[[nodiscard]] bool is_minus(std::span<const char32_t> characters, std::size_t at);

}  // namespace article::text
