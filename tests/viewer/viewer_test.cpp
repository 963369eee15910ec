#include "viewer/viewer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "fakes/recording_raster_host.h"

namespace article::viewer {
namespace {

using layout::Action;
using layout::Part;
using layout::Role;
using Kind = Event::Kind;

constexpr std::string_view kBase = "https://paper.example/news/1.json";

std::string sample(std::string_view headline = "清晨的渔港") {
  return R"({"version": 1, "language": "zh-Hans", "article": {"headline": ")" +
         std::string(headline) + R"(", "body": [
      {"type": "paragraph", "text": ["开头", {"text": "一个链接", "url": "/linked"}, "结尾。"]}]},
    "gallery": {"photos": [
      {"src": "1.jpg", "width": 1600, "height": 1067, "caption": "一"},
      {"src": "2.jpg", "width": 1600, "height": 1067, "caption": "二"},
      {"src": "3.jpg", "width": 1600, "height": 1067, "caption": "三"},
      {"src": "4.jpg", "width": 1600, "height": 1067, "caption": "四"}]},
    "rankings": {"selected": "week", "tabs": [
      {"id": "month", "label": "月榜", "items": [{"title": "甲", "url": "/a"}]},
      {"id": "week", "label": "周榜", "items": [{"title": "乙", "url": "/b"}]}]},
    "comments": {"hot": [], "latest": [{"author": "读者", "text": "好"}]}})";
}

class ViewerTest : public testing::Test {
 protected:
  ViewerTest() : engine_(text_, raster_, locale_, urls_), viewer_(engine_) {
    Settings settings;
    settings.page_language = "zh-Hans";
    viewer_.configure(settings);
  }

  void load() {
    ASSERT_EQ(viewer_.load(sample(), kBase).refusal, document::Refusal::None);
    viewer_.set_near(CssPx(0), CssPx(10000));
    settle();
  }

  /// Draws until nothing moves. @return frames drawn.
  int settle() {
    int frames = 0;
    while (viewer_.needs_frame() && frames < 500) {
      frame();
      ++frames;
    }
    EXPECT_LT(frames, 500) << "never comes to rest";
    return frames;
  }

  paint::Frame frame() {
    now_ = now_ + Milliseconds(16);
    return viewer_.frame({.width = 390, .height = 800}, now_);
  }

  using Roles = std::set<Role>;
  /// Of the blocks that the next frame draws anew.
  Roles damaged() {
    now_ = now_ + Milliseconds(16);
    viewer_.update(now_);
    Roles roles;
    for (const SemanticNode& one : viewer_.semantics().nodes()) keys_[one.key] = one.box->role;
    for (const std::uint32_t key : viewer_.take_damage()) roles.insert(keys_[key]);
    return roles;
  }
  std::map<std::uint32_t, Role> keys_;

  std::int32_t node(Role role, Action action = Action::None, int argument = -1) {
    const SemanticTree& tree = viewer_.semantics();
    for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
      const layout::Box& box = *tree.nodes()[i].box;
      if (box.role == role && (action == Action::None || box.action == action) &&
          (argument < 0 || box.argument == argument))
        return static_cast<std::int32_t>(i);
    }
    return -1;
  }

  const layout::Box& box(std::int32_t node) {
    return *viewer_.semantics().nodes()[static_cast<std::size_t>(node)].box;
  }

  Point centre(const Rect& frame) {
    return {frame.x + frame.width / 2, frame.y + frame.height / 2};
  }

  std::vector<Event> events(Kind kind) {
    std::vector<Event> found;
    for (Event& event : viewer_.take_events())
      if (event.kind == kind) found.push_back(event);
    return found;
  }

  std::set<std::string> asked() {
    std::set<std::string> urls;
    for (const PictureRequest& request : viewer_.take_requests())
      if (request.kind == PictureRequest::Kind::Load)
        urls.emplace(request.url.substr(request.url.rfind('/') + 1));
    return urls;
  }

  tests::FixedWidthTextHost text_;
  tests::RecordingRasterHost raster_;
  tests::PlainLocaleHost locale_;
  tests::PlainUrlHost urls_;
  Engine engine_;
  Viewer viewer_;
  Milliseconds now_{0};
};

