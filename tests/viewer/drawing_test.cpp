#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include "viewer/viewer.h"
#include "viewer_case.h"

/// What a frame draws, and which blocks it draws anew.
namespace article::viewer {
namespace {

using layout::Action;
using layout::Part;
using layout::Role;

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

TEST_F(ViewerTest, AStateThatAnotherTakesThePlaceOfIsDrawnNoMore) {
  load();
  const auto hover = [&](Action action, int frames) {
    viewer_.highlight(false,
                      {node(action == Action::SelectTab ? Role::Tab : Role::Button, action)});
    for (int i = 1; i < frames; ++i) static_cast<void>(damaged());
    return damaged();
  };
  hover(Action::EnlargePhoto, 20);
  hover(Action::NextPhoto, 5);
  EXPECT_TRUE(hover(Action::SelectTab, 2).contains(Role::TabList));
  // Three are seen at once: of a fourth, that which is seen least ends.
  EXPECT_TRUE(hover(Action::PreviousPhoto, 1).contains(Role::TabList));
  EXPECT_FALSE(damaged().contains(Role::TabList));
}

TEST_F(ViewerTest, APhotoThatIsPressedIsSeenOnTheButtonThatEnlargesIt) {
  load();
  const std::int32_t photo = node(Role::Image, Action::EnlargePhoto);
  ASSERT_GE(photo, 0);
  viewer_.highlight(true, {photo});
  EXPECT_EQ(damaged(), Roles{Role::Button});
}

TEST_F(ViewerTest, OtherPartsHaveNothingOfTheStatesOfTheFormerOnes) {
  load();
  const std::vector<SemanticNode>& nodes = viewer_.semantics().nodes();
  const auto last = static_cast<std::int32_t>(nodes.size()) - 1;
  viewer_.highlight(false, {last});
  EXPECT_TRUE(viewer_.select_tab(Part::Comments, "hot", Event::Cause::User));
  frame();
  const std::uint32_t key = nodes[static_cast<std::size_t>(last)].key;
  Settings settings;
  settings.page_language = "zh-Hans";
  settings.parts = {Part::Rankings};
  viewer_.configure(settings);
  for (int i = 0; i < 20; ++i) {
    static_cast<void>(damaged());
    frame();
  }
  for (const SemanticNode& one : viewer_.semantics().nodes()) EXPECT_LT(one.key, key);
  EXPECT_FALSE(viewer_.needs_frame());
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

}  // namespace
}  // namespace article::viewer
