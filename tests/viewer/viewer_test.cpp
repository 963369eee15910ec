#include "viewer/viewer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "viewer_case.h"

namespace article::viewer {
namespace {

using layout::Action;
using layout::Part;
using layout::Role;
using Kind = Event::Kind;

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

TEST_F(ViewerTest, LaysOutWhatIsInAPanelOnceItIsSelectedOrWoken) {
  load();
  const auto keys = [&] {
    std::set<std::uint32_t> found;
    for (const SemanticNode& n : viewer_.semantics().nodes())
      if (n.box->role != Role::None) found.insert(n.key);
    return found;
  };
  const std::set<std::uint32_t> all = keys();
  const auto panels = [&] {
    std::string states;
    for (const SemanticNode& n : viewer_.semantics().nodes())
      if (n.box->role == Role::TabPanel) states += n.box->asleep ? 's' : 'a';
    return states;
  };
  EXPECT_EQ(panels(), "aaaa") << "unless they may sleep";

  viewer_.let_panels_sleep();
  load();
  EXPECT_EQ(panels(), "sasa");
  const std::set<std::uint32_t> some = keys();
  EXPECT_LT(some.size(), all.size());
  EXPECT_TRUE(std::ranges::includes(all, some)) << "each under its own key";
  const layout::Box& month = box(node(Role::TabPanel, layout::Action::None, 0));
  EXPECT_EQ(viewer_.text_of_panel(month), "甲\n");

  viewer_.select_tab(Part::Rankings, "month", Event::Cause::User);
  settle();
  EXPECT_EQ(panels(), "aasa");
  viewer_.select_tab(Part::Rankings, "week", Event::Cause::User);
  settle();
  EXPECT_EQ(panels(), "aasa") << "what was seen stays";
  viewer_.wake_panel(-1);
  settle();
  EXPECT_EQ(keys(), all);
  EXPECT_TRUE(viewer_.is_whole());
  load();
  EXPECT_EQ(panels(), "sasa") << "another document";
  viewer_.wake_panel(node(Role::TabPanel, layout::Action::None, 0));
  settle();
  EXPECT_EQ(panels(), "aasa");
}

TEST_F(ViewerTest, LaysNothingOutForOtherColours) {
  load();
  const std::uint32_t version = viewer_.semantics().version();
  static_cast<void>(viewer_.take_damage());
  // Of what is laid out again each text would be broken anew for this.
  const layout::TextContent* text =
      viewer_.semantics().nodes()[static_cast<std::size_t>(node(Role::Paragraph))].text;
  const_cast<layout::TextContent*>(text)->broken_for = CssPx(1);  // NOLINT
  Settings dark;
  dark.page_language = "zh-Hans";
  dark.dark = true;
  dark.palette = dark_palette();
  viewer_.configure(dark);
  EXPECT_TRUE(viewer_.needs_frame());
  const Roles roles = damaged();
  EXPECT_TRUE(roles.contains(Role::Paragraph)) << "it is drawn anew";
  EXPECT_EQ(text->broken_for, CssPx(1));
  EXPECT_EQ(viewer_.semantics().version(), version);
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
    for (int round = 0; round < 4; ++round) {
      std::string text;
      for (int i = 0; i < 5000; ++i) text += "w" + std::to_string(round * 5000 + i) + " ";
      ASSERT_EQ(other.load(sample(text), kBase).refusal, document::Refusal::None);
      static_cast<void>(other.frame({.width = 390, .height = 800}, now_));
    }
    EXPECT_LT(engine_.segments().size(), 12000U) << "20,000 words went by";
  }
  const std::size_t measured = text_.measured;
  viewer_.set_width(CssPx(391));
  EXPECT_EQ(settle(), 1);
  EXPECT_EQ(text_.measured, measured) << "what this one uses was kept";
}

}  // namespace
}  // namespace article::viewer
