#include "layout/blocks.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "layout/page_case.h"

namespace article::layout {
namespace {

constexpr std::string_view kDocument = R"({"version": 1, "language": "zh-Hans",
  "article": {"headline": "渔港", "body": [
    {"type": "paragraph", "text": "第一段。"}, {"type": "rule"},
    {"type": "photo", "photo": {"src": "a.jpg", "caption": "图注"}}]},
  "gallery": {"photos": [{"src": "1.jpg", "caption": "一"}, {"src": "2.jpg"}]},
  "rankings": {"tabs": [
    {"id": "day", "label": "日榜", "items": [{"title": "甲", "url": "/1"}]},
    {"id": "week", "label": "周榜", "items": [{"title": "乙", "url": "/2"}]}]},
  "comments": {"hot": [{"author": "读者", "text": "好"}, {"author": "另一位", "text": "不好"}]}})";

class BlocksTest : public PageCase {
 protected:
  BlocksTest() {
    read(kDocument);
    lay_out(style_.width.value);
  }

  [[nodiscard]] const Box& root_of(const Block& block) const {
    return page_.boxes[static_cast<std::size_t>(block.root)];
  }
  [[nodiscard]] std::vector<Block> rooted_in(Role role) const {
    std::vector<Block> found;
    for (const Block& block : page_.blocks)
      if (root_of(block).role == role) found.push_back(block);
    return found;
  }
};

TEST_F(BlocksTest, HaveEachBoxThatDrawsSomethingOnce) {
  for (BoxIndex i = 0; i < static_cast<BoxIndex>(page_.boxes.size()); ++i) {
    const Box& box = page_.boxes[static_cast<std::size_t>(i)];
    int found = 0;
    for (const Block& block : page_.blocks) found += i >= block.root && i < block.end ? 1 : 0;
    const bool draws = box.text >= 0 || box.picture >= 0 || box.fill != Tone::Transparent;
    EXPECT_EQ(found, draws ? 1 : found) << "box " << i;
    EXPECT_LE(found, 1) << "box " << i;
    EXPECT_EQ(block_of(page_, i) != nullptr, found == 1) << "box " << i;
  }
}

TEST_F(BlocksTest, AreSlidesPanelsCommentsAndFigures) {
  EXPECT_EQ(rooted_in(Role::Slide).size(), 2U);
  EXPECT_EQ(rooted_in(Role::TabPanel).size(), 2U);  // of the rankings
  EXPECT_EQ(rooted_in(Role::Article).size(), 2U);   // the comments
  EXPECT_EQ(rooted_in(Role::Figure).size(), 1U);
  EXPECT_EQ(rooted_in(Role::TabList).size(), 2U);
}

TEST_F(BlocksTest, CoverWhatTheyDraw) {
  for (const Block& block : page_.blocks)
    for (BoxIndex i = block.root; i < block.end; ++i) {
      const Box& box = page_.boxes[static_cast<std::size_t>(i)];
      if (box.hidden || box.absent || box.frame.height <= CssPx(0)) continue;
      if (box.fill == Tone::Transparent && box.picture < 0) continue;
      EXPECT_LE(block.ink.x, box.frame.x);
      EXPECT_LE(block.ink.y, box.frame.y);
      EXPECT_GE(block.ink.right(), box.frame.right());
      EXPECT_GE(block.ink.bottom(), box.frame.bottom());
    }
}

TEST_F(BlocksTest, DrawNothingOfAPanelThatIsNotShown) {
  const std::vector<Block> panels = rooted_in(Role::TabPanel);
  EXPECT_GT(panels[0].ink.height, CssPx(0));
  EXPECT_EQ(panels[1].ink.height, CssPx(0));
}

TEST_F(BlocksTest, DrawNeighboursOfThePhoto) {
  for (const Block& slide : rooted_in(Role::Slide)) {
    EXPECT_GT(slide.ink.height, CssPx(0));
    EXPECT_EQ(slide.scroller, kCarouselScroller);
  }
}

TEST_F(BlocksTest, KnowTheScrollerOfARowOfTabs) {
  EXPECT_EQ(rooted_in(Role::TabList)[0].scroller, kRankingTabsScroller);
}

TEST_F(BlocksTest, AreFlatWhereTheyAreNothingButAColour) {
  EXPECT_TRUE(rooted_in(Role::Separator)[0].flat);
  EXPECT_FALSE(rooted_in(Role::Heading)[0].flat);
}

}  // namespace
}  // namespace article::layout
