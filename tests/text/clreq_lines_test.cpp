#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text_case.h"

/// Lines that CLREQ makes of Chinese text: ragged ones, justified ones, last ones, titles.
namespace article::text {
namespace {

using Lines = std::vector<std::string>;

struct Case {
  std::string_view text;
  float em;
  Lines lines;
  std::string_view rule;
};

void expect(std::span<const Case> cases, const Shape& shape) {
  for (const Case& c : cases)
    EXPECT_EQ(Typeset(c.text, shape).texts(c.em), c.lines)
        << c.rule << ": " << c.text << " in " << c.em << " em";
}

TEST(ClreqLines, OfMainlandText) {
  const Case cases[] = {
      {"今天真好！？！明天", 5.5F, {"今天真好！？！", "明天"}, "CLREQ line end: three stops"},
      {"他说“好！”我走了", 5, {"他说“好！”", "我走了"}, "CLREQ line end: stop, closing"},
      {"他说“好！”我走了", 4.875F, {"他说", "“好！”我", "走了"}, "CLREQ line start: opening quote"},
      {"今天（周一）开会", 5.5F, {"今天（周一）", "开会"}, "CLREQ line end: closing bracket"},
      {"列夫·尼古拉耶",
       2.5F,
       {"列夫·", "尼古", "拉耶"},
       "CLREQ line start, middle dot at a line end"},
      {"列夫·尼古拉耶", 3.5F, {"列夫·尼", "古拉耶"}, "CLREQ mainland: middle dot, half an em"},
      {"今天——好人呢", 4, {"今天——", "好人呢"}, "CLREQ dash, two em at a line end"},
      {"今天——好人呢", 3.875F, {"今天", "——好", "人呢"}, "CLREQ dash, two em at a line start"},
      {"从北京—上海到", 3, {"从北", "京—上", "海到"}, "CLREQ dash: of a route, at no line start"},
      {"十月1日—7日止", 3, {"十月1", "日—7", "日止"}, "CLREQ dash: of a range, at no line start"},
      {"降幅达-8.5%以内", 5.625F, {"降幅达-8.5%", "以内"}, "CLREQ gap of 1/8 em before a sign"},
      {"降幅达-8.5%以内", 5.5F, {"降幅达", "-8.5%以内"}, "CLREQ numbers with sign and unit"},
      {"我国的歼-20机群", 5.5F, {"我国的歼-20", "机群"}, "CLREQ gap: none before a name's hyphen"},
      {"我国的歼-20机群", 5.375F, {"我国的", "歼-20机群"}, "CLREQ names with hyphen are whole"},
      {"五年级（2）班的", 4, {"五年级", "（2）班的"}, "CLREQ line start: bracket with a number"},
      {"约合1,299元起价", 4.5F, {"约合", "1,299元", "起价"}, "CLREQ numbers: with their commas"},
      {"重量为12 kg整", 5.25F, {"重量为", "12 kg整"}, "CLREQ numbers with unit"},
      {"好,他说:来吧", 3, {"好,他", "说:来", "吧"}, "CLREQ line start, ASCII marks are half an em"},
      {"他说：‘好吗？’我们",
       3.5F,
       {"他说：", "‘好吗？’", "我们"},
       "CLREQ line start and end, quotes"}};
  expect(cases, {});
}

TEST(ClreqLines, OfTextOfTaiwan) {
  const Case cases[] = {
      {"今天真好！明天", 5, {"今天真好！", "明天"}, "CLREQ Taiwan: a stop at a line end is whole"},
      {"今天真好！明天", 4.75F, {"今天真好！", "明天"}, "CLREQ Taiwan: 1/4 em where needed"},
      {"今天真好！明天", 4.625F, {"今天真", "好！明天"}, "CLREQ Taiwan: no more than 1/4 em"},
      {"他說「好」我走", 4.5F, {"他說「好」", "我走"}, "CLREQ Taiwan: half an em where needed"},
      {"列夫·尼古拉耶", 3.5F, {"列夫·", "尼古", "拉耶"}, "CLREQ Taiwan: middle dot, one em"},
      {"列夫·尼古拉耶", 4, {"列夫·尼", "古拉耶"}, "CLREQ Taiwan: middle dot, one em"}};
  expect(cases, {.language = "zh-TW"});
  expect(cases, {.language = "zh-HK"});
}

TEST(ClreqLines, OfJustifiedTextShrink) {
  const Case mainland[] = {
      {"一、二三四", 4.5F, {"一、二三四"}, "CLREQ shrink: pause marks, to half"},
      {"一：二三四", 4.5F, {"一：二三四"}, "CLREQ shrink: colons, to half"},
      {"一；二三四", 4.5F, {"一；二三四"}, "CLREQ shrink: semicolons, to half"},
      {"一、二三四五六七", 4.5F, {"一、二三四", "五六七"}, "CLREQ shrink: before a loose line"},
      {"一、二三四五六七", 4.375F, {"一、二三", "四五六七"}, "CLREQ shrink: no more than half"},
      {"一！二三四", 4.875F, {"一！", "二三四"}, "CLREQ shrink: no exclamation marks"},
      {"一？二三四", 4.875F, {"一？", "二三四"}, "CLREQ shrink: no question marks"},
      {"一“二”三四", 5, {"一“二”三四"}, "CLREQ shrink: quotation marks, both to half"},
      {"一，二，三四", 5, {"一，二，三四"}, "CLREQ shrink: two commas"},
      {"一·二三四五六七八九十一",
       7.5F,
       {"一·二三四五六七", "八九十一"},
       "CLREQ mainland: the middle dot is half an em"},
      {"一·二三四五六七八九十一",
       7.375F,
       {"一·二三四五六", "七八九十一"},
       "CLREQ mainland: the middle dot gives no more"},
      {"一二a三四", 4.625F, {"一二a三四"}, "CLREQ shrink: gaps, to 1/16 em"},
      {"一二 a 三四", 4.625F, {"一二 a 三四"}, "CLREQ shrink: gaps of the source's spaces"}};
  expect(mainland, {.alignment = Alignment::Justify});
  const Case taiwan[] = {
      {"一，二三四", 4.75F, {"一，二三四"}, "CLREQ Taiwan, shrink: centred commas, 1/4 em"},
      {"一，二三四", 4.625F, {"一，", "二三四"}, "CLREQ Taiwan, shrink: no more than 1/4 em"},
      {"一·二三四", 4.5F, {"一·二三四"}, "CLREQ Taiwan, shrink: middle dots, to half"},
      {"一「二」三四", 5, {"一「二」三四"}, "CLREQ Taiwan, shrink: brackets, to half"},
      {"一二三四。", 4.75F, {"一二三四。"}, "CLREQ Taiwan, shrink: the mark at the end"}};
  expect(taiwan, {.language = "zh-TW", .alignment = Alignment::Justify});
}

TEST(ClreqLines, GiveWayInOrder) {
  struct Row {
    std::string_view language;
    std::string_view text;
    float em;
    std::string_view placed;
    std::string_view rule;
  };
  const Row rows[] = {
      {"zh-CN", "一，二三四", 4.75F, "一 0 ， 1 二 1.75 三 2.75 四 3.75",
       "CLREQ shrink: commas, as much as is needed"},
      {"zh-CN", "一，二，三四", 5.5F, "一 0 ， 1 二 1.75 ， 2.75 三 3.5 四 4.5",
       "CLREQ shrink: commas, evenly"},
      {"zh-CN", "一（二）三，四", 6, "一 0 （ 0.5 二 1.5 ） 2.5 三 3 ， 4 四 5",
       "CLREQ shrink: brackets before commas"},
      {"zh-CN", "一（二）三，四", 5.75F, "一 0 （ 0.5 二 1.5 ） 2.5 三 3 ， 4 四 4.75",
       "CLREQ shrink: commas after brackets"},
      {"zh-CN", "一，二a三", 4.25F, "一 0 ， 1 二 1.5 a 2.625 三 3.25",
       "CLREQ shrink: commas before gaps"},
      {"zh-CN", "一，二a三", 4.125F, "一 0 ， 1 二 1.5 a 2.563 三 3.125",
       "CLREQ shrink: gaps last"},
      {"zh-CN", "一，二 8 km", 4.75F, "一 0 ， 1 二 1.875 8 3 km 3.75",
       "CLREQ numbers with unit: their space does not shrink"},
      {"zh-TW", "一，二三四。", 5.75F, "一 0 ， 1 二 2 三 3 四 4 。 5",
       "CLREQ Taiwan, shrink: the mark at the end first"},
      {"zh-TW", "一，二三四。", 5.5F, "一 0 ， 1 二 1.75 三 2.75 四 3.75 。 4.75",
       "CLREQ Taiwan, shrink: commas after the mark at the end"},
      {"zh-TW", "一·二「三」四", 6.5F, "一 0 · 0.75 二 1.5 「 2.5 三 3.5 」 4.5 四 5.5",
       "CLREQ Taiwan, shrink: middle dots before brackets"}};
  for (const Row& row : rows)
    EXPECT_EQ(
        Typeset(row.text, {.language = row.language, .alignment = Alignment::Justify}).dump(row.em),
        row.placed)
        << row.rule << ": " << row.text;
}

TEST(ClreqLines, OfJustifiedTextEndWell) {
  const Case cases[] = {
      {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
       20,
       {"一二三四五六七八九十一二三四五六七八九", "十一二三四五六七八九十一二三四五六七八",
        "九十一"},
       "CLREQ no line of one character: both lines before give one"},
      {"一二三四五六七八九十。",
       5.5F,
       {"一二三四五", "六七八九十。"},
       "CLREQ line end: on the last line too"},
      {"我们几个人昨天在那里付了5元买的东西呢",
       12.625F,
       {"我们几个人昨天在那里付了", "5元买的东西呢"},
       "house rule: a number keeps its Han unit"}};
  expect(cases, {.alignment = Alignment::Justify});
}

TEST(ClreqLines, OfRaggedTextEndWell) {
  const Case cases[] = {
      {"一二三四五六", 5, {"一二三四", "五六"}, "CLREQ no line of one character"},
      {"一二三四五？！",
       4,
       {"一二三", "四五？！"},
       "CLREQ no line of one character, with its marks"},
      {"一二三四“五”", 4, {"一二三", "四“五”"}, "CLREQ no line of one character, in quotes"},
      {"一二三四8", 4, {"一二三", "四8"}, "CLREQ no line of one digit"},
      {"一二三四8%", 4, {"一二三四", "8%"}, "CLREQ no line of one character: a number is more"},
      {"一二三四abc", 4, {"一二三四", "abc"}, "CLREQ no line of one character: a word is more"},
      {"一二三四五六！？！七八", 7, {"一二三四五六！？", "！七八"}, "CLREQ escape: three stops"},
      {"一二三四五六？！七八", 6.5F, {"一二三四五", "六？！七八"}, "CLREQ escape: two stops stay"}};
  expect(cases, {});
}

TEST(ClreqLines, OfATitle) {
  const Case cases[] = {
      {"“让孩子坐得住”的书单", 7, {"“让孩子坐得", "住”的书单"}, "CLREQ line start and end: quotes"},
      {"为何婚礼在菜场？", 7.5F, {"为何婚礼在菜场？"}, "CLREQ line end: question mark in a title"},
      {"写在大地——记农人", 5, {"写在大地", "——记农人"}, "CLREQ dash, one unit in a title"},
      {"歼-20首飞成功了", 4, {"歼-20首", "飞成功了"}, "CLREQ names with hyphen are whole"},
      {"增长5.2% 服务业贡献大",
       8,
       {"增长5.2%", "服务业贡献大"},
       "house rule, clause after a number"},
      {"涨了3.5元 多数人没注意",
       9,
       {"涨了3.5元", "多数人没注意"},
       "house rule, clause after a unit"}};
  expect(cases, {.kind = TextKind::Title});
}

}  // namespace
}  // namespace article::text
