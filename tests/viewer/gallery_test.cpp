#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "viewer/viewer.h"
#include "viewer_case.h"

/// A gallery that its reader moves, or that goes on by itself.
namespace article::viewer {
namespace {

using layout::Action;
using layout::Role;
using Kind = Event::Kind;

TEST_F(ViewerTest, ShowsAPhotoByNumberAndNoOther) {
  load();
  static_cast<void>(viewer_.take_events());
  EXPECT_FALSE(viewer_.show_photo(4, Event::Cause::Script, now_));
  EXPECT_FALSE(viewer_.show_photo(-1, Event::Cause::Script, now_));
  EXPECT_TRUE(viewer_.show_photo(3, Event::Cause::Script, now_));
  settle();
  const auto told = events(Kind::Photo);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].cause, Event::Cause::Script);
  EXPECT_NEAR(viewer_.scroller_offsets()[layout::kCarouselScroller].value,
              -3 * (390 - 25 - 8 - 24 + 8), 0.5);
}

TEST_F(ViewerTest, FollowsAFingerOneToOneAndTellsThePhotoWhenItIsLetGo) {
  load();
  // The photo that is shown already: a swipe after it is the reader's all the same.
  EXPECT_TRUE(viewer_.show_photo(0, Event::Cause::Script, now_));
  settle();
  static_cast<void>(viewer_.take_events());
  const Point start = centre(box(node(Role::Slide)).frame);
  viewer_.pointer_down(1, layout::PointerKind::Touch, start, now_);
  float last = 0;
  for (int i = 1; i <= 20; ++i) {
    now_ = now_ + Milliseconds(16);
    viewer_.pointer_move(1, {start.x - CssPx(10.0F * static_cast<float>(i)), start.y}, now_);
    const float offset = viewer_.scroller_offsets()[layout::kCarouselScroller].value;
    if (i > 2) {
      EXPECT_NEAR(last - offset, 10.0F, 0.01F);
    }
    last = offset;
  }
  EXPECT_TRUE(viewer_.dragging());
  EXPECT_TRUE(events(Kind::Photo).empty()) << "not while it is dragged";
  EXPECT_FALSE(viewer_.pointer_up(1, {start.x - CssPx(200), start.y}, now_)) << "no tap";
  settle();
  const auto told = events(Kind::Photo);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].index, 1);
  EXPECT_EQ(told[0].cause, Event::Cause::User);
}

TEST_F(ViewerTest, LeavesAVerticalDragToThePage) {
  load();
  const Point start = centre(box(node(Role::Slide)).frame);
  viewer_.pointer_down(1, layout::PointerKind::Touch, start, now_);
  for (int i = 1; i <= 10; ++i)
    viewer_.pointer_move(1, {start.x - CssPx(2 * i), start.y + CssPx(10 * i)}, now_);
  EXPECT_FALSE(viewer_.dragging());
  EXPECT_EQ(viewer_.scroller_offsets()[layout::kCarouselScroller], CssPx(0));
}

TEST_F(ViewerTest, MovesAgainAfterTwoFingers) {
  load();
  static_cast<void>(viewer_.take_events());
  const Point start = centre(box(node(Role::Slide)).frame);
  viewer_.pointer_down(1, layout::PointerKind::Touch, start, now_);
  viewer_.pointer_down(2, layout::PointerKind::Touch, start, now_);
  viewer_.pointer_up(1, start, now_);
  viewer_.pointer_up(2, start, now_);
  settle();
  viewer_.pointer_down(3, layout::PointerKind::Touch, start, now_);
  for (int i = 1; i <= 25; ++i) {
    now_ = now_ + Milliseconds(16);
    viewer_.pointer_move(3, {start.x - CssPx(8 * i), start.y}, now_);
  }
  viewer_.pointer_up(3, {start.x - CssPx(200), start.y}, now_);
  settle();
  EXPECT_EQ(events(Kind::Photo).size(), 1U);
}

TEST_F(ViewerTest, TakesOnlyAHorizontalWheelOverTheCarousel) {
  load();
  const Point over = centre(box(node(Role::Slide)).frame);
  EXPECT_FALSE(viewer_.wheel(over, CssPx(0), CssPx(100), now_));
  EXPECT_FALSE(viewer_.wheel(over, CssPx(50), CssPx(100), now_));
  EXPECT_FALSE(viewer_.wheel({CssPx(10), CssPx(5)}, CssPx(100), CssPx(0), now_));
  EXPECT_TRUE(viewer_.wheel(over, CssPx(100), CssPx(0), now_));
  EXPECT_TRUE(viewer_.wake_at().has_value());
}

