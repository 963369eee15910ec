#include "text/chinese_breaks.h"

#include <string>

#include <gtest/gtest.h>

#include "text_case.h"

namespace article::text {
namespace {

std::string chinese(std::string_view text) { return opportunities(text, "zh-CN", TextKind::Body); }

TEST(ChineseBreaks, OverrideTheStandard) {
  struct Case {
    std::string_view text;
    std::string_view broken;
    std::string_view rule;
  };
  const Case cases[] = {
      {"他“好”吗", "他|“好”|吗", "CLREQ line start and end, quotes by language"},
      {"说：“好。”他", "说：|“好。”|他", "CLREQ line start and end, quotes by language"},
      {"说“‘好’”了", "说|“‘好’”|了", "CLREQ line end, two opening quotes"},
      {"abc“好”def", "abc|“好”|def", "UAX #14 LB30, full-width brackets"},
      {"“好”（二）", "“好”|（二）", "CLREQ line start and end"},
      {"it’s好", "it’s|好", "UAX #14 LB19, an apostrophe"},
      {"卡尔·马克思", "卡|尔·|马|克|思", "CLREQ line start, interpunct"},
      {"10～20天", "10～|20|天", "CLREQ line start, connector"},
      {"中——国", "中|——|国", "CLREQ dash, one unit"},
      {"中————国", "中|————|国", "CLREQ dash, one unit"},
      {"中……国", "中……|国", "CLREQ ellipsis, one unit"},
      {"中⋯⋯国", "中⋯⋯|国", "UAX #14 LB22"},
      {"約３０％的", "約|３０％|的", "CLREQ numbers with unit, full-width"},
      {"气温-5℃到", "气|温|-5℃|到", "CLREQ numbers with sign and unit"},
      {"低：-5℃的", "低：|-5℃|的", "CLREQ numbers with sign: after a colon"},
      {"以3：2胜", "以|3：2|胜", "CLREQ numbers: a score, full-width colon"},
      {"共8 km长", "共|8 km|长", "CLREQ numbers with unit"},
      {"共8 人来", "共|8 |人|来", "CLREQ numbers with unit: no unit"},
      {"共8 kmx", "共|8 |kmx", "CLREQ numbers with unit: no unit"},
      {"重5 kg。", "重|5 kg。", "CLREQ numbers with unit"},
      {"价$12起", "价|$12|起", "CLREQ numbers with sign"},
      {"价￥12起", "价|￥12|起", "CLREQ numbers with sign"},
      {"涨30%以上", "涨|30%|以|上", "CLREQ numbers with unit"},
      {"到25℃的", "到|25℃|的", "CLREQ numbers with unit"},
      {"转90°的", "转|90°|的", "CLREQ line start, after a digit"},
      {"占5‰的", "占|5‰|的", "CLREQ line start, after a digit"},
      {"中.国", "中.|国", "CLREQ line start, ASCII after Han"},
      {"義務(wù)教育", "義|務|(wù)|教|育", "CLREQ line end, ASCII bracket"},
      {"和/或", "和/|或", "CLREQ basic level"},
      {"中　国", "中　|国", "UAX #14 LB21"}};
  for (const Case& c : cases) EXPECT_EQ(chinese(c.text), c.broken) << c.rule << ": " << c.text;
}

TEST(ChineseBreaks, KeepEachMarkOfTheBasicSetOffALineStart) {
  for (const std::string mark :
       {"、", "，", "。", "．", "：", "；", "！", "？", "）", "〕", "］", "】",
        "｝", "」", "』", "〉", "》", "”",  "’",  "·",  "•",  "‧",  "～", "－",
        "–",  ",",  ".",  ":",  ";",  "!",  "?",  ")",  "]",  "}"})
    EXPECT_EQ(chinese("中" + mark + "国").find("中|"), std::string::npos)
        << "CLREQ #prohibition_rules_for_line_start_end, line start: " << mark;
}

TEST(ChineseBreaks, KeepEachMarkOfTheBasicSetOffALineEnd) {
  for (const std::string mark :
       {"（", "〔", "［", "【", "｛", "「", "『", "〈", "《", "“", "‘", "(", "[", "{"})
    EXPECT_EQ(chinese("中" + mark + "国"), "中|" + mark + "国")
        << "CLREQ #prohibition_rules_for_line_start_end, line end: " << mark;
}

TEST(ChineseBreaks, FollowTheLanguageOfTheRun) {
  tests::FixedWidthTextHost host;
  SegmentStore store(host);
  const auto style = store.style({.family = "fake", .language = "zh-CN"});
  const text::Run runs[] = {
      {"他说", style, "zh-CN", 0}, {"“yes”", style, "en", 0}, {"吗", style, "zh-CN", 0}};
  const std::string text = "他说“yes”吗";
  const auto items = segment(store, text, runs, {.language = "zh-CN"});
  // QU on both sides, as in English: LB19.
  EXPECT_EQ(items.size(), 4U);
  EXPECT_EQ(items[1].break_after, Break::Never) << "UAX #14 LB19";
  EXPECT_EQ(items[2].break_after, Break::Never) << "UAX #14 LB19";
}

}  // namespace
}  // namespace article::text
