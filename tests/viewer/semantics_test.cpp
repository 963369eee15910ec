#include "viewer/semantics.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "fakes/recording_raster_host.h"
#include "viewer/viewer.h"

namespace article::viewer {
namespace {

using layout::Action;
using layout::Part;
using layout::Role;

constexpr std::string_view kDocument = R"({"version": 1, "language": "zh-Hans",
  "article": {"headline": "清晨的渔港", "lead": {"src": "lead.jpg", "caption": "码头"}, "body": [
    {"type": "paragraph", "text": "今天清晨，渔船陆续回港，码头上人声鼎沸，海风里都是新鲜的味道。"},
    {"type": "paragraph", "text": ["开头", {"text": "一个链接", "url": "/linked"}, "结尾。"]}]},
  "gallery": {"photos": [
    {"src": "1.jpg", "width": 1600, "height": 1067, "alt": "船", "caption": "一",
     "sources": [{"src": "1-800.jpg", "width": 800}]},
    {"src": "2.jpg", "caption": "二"}, {"caption": "三"}]},
  "rankings": {"tabs": [
    {"id": "month", "label": "月榜", "items": [{"title": "甲", "url": "/a"}]},
    {"id": "week", "label": "周榜", "items": [{"title": "乙", "url": "/b"}]}]}})";

class SemanticsTest : public testing::Test {
 protected:
  SemanticsTest() : engine_(text_, raster_, locale_, urls_), viewer_(engine_) {
    Settings settings;
    settings.page_language = "zh-Hans";
    viewer_.configure(settings);
    EXPECT_EQ(viewer_.load(kDocument, "https://paper.example/1.json").refusal,
              document::Refusal::None);
    settle();
  }

  void settle() {
    for (int frames = 0; viewer_.needs_frame() && frames < 500; ++frames) {
      now_ = now_ + Milliseconds(16);
      (void)viewer_.frame({.width = 390, .height = 800}, now_);
    }
    EXPECT_FALSE(viewer_.needs_frame());
  }

  struct Changed {
    std::vector<Role> meaning;
    int geometry = 0;
  };
  /// What a host that knows `version` has to write.
  Changed since(std::uint32_t version) {
    Changed changed;
    for (const SemanticNode& node : viewer_.semantics().nodes()) {
      if (node.meaning_version > version) changed.meaning.push_back(node.box->role);
      changed.geometry += node.geometry_version > version;
    }
    return changed;
  }

  std::int32_t node(Role role, Action action = Action::None) {
    const std::vector<SemanticNode>& nodes = viewer_.semantics().nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].box->role == role && nodes[i].box->action == action)
        return static_cast<std::int32_t>(i);
    return -1;
  }

  std::string status() {
    return viewer_.semantics().nodes()[static_cast<std::size_t>(node(Role::Status))].box->name;
  }

  std::vector<Event> events(Event::Kind kind) {
    std::vector<Event> found;
    for (const Event& event : viewer_.take_events())
      if (event.kind == kind) found.push_back(event);
    return found;
  }

  tests::FixedWidthTextHost text_;
  tests::RecordingRasterHost raster_;
  tests::PlainLocaleHost locale_;
  tests::PlainUrlHost urls_;
  Engine engine_;
  Viewer viewer_;
  Milliseconds now_{0};
};

TEST_F(SemanticsTest, AreNewAsAWholeToAHostThatKnowsNothing) {
  const Changed all = since(0);
  EXPECT_EQ(all.meaning.size(), viewer_.semantics().nodes().size());
  EXPECT_EQ(all.geometry, static_cast<int>(viewer_.semantics().nodes().size()));
}

TEST_F(SemanticsTest, StayWhereALayoutChangesNothing) {
  const std::uint32_t version = viewer_.semantics().version();
  viewer_.set_width(CssPx(391));
  viewer_.set_width(CssPx(390));
  settle();
  EXPECT_EQ(viewer_.semantics().version(), version);
}

