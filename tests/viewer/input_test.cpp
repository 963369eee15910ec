#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "viewer/viewer.h"
#include "viewer_case.h"

/// What stands under a pointer, and what moves under it.
namespace article::viewer {
namespace {

using layout::Action;
using layout::kCarouselScroller;
using layout::kRankingTabsScroller;
using layout::Part;
using layout::PointerKind;
using layout::Role;
using Kind = Event::Kind;

/// A gallery, and a row of tabs that is wider than a phone; the last tab is selected.
std::string wide_row(std::string_view language) {
  std::string tabs;
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    tabs += (i > 0 ? "," : "") + (R"({"id": "t)" + number) + R"(", "label": "label )" + number +
            R"(", "items": [{"title": "title", "url": "/)" + number + R"("}]})";
  }
  return R"({"version": 1, "language": ")" + std::string(language) +
         R"(", "gallery": {"photos": [{"src": "1.jpg"}, {"src": "2.jpg"}, {"src": "3.jpg"}]},
    "rankings": {"selected": "t11", "tabs": [)" +
         tabs + "]}}";
}

class InputTest : public ViewerTest {
 protected:
  void load_row(std::string_view language) {
    ASSERT_EQ(viewer_.load(wide_row(language), kBase).refusal, document::Refusal::None);
    settle();
  }

  /// The link of the ranking that is shown.
  std::int32_t item() {
    const std::vector<SemanticNode>& nodes = viewer_.semantics().nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].box->url == "https://paper.example/b") return static_cast<std::int32_t>(i);
    return -1;
  }

  CssPx row() { return viewer_.scroller_offsets()[kRankingTabsScroller]; }
  CssPx strip() { return viewer_.scroller_offsets()[kCarouselScroller]; }

  /// A pointer that goes down at a place and then sideways in small steps.
  void drag(Point from, float dx) {
    viewer_.pointer_down(1, PointerKind::Touch, from, now_);
    for (int i = 1; i <= 10; ++i) {
      now_ = now_ + Milliseconds(16);
      viewer_.pointer_move(1, {from.x + CssPx(dx * 0.1F * static_cast<float>(i)), from.y}, now_);
    }
  }

  /// Places of a box, 2 px apart on its first line.
  template <typename Use>
  void along(const Rect& frame, Use use) {
    for (CssPx x = frame.x; x < frame.right(); x += CssPx(2)) use(Point{x, frame.y + CssPx(10)});
  }
};

TEST_F(InputTest, FindsTheNodeThatCanBePressed) {
  load();
  const std::int32_t nodes[] = {node(Role::Tab, Action::SelectTab, 0),
                                node(Role::Button, Action::NextPhoto), item(),
                                node(Role::Button, Action::EnlargePhoto)};
  for (const std::int32_t one : nodes) {
    ASSERT_GE(one, 0);
    const Viewer::Target found = viewer_.hit_test(centre(box(one).frame));
    EXPECT_EQ(found.node, one);
    EXPECT_EQ(found.range, -1);
  }
  EXPECT_EQ(viewer_.hit_test({CssPx(1), CssPx(1)}).node, -1) << "paper";
}

TEST_F(InputTest, FindsTheLinkOfAText) {
  load();
  const std::int32_t paragraph = node(Role::Paragraph);
  std::string seen;
  along(box(paragraph).frame, [&](Point at) {
    const Viewer::Target found = viewer_.hit_test(at);
    EXPECT_TRUE(found.node == paragraph || found.node == -1);
    EXPECT_EQ(found.range >= 0, found.node == paragraph);
    if (found.range >= 0)
      seen = viewer_.semantics()
                 .nodes()[static_cast<std::size_t>(paragraph)]
                 .text->ranges[static_cast<std::size_t>(found.range)]
                 .url;
  });
  EXPECT_EQ(seen, "https://paper.example/linked");
}

TEST_F(InputTest, TheLinksBeforeAndBehindATextAreNone) {
  load();
  const Rect frame = box(node(Role::Paragraph)).frame;
  EXPECT_FALSE(viewer_.click({frame.x + CssPx(4), frame.y - CssPx(2)}, now_));
  EXPECT_FALSE(viewer_.click({frame.x + CssPx(4), frame.bottom() + CssPx(2)}, now_));
}

TEST_F(InputTest, AClickDoesWhatTheNodeUnderItDoes) {
  load();
  static_cast<void>(viewer_.take_events());
  EXPECT_TRUE(viewer_.click(centre(box(item()).frame), now_));
  const auto told = events(Kind::Navigate);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].text, "https://paper.example/b");
  EXPECT_EQ(told[0].link_kind, layout::LinkKind::Ranking);
  EXPECT_FALSE(viewer_.click({CssPx(1), CssPx(1)}, now_)) << "paper";
}

