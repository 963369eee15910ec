#include "text/segmenter.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/characters.h"
#include "text_case.h"

namespace article::text {
namespace {

TEST(Segmenter, CutsTextIntoSegments) {
  struct Case {
    std::string_view text;
    std::string_view segments;  // parted by _
    std::string_view what;
  };
  const Case chinese[] = {
      {"今天", "今_天", "Han"},
      {"今天。", "今_天_。", "full-width marks"},
      {"——好", "——_好", "CLREQ dash"},
      {"……好", "……_好", "CLREQ ellipsis"},
      {"————", "——_——", "CLREQ dash, twice"},
      {"—好", "—_好", "a single dash"},
      {"iPhone15手机", "iPhone15_手_机", "words end at Han"},
      {"Apple 公司", "Apple_ _公_司", "spaces are apart"},
      {"中,国", "中_,_国", "ASCII marks between Han"},
      {"中(a)国", "中_(a)_国", "ASCII marks at words"},
      {"义(wù)务", "义_(wù)_务", "toned Latin in brackets"},
      {"“好”", "“_好_”", "quotes of a Chinese run"},
      {"it’s", "it’s", "an apostrophe"},
      {"25℃了", "25℃_了", "number and unit"},
      {"葛\U000E0100城", "葛\U000E0100_城", "UAX #29 GB9, variation selector"},
      {"👨‍👩‍👧👍🏽🇨🇳1️⃣❤️",
       "👨‍👩‍👧_👍🏽_🇨🇳_1️⃣_❤️", "UTS #51 sequences"},
      {"カナｶﾅＡ", "カ_ナ_ｶ_ﾅ_Ａ", "UAX #11 wide and half-width"},
      {"한국", "한_국", "Hangul"},
      {"a\nb", "a_\n_b", "UAX #14 BK"}};
  for (const Case& c : chinese) EXPECT_EQ(segments(c.text, "zh-CN"), c.segments) << c.what;
  const Case english[] = {{"“Hi,” he said", "“Hi,”_ _he_ _said", "marks go with words"},
                          {"well-known", "well-_known", "UAX #14 LB21"},
                          {"a  b", "a_  _b", "a run of spaces"},
                          {"a\u00A0b", "a_\u00A0_b", "no-break space"},
                          {"e\u0301a", "e\u0301a", "UAX #29 GB9"},
                          {"ab אב", "ab_ _אב", "bidi levels"}};
  for (const Case& c : english) EXPECT_EQ(segments(c.text, "en"), c.segments) << c.what;
  EXPECT_EQ(segments("abc(אב", "he"), "abc_(אב") << "a level boundary splits, UAX #9 N2";
}

TEST(Segmenter, LeavesAnEmSpaceAnEm) {
  for (const std::string_view text : {"早晨\u2003AP", "晨AP\u20033:47", "早\u20033:47"}) {
    Typeset set(text);
    const std::vector<Line> lines = set.lines(20);
    ASSERT_EQ(lines.size(), 1U);
    int spaces = 0;
    for (const PlacedSegment& placed : set.place(lines[0], 20)) {
      if (!set.paragraph().text().substr(placed.text_begin).starts_with("\u2003")) continue;
      ++spaces;
      EXPECT_EQ(in_em(placed.advance), 1) << text;
    }
    EXPECT_EQ(spaces, 1);
  }
}

TEST(Segmenter, SplitsAtStyleAndTagBoundaries) {
  tests::FixedWidthTextHost host;
  SegmentStore store(host);
  const auto regular = store.style({.family = "fake", .language = "en"});
  const auto bold = store.style({.family = "fake", .language = "en", .weight = host::Weight::Bold});
  const text::Run runs[] = {
      {"ab", regular, "en", 1}, {"", bold, "en", 9}, {"cd", bold, "en", 2}, {"ef", bold, "en", 3}};
  const auto items = segment(store, "abcdef", runs, {.language = "en"});
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].break_after, Break::Never) << "UAX #14 LB28";
  EXPECT_EQ(store[items[1].segment].style, bold);
  EXPECT_EQ(items[1].tag, 2);
  EXPECT_EQ(items[2].tag, 3);
}

