#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "host/units.h"
#include "viewer/viewer.h"

namespace article::preview {

/// The reader's hands in the window: scrolls the article, passes what is the
/// carousel's on to the viewer. Lengths are CSS px; points are relative to the
/// article's part of the window.
class ScrollView {
 public:
  explicit ScrollView(viewer::Viewer& viewer) : viewer_(viewer) {}

  /// How much of the article is seen.
  void set_height(CssPx height) { height_ = height; }
  /// Lays out, keeps the place within the article, asks for near pictures.
  void update();
  [[nodiscard]] CssPx top() const { return top_; }
  [[nodiscard]] CssPx content_height() const { return content_; }
  /// The document was loaded anew: its first photo, and no press. The place stays.
  void restart();

  /// @return whether it scrolled.
  bool scroll_by(CssPx distance);
  void scroll_to_end(bool end);
  void page(int direction);

  void wheel(Point at, CssPx dx, CssPx dy, Milliseconds now);
  void press(Point at, Milliseconds now);
  void move(Point at, Milliseconds now);
  void release(Point at, Milliseconds now);
  void leave();
  /// @param step 1 forward, -1 back.
  void step_photo(int step, Milliseconds now);
  [[nodiscard]] viewer::Cursor cursor() const;

  /// Whether the view has moved since the last call.
  [[nodiscard]] bool take_moved();
  /// What the reader has asked for since the last call.
  struct Wishes {
    std::vector<std::string> links;      ///< URLs
    std::optional<viewer::Event> photo;  ///< to be enlarged
  };
  [[nodiscard]] Wishes take_wishes();

 private:
  [[nodiscard]] Point in_content(Point at) const { return {at.x, at.y + top_}; }

  viewer::Viewer& viewer_;
  CssPx height_;
  CssPx content_;
  CssPx top_;
  bool moved_ = true;
  bool down_ = false;
  bool scrolling_ = false;  ///< the press has become a scroll
  Point pressed_at_;
  Point last_;
  int photo_ = 0;
};

}  // namespace article::preview
