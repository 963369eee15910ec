#include "layout/motion.h"

#include <algorithm>
#include <cmath>

namespace article::layout {
namespace {

/// Closer than the rounding of coordinates: both axes at once.
constexpr double kSameShare = 1e-4;

/// Way left at a speed that loses 1 % a millisecond (UIKit's
/// UIScrollView.DecelerationRate.fast): 1 / -ln(0.99). At half that loss an
/// ordinary flick of 2.5 px/ms skips a photo of a phone's width.
constexpr double kMomentumMs = 99.5;

constexpr double kSettleMs = 300;
constexpr double kCutoffPx = 1;

constexpr double kWheelRestMs = 120;
/// Less than one notch of a wheel (48 px and more, by browser).
constexpr double kWheelCommitPx = 40;
/// A new push is this much faster than what went before.
constexpr double kWheelPushFactor = 3;
/// Wheel events closer than this came late, not fast.
constexpr double kWheelSpacingMs = 8;

}  // namespace

void CarouselMotion::set_geometry(int count, CssPx pitch) {
  count_ = std::max(count, 1);
  const double old_pitch = pitch_;
  pitch_ = std::max(static_cast<double>(pitch.value), 1.0);
  if (mode_ == Mode::Dragged) {
    // The finger holds the same place of the strip.
    const double x = last_at_.x.value;
    grip_ += x / pitch_ - x / old_pitch;
    follow(x);
  }
  const int last = count_ - 1;
  pressed_target_ = std::min(pressed_target_, last);
  wheel_.anchor = std::min(wheel_.anchor, last);
  if (mode_ == Mode::Dragged) {
    target_ = std::min(target_, last);
  } else if (target_ > last || (mode_ == Mode::Wheeled && offset_ > last)) {
    rest_on(last);
  }
}

void CarouselMotion::set_reduced_motion(bool reduced) {
  reduced_ = reduced;
  if (reduced_ && mode_ == Mode::Settling) rest_on(target_);
}

void CarouselMotion::pointer_down(int pointer_id, PointerKind kind, Point at, Milliseconds now) {
  advance(now);
  const bool known = place_of(pointer_id) < pointer_count_;
  // A known pointer's release was lost (outside the window); a mouse has no
  // second finger.
  if (known || kind == PointerKind::Mouse) {
    if (pointer_count_ > 0) pointer_cancel(now);
  }
  if (pointer_count_ == pointers_.size()) return;
  pointers_[pointer_count_++] = pointer_id;
  if (pointer_count_ == 1) {
    begin_press(kind, at, now);
  } else {
    yield(now);
  }
}

void CarouselMotion::begin_press(PointerKind kind, Point at, Milliseconds now) {
  if (mode_ == Mode::Wheeled) end_wheel_run();
  gesture_ = Gesture::Pressed;
  slop_ = kind == PointerKind::Mouse ? kMouseSlopPx : kTouchSlopPx;
  pressed_at_ = at;
  last_at_ = at;
  pressed_target_ = target_;
  caught_ = false;
  if (mode_ == Mode::Settling) {
    mode_ = Mode::Held;
    caught_ = std::abs(offset_ - target_) * pitch_ > slop_;
  }
  path_.begin(at.x.value, now);
}

void CarouselMotion::pointer_move(int pointer_id, Point at, Milliseconds now) {
  if (pointer_count_ != 1 || pointers_[0] != pointer_id) return;
  advance(now);
  if (gesture_ == Gesture::Pressed) {
    const auto way_x = static_cast<double>((at.x - pressed_at_.x).value);
    const auto way_y = static_cast<double>((at.y - pressed_at_.y).value);
    if (std::max(std::abs(way_x), std::abs(way_y)) >= slop_) {
      // Where the straight way from the last sample leaves the square of the
      // slop decides, not where the sample after it happens to lie.
      const auto share_at_slop = [this](CssPx from, CssPx origin, double way) {
        const auto begun = static_cast<double>((from - origin).value);
        if (std::abs(way) < slop_) return 2.0;
        const double edge = std::copysign(slop_, way);
        return (edge - begun) / (way - begun);
      };
      const double share_x = share_at_slop(last_at_.x, pressed_at_.x, way_x);
      const double share_y = share_at_slop(last_at_.y, pressed_at_.y, way_y);
      if (share_x < share_y - kSameShare) {
        gesture_ = Gesture::Dragging;
        mode_ = Mode::Dragged;
        const double caught_at = pressed_at_.x.value + std::copysign(slop_, way_x);
        grip_ = unresisted(offset_, 0, last_photo()) + caught_at / pitch_;
      } else {
        yield(now);
      }
    }
  }
  last_at_ = at;
  if (gesture_ == Gesture::Yielded) return;
  path_.add(at.x.value, now);
  if (gesture_ == Gesture::Dragging) follow(at.x.value);
}

bool CarouselMotion::pointer_up(int pointer_id, Point at, Milliseconds now) {
  const std::size_t place = place_of(pointer_id);
  if (place == pointer_count_) return false;
  pointer_move(pointer_id, at, now);
  pointers_[place] = pointers_[--pointer_count_];
  if (pointer_count_ > 0) return false;
  const Gesture ended = gesture_;
  gesture_ = Gesture::None;
  if (ended == Gesture::Dragging) {
    release(now);
    return false;
  }
  if (ended != Gesture::Pressed) return false;
  if (mode_ == Mode::Held) settle(target_, 0, now.value);
  return !caught_;
}

void CarouselMotion::pointer_cancel(Milliseconds now) {
  advance(now);
  yield(now);
  pointer_count_ = 0;
  gesture_ = Gesture::None;
}

/// Gives the press to the page, the strip to the spring.
void CarouselMotion::yield(Milliseconds now) {
  gesture_ = Gesture::Yielded;
  if (mode_ == Mode::Dragged || mode_ == Mode::Held) {
    settle(pressed_target_, 0, now.value);
  }
}

void CarouselMotion::release(Milliseconds now) {
  const double finger = path_.velocity(now);
  double velocity = -finger / pitch_;
  double to = nearest();
  if (std::abs(finger) >= kFlickPxPerMs) {
    const double reached = std::round(offset_ + velocity * kMomentumMs);
    to = velocity > 0 ? std::max(std::floor(offset_) + 1, reached)
                      : std::min(std::ceil(offset_) - 1, reached);
  }
  if (offset_ < 0 || offset_ > last_photo()) velocity *= kEndFriction;
  settle(static_cast<int>(std::clamp(to, 0.0, last_photo())), velocity, now.value);
}

void CarouselMotion::follow(double x) { offset_ = resisted(grip_ - x / pitch_, 0, last_photo()); }

void CarouselMotion::wheel(CssPx delta_inline, Milliseconds now) {
  const auto delta = static_cast<double>(delta_inline.value);
  if (delta == 0) return;
  advance(now);
  if (mode_ == Mode::Dragged || mode_ == Mode::Held) return;
  if (mode_ != Mode::Wheeled) {
    begin_wheel_run(now.value);
    wheel_.anchor = std::clamp(target_, static_cast<int>(std::floor(offset_)),
                               static_cast<int>(std::ceil(offset_)));
  }
  const double speed = std::abs(delta) / std::max(now.value - wheel_.last_time, kWheelSpacingMs);
  const double way = offset_ - wheel_.from;
  const bool turned = delta * way < 0;
  const bool pushed =
      wheel_.trough >= 0 && speed >= kFlickPxPerMs && speed >= kWheelPushFactor * wheel_.trough;
  if (turned || pushed) begin_wheel_run(now.value);

  // It may have been caught past an end.
  const double low = std::min(std::max(wheel_.anchor - 1.0, 0.0), offset_);
  const double high = std::max(std::min(wheel_.anchor + 1.0, last_photo()), offset_);
  const double wanted = offset_ + delta / pitch_;
  offset_ = std::clamp(wanted, low, high);
  if (offset_ != wanted) {
    wheel_.trough = wheel_.trough < 0 ? speed : std::min(wheel_.trough, speed);
  }
  wheel_.last_time = now.value;
}

void CarouselMotion::begin_wheel_run(double time) {
  mode_ = Mode::Wheeled;
  wheel_ = {offset_, nearest(), time, -1};
}

void CarouselMotion::end_wheel_run() {
  const double way = offset_ - wheel_.from;
  double to = wheel_.anchor;
  if (std::abs(way) * pitch_ >= std::min(kWheelCommitPx, pitch_ / 2)) {
    to = way > 0 ? std::ceil(offset_) : std::floor(offset_);
  }
  settle(static_cast<int>(std::clamp(to, 0.0, last_photo())), 0, wheel_.last_time + kWheelRestMs);
}

void CarouselMotion::go_to(int index, Milliseconds now) {
  advance(now);
  double velocity = 0;
  if (mode_ == Mode::Settling) {
    velocity = spring_.velocity_at(now_ - spring_start_);
  }
  if (gesture_ != Gesture::None) gesture_ = Gesture::Yielded;
  settle(std::clamp(index, 0, count_ - 1), velocity, now_);
}

void CarouselMotion::jump_to(int index) {
  if (gesture_ != Gesture::None) gesture_ = Gesture::Yielded;
  rest_on(std::clamp(index, 0, count_ - 1));
}

/// Lets the spring take the strip from where it is to `index`.
void CarouselMotion::settle(int index, double velocity, double time) {
  target_ = index;
  const double distance = offset_ - index;
  Spring spring{distance * pitch_, velocity * pitch_, kSpringPerMs};
  // Towards its photo no faster than it can stop there: no overshoot.
  if (spring.distance * spring.velocity < 0) {
    const double most = spring.frequency * std::abs(spring.distance);
    spring.velocity = std::clamp(spring.velocity, -most, most);
  }
  if (reduced_ || spring.reach_from(0) < kCutoffPx) {
    rest_on(index);
    return;
  }
  // A long way takes a stiffer spring, not more time.
  while (spring.reach_from(kSettleMs) >= kCutoffPx) spring.frequency *= 1.02;
  mode_ = Mode::Settling;
  spring_ = {distance, spring.velocity / pitch_, spring.frequency};
  spring_start_ = time;
}

void CarouselMotion::rest_on(int index) {
  mode_ = Mode::Rest;
  target_ = index;
  offset_ = index;
}

bool CarouselMotion::advance(Milliseconds now) {
  now_ = std::max(now_, now.value);
  if (mode_ == Mode::Wheeled && now_ >= wheel_.last_time + kWheelRestMs) {
    end_wheel_run();
  }
  if (mode_ != Mode::Settling) return false;
  const double t = std::max(now_ - spring_start_, 0.0);
  offset_ = target_ + spring_.distance_at(t);
  if (spring_.reach_from(t) * pitch_ < kCutoffPx) rest_on(target_);
  return mode_ == Mode::Settling;
}

double CarouselMotion::offset() const { return offset_; }

int CarouselMotion::target() const {
  return mode_ == Mode::Dragged || mode_ == Mode::Wheeled ? nearest() : target_;
}

bool CarouselMotion::moving() const { return mode_ != Mode::Rest; }

Gesture CarouselMotion::gesture() const { return gesture_; }

std::optional<Milliseconds> CarouselMotion::wake_at() const {
  if (mode_ != Mode::Wheeled) return std::nullopt;
  return Milliseconds(wheel_.last_time + kWheelRestMs);
}

std::size_t CarouselMotion::place_of(int pointer_id) const {
  std::size_t place = 0;
  while (place < pointer_count_ && pointers_[place] != pointer_id) ++place;
  return place;
}

double CarouselMotion::last_photo() const { return count_ - 1; }

int CarouselMotion::nearest() const {
  return static_cast<int>(std::clamp(std::round(offset_), 0.0, last_photo()));
}

}  // namespace article::layout
