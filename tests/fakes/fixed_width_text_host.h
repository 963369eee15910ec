#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/text_host.h"

namespace article::tests {

/// A text host whose widths can be told from the text alone, in em of the
/// style's size:
///
/// | what | em |
/// | --- | --- |
/// | Han, kana, Hangul, full-width marks, emoji, em space | 1 |
/// | ’ “ ” ‘ … — · in a style whose language is Chinese or Japanese | 1 |
/// | space, no-break space | 0.25 |
/// | combining marks, joiners, variation selectors, controls | 0 |
/// | everything else (Latin, Arabic, digits, ASCII marks) | 0.5 |
///
/// An emoji sequence (ZWJ, flag, keycap) is 1 em whole. The ink box is the
/// advance by 0.8 em above and 0.2 em below the baseline, but that of one
/// full-width mark alone is half as wide: at the left for closing marks and
/// (mainland's) stops, at the right for opening marks, in the middle for `·`
/// and, in zh-TW, zh-HK, zh-MO and zh-Hant styles, for stops.
class FixedWidthTextHost : public host::TextHost {
 public:
  struct Asked {
    host::StyleId style;
    std::string text;
    Direction direction = Direction::LeftToRight;
  };

  void define_style(host::StyleId id, const host::TextStyle& style) override {
    ++define_calls;
    if (styles.size() <= id.value) styles.resize(id.value + 1);
    styles[id.value] = style;
  }

  host::FontMetrics font_metrics(host::StyleId id) override {
    ++font_calls;
    const float size = size_of(id);
    return {.ascent = 0.8F * size, .descent = 0.2F * size};
  }

  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override {
    ++measure_calls;
    measured += requests.size();
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto& request = requests[i];
      if (record) asked.push_back({request.style, std::string(request.text), request.direction});
      const float size = size_of(request.style);
      const float em = width_in_em(request.text, quotes_are_wide(request.style));
      out[i] = {.advance = em * size * scale,
                .left = 0,
                .top = -0.8F * size,
                .right = em * size * scale,
                .bottom = 0.2F * size};
      if (em == 1.0F) {
        const Ink ink = ink_of(request.text, centres_stops(request.style));
        out[i].left = ink.left * size * scale;
        out[i].right = ink.right * size * scale;
      }
    }
  }

  /// Words are those of `words`, wherever they stand, and what is between.
  void find_words(std::string_view text, std::span<std::uint8_t> starts) override {
    ++find_words_calls;
    for (const std::string& word : words) {
      for (std::size_t at = text.find(word); at != std::string_view::npos;
           at = text.find(word, at + word.size())) {
        starts[at] = 1;
        if (at + word.size() < text.size()) starts[at + word.size()] = 1;
      }
    }
  }

  /// The table above. @param wide_quotes as in a Chinese style.
  [[nodiscard]] static float width_in_em(std::string_view text, bool wide_quotes) {
    float em = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (c == 0x20E3 || before == 0x200D || is_skin_tone(c) ||
          (is_regional(c) && is_regional(before))) {
        // One em for the whole sequence.
        em = c == 0x20E3 ? 1.0F : em;
        before = is_regional(c) ? 0 : c;
        continue;
      }
      em += width_of(c, wide_quotes);
      before = c;
    }
    return em;
  }

  std::vector<host::TextStyle> styles;  ///< by id
  std::vector<Asked> asked;             ///< filled while `record`
  bool record = false;
  std::vector<std::string> words;  ///< that the host knows of
  bool wide_quotes = true;         ///< false: a font whose ‘’“” are half as wide
  float scale = 1;                 ///< set, then `SegmentStore::forget_metrics()`
  std::size_t define_calls = 0;
  std::size_t font_calls = 0;
  std::size_t measure_calls = 0;
  std::size_t find_words_calls = 0;
  std::size_t measured = 0;  ///< segments

 private:
  [[nodiscard]] float size_of(host::StyleId id) const {
    return id.value < styles.size() ? styles[id.value].size.value : 16.0F;
  }
  [[nodiscard]] bool quotes_are_wide(host::StyleId id) const {
    if (!wide_quotes || id.value >= styles.size()) return false;
    const std::string& tag = styles[id.value].language;
    return tag.starts_with("zh") || tag.starts_with("ja");
  }
  [[nodiscard]] bool centres_stops(host::StyleId id) const {
    if (id.value >= styles.size()) return false;
    const std::string& tag = styles[id.value].language;
    return tag == "zh-TW" || tag == "zh-HK" || tag == "zh-MO" || tag == "zh-Hant";
  }

  struct Ink {
    float left = 0;
    float right = 1;
  };
  static Ink ink_of(std::string_view text, bool centred_stops) {
    std::size_t at = 0;
    const char32_t c = next_code_point(text, at);
    if (at != text.size()) return {};
    constexpr std::u32string_view kOpening =
        U"\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF08\uFF3B\uFF5B";
    constexpr std::u32string_view kClosing =
        U"\u2019\u201D\u3009\u300B\u300D\u300F\u3011\u3015\u3017\uFF09\uFF3D\uFF5D";
    constexpr std::u32string_view kStops = U"\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F";
    const auto in = [c](std::u32string_view set) {
      return set.find(c) != std::u32string_view::npos;
    };
    if (in(kOpening)) return {0.5F, 1};
    if (in(kClosing)) return {0, 0.5F};
    if (c == 0xB7) return {0.25F, 0.75F};
    if (in(kStops)) return centred_stops ? Ink{0.25F, 0.75F} : Ink{0, 0.5F};
    return {};
  }

  static bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
  static bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

  static float width_of(char32_t c, bool wide_quotes) {
    const auto in = [c](char32_t from, char32_t to) { return c >= from && c <= to; };
    if (c == 0x20 || c == 0xA0) return 0.25F;
    if (c < 0x20 || in(0x300, 0x36F) || in(0x610, 0x61A) || in(0x64B, 0x65F) ||
        in(0x200B, 0x200F) || in(0x202A, 0x202E) || in(0x2060, 0x2069) || in(0xFE00, 0xFE0F) ||
        in(0xE0100, 0xE01EF))
      return 0;
    if (c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026 ||
        c == 0xB7)
      return wide_quotes ? 1.0F : 0.5F;
    if (in(0x1100, 0x115F) || in(0x2E80, 0xA4CF) || in(0xAC00, 0xD7A3) || in(0xF900, 0xFAFF) ||
        in(0xFE30, 0xFE4F) || in(0xFF01, 0xFF60) || in(0xFFE0, 0xFFE6) || in(0x1F000, 0x1FAFF) ||
        in(0x20000, 0x3FFFD) || in(0x2600, 0x27BF) || in(0x2E3A, 0x2E3B) || c == 0x2103 ||
        c == 0x2003)
      return 1;
    return 0.5F;
  }

  static char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
      return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(at);
    if (lead < 0xC0) return at += 1, lead;
    if (lead < 0xE0) {
      const char32_t c = ((lead & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU);
      return at += 2, c;
    }
    if (lead < 0xF0) {
      const char32_t c =
          ((lead & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
      return at += 3, c;
    }
    const char32_t c = ((lead & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
                       ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
    return at += 4, c;
  }
};

}  // namespace article::tests
