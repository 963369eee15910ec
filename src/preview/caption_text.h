#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "host/units.h"
#include "preview/glib_ptr.h"

namespace article::preview {

/// A caption and, after it, its credit: lines of white text of any script, a
/// caption that links in the colour of links. Pango shapes and breaks them
/// (UAX #14), in the fonts of the language.
class CaptionText {
 public:
  static constexpr CssPx kLineHeight{24};

  CaptionText();
  struct Words {
    std::string caption;
    std::string credit;
    std::string language;  ///< BCP 47
    Direction direction = Direction::LeftToRight;
    std::string url;  ///< what the caption links to; "": nothing
  };
  void set(const Words& words);
  [[nodiscard]] bool empty() const { return empty_; }
  /// @param width > 0.
  void set_width(CssPx width, PixelRatio ratio);
  /// Of all its lines.
  [[nodiscard]] CssPx height() const;
  /// Where a point of the text links to; "": nowhere.
  [[nodiscard]] std::string_view link_at(Point at) const;

  struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  ///< straight alpha, rows without gaps
  };
  /// Draws some of it.
  /// @param top of what is seen. @param height of what is seen, > 0.
  /// @param fade_from from where in what is seen it fades, to nothing at its end.
  [[nodiscard]] Pixels draw(CssPx top, CssPx height, CssPx fade_from) const;

 private:
  GObjectPtr<PangoContext> context_;
  GObjectPtr<PangoLayout> layout_;
  Words words_;
  bool empty_ = true;
  CssPx width_;
  PixelRatio ratio_;
};

}  // namespace article::preview