TEST_F(InputTest, AnArrowAtTheEndOfTheGalleryDoesNothing) {
  load();
  static_cast<void>(viewer_.take_events());
  EXPECT_TRUE(viewer_.activate(node(Role::Button, Action::PreviousPhoto), now_));
  viewer_.show_photo(3, Event::Cause::Script, now_);
  settle();
  static_cast<void>(viewer_.take_events());
  EXPECT_TRUE(viewer_.activate(node(Role::Button, Action::NextPhoto), now_));
  settle();
  EXPECT_TRUE(events(Kind::Photo).empty());
  EXPECT_TRUE(viewer_.activate(node(Role::Button, Action::PreviousPhoto), now_));
  EXPECT_EQ(events(Kind::Photo).at(0).index, 2);
  EXPECT_FALSE(viewer_.activate(node(Role::Paragraph), now_)) << "it has no action";
}

TEST_F(InputTest, SelectsTheCommentsByTheirNames) {
  load();
  static_cast<void>(viewer_.take_events());
  for (const std::string_view id : {"hot", "latest"}) {
    EXPECT_TRUE(viewer_.select_tab(Part::Comments, id, Event::Cause::Script));
    const auto told = events(Kind::Tab);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].text, id);
    EXPECT_EQ(told[0].part, Part::Comments);
  }
  EXPECT_FALSE(viewer_.select_tab(Part::Comments, "month", Event::Cause::Script));
}

TEST_F(InputTest, SelectsNoTabOfAPartThatIsNotThere) {
  const auto selects = [&](Part part, std::string_view id) {
    return viewer_.select_tab(part, id, Event::Cause::Script);
  };
  EXPECT_FALSE(selects(Part::Comments, "hot")) << "no document";
  load_row("en");
  EXPECT_TRUE(selects(Part::Rankings, "t3"));
  EXPECT_FALSE(selects(Part::Comments, "hot"));
  ASSERT_EQ(viewer_.load(R"({"version": 1, "comments": {}})", kBase).refusal,
            document::Refusal::None);
  EXPECT_FALSE(selects(Part::Rankings, "t3"));
  EXPECT_TRUE(selects(Part::Comments, "latest"));
}

TEST_F(InputTest, ThePointerTellsWhatItCanDo) {
  load();
  const Rect next = box(node(Role::Button, Action::NextPhoto)).frame;
  EXPECT_EQ(viewer_.cursor_at(centre(next)), Cursor::Pointer);
  const Rect previous = box(node(Role::Button, Action::PreviousPhoto)).frame;
  EXPECT_EQ(viewer_.cursor_at(centre(previous)), Cursor::Default) << "at the first photo";
  EXPECT_EQ(viewer_.cursor_at({CssPx(1), CssPx(1)}), Cursor::Default);

  load_row("en");
  const Rect strip = viewer_.scroller_clip(kCarouselScroller);
  const Rect row = viewer_.scroller_clip(kRankingTabsScroller);
  const Point between{row.x + CssPx(1), row.y + CssPx(1)};
  EXPECT_EQ(viewer_.cursor_at(between), Cursor::Grab);
  drag(centre(strip), -60);
  EXPECT_EQ(viewer_.cursor_at(between), Cursor::Grabbing);
  viewer_.pointer_up(1, centre(strip), now_);
  EXPECT_EQ(viewer_.cursor_at(between), Cursor::Grab);
}

TEST_F(InputTest, ARowOfTabsShowsTheSelectedOneAndFollowsAFinger) {
  for (const std::string_view language : {"en", "ar"}) {
    const float forward = language == "ar" ? 1 : -1;  // of the row, towards its end
    load_row(language);
    const Point at = centre(viewer_.scroller_clip(kRankingTabsScroller));
    const float end = row().value * forward;
    EXPECT_GT(end, 100) << language << ": the last tab is in view";
    drag(at, -forward * 90);
    EXPECT_TRUE(viewer_.dragging());
    EXPECT_NEAR(row().value * forward, end - 90, 0.01F) << language;
    EXPECT_FALSE(viewer_.pointer_up(1, at, now_)) << "no tap";
    EXPECT_FALSE(viewer_.dragging());
    drag(at, -forward * 9000);
    EXPECT_EQ(row(), CssPx(0)) << language << ": not beyond its beginning";
    viewer_.pointer_up(1, at, now_);
    EXPECT_TRUE(viewer_.wheel(at, CssPx(-forward * 50), CssPx(0), now_));
    EXPECT_NEAR(row().value * forward, 50, 0.01F) << language;
    EXPECT_TRUE(viewer_.wheel(at, CssPx(-forward * 9000), CssPx(0), now_));
    EXPECT_NEAR(row().value * forward, end + 16, 0.01F) << language << ": not beyond its end";
    EXPECT_TRUE(viewer_.select_tab(Part::Rankings, "t0", Event::Cause::Script));
    EXPECT_LT(row().value * forward, 20) << language << ": the first tab is in view";
  }
}

