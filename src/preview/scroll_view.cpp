#include "preview/scroll_view.h"

#include <cmath>
#include <utility>

namespace article::preview {
namespace {

constexpr int kPointer = 1;
/// A press that moves farther is no click.
constexpr CssPx kSlop{8};
constexpr CssPx kOverlap{48};  ///< of one page and the next

}  // namespace

void ScrollView::update() {
  const CssPx before = content_;
  content_ = viewer_.layout();
  // Another width: about the same words stay in sight.
  if (before > CssPx(0) && before != content_) {
    top_ = top_ * (content_ / before);
    moved_ = true;
  }
  scroll_by(CssPx(0));
  viewer_.set_near(top_ - height_, height_ * 3);
}

void ScrollView::restart() {
  photo_ = 0;
  down_ = scrolling_ = false;
  moved_ = true;
}

bool ScrollView::scroll_by(CssPx distance) {
  const CssPx to = max(min(top_ + distance, content_ - height_), CssPx(0));
  if (to == top_) return false;
  top_ = to;
  moved_ = true;
  viewer_.set_near(top_ - height_, height_ * 3);
  return true;
}

void ScrollView::scroll_to_end(bool end) { scroll_by(end ? content_ : -content_); }

void ScrollView::page(int direction) {
  scroll_by(max(height_ - kOverlap, height_ / 2) * static_cast<float>(direction));
}

void ScrollView::wheel(Point at, CssPx dx, CssPx dy, Milliseconds now) {
  if (!viewer_.wheel(in_content(at), dx, dy, now)) scroll_by(dy);
}

void ScrollView::press(Point at, Milliseconds now) {
  down_ = true;
  scrolling_ = false;
  pressed_at_ = last_ = at;
  viewer_.highlight(true, viewer_.hit_test(in_content(at)));
  viewer_.pointer_down(kPointer, layout::PointerKind::Mouse, in_content(at), now);
}

void ScrollView::move(Point at, Milliseconds now) {
  if (!down_) {
    viewer_.highlight(false, viewer_.hit_test(in_content(at)));
    last_ = at;
    return;
  }
  if (!scrolling_) viewer_.pointer_move(kPointer, in_content(at), now);
  if (viewer_.dragging()) {
    viewer_.highlight(true, {});
  } else if (!scrolling_ && std::fabs((at.y - pressed_at_.y).value) > kSlop.value) {
    scrolling_ = true;
    last_.y = at.y;
    viewer_.highlight(true, {});
    viewer_.pointer_cancel(now);
  }
  if (scrolling_) scroll_by(last_.y - at.y);
  last_ = at;
}

void ScrollView::release(Point at, Milliseconds now) {
  if (!std::exchange(down_, false)) return;
  viewer_.highlight(true, {});
  if (std::exchange(scrolling_, false)) return;
  const bool still = std::fabs((at.x - pressed_at_.x).value) <= kSlop.value;
  if (viewer_.pointer_up(kPointer, in_content(at), now) && still)
    viewer_.click(in_content(at), now);
}

void ScrollView::leave() { viewer_.highlight(false, {}); }

void ScrollView::step_photo(int step, Milliseconds now) {
  const int forward = viewer_.direction() == Direction::RightToLeft ? -step : step;
  viewer_.show_photo(photo_ + forward, viewer::Event::Cause::User, now);
}

viewer::Cursor ScrollView::cursor() const {
  return scrolling_ ? viewer::Cursor::Grabbing : viewer_.cursor_at(in_content(last_));
}

bool ScrollView::take_moved() { return std::exchange(moved_, false); }

ScrollView::Wishes ScrollView::take_wishes() {
  Wishes wishes;
  for (const viewer::Event& event : viewer_.take_events()) {
    if (event.kind == viewer::Event::Kind::Photo) photo_ = event.index;
    if (event.kind == viewer::Event::Kind::Navigate) wishes.links.emplace_back(event.text);
    if (event.kind == viewer::Event::Kind::PhotoOpen) wishes.photo = event;
  }
  return wishes;
}

}  // namespace article::preview
