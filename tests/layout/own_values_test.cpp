#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "layout/properties.h"
#include "page_case.h"

namespace article::layout {
namespace {

constexpr std::string_view kArticle = R"({
  "version": 1, "language": "zh-Hans", "article": {
    "headline": "清晨的渔港又一次热闹起来",
    "lead": {"src": "lead.jpg", "caption": "渔港", "credit": "林一 摄"},
    "body": [
      {"type": "paragraph", "text": "今天清晨，渔船陆续回港，码头上人声鼎沸，海风里都是新鲜的味道。"},
      {"type": "paragraph", "text": "今天清晨，渔船陆续回港，码头上人声鼎沸，海风里都是新鲜的味道。"},
      {"type": "quote", "text": "这是一句引文。"}]},
  "gallery": {"photos": [{"src": "1.jpg"}, {"src": "2.jpg"}]}})";

class OwnValues : public PageCase {
 protected:
  OwnValues() { read(kArticle); }

  void set(const Property& property, float value) {
    style_.own[property.row] = value;
    page_ = Page();
  }

  [[nodiscard]] std::vector<const Box*> all(Look look) const {
    std::vector<const Box*> found;
    for (const Box& box : page_.boxes)
      if (box.look == look && !box.absent && box.text >= 0) found.push_back(&box);
    return found;
  }
  [[nodiscard]] const TextContent& content(const Box& box) const {
    return page_.texts[static_cast<std::size_t>(box.text)];
  }
  [[nodiscard]] float gap_of_paragraphs() const {
    const auto found = all(Look::Body);
    return found[1]->frame.y.value - found[0]->frame.bottom().value;
  }
};

TEST_F(OwnValues, StandInTheTableOnceEach) {
  for (std::size_t i = 0; i < kProperties; ++i)
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(kPropertyRows[i].name, kPropertyRows[j].name);
  for (const PropertyRow& row : kPropertyRows) {
    for (const double value : {row.value, row.wide, row.columns, row.han}) {
      if (value < 0 || !row.choices.empty()) continue;
      EXPECT_GE(value, row.least) << row.name;
      EXPECT_LE(value, row.most) << row.name;
    }
  }
}

TEST_F(OwnValues, AreTheDesignsWhereNothingIsSet) {
  lay_out(390);
  const auto paragraphs = all(Look::Body);
  EXPECT_EQ(content(*paragraphs[0]).style.indent_em, 2);
  EXPECT_EQ(content(*paragraphs[0]).style.alignment, text::Alignment::Justify);
  EXPECT_FLOAT_EQ(gap_of_paragraphs(), 0);
  EXPECT_FLOAT_EQ(content(*all(Look::Headline)[0]).font_size.value, 26);
  EXPECT_FLOAT_EQ(content(*all(Look::Headline)[0]).line_height.value, 36);
}

TEST_F(OwnValues, SetParagraphs) {
  set(property("body-indent"), 0);
  set(property("paragraph-gap"), 20);
  set(property("body-align"), 0);
  lay_out(390);
  EXPECT_EQ(content(*all(Look::Body)[0]).style.indent_em, 0);
  EXPECT_EQ(content(*all(Look::Body)[0]).style.alignment, text::Alignment::Start);
  EXPECT_FLOAT_EQ(gap_of_paragraphs(), 20);
  // They grow with the text.
  style_.font_size = CssPx(34.0F);
  page_ = Page();
  lay_out(780);
  EXPECT_FLOAT_EQ(gap_of_paragraphs(), 40);
}

TEST_F(OwnValues, SetMeasureMarginAndPictures) {
  set(property("measure"), 15);
  set(property("lead-bleed"), 0);
  set(property("lead-ratio"), 1);
  set(property("carousel-ratio"), 1.25F);
  set(property("carousel-peek"), 40);
  set(property("carousel-gap"), 10);
  lay_out(390);
  EXPECT_FLOAT_EQ(all(Look::Body)[0]->frame.width.value, 15 * 17);
  const Rect lead = page_.boxes[static_cast<std::size_t>(page_.pictures[0].box)].frame;
  EXPECT_FLOAT_EQ(lead.width.value, 15 * 17);
  EXPECT_FLOAT_EQ(lead.height.value, lead.width.value);
  const Rect slide = page_.boxes[static_cast<std::size_t>(page_.pictures[1].box)].frame;
  EXPECT_FLOAT_EQ(slide.width.value, 390 - slide.x.value - 50);
  EXPECT_FLOAT_EQ(slide.height.value, slide.width.value / 1.25F);
}

