#include "text/line_fit.h"

#include <string>

#include <gtest/gtest.h>

#include "text_case.h"

namespace article::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view placed;  // pen positions in em
  std::string_view rule;
};

void expect(std::span<const Case> cases, const Shape& shape, float em = 20) {
  for (const Case& c : cases)
    EXPECT_EQ(Typeset(c.text, shape).dump(em), c.placed) << c.rule << ": " << c.text;
}

TEST(LineFit, PlacesMainlandMarks) {
  const Case cases[] = {
      {"今天。", "今 0 天 1 。 2", "CLREQ full width"},
      {"好。”好", "好 0 。 1 ” 1.5 好 2.5", "CLREQ adjacent marks: stop, closing"},
      {"好”，好", "好 0 ” 1 ， 1.5 好 2.5", "CLREQ adjacent marks: closing, stop"},
      {"好，“好", "好 0 ， 1 “ 1.5 好 2.5", "CLREQ adjacent marks: stop, opening"},
      {"好“‘好", "好 0 “ 1 ‘ 1.5 好 2.5", "CLREQ adjacent marks: opening, opening"},
      {"好’”好", "好 0 ’ 1 ” 1.5 好 2.5", "CLREQ adjacent marks: closing, closing"},
      {"好」，「好", "好 0 」 1 ， 1.5 「 2 好 3", "CLREQ adjacent marks: three"},
      {"《好》·《好", "《 -0.5 好 0.5 》 1.5 · 1.75 《 2 好 3", "CLREQ adjacent marks: middle dot"},
      {"好？！好", "好 0 ？ 1 ！ 1.5 好 2.5", "CLREQ adjacent marks: stop, stop"},
      {"好”,好", "好 0 ” 1 , 1.5 好 2", "CLREQ adjacent marks: closing, ASCII comma"},
      {"好——“好", "好 0 —— 1 “ 3 好 4", "CLREQ: a dash is not trimmed"},
      {"好（“好", "好 0 （ 1 “ 1.5 好 2.5", "CLREQ adjacent marks: opening, opening"},
      {"中a文", "中 0 a 1.125 文 1.75", "CLREQ gap, 1/8 em"},
      {"中 a 文", "中 0 a 1.125 文 1.75", "CLREQ gap: the source's space becomes it"},
      {"中7文", "中 0 7 1.125 文 1.75", "CLREQ gap, digits"},
      {"中30%文", "中 0 30% 1.125 文 2.75", "CLREQ gap, around a number's unit"},
      {"中$5文", "中 0 $5 1.125 文 2.25", "CLREQ gap, around a number's sign"},
      {"中(a)文", "中 0 (a) 1 文 2.5", "CSS Text 4 #text-autospace: none at brackets"},
      {"中，a。文", "中 0 ， 1 a 2 。 2.5 文 3.5", "CLREQ gap: none beside full-width marks"},
      {"中Ω文", "中 0 Ω 1.125 文 1.75", "CLREQ gap, Greek"},
      {"中 文", "中 0 文 1.25", "a space between Han is a space"},
      {"かなa", "か 0 な 1 a 2.125", "CLREQ gap, kana"}};
  expect(cases, {});
}

TEST(LineFit, PlacesTaiwanMarks) {
  const Case cases[] = {
      {"好。」好", "好 0 。 1 」 1.75 好 2.75", "CLREQ Taiwan: a centred stop gives 1/4 em"},
      {"好」。好", "好 0 」 1 。 1.5 好 2.5", "CLREQ Taiwan: a bracket gives half an em"},
      {"好，「好", "好 0 ， 1 「 1.5 好 2.5", "CLREQ Taiwan: a bracket gives half an em"},
      {"好？！好", "好 0 ？ 1 ！ 2 好 3", "CLREQ Taiwan: centred stops stay whole"}};
  expect(cases, {.language = "zh-TW"});
}

TEST(LineFit, LeavesMarksOfOtherLanguagesAlone) {
  const Case cases[] = {{"中a文", "中 0 a 1 文 1.5", "no gap in an English run"},
                        {"the 中 word", "the 0 中 1.75 word 3", "a space at a Han word is a space"},
                        {"“好” ok", "“ 0 好 0.5 ” 1.5 ok 2.25", "quotes are Latin in English"}};
  expect(cases, {.language = "en"});
}

TEST(LineFit, DoesNotTrimWhatTheFontHasHalfAsWide) {
  EXPECT_EQ(Typeset("好，“好”", {}, false).dump(20), "好 0 ， 1 “ 2 好 2.5 ” 3.5");
}

