#include "text/line_breaker.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text_case.h"

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

TEST(BreakLines, OfChineseBody) {
  const Case cases[] = {
      {"今天。", 2, {"今", "天。"}, "UAX #14 LB13"},
      {"他说：“好。”", 4, {"他说：", "“好。”"}, "CLREQ line end"},
      {"价格3.5元", 3, {"价格", "3.5元"}, "UAX #14 LB25"},
      {"今天好。", 3.5F, {"今天好。"}, "GB/T 15834 5.1.10, mark at the line end"},
      {"今天好”", 3.5F, {"今天好”"}, "GB/T 15834 5.1.10, mark at the line end"},
      {"今天好。”", 4, {"今天好。”"}, "CLREQ adjacent marks, at the line end"},
      {"今天很好", 3, {"今天", "很好"}, "CLREQ no line of one character"},
      {"今天很好。", 3, {"今天", "很好。"}, "CLREQ no line of one character, with its mark"},
      {"今天很好。”", 4, {"今天", "很好。”"}, "CLREQ no line of one character, with its marks"},
      {"今天", 1, {"今", "天"}, "CLREQ: not when the line before is as short"},
      {"今天——好人", 3, {"今天", "——好", "人"}, "CLREQ dash, one unit"},
      {"今天……好人", 3, {"今", "天……", "好人"}, "UAX #14 LB22, CLREQ ellipsis"},
      {"约有30%的", 3, {"约有", "30%的"}, "CLREQ numbers with unit"},
      {"共有8 km长", 3, {"共有", "8 km长"}, "CLREQ numbers with unit"},
      {"气温-5℃了", 3.125F, {"气温", "-5℃了"}, "CLREQ numbers with sign and unit"},
      {"卖价$12起", 3, {"卖价", "$12起"}, "CLREQ numbers with sign"},
      {"义务(wù)教育", 3, {"义务", "(wù)", "教育"}, "UAX #14 LB30, toned Latin in brackets"},
      {"你好,中国", 2, {"你", "好,", "中国"}, "CLREQ line start, ASCII after Han"},
      {"中文abc", 3.5F, {"中文", "abc"}, "CLREQ gap of 1/8 em between Han and Latin"},
      {"中文abc", 3.625F, {"中文abc"}, "CLREQ gap of 1/8 em between Han and Latin"},
      {"中文 abc", 3.625F, {"中文 abc"}, "CLREQ gap: the source's space becomes it"},
      {"中文，abc", 4.5F, {"中文，abc"}, "CLREQ gap: none beside full-width marks"},
      {"中文abc", 2, {"中文", "abc"}, "CLREQ gap: none at line ends"},
      {"一二\n三四", 9, {"一二", "三四"}, "UAX #14 LB4"},
      {"一二三四\n五六七", 3, {"一二", "三四", "五六七"}, "CLREQ no line of one character"},
      {"看abcdefghij", 3, {"看", "abcde", "fghij"}, "CSS Text 3 #overflow-wrap-property"},
      {"一二三四五六。』」七八", 7, {"一二三四五六。』", "」七八"}, "CLREQ escape: three marks"},
      {"一二三四五六。』七八", 6.5F, {"一二三四五", "六。』七八"}, "CLREQ escape: two marks stay"},
      {"👨‍👩‍👧👍🏽", 1, {"👨‍👩‍👧", "👍🏽"}, "UAX #14 LB8a, LB30b"},
      {"中文　文中", 3, {"中文　", "文中"}, "CSS Text 3 #white-space-phase-2"}};
  expect(cases, {});
}

TEST(BreakLines, OfJustifiedChineseShrinksBeforeItBreaks) {
  const Case cases[] = {
      {"一（二）三四", 5, {"一（二）三四"}, "CLREQ shrink: brackets"},
      {"一（二）三四五", 5.4F, {"一（二）三", "四五"}, "CLREQ shrink: brackets, to half"},
      {"一·二三四", 4.5F, {"一·二三四"}, "CLREQ shrink: middle dots"},
      {"一，二三四", 4.5F, {"一，二三四"}, "CLREQ shrink: commas, to half"},
      {"一。二三四", 4.9F, {"一。", "二三四"}, "CLREQ shrink: no full stops"}};
  for (const Case& c : cases)
    EXPECT_EQ(Typeset(c.text, {.alignment = Alignment::Justify}).texts(c.em), c.lines) << c.rule;
}

