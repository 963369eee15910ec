#include "viewer/highlights.h"

#include <algorithm>

namespace article::viewer {
namespace {

constexpr double kDurationMs = 200;
/// What passes between an input and the frame that answers it, at 60 Hz.
constexpr double kFirstStepMs = 1000.0 / 60;

/// @return whether it is not there yet.
bool approach(float& way, bool on, float step) {
  way = std::clamp(on ? way + step : way - step, 0.0F, 1.0F);
  return way != (on ? 1.0F : 0.0F);
}

}  // namespace

bool Highlights::set(bool press, Target target) {
  if (held_[press] == target) return false;
  held_[press] = target;
  if (target.box == layout::kNoBox) return true;
  for (const paint::Highlight& one : shown())
    if (one.press == press && one.box == target.box && one.range == target.range) return true;
  // Of more than it holds the oldest has faded most.
  if (count_ == shown_.size()) std::copy(shown_.begin() + 1, shown_.end(), shown_.begin());
  else ++count_;
  shown_[count_ - 1] = {target.box, target.range, press, 0};
  return true;
}

bool Highlights::advance(Milliseconds now) {
  const double passed = moving_ ? std::max(0.0, now.value - last_) : kFirstStepMs;
  last_ = now.value;
  const bool at_once = reduced_ || finish_;
  finish_ = false;
  const float step = at_once ? 1.0F : static_cast<float>(passed / kDurationMs);

  moving_ = approach(bar_.way, true, step);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    paint::Highlight one = shown_[i];
    if (approach(one.way, held_[one.press] == Target{one.box, one.range}, step)) moving_ = true;
    if (one.way > 0) shown_[kept++] = one;
  }
  count_ = kept;
  return moving_;
}

}  // namespace article::viewer
