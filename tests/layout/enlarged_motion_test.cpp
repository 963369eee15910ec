#include "layout/enlarged_motion.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace article::layout {
namespace {

constexpr double kWidth = 390;
constexpr double kHeight = 700;
constexpr double kPhotoWidth = 390;
constexpr double kPhotoHeight = 260;
constexpr int kRates[] = {30, 60, 120};

Point at(double x, double y) { return {CssPx(x), CssPx(y)}; }
Milliseconds ms(double value) { return Milliseconds(value); }

EnlargedMotion::Geometry geometry() {
  EnlargedMotion::Geometry all;
  all.width = CssPx(kWidth);
  all.height = CssPx(kHeight);
  all.photo_width = CssPx(kPhotoWidth);
  all.photo_height = CssPx(kPhotoHeight);
  all.count = 5;
  return all;
}

EnlargedMotion photo(int index = 1, const EnlargedMotion::Geometry& all = geometry()) {
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
double seen_x(const EnlargedMotion& motion, double x) { return motion.x() + x * motion.scale(); }
double seen_y(const EnlargedMotion& motion, double y) { return motion.y() + y * motion.scale(); }

EnlargedMotion zoomed(double factor = 3) {
  EnlargedMotion motion = photo();
  motion.zoom_by(factor, at(0, 0), ms(0));
  motion.advance(ms(2000));
  return motion;
}

TEST(EnlargedMotion, APinchKeepsWhatIsBetweenTheFingersThere) {
  Hand hand;
  hand.down(1, at(40, 20));
  hand.down(2, at(140, 20));
  // Apart from 100 to 250 px, and on by (10, -30).
  hand.move({{at(40, 20), at(-25, -10)}, {at(140, 20), at(225, -10)}}, 200);
  EXPECT_NEAR(hand.motion.scale(), 2.5, 1e-3);
  EXPECT_NEAR(seen_x(hand.motion, 90), 100, 0.01);
  EXPECT_NEAR(seen_y(hand.motion, 20), -10, 0.01);
  EXPECT_FALSE(hand.motion.advance(ms(hand.now))) << "no frame without a sample";
}

TEST(EnlargedMotion, APinchPastTheLimitsResistsAndSpringsBack) {
  Hand far;
  far.pinch(at(-20, 0), at(20, 0), at(-160, 0), at(160, 0));
  EXPECT_NEAR(far.motion.scale(), 4 + 4 * 0.35, 0.01) << "8 asked for, 4 is the largest";
  far.rest();
  EXPECT_EQ(far.motion.scale(), 4);
  EXPECT_FALSE(far.motion.can_zoom_in());

  Hand near;
  near.pinch(at(-100, 0), at(100, 0), at(-50, 0), at(50, 0));
  EXPECT_NEAR(near.motion.scale(), 1 - 0.5 * 0.35, 0.01);
  near.rest();
  EXPECT_EQ(near.motion.scale(), 1);
  EXPECT_EQ(near.motion.x(), 0);
  EXPECT_EQ(near.motion.y(), 0);
  EXPECT_FALSE(near.motion.can_zoom_out());
}

TEST(EnlargedMotion, AFingerThatStaysAfterAPinchPans) {
  Hand hand;
  hand.down(1, at(-50, 0));
  hand.down(2, at(50, 0));
  hand.move({{at(-50, 0), at(-150, 0)}, {at(50, 0), at(150, 0)}}, 200);
  hand.up(2, at(150, 0));
  const double before = hand.motion.x();
  hand.move({{at(-150, 0), at(-120, 0)}}, 100);
  EXPECT_NEAR(hand.motion.x(), before + 30, 0.01);
  hand.up(1, at(-120, 0));
  EXPECT_NEAR(hand.motion.scale(), 3, 1e-3);
}

TEST(EnlargedMotion, ItZoomsToItsOwnPixelsWhereThatIsMoreThanFour) {
  EnlargedMotion::Geometry all = geometry();
  all.own_scale = 7;
  EnlargedMotion motion = photo(0, all);
  motion.zoom_by(100, at(0, 0), ms(0));
  motion.advance(ms(2000));
  EXPECT_EQ(motion.scale(), 7);
}

TEST(EnlargedMotion, ADoubleTapZoomsAboutItsPointAndBack) {
  Hand hand;
  const Point place = at(80, 60);
  hand.tap(place);
  hand.wait(100);
  EXPECT_EQ(hand.motion.scale(), 1) << "one tap does nothing";
  hand.tap(at(90, 60));
  hand.wait(50);
  EXPECT_GT(hand.motion.scale(), 1.05);
  EXPECT_NEAR(seen_x(hand.motion, 90), 90, 0.01) << "on the way too";
  hand.rest();
  EXPECT_EQ(hand.motion.scale(), 2);
  EXPECT_NEAR(seen_x(hand.motion, 90), 90, 0.01);
  EXPECT_NEAR(hand.motion.y(), 0, 0.01) << "all of its height is in view: it stays in the middle";
  hand.wait(400);
  hand.tap(place);
  hand.wait(100);
  hand.tap(place);
  hand.rest();
  EXPECT_EQ(hand.motion.scale(), 1);
  EXPECT_EQ(hand.motion.x(), 0);
}

TEST(EnlargedMotion, TwoTapsTooLateOrTooFarApartAreNoDoubleTap) {
  Hand late;
  late.tap(at(0, 0));
  late.wait(280);
  late.tap(at(0, 0));
  late.rest();
  EXPECT_EQ(late.motion.scale(), 1);
  Hand far;
  far.tap(at(0, 0));
  far.tap(at(30, 0));
  far.rest();
  EXPECT_EQ(far.motion.scale(), 1);
}

TEST(EnlargedMotion, ATapOnAZoomedPhotoCentresThere) {
  Hand hand(zoomed(3));
  hand.tap(at(100, -15));
  hand.rest();
  EXPECT_NEAR(hand.motion.x(), -100, 0.01);
  EXPECT_NEAR(hand.motion.y(), 15, 0.01);
  hand.wait(400);
  hand.tap(at(190, 300));
  hand.rest();
  EXPECT_NEAR(hand.motion.x(), -290, 0.01);
  EXPECT_NEAR(hand.motion.y(), -40, 0.01) << "no further than its edge";
  EXPECT_EQ(hand.motion.scale(), 3);
}

TEST(EnlargedMotion, AWheelZoomsAboutThePointerWhileItSettlesAndAtRest) {
  Hand hand;
  const Point pointer = at(-120, 0);
  for (int notch = 0; notch < 4; ++notch) {
    hand.motion.zoom_by(1.25, pointer, ms(hand.now));
    hand.wait(40);
    EXPECT_NEAR(seen_x(hand.motion, -120), -120, 0.01);
  }
  hand.rest();
  EXPECT_NEAR(hand.motion.scale(), std::pow(1.25, 4), 1e-6) << "notches multiply";
  EXPECT_NEAR(seen_x(hand.motion, -120), -120, 0.01);
  hand.motion.zoom_by(0, at(0, 0), ms(hand.now));
  hand.rest();
  EXPECT_EQ(hand.motion.scale(), 1);
  EXPECT_EQ(hand.motion.x(), 0);
}

TEST(EnlargedMotion, APanFollowsTheFingerAndResistsPastTheEdge) {
  Hand hand(zoomed(3));  // 1170 by 780: limits 390 and 40
  hand.down(1, at(0, 0));
  hand.move({{at(0, 0), at(-108, 0)}}, 200);
  EXPECT_NEAR(hand.motion.x(), -100, 0.01) << "1:1 from the slop on";
  hand.move({{at(-108, 0), at(-108, 148)}}, 200);
  EXPECT_NEAR(hand.motion.y(), 40 + 108 * 0.35, 0.01);
  hand.wait(200);
  hand.up(1, at(-108, 148));
  hand.rest();
  EXPECT_NEAR(hand.motion.x(), -100, 0.01);
  EXPECT_EQ(hand.motion.y(), 40);
}

TEST(EnlargedMotion, MomentumIsTheSameAtAllFrameRates) {
  std::vector<std::vector<double>> paths;
  for (const int rate : kRates) {
    Hand hand(zoomed(4), rate);  // limit 585
    hand.drag(at(150, 0), at(-50, 0), 200);
    std::vector<double> path{hand.motion.x()};
    for (int i = 0; i < 10; ++i) {
      hand.wait(100);
      path.push_back(hand.motion.x());
    }
    hand.rest();
    EXPECT_NEAR(hand.motion.x(), -192 - 200, 0.5) << "1 px/ms, which loses 0.5 % a ms";
    EXPECT_NEAR(path[1], -192 - 200 * (1 - std::exp(-0.5)), 0.5);
    paths.push_back(path);
  }
  for (std::size_t i = 0; i < paths[0].size(); ++i) {
    EXPECT_NEAR(paths[0][i], paths[1][i], 0.01);
    EXPECT_NEAR(paths[1][i], paths[2][i], 0.01);
  }
}

TEST(EnlargedMotion, MomentumEndsAtTheEdge) {
  Hand hand(zoomed(2));  // limit 195
  hand.drag(at(150, 0), at(0, 0), 100);
  double lowest = 0;
  for (int i = 0; i < 60; ++i) {
    hand.wait(hand.frame);
    lowest = std::min(lowest, hand.motion.x());
  }
  EXPECT_GE(lowest, -195 - 25) << "hardly past it";
  hand.rest();
  EXPECT_EQ(hand.motion.x(), -195);
}

TEST(EnlargedMotion, APressCatchesWhatMoves) {
  Hand hand(zoomed(4));
  hand.drag(at(150, 0), at(-50, 0), 200);
  hand.wait(60);
  hand.down(1, at(0, 0));
  const double caught = hand.motion.x();
  hand.wait(200);
  EXPECT_EQ(hand.motion.x(), caught);
  hand.up(1, at(0, 0));
  hand.rest();
  EXPECT_EQ(hand.motion.x(), caught) << "it was no tap";
}

TEST(EnlargedMotion, ASwipeGoesToTheNextPhotoAndBack) {
  Hand hand;
  hand.down(1, at(100, 0));
  hand.move({{at(100, 0), at(-108, 0)}}, 400);
  EXPECT_NEAR((hand.motion.offset() - 1) * hand.motion.pitch().value, 200, 0.01) << "1:1";
  EXPECT_EQ(hand.motion.photo(), 1) << "not decided while it is dragged";
  hand.up(1, at(-108, 0));
  EXPECT_EQ(hand.motion.photo(), 2);
  hand.rest();
  EXPECT_EQ(hand.motion.offset(), 2);
  hand.drag(at(-50, 0), at(20, 0), 80);
  EXPECT_EQ(hand.motion.photo(), 1) << "a flick";
}

TEST(EnlargedMotion, ASwipeIsMirroredInRightToLeft) {
  EnlargedMotion::Geometry all = geometry();
  all.direction = Direction::RightToLeft;
  Hand hand(photo(1, all));
  hand.drag(at(-50, 0), at(20, 0), 80);
  EXPECT_EQ(hand.motion.photo(), 2);
}

TEST(EnlargedMotion, APanFromTheEdgeGoesOnToTheNextPhoto) {
  Hand hand(zoomed(2));
  hand.drag(at(100, 0), at(-150, 0), 300);
  hand.rest();
  EXPECT_EQ(hand.motion.x(), -195);
  EXPECT_EQ(hand.motion.photo(), 1) << "one that reaches it does not";
  hand.drag(at(50, 0), at(-20, 0), 80);
  EXPECT_EQ(hand.motion.photo(), 2);
  EXPECT_EQ(hand.motion.zoomed_photo(), 1) << "which leaves as it was";
  EXPECT_EQ(hand.motion.scale(), 2);
  hand.rest();
  EXPECT_EQ(hand.motion.zoomed_photo(), 2);
  EXPECT_EQ(hand.motion.scale(), 1);
}

TEST(EnlargedMotion, ASecondFingerEndsASwipe) {
  Hand hand;
  hand.down(1, at(100, 0));
  hand.move({{at(100, 0), at(-60, 0)}}, 200);
  hand.down(2, at(60, 0));
  hand.wait(400);
  EXPECT_EQ(hand.motion.photo(), 1);
  EXPECT_EQ(hand.motion.offset(), 1);
  hand.move({{at(-60, 0), at(-120, 0)}, {at(60, 0), at(120, 0)}}, 100);
  EXPECT_NEAR(hand.motion.scale(), 2, 1e-3);
}

struct Drop {
  std::string name;
  double by;        ///< px down
  double duration;  ///< ms
  double rest;      ///< ms before it is let go
  bool closes;
};

TEST(EnlargedMotion, AFlickOrALongWayDownClosesAndOthersReturn) {
  const Drop cases[] = {
      {"a flick", 80, 100, 0, true},
      {"slowly, not far", 80, 400, 0, false},
      {"slowly, far", 200, 900, 0, true},
      {"far, and held", 200, 300, 200, true},
      {"a flick that rested", 80, 100, 200, false},
      {"upwards", -200, 100, 0, false},
  };
  for (const Drop& one : cases) {
    for (const int rate : kRates) {
      Hand hand(photo(), rate);
      hand.down(1, at(0, 0));
      hand.move({{at(0, 0), at(10, one.by)}}, one.duration);
      const double way = one.by > 0 ? one.by - 8 : (one.by + 8) * 0.35;
      EXPECT_NEAR(hand.motion.y(), way, 0.01) << one.name;
      EXPECT_NEAR(hand.motion.drop(), std::max(way, 0.0) / kHeight, 1e-4) << one.name;
      hand.wait(one.rest);
      hand.up(1, at(10, one.by));
      EXPECT_EQ(hand.motion.closes(), one.closes) << one.name;
      hand.rest();
      EXPECT_NEAR(hand.motion.y(), one.closes ? way : 0, 0.01) << one.name;
    }
  }
}

TEST(EnlargedMotion, AZoomedPhotoIsNotDropped) {
  Hand hand(zoomed(2));
  hand.drag(at(0, 0), at(0, 300), 100);
  EXPECT_FALSE(hand.motion.closes());
  EXPECT_EQ(hand.motion.drop(), 0);
}

TEST(EnlargedMotion, ACancelledDropReturnsAndACancelledPinchStays) {
  Hand drop;
  drop.down(1, at(0, 0));
  drop.move({{at(0, 0), at(0, 400)}}, 100);
  drop.motion.pointer_cancel(ms(drop.now));
  drop.rest();
  EXPECT_FALSE(drop.motion.closes());
  EXPECT_EQ(drop.motion.y(), 0);

  Hand pinch;
  pinch.down(1, at(-50, 0));
  pinch.down(2, at(50, 0));
  pinch.move({{at(-50, 0), at(-100, 0)}, {at(50, 0), at(100, 0)}}, 100);
  pinch.motion.pointer_cancel(ms(pinch.now));
  pinch.rest();
  EXPECT_NEAR(pinch.motion.scale(), 2, 1e-3);
  pinch.motion.pointer_move(1, at(0, 0), ms(pinch.now));
  EXPECT_NEAR(pinch.motion.scale(), 2, 1e-3) << "no finger is left";
}

TEST(EnlargedMotion, ReducedMotionChangesAtOnce) {
  EnlargedMotion::Geometry all = geometry();
  all.reduced_motion = true;
  Hand hand(photo(1, all));
  hand.motion.zoom_by(2, at(0, 0), ms(hand.now));
  EXPECT_EQ(hand.motion.scale(), 2);
  EXPECT_FALSE(hand.motion.advance(ms(hand.now)));
  hand.motion.go_to(3, ms(hand.now));
  EXPECT_EQ(hand.motion.offset(), 3);
  EXPECT_EQ(hand.motion.scale(), 1) << "of the photo it went to";
  hand.down(1, at(0, 0));
  hand.move({{at(0, 0), at(0, 48)}}, 400);
  EXPECT_NEAR(hand.motion.y(), 40, 0.01) << "what a finger holds follows it";
  hand.up(1, at(0, 48));
  EXPECT_EQ(hand.motion.y(), 0);
}

TEST(EnlargedMotion, AnotherSizeKeepsThePhotoWithinItsLimits) {
  Hand hand(zoomed(2));
  hand.drag(at(100, 0), at(-150, 0), 300);
  hand.rest();
  EnlargedMotion::Geometry all = geometry();
  all.width = CssPx(700);
  hand.motion.set_geometry(all);
  hand.rest();
  EXPECT_EQ(hand.motion.x(), -40);
  EXPECT_EQ(hand.motion.photo(), 1);
  EXPECT_EQ(hand.motion.offset(), 1);
}

}  // namespace
}  // namespace article::layout
