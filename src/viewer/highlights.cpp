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
  paint::Highlight* const first = shown_.data() + (press ? kSlots : 0);
  paint::Highlight* least = first;
  for (paint::Highlight* one = first; one != first + kSlots; ++one) {
    if (one->way > 0 && Target{one->box, one->range} == target) return true;
    if (one->way < least->way) least = one;
  }
  *least = {target.box, target.range, press, 0};
  return true;
}

bool Highlights::advance(Milliseconds now) {
  const double passed = moving_ ? std::max(0.0, now.value - last_) : kFirstStepMs;
  last_ = now.value;
  const float step = reduced_ ? 1.0F : static_cast<float>(passed / kDurationMs);

  moving_ = approach(bar_.way, true, step);
  for (paint::Highlight& one : shown_)
    if (approach(one.way, held_[one.press] == Target{one.box, one.range}, step)) moving_ = true;
  return moving_;
}

}  // namespace article::viewer
