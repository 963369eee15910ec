#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text_case.h"

/// Full-width marks side by side, at a line's start and at its end, in each region.
namespace article::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view placed;  // pen positions in em
  std::string_view rule;
};

void expect(std::span<const Case> cases, const Shape& shape) {
  for (const Case& c : cases)
    EXPECT_EQ(Typeset(c.text, shape).dump(20), c.placed) << c.rule << ": " << c.text;
}

TEST(ClreqMarks, StandSideBySideOnTheMainland) {
  const Case cases[] = {
      {"好）（好", "好 0 ） 1 （ 1.5 好 2.5", "CLREQ adjacent marks: closing, opening"},
      {"好”“好", "好 0 ” 1 “ 1.5 好 2.5", "CLREQ adjacent marks: closing, opening quotes"},
      {"好》《好", "好 0 》 1 《 1.5 好 2.5", "CLREQ adjacent marks: two titles of books"},
      {"好。（好", "好 0 。 1 （ 1.5 好 2.5", "CLREQ adjacent marks: full stop, opening"},
      {"好、《好", "好 0 、 1 《 1.5 好 2.5", "CLREQ adjacent marks: pause, opening"},
      {"好：“好", "好 0 ： 1 “ 1.5 好 2.5", "CLREQ adjacent marks: colon, opening"},
      {"好；（好", "好 0 ； 1 （ 1.5 好 2.5", "CLREQ adjacent marks: semicolon, opening"},
      {"好！（好", "好 0 ！ 1 （ 1.5 好 2.5", "CLREQ adjacent marks: exclamation, opening"},
      {"好）。好", "好 0 ） 1 。 1.5 好 2.5", "CLREQ adjacent marks: closing, full stop"},
      {"好”：好", "好 0 ” 1 ： 1.5 好 2.5", "CLREQ adjacent marks: closing, colon"},
      {"好》！好", "好 0 》 1 ！ 1.5 好 2.5", "CLREQ adjacent marks: closing, exclamation"},
      {"好？”好", "好 0 ？ 1 ” 1.5 好 2.5", "CLREQ adjacent marks: question, closing"},
      {"好，）好", "好 0 ， 1 ） 1.5 好 2.5", "CLREQ adjacent marks: comma, closing"},
      {"好「『好", "好 0 「 1 『 1.5 好 2.5", "CLREQ adjacent marks: opening, opening"},
      {"好（《好", "好 0 （ 1 《 1.5 好 2.5", "CLREQ adjacent marks: opening, opening"},
      {"好』」好", "好 0 』 1 」 1.5 好 2.5", "CLREQ adjacent marks: closing, closing"},
      {"好》）好", "好 0 》 1 ） 1.5 好 2.5", "CLREQ adjacent marks: closing, closing"},
      {"好！！好", "好 0 ！ 1 ！ 1.5 好 2.5", "CLREQ adjacent marks: two exclamations"},
      {"好！？好", "好 0 ！ 1 ？ 1.5 好 2.5", "CLREQ adjacent marks: exclamation, question"},
      {"好！？！好", "好 0 ！ 1 ？ 1.5 ！ 2 好 3", "CLREQ adjacent marks: three stops"},
      {"好？！”好", "好 0 ？ 1 ！ 1.5 ” 2 好 3", "CLREQ adjacent marks: two stops, closing"},
      {"好。’”好", "好 0 。 1 ’ 1.5 ” 2 好 3", "CLREQ adjacent marks: stop, two closing"},
      {"好》、《好", "好 0 》 1 、 1.5 《 2 好 3", "CLREQ adjacent marks: closing, pause, opening"},
      {"好’”，“好", "好 0 ’ 1 ” 1.5 ， 2 “ 2.5 好 3.5", "CLREQ adjacent marks: four"},
      {"好……。好", "好 0 …… 1 。 3 好 4", "CLREQ ellipsis: whole before a stop"},
      {"好。……好", "好 0 。 1 …… 2 好 4", "CLREQ ellipsis: nothing gives before it"},
      {"好……”好", "好 0 …… 1 ” 3 好 4", "CLREQ ellipsis: whole before a closing mark"},
      {"好“……好", "好 0 “ 1 …… 2 好 4", "CLREQ ellipsis: whole after an opening mark"},
      {"好”——好", "好 0 ” 1 —— 2 好 4", "CLREQ dash: nothing gives before it"},
      {"好——）好", "好 0 —— 1 ） 3 好 4", "CLREQ dash: whole before a closing mark"},
      {"好—好", "好 0 — 1 好 2", "CLREQ dash: a single one is one em"},
      {"好…好", "好 0 … 1 好 2", "CLREQ ellipsis: half of one is one em"},
      {"好·好", "好 0 · 0.75 好 1.5", "CLREQ mainland: the middle dot is half an em"},
      {"好·（好", "好 0 · 0.75 （ 1 好 2", "CLREQ mainland: middle dot, opening"},
      {"好）·好", "好 0 ） 1 · 1.25 好 2", "CLREQ mainland: closing, middle dot"},
      {"好）:好", "好 0 ） 1 : 1.5 好 2", "CLREQ adjacent marks: closing, ASCII colon"},
      {"好”,“好", "好 0 ” 1 , 1.5 “ 2 好 3", "CLREQ adjacent marks: closing, ASCII comma, opening"},
      {"好!”好", "好 0 ! 1 ” 1.5 好 2.5", "CLREQ adjacent marks: ASCII exclamation, closing"},
      {"好:“好", "好 0 : 1 “ 1.5 好 2.5",
       "CLREQ adjacent marks: an ASCII mark has nothing to give"}};
  expect(cases, {});
  expect(cases, {.language = "zh-SG"});
}