TEST_F(ViewerTest, DrawsOnceAndThenNothingUntilSomethingChanges) {
  load();
  EXPECT_FALSE(viewer_.needs_frame());
  viewer_.set_width(CssPx(390));
  viewer_.set_ratio(PixelRatio{1});
  EXPECT_FALSE(viewer_.needs_frame()) << "the same width and ratio";
  viewer_.set_width(CssPx(500));
  EXPECT_EQ(settle(), 1);
  Settings dark;
  dark.page_language = "zh-Hans";
  dark.width = CssPx(500);
  dark.dark = true;
  viewer_.configure(dark);
  EXPECT_EQ(settle(), 1);
  EXPECT_FALSE(viewer_.wake_at().has_value());
}

TEST_F(ViewerTest, RefusesWhatIsNoDocumentAndKeepsWhatItShows) {
  load();
  const CssPx height = viewer_.layout();
  EXPECT_EQ(viewer_.load("{\"headline\":", kBase).refusal, document::Refusal::Json);
  EXPECT_EQ(viewer_.load("{}", kBase).refusal, document::Refusal::Document);
  EXPECT_TRUE(viewer_.has_document());
  EXPECT_EQ(viewer_.layout(), height);
}

TEST_F(ViewerTest, StartsAtTheSelectedTabAndAtTheCommentsThatThereAre) {
  load();
  std::vector<std::string> shown;
  for (const SemanticNode& n : viewer_.semantics().nodes())
    if (n.box->role == Role::TabPanel && !n.box->hidden) shown.push_back(n.box->name);
  EXPECT_EQ(shown, (std::vector<std::string>{"周榜", "最新评论"}));
}

TEST_F(ViewerTest, SelectsATabByIdAndTellsItOnce) {
  load();
  static_cast<void>(viewer_.take_events());
  EXPECT_FALSE(viewer_.select_tab(Part::Rankings, "year", Event::Cause::Script));
  EXPECT_FALSE(viewer_.select_tab(Part::Card, "month", Event::Cause::Script));
  EXPECT_TRUE(events(Kind::Tab).empty());
  EXPECT_TRUE(viewer_.select_tab(Part::Rankings, "month", Event::Cause::Script));
  EXPECT_TRUE(viewer_.select_tab(Part::Rankings, "month", Event::Cause::Script));
  const auto told = events(Kind::Tab);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].text, "month");
  EXPECT_EQ(told[0].cause, Event::Cause::Script);
  EXPECT_TRUE(box(node(Role::Tab, Action::SelectTab, 0)).selected) << "before the next frame";
  EXPECT_NEAR(settle(), 13, 1) << "the bar takes 200 ms";
}

TEST_F(ViewerTest, ActivatesTabsAndArrowsByTheirNodes) {
  load();
  static_cast<void>(viewer_.take_events());
  EXPECT_TRUE(viewer_.activate(node(Role::Tab, Action::SelectTab, 0), now_));
  EXPECT_EQ(events(Kind::Tab).size(), 1U);
  EXPECT_TRUE(box(node(Role::Button, Action::PreviousPhoto)).disabled) << "at the first photo";
  EXPECT_TRUE(viewer_.activate(node(Role::Button, Action::NextPhoto), now_));
  EXPECT_GT(settle(), 3) << "it glides";
  const auto told = events(Kind::Photo);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].index, 1);
  EXPECT_EQ(told[0].total, 4);
  EXPECT_FALSE(box(node(Role::Button, Action::PreviousPhoto)).disabled);
  EXPECT_FALSE(viewer_.activate(-1, now_));
  EXPECT_FALSE(viewer_.activate(100000, now_));
}

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

TEST_F(ViewerTest, AsksForTheCurrentPhotoAndItsNeighboursOnly) {
  load();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg", "2.jpg"}));
  viewer_.show_photo(2, Event::Cause::Script, now_);
  settle();
  EXPECT_EQ(asked(), (std::set<std::string>{"3.jpg", "4.jpg"})) << "the second is there already";
}

TEST_F(ViewerTest, AsksForWhatIsNearAndGivesBackWhatIsFar) {
  ASSERT_EQ(viewer_.load(sample(), kBase).refusal, document::Refusal::None);
  settle();
  EXPECT_TRUE(asked().empty()) << "nothing is near yet";
  const CssPx top = box(node(Role::Slide)).frame.y;
  viewer_.set_near(top, CssPx(300));
  EXPECT_EQ(asked().size(), 2U);
  viewer_.set_near(top + CssPx(100000), CssPx(300));
  int released = 0;
  for (const PictureRequest& request : viewer_.take_requests())
    released += request.kind == PictureRequest::Kind::Release;
  EXPECT_EQ(released, 2);
}