TEST_F(SemanticsTest, TellOfASlotByItsPlaceWhenItsHeightChanges) {
  const std::uint32_t version = viewer_.semantics().version();
  viewer_.set_slot(2, CssPx(90));
  settle();
  const Changed changed = since(version);
  EXPECT_TRUE(changed.meaning.empty());
  EXPECT_EQ(changed.geometry, 1);
  const layout::Box& slot = *viewer_.semantics().nodes().back().box;
  EXPECT_EQ(slot.role, Role::Slot);
  EXPECT_EQ(slot.name, "after-rankings");
  EXPECT_EQ(slot.frame.height, CssPx(90));
}

TEST_F(SemanticsTest, TellATabChangeByWhatItChanges) {
  const std::uint32_t version = viewer_.semantics().version();
  ASSERT_TRUE(viewer_.select_tab(Part::Rankings, "week", Event::Cause::User));
  settle();
  const Changed changed = since(version);
  for (const Role role : changed.meaning)
    EXPECT_NE(role, Role::Paragraph) << "the article stays as it is";
  const auto count = [&](Role role) {
    return std::count(changed.meaning.begin(), changed.meaning.end(), role);
  };
  EXPECT_EQ(count(Role::Tab), 2);
  EXPECT_EQ(count(Role::TabPanel), 2);
  EXPECT_EQ(count(Role::Heading), 0);
}

TEST_F(SemanticsTest, ChangeOnlyTheirPlacesWithTheWidth) {
  const std::uint32_t version = viewer_.semantics().version();
  viewer_.set_width(CssPx(430));
  settle();
  const Changed changed = since(version);
  EXPECT_TRUE(changed.meaning.empty());
  EXPECT_GT(changed.geometry, 10);
}

TEST_F(SemanticsTest, AreNewWhereTheyComeBack) {
  viewer_.picture_failed(0, 1);
  settle();
  const std::uint32_t version = viewer_.semantics().version();
  EXPECT_GE(node(Role::Button, Action::RetryPicture), 0);
  viewer_.activate(node(Role::Button, Action::RetryPicture), now_);
  settle();
  EXPECT_GT(viewer_.semantics().version(), version) << "what left is told of";
  const std::uint32_t gone = viewer_.semantics().version();
  viewer_.picture_failed(0, 1);
  settle();
  const std::int32_t retry = node(Role::Button, Action::RetryPicture);
  ASSERT_GE(retry, 0);
  const SemanticNode& button = viewer_.semantics().nodes()[static_cast<std::size_t>(retry)];
  EXPECT_GT(button.meaning_version, gone);
  EXPECT_GT(button.geometry_version, gone);
}