std::vector<std::string> words_and_calls(std::string_view text, std::vector<std::string> words) {
  tests::FixedWidthTextHost host;
  host.words = std::move(words);
  SegmentStore store(host);
  const std::vector<Item> items = items_of(text, store, "en", TextKind::Body);
  std::vector<std::string> out;
  for (const Item& item : items) out.emplace_back(store[item.segment].text);
  out.push_back(std::to_string(host.find_words_calls));
  return out;
}

TEST(Segmenter, TakesWordsOfThaiLaoKhmerAndBurmeseFromTheHost) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(words_and_calls("ภาษาไทย", {"ภาษา"}), (Words{"ภาษา", "ไทย", "1"})) << "UAX #14 LB1, SA";
  EXPECT_EQ(words_and_calls("ພາສາລາວ", {"ລາວ"}), (Words{"ພາສາ", "ລາວ", "1"}));
  EXPECT_EQ(words_and_calls("ភាសាខ្មែរ", {"ខ្មែរ"}), (Words{"ភាសា", "ខ្មែរ", "1"}));
  EXPECT_EQ(words_and_calls("မြန်မာစာ", {"စာ"}), (Words{"မြန်မာ", "စာ", "1"}));
  EXPECT_EQ(words_and_calls("ab ภาษาไทย 中ไทย", {"ภาษา"}),
            (Words{"ab", " ", "ภาษา", "ไทย", " ", "中", "ไทย", "2"}))
      << "one call for each stretch";
}

TEST(Segmenter, KeepsAClusterWholeWhateverTheHostSays) {
  EXPECT_EQ(words_and_calls("กำ", {"\u0E33"}), (std::vector<std::string>{"กำ", "1"}))
      << "UAX #29 GB9a";
}

TEST(Segmenter, LeavesSuchTextWholeWhereTheHostKnowsNoWords) {
  EXPECT_EQ(words_and_calls("ภาษาไทย", {}), (std::vector<std::string>{"ภาษาไทย", "1"}));
}

TEST(Segmenter, AsksNoHostForWordsThatSpacesPart) {
  EXPECT_EQ(words_and_calls("today 今天 сегодня اليوم आज 오늘", {}).back(), "0");
}

TEST(Segmenter, TellsColourFromText) {
  struct Case {
    std::string_view cluster;
    bool color;
  };
  const Case cases[] = {{"❤️", true},
                        {"❤", false},
                        {"⌚", true},
                        {"⌚\uFE0E", false},
                        {"1️⃣", true},
                        {"1", false},
                        {"🇨🇳", true},
                        {"©", false},
                        {"©️", true},
                        {"中", false},
                        {"👨‍👩‍👧", true},
                        {"👍🏽", true}};
  for (const Case& c : cases) EXPECT_EQ(is_color_emoji(c.cluster), c.color) << c.cluster;
}

TEST(Segmenter, AsksForBidiOnlyWhereItMatters) {
  EXPECT_FALSE(needs_bidi(U'a'));
  EXPECT_FALSE(needs_bidi(U'中'));
  EXPECT_FALSE(needs_bidi(U'。'));
  EXPECT_TRUE(needs_bidi(U'א'));
  EXPECT_TRUE(needs_bidi(U'\u0645'));
  EXPECT_TRUE(needs_bidi(U'\u202E'));
}

TEST(Segmenter, SurvivesBytesThatAreNotUtf8) {
  EXPECT_EQ(segments("a\xFF\xC0"
                     "b",
                     "zh-CN")
                .empty(),
            false);
  EXPECT_EQ(segments("\xE4\xB8", "zh-CN"), "\xE4\xB8");
}

}  // namespace
}  // namespace article::text
