#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace article::document {

/// What stands in place of bytes that are not UTF-8.
inline constexpr char32_t kReplacement = 0xFFFD;

/// A code point as it stands in a text.
struct CodePoint {
  char32_t value = kReplacement;
  std::size_t bytes = 1;  ///< that it takes there, > 0
  bool valid = false;     ///< false: `value` is `kReplacement`
};

/// The code point at byte `at` of `text`, which must be before its end.
///
/// As a browser's decoder: what is not UTF-8 is taken in maximal subparts
/// (Encoding Standard, UTF-8 decoder), each of them U+FFFD.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

/// Appends `c`, a Unicode scalar value, to `out`.
void append_code_point(std::string& out, char32_t c);

}  // namespace article::document
