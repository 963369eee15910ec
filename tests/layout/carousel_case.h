#pragma once

#include "layout/motion.h"

/// The strip that tests of the carousel's motion move.
namespace article::layout {

inline constexpr int kCount = 5;
inline constexpr float kPitch = 360;
inline constexpr int kRates[] = {30, 60, 120};
inline constexpr int kFinger = 7;

inline Point at(double x, double y) { return {CssPx(x), CssPx(y)}; }
inline Milliseconds ms(double value) { return Milliseconds(value); }

inline CarouselMotion strip_on(int photo, int count = kCount) {
  CarouselMotion motion;
  motion.set_geometry(count, CssPx(kPitch));
  motion.jump_to(photo);
  return motion;
}

}  // namespace article::layout
