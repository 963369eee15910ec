#include "layout/enlarged_motion.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "enlarged_case.h"

/// An enlarged photo is zoomed and panned.
namespace article::layout {
namespace {

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

TEST(EnlargedMotion, AWheelGoesToTheNextPhotoOrPansAZoomedOne) {
  Hand hand;
  hand.motion.wheel(CssPx(300), ms(hand.now));
  EXPECT_GT(hand.motion.offset(), 1);
  hand.rest();
  EXPECT_EQ(hand.motion.photo(), 2);

  Hand near(zoomed(3));
  near.motion.wheel(CssPx(40), ms(near.now));
  EXPECT_EQ(near.motion.x(), -40);
  near.motion.wheel(CssPx(4000), ms(near.now));
  EXPECT_EQ(near.motion.x(), -kPhotoWidth) << "its edge";
  EXPECT_EQ(near.motion.photo(), 1);
  near.down(1, at(0, 0));
  near.motion.wheel(CssPx(-40), ms(near.now));
  near.motion.zoom_by(2, at(0, 0), ms(near.now));
  EXPECT_EQ(near.motion.x(), -kPhotoWidth) << "a finger has it";
  EXPECT_EQ(near.motion.scale(), 3);
}

TEST(EnlargedMotion, AMouseHasOnePointer) {
  Hand hand(zoomed(3));
  for (const int id : {1, 2}) {
    hand.motion.pointer_down(id, PointerKind::Mouse, at(0, 0), ms(hand.now));
    hand.motion.pointer_move(id, at(50, 0), ms(hand.now));
  }
  EXPECT_EQ(hand.motion.scale(), 3) << "no pinch";
  hand.motion.pointer_move(1, at(90, 0), ms(hand.now));
  const double there = hand.motion.x();
  hand.motion.pointer_up(1, at(90, 0), ms(hand.now));
  EXPECT_EQ(hand.motion.x(), there) << "the first one was let go by the second";
  hand.motion.pointer_up(2, at(50, 0), ms(hand.now));
  hand.rest();
}

TEST(EnlargedMotion, AFingerWhoseReleaseWasLostBeginsAnew) {
  Hand hand(zoomed(3));
  hand.down(1, at(0, 0));
  hand.move({{at(0, 0), at(60, 0)}}, 100);
  hand.down(1, at(10, 0));
  hand.up(1, at(10, 0));
  hand.rest();
  EXPECT_EQ(hand.motion.scale(), 3) << "one finger never pinches";
}

TEST(EnlargedMotion, AThirdFingerIsNoneOfThePinch) {
  Hand hand;
  hand.down(1, at(-50, 0));
  hand.down(2, at(50, 0));
  hand.down(3, at(0, 200));
  hand.motion.pointer_move(3, at(0, 300), ms(hand.now));
  hand.up(3, at(0, 300));
  EXPECT_EQ(hand.motion.scale(), 1);
  hand.move({{at(-50, 0), at(-100, 0)}, {at(50, 0), at(100, 0)}}, 100);
  EXPECT_NEAR(hand.motion.scale(), 2, 1e-3);
}

TEST(EnlargedMotion, OnlyWhatIsLessThanItsLargestIsZoomedIn) {
  Hand hand;
  EXPECT_TRUE(hand.motion.can_zoom_in());
  EXPECT_FALSE(hand.motion.can_zoom_out());
  hand.motion.zoom_by(100, at(0, 0), ms(hand.now));
  EXPECT_FALSE(hand.motion.can_zoom_in());
  EXPECT_TRUE(hand.motion.can_zoom_out());
  hand.rest();
  hand.motion.go_to(2, ms(hand.now));
  EXPECT_TRUE(hand.motion.can_zoom_in()) << "another one, on its way";
  EXPECT_FALSE(hand.motion.can_zoom_out());
  hand.motion.set_geometry(geometry());
  EXPECT_EQ(hand.motion.scale(), 4) << "that which leaves stays as it is";
  hand.rest();
  EXPECT_EQ(hand.motion.scale(), 1);
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