TEST(ClreqMarks, StandSideBySideInTaiwanAndHongKong) {
  const Case cases[] = {
      {"好」「好", "好 0 」 1 「 1.5 好 2.5", "CLREQ Taiwan: closing, opening"},
      {"好「『好", "好 0 「 1 『 1.5 好 2.5", "CLREQ Taiwan: opening, opening"},
      {"好』」好", "好 0 』 1 」 1.5 好 2.5", "CLREQ Taiwan: closing, closing"},
      {"好！」好", "好 0 ！ 1 」 1.75 好 2.75", "CLREQ Taiwan: a centred exclamation gives 1/4 em"},
      {"好？」好", "好 0 ？ 1 」 1.75 好 2.75",
       "CLREQ Taiwan: a centred question mark gives 1/4 em"},
      {"好」！好", "好 0 」 1 ！ 1.5 好 2.5", "CLREQ Taiwan: closing, exclamation"},
      {"好：「好", "好 0 ： 1 「 1.5 好 2.5", "CLREQ Taiwan: colon, opening"},
      {"好；（好", "好 0 ； 1 （ 1.5 好 2.5", "CLREQ Taiwan: semicolon, opening"},
      {"好」，「好", "好 0 」 1 ， 1.5 「 2 好 3", "CLREQ Taiwan: closing, comma, opening"},
      {"好》、《好", "好 0 》 1 、 1.5 《 2 好 3", "CLREQ Taiwan: closing, pause, opening"},
      {"好。』」好", "好 0 。 1 』 1.75 」 2.25 好 3.25", "CLREQ Taiwan: stop, two closing"},
      {"好！！好", "好 0 ！ 1 ！ 2 好 3", "CLREQ Taiwan: two stops are whole"},
      {"好！？！好", "好 0 ！ 1 ？ 2 ！ 3 好 4", "CLREQ Taiwan: three stops are whole"},
      {"好·好", "好 0 · 1 好 2", "CLREQ Taiwan: the middle dot is one em"},
      {"好》·《好", "好 0 》 1 · 1.5 《 2 好 3", "CLREQ Taiwan: middle dot between brackets"},
      {"好——好", "好 0 —— 1 好 3", "CLREQ Taiwan: the dash is two em"},
      {"好……」好", "好 0 …… 1 」 3 好 4", "CLREQ Taiwan: the ellipsis is whole"}};
  expect(cases, {.language = "zh-TW"});
  expect(cases, {.language = "zh-HK"});
  expect(cases, {.language = "zh-Hant"});
}

