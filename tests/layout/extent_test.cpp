#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "layout/page_case.h"

/// A page of which a part is laid out, and the rest estimated.
namespace article::layout {
namespace {

constexpr std::string_view kChinese = "海风里都是新鲜的味道，码头上人声鼎沸，渔船陆续回港。";
constexpr std::string_view kEnglish =
    "Along the quay the boats come back, and every one of them brings another story home. ";

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// An article, and with it all that can stand beside and below it.
std::string long_document(std::string_view language, int paragraphs) {
  std::string json = R"({"version": 1, "language": ")" + std::string(language) +
                     R"(", "article": {"headline": "One", "body": [)";
  for (int i = 0; i < paragraphs; ++i) {
    json += i == 0 ? "" : ",";
    if (i % 17 == 16) json += R"({"type": "photo", "photo": {"src": "p.jpg", "caption": "c"}},)";
    json += R"({"type": "paragraph", "text": ")" +
            repeated(language == "en" ? kEnglish : kChinese, 1 + i % 5) + "\"}";
  }
  return json + R"(]},
    "gallery": {"photos": [{"src": "1.jpg", "caption": "a"}, {"src": "2.jpg", "caption": "b"}]},
    "rankings": {"tabs": [{"id": "day", "label": "D", "items": [{"title": "t"}, {"title": "u"}]},
                          {"id": "week", "label": "W", "items": [{"title": "v"}]}]},
    "comments": {"hot": [{"author": "x", "text": "y"}], "latest": [{"author": "z", "text": "w"}]}})";
}

class ExtentTest : public PageCase {
 protected:
  void read(std::string_view language, int paragraphs) {
    PageCase::read(long_document(language, paragraphs));
    style_.language = language;
  }
  void lay_out(Page& page, const Extent& extent = {}) {
    layout::lay_out(read_.document, style_, state_, store_, locale_, page, extent);
  }
  static std::size_t reached(const Page& page) {
    return static_cast<std::size_t>(std::ranges::count(page.reached, true));
  }
};

void expect_same(const Page& a, const Page& b) {
  ASSERT_EQ(a.boxes.size(), b.boxes.size());
  for (std::size_t i = 0; i < a.boxes.size(); ++i) EXPECT_EQ(a.boxes[i].frame, b.boxes[i].frame);
  ASSERT_EQ(a.texts.size(), b.texts.size());
  for (std::size_t i = 0; i < a.texts.size(); ++i)
    EXPECT_EQ(a.texts[i].lines.size(), b.texts[i].lines.size());
  EXPECT_EQ(a.height, b.height);
}

TEST_F(ExtentTest, HasWhatIsInItAndEstimatesTheRest) {
  for (const std::string_view language : {"zh-Hans", "en"}) {
    read(language, 400);
    Page whole;
    lay_out(whole);
    EXPECT_TRUE(whole.whole);
    for (std::size_t i = 0; i < whole.boxes.size(); ++i)
      EXPECT_TRUE(whole.reached[i] || whole.boxes[i].absent) << i;
    Page page;
    lay_out(page, {CssPx(0), CssPx(1600)});
    EXPECT_FALSE(page.whole);
    EXPECT_LT(reached(page), 60U);
    for (std::size_t i = 0; i < page.boxes.size(); ++i) {
      const Box& box = page.boxes[i];
      if (box.absent || box.frame.y > CssPx(1600)) continue;
      EXPECT_TRUE(page.reached[i]) << i;
      // What holds others is as high as they are estimated to be.
      if (box.text < 0 && box.picture < 0) continue;
      EXPECT_EQ(box.frame, whole.boxes[i].frame) << i;
    }
    EXPECT_NEAR(page.height.value / whole.height.value, 1, 0.1) << language;
  }
}

TEST_F(ExtentTest, AsksForAsMuchOfALongArticleAsOfAShortOne) {
  std::vector<std::uint32_t> shaped;
  for (const int paragraphs : {40, 1500}) {
    read("zh-Hans", paragraphs);
    Page page;
    lay_out(page, {CssPx(0), CssPx(1600)});
    shaped.push_back(page.shapes);
  }
  EXPECT_EQ(shaped[0], shaped[1]);
}