TEST(SemanticTree, TellsOfABoxThatIsNotThereAnyMoreAndOfNoOther) {
  layout::Page page;
  page.boxes.resize(3);
  page.reached.assign(3, 1);
  page.boxes[0].fill = layout::Tone::Line;
  page.boxes[1].role = Role::Paragraph;
  page.boxes[2].icon = layout::BoxIcon::Like;
  SemanticTree tree;
  const auto keys = [&] {
    std::vector<std::uint32_t> found;
    for (const SemanticNode& node : tree.nodes()) found.push_back(node.key);
    return found;
  };
  std::uint32_t version = tree.version();
  const auto changes = [&] {
    tree.update(page);
    return std::exchange(version, tree.version()) != version;
  };
  EXPECT_TRUE(changes());
  EXPECT_EQ(keys(), (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_FALSE(changes());
  page.boxes[0].fill = layout::Tone::Transparent;
  EXPECT_TRUE(changes()) << "it means nothing and draws nothing";
  page.boxes[1].absent = true;
  EXPECT_TRUE(changes());
  EXPECT_FALSE(changes());
  page.reached[2] = 0;
  EXPECT_TRUE(changes());
  EXPECT_EQ(keys(), std::vector<std::uint32_t>{});
}

TEST(SemanticTree, HasNoLinesOfWhatIsNoText) { EXPECT_TRUE(lines_of({}).empty()); }

TEST_F(SemanticsTest, HaveTheLinesThatAreDrawn) {
  for (const SemanticNode& node : viewer_.semantics().nodes()) {
    if (node.text == nullptr || node.text->lines.empty()) continue;
    const std::vector<SemanticLine> lines = lines_of(node);
    ASSERT_EQ(lines.size(), node.text->lines.size());
    EXPECT_EQ(lines.front().begin, 0U);
    EXPECT_EQ(lines.back().end, node.text->paragraph.text().size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ(lines[i].begin, i > 0 ? lines[i - 1].end : 0U);
      std::vector<text::PlacedSegment> placed;
      node.text->paragraph.place(engine_.segments(), node.text->lines[i], node.text->broken_for,
                                 placed);
      if (placed.empty()) continue;
      const CssPx end = node.box->frame.x + placed.back().x + placed.back().advance;
      EXPECT_NEAR((lines[i].x + lines[i].width).value, end.value, 0.01F);
    }
  }
}

TEST_F(SemanticsTest, TellOfAPhotoThatTheReaderChangedWhenItHasComeToRest) {
  EXPECT_EQ(status(), "") << "nothing is said twice";
  viewer_.activate(node(Role::Button, Action::NextPhoto), now_);
  EXPECT_EQ(status(), "") << "still under way";
  settle();
  EXPECT_EQ(status(), "2 / 3 二");
  viewer_.show_photo(2, Event::Cause::Script, now_);
  settle();
  EXPECT_EQ(status(), "2 / 3 二") << "not the reader's own change";
}

TEST_F(SemanticsTest, AskToEnlargeTheCurrentPhoto) {
  viewer_.activate(node(Role::Button, Action::NextPhoto), now_);
  settle();
  (void)viewer_.take_events();
  // The first such button is the lead picture's.
  std::vector<std::int32_t> buttons;
  const std::vector<SemanticNode>& nodes = viewer_.semantics().nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (nodes[i].box->role == Role::Button && nodes[i].box->action == Action::EnlargePhoto)
      buttons.push_back(static_cast<std::int32_t>(i));
  ASSERT_EQ(buttons.size(), 2U);
  EXPECT_TRUE(viewer_.activate(buttons[1], now_));
  EXPECT_TRUE(viewer_.activate(buttons[0], now_));
  const std::vector<Event> opened = events(Event::Kind::PhotoOpen);
  ASSERT_EQ(opened.size(), 2U);
  EXPECT_EQ(opened[0].part, Part::Gallery);
  EXPECT_EQ(opened[0].index, 1);
  EXPECT_EQ(opened[1].part, Part::Card);
  const auto lead = viewer_.enlarged_photo(opened[1].part, opened[1].index, 800);
  ASSERT_TRUE(lead);
  EXPECT_EQ(lead->photo->caption, "码头");
  EXPECT_EQ(lead->total, 1);
}

TEST_F(SemanticsTest, GiveThePhotoToEnlargeInTheSizeAskedFor) {
  const auto small = viewer_.enlarged_photo(Part::Gallery, 0, 700);
  ASSERT_TRUE(small);
  EXPECT_EQ(small->url, "https://paper.example/1-800.jpg");
  EXPECT_EQ(small->total, 3);
  EXPECT_EQ(viewer_.enlarged_photo(Part::Gallery, 0, 1200)->url, "https://paper.example/1.jpg");
  EXPECT_EQ(viewer_.enlarged_photo(Part::Gallery, 2, 700)->url, "") << "a caption alone";
  for (const int none : {-1, 3, 99}) EXPECT_FALSE(viewer_.enlarged_photo(Part::Gallery, none, 700));
  EXPECT_FALSE(viewer_.enlarged_photo(Part::Card, 99, 700));
}

TEST_F(SemanticsTest, OfferNoEnlargingWhereThereIsNoPicture) {
  viewer_.show_photo(2, Event::Cause::Script, now_);
  settle();
  bool found = false;
  for (const SemanticNode& node : viewer_.semantics().nodes()) {
    if (node.box->role != Role::Button || node.box->action != Action::EnlargePhoto ||
        node.box->part != Part::Gallery)
      continue;
    found = true;
    EXPECT_TRUE(node.box->disabled);
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace article::viewer
