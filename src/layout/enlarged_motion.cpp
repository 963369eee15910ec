#include "layout/enlarged_motion.h"

#include <algorithm>
#include <cmath>

namespace article::layout {
namespace {

constexpr CssPx kGap{24};
/// Where the photo's own pixels are no larger.
constexpr double kLargest = 4;
constexpr double kDoubleTapScale = 2;
constexpr double kDoubleTapMs = 300;
constexpr double kDoubleTapPx = 25;
constexpr double kCloseShare = 0.2;
/// Way left at a speed that loses 0.5 % a millisecond.
constexpr double kMomentumMs = 200;
constexpr double kCutoffPx = 0.5;
/// Closer to an edge than this has no room left.
constexpr double kRoomPx = 0.5;
constexpr double kFarAway = 1e9;
/// Scales closer than this are one.
constexpr double kSameScale = 0.001;

double length(double x, double y) { return std::sqrt(x * x + y * y); }

double within(double value, double limit) { return std::clamp(value, -limit, limit); }

}  // namespace

void EnlargedMotion::set_geometry(const Geometry& geometry) {
  const bool first = geometry_.width == CssPx(0);
  geometry_ = geometry;
  strip_.set_reduced_motion(geometry.reduced_motion);
  strip_.set_geometry(geometry.count, pitch());
  if (first) strip_.jump_to(photo_);
  follow_strip();
  // Fingers put it right when they let go.
  if (finger_count_ == 0 && photo_ == zoomed_photo_) zoom_to(axes_[kScale].target, 0, 0);
}

CssPx EnlargedMotion::pitch() const { return geometry_.width + kGap; }

double EnlargedMotion::largest() const { return std::max(kLargest, geometry_.own_scale); }
double EnlargedMotion::in_range(double scale) const { return std::clamp(scale, 1.0, largest()); }
double EnlargedMotion::limit(std::size_t axis, double scale) const {
  const CssPx photo = axis == kX ? geometry_.photo_width : geometry_.photo_height;
  const CssPx area = axis == kX ? geometry_.width : geometry_.height;
  return std::max((photo.value * scale - area.value) / 2, 0.0);
}
bool EnlargedMotion::can_zoom_out() const {
  return photo_ == zoomed_photo_ && axes_[kScale].target > 1 + kSameScale;
}
bool EnlargedMotion::can_zoom_in() const {
  return photo_ != zoomed_photo_ || axes_[kScale].target < largest() - kSameScale;
}
double EnlargedMotion::drop() const {
  // Only what is not zoomed is dropped.
  if (axes_[kScale].at != 1) return 0;
  return std::clamp(axes_[kY].at / geometry_.height.value, 0.0, 1.0);
}
Point EnlargedMotion::mirrored(double x, double y) const {
  return {CssPx(geometry_.direction == Direction::RightToLeft ? -x : x), CssPx(y)};
}
std::size_t EnlargedMotion::finger_of(int pointer_id) const {
  std::size_t finger = 0;
  while (finger < finger_count_ && fingers_[finger].id != pointer_id) ++finger;
  return finger;
}
EnlargedMotion::Span EnlargedMotion::span() const {
  const auto& [one, two] = fingers_;
  return {(one.x + two.x) / 2, (one.y + two.y) / 2,
          std::max(length(one.x - two.x, one.y - two.y), kTouchSlopPx)};
}

void EnlargedMotion::pointer_down(int pointer_id, PointerKind kind, const Point& at,
                                  Milliseconds now) {
  // A known pointer's release was lost; a mouse has no second finger.
  if (kind == PointerKind::Mouse || finger_of(pointer_id) < finger_count_) pointer_cancel(now);
  advance(now);
  if (finger_count_ == fingers_.size()) return;
  const double x = at.x.value;
  const double y = at.y.value;
  fingers_[finger_count_++] = {pointer_id, x, y};
  if (finger_count_ == 2) {
    strip_.pointer_cancel(now);
    follow_strip();
    adopt();
    press_ = Press::Pinching;
    const Span fingers = span();
    const double scale = axes_[kScale].at;
    scale_per_px_ = unresisted(scale, 1, largest()) / fingers.apart;
    grip_x_ = (fingers.x - axes_[kX].at) / scale;
    grip_y_ = (fingers.y - axes_[kY].at) / scale;
    return;
  }
  press_ = Press::Pressed;
  pressed_x_ = x;
  pressed_y_ = y;
  path_x_.begin(x, now);
  path_y_.begin(y, now);
  slop_ = kind == PointerKind::Mouse ? kMouseSlopPx : kTouchSlopPx;
  caught_ = settling_ && way_left() > slop_;
  stop();
  strip_.pointer_down(pointer_id, kind, mirrored(x, y), now);
}

void EnlargedMotion::pointer_move(int pointer_id, const Point& at, Milliseconds now) {
  advance(now);
  const std::size_t finger = finger_of(pointer_id);
  if (finger == finger_count_) return;
  const double x = at.x.value;
  const double y = at.y.value;
  fingers_[finger] = {pointer_id, x, y};
  if (press_ == Press::Pinching) {
    const Span fingers = span();
    const double scale = resisted(fingers.apart * scale_per_px_, 1, largest());
    axes_[kScale].put(scale);
    axes_[kX].put(fingers.x - grip_x_ * scale);
    axes_[kY].put(fingers.y - grip_y_ * scale);
    return;
  }
  path_x_.add(x, now);
  path_y_.add(y, now);
  if (press_ <= Press::Swiping) strip_.pointer_move(pointer_id, mirrored(x, y), now);
  if (press_ == Press::Pressed) decide(x, y, now);
  if (press_ == Press::Panning) {
    const double across = limit(kX, axes_[kScale].at);
    const double down = limit(kY, axes_[kScale].at);
    axes_[kX].put(resisted(grip_x_ + x, -across, across));
    axes_[kY].put(resisted(grip_y_ + y, -down, down));
  } else if (press_ == Press::Dropping) {
    axes_[kY].put(resisted(grip_y_ + y, 0, kFarAway));
  }
}

/// The strip has seen which axis a press goes along.
void EnlargedMotion::decide(double x, double y, Milliseconds now) {
  const Gesture gesture = strip_.gesture();
  if (gesture == Gesture::Pressed) return;
  const bool zoomed = can_zoom_out();
  const double way_x = x - pressed_x_;
  const double way_y = y - pressed_y_;
  const double room = limit(kX, axes_[kScale].at) - std::copysign(1.0, way_x) * axes_[kX].at;
  if (gesture == Gesture::Dragging && (!zoomed || room < kRoomPx)) {
    press_ = Press::Swiping;
    return;
  }
  press_ = zoomed ? Press::Panning : Press::Dropping;
  strip_.pointer_cancel(now);
  follow_strip();
  adopt();
  // It follows from where it left the slop, so that it does not jump.
  const double share = slop_ / std::max({std::abs(way_x), std::abs(way_y), slop_});
  grip(pressed_x_ + way_x * share, pressed_y_ + way_y * share);
}

/// One finger has the photo, from where it is.
void EnlargedMotion::grip(double x, double y) {
  const double across = limit(kX, axes_[kScale].at);
  const double down = limit(kY, axes_[kScale].at);
  const bool drops = press_ == Press::Dropping;
  grip_x_ = unresisted(axes_[kX].at, -across, across) - x;
  grip_y_ = unresisted(axes_[kY].at, drops ? 0 : -down, drops ? kFarAway : down) - y;
}

void EnlargedMotion::pointer_up(int pointer_id, const Point& at, Milliseconds now) {
  pointer_move(pointer_id, at, now);
  const std::size_t finger = finger_of(pointer_id);
  if (finger == finger_count_) return;
  --finger_count_;
  const double x = at.x.value;
  const double y = at.y.value;
  if (finger_count_ > 0) {
    // The one that stays pans.
    const Finger left = fingers_[1 - finger];
    fingers_[0] = left;
    press_ = Press::Panning;
    path_x_.begin(left.x, now);
    path_y_.begin(left.y, now);
    grip(left.x, left.y);
    return;
  }
  const bool still = strip_.pointer_up(pointer_id, mirrored(x, y), now);
  follow_strip();
  if (press_ == Press::Pressed)
    tap(x, y, caught_ || !still);
  else
    let_go(x, y, now);
  press_ = Press::None;
}

void EnlargedMotion::tap(double x, double y, bool caught) {
  const bool second =
      now_ - tapped_time_ <= kDoubleTapMs && length(x - tapped_x_, y - tapped_y_) <= kDoubleTapPx;
  tapped_time_ = second ? -1e9 : now_;
  tapped_x_ = x;
  tapped_y_ = y;
  const double scale = axes_[kScale].at;
  const bool zoomed = can_zoom_out();
  if (second)
    zoom_to(zoomed ? 1 : std::max(geometry_.own_scale, kDoubleTapScale), x, y);
  else if (zoomed && !caught)
    pan_to(scale, axes_[kX].at - x, axes_[kY].at - y);
  else
    zoom_to(scale, x, y);
}

void EnlargedMotion::let_go(double x, double y, Milliseconds now) {
  const double scale = axes_[kScale].at;
  if (press_ == Press::Dropping) {
    const double speed = path_y_.velocity(now);
    const double fallen = axes_[kY].at;
    const bool far = fallen >= kCloseShare * geometry_.height.value && speed > -kFlickPxPerMs;
    closes_ = fallen > 0 && (far || speed >= kFlickPxPerMs);
    if (closes_) return;
  }
  zoom_to(scale, x, y);
  if (press_ != Press::Panning || axes_[kScale].target != scale) return;
  glide(kX, path_x_.velocity(now));
  glide(kY, path_y_.velocity(now));
  settle();
}

/// Momentum to where friction ends it, or to the limit: at the speed that it
/// has, no faster and no slower than a spring and friction take it there.
void EnlargedMotion::glide(std::size_t number, double velocity) {
  Axis& axis = axes_[number];
  const double most = limit(number, axes_[kScale].at);
  if (std::abs(axis.at) > most) velocity *= kEndFriction;
  axis.target = within(axis.at + velocity * kMomentumMs, most);
  const double way = axis.target - axis.at;
  axis.spring = {-way, velocity, kSpringPerMs};
  if (way * velocity > 0)
    axis.spring.frequency = std::clamp(velocity / way, 1 / kMomentumMs, kSpringPerMs);
}

void EnlargedMotion::pointer_cancel(Milliseconds now) {
  advance(now);
  strip_.pointer_cancel(now);
  follow_strip();
  if (finger_count_ > 0) zoom_to(axes_[kScale].at, 0, 0);
  finger_count_ = 0;
  press_ = Press::None;
}

void EnlargedMotion::zoom_by(double factor, const Point& about, Milliseconds now) {
  advance(now);
  if (finger_count_ > 0) return;
  adopt();
  zoom_to(axes_[kScale].target * factor, about.x.value, about.y.value);
}

/// The point stays where it is, as far as the limits allow. All three go the
/// same share of their way at a time: so it stays there in between as well.
void EnlargedMotion::zoom_to(double scale, double x, double y) {
  scale = in_range(scale);
  const double share = scale / axes_[kScale].target;
  pan_to(scale, x - (x - axes_[kX].target) * share, y - (y - axes_[kY].target) * share);
}

void EnlargedMotion::pan_to(double scale, double x, double y) {
  const double targets[] = {scale, within(x, limit(kX, scale)), within(y, limit(kY, scale))};
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    Axis& axis = axes_[i];
    const double speed = settling_ ? axis.spring.velocity_at(now_ - settling_since_) : 0.0;
    axis.target = targets[i];
    axis.spring = {axis.at - targets[i], speed, kSpringPerMs};
  }
  settle();
}