TEST_F(ExtentTest, GrowsIntoTheSamePage) {
  for (const float width : {390.0F, 1280.0F}) {
    read("zh-Hans", 120);
    style_.width = CssPx(width);
    Page whole;
    lay_out(whole);
    for (const float from : {0.0F, 6000.0F}) {
      Page page;
      for (float reach = 500; !page.whole; reach *= 1.6F) {
        ASSERT_LT(reach, 1e7F);
        lay_out(page, {CssPx(from - reach), CssPx(from + reach)});
      }
      expect_same(page, whole);
    }
  }
}

TEST_F(ExtentTest, LeavesNothingEstimatedInItWhereItIsFarDown) {
  read("zh-Hans", 400);
  Page page;
  lay_out(page, {CssPx(20000), CssPx(21000)});
  for (std::size_t i = 0; i < page.boxes.size(); ++i) {
    const Box& box = page.boxes[i];
    if (box.text < 0 || box.absent || box.frame.y > CssPx(21000) ||
        box.frame.bottom() < CssPx(20000))
      continue;
    EXPECT_EQ(page.texts[static_cast<std::size_t>(box.text)].broken_for, box.frame.width) << i;
  }
}

TEST_F(ExtentTest, ComposesAPanelThatSleepsOnceAndAnewWhenItWakes) {
  for (const std::string_view language : {"zh-Hans", "ar"}) {
    read(language, 3);
    state_ = {};
    state_.panels_sleep = true;
    style_.width = CssPx(390);
    Page page;
    lay_out(page);
    const auto panel = [&](Part part) {
      return std::ranges::find_if(page.boxes, [&](const Box& box) {
        return box.role == Role::TabPanel && box.part == part && box.argument == 1;
      });
    };
    for (const Part part : {Part::Rankings, Part::Comments}) {
      ASSERT_TRUE(panel(part)->asleep);
      (panel(part) + 1)->radius = CssPx(7);  // of what is made anew it is gone
    }
    style_.width = CssPx(1280);
    for (const float reach : {500.0F, 5000.0F}) {
      lay_out(page, {CssPx(0), CssPx(reach)});
      for (const Part part : {Part::Rankings, Part::Comments})
        EXPECT_EQ((panel(part) + 1)->radius, CssPx(7)) << language << " " << reach;
    }
    for (const int selected : {1, 0, 1}) {
      state_.ranking_tab = state_.comment_tab = selected;
      state_.panels_sleep = selected == 0;
      lay_out(page);
      Page fresh;
      lay_out(fresh);
      ASSERT_EQ(page.boxes.size(), fresh.boxes.size());
      for (std::size_t i = 0; i < page.boxes.size(); ++i)
        if (is_drawn(page.boxes[i])) {
          EXPECT_EQ(page.boxes[i].frame, fresh.boxes[i].frame) << i;
        }
      EXPECT_EQ(page.height, fresh.height);
      EXPECT_NE((panel(Part::Rankings) + 1)->radius, CssPx(7));
    }
  }
}

TEST_F(ExtentTest, KeepsWhatIsFarAsItWasForAnotherWidthUntilItIsReached) {
  read("zh-Hans", 200);
  Page page;
  lay_out(page);
  const std::size_t before = reached(page);
  const std::uint32_t shapes = page.shapes;
  style_.width = CssPx(360);
  lay_out(page, {CssPx(0), CssPx(1000)});
  EXPECT_FALSE(page.whole);
  EXPECT_EQ(reached(page), before) << "nothing goes out of sight";
  EXPECT_EQ(page.shapes, shapes);
  Page other;
  lay_out(other);
  EXPECT_NEAR(page.height.value / other.height.value, 1, 0.05);
  lay_out(page);
  expect_same(page, other);
}

TEST_F(ExtentTest, ShapesWhatIsFarAnewWhenItIsReached) {
  read("zh-Hans", 200);
  Page page;
  lay_out(page);
  const std::uint32_t shapes = page.shapes;
  forget_texts(page);
  lay_out(page, {CssPx(0), CssPx(1000)});
  EXPECT_LT(page.shapes, shapes + 20);
  EXPECT_FALSE(page.whole);
  lay_out(page);
  EXPECT_EQ(page.shapes, 2 * shapes);
  EXPECT_TRUE(page.whole);
}

TEST_F(ExtentTest, ComesToAnEndWithNothingInIt) {
  read("en", 30);
  Page page;
  lay_out(page, {CssPx(0), CssPx(-1)});
  EXPECT_EQ(reached(page), 0U);
  EXPECT_EQ(page.shapes, 0U);
  EXPECT_GT(page.height, CssPx(1000));
}

}  // namespace
}  // namespace article::layout
