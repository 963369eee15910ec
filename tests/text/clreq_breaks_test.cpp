#include <string>

#include <gtest/gtest.h>

#include "text_case.h"

/// Where CLREQ lets a line of Chinese end: numbers, names, dashes, marks, brackets.
namespace article::text {
namespace {

struct Case {
  std::string_view text;
  std::string_view broken;  // | may end a line
  std::string_view rule;
};

void expect(std::span<const Case> cases, std::string_view language = "zh-CN") {
  for (const Case& c : cases)
    EXPECT_EQ(opportunities(c.text, language, TextKind::Body), c.broken)
        << c.rule << ": " << c.text;
}

TEST(ClreqBreaks, KeepNumbersWhole) {
  const Case cases[] = {
      {"约1,299元", "约|1,299|元", "CLREQ numbers: with their commas"},
      {"共50.5万元", "共|50.5|万|元", "CLREQ numbers: with their point"},
      {"在１９９８年", "在|１９９８|年", "CLREQ numbers: full-width digits"},
      {"约３．１４的", "约|３．１４|的", "CLREQ numbers: full-width point"},
      {"约１，２９９元", "约|１，２９９|元", "CLREQ numbers: full-width comma"},
      {"为+3.2%的", "为|+3.2%|的", "CLREQ numbers with sign and unit"},
      {"为±2℃的", "为|±2℃|的", "CLREQ numbers with sign and unit"},
      {"卖$19.99起", "卖|$19.99|起", "CLREQ numbers with sign: dollar"},
      {"卖HK$88起", "卖|HK$88|起", "CLREQ numbers with sign: Hong Kong dollar"},
      {"卖¥1,299起", "卖|¥1,299|起", "CLREQ numbers with sign: yuan"},
      {"卖€25起", "卖|€25|起", "CLREQ numbers with sign: euro"},
      {"编№12的", "编|№12|的", "CLREQ numbers with sign: numero"},
      {"占1/3的", "占|1/3|的", "CLREQ numbers: a fraction"},
      {"以3:2胜", "以|3:2|胜", "CLREQ numbers: a score"},
      {"在8:30开", "在|8:30|开", "CLREQ numbers: a time"},
      {"在8：30开", "在|8：30|开", "CLREQ numbers: a time, full-width colon"},
      {"如：1天", "如：|1|天", "CLREQ numbers: a colon before one only"},
      {"比1:50000的", "比|1:50000|的", "CLREQ numbers: a scale"},
      {"占5%、6%和", "占|5%、|6%|和", "CLREQ numbers with unit: a list"},
      {"东经116°23′处", "东|经|116°23′|处", "CLREQ numbers with unit: degrees and minutes"},
      {"第15届", "第|15|届", "CLREQ numbers: an ordinal's may stand alone"},
      {"长3.5 m，", "长|3.5 m，", "CLREQ numbers with unit: after a space"},
      {"速120 km/h的", "速|120 km/h|的", "CLREQ numbers with unit: a compound unit"},
      {"容512 GB的", "容|512 GB|的", "CLREQ numbers with unit: bytes"},
      {"占8 m²的", "占|8 m²|的", "CLREQ numbers with unit: square metres"},
      {"温20 °C的", "温|20 °C|的", "CLREQ numbers with unit: degrees Celsius"},
      {"约9 %的", "约|9 %|的", "CLREQ numbers with unit: a percent sign after a space"}};
  expect(cases);
}

TEST(ClreqBreaks, TellASignFromAHyphen) {
  const Case cases[] = {
      {"由-5℃升", "由|-5℃|升", "CLREQ numbers with sign: a minus begins a line"},
      {"降幅达-8.5%的", "降|幅|达|-8.5%|的", "CLREQ numbers with sign: a minus begins a line"},
      {"海拔-154.31米", "海|拔|-154.31|米", "CLREQ numbers with sign: a Han unit tells it"},
      {"低，-5℃的", "低，|-5℃|的", "CLREQ numbers with sign: after a comma"},
      {"（-5℃）的", "（-5℃）|的", "CLREQ line end, opening mark before a sign"},
      {"“歼”-20机", "“歼”-20|机", "CLREQ names with hyphen are whole, after a quote"},
      {"由−5℃升", "由|−5℃|升", "CLREQ numbers with sign: U+2212"},
      {"造歼-20机", "造|歼-20|机", "CLREQ names with hyphen are whole"},
      {"射东风-41弹", "射|东|风-41|弹", "CLREQ names with hyphen are whole"},
      {"驾轰-6K机", "驾|轰-6K|机", "CLREQ names with hyphen are whole, with a letter"},
      {"与武直-10的", "与|武|直-10|的", "CLREQ names with hyphen are whole"},
      {"乘神舟-15，", "乘|神|舟-15，", "CLREQ names with hyphen are whole, before a mark"},
      {"购F-16机", "购|F-16|机", "CLREQ names with hyphen are whole, in Latin"},
      {"造運-20機", "造|運-20|機", "CLREQ names with hyphen are whole, Traditional"}};
  expect(cases);
  expect(cases, "zh-HK");
}

TEST(ClreqBreaks, BeginNoLineWithADashOfARange) {
  const Case cases[] = {
      {"约10—20日", "约|10—|20|日", "CLREQ dash: a single one of numbers"},
      {"在1日—7日", "在|1|日—|7|日", "CLREQ dash: a single one of dates"},
      {"从8:30—17:30的", "从|8:30—|17:30|的", "CLREQ dash: a single one of times"},
      {"乘京—沪线", "乘|京—|沪|线", "CLREQ dash: a single one of a route"},
      {"乘北京－上海", "乘|北|京－|上|海", "CLREQ line start, full-width hyphen"},
      {"约10–20天", "约|10–|20|天", "CLREQ line start, en dash"},
      {"约10-20天", "约|10-20|天", "CLREQ numbers: a range with a hyphen is whole"},
      {"占25%～30%的", "占|25%～|30%|的", "CLREQ line start, connector after a unit"},
      {"约三～五天", "约|三～|五|天", "CLREQ line start, connector of Han numbers"},
      {"约三〜五天", "约|三〜|五|天", "CLREQ line start, wave dash"},
      {"约三~五天", "约|三~|五|天", "CLREQ line start, ASCII tilde"},
      {"和／或", "和／|或", "CLREQ line start, full-width solidus"},
      {"他——她", "他|——|她", "CLREQ dash: two begin and end lines"},
      {"说：——好", "说：|——|好", "CLREQ dash: after a colon"},
      {"好——“好”", "好|——|“好”", "CLREQ dash: before an opening mark"},
      {"好——”了", "好|——”|了", "CLREQ line start, closing mark after a dash"},
      {"好——，了", "好|——，|了", "CLREQ line start, comma after a dash"},
      {"“——好”", "“——|好”", "CLREQ line end, opening mark before a dash"},
      {"他⸺她", "他|⸺|她", "CLREQ dash: U+2E3A"}};
  expect(cases);
}

TEST(ClreqBreaks, KeepMarksTogether) {
  const Case cases[] = {
      {"好？！吗", "好？！|吗", "CLREQ line start, question and exclamation"},
      {"好！？吗", "好！？|吗", "CLREQ line start, exclamation and question"},
      {"好！！！吗", "好！！！|吗", "CLREQ line start, three exclamations"},
      {"好！？！吗", "好！？！|吗", "CLREQ line start, three stops"},
      {"好……！吗", "好……！|吗", "CLREQ line start, stop after an ellipsis"},
      {"好？……吗", "好？……|吗", "CLREQ ellipsis, after a stop"},
      {"好……”吗", "好……”|吗", "CLREQ line start, closing mark after an ellipsis"},
      {"“……好”", "“……|好”", "CLREQ line end, opening mark before an ellipsis"},
      {"好…吗", "好…|吗", "CLREQ ellipsis, half of one"},
      {"好。”“好", "好。”|“好", "CLREQ line start and end, between two quotations"},
      {"好’”）。好", "好’”）。|好", "CLREQ line start, four marks"},
      {"好（“‘好", "好|（“‘好", "CLREQ line end, three opening marks"},
      {"《好》《好》", "《好》|《好》", "CLREQ line start and end, two titles of books"},
      {"【按】「引」", "【按】|「引」", "CLREQ line start and end, brackets of two kinds"},
      {"（他：‘好？’）", "（他：|‘好？’）", "CLREQ line start and end, quotes in brackets"},
      {"列夫·托尔斯泰", "列|夫·|托|尔|斯|泰", "CLREQ line start, middle dot in a name"},
      {"约·塞·罗", "约·|塞·|罗", "CLREQ line start, two middle dots"},
      {"《水》·《山》", "《水》·|《山》", "CLREQ line start, middle dot after a bracket"},
      {"好:他", "好:|他", "CLREQ line start, ASCII colon"},
      {"好!”他", "好!”|他", "CLREQ line start, ASCII mark and closing mark"},
      {"好,“他", "好,|“他", "CLREQ line end, after an ASCII mark"}};
  expect(cases);
}

TEST(ClreqBreaks, HoldBracketsAtWhatTheyHold) {
  const Case cases[] = {
      {"用（abc def）吗", "用|（abc |def）|吗", "CLREQ line start and end, Latin in brackets"},
      {"用(abc)吗", "用|(abc)|吗", "CLREQ line start and end, ASCII brackets"},
      {"见[1]文", "见|[1]|文", "CLREQ line start and end, a note's number"},
      {"五（2）班", "五|（2）|班", "CLREQ line start and end, a number in brackets"},
      {"是“A”型", "是|“A”|型", "CLREQ line start and end, a letter in quotes"},
      {"‘A’‘B’", "‘A’|‘B’", "CLREQ line start and end, letters in quotes"},
      {"“‘A’‘B’”", "“‘A’|‘B’”", "CLREQ line start and end, quotes in quotes"},
      {"叫“iPhone 15”吗", "叫|“iPhone |15”|吗", "CLREQ line start and end, words in quotes"},
      {"Apple公司", "Apple|公|司", "CLREQ basic level, between Latin and Han"},
      {"见https://a.cn/b。好", "见|https://|a.|cn/|b。|好", "house rule, a URL after Han"},
      {"（https://a.cn/b）", "（https://|a.|cn/|b）", "house rule, a URL in brackets"}};
  expect(cases);
}

TEST(ClreqBreaks, AreThoseOfTaiwanAndHongKongToo) {
  const Case cases[] = {
      {"他說：「好。」他", "他|說：|「好。」|他", "CLREQ line start and end, corner brackets"},
      {"「『好』」嗎", "「『好』」|嗎", "CLREQ line start and end, two brackets"},
      {"好？！」嗎", "好？！」|嗎", "CLREQ line start, stops and bracket"},
      {"列夫·托爾", "列|夫·|托|爾", "CLREQ line start, middle dot in a name"},
      {"列夫‧托爾", "列|夫‧|托|爾", "CLREQ line start, hyphenation point in a name"},
      {"列夫・托爾", "列|夫・|托|爾", "CLREQ line start, katakana middle dot in a name"},
      {"約10－20天", "約|10－|20|天", "CLREQ line start, full-width hyphen of a range"},
      {"售NT$1,200起", "售|NT$1,200|起", "CLREQ numbers with sign: Taiwan dollar"},
      {"說——「好", "說|——|「好", "CLREQ dash: before an opening mark"}};
  expect(cases, "zh-TW");
  expect(cases, "zh-HK");
}

}  // namespace
}  // namespace article::text