TEST_F(InputTest, ATabThatIsMovedOutOfItsRowIsNotFound) {
  load_row("en");
  const Rect row_clip = viewer_.scroller_clip(kRankingTabsScroller);
  const Point within = centre(row_clip);
  const Point beside{row_clip.x - CssPx(1), within.y};
  for (int i = 0; i < 30; ++i) {
    viewer_.wheel(within, CssPx(-7), CssPx(0), now_);
    EXPECT_EQ(viewer_.hit_test(beside).node, -1) << i;
  }
}

TEST_F(InputTest, ATabThatIsPressedAndHardlyMovedIsATap) {
  load_row("en");
  const Point at = centre(viewer_.scroller_clip(kRankingTabsScroller));
  const CssPx before = row();
  drag(at, 7);
  EXPECT_FALSE(viewer_.dragging());
  EXPECT_EQ(row(), before);
  EXPECT_TRUE(viewer_.pointer_up(1, at, now_));
}

TEST_F(InputTest, NothingMovesUnderAPointerElsewhere) {
  load_row("en");
  const CssPx before = row();
  drag({CssPx(200), CssPx(100000)}, -100);
  EXPECT_FALSE(viewer_.dragging());
  EXPECT_FALSE(viewer_.needs_frame());
  EXPECT_TRUE(viewer_.pointer_up(1, {CssPx(100), CssPx(100000)}, now_)) << "a tap on nothing";
  EXPECT_EQ(row(), before);
}

TEST_F(InputTest, AGalleryRunsTheOtherWayFromRightToLeft) {
  load_row("ar");
  const Point at = centre(viewer_.scroller_clip(kCarouselScroller));
  drag(at, 150);
  EXPECT_GT(strip(), CssPx(100)) << "under the finger";
  viewer_.pointer_up(1, {at.x + CssPx(150), at.y}, now_);
  settle();
  EXPECT_EQ(events(Kind::Photo).at(0).index, 1);
}

TEST_F(InputTest, ADragThatIsTakenAwayLeavesAWholePhotoAndTheRowWhereItIs) {
  load_row("en");
  const Point photo = centre(viewer_.scroller_clip(kCarouselScroller));
  drag(photo, -60);
  EXPECT_TRUE(viewer_.dragging());
  viewer_.pointer_cancel(now_);
  EXPECT_FALSE(viewer_.dragging());
  EXPECT_GT(settle(), 3) << "it glides";
  EXPECT_EQ(strip(), CssPx(0));

  const Point tab = centre(viewer_.scroller_clip(kRankingTabsScroller));
  drag(tab, 60);
  const CssPx there = row();
  viewer_.pointer_cancel(now_);
  EXPECT_FALSE(viewer_.dragging());
  EXPECT_EQ(row(), there);
  drag(photo, -60);
  EXPECT_TRUE(viewer_.dragging()) << "the next pointer takes what it touches";
}

TEST_F(InputTest, AFingerHoldsAPhotoThatIsUnderWay) {
  load_row("en");
  viewer_.show_photo(2, Event::Cause::Script, now_);
  for (int i = 0; i < 4; ++i) frame();
  const CssPx there = strip();
  viewer_.pointer_down(1, PointerKind::Touch, centre(viewer_.scroller_clip(kCarouselScroller)),
                       now_);
  for (int i = 0; i < 4; ++i) frame();
  EXPECT_NEAR(strip().value, there.value, 30);
  viewer_.pointer_cancel(now_);
  settle();
}

TEST_F(InputTest, WhatIsPressedIsDrawnSo) {
  load();
  const Viewer::View view{.width = 390, .height = 8000};
  const auto vertices = [&] {
    settle();
    return viewer_.frame(view, now_).vertex_count;
  };
  const std::size_t before = vertices();
  const std::int32_t paragraph = node(Role::Paragraph);
  Viewer::Target link;
  along(box(paragraph).frame, [&](Point at) {
    if (const Viewer::Target found = viewer_.hit_test(at); found.node >= 0) link = found;
  });
  ASSERT_GE(link.range, 0);
  for (const Viewer::Target target : {link, Viewer::Target{item()}}) {
    viewer_.highlight(false, target);
    const std::size_t hovered = vertices();
    EXPECT_GT(hovered, before) << "an underline";
    viewer_.highlight(true, target);
    viewer_.highlight(true, target);
    EXPECT_GT(vertices(), hovered) << "ink over it";
    viewer_.highlight(true, {});
    viewer_.highlight(false, {});
    EXPECT_EQ(vertices(), before);
  }
}

}  // namespace
}  // namespace article::viewer