void EnlargedMotion::settle() {
  settling_ = true;
  // A long time ago: it is there.
  settling_since_ = geometry_.reduced_motion ? -1e9 : now_;
  advance(Milliseconds(now_));
}

void EnlargedMotion::stop() {
  settling_ = false;
  for (Axis& axis : axes_) axis.target = axis.at;
}

void EnlargedMotion::wheel(CssPx delta_x, Milliseconds now) {
  advance(now);
  if (finger_count_ > 0) return;
  if (can_zoom_out()) {
    stop();
    const double to = axes_[kX].at - static_cast<double>(delta_x.value);
    axes_[kX].put(within(to, limit(kX, axes_[kScale].at)));
  } else {
    strip_.wheel(mirrored(delta_x.value, 0).x, now);
    follow_strip();
  }
}

void EnlargedMotion::go_to(int index, Milliseconds now) {
  pointer_cancel(now);
  strip_.go_to(index, now);
  follow_strip();
}

double EnlargedMotion::way_left() const {
  const double t = now_ - settling_since_;
  const CssPx size = max(geometry_.photo_width, geometry_.photo_height);
  double unit = size.value / 2;  // a scale moves the photo's edge by this
  double most = 0;
  for (const Axis& axis : axes_) {
    most = std::max(most, axis.spring.reach_from(t) * unit);
    unit = 1;
  }
  return most;
}

bool EnlargedMotion::advance(Milliseconds now) {
  now_ = std::max(now_, now.value);
  const bool moving = strip_.advance(now) || strip_.wake_at();
  follow_strip();
  if (settling_) {
    settling_ = way_left() >= kCutoffPx;
    for (Axis& axis : axes_) {
      axis.at = axis.target;
      if (settling_) axis.at += axis.spring.distance_at(now_ - settling_since_);
    }
  }
  return moving || settling_;
}

void EnlargedMotion::follow_strip() {
  if (strip_.gesture() != Gesture::Dragging && !strip_.wake_at()) photo_ = strip_.target();
  if (!strip_.moving()) adopt();
}

void EnlargedMotion::adopt() {
  if (zoomed_photo_ == photo_) return;
  zoomed_photo_ = photo_;
  for (Axis& axis : axes_) axis.put(&axis == &axes_[kScale] ? 1 : 0);
  settling_ = false;
}

}  // namespace article::layout