TEST(ClreqMarks, StandSideBySideInJapan) {
  const Case cases[] = {{"好。」好", "好 0 。 1 」 1.5 好 2.5", "JLREQ full stop, closing"},
                        {"好、「好", "好 0 、 1 「 1.5 好 2.5", "JLREQ comma, opening"},
                        {"好」「好", "好 0 」 1 「 1.5 好 2.5", "JLREQ closing, opening"},
                        {"好「『好", "好 0 「 1 『 1.5 好 2.5", "JLREQ opening, opening"},
                        {"好』」好", "好 0 』 1 」 1.5 好 2.5", "JLREQ closing, closing"},
                        {"好」、好", "好 0 」 1 、 1.5 好 2.5", "JLREQ closing, comma"},
                        {"好！」好", "好 0 ！ 1 」 1.75 好 2.75", "JLREQ dividing mark, closing"},
                        {"好！？好", "好 0 ！ 1 ？ 2 好 3", "JLREQ dividing marks are whole"},
                        {"カ・カ", "カ 0 ・ 1 カ 2", "JLREQ middle dot, one em"}};
  expect(cases, {.language = "ja"});
}

/// Width of a text on a line that has room for more, and the least that it can do with.
struct Widths {
  float natural = 0;
  float least = 0;
};

Widths widths_of(std::string_view text, std::string_view language) {
  Typeset typeset(text, {.language = language});
  Widths widths{.natural = in_em(typeset.lines(20).front().width), .least = 0};
  for (widths.least = widths.natural; widths.least > 0.25F; widths.least -= 0.25F)
    if (typeset.lines(widths.least - 0.25F).size() > 1) break;
  return widths;
}

TEST(ClreqMarks, EndALine) {
  struct Row {
    std::string mark;
    float taiwan = 0;  // what it gives there, em
    float japan = 0;
    std::string_view rule;
  };
  const Row rows[] = {{"。", 0.25F, 0.5F, "CLREQ line end: full stop"},
                      {"，", 0.25F, 0.5F, "CLREQ line end: comma"},
                      {"、", 0.25F, 0.5F, "CLREQ line end: pause mark"},
                      {"．", 0.25F, 0.5F, "CLREQ line end: full-width point"},
                      {"；", 0.25F, 0.25F, "CLREQ line end: semicolon"},
                      {"：", 0.25F, 0.25F, "CLREQ line end: colon"},
                      {"！", 0.25F, 0.25F, "CLREQ line end: exclamation mark"},
                      {"？", 0.25F, 0.25F, "CLREQ line end: question mark"},
                      {"”", 0.5F, 0.5F, "CLREQ line end: double quotation mark"},
                      {"’", 0.5F, 0.5F, "CLREQ line end: single quotation mark"},
                      {"」", 0.5F, 0.5F, "CLREQ line end: corner bracket"},
                      {"』", 0.5F, 0.5F, "CLREQ line end: double corner bracket"},
                      {"）", 0.5F, 0.5F, "CLREQ line end: parenthesis"},
                      {"》", 0.5F, 0.5F, "CLREQ line end: double angle bracket"},
                      {"〉", 0.5F, 0.5F, "CLREQ line end: angle bracket"},
                      {"】", 0.5F, 0.5F, "CLREQ line end: lenticular bracket"},
                      {"〗", 0.5F, 0.5F, "CLREQ line end: white lenticular bracket"},
                      {"〕", 0.5F, 0.5F, "CLREQ line end: tortoise shell bracket"},
                      {"］", 0.5F, 0.5F, "CLREQ line end: square bracket"},
                      {"｝", 0.5F, 0.5F, "CLREQ line end: curly bracket"}};
  for (const Row& row : rows) {
    const std::string text = "今天" + row.mark;
    for (const std::string_view mainland : {"zh-CN", "zh-SG"}) {
      EXPECT_EQ(widths_of(text, mainland).natural, 2.5F) << row.rule << ", always half an em";
      EXPECT_EQ(widths_of(text, mainland).least, 2.5F) << row.rule << ", no more than that";
    }
    for (const std::string_view language : {"zh-TW", "zh-HK", "ja"}) {
      const float gives = language == "ja" ? row.japan : row.taiwan;
      EXPECT_EQ(widths_of(text, language).natural, 3) << row.rule << ", whole: " << language;
      EXPECT_EQ(widths_of(text, language).least, 3 - gives) << row.rule << ", gives: " << language;
    }
  }
}

