#pragma once

#include <cstdint>
#include <string_view>

/// What single characters are: to segmentation and to Chinese typography.
namespace article::text {

enum class HanRegion : std::uint8_t;

[[nodiscard]] constexpr bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

/// ASCII but its space and controls.
[[nodiscard]] constexpr bool is_visible_ascii(char32_t c) { return c > ' ' && c < 0x7F; }

/// Whether a cluster shows in colours of its own: its first character has
/// Emoji_Presentation (Unicode emoji-data.txt) and no VS15 follows, or VS16
/// asks for it (UTS #51 ED-9a).
[[nodiscard]] bool is_color_emoji(std::string_view cluster);

/// White space and controls only: nothing to draw.
[[nodiscard]] bool is_blank(std::string_view text);

/// Nothing to draw and no width: bidi controls, word joiner, zero-width space.
[[nodiscard]] bool is_control(char32_t c);

/// U+0020, tab and the spaces of fixed width that allow a break after.
[[nodiscard]] bool is_space(char32_t c);

/// CR, LF, NEL, LS, PS, VT, FF: UAX #14 classes BK, CR, LF, NL.
[[nodiscard]] bool is_line_end(char32_t c);

/// Ideographs, kana and bopomofo: CSS Text 4 #text-spacing-classes.
[[nodiscard]] bool is_han(char32_t c);

/// East_Asian_Width W, F or H: a segment of its own.
[[nodiscard]] bool is_wide(char32_t c);

/// A letter or a digit that is not wide: what a gap parts from Han
/// (CSS Text 4 #text-autospace).
[[nodiscard]] bool is_letter_or_digit(char32_t c);

[[nodiscard]] bool is_digit(char32_t c);  ///< ASCII and full-width

/// Might be of a right-to-left script, or a bidi control: UAX #9 is needed.
[[nodiscard]] bool needs_bidi(char32_t c);

/// Full-width marks by where their ink sits (CLREQ #h-type_of_punctuation_marks).
enum class Mark : std::uint8_t {
  None,
  Opening,    ///< ink in the right half
  Closing,    ///< ink in the left half: brackets and quotes
  Stop,       ///< ink in the left half: pause and stop marks, mainland
  Centred,    ///< ink in the middle: pause and stop marks, Taiwan, Hong Kong
  MiddleDot,  ///< ink in the middle
  Dash,       ///< dashes and ellipses, one or two em
};

/// @param region of the run: U+2018, 2019, 201C, 201D, 2014, 2026 and 00B7 are
/// marks of full width in Han typography only; None knows no marks.
[[nodiscard]] Mark mark_of(char32_t c, HanRegion region);

}  // namespace article::text