TEST(BreakLines, EscapesOnlyFromAHole) {
  // Without the escape the line is 2.5 em short: 8 gaps of 0.2 em do not fill
  // that, 18 gaps do.
  const std::string ten = "一二三四五六七八九十";
  const Shape shape{.alignment = Alignment::Justify};
  EXPECT_EQ(Typeset(ten + "。』」七八", shape).texts(11.2F), (Lines{ten + "。』", "」七八"}))
      << "CLREQ escape: three marks";
  EXPECT_EQ(Typeset(ten + ten + "。』」七八", shape).texts(21),
            (Lines{ten + "一二三四五六七八九", "十。』」七八"}))
      << "CLREQ escape: the line can be filled";
}

TEST(BreakLines, OfAChineseTitle) {
  const Case cases[] = {
      {"今天天气很好啊", 6, {"今天天气", "很好啊"}, "house rule, last line of three Han"},
      {"今天天气非常好啊", 6, {"今天天气", "非常好啊"}, "house rule, lines alike"},
      {"今天天", 2, {"今天", "天"}, "house rule, as few lines as it can in a narrow column"},
      {"今天天气好 明天下雨", 8, {"今天天气好", "明天下雨"}, "house rule, space between clauses"},
      {"今天天气好 明天下雨", 10, {"今天天气好 明天下雨"}, "house rule, one line is enough"},
      {"渔港小学的潮汐课上了六年 白鹭又飞回来了",
       11.5F,
       {"渔港小学的潮汐课上了", "六年 白鹭又飞回来了"},
       "house rule, half a clause and another one rather than a line more"},
      {"“嫦娥”回来 带回月壤样品", 9, {"“嫦娥”回来", "带回月壤样品"}, "house rule, clauses"},
      {"老街的账本：涨了三元五角", 9, {"老街的账本：", "涨了三元五角"}, "house rule, colon"},
      {"暴雨突然来了，他们守了大桥", 10, {"暴雨突然来了，", "他们守了大桥"}, "house rule, comma"},
      {"把论文写在大地上——记农技员陈阿水",
       13,
       {"把论文写在大地上", "——记农技员陈阿水"},
       "house rule, a dash"},
      {"让孩子‘坐得住’，让书“走出去”",
       13,
       {"让孩子‘坐得住’，", "让书“走出去”"},
       "house rule, quotes of half an em"},
      {"今天用5G 明天用6G了呢", 8, {"今天用5G", "明天用6G了呢"}, "house rule, after a number too"},
      {"用 5G 上网 用 6G 学习", 8, {"用 5G 上网", "用 6G 学习"}, "house rule, gaps as spaces"}};
  expect(cases, {.kind = TextKind::Title});
}

TEST(BreakLines, OfALatinTitle) {
  const Case cases[] = {
      {"Tide class enters its sixth year, and the egrets are back",
       14,
       {"Tide class enters its sixth", "year, and the egrets are back"},
       "house rule, lines alike, as few as can be"},
      {"One two three four", 8, {"One two", "three four"}, "house rule, lines alike"},
      {"One two three four", 10, {"One two three four"}, "house rule, one line is enough"}};
  expect(cases, {.language = "en", .kind = TextKind::Title});
}

/// `[` and `]` are around a part, `<` and `>` around what is whole, and no part of the text.
Lines held(std::string_view marked, std::string_view language, float em) {
  std::string text;
  std::vector<Hold> holds;
  std::vector<std::size_t> open;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (c == '[' || c == '<') {
      open.push_back(holds.size());
      holds.push_back({at, at, c == '[' ? HoldKind::Part : HoldKind::Whole});
    } else if (c == ']' || c == '>') {
      holds[open.back()].end = at;
      open.pop_back();
    } else {
      text += c;
    }
  }
  return Typeset(text, {.language = language, .kind = TextKind::Label}, holds).texts(em);
}

