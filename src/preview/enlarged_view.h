#pragma once

#include <optional>

#include <imgui.h>

#include "host/units.h"
#include "layout/enlarged_motion.h"
#include "preview/picture_store.h"
#include "viewer/viewer.h"

namespace article::preview {

/// The enlarged photo over the article's part of the window. Points and sizes
/// are CSS px, relative to that part. It draws the pictures that the article
/// has: a zoomed one is no sharper.
class EnlargedView {
 public:
  EnlargedView(viewer::Viewer& viewer, const PictureStore& pictures)
      : viewer_(viewer), pictures_(pictures) {}

  /// Opens what a PhotoOpen event tells of.
  void open(layout::Part part, int index);
  void close();
  [[nodiscard]] bool is_open() const { return motion_.has_value(); }
  void set_area(CssPx width, CssPx height, PixelRatio ratio);

  void press(Point at, Milliseconds now);
  void move(Point at, Milliseconds now);
  void release(Point at, Milliseconds now);
  /// @param notches of the wheel, away from the reader.
  void wheel(Point at, double notches, Milliseconds now);
  /// @param factor 0: back to scale 1.
  void zoom(double factor, Milliseconds now);
  /// @param step 1 forward, -1 back.
  void step_photo(int step, Milliseconds now);

  /// Draws it.
  /// @param origin top left corner of the area, in the window's own unit.
  /// @param unit a CSS px in it.
  void draw(ImDrawList& list, ImVec2 origin, float unit, Milliseconds now);
  /// Whether a frame is due.
  [[nodiscard]] bool needs_frame() const { return frame_due_; }

 private:
  [[nodiscard]] Point from_middle(Point at) const;
  [[nodiscard]] std::optional<viewer::EnlargedPhoto> photo(int index) const;
  /// Its size at scale 1.
  [[nodiscard]] ImVec2 size_of(const document::Photo& photo) const;
  [[nodiscard]] std::int32_t picture_of(const document::Photo& photo) const;
  void tell_geometry();
  /// After any input.
  void follow(Milliseconds now);

  viewer::Viewer& viewer_;
  const PictureStore& pictures_;
  std::optional<layout::EnlargedMotion> motion_;  ///< nullopt: closed
  layout::Part part_ = layout::Part::Gallery;
  int picture_ = 0;  ///< as the event told it
  int shown_ = 0;    ///< among those it is shown with
  CssPx width_;
  CssPx height_;
  PixelRatio ratio_;
  bool frame_due_ = false;
};

}  // namespace article::preview
