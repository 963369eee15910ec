#pragma once

#include <string_view>

#include <imgui.h>

#include "host/units.h"
#include "preview/caption_text.h"
#include "preview/gl_texture.h"

namespace article::preview {

/// The words below the enlarged photo: three lines of its caption and credit,
/// the rest over the photo where the reader opens it, and its position above.
/// White on black in every theme. Points and sizes are CSS px, relative to the
/// article's part of the window.
class PhotoCaption {
 public:
  /// Another photo; what was opened is shut.
  /// @param total 1: it stands alone and has no position.
  void show(const CaptionText::Words& words, int index, int total);
  void set_area(CssPx width, CssPx height, PixelRatio ratio);
  /// Kept free below the photo.
  [[nodiscard]] CssPx room() const;

  [[nodiscard]] bool contains(Point at) const { return at.y >= area_height_ - panel_height(); }
  /// Where what is seen there links to; "": nowhere. Good until `show`.
  [[nodiscard]] std::string_view link_at(Point at) const;
  /// Whether there is more than is seen.
  [[nodiscard]] bool expands() const { return longer_; }
  /// Opens it where it is longer, shuts it where it is open.
  void toggle();
  /// @param notches of the wheel, away from the reader.
  void scroll(double notches);

  /// @param origin top left corner of the area, in the window's own unit.
  /// @param unit a CSS px in it.
  /// @param opacity 0 to 1.
  void draw(ImDrawList& list, ImVec2 origin, float unit, double opacity);

 private:
  [[nodiscard]] CssPx margin() const;
  /// From the area's left edge to the text's.
  [[nodiscard]] CssPx text_left() const;
  /// Of the text that is seen.
  [[nodiscard]] CssPx seen_height() const;
  [[nodiscard]] CssPx panel_height() const;
  void lay_out();
  void draw_text(ImDrawList& list, ImVec2 origin, float unit, ImU32 tint);
  void draw_arrow(ImDrawList& list, ImVec2 end, float unit, double opacity) const;
  void draw_position(ImDrawList& list, ImVec2 origin, float unit, double opacity) const;

  CaptionText text_;
  Direction direction_ = Direction::LeftToRight;
  int index_ = 0;
  int total_ = 1;
  CssPx area_width_;
  CssPx area_height_;
  PixelRatio ratio_;
  bool longer_ = false;
  bool open_ = false;
  CssPx scrolled_;
  GlTexture texture_;    ///< of what is seen
  ImVec2 texture_size_;  ///< device px
  bool stale_ = true;    ///< the texture is
};

}  // namespace article::preview