/// A gallery that goes on by itself: WCAG 2.2, 2.2.2; WAI-ARIA APG, carousel.
class AutoplayTest : public ViewerTest {
 protected:
  AutoplayTest() {
    settings_.page_language = "zh-Hans";
    settings_.autoplay = Milliseconds(5000);
    viewer_.configure(settings_);
    load();
  }

  /// Draws when the viewer asks for it, for a time. @return indices of the photos that came.
  std::vector<int> photos_within(double ms) {
    static_cast<void>(events(Kind::Photo));
    const double end = now_.value + ms;
    while (true) {
      settle();
      const std::optional<Milliseconds> wake = viewer_.wake_at();
      if (!wake || wake->value > end) break;
      now_ = std::max(now_, *wake);
      frame();
    }
    now_ = Milliseconds(end);
    std::vector<int> found;
    for (const Event& event : events(Kind::Photo)) {
      EXPECT_EQ(event.cause, Event::Cause::Autoplay);
      found.push_back(event.index);
    }
    return found;
  }

  std::string button() {
    const std::int32_t toggle = node(Role::Button, Action::ToggleAutoplay);
    return toggle < 0 ? "" : box(toggle).name;
  }

  Settings settings_;
};

TEST_F(AutoplayTest, GoesOnAndBeginsAnewAfterTheLast) {
  EXPECT_EQ(button(), "暂停");
  EXPECT_EQ(photos_within(4900), std::vector<int>{});
  EXPECT_EQ(photos_within(20000), (std::vector<int>{1, 2, 3, 0}));
}

TEST_F(AutoplayTest, StopsAtItsButtonUntilThatIsPressedAgain) {
  viewer_.activate(node(Role::Button, Action::ToggleAutoplay), now_);
  EXPECT_EQ(button(), "播放");
  EXPECT_EQ(photos_within(20000), std::vector<int>{});
  viewer_.activate(node(Role::Button, Action::ToggleAutoplay), now_);
  EXPECT_EQ(button(), "暂停");
  EXPECT_EQ(photos_within(6000), std::vector<int>{1});
}

TEST_F(AutoplayTest, StopsWhereItsReaderChangesThePhotoOrEnlargesOne) {
  viewer_.activate(node(Role::Button, Action::NextPhoto), now_);
  settle();
  EXPECT_EQ(button(), "播放");
  viewer_.activate(node(Role::Button, Action::ToggleAutoplay), now_);
  viewer_.activate(node(Role::Button, Action::EnlargePhoto), now_);
  EXPECT_EQ(button(), "播放");
}

TEST_F(AutoplayTest, StopsWhereItsHostSaysSo) {
  viewer_.stop_autoplay();
  EXPECT_TRUE(viewer_.needs_frame());
  settle();
  EXPECT_EQ(button(), "播放");
  EXPECT_EQ(photos_within(20000), std::vector<int>{});
}

TEST_F(AutoplayTest, StopsWithADragThatComesBack) {
  const Point at = centre(viewer_.scroller_clip(layout::kCarouselScroller));
  viewer_.pointer_down(1, layout::PointerKind::Touch, at, now_);
  viewer_.pointer_move(1, {at.x - CssPx(30), at.y}, now_);
  viewer_.pointer_up(1, at, now_);
  settle();
  EXPECT_EQ(button(), "播放");
}

TEST_F(AutoplayTest, WaitsWhileItIsHeldAndThenGivesAPhotoItsWholeTime) {
  photos_within(4000);
  viewer_.hold_autoplay(true);
  EXPECT_EQ(photos_within(20000), std::vector<int>{});
  EXPECT_EQ(viewer_.wake_at(), std::nullopt);
  EXPECT_EQ(button(), "暂停");
  viewer_.set_width(CssPx(500));
  EXPECT_EQ(photos_within(20000), std::vector<int>{}) << "although frames are drawn";
  viewer_.hold_autoplay(false);
  EXPECT_EQ(photos_within(4900), std::vector<int>{});
  EXPECT_EQ(photos_within(200), std::vector<int>{1});
}

TEST_F(AutoplayTest, IsOffWithReducedMotionAndForOnePhoto) {
  settings_.reduced_motion = true;
  viewer_.configure(settings_);
  EXPECT_EQ(photos_within(20000), std::vector<int>{});
  EXPECT_EQ(button(), "");
  settings_.reduced_motion = false;
  viewer_.configure(settings_);
  ASSERT_EQ(
      viewer_.load(R"({"version": 1, "gallery": {"photos": [{"src": "1.jpg"}]}})", kBase).refusal,
      document::Refusal::None);
  EXPECT_EQ(photos_within(20000), std::vector<int>{});
  EXPECT_EQ(button(), "");
}

TEST_F(AutoplayTest, SaysNothingOfPhotosThatNobodyAskedFor) {
  photos_within(6000);
  EXPECT_EQ(box(node(Role::Status)).name, "");
}

}  // namespace
}  // namespace article::viewer
