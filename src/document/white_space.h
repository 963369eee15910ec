#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace article::document {

/// Marks in a row: more than any language has (UAX #15, Stream-Safe Text Format).
inline constexpr int kMostMarks = 30;

/// Collapses the white space of one paragraph, over all of its runs.
///
/// As CSS Text 3 §4.1.1 does: a run of spaces, tabs and line ends is one
/// space, which stands where the run began; none stands at the start. A line
/// end between two wide East Asian characters is nothing at all (§4.1.3). Other
/// spaces (U+3000, U+00A0, U+2003, …) are left out at the start too: an indent
/// is the layout's.
/// Other control characters are left out; bidi controls stay. So are combining marks
/// behind kMostMarks of them in a row, as browsers take time for the square of their number.
class WhiteSpace {
 public:
  /// @param most code points of the whole paragraph
  explicit WhiteSpace(std::size_t most = SIZE_MAX) : left_(most) {}

  /// Appends `text`, valid UTF-8, to `out`, at most `room` code points of it;
  /// counts `room` down.
  void append(std::string_view text, std::string& out, std::size_t& room);

  /// Whether control characters were left out.
  [[nodiscard]] bool controls_dropped() const { return controls_dropped_; }
  /// Whether combining marks were left out.
  [[nodiscard]] bool marks_dropped() const { return marks_dropped_; }
  /// Whether there was more text than room.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  void append_within(std::string_view text, std::string& out, std::size_t& room);
  [[nodiscard]] bool is_mark(char32_t c);

  std::size_t left_;
  char32_t before_ = 0;
  bool after_space_ = true;
  bool after_line_end_ = false;
  int marks_ = 0;
  std::array<char32_t, 16> known_marks_{};  ///< met before: a text of millions has few kinds
  bool controls_dropped_ = false;
  bool marks_dropped_ = false;
  bool cut_ = false;
};

}  // namespace article::document