TEST(ClreqMarks, EndALineTogether) {
  struct Row {
    std::string_view language;
    std::string_view text;
    float natural = 0;
    float least = 0;
    std::string_view rule;
  };
  const Row rows[] = {{"zh-CN", "今天。”", 3, 3, "CLREQ line end: stop, closing"},
                      {"zh-CN", "今天”。", 3, 3, "CLREQ line end: closing, stop"},
                      {"zh-CN", "今天？！", 3, 3, "CLREQ line end: question, exclamation"},
                      {"zh-CN", "今天！！", 3, 3, "CLREQ line end: two exclamations"},
                      {"zh-CN", "今天！？！", 3.5F, 3.5F, "CLREQ line end: three stops"},
                      {"zh-CN", "今天？！”", 3.5F, 3.5F, "CLREQ line end: two stops, closing"},
                      {"zh-CN", "今天！’”", 3.5F, 3.5F, "CLREQ line end: stop, two closing"},
                      {"zh-CN", "今天……", 4, 4, "CLREQ line end: an ellipsis is not trimmed"},
                      {"zh-CN", "今天——", 4, 4, "CLREQ line end: a dash is not trimmed"},
                      {"zh-CN", "今天,", 2.5F, 2.5F, "CLREQ line end: an ASCII mark has no more"},
                      {"zh-TW", "今天。」", 3.75F, 3.25F, "CLREQ Taiwan, line end: stop, closing"},
                      {"zh-TW", "今天」。", 3.5F, 3.25F, "CLREQ Taiwan, line end: closing, stop"},
                      {"zh-TW", "今天？！", 4, 3.75F, "CLREQ Taiwan, line end: two stops"},
                      {"zh-HK", "今天！？！", 5, 4.75F, "CLREQ Hong Kong, line end: three stops"},
                      {"zh-HK", "今天』」", 3.5F, 3, "CLREQ Hong Kong, line end: two closing"},
                      {"ja", "今日。」", 3.5F, 3, "JLREQ line end: stop, closing"}};
  for (const Row& row : rows) {
    EXPECT_EQ(widths_of(row.text, row.language).natural, row.natural) << row.rule << row.text;
    EXPECT_EQ(widths_of(row.text, row.language).least, row.least) << row.rule << row.text;
  }
}

TEST(ClreqMarks, BeginALine) {
  struct Row {
    std::string mark;
    std::string_view rule;
  };
  const Row rows[] = {{"“", "CLREQ line start: double quotation mark"},
                      {"‘", "CLREQ line start: single quotation mark"},
                      {"「", "CLREQ line start: corner bracket"},
                      {"『", "CLREQ line start: double corner bracket"},
                      {"（", "CLREQ line start: parenthesis"},
                      {"《", "CLREQ line start: double angle bracket"},
                      {"〈", "CLREQ line start: angle bracket"},
                      {"【", "CLREQ line start: lenticular bracket"},
                      {"〖", "CLREQ line start: white lenticular bracket"},
                      {"〔", "CLREQ line start: tortoise shell bracket"},
                      {"［", "CLREQ line start: square bracket"},
                      {"｛", "CLREQ line start: curly bracket"}};
  for (const Row& row : rows)
    for (const std::string_view language : {"zh-CN", "zh-TW", "zh-HK", "ja"})
      for (const TextKind kind : {TextKind::Body, TextKind::Title, TextKind::Label})
        for (const Alignment alignment : {Alignment::Start, Alignment::Justify}) {
          const Shape shape{.language = language, .kind = kind, .alignment = alignment};
          EXPECT_EQ(Typeset(row.mark + "今天很好", shape).dump(20),
                    row.mark + " -0.5 今 0.5 天 1.5 很 2.5 好 3.5")
              << row.rule << ", first line: " << language;
          EXPECT_EQ(Typeset("今天很好的" + row.mark + "今天很好", shape).dump(5),
                    "今 0 天 1 很 2 好 3 的 4 / " + row.mark + " -0.5 今 0.5 天 1.5 很 2.5 好 3.5")
              << row.rule << ", second line: " << language;
        }
}

