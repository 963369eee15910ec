#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "enlarged_case.h"
#include "layout/enlarged_motion.h"

/// An enlarged photo gives way to the next one, or is dropped.
namespace article::layout {
namespace {

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

}  // namespace
}  // namespace article::layout
