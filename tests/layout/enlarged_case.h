#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "layout/enlarged_motion.h"
#include "motion_case.h"

/// An enlarged photo in one hand.
namespace article::layout {

inline constexpr double kWidth = 390;
inline constexpr double kHeight = 700;
inline constexpr double kPhotoWidth = 390;
inline constexpr double kPhotoHeight = 260;

inline EnlargedMotion::Geometry geometry() {
  EnlargedMotion::Geometry all;
  all.width = CssPx(kWidth);
  all.height = CssPx(kHeight);
  all.photo_width = CssPx(kPhotoWidth);
  all.photo_height = CssPx(kPhotoHeight);
  all.count = 5;
  return all;
}

inline EnlargedMotion photo(int index = 1, const EnlargedMotion::Geometry& all = geometry()) {
  EnlargedMotion motion(index);
  motion.set_geometry(all);
  return motion;
}

/// A photo with its time and one hand, at a number of frames a second.
struct Hand {
  explicit Hand(EnlargedMotion held = photo(), int rate = 60)
      : motion(std::move(held)), frame(1000.0 / rate) {}

  EnlargedMotion motion;
  double frame;
  double now = 4000;

  void wait(double duration) {
    for (const double end = now + duration; now < end;) {
      now = std::min(now + frame, end);
      motion.advance(ms(now));
    }
  }
  void rest() {
    double waited = 0;
    while (motion.advance(ms(now)) && waited < 5000) {
      now += frame;
      waited += frame;
    }
    EXPECT_LT(waited, 5000) << "it comes to rest";
  }
  void down(int id, Point place) { motion.pointer_down(id, PointerKind::Touch, place, ms(now)); }
  void up(int id, Point place) { motion.pointer_up(id, place, ms(now)); }
  /// Moves fingers from where they are to others, straight.
  void move(const std::vector<std::pair<Point, Point>>& ways, double duration) {
    const double begin = now;
    while (now < begin + duration) {
      now = std::min(now + frame, begin + duration);
      const double share = (now - begin) / duration;
      for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto& [from, to] = ways[i];
        motion.pointer_move(static_cast<int>(i) + 1,
                            at(from.x.value + (to.x - from.x).value * share,
                               from.y.value + (to.y - from.y).value * share),
                            ms(now));
      }
      motion.advance(ms(now));
    }
  }
  void drag(Point from, Point to, double duration) {
    down(1, from);
    move({{from, to}}, duration);
    up(1, to);
  }
  void tap(Point place, double pressed = 60) {
    down(1, place);
    wait(pressed);
    up(1, place);
  }
  void pinch(Point one, Point two, Point to_one, Point to_two) {
    down(1, one);
    down(2, two);
    move({{one, to_one}, {two, to_two}}, 200);
    up(1, to_one);
    up(2, to_two);
  }
};

/// Where a place of the photo, in px at scale 1 from its middle, is seen.
inline double seen_x(const EnlargedMotion& motion, double x) {
  return motion.x() + x * motion.scale();
}
inline double seen_y(const EnlargedMotion& motion, double y) {
  return motion.y() + y * motion.scale();
}

inline EnlargedMotion zoomed(double factor = 3) {
  EnlargedMotion motion = photo();
  motion.zoom_by(factor, at(0, 0), ms(0));
  motion.advance(ms(2000));
  return motion;
}

}  // namespace article::layout
