#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace article::document {

/// A JSON text made fit for a strict parser. Line and column of all that it
/// holds are as they were.
struct JsonText {
  static constexpr std::size_t kNowhere = std::string::npos;

  std::string text;                 ///< valid UTF-8
  std::size_t not_utf8 = kNowhere;  ///< byte in `text` of the first U+FFFD that was made
  std::size_t lone_surrogate = kNowhere;
};

/// Mends what would lose a whole document: bytes that are not UTF-8 and
/// escaped halves of surrogate pairs become U+FFFD. Leaves out a byte order
/// mark; makes a second one an error, which the parser would skip, and a NUL
/// between values, where it would see the end of the text.
[[nodiscard]] JsonText mended_json(std::string_view json);

/// "line 3, column 7" for byte `at` of `text`; both count from 1, columns in
/// code points.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t at);

}  // namespace article::document
