#include "layout/motion.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <gtest/gtest.h>

#include "carousel_case.h"

namespace article::layout {
namespace {

TEST(CarouselMotion, FollowsTheFingerFromWhereTheSlopEnded) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(0));
  motion.pointer_move(kFinger, at(293, 100), ms(16));
  EXPECT_EQ(motion.gesture(), Gesture::Pressed);
  EXPECT_EQ(motion.offset(), 1);
  motion.pointer_move(kFinger, at(292, 100), ms(32));
  EXPECT_EQ(motion.gesture(), Gesture::Dragging);
  EXPECT_EQ(motion.offset(), 1);
  motion.pointer_move(kFinger, at(272, 100), ms(48));
  EXPECT_NEAR((motion.offset() - 1) * kPitch, 20, 1e-3);
  motion.pointer_move(kFinger, at(312, 100), ms(64));
  EXPECT_NEAR((motion.offset() - 1) * kPitch, -20, 1e-3);
}

TEST(CarouselMotion, TakesAMouseFromFourPixels) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Mouse, at(300, 100), ms(0));
  motion.pointer_move(kFinger, at(303, 100), ms(16));
  EXPECT_EQ(motion.gesture(), Gesture::Pressed);
  motion.pointer_move(kFinger, at(304, 100), ms(32));
  EXPECT_EQ(motion.gesture(), Gesture::Dragging);
}

TEST(CarouselMotion, ForgetsTheSpeedOfAFingerThatRested80Ms) {
  for (const double rest : {60.0, 85.0}) {
    CarouselMotion motion = strip_on(1);
    motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(0));
    for (int t = 8; t <= 40; t += 8) motion.pointer_move(kFinger, at(300 - 4 * t, 100), ms(t));
    motion.pointer_up(kFinger, at(140, 100), ms(40 + rest));
    EXPECT_EQ(motion.target(), rest < 80 ? 2 : 1) << "over 100 ms it is 0.5 px/ms or more";
  }
}

TEST(CarouselMotion, SeesTheWholeWindowOfAFastMouse) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Mouse, at(300, 100), ms(0));
  for (int t = 1; t <= 100; ++t)
    motion.pointer_move(kFinger, at(300 - std::min(t, 60), 100), ms(t));
  motion.pointer_up(kFinger, at(240, 100), ms(100));
  EXPECT_EQ(motion.target(), 2) << "0.6 px/ms over 100 ms, though still for the last 40";
}

TEST(CarouselMotion, DoesNotOvershootWhenFlickedCloseToAPhoto) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Touch, at(400, 100), ms(0));
  motion.pointer_move(kFinger, at(150, 100), ms(300));
  motion.pointer_move(kFinger, at(50, 100), ms(400));
  motion.pointer_up(kFinger, at(50, 100), ms(400));
  EXPECT_EQ(motion.target(), 2);
  double highest = motion.offset();
  EXPECT_GT(highest, 1.9);
  for (double now = 400; motion.advance(ms(now)); ++now)
    highest = std::max(highest, motion.offset());
  EXPECT_LE(highest, 2);
}

TEST(CarouselMotion, LeavesTheFingerAtItsOwnSpeedAlsoPastAnEnd) {
  for (const int start : {0, 2}) {
    CarouselMotion motion = strip_on(start);
    motion.pointer_down(kFinger, PointerKind::Touch, at(100, 100), ms(0));
    motion.pointer_move(kFinger, at(180, 100), ms(80));
    const double before = motion.offset();
    motion.pointer_move(kFinger, at(181, 100), ms(81));
    const double at_release = motion.offset();
    motion.pointer_up(kFinger, at(181, 100), ms(81));
    motion.advance(ms(82));
    const double step = at_release - before;
    // The spring already pulls at its end by 0.9 px/s a millisecond and pixel.
    EXPECT_NEAR(motion.offset() - at_release, step, 0.1 * -step) << start;
  }
}

TEST(CarouselMotion, ShowsTheNearestPhotoWhileDragged) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(0));
  motion.pointer_move(kFinger, at(140, 100), ms(100));
  EXPECT_EQ(motion.target(), 1);
  EXPECT_TRUE(motion.moving());
  motion.pointer_move(kFinger, at(100, 100), ms(200));
  EXPECT_EQ(motion.target(), 2);
  EXPECT_FALSE(motion.advance(ms(210)));
}

