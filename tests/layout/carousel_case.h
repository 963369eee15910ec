#pragma once

#include "layout/motion.h"
#include "motion_case.h"

/// The strip that tests of the carousel's motion move.
namespace article::layout {

inline constexpr int kCount = 5;
inline constexpr float kPitch = 360;
inline constexpr int kFinger = 7;

inline CarouselMotion strip_on(int photo, int count = kCount) {
  CarouselMotion motion;
  motion.set_geometry(count, CssPx(kPitch));
  motion.jump_to(photo);
  return motion;
}

}  // namespace article::layout