TEST_F(ViewerTest, ShowsAFailedPictureWithRetryAndAsksAgain) {
  load();
  PictureRequest first;
  for (const PictureRequest& request : viewer_.take_requests())
    if (request.url.ends_with("1.jpg")) first = request;
  viewer_.picture_failed(first.picture, first.generation);
  EXPECT_EQ(settle(), 1);
  const std::int32_t retry = node(Role::Button, Action::RetryPicture, first.picture);
  ASSERT_GE(retry, 0);
  EXPECT_TRUE(viewer_.activate(retry, now_));
  settle();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg"}));
  viewer_.picture_ready(first.picture, first.generation, host::TextureId{77}, 800, 533);
  EXPECT_EQ(settle(), 1);
  const paint::Frame drawn = viewer_.frame({.width = 390, .height = 8000}, now_);
  EXPECT_TRUE(std::any_of(drawn.commands.begin(), drawn.commands.end(),
                          [](const paint::DrawCommand& c) { return c.texture == 77; }));
}

TEST_F(ViewerTest, DrawsThePartAndTheSharpnessThatAViewAsksFor) {
  load();
  // A quarter of the first screen at twice the ratio has as many pixels and fewer glyphs.
  const auto vertices = [&](const Viewer::View& view) {
    return viewer_.frame(view, now_).vertex_count;
  };
  const Viewer::View all{.width = 390, .height = 800};
  const Viewer::View part{
      .origin = {CssPx(195), CssPx(0)}, .width = 390, .height = 800, .ratio = PixelRatio{2}};
  EXPECT_LT(vertices(part), vertices(all));
  EXPECT_GT(vertices(part), 0U);
  const Viewer::View beside{
      .origin = {CssPx(400), CssPx(0)}, .width = 390, .height = 800, .ratio = PixelRatio{2}};
  EXPECT_EQ(vertices(beside), 4U) << "paper";
}

TEST_F(ViewerTest, AsksForLargerPicturesAtAnotherRatioWithoutDrawing) {
  load();
  const std::vector<PictureRequest> first = viewer_.take_requests();
  viewer_.set_ratio(PixelRatio{3});
  EXPECT_FALSE(viewer_.needs_frame());
  const std::vector<PictureRequest> larger = viewer_.take_requests();
  ASSERT_EQ(larger.size(), first.size());
  EXPECT_EQ(larger.front().url, first.front().url);
  EXPECT_EQ(larger.front().width, 3 * first.front().width);
}

TEST_F(ViewerTest, KeepsThePictureThatIsDrawnWhereALargerOneFails) {
  load();
  for (const PictureRequest& request : viewer_.take_requests())
    viewer_.picture_ready(request.picture, request.generation, host::TextureId{77}, 800, 533);
  settle();
  viewer_.set_ratio(PixelRatio{3});
  const std::vector<PictureRequest> larger = viewer_.take_requests();
  ASSERT_FALSE(larger.empty());
  for (const PictureRequest& request : larger)
    viewer_.picture_failed(request.picture, request.generation);
  settle();
  EXPECT_LT(node(Role::Button, Action::RetryPicture, larger[0].picture), 0);
  const paint::Frame drawn =
      viewer_.frame({.width = 1170, .height = 8000, .ratio = PixelRatio{3}}, now_);
  EXPECT_TRUE(std::any_of(drawn.commands.begin(), drawn.commands.end(),
                          [](const paint::DrawCommand& c) { return c.texture == 77; }));
}

TEST_F(ViewerTest, IgnoresPicturesOfAFormerDocument) {
  load();
  const auto requests = viewer_.take_requests();
  ASSERT_FALSE(requests.empty());
  load();
  static_cast<void>(viewer_.take_requests());
  viewer_.picture_failed(requests[0].picture, requests[0].generation);
  EXPECT_FALSE(viewer_.needs_frame());
}

TEST_F(ViewerTest, AsksForPicturesAgainWhenTexturesAreLost) {
  load();
  for (const PictureRequest& request : viewer_.take_requests())
    viewer_.picture_ready(request.picture, request.generation, host::TextureId{5}, 800, 533);
  settle();
  viewer_.textures_lost();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg", "2.jpg"}));
}