TEST(CarouselMotion, ResistsPastTheEnds) {
  CarouselMotion motion = strip_on(0);
  motion.pointer_down(kFinger, PointerKind::Touch, at(100, 100), ms(0));
  motion.pointer_move(kFinger, at(208, 100), ms(100));
  EXPECT_NEAR(motion.offset() * kPitch, -35, 1e-3);
  motion.pointer_move(kFinger, at(8, 100), ms(200));
  EXPECT_NEAR(motion.offset() * kPitch, 100, 1e-3);

  CarouselMotion alone = strip_on(0, 1);
  alone.pointer_down(kFinger, PointerKind::Touch, at(208, 100), ms(0));
  alone.pointer_move(kFinger, at(100, 100), ms(100));
  EXPECT_NEAR(alone.offset() * kPitch, 35, 1e-3);
  alone.pointer_up(kFinger, at(100, 100), ms(110));
  EXPECT_EQ(alone.target(), 0);
}

TEST(CarouselMotion, SettlesWithinHalfAPixelIn300Ms) {
  const struct {
    int count;
    float pitch;
    int from;
    int to;
  } cases[] = {
      {2, 100, 0, 1}, {5, 360, 0, 1}, {5, 1200, 0, 4}, {500, 2000, 0, 499}, {500, 2000, 499, 0}};
  for (const auto& c : cases) {
    CarouselMotion motion;
    motion.set_geometry(c.count, CssPx(c.pitch));
    motion.jump_to(c.from);
    motion.go_to(c.to, ms(1000));
    EXPECT_TRUE(motion.advance(ms(1016)));
    EXPECT_FALSE(motion.advance(ms(1300)));
    EXPECT_EQ(motion.offset(), c.to) << c.count << " of " << c.pitch;
  }
}

TEST(CarouselMotion, SettlesAsTheSpringOfFrequency30) {
  CarouselMotion motion = strip_on(0);
  motion.go_to(1, ms(0));
  for (const double t : {20.0, 50.0, 100.0, 150.0}) {
    motion.advance(ms(t));
    EXPECT_NEAR(1 - motion.offset(), (1 + 0.03 * t) * std::exp(-0.03 * t), 1e-9);
  }
}

TEST(CarouselMotion, StopsAtTheLastPixel) {
  CarouselMotion motion = strip_on(0);
  motion.go_to(1, ms(0));
  double before = 0;
  double now = 0;
  while (motion.advance(ms(now))) {
    before = motion.offset();
    now += 1;
  }
  EXPECT_FALSE(motion.moving());
  EXPECT_EQ(motion.offset(), 1);
  EXPECT_LT((1 - before) * kPitch, 1);
  EXPECT_GT((1 - before) * kPitch, 0.5);
}

TEST(CarouselMotion, IsCaughtWhereItIs) {
  CarouselMotion motion = strip_on(0);
  motion.go_to(1, ms(0));
  motion.advance(ms(48));
  const double caught = motion.offset();
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(48));
  EXPECT_FALSE(motion.advance(ms(200)));
  EXPECT_EQ(motion.offset(), caught);
  EXPECT_TRUE(motion.moving());
  motion.pointer_move(kFinger, at(282, 100), ms(216));
  EXPECT_NEAR((motion.offset() - caught) * kPitch, 10, 1e-3);
}

TEST(CarouselMotion, IsCaughtWhereItIsPastAnEnd) {
  CarouselMotion motion = strip_on(0);
  motion.pointer_down(kFinger, PointerKind::Touch, at(100, 100), ms(0));
  motion.pointer_move(kFinger, at(308, 100), ms(200));
  motion.pointer_up(kFinger, at(308, 100), ms(300));
  motion.advance(ms(332));
  const double caught = motion.offset();
  EXPECT_LT(caught * kPitch, -20);
  motion.pointer_down(kFinger, PointerKind::Touch, at(100, 100), ms(332));
  motion.pointer_move(kFinger, at(108, 100), ms(348));
  EXPECT_NEAR(motion.offset(), caught, 1e-6);
  motion.pointer_move(kFinger, at(118, 100), ms(364));
  EXPECT_NEAR((motion.offset() - caught) * kPitch, -3.5, 1e-3);
}

TEST(CarouselMotion, RunsOnAfterAPressThatOnlyCaughtIt) {
  CarouselMotion motion = strip_on(0);
  motion.go_to(1, ms(0));
  motion.advance(ms(32));
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(32));
  EXPECT_FALSE(motion.pointer_up(kFinger, at(300, 101), ms(90))) << "catching is no tap";
  EXPECT_EQ(motion.target(), 1);
  EXPECT_TRUE(motion.advance(ms(100)));
  motion.advance(ms(400));
  EXPECT_EQ(motion.offset(), 1);

  motion.go_to(2, ms(1000));
  motion.advance(ms(1200));
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(1200));
  EXPECT_TRUE(motion.pointer_up(kFinger, at(300, 101), ms(1240)))
      << "it lay within the slop of its photo";
}

