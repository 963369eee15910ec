#pragma once

#include <array>
#include <cstddef>

#include "host/units.h"

namespace article::layout {

inline constexpr double kTouchSlopPx = 8;
inline constexpr double kMouseSlopPx = 4;
/// A release at this speed is a flick.
inline constexpr double kFlickPxPerMs = 0.5;

/// Where a finger was, along one axis, since it was pressed; of the last
/// samples only. Coordinates in CSS px, times in ms.
class FingerPath {
 public:
  /// Forgets what was before.
  void begin(double at, Milliseconds now);
  void add(double at, Milliseconds now);
  /// In px/ms over the last 100 ms, or since the press; 0 where the finger
  /// rested for 80. No faster than a finger can be.
  [[nodiscard]] double velocity(Milliseconds now) const;

 private:
  struct Sample {
    double at = 0;
    double time = 0;
  };
  /// At `time`, straight between samples.
  [[nodiscard]] double at(double time) const;

  std::array<Sample, 32> samples_{};
  std::size_t count_ = 0;
};

}  // namespace article::layout