TEST_F(ViewerTest, FollowsALinkInRunningTextByItsPlace) {
  load();
  static_cast<void>(viewer_.take_events());
  const std::int32_t paragraph = node(Role::Paragraph);
  const Rect frame = box(paragraph).frame;
  bool clicked = false;
  for (float x = 0; x < 390 && !clicked; x += 4) {
    const Point at{CssPx(x), frame.y + CssPx(10)};
    clicked = viewer_.click(at, now_);
    if (clicked) {
      EXPECT_EQ(viewer_.cursor_at(at), Cursor::Pointer);
    }
  }
  ASSERT_TRUE(clicked);
  const auto told = events(Kind::Navigate);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].text, "https://paper.example/linked");
  EXPECT_EQ(told[0].link_kind, layout::LinkKind::Text);
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

TEST_F(ViewerTest, ADragDamagesNothingUntilThePhotoChanges) {
  load();
  const Point at = centre(viewer_.scroller_clip(layout::kCarouselScroller));
  viewer_.pointer_down(1, layout::PointerKind::Touch, at, now_);
  EXPECT_EQ(damaged(), Roles{});
  for (float way = 10; way <= 250; way += 10) {
    viewer_.pointer_move(1, {at.x - CssPx(way), at.y}, now_);
    EXPECT_EQ(damaged(), Roles{}) << way;
  }
  EXPECT_LT(viewer_.scroller_offsets()[layout::kCarouselScroller], CssPx(-200));
  viewer_.pointer_up(1, {at.x - CssPx(250), at.y}, now_);
  const Roles changed = damaged();
  EXPECT_TRUE(changed.contains(Role::Button)) << "the arrow back is no longer disabled";
  EXPECT_FALSE(changed.contains(Role::Slide));
}

TEST_F(ViewerTest, StatesDamageTheirBlockWhileTheyComeAndGo) {
  load();
  viewer_.highlight(false, {node(Role::Tab, Action::SelectTab)});
  int frames = 0;
  for (Roles changed = damaged(); !changed.empty() && frames < 100; changed = damaged(), ++frames)
    EXPECT_EQ(changed, Roles{Role::TabList});
  EXPECT_NEAR(frames, 200 / 16, 2);
  viewer_.highlight(false, {});
  EXPECT_EQ(damaged(), Roles{Role::TabList});
}

TEST_F(ViewerTest, ATabDamagesItsRowAndItsPanel) {
  load();
  EXPECT_TRUE(viewer_.select_tab(Part::Rankings, "month", Event::Cause::Script));
  EXPECT_EQ(damaged(), (Roles{Role::TabList, Role::TabPanel}));
}

TEST_F(ViewerTest, WhatMovesAlongIsNotDamaged) {
  load();
  // A headline of another height moves all that follows; the lines of the rest stay as they are.
  Settings settings;
  settings.page_language = "zh-Hans";
  settings.width = CssPx(391);  // the margins take the spare pixel
  viewer_.configure(settings);
  EXPECT_FALSE(damaged().contains(Role::Paragraph));
}

TEST_F(ViewerTest, APictureDamagesItsBlock) {
  load();
  const std::vector<PictureRequest> requests = viewer_.take_requests();
  ASSERT_FALSE(requests.empty());
  viewer_.picture_ready(requests[0].picture, requests[0].generation, host::TextureId{7}, 800, 533);
  const Roles changed = damaged();
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_TRUE(changed.contains(Role::Figure) || changed.contains(Role::Slide));
}

TEST_F(ViewerTest, ADarkThemeDamagesAllThatIsDrawn) {
  load();
  Settings settings;
  settings.page_language = "zh-Hans";
  settings.dark = true;
  settings.palette = dark_palette();
  viewer_.configure(settings);
  const Roles changed = damaged();
  for (const Role role : {Role::Heading, Role::Slide, Role::TabPanel, Role::Button})
    EXPECT_TRUE(changed.contains(role)) << static_cast<int>(role);
}

