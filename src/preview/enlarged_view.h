#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <imgui.h>

#include "host/units.h"
#include "layout/enlarged_motion.h"
#include "preview/enlarged_pictures.h"
#include "preview/photo_caption.h"
#include "preview/picture_store.h"
#include "viewer/viewer.h"

namespace article::preview {

/// The enlarged photo over the article's part of the window. Points and sizes
/// are CSS px, relative to that part. It draws the pictures that the article
/// has until sharper ones are there, and its caption below.
class EnlargedView {
 public:
  /// @param arrived see PictureLoader.
  EnlargedView(viewer::Viewer& viewer, const PictureStore& pictures, std::function<void()> arrived)
      : viewer_(viewer), pictures_(pictures), sharper_(std::move(arrived)) {}

  /// Opens what a PhotoOpen event tells of.
  void open(layout::Part part, int index);
  void close();
  [[nodiscard]] bool is_open() const { return motion_.has_value(); }
  void set_area(CssPx width, CssPx height, PixelRatio ratio);
  /// Takes the pictures that have arrived.
  void serve() { frame_due_ |= sharper_.serve(); }
  /// See EnlargedPictures.
  [[nodiscard]] std::vector<std::string> take_faults() { return sharper_.take_faults(); }

  void press(Point at, Milliseconds now);
  void move(Point at, Milliseconds now);
  void release(Point at, Milliseconds now);
  /// @param notches of the wheel, away from the reader.
  void wheel(Point at, double notches, Milliseconds now);
  /// @param factor 0: back to scale 1.
  void zoom(double factor, Milliseconds now);
  /// @param step 1 forward, -1 back.
  void step_photo(int step, Milliseconds now);
  /// To the first photo, or the last.
  void go_to_end(bool last, Milliseconds now);
  /// URL of a link in the caption that was clicked since the last call; "": none.
  [[nodiscard]] std::string take_link() { return std::exchange(link_, {}); }
  /// Shows all of a long caption, or three lines of it again.
  void toggle_caption();
  /// @param notches upwards.
  void scroll_caption(double notches);
  [[nodiscard]] viewer::Cursor cursor(Point at) const;

  /// Draws it.
  /// @param origin top left corner of the area, in the window's own unit.
  /// @param unit a CSS px in it.
  void draw(ImDrawList& list, ImVec2 origin, float unit, Milliseconds now);
  /// Whether a frame is due.
  [[nodiscard]] bool needs_frame() const { return frame_due_; }

 private:
  /// Of the photo's part of the area.
  [[nodiscard]] CssPx picture_height() const { return height_ - caption_.room(); }
  [[nodiscard]] Point from_middle(Point at) const;
  [[nodiscard]] std::optional<viewer::EnlargedPhoto> photo(int index, int device_width = 0) const;
  /// The best that is there.
  [[nodiscard]] DrawnPicture picture_of(const viewer::EnlargedPhoto& photo) const;
  /// Its own pixels as CSS px, as far as they are known; 0 by 0.
  [[nodiscard]] ImVec2 own_size(const viewer::EnlargedPhoto& photo) const;
  /// Its size at scale 1.
  [[nodiscard]] ImVec2 size_of(const viewer::EnlargedPhoto& photo) const;
  /// The scale at which one of its pixels is one of the device's.
  /// @param size at scale 1.
  [[nodiscard]] double own_scale(const viewer::EnlargedPhoto& photo, ImVec2 size) const;
  /// Asks for a source that is enough for what is drawn.
  void sharpen(const viewer::EnlargedPhoto& photo, ImVec2 size, double scale);
  void draw_photo(ImDrawList& list, int index, ImVec2 origin, float unit);
  void show_caption();
  void tell_geometry();
  /// After any input.
  void follow(Milliseconds now);

  viewer::Viewer& viewer_;
  const PictureStore& pictures_;
  EnlargedPictures sharper_;
  PhotoCaption caption_;
  std::optional<layout::EnlargedMotion> motion_;  ///< nullopt: closed
  layout::Part part_ = layout::Part::Gallery;
  int picture_ = 0;  ///< as the event told it
  int shown_ = 0;    ///< among those it is shown with
  CssPx width_;
  CssPx height_;
  PixelRatio ratio_;
  ImVec2 told_size_;  ///< of the photo that is shown
  std::string link_;
  bool on_caption_ = false;  ///< the press is
  bool frame_due_ = false;
};

}  // namespace article::preview
