#include "text/standard_breaks.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "text_case.h"

namespace article::text {
namespace {

TEST(StandardBreaks, AreTheStandardsWithoutTailoring) {
  struct Case {
    std::string_view text;
    std::string_view broken;  // | may end a line, ! must
    std::string_view rule;
  };
  const Case cases[] = {{"a\nb", "a\n!b", "UAX #14 LB4"},
                        {"a\r\nb", "a\r\n!b", "UAX #14 LB5"},
                        {"a\u2028b", "a\u2028!b", "UAX #14 LB4"},
                        {"a\u2029b", "a\u2029!b", "UAX #14 LB4"},
                        {"a \nb", "a \n!b", "UAX #14 LB6"},
                        {"a  b", "a  |b", "UAX #14 LB7"},
                        {"a\u200Bb", "a\u200B|b", "UAX #14 LB8"},
                        {"👨‍👩‍👧", "👨‍👩‍👧", "UAX #14 LB8a"},
                        {"e\u0301a", "e\u0301a", "UAX #14 LB9"},
                        {"中\u0301国", "中\u0301|国", "UAX #14 LB9"},
                        {"中\u2060国", "中\u2060国", "UAX #14 LB11"},
                        {"中\u00A0国", "中\u00A0国", "UAX #14 LB12"},
                        {"a-\u00A0b", "a-|\u00A0b", "UAX #14 LB12a"},
                        {"中。国", "中。|国", "UAX #14 LB13"},
                        {"中！国", "中！|国", "UAX #14 LB13"},
                        {"中，国", "中，|国", "UAX #14 LB13"},
                        {"中)国", "中)|国", "UAX #14 LB13"},
                        {"中:国", "中:|国", "UAX #14 LB13"},
                        {"中/国", "中/|国", "UAX #14 LB13"},
                        {"中（国", "中|（国", "UAX #14 LB14"},
                        {"中( 国", "中|( 国", "UAX #14 LB14"},
                        {"） 々", "） 々", "UAX #14 LB16"},
                        {"中——国", "中|——|国", "UAX #14 LB17"},
                        {"a b", "a |b", "UAX #14 LB18"},
                        {"a \"b", "a |\"b", "UAX #14 LB18"},
                        {"他“好”吗", "他|“好”|吗", "UAX #14 LB19a, Unicode 16"},
                        {"他«好»吗", "他|«好»|吗", "UAX #14 LB19a, Unicode 16"},
                        {"他“a”吗", "他“a”吗", "UAX #14 LB19a, Unicode 16"},
                        {"a“好”b", "a“好”b", "UAX #14 LB19a, Unicode 16"},
                        {"说：“好”。", "说：|“好”。", "UAX #14 LB13, LB19a"},
                        {"“a” (b)", "“a” |(b)", "UAX #14 LB15a, Unicode 16"},
                        {"'a' (b)", "'a' |(b)", "UAX #14 LB15a, Unicode 16"},
                        {"a\"b", "a\"b", "UAX #14 LB19"},
                        {"a\uFFFCb", "a|\uFFFC|b", "UAX #14 LB20"},
                        {"well-known", "well-|known", "UAX #14 LB21"},
                        {"中-国", "中-|国", "UAX #14 LB21"},
                        {"々国", "々|国", "UAX #14 LB21"},
                        {"א-ב", "א-|ב", "UAX #14 LB21a, Unicode 16"},
                        {"בית־ספר", "בית־|ספר", "UAX #14 LB21a, Unicode 16"},
                        {"\uFB2A-\uFB4F", "\uFB2A-|\uFB4F", "UAX #14 LB21a, Unicode 16"},
                        {"א-b", "א-b", "UAX #14 LB21a"},
                        {"א־ (ב)", "א־ |(ב)", "UAX #14 LB18"},
                        {"א – ב", "א |– |ב", "UAX #14 LB18, LB21a"},
                        {"中…国", "中…|国", "UAX #14 LB22"},
                        {"a1b2", "a1b2", "UAX #14 LB23"},
                        {"$中", "$中", "UAX #14 LB23a"},
                        {"中%", "中%", "UAX #14 LB23a"},
                        {"$a", "$a", "UAX #14 LB24"},
                        {"好、€5", "好、|€5", "UAX #14 LB25, Unicode 16"},
                        {"（5）%", "（5）%", "UAX #14 LB25"},
                        {"$12.50", "$12.50", "UAX #14 LB25"},
                        {"-5", "-5", "UAX #14 LB25"},
                        {"30%", "30%", "UAX #14 LB25"},
                        {"1,000.5", "1,000.5", "UAX #14 LB25"},
                        {"25℃", "25℃", "UAX #14 LB25"},
                        {"\u1112\u1161\u11AB", "\u1112\u1161\u11AB", "UAX #14 LB26"},
                        {"한%", "한%", "UAX #14 LB27"},
                        {"한국", "한|국", "UAX #14 LB31"},
                        {"αβγ", "αβγ", "UAX #14 LB28"},
                        {"example.com", "example.com", "UAX #14 LB29"},
                        {"a(b)c", "a(b)c", "UAX #14 LB30"},
                        {"and/or", "and/or", "CSS Text 3 #line-breaking, ASCII"},
                        {"a!<b", "a!|<b", "UAX #14 LB31, ASCII"},
                        {"a![b", "a!|[b", "UAX #14 LB31, ASCII"},
                        {"b/(c)", "b/(c)", "CSS Text 3 #line-breaking, ASCII"},
                        {"C:\\a", "C:\\a", "CSS Text 3 #line-breaking, ASCII"},
                        {"{a}b|c!d", "{a}b|c!d", "CSS Text 3 #line-breaking, ASCII"},
                        {"a.html?b=c", "a.html?|b=c", "UAX #14 LB31, ASCII"},
                        {"a,(b)", "a,|(b)", "UAX #14 LB31, ASCII"},
                        {"б/в", "б/|в", "UAX #14 LB13"},
                        {"в /usr", "в |/usr", "CSS Text 3 #line-breaking, a path"},
                        {"COVID-19", "COVID-19", "UAX #14 LB25, not as Chromium"},
                        {"a（b", "a|（b", "UAX #14 LB30"},
                        {"🇨🇳🇺🇸", "🇨🇳|🇺🇸", "UAX #14 LB30a"},
                        {"👍🏽👍", "👍🏽|👍", "UAX #14 LB30b"},
                        {"中国", "中|国", "UAX #14 LB31"},
                        {"中a", "中|a", "UAX #14 LB31"},
                        {"カタ", "カ|タ", "UAX #14 LB31"},
                        {"привет мир", "привет |мир", "UAX #14 LB18"},
                        {"مرحبا بكم", "مرحبا |بكم", "UAX #14 LB18"}};
  for (const Case& c : cases)
    EXPECT_EQ(opportunities(c.text, "en", TextKind::Label), c.broken) << c.rule << ": " << c.text;
}

TEST(StandardBreaks, AreTheSameInALabelOfAnyLanguage) {
  EXPECT_EQ(opportunities("他“好”吗", "zh-CN", TextKind::Label), "他|“好”|吗") << "UAX #14 LB19a";
  EXPECT_EQ(opportunities("共8 km", "zh-CN", TextKind::Label), "共|8 |km") << "UAX #14 LB18";
}

TEST(StandardBreaks, AreNoneWithinARunOfSpaces) {
  struct Case {
    char32_t before;
    char32_t after;
    Break at_end;
    std::string_view rule;
  };
  const Case cases[] = {{U'a', U'b', Break::Allowed, "UAX #14 LB7, LB18"},
                        {U'\u201D', U'(', Break::Allowed, "UAX #14 LB15a, Unicode 16"},
                        {U'a', U'!', Break::Never, "UAX #14 LB13"}};
  // Where each space walked back to the first one, a run of so many would take longer than a test
  // may: its length is what is tested.
  constexpr std::size_t kSpaces = 400'000;
  for (const Case& c : cases) {
    const std::u32string text = c.before + std::u32string(kSpaces, U' ') + c.after;
    std::vector<Break> breaks;
    standard_breaks(text, breaks);
    ASSERT_EQ(breaks.size(), kSpaces + 2) << c.rule;
    EXPECT_EQ(breaks[kSpaces], c.at_end) << c.rule;
    breaks[kSpaces] = Break::Never;
    EXPECT_EQ(std::ranges::count(breaks, Break::Never), std::ssize(breaks)) << c.rule;
  }
}

TEST(StandardBreaks, LeaveARunOfSpacesWhole) {
  const std::string run = "a" + std::string(12'000, ' ');
  EXPECT_EQ(opportunities(run + "b", "en", TextKind::Body), run + "|b") << "UAX #14 LB7, LB18";
}

}  // namespace
}  // namespace article::text