TEST(CarouselMotion, LetsThePageScrollFromAMovingStrip) {
  CarouselMotion motion = strip_on(0);
  motion.go_to(1, ms(0));
  motion.advance(ms(32));
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(32));
  motion.pointer_move(kFinger, at(302, 120), ms(48));
  EXPECT_EQ(motion.gesture(), Gesture::Yielded);
  EXPECT_TRUE(motion.advance(ms(64)));
  motion.pointer_cancel(ms(64));
  EXPECT_EQ(motion.gesture(), Gesture::None);
  motion.advance(ms(400));
  EXPECT_EQ(motion.offset(), 1);
}

TEST(CarouselMotion, KeepsItsSpeedWhenSentOn) {
  CarouselMotion motion = strip_on(0);
  motion.go_to(1, ms(0));
  motion.advance(ms(40));
  const double a = motion.offset();
  motion.advance(ms(41));
  const double b = motion.offset();
  motion.go_to(2, ms(41));
  EXPECT_EQ(motion.offset(), b);
  motion.advance(ms(42));
  EXPECT_NEAR(motion.offset() - b, b - a, 0.1 * (b - a));
}

TEST(CarouselMotion, YieldsToASecondFingerUntilAllAreUp) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(1, PointerKind::Touch, at(300, 100), ms(0));
  motion.pointer_down(2, PointerKind::Touch, at(100, 100), ms(20));
  EXPECT_EQ(motion.gesture(), Gesture::Yielded);
  motion.pointer_move(1, at(200, 100), ms(40));
  EXPECT_EQ(motion.offset(), 1);
  EXPECT_FALSE(motion.pointer_up(2, at(100, 100), ms(60)));
  motion.pointer_move(1, at(100, 100), ms(80));
  EXPECT_EQ(motion.offset(), 1);
  EXPECT_EQ(motion.gesture(), Gesture::Yielded);
  EXPECT_FALSE(motion.pointer_up(1, at(100, 100), ms(100)));
  EXPECT_EQ(motion.gesture(), Gesture::None);
  motion.pointer_down(3, PointerKind::Touch, at(300, 100), ms(200));
  EXPECT_TRUE(motion.pointer_up(3, at(300, 100), ms(220)));
}

TEST(CarouselMotion, ForgetsAReleaseLostOutsideTheWindow) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Mouse, at(300, 100), ms(0));
  motion.pointer_move(kFinger, at(60, 100), ms(100));
  motion.pointer_move(kFinger, at(-20, 100), ms(120));
  EXPECT_EQ(motion.gesture(), Gesture::Dragging);
  // It was let go out there; the next this side hears of it is a new press.
  motion.pointer_down(kFinger, PointerKind::Mouse, at(200, 100), ms(900));
  EXPECT_EQ(motion.gesture(), Gesture::Pressed);
  EXPECT_FALSE(motion.pointer_up(kFinger, at(200, 100), ms(960)));
  motion.advance(ms(1400));
  EXPECT_EQ(motion.offset(), 1);
}

TEST(CarouselMotion, IgnoresPointersThatAreNotDown) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_move(kFinger, at(10, 10), ms(0));
  EXPECT_FALSE(motion.pointer_up(kFinger, at(10, 10), ms(10)));
  motion.pointer_cancel(ms(20));
  EXPECT_EQ(motion.gesture(), Gesture::None);
  EXPECT_EQ(motion.offset(), 1);
  EXPECT_FALSE(motion.moving());

  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(100));
  motion.pointer_move(kFinger + 1, at(10, 100), ms(116));  // a mouse that hovers
  EXPECT_EQ(motion.gesture(), Gesture::Pressed);
}

TEST(CarouselMotion, ChangesAtOnceWithReducedMotion) {
  CarouselMotion motion = strip_on(0);
  motion.set_reduced_motion(true);
  motion.go_to(2, ms(0));
  EXPECT_EQ(motion.offset(), 2);
  EXPECT_FALSE(motion.advance(ms(1)));
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(10));
  motion.pointer_move(kFinger, at(200, 100), ms(60));
  EXPECT_GT(motion.offset(), 2) << "the finger is still followed";
  motion.pointer_up(kFinger, at(180, 100), ms(70));
  EXPECT_EQ(motion.offset(), 3);

  CarouselMotion settling = strip_on(0);
  settling.go_to(2, ms(0));
  settling.set_reduced_motion(true);
  EXPECT_EQ(settling.offset(), 2);
}