TEST_F(ViewerTest, DrawsBlocksEachInAViewOfItsOwn) {
  load();
  static_cast<void>(damaged());
  std::vector<Viewer::BlockView> views;
  for (const Role role : {Role::Heading, Role::Slide, Role::Heading}) {
    const SemanticNode& at = viewer_.semantics().nodes()[static_cast<std::size_t>(node(role))];
    Viewer::BlockView view;
    view.key = at.key;
    view.origin = {at.box->frame.x, at.box->frame.y};
    view.width = 400;
    view.height = 300;
    view.ratio = PixelRatio{2};
    views.push_back(view);
  }
  views[2].origin.x += CssPx(10000);  // nothing of it is there
  const paint::Frame drawn = viewer_.draw(views);
  ASSERT_EQ(drawn.view_ends.size(), 3U);
  EXPECT_GT(drawn.view_ends[0], 0U);
  EXPECT_GT(drawn.view_ends[1], drawn.view_ends[0]);
  EXPECT_EQ(drawn.view_ends[2], drawn.view_ends[1]);
  EXPECT_EQ(drawn.view_ends[2], drawn.commands.size());
  EXPECT_TRUE(viewer_.draw({}).commands.empty());
}

TEST_F(ViewerTest, HasItsWordsInTheDocumentsLanguageUnderThePagesOwn) {
  load();
  EXPECT_EQ(viewer_.word("retry").text, "重试");
  EXPECT_EQ(viewer_.word("nonsense").text, "");
  Settings settings;
  settings.words = {{"retry", "再来"}};
  viewer_.configure(settings);
  EXPECT_EQ(viewer_.word("retry").text, "再来");
  EXPECT_EQ(viewer_.word("retry").language, "zh-Hans");
  EXPECT_EQ(viewer_.word("next").text, "下一张");
}

TEST_F(ViewerTest, KeepsKeysOfNodesInEveryState) {
  load();
  const auto keys = [&] {
    std::set<std::uint32_t> found;
    for (const SemanticNode& n : viewer_.semantics().nodes()) {
      if (n.box->role == Role::None) continue;
      EXPECT_TRUE(found.insert(n.key).second) << "key " << n.key << " twice";
    }
    return found;
  };
  const std::set<std::uint32_t> before = keys();
  viewer_.select_tab(Part::Rankings, "month", Event::Cause::Script);
  viewer_.show_photo(2, Event::Cause::Script, now_);
  viewer_.set_width(CssPx(1200));
  settle();
  EXPECT_EQ(keys(), before);
}

TEST_F(ViewerTest, MakesRoomForWhatTheHostPutsIntoASlot) {
  load();
  static_cast<void>(events(Kind::Resize));
  const CssPx height = viewer_.layout();
  viewer_.set_slot(0, CssPx(100));
  EXPECT_TRUE(viewer_.needs_frame());
  EXPECT_EQ(damaged(), Roles{Role::Slot}) << "what stands below it is moved, not drawn anew";
  EXPECT_EQ(viewer_.layout(), height + CssPx(124));
  const std::vector<Event> told = events(Kind::Resize);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].height, height.value + 124);
  settle();
  viewer_.set_slot(0, CssPx(100));
  viewer_.set_slot(1, CssPx(0));
  viewer_.set_slot(77, CssPx(9));
  EXPECT_FALSE(viewer_.needs_frame()) << "nothing changed";

  ASSERT_EQ(viewer_.load(sample(), kBase).refusal, document::Refusal::None);
  EXPECT_EQ(viewer_.layout(), height) << "nothing is told of the next document's";
}

TEST_F(ViewerTest, FreesTheSegmentsOfFormerDocuments) {
  std::size_t most = 0;
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "w" + std::to_string(round * 500 + i) + " ";
    ASSERT_EQ(viewer_.load(sample(text), kBase).refusal, document::Refusal::None);
    settle();
    most = std::max(most, engine_.segments().size());
  }
  EXPECT_LT(most, 12000U) << "30,000 words went by";
}

TEST_F(ViewerTest, SharesOneEngineBetweenManyViewers) {
  load();
  const std::size_t alone = engine_.segments().size();
  {
    Viewer other(engine_);
    other.configure(Settings{});
    ASSERT_EQ(other.load(sample(), kBase).refusal, document::Refusal::None);
    static_cast<void>(other.frame({.width = 390, .height = 800}, now_));
    EXPECT_LT(engine_.segments().size(), alone + 8) << "the same article, the same segments";
  }
  viewer_.set_width(CssPx(391));
  EXPECT_EQ(settle(), 1);
}

}  // namespace
}  // namespace article::viewer
