#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "carousel_case.h"

namespace article::layout {
namespace {

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

}  // namespace
}  // namespace article::layout
