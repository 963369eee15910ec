#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "host/units.h"
#include "layout/motion.h"
#include "layout/page.h"

/// What moves sideways in a page under the reader's hands.
namespace article::viewer {

/// The carousel's strip, which settles on photos, and the rows of tabs, which
/// follow freely. Points are content CSS px, physical; right-to-left is
/// mirrored here.
class Scrolling {
 public:
  /// The page was laid out. Keeps what it shows.
  void follow(const layout::Page& page);
  void set_reduced_motion(bool reduced) { motion_.set_reduced_motion(reduced); }

  /// Moves time on. @return whether another frame is needed.
  bool advance(Milliseconds now);
  [[nodiscard]] std::optional<Milliseconds> wake_at() const { return motion_.wake_at(); }

  [[nodiscard]] int photo_count() const { return carousel().count; }
  /// The photo that the strip shows or settles on.
  [[nodiscard]] int photo() const { return motion_.target(); }
  /// Whether `photo` stands: it is not dragged, and no wheel turns.
  [[nodiscard]] bool photo_decided() const;
  [[nodiscard]] bool at_rest() const { return !motion_.moving(); }
  void go_to(int photo, Milliseconds now) { motion_.go_to(photo, now); }

  /// Moves a tab row so that `frame` is in view.
  void reveal(std::int32_t scroller, const Rect& frame);

  // @return whether something moved or moves.
  bool pointer_down(int id, layout::PointerKind kind, Point at, Milliseconds now);
  bool pointer_move(int id, Point at, Milliseconds now);
  struct Released {
    bool tap = true;  ///< nothing was dragged
    bool moves = false;
  };
  Released pointer_up(int id, Point at, Milliseconds now);
  bool pointer_cancel(Milliseconds now);
  /// Takes only a delta that is more along the inline axis, over a scroller.
  bool wheel(Point at, CssPx dx, CssPx dy, Milliseconds now);

  /// Whether a drag along the inline axis is under way.
  [[nodiscard]] bool dragging() const;
  /// The scroller under a point that has room to move, -1 none.
  [[nodiscard]] std::int32_t scroller_at(Point at) const;
  /// x to be added to the boxes of each scroller, CSS px.
  [[nodiscard]] std::span<const CssPx> offsets() const { return offsets_; }

 private:
  [[nodiscard]] const layout::Scroller& carousel() const {
    return scrollers_[layout::kCarouselScroller];
  }
  [[nodiscard]] CssPx room(std::int32_t row) const;
  [[nodiscard]] Point mirrored(Point at) const { return {at.x * sign_, at.y}; }
  void scroll_to(std::int32_t row, CssPx position);
  void update_offsets();

  layout::Scroller scrollers_[layout::kScrollerCount];
  float sign_ = 1;  ///< -1 in right-to-left
  layout::CarouselMotion motion_;
  /// Of each tab row, >= 0, along the inline axis; that of the carousel is unused.
  CssPx positions_[layout::kScrollerCount];
  CssPx offsets_[layout::kScrollerCount];
  std::int32_t grabbed_ = -1;  ///< scroller under the pointers that are down
  bool row_dragging_ = false;
  Point row_from_;
  CssPx row_position_from_;
};

}  // namespace article::viewer
