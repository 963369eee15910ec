#include "document/white_space.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace article::document {
namespace {

/// The runs with "|" between them.
std::string collapsed(const std::vector<std::string_view>& runs, std::size_t room = 100) {
  WhiteSpace white_space;
  std::string out;
  for (const std::string_view& run : runs) {
    if (&run != &runs.front()) out += '|';
    std::string one;
    white_space.append(run, one, room);
    out += one;
  }
  return out;
}

TEST(WhiteSpace, CollapsesAsCssDoes) {
  struct Case {
    std::vector<std::string_view> runs;
    std::string_view collapsed;
    std::string_view rule;
  };
  const Case cases[] = {
      {{"a b"}, "a b", "one space stays"},
      {{"  a \t\r\n b"}, "a b", "CSS Text 4.1.1: many are one, none at the start"},
      {{"a ", " b"}, "a |b", "over runs, it stands where it began"},
      {{"a", " b"}, "a| b", "over runs, it stands where it began"},
      {{"今天\n很好"}, "今天很好", "CSS Text 4.1.3: no space between wide characters"},
      {{"今天 很好"}, "今天 很好", "a space is no line end"},
      {{"今天\r\n  good"}, "今天 good", "a line end beside Latin is a space"},
      {{"오늘\n아침"}, "오늘 아침", "Hangul has spaces"},
      {{"いい\n天気"}, "いい天気", "kana"},
      {{"a\xC2\xA0 b"}, "a\xC2\xA0 b", "a no-break space is kept"},
      {{"　　段首"}, "段首", "an indent by hand is the layout's"},
      {{"\xC2\xA0", " \xE2\x80\x83　", "段 首"}, "||段 首", "over runs, of all kinds"},
      {{"中　国"}, "中　国", "an ideographic space within is kept"},
      {{"a\xE2\x80\xA8"
        "b"},
       "a b",
       "U+2028 is a line end"},
      {{"a\x01\x7F"
        "b"},
       "ab",
       "controls are left out"},
      {{"\xE2\x80\xAE"
        "abc\xE2\x80\xAC"},
       "\xE2\x80\xAE"
       "abc\xE2\x80\xAC",
       "bidi controls stay"},
      {{"", " ", "a"}, "||a", "empty runs"},
      {{"今天\n", "很好"}, "今天 |很好", "a space that another run has stays"},
      {{"今天\x0B\f很好"}, "今天很好", "all line ends"},
      {{"今\u0085天\u2028很\u2029好"}, "今天很好", "all line ends"},
      {{"\u2003\u202F\u205F\u200A段首"}, "段首", "all spaces that stay elsewhere"},
      {{"a\u2003b\u202Fc\u205Fd"}, "a\u2003b\u202Fc\u205Fd", "all spaces that stay"},
      {{"a\u200B\nb"}, "a\u200B b", "a zero width space is none"},
      // CSS Text 4.1.3, by the block of both: radicals, Bopomofo, its extension, Yi, compatibility
      // ideographs and forms, full-width forms, ideographs of the second plane.
      {{"⺀\nㄅ\nㆠ\nꀀ"}, "⺀ㄅㆠꀀ", "wide"},
      {{"\uF900\n︰\n！\n𠀀"}, "\uF900︰！𠀀", "wide"},
      {{"今\nㄱ\n今"}, "今 ㄱ 今", "letters of Hangul"},
      {{"今\n\uFE0F"}, "今 \uFE0F", "not wide"},
      {{"今\né"}, "今 é", "not wide"},
      {{"今\n\uFB00"}, "今 \uFB00", "not wide"},
      {{"今\n\uFFE9"}, "今 \uFFE9", "not wide: a half-width arrow"},
      {{"今\n\U0001F600"}, "今 \U0001F600", "an emoji"},
      {{"今\n\U000E0001"}, "今 \U000E0001", "beyond the planes of ideographs"},
  };
  for (const Case& c : cases) EXPECT_EQ(collapsed(c.runs), c.collapsed) << c.rule;
}

TEST(WhiteSpace, DropsNulsAndTells) {
  WhiteSpace white_space;
  std::string out;
  std::size_t room = 10;
  white_space.append(std::string_view("a\0b", 3), out, room);
  EXPECT_EQ(out, "ab");
  EXPECT_TRUE(white_space.controls_dropped());
}

TEST(WhiteSpace, LeavesOutMarksBehindThirtyInARow) {
  const auto repeated = [](std::string_view text, int times) {
    std::string out;
    while (times-- > 0) out += text;
    return out;
  };
  // Of Latin, Hebrew, Arabic, Thai, Tibetan, Burmese, kana; a circle and a colour of skin.
  for (const std::string_view mark : {"\u0301", "\u05B0", "\u0654", "\u0E31", "\u0F72", "\u1039",
                                      "\u3099", "\u20DD", "\U0001F3FB"}) {
    WhiteSpace white_space;
    std::string out;
    std::size_t room = 100;
    white_space.append("a" + repeated(mark, 30) + "b", out, room);
    EXPECT_EQ(out, "a" + repeated(mark, 30) + "b") << mark;
    EXPECT_FALSE(white_space.marks_dropped()) << mark;
    // Over runs too.
    out.clear();
    white_space.append(repeated(mark, 20), out, room);
    white_space.append(repeated(mark, 5000) + "b", out, room);
    EXPECT_EQ(out, repeated(mark, 30) + "b") << mark;
    EXPECT_TRUE(white_space.marks_dropped()) << mark;
    EXPECT_EQ(room, 100U - 32 - 31) << mark;
  }
  EXPECT_EQ(collapsed({repeated("க்", 40), repeated("——", 40)}, 500),
            repeated("க்", 40) + "|" + repeated("——", 40));
}

TEST(WhiteSpace, StopsWhereThereIsNoRoom) {
  WhiteSpace white_space;
  std::string out;
  std::size_t room = 3;
  white_space.append("今天好", out, room);
  EXPECT_EQ(out, "今天好");
  EXPECT_FALSE(white_space.cut());
  white_space.append(" ", out, room);
  EXPECT_FALSE(white_space.cut()) << "white space at the end is no text";
  white_space.append("x", out, room);
  EXPECT_TRUE(white_space.cut());
  EXPECT_EQ(out, "今天好");
  EXPECT_EQ(room, 0U);
}

}  // namespace
}  // namespace article::document