TEST(BreakLines, KeepsTogetherWhatIsHeld) {
  const struct {
    std::string_view text;
    float em;
    Lines lines;
    std::string_view rule;
  } chinese[] = {
      {"[<文字：林一、><陈屿>]　[<图片：黄澄>]", 9, {"文字：林一、陈屿　", "图片：黄澄"}, "a part"},
      {"[<图片：黄澄>]　[<文字：林一、><陈屿>]",
       9,
       {"图片：黄澄　", "文字：林一、陈屿"},
       "a part goes whole where another name of it would fit"},
      {"[<图片：黄澄>]　[<文字：林一、><陈屿>]",
       7,
       {"图片：黄澄　", "文字：林一、", "陈屿"},
       "a part that is wider than a line ends lines after its marks"},
      {"[<图>]　[<文：林、><陈屿一二三>]",
       7.5F,
       {"图　文：林、", "陈屿一二三"},
       "and begins where there is room"},
      {"[<文字：林一海>]", 4, {"文字：林", "一海"}, "what is wider than a line"},
      {"[<文字：林一。>]", 5, {"文字：林", "一。"}, "and there as anything else"},
      {"看林<一陈屿>", 4, {"看林", "一陈屿"}, "no part, whole"}};
  for (const auto& c : chinese) EXPECT_EQ(held(c.text, "zh-CN", c.em), c.lines) << c.rule;
  EXPECT_EQ(held("[<By Ann Lee,> <Jon Doe>]\u00A0· [<Photos: Tom Deer>]", "en", 8),
            (Lines{"By Ann Lee,", "Jon Doe\u00A0·", "Photos: Tom Deer"}));
  EXPECT_EQ(held("[<By Ann Lee,> <Jon Doe>]\u00A0· [<Photos: Tom Deer>]", "en", 11),
            (Lines{"By Ann Lee, Jon Doe\u00A0·", "Photos: Tom Deer"}));
}

TEST(BreakLines, LeaveASpaceAloneInBody) {
  const Case cases[] = {{"今天天气好 明天下雨", 8, {"今天天气好 明天", "下雨"}, "UAX #14 LB18"}};
  expect(cases, {});
}

TEST(BreakLines, ByRegion) {
  struct Region {
    std::string_view language;
    Lines lines;
    std::string_view rule;
  };
  const Lines trimmed = {"今天很好。"};
  const Lines whole = {"今天", "很好。"};
  const Region cases[] = {{"zh", trimmed, "CLREQ mainland: line-end mark trimmed"},
                          {"zh-CN", trimmed, "CLREQ mainland: line-end mark trimmed"},
                          {"zh-SG", trimmed, "CLREQ mainland: line-end mark trimmed"},
                          {"zh-Hans", trimmed, "CLREQ mainland: line-end mark trimmed"},
                          {"zh-Hant-CN", trimmed, "CLREQ: region beats script"},
                          {"zh-Hant", whole, "CLREQ Taiwan: marks in the centre"},
                          {"zh-TW", whole, "CLREQ Taiwan: marks in the centre"},
                          {"zh-HK", whole, "CLREQ Hong Kong: marks in the centre"},
                          {"zh-MO", whole, "CLREQ Hong Kong: marks in the centre"}};
  for (const Region& c : cases)
    EXPECT_EQ(Typeset("今天很好。", {.language = c.language}).texts(4.5F), c.lines)
        << c.rule << ": " << c.language;
  EXPECT_EQ(Typeset("今天好」", {.language = "zh-TW"}).texts(3.5F), Lines{"今天好」"})
      << "CLREQ Taiwan: a bracket gives half an em where needed";
}

TEST(BreakLines, OfLatin) {
  const Case cases[] = {
      {"Hello world", 3, {"Hello", "world"}, "UAX #14 LB18"},
      {"well-known", 3, {"well-", "known"}, "UAX #14 LB21"},
      {"abc def g", 2.5F, {"abc", "def g"}, "UAX #14 LB18"},
      {"abc def g", 3.25F, {"abc def", "g"}, "no Chinese last line in Latin"},
      {"(abc) def", 3, {"(abc)", "def"}, "UAX #14 LB30"},
      {"ab      cd", 1, {"ab", "cd"}, "CSS Text 3 #white-space-phase-2"},
      {"abcdefghijkl", 2, {"abc", "def", "ghi", "jkl"}, "CSS Text 3 #overflow-wrap-property"},
      {"a abcdefgh", 3, {"a", "abcde", "fgh"}, "CSS Text 3 #overflow-wrap-property"},
      {"e\u0301e\u0301e\u0301", 1, {"e\u0301", "e\u0301e\u0301"}, "UAX #29 GB9"},
      {"co\u00ADop", 2, {"co\u00ADop"}, "CSS Text 3 #hyphens-property"},
      {"co\u00ADop", 1.5F, {"co\u00AD", "op"}, "CSS Text 3 #hyphens-property"},
      {"hyphenation", 3, {"hyphe", "nation"}, "house rule, room for a hyphen where a word is cut"},
      {"a1b2c3d4e5", 3, {"a1b2c3", "d4e5"}, "house rule, none within codes"},
      {"see https://example.com/a",
       7,
       {"see https://", "example.com/a"},
       "house rule, a URL begins where it is met"},
      {"see a/b/c/d",
       4,
       {"see", "a/b/c/d"},
       "CSS Text 3 #line-breaking: ASCII as browsers have it"},
      {"a “https://example.com”",
       7,
       {"a “https://", "example.com”"},
       "house rule, a URL begins where it is met"},
      {"a “abcdefghijklmnopqr”",
       7,
       {"a", "“abcdefghijkl", "mnopqr”"},
       "CSS Text 3 #overflow-wrap-property: the bracket goes with the piece"},
      {"$1,234.50 or so", 5, {"$1,234.50", "or so"}, "UAX #14 LB25"}};
  expect(cases, {.language = "en"});
}

