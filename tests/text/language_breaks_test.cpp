#include "text/language_breaks.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace article::text {
namespace {

TEST(LineHabit, IsOfALanguageAndNotOfItsRegion) {
  struct Case {
    std::string_view language;
    LineHabit habit;
  };
  const Case cases[] = {{"ja", LineHabit::Japanese}, {"ko-KR", LineHabit::Korean},
                        {"pl", LineHabit::Slavic},   {"sr-Latn", LineHabit::Slavic},
                        {"sl", LineHabit::None},     {"zh", LineHabit::None}};
  for (const Case& c : cases)
    EXPECT_EQ(line_habit(document::Language(c.language)), c.habit) << c.language;
}

TEST(HabitualBreak, KeepsWhatTheStandardLetsGo) {
  struct Case {
    LineHabit habit;
    std::u32string_view text;  ///< a break before its last character
    Break expected;
    std::string_view rule;
  };
  const Case cases[] = {
      {LineHabit::Japanese, U"きゃ", Break::Never, "a small kana begins no line"},
      {LineHabit::Japanese, U"きや", Break::Allowed, "others do"},
      {LineHabit::Korean, U"한국", Break::Never, "a word stays whole"},
      {LineHabit::Korean, U"ㄱㄴ", Break::Never, "of letters too"},
      {LineHabit::Korean, U"\u1100\u1161", Break::Never, "of letters too"},
      {LineHabit::Korean, U"韓국", Break::Never, "with Hanja"},
      {LineHabit::Korean, U"한1", Break::Never, "with digits"},
      {LineHabit::Korean, U" 국", Break::Allowed, "a line ends after a space"},
      {LineHabit::Korean, U"한 ", Break::Allowed, "no word"},
      {LineHabit::Korean, U"한\u3190", Break::Allowed, "a mark beside the letters is none"},
      {LineHabit::Slavic, U" —", Break::Never, "a dash begins no line"},
      {LineHabit::Slavic, U" –", Break::Never, "nor does a short one"},
      {LineHabit::Slavic, U"я—", Break::Allowed, "but one without a space"},
      {LineHabit::Slavic, U" -", Break::Allowed, "a hyphen is none"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(habitual_break(Break::Allowed, c.text, 1, c.habit), c.expected) << c.rule;
    EXPECT_EQ(habitual_break(Break::Mandatory, c.text, 1, c.habit), Break::Mandatory);
  }
}

/// A text with | where a line may end, by URLs alone.
std::string broken(std::u32string_view text) {
  std::vector<Break> breaks(text.size(), Break::Avoided);
  break_urls(text, breaks);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += static_cast<char>(text[i]);
    if (breaks[i] == Break::Allowed) out += '|';
    if (breaks[i] == Break::Avoided && i + 1 < text.size()) out += '~';
  }
  return out;
}

TEST(BreakUrls, EndsLinesBehindTheirMarksAndKeepsNumbers) {
  struct Case {
    std::u32string_view text;
    std::string_view broken;  ///< | may end a line, ~ as it was
  };
  const Case cases[] = {
      {U"http://a.bc/d", "http://|a.|bc/|d"},
      {U"https://a.b/?c=d&e", "https://|a.|b/?|c=d&|e"},
      {U"www.a.b/1.2-3", "www.|a.|b/|1.2-3"},
      {U"www.a.b/c.2", "www.|a.|b/|c.|2"},
      {U"www.a-b.c", "www.|a-|b.|c"},
      {U"www.a.b/%20", "www.|a.|b/|%20"},
      {U"www.a.b/c%20", "www.|a.|b/|c|%20"},
      {U"www.a.b.", "www.|a.|b."},
      {U"www.a.b/)", "www.|a.|b/)"},
      {U"www.a x", "www.|a~ ~x"},
      {U"awww.b", "a~w~w~w~.~b"},
      {U"(www.b)", "(~www.|b)"},
      {U"www.", "w~w~w~."},
      {U"how", "h~o~w"},
  };
  for (const Case& c : cases) EXPECT_EQ(broken(c.text), c.broken);
}

}  // namespace
}  // namespace article::text