TEST_F(OwnValues, LetNineHanFitTheHeadlinesLine) {
  for (const float size : {17.0F, 22.0F, 24.0F, 30.0F, 32.0F}) {
    for (const float width : {320.0F, 390.0F}) {
      style_.font_size = CssPx(size);
      page_ = Page();
      lay_out(width);
      const Box& headline = *all(Look::Headline)[0];
      EXPECT_LE(content(headline).font_size.value * 9, headline.frame.width.value + 0.01F) << size;
      for (const Box* paragraph : all(Look::Body)) {
        const bool narrow = paragraph->frame.width.value < 13.99F * size;
        EXPECT_EQ(content(*paragraph).style.indent_em, narrow ? 1 : 2) << size << " at " << width;
      }
    }
  }
}

struct Small {
  float body;
  float small;
};
TEST_F(OwnValues, LetSmallTextGrowLess) {
  for (const Small& c : {Small{17, 14}, {20, 16}, {26, 20}, {8.5F, 7}}) {
    style_.font_size = CssPx(c.body);
    page_ = Page();
    lay_out(390);
    EXPECT_NEAR(content(*all(Look::Caption)[0]).font_size.value, c.small, 0.01F) << c.body;
  }
}

TEST_F(OwnValues, KeepTargetsAtTheirLeast) {
  for (const float size : {8.5F, 17.0F, 25.5F}) {
    style_.font_size = CssPx(size);
    page_ = Page();
    lay_out(390);
    for (const Box& box : page_.boxes) {
      if (box.role != Role::Button || box.absent) continue;
      EXPECT_GE(box.frame.height.value, size == 25.5F ? 66 : 44) << size;
    }
  }
}

TEST_F(OwnValues, SetTheQuotationLargerThanTheBodyWithARule) {
  lay_out(390);
  const Box& quotation = *all(Look::Quotation)[0];
  EXPECT_GT(content(quotation).font_size, content(*all(Look::Body)[0]).font_size);
  EXPECT_EQ(quotation.tone, Tone::Text);
  const auto bar = std::ranges::find(page_.boxes, Tone::Accent, &Box::fill);
  ASSERT_NE(bar, page_.boxes.end());
  EXPECT_FLOAT_EQ(bar->frame.width.value, 3);
  EXPECT_FLOAT_EQ(bar->frame.height.value, quotation.frame.height.value);
}

TEST_F(OwnValues, KeepACreditWholeAtTheEndOfItsCaption) {
  for (const char* caption : {"渔港", "今天清晨，渔船陆续回港，码头上人声鼎沸，海风", ""}) {
    read(R"({"version": 1, "language": "zh-Hans", "article": {"headline": "渔港", "lead":
      {"src": "a.jpg", "credit": "林一、王二 摄", "caption": ")" +
         std::string(caption) + "\"}}}");
    lay_out(390);
    const Box& credit = *all(Look::Credit)[0];
    EXPECT_EQ(content(credit).lines.size(), 1U) << caption;
    // The column of the lead's caption.
    const Box& headline = *all(Look::Headline)[0];
    EXPECT_NEAR(credit.frame.right().value, headline.frame.right().value, 0.05F) << caption;
    if (all(Look::Caption).empty()) continue;
    const Box& words = *all(Look::Caption)[0];
    const text::Line& last = content(words).lines.back();
    const bool beside = credit.frame.y < words.frame.bottom();
    EXPECT_EQ(beside, caption == std::string_view("渔港"));
    if (beside)
      EXPECT_LE(words.frame.x + last.width, credit.frame.x);
    else
      EXPECT_FLOAT_EQ(credit.frame.y.value, words.frame.bottom().value);
  }
}

}  // namespace
}  // namespace article::layout
