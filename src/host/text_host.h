#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "host/units.h"

/// What the core asks of its host about text. The core carries no font: the
/// host measures and draws *shaped segments* (a Han character, a Latin or
/// Arabic word, an emoji sequence) with the platform's own fonts and shaper.
namespace article::host {

enum class Weight : std::uint8_t { Regular, Bold };
enum class Slant : std::uint8_t { Upright, Italic };

/// How a segment looks, colour apart. Two equal styles are one style.
struct TextStyle {
  std::string family;    ///< CSS font-family list, e.g. `"PingFang SC", sans-serif`.
  std::string language;  ///< BCP 47; chooses the region's Han forms.
  CssPx size{17.0F};     ///< Font size, > 0.
  Weight weight = Weight::Regular;
  Slant slant = Slant::Upright;
  bool tabular_figures = false;
  bool operator==(const TextStyle&) const = default;
};

/// A style's number in the segment store; stable while the store lives.
struct StyleId {
  std::uint32_t value = 0;
  bool operator==(const StyleId&) const = default;
};

struct MeasureRequest {
  StyleId style;
  std::string_view text;  ///< UTF-8, never empty, no line ends.
  Direction direction = Direction::LeftToRight;
};

/// A segment's advance and ink box in CSS px, relative to its pen position on
/// the baseline; y grows downwards, so `top` is usually negative. A `left` that
/// is not a number: the ink box was not asked for.
struct SegmentMetrics {
  float advance = 0;
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
};

/// Of a style's first font, in CSS px, both >= 0.
struct FontMetrics {
  float ascent = 0;
  float descent = 0;
};

class TextHost {
 public:
  virtual ~TextHost() = default;

  /// Tells the host of a style before its first use; once for each id.
  virtual void define_style(StyleId id, const TextStyle& style) = 0;

  [[nodiscard]] virtual FontMetrics font_metrics(StyleId id) = 0;

  /// Measures many segments in one call. `out` has the requests' length.
  /// Advances are linear in the font size (no hinting), so that layout does
  /// not depend on the pixel ratio. Views are not kept.
  ///
  /// A host may leave out the ink boxes of single ideographs (UAX #24:
  /// Script=Han), which are thousands, and of numbers, where it knows their
  /// advances without measuring each: they decide over no line.
  virtual void measure(std::span<const MeasureRequest> requests, std::span<SegmentMetrics> out) = 0;

  /// Measures one with its ink box, because it is about to be drawn.
  [[nodiscard]] virtual SegmentMetrics measure_with_ink(const MeasureRequest& request) {
    SegmentMetrics metrics;
    measure({&request, 1}, {&metrics, 1});
    return metrics;
  }

  /// Finds words in scripts that part them by nothing (Thai, Lao, Khmer,
  /// Burmese, …: UAX #14 class SA), which takes a dictionary.
  /// @param text   UTF-8, never empty, all of such scripts.
  /// @param starts one for each byte, all 0; becomes 1 where a word begins. A
  ///               host that knows no words leaves it as it is.
  virtual void find_words(std::string_view text, std::span<std::uint8_t> starts) = 0;
};

}  // namespace article::host