TEST(ClreqMarks, BeginALineTogetherAndIndented) {
  const Case together[] = {
      {"“‘好", "“ -0.5 ‘ 0 好 1", "CLREQ line start: two opening quotes"},
      {"（《好", "（ -0.5 《 0 好 1", "CLREQ line start: two opening brackets"},
      {"——好", "—— 0 好 2", "CLREQ line start: a dash is not trimmed"},
      {"……好", "…… 0 好 2", "CLREQ line start: an ellipsis is not trimmed"}};
  for (const TextKind kind : {TextKind::Body, TextKind::Title}) expect(together, {.kind = kind});
  const Case indented[] = {{"“好", "“ 1.5 好 2.5", "CLREQ indent, quotation mark"},
                           {"《好", "《 1.5 好 2.5", "CLREQ indent, bracket"},
                           {"“‘好", "“ 1.5 ‘ 2 好 3", "CLREQ indent, two opening quotes"},
                           {"——好", "—— 2 好 4", "CLREQ indent, dash"},
                           {"8点", "8 2 点 2.625", "CLREQ indent, digit"}};
  for (const Alignment alignment : {Alignment::Start, Alignment::Justify})
    expect(indented, {.alignment = alignment, .indent_em = 2});
}

TEST(ClreqMarks, StandBesideLatinAndNumbers) {
  const Case cases[] = {
      {"由-5℃升", "由 0 -5℃ 1.125 升 3.25", "CLREQ gap: around a number with sign and unit"},
      {"达-8.5%了", "达 0 -8.5% 1.125 了 3.75", "CLREQ gap: around a negative percentage"},
      {"为+3.2%了", "为 0 +3.2% 1.125 了 3.75", "CLREQ gap: around a positive percentage"},
      {"歼-20机", "歼 0 -20 1 机 2.625", "CLREQ gap: none before the hyphen of a name"},
      {"轰-6K型", "轰 0 -6K 1 型 2.625", "CLREQ gap: none before the hyphen of a name"},
      {"东风-41弹", "东 0 风 1 -41 2 弹 3.625", "CLREQ gap: none before the hyphen of a name"},
      {"价¥12起", "价 0 ¥12 1.125 起 2.75", "CLREQ gap: around a currency sign and its number"},
      {"价€25起", "价 0 €25 1.125 起 2.75", "CLREQ gap: around a currency sign and its number"},
      {"价￥12起", "价 0 ￥ 1 12 2 起 3.125", "CLREQ gap: none at a full-width sign"},
      {"占5‰的", "占 0 5‰ 1.125 的 2.25", "CLREQ gap: around a unit"},
      {"共8 km长", "共 0 8 1.125 km 1.875 长 3", "CLREQ numbers with unit: their space stays"},
      {"第15届", "第 0 15 1.125 届 2.25", "CLREQ gap: around an ordinal's number"},
      {"第 15 届", "第 0 15 1.125 届 2.25", "CLREQ gap: the source's spaces become it"},
      {"中（a）文", "中 0 （ 1 a 2 ） 2.5 文 3.5", "CLREQ gap: none within full-width brackets"},
      {"中“a”文", "中 0 “ 1 a 2 ” 2.5 文 3.5", "CLREQ gap: none within quotation marks"},
      {"中——a文", "中 0 —— 1 a 3 文 3.625", "CLREQ gap: none beside a dash"},
      {"中·a", "中 0 · 0.75 a 1.5", "CLREQ gap: none beside a middle dot"},
      {"中、a", "中 0 、 1 a 2", "CLREQ gap: none beside a pause mark"},
      {"1日—7日", "1 0 日 0.625 — 1.625 7 2.625 日 3.25", "CLREQ gap: none beside a range's dash"}};
  expect(cases, {});
  const Case taiwan[] = {{"中a文", "中 0 a 1.125 文 1.75", "CLREQ Taiwan: the same gap"},
                         {"由-5℃升", "由 0 -5℃ 1.125 升 3.25", "CLREQ Taiwan: the same gap"}};
  expect(taiwan, {.language = "zh-TW"});
}

}  // namespace
}  // namespace article::text
