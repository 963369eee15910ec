#include "viewer/scrolling.h"

#include <cmath>
#include <utility>

namespace article::viewer {
namespace {

/// How far a pointer moves before a tab row is dragged, CSS px.
constexpr float kSlop = 8;

}  // namespace

using layout::kCarouselScroller;
using layout::kScrollerCount;

void Scrolling::follow(const layout::Page& page) {
  for (std::int32_t i = 0; i < kScrollerCount; ++i) scrollers_[i] = page.scrollers[i];
  sign_ = page.direction == Direction::RightToLeft ? -1.0F : 1.0F;
  if (carousel().count > 0) motion_.set_geometry(carousel().count, carousel().pitch);
  for (std::int32_t i = 0; i < kScrollerCount; ++i) scroll_to(i, positions_[i]);
  update_offsets();
}

bool Scrolling::advance(Milliseconds now) {
  const bool moving = motion_.advance(now);
  update_offsets();
  return moving;
}

bool Scrolling::photo_decided() const {
  return motion_.gesture() != layout::Gesture::Dragging && !motion_.wake_at();
}

CssPx Scrolling::room(std::int32_t row) const {
  return max(CssPx(0), scrollers_[row].extent - scrollers_[row].clip.width);
}

void Scrolling::scroll_to(std::int32_t row, CssPx position) {
  positions_[row] = min(max(position, CssPx(0)), room(row));
}

void Scrolling::update_offsets() {
  for (std::int32_t i = 0; i < kScrollerCount; ++i) offsets_[i] = positions_[i] * -sign_;
  offsets_[kCarouselScroller] = carousel().pitch * (static_cast<float>(motion_.offset()) * -sign_);
}

void Scrolling::reveal(std::int32_t scroller, const Rect& frame) {
  const Rect& clip = scrollers_[scroller].clip;
  const CssPx start = sign_ < 0 ? clip.right() - frame.right() : frame.x - clip.x;
  const CssPx end = start + frame.width - clip.width;
  scroll_to(scroller, min(max(positions_[scroller], end), start));
  update_offsets();
}

bool Scrolling::pointer_down(int id, layout::PointerKind kind, Point at, Milliseconds now) {
  if (grabbed_ < 0) grabbed_ = scroller_at(at);
  if (grabbed_ == kCarouselScroller) {
    motion_.pointer_down(id, kind, mirrored(at), now);
    return motion_.moving();
  }
  if (grabbed_ >= 0) {
    row_from_ = at;
    row_position_from_ = positions_[grabbed_];
    row_dragging_ = false;
  }
  return false;
}

bool Scrolling::pointer_move(int id, Point at, Milliseconds now) {
  if (grabbed_ == kCarouselScroller) {
    motion_.pointer_move(id, mirrored(at), now);
    if (motion_.gesture() != layout::Gesture::Dragging) return false;
  } else if (grabbed_ >= 0) {
    const CssPx moved = (row_from_.x - at.x) * sign_;
    if (std::fabs(moved.value) > kSlop) row_dragging_ = true;
    if (!row_dragging_) return false;
    scroll_to(grabbed_, row_position_from_ + moved);
  } else {
    return false;
  }
  update_offsets();
  return true;
}

Scrolling::Released Scrolling::pointer_up(int id, Point at, Milliseconds now) {
  Released released;
  if (grabbed_ == kCarouselScroller) {
    released.tap = motion_.pointer_up(id, mirrored(at), now);
    released.moves = motion_.moving();
    // A finger may be left.
    if (motion_.gesture() == layout::Gesture::None) grabbed_ = -1;
  } else if (std::exchange(grabbed_, -1) >= 0) {
    released.tap = !std::exchange(row_dragging_, false);
  }
  return released;
}

bool Scrolling::pointer_cancel(Milliseconds now) {
  motion_.pointer_cancel(now);
  grabbed_ = -1;
  row_dragging_ = false;
  return motion_.moving();
}

bool Scrolling::wheel(Point at, CssPx dx, CssPx dy, Milliseconds now) {
  if (std::fabs(dx.value) <= std::fabs(dy.value)) return false;
  const std::int32_t scroller = scroller_at(at);
  if (scroller < 0) return false;
  if (scroller == kCarouselScroller)
    motion_.wheel(dx * sign_, now);
  else
    scroll_to(scroller, positions_[scroller] + dx * sign_);
  update_offsets();
  return true;
}

bool Scrolling::dragging() const {
  return row_dragging_ ||
         (grabbed_ == kCarouselScroller && motion_.gesture() == layout::Gesture::Dragging);
}

std::int32_t Scrolling::scroller_at(Point at) const {
  for (std::int32_t i = 0; i < kScrollerCount; ++i) {
    const bool moves = i == kCarouselScroller ? carousel().count > 1 : room(i) > CssPx(0);
    if (moves && scrollers_[i].clip.contains(at)) return i;
  }
  return -1;
}

}  // namespace article::viewer