TEST(CarouselMotion, KeepsThePhotoWhenTheGeometryChanges) {
  CarouselMotion motion = strip_on(3);
  motion.set_geometry(kCount, CssPx(720));
  EXPECT_EQ(motion.offset(), 3);
  motion.set_geometry(3, CssPx(720));
  EXPECT_EQ(motion.offset(), 2);
  EXPECT_EQ(motion.target(), 2);

  motion.pointer_down(kFinger, PointerKind::Touch, at(100, 100), ms(0));
  motion.pointer_move(kFinger, at(280, 100), ms(100));
  const double held = motion.offset();
  motion.set_geometry(3, CssPx(360));
  EXPECT_NEAR(motion.offset(), held, 1e-6);
  motion.pointer_move(kFinger, at(316, 100), ms(116));
  EXPECT_NEAR(motion.offset(), held - 0.1, 1e-6);
  motion.set_geometry(1, CssPx(360));
  motion.pointer_up(kFinger, at(316, 100), ms(300));
  motion.advance(ms(800));
  EXPECT_EQ(motion.offset(), 0);
}

TEST(CarouselMotion, LetsGoOfTheFingerWhenSentElsewhere) {
  CarouselMotion motion = strip_on(0);
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(0));
  motion.pointer_move(kFinger, at(200, 100), ms(60));
  motion.go_to(3, ms(70));
  motion.pointer_move(kFinger, at(100, 100), ms(80));
  motion.advance(ms(400));
  EXPECT_EQ(motion.offset(), 3);
  EXPECT_FALSE(motion.pointer_up(kFinger, at(100, 100), ms(410)));
  EXPECT_EQ(motion.gesture(), Gesture::None);
}

TEST(CarouselMotion, SurvivesAClockThatStandsOrGoesBack) {
  CarouselMotion motion = strip_on(1);
  motion.pointer_down(kFinger, PointerKind::Touch, at(300, 100), ms(100));
  motion.pointer_move(kFinger, at(200, 100), ms(100));
  motion.pointer_move(kFinger, at(180, 100), ms(90));
  motion.pointer_up(kFinger, at(150, 100), ms(100));
  EXPECT_TRUE(std::isfinite(motion.offset()));
  motion.advance(ms(1000));
  EXPECT_EQ(motion.offset(), std::round(motion.offset()));
}

TEST(CarouselMotion, ComesToRestOnAPhotoAfterAnyInput) {
  std::uint32_t seed = 1;
  const auto dice = [&seed](int sides) {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<int>((seed >> 8) % static_cast<std::uint32_t>(sides));
  };
  for (int round = 0; round < 300; ++round) {
    CarouselMotion motion = strip_on(dice(kCount));
    double now = 0;
    const int first = dice(kCount);
    int count = kCount;
    motion.jump_to(first);
    for (int step = 0; step < 60; ++step) {
      now += dice(60);
      const int id = dice(3);
      const Point place = at(dice(720) - 180, 100 + dice(20));
      const PointerKind kind = dice(4) == 0 ? PointerKind::Mouse : PointerKind::Touch;
      switch (dice(9)) {
        case 0:
          motion.pointer_down(id, kind, place, ms(now));
          break;
        case 1:
          motion.pointer_up(id, place, ms(now));
          break;
        case 2:
          motion.wheel(CssPx(dice(400) - 200), ms(now));
          break;
        case 3:
          if (dice(4) == 0) motion.pointer_cancel(ms(now));
          break;
        case 4:
          if (dice(4) == 0) motion.go_to(dice(8) - 2, ms(now));
          break;
        case 5:
          count = 1 + dice(kCount);
          motion.set_geometry(count, CssPx(100 + dice(900)));
          break;
        case 6:
          motion.advance(ms(now));
          break;
        default:
          motion.pointer_move(id, place, ms(now));
          break;
      }
      ASSERT_TRUE(std::isfinite(motion.offset()));
      ASSERT_GE(motion.target(), 0);
      ASSERT_LT(motion.target(), count);
    }
    motion.pointer_cancel(ms(now));
    motion.advance(ms(now + 150));
    motion.advance(ms(now + 600));
    EXPECT_EQ(motion.offset(), motion.target()) << "round " << round;
    EXPECT_FALSE(motion.moving());
    EXPECT_FALSE(motion.wake_at().has_value());
    EXPECT_EQ(motion.gesture(), Gesture::None);
  }
}

}  // namespace
}  // namespace article::layout
