#pragma once

#include <cmath>

/// What moves by itself: a critically damped spring, and the resistance at
/// the ends of a way. Raw numbers: lengths in any one unit, times in ms.
namespace article::layout {

/// The natural frequency of what settles, 30 rad/s.
inline constexpr double kSpringPerMs = 0.030;
inline constexpr double kEndFriction = 0.35;

/// x(t) = (d + (v + wd)t) e^(-wt). Pushed towards its rest at v = -wd it is
/// the exponential decay of friction, so that momentum is a spring as well.
struct Spring {
  double distance = 0;
  double velocity = 0;
  double frequency = kSpringPerMs;

  [[nodiscard]] double pull() const { return velocity + frequency * distance; }
  [[nodiscard]] double distance_at(double t) const {
    return (distance + pull() * t) * std::exp(-frequency * t);
  }
  [[nodiscard]] double velocity_at(double t) const {
    return (pull() - frequency * (distance + pull() * t)) * std::exp(-frequency * t);
  }
  /// No smaller than any distance from `t` on: |x(1+wt)e^(-wt)| <= |x|, and
  /// t e^(-wt) is at most 1/(ew).
  [[nodiscard]] double reach_from(double t) const {
    constexpr double kE = 2.718281828459045;
    return std::abs(distance_at(t)) + std::abs(velocity_at(t)) / (kE * frequency);
  }
};

/// What the ends leave of a way past them, and back.
inline double resisted(double way, double low, double high) {
  if (way < low) return low + (way - low) * kEndFriction;
  if (way > high) return high + (way - high) * kEndFriction;
  return way;
}
inline double unresisted(double way, double low, double high) {
  if (way < low) return low + (way - low) / kEndFriction;
  if (way > high) return high + (way - high) / kEndFriction;
  return way;
}

}  // namespace article::layout
