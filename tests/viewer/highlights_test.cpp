#include "viewer/highlights.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace article::viewer {
namespace {

using Target = Highlights::Target;

/// Draws a frame at each step until nothing changes. @return the frames drawn.
int rest(Highlights& highlights, double& now, double step) {
  for (int frames = 1; frames < 1000; ++frames) {
    now += step;
    if (!highlights.advance(Milliseconds(now))) return frames;
  }
  return 1000;
}

/// How far a target has come, 0 where it is not shown.
float way_of(const Highlights& highlights, const Target& target, bool press = false) {
  for (const paint::Highlight& one : highlights.shown())
    if (Target{one.box, one.range} == target && one.press == press) return one.way;
  return 0;
}

/// How many are seen.
auto seen(const Highlights& highlights) {
  return std::ranges::count_if(highlights.shown(), [](const auto& one) { return one.way > 0; });
}

TEST(Highlights, ShowAnInputInItsFirstFrame) {
  Highlights highlights;
  double now = 5000;
  EXPECT_FALSE(highlights.set(false, {})) << "nothing is hovered as it is";
  EXPECT_TRUE(highlights.set(false, {7}));
  EXPECT_FALSE(highlights.set(false, {7})) << "it is already";
  EXPECT_TRUE(highlights.advance(Milliseconds(now)));
  EXPECT_GT(way_of(highlights, {7}), 0.05F) << "however long nothing was drawn before";
  EXPECT_LT(way_of(highlights, {7}), 0.15F);
  EXPECT_TRUE(highlights.set(true, {7}));
  highlights.advance(Milliseconds(now + 1));
  EXPECT_GT(way_of(highlights, {7}, true), 0.0F);
}

TEST(Highlights, ComeAndGoIn200MsAtEveryRate) {
  for (const double rate : {30.0, 60.0, 120.0}) {
    const double step = 1000 / rate;
    Highlights highlights;
    double now = 1000;
    highlights.set(false, {3, 1});
    EXPECT_NEAR(rest(highlights, now, step) * step, 200, step + 1) << rate;
    EXPECT_EQ(way_of(highlights, {3, 1}), 1) << rate;
    EXPECT_EQ(way_of(highlights, {3}), 0) << "another link of the text";
    highlights.set(false, {});
    highlights.move_bar(9);
    EXPECT_NEAR(rest(highlights, now, step) * step, 200, step + 1) << rate;
    EXPECT_EQ(seen(highlights), 0) << rate;
    EXPECT_EQ(highlights.bar().way, 1) << rate;
  }
}

TEST(Highlights, TurnBackFromWhereTheyAre) {
  Highlights highlights;
  double now = 0;
  highlights.set(true, {4});
  for (int i = 0; i < 6; ++i) highlights.advance(Milliseconds(now += 16));
  const float half = way_of(highlights, {4}, true);
  highlights.set(true, {});
  highlights.advance(Milliseconds(now += 16));
  EXPECT_LT(way_of(highlights, {4}, true), half);
  EXPECT_GT(way_of(highlights, {4}, true), half - 0.1F);
}

TEST(Highlights, ComeBackFromWhereTheyAre) {
  Highlights highlights;
  double now = 0;
  highlights.set(false, {4, 0});
  rest(highlights, now, 16);
  EXPECT_TRUE(highlights.set(false, {4, 1}));
  for (int i = 0; i < 6; ++i) highlights.advance(Milliseconds(now += 16));
  const float half = way_of(highlights, {4, 0});
  EXPECT_GT(half, 0.2F);
  EXPECT_TRUE(highlights.set(false, {4, 0}));
  highlights.advance(Milliseconds(now += 16));
  EXPECT_GT(way_of(highlights, {4, 0}), half) << "not from its beginning";
  EXPECT_EQ(seen(highlights), 2) << "nor twice";
}

TEST(Highlights, ChangeAtOnceForAReaderWhoWantsNoMotion) {
  Highlights highlights;
  highlights.set_reduced_motion(true);
  highlights.set(false, {3});
  highlights.move_bar(9);
  EXPECT_FALSE(highlights.advance(Milliseconds(16)));
  EXPECT_EQ(way_of(highlights, {3}), 1);
  EXPECT_EQ(highlights.bar().way, 1);
}

TEST(Highlights, FollowAPointerThatRunsOverMany) {
  Highlights highlights;
  double now = 0;
  for (int box = 1; box < 100; ++box) {
    highlights.set(false, {box});
    highlights.advance(Milliseconds(now += 2));
    EXPECT_GT(way_of(highlights, {box}), 0) << box;
  }
  rest(highlights, now, 16);
  EXPECT_EQ(seen(highlights), 1);
  EXPECT_EQ(way_of(highlights, {99}), 1);
}

}  // namespace
}  // namespace article::viewer
