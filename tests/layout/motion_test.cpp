#include "layout/motion.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace article::layout {
namespace {

constexpr int kCount = 5;
constexpr float kPitch = 360;
constexpr int kRates[] = {30, 60, 120};
constexpr int kFinger = 7;

/// Where the finger is at a time; straight in between.
struct Mark {
  double ms;
  double x;
  double y;
};

enum class End { Up, Cancel, SecondFinger, Nothing };

struct Trace {
  std::string name;
  std::vector<Mark> marks;
  End end = End::Up;
  PointerKind kind = PointerKind::Touch;
  int start = 1;  ///< photo
};

Point at(double x, double y) { return {CssPx(x), CssPx(y)}; }
Milliseconds ms(double value) { return Milliseconds(value); }

Mark mark_at(const Trace& trace, double time) {
  const std::vector<Mark>& marks = trace.marks;
  for (std::size_t i = 1; i < marks.size(); ++i) {
    if (time > marks[i].ms) continue;
    const Mark& a = marks[i - 1];
    const Mark& b = marks[i];
    const double share = (time - a.ms) / (b.ms - a.ms);
    return {time, a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
  }
  return {time, marks.back().x, marks.back().y};
}

CarouselMotion strip_on(int photo, int count = kCount) {
  CarouselMotion motion;
  motion.set_geometry(count, CssPx(kPitch));
  motion.jump_to(photo);
  return motion;
}

struct Replay {
  bool tap = false;
  int target = -1;
  double rest = -1;          ///< offset at the end
  Gesture gesture{};         ///< just before the end
  double settled_ms = 0;     ///< after the end
  std::vector<double> path;  ///< offset every 100 ms, from the press
  double lowest = 1e9;
  double highest = -1e9;
};

/// Replays a trace with its finger and its frames at `rate`; the press and its
/// end keep their own times, as a browser's events do.
Replay replay(const Trace& trace, int rate) {
  CarouselMotion motion = strip_on(trace.start);
  Replay result;
  const double end = trace.marks.back().ms;
  const double frame = 1000.0 / rate;
  motion.pointer_down(kFinger, trace.kind, at(trace.marks[0].x, trace.marks[0].y), ms(0));
  const auto watch = [&] {
    result.lowest = std::min(result.lowest, motion.offset());
    result.highest = std::max(result.highest, motion.offset());
  };
  bool ended = false;
  for (int i = 1; i * frame < end + 1000; ++i) {
    const double now = i * frame;
    if (!ended && now >= end) {
      ended = true;
      result.gesture = motion.gesture();
      const Mark last = trace.marks.back();
      switch (trace.end) {
        case End::Up:
          result.tap = motion.pointer_up(kFinger, at(last.x, last.y), ms(end));
          break;
        case End::Cancel:
          motion.pointer_cancel(ms(end));
          break;
        case End::SecondFinger:
          motion.pointer_down(kFinger + 1, trace.kind, at(200, 200), ms(end));
          break;
        case End::Nothing:
          break;
      }
    } else if (!ended) {
      const Mark mark = mark_at(trace, now);
      motion.pointer_move(kFinger, at(mark.x, mark.y), ms(now));
    }
    if (motion.advance(ms(now))) result.settled_ms = now - end;
    watch();
    if (std::abs(std::remainder(now, 100.0)) < 0.01) {
      result.path.push_back(motion.offset());
    }
  }
  result.target = motion.target();
  result.rest = motion.offset();
  return result;
}

struct Expected {
  Trace trace;
  int photo;
  Gesture gesture;  ///< before the end
  bool tap;
  std::string rule;
};

std::vector<Expected> traces() {
  using enum Gesture;
  return {
      {{"slow drag, not half-way",
        {{0, 300, 100}, {200, 260, 103}, {500, 200, 106}, {900, 150, 104}, {1100, 145, 104}}},
       1,
       Dragging,
       false,
       "half-way"},
      {{"slow drag, past half-way",
        {{0, 300, 100}, {200, 240, 103}, {500, 150, 106}, {900, 90, 104}, {1100, 85, 104}}},
       2,
       Dragging,
       false,
       "half-way"},
      {{"flick on",
        {{0, 300, 100}, {20, 296, 100}, {40, 280, 102}, {80, 230, 106}, {110, 190, 110}}},
       2,
       Dragging,
       false,
       "0.5 px/ms"},
      {{"flick back",
        {{0, 60, 100}, {20, 63, 100}, {60, 90, 104}, {100, 140, 106}, {115, 155, 106}}},
       0,
       Dragging,
       false,
       "0.5 px/ms"},
      {{"flick below the limit", {{0, 300, 100}, {50, 285, 100}, {200, 225, 100}}},
       1,
       Dragging,
       false,
       "0.5 px/ms"},
      {{"hard flick", {{0, 350, 100}, {16, 335, 100}, {50, 200, 102}, {90, 40, 104}}},
       3,
       Dragging,
       false,
       "momentum goes further, to a photo"},
      {{"flick, then rest", {{0, 300, 100}, {60, 220, 100}, {110, 170, 100}, {200, 170, 100}}},
       1,
       Dragging,
       false,
       "0 after 80 ms of rest"},
      {{"drag on, flick back",
        {{0, 300, 100}, {300, 120, 100}, {400, 60, 100}, {430, 60, 100}, {500, 110, 100}}},
       1,
       Dragging,
       false,
       "a flick goes to the next photo its way"},
      {{"fast drag, trembling rest",
        {{0, 300, 100},
         {100, 200, 100},
         {120, 199, 101},
         {140, 200.5, 100},
         {160, 199.5, 100},
         {190, 200, 100}}},
       1,
       Dragging,
       false,
       "a tremble of 2 px is rest"},
      {{"diagonal, more inline", {{0, 300, 100}, {30, 280, 114}, {90, 220, 150}, {120, 190, 170}}},
       2,
       Dragging,
       false,
       "larger delta"},
      {{"diagonal, more block", {{0, 300, 100}, {30, 286, 120}, {90, 220, 190}, {120, 60, 230}}},
       1,
       Yielded,
       false,
       "larger delta"},
      {{"exactly diagonal", {{0, 300, 100}, {60, 260, 140}, {120, 200, 200}}},
       1,
       Yielded,
       false,
       "the page in doubt"},
      {{"vertical, then inline", {{0, 300, 100}, {50, 301, 140}, {120, 200, 150}, {160, 100, 150}}},
       1,
       Yielded,
       false,
       "never taken half-way"},
      {{"inline, then vertical", {{0, 300, 100}, {60, 250, 102}, {300, 245, 300}, {500, 245, 420}}},
       1,
       Dragging,
       false,
       "the axis is locked"},
      {{"jitter",
        {{0, 300, 100},
         {20, 303, 98},
         {40, 298, 103},
         {60, 304, 101},
         {90, 297, 104},
         {130, 301, 99}}},
       1,
       Pressed,
       true,
       "slop of 8 px"},
      {{"jitter of a mouse",
        {{0, 300, 100}, {40, 303, 98}, {90, 299, 102}},
        End::Up,
        PointerKind::Mouse},
       1,
       Pressed,
       true,
       "slop of 4 px"},
      {{"short drag by mouse",
        {{0, 300, 100}, {100, 293, 100}, {400, 294, 100}},
        End::Up,
        PointerKind::Mouse},
       1,
       Dragging,
       false,
       "slop of 4 px"},
      {{"two fingers",
        {{0, 300, 100}, {100, 200, 100}, {120, 90, 100}, {160, 90, 100}},
        End::SecondFinger},
       1,
       Dragging,
       false,
       "a second finger yields"},
      {{"cancelled", {{0, 300, 100}, {100, 200, 100}, {120, 90, 100}, {160, 90, 100}}, End::Cancel},
       1,
       Dragging,
       false,
       "a cancelled drag changes nothing"},
      {{"pull past the first",
        {{0, 100, 100}, {200, 200, 100}, {300, 300, 100}, {320, 310, 100}},
        End::Up,
        PointerKind::Touch,
        0},
       0,
       Dragging,
       false,
       "the end holds"},
      {{"flick past the last",
        {{0, 300, 100}, {40, 200, 100}, {80, 60, 100}},
        End::Up,
        PointerKind::Touch,
        4},
       4,
       Dragging,
       false,
       "the end holds"},
  };
}

TEST(CarouselMotion, SettlesEveryTraceOnItsPhotoAtEveryRate) {
  for (const Expected& expected : traces()) {
    for (const int rate : kRates) {
      const Replay got = replay(expected.trace, rate);
      SCOPED_TRACE(expected.trace.name + " at " + std::to_string(rate) + " Hz: " + expected.rule);
      EXPECT_EQ(got.target, expected.photo);
      EXPECT_EQ(got.rest, expected.photo);
      EXPECT_EQ(got.gesture, expected.gesture);
      EXPECT_EQ(got.tap, expected.tap);
      EXPECT_LE(got.settled_ms, 300);
    }
  }
}

TEST(CarouselMotion, TakesTheSamePathAtEveryRate) {
  for (const Expected& expected : traces()) {
    const Replay fine = replay(expected.trace, 120);
    for (const int rate : kRates) {
      SCOPED_TRACE(expected.trace.name + " at " + std::to_string(rate) + " Hz");
      const Replay got = replay(expected.trace, rate);
      ASSERT_EQ(got.path.size(), fine.path.size());
      for (std::size_t i = 0; i < got.path.size(); ++i) {
        // Two pixels: where a curve of the finger fell between its samples.
        EXPECT_NEAR(got.path[i] * kPitch, fine.path[i] * kPitch, 2)
            << "after " << (i + 1) * 100 << " ms";
      }
    }
  }
}

TEST(CarouselMotion, NeverMovesForAPressItDoesNotTake) {
  for (const Expected& expected : traces()) {
    if (expected.gesture == Gesture::Dragging) continue;
    const Replay got = replay(expected.trace, 60);
    EXPECT_EQ(got.lowest, 1) << expected.trace.name;
    EXPECT_EQ(got.highest, 1) << expected.trace.name;
  }
}

TEST(CarouselMotion, DoesNotOvershootAPhoto) {
  for (const Expected& expected : traces()) {
    if (expected.trace.start != 1 || expected.photo <= 1) continue;
    const Replay got = replay(expected.trace, 120);
    EXPECT_LE(got.highest, expected.photo) << expected.trace.name;
  }
}

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

/// A trackpad's swipe: the fingers' part, then momentum, every 1000/rate ms.
double swipe(CarouselMotion& motion, double now, double px_per_ms, int rate) {
  const double frame = 1000.0 / rate;
  double since = 0;
  for (double speed = px_per_ms / 4; std::abs(speed) > 0.03; since += frame) {
    motion.wheel(CssPx(speed * frame), ms(now + since));
    speed = since < 80 ? px_per_ms * (0.25 + 0.75 * since / 80)
                       : px_per_ms * std::exp(-(since - 80) / 325);
  }
  return now + since;
}

TEST(CarouselMotion, FollowsTheWheelAndSettlesWhenItRests) {
  CarouselMotion motion = strip_on(1);
  motion.wheel(CssPx(30), ms(0));
  motion.wheel(CssPx(60), ms(16));
  EXPECT_NEAR((motion.offset() - 1) * kPitch, 90, 1e-3);
  EXPECT_FALSE(motion.advance(ms(32)));
  ASSERT_TRUE(motion.wake_at().has_value());
  EXPECT_EQ(motion.wake_at()->value, 136);
  EXPECT_TRUE(motion.advance(ms(137)));
  EXPECT_FALSE(motion.wake_at().has_value());
  EXPECT_EQ(motion.target(), 2) << "90 px commit";
  motion.advance(ms(500));
  EXPECT_EQ(motion.offset(), 2);

  motion.wheel(CssPx(-30), ms(1000));
  motion.advance(ms(1120));
  EXPECT_EQ(motion.target(), 2) << "30 px do not";
}

TEST(CarouselMotion, SettlesAWheelFromTheTimeItRestedThoughWokenLate) {
  CarouselMotion punctual = strip_on(1);
  CarouselMotion late = strip_on(1);
  punctual.wheel(CssPx(100), ms(0));
  late.wheel(CssPx(100), ms(0));
  punctual.advance(ms(120));
  punctual.advance(ms(200));
  late.advance(ms(200));
  EXPECT_EQ(late.offset(), punctual.offset());
  EXPECT_GT(late.offset(), 1 + 100 / kPitch);
}

TEST(CarouselMotion, GivesAWheelThatTurnsItsPhotoBack) {
  CarouselMotion motion = strip_on(1);
  for (int i = 0; i < 8; ++i) motion.wheel(CssPx(40), ms(i * 16));
  for (int i = 8; i < 20; ++i) motion.wheel(CssPx(-40), ms(i * 16));
  motion.advance(ms(20 * 16 + 120));
  EXPECT_EQ(motion.target(), 1) << "it turned near 2, one photo from there is 1";
}

TEST(CarouselMotion, SkipsNoPhotoByATrackpadsMomentum) {
  for (const int rate : kRates) {
    for (const double px_per_ms : {1.0, 2.0, 5.0, 12.0}) {
      CarouselMotion motion = strip_on(1);
      double end = swipe(motion, 0, px_per_ms, rate);
      motion.advance(ms(end + 500));
      EXPECT_EQ(motion.offset(), 2) << px_per_ms << " at " << rate;
      end = swipe(motion, end + 1000, -px_per_ms, rate);
      motion.advance(ms(end + 500));
      EXPECT_EQ(motion.offset(), 1) << px_per_ms << " at " << rate;
    }
  }
}

TEST(CarouselMotion, TakesASecondSwipeDuringTheMomentumOfTheFirst) {
  CarouselMotion motion = strip_on(0);
  for (double t = 0; t < 700; t += 16) {
    motion.wheel(CssPx(40 * std::exp(-t / 325)), ms(t));
  }
  EXPECT_EQ(motion.offset(), 1);
  const double end = swipe(motion, 704, 2, 60);
  motion.advance(ms(end + 500));
  EXPECT_EQ(motion.offset(), 2);
}

TEST(CarouselMotion, TurnsAPageByOneNotch) {
  CarouselMotion motion = strip_on(1);
  motion.wheel(CssPx(100), ms(0));
  motion.advance(ms(120));
  EXPECT_EQ(motion.target(), 2);
  motion.advance(ms(600));
  motion.wheel(CssPx(-48), ms(1000));
  motion.advance(ms(1120));
  EXPECT_EQ(motion.target(), 1);
}

TEST(CarouselMotion, DoesNotPullTheEndsByWheel) {
  CarouselMotion motion = strip_on(0);
  motion.wheel(CssPx(-200), ms(0));
  EXPECT_EQ(motion.offset(), 0);
  motion.advance(ms(120));
  EXPECT_FALSE(motion.moving());
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