TEST(BreakLines, OfOtherScripts) {
  const Case arabic[] = {{"مرحبا بكم", 3, {"مرحبا", "بكم"}, "UAX #14 LB18"},
                         {"مرحبا بكم", 5, {"مرحبا بكم"}, "UAX #14 LB18"}};
  expect(arabic, {.language = "ar"});
  const Case korean[] = {{"한국어를", 2, {"한국", "어를"}, "UAX #14 LB31"},
                         {"한국, 중국", 2.5F, {"한국,", "중국"}, "UAX #14 LB13"}};
  expect(korean, {.language = "ko"});
  const Case japanese[] = {{"今日は。", 3.5F, {"今日は。"}, "JLREQ line end, where needed"},
                           {"今日は々", 3, {"今日", "は々"}, "UAX #14 LB21"}};
  expect(japanese, {.language = "ja"});
  const Case russian[] = {{"Привет мир", 3, {"Привет", "мир"}, "UAX #14 LB18"}};
  expect(russian, {.language = "ru"});
}

TEST(BreakLines, GiveAnEmptyParagraphOneEmptyLine) {
  Typeset empty("");
  const auto lines = empty.lines(10);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].first, lines[0].last);
  EXPECT_EQ(lines[0].width, CssPx(0));
}

TEST(BreakLines, IndentTheFirstLine) {
  const Shape shape{.indent_em = 2};
  EXPECT_EQ(Typeset("一二三四", shape).texts(4), (Lines{"一二", "三四"})) << "CLREQ indent";
  Typeset plain("一二三四", shape);
  EXPECT_EQ(in_em(plain.lines(4)[0].indent), 2);
  Typeset quoted("“一二三四", shape);
  EXPECT_EQ(in_em(quoted.lines(4.5F)[0].indent), 2);
  EXPECT_EQ(quoted.dump(4.5F).substr(0, std::string("“ 1.5 一 2.5").size()), "“ 1.5 一 2.5")
      << "CLREQ indent, opening mark";
  EXPECT_EQ(quoted.texts(4.5F), (Lines{"“一二", "三四"}));
  Typeset narrow("“一二三四", shape, false);
  EXPECT_EQ(in_em(narrow.lines(4.5F)[0].indent), 2) << "a half-width quote is not trimmed";
}

TEST(BreakLines, KeepEveryItemInOneLine) {
  const std::string_view texts[] = {
      "在2023年，Apple 公司发布了iPhone 15手机，售价$799起——这是（真的）。",
      "Latin words, “quotes” and hyphen-ated ones 中文 مرحبا hello",
      "。。。。。。。。",
      "「「「「「「",
      "a\n\nb\n",
      "\u200B\u200B",
      "   ",
      "👨‍👩‍👧👨‍👩‍👧",
      "supercalifragilisticexpialidocious超长的单词"};
  for (const std::string_view text : texts) {
    Typeset typeset(text, {.alignment = Alignment::Justify, .indent_em = 2});
    for (const float em : {0.3F, 1.0F, 2.5F, 7.0F, 40.0F}) {
      std::uint32_t next = 0;
      std::uint32_t byte = 0;
      for (const Line& line : typeset.lines(em)) {
        EXPECT_EQ(line.first, next);
        next = line.last;
        const auto [begin, end] = typeset.paragraph().text_range(line);
        EXPECT_EQ(begin, byte);
        byte = end;
        EXPECT_EQ(typeset.place(line, em).size() <= line.last - line.first, true);
      }
      EXPECT_EQ(byte, text.size()) << text << " in " << em;
    }
  }
}

}  // namespace
}  // namespace article::text