TEST(LineFit, StretchesInOrder) {
  // Widths are of the line, in em; the text goes on for a second line.
  struct Stretch {
    std::string_view text;
    float em;
    std::string_view placed;
    std::string_view rule;
  };
  const Stretch cases[] = {
      {"一二三四五六七八", 5.25F, "一 0 二 1.063 三 2.125 四 3.188 五 4.25 / 六 0 七 1 八 2",
       "CLREQ stretch: all gaps"},
      {"一二三四五六七八", 5.875F, "一 0 二 1 三 2 四 3 五 4 / 六 0 七 1 八 2",
       "house rule: else ragged"},
      {"一二a三四五六七", 5.875F, "一 0 二 1 a 2.188 三 2.875 四 3.875 五 4.875 / 六 0 七 1",
       "CLREQ stretch: Han-Latin gaps first"},
      {"ab cd ef gh", 2.5F, "ab 0 cd 1.5 / ef 0 gh 1.25", "CLREQ stretch: word spaces, to 1/2 em"},
      {"一，二三四五六七", 5.25F, "一 0 ， 1.063 二 2.125 三 3.188 四 4.25 / 五 0 六 1 七 2",
       "CLREQ stretch: all gaps"}};
  for (const Stretch& c : cases)
    EXPECT_EQ(Typeset(c.text, {.alignment = Alignment::Justify}).dump(c.em), c.placed) << c.rule;
}

TEST(LineFit, ShrinksInOrder) {
  Typeset brackets("一（二）三四", {.alignment = Alignment::Justify});
  EXPECT_EQ(brackets.dump(5), "一 0 （ 0.5 二 1.5 ） 2.5 三 3 四 4") << "CLREQ shrink: brackets";
  EXPECT_EQ(brackets.dump(5.5F), "一 0 （ 0.75 二 1.75 ） 2.75 三 3.5 四 4.5")
      << "CLREQ shrink: brackets, evenly";
  Typeset dot("一·二三四", {.alignment = Alignment::Justify});
  EXPECT_EQ(dot.dump(4.5F), "一 0 · 0.75 二 1.5 三 2.5 四 3.5") << "CLREQ shrink: middle dots";
}

TEST(LineFit, ReachesTheMeasureWhereItSaysSo) {
  Typeset text(
      "据新华社报道，Apple 公司于2023年9月发布了“iPhone 15”手机——售价$799起，"
      "比上一代（iPhone 14）贵了10%；国内售价5999元，折合人民币比美国贵不少。"
      "网友：“这也太贵了！”但是预购的人很多，排队超过8 km长。",
      {.alignment = Alignment::Justify, .indent_em = 2});
  int justified = 0;
  for (const float em : {12.0F, 17.0F, 20.0F, 25.5F, 38.0F}) {
    const auto lines = text.lines(em);
    for (const Line& line : lines) {
      EXPECT_LE(line.indent.value + line.width.value, em * kEm + 0.05F);
      const auto placed = text.place(line, em);
      float right = 0;
      for (const PlacedSegment& one : placed)
        right = std::max(right, one.x.value + one.advance.value);
      EXPECT_NEAR(right, line.indent.value + line.width.value, 0.05F);
      if (!line.justified) continue;
      ++justified;
      EXPECT_NEAR(right, em * kEm, 0.05F);
    }
    EXPECT_FALSE(lines.back().justified) << "CLREQ: the last line is at the start";
  }
  EXPECT_GE(justified, 8);
}

TEST(LineFit, NeverSpacesArabicLetters) {
  const Case cases[] = {{"مرحبا بكم", "بكم 15.75 مرحبا 17.5", "house rule"}};
  expect(cases, {.language = "ar", .alignment = Alignment::Justify});
}

/// ASCII marks of a quarter em, as proportional fonts have them.
class NarrowMarks : public tests::FixedWidthTextHost {
 public:
  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override {
    FixedWidthTextHost::measure(requests, out);
    for (std::size_t i = 0; i < requests.size(); ++i)
      if (requests[i].text.size() == 1 && requests[i].text[0] < '0')
        out[i].advance = out[i].right = kEm / 4;
  }
};

TEST(LineFit, GivesAsciiMarksBetweenHanHalfAnEm) {
  NarrowMarks host;
  SegmentStore store(host);
  const auto style = store.style({.family = "fake", .language = "zh-CN", .size = CssPx(kEm)});
  struct Row {
    std::string_view text;
    float em;
  };
  for (const Row& row :
       {Row{"中,国", 2.5F}, Row{"中!国", 2.5F}, Row{"中!", 1.5F}, Row{"中.国", 2.25F}}) {
    const text::Run run{row.text, style, "zh-CN", 0};
    const Paragraph paragraph = Paragraph::shape(store, {&run, 1}, {.language = "zh-CN"});
    store.measure();
    EXPECT_EQ(in_em(paragraph.natural_width(store)), row.em) << "house rule: " << row.text;
  }
}

}  // namespace
}  // namespace article::text
