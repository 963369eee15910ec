#include "layout/finger_path.h"

#include <algorithm>
#include <cmath>

namespace article::layout {
namespace {

constexpr double kVelocityWindowMs = 100;
constexpr double kRestWindowMs = 80;
/// A resting finger trembles by this much.
constexpr double kRestPx = 2;
/// A press this short does not divide by less.
constexpr double kShortestFlickMs = 10;
/// Samples closer than this are one, so that a fast mouse does not push the
/// window out of the ring.
constexpr double kSampleSpacingMs = 4;
/// No finger is faster; a sample that says so is a glitch.
constexpr double kFastestPxPerMs = 8;

}  // namespace

void FingerPath::begin(double at, Milliseconds now) {
  count_ = 0;
  add(at, now);
}

void FingerPath::add(double at, Milliseconds now) {
  double time = now.value;
  if (count_ > 0) time = std::max(time, samples_[count_ - 1].time);
  if (count_ >= 2 && time - samples_[count_ - 2].time < kSampleSpacingMs) {
    samples_[count_ - 1] = {at, time};
    return;
  }
  if (count_ == samples_.size()) {
    std::copy(samples_.begin() + 1, samples_.end(), samples_.begin());
    --count_;
  }
  samples_[count_++] = {at, time};
}

double FingerPath::at(double time) const {
  for (std::size_t i = count_; i-- > 0;) {
    const Sample& before = samples_[i];
    if (before.time > time) continue;
    if (i + 1 == count_) return before.at;
    const Sample& after = samples_[i + 1];
    return before.at + (after.at - before.at) * (time - before.time) / (after.time - before.time);
  }
  return samples_.front().at;
}

double FingerPath::velocity(Milliseconds now) const {
  const double last = samples_[count_ - 1].at;
  const double pressed_for = now.value - samples_.front().time;
  if (pressed_for >= kRestWindowMs) {
    const double since = now.value - kRestWindowMs;
    bool rested = std::abs(at(since) - last) <= kRestPx;
    for (std::size_t i = 0; i < count_; ++i)
      if (samples_[i].time > since && std::abs(samples_[i].at - last) > kRestPx) rested = false;
    if (rested) return 0;
  }
  const double window = std::min(pressed_for, kVelocityWindowMs);
  const double speed = (last - at(now.value - window)) / std::max(window, kShortestFlickMs);
  return std::clamp(speed, -kFastestPxPerMs, kFastestPxPerMs);
}

}  // namespace article::layout
