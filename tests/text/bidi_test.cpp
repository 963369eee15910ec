#include "text/bidi.h"

#include <string>

#include <gtest/gtest.h>

#include "text_case.h"

namespace article::text {
namespace {

/// Visible segments from left to right, `<` before those of right-to-left.
std::string visual(std::string_view text, std::string_view language) {
  Typeset typeset(text, {.language = language});
  const auto lines = typeset.lines(60);
  std::string out;
  for (const PlacedSegment& placed : typeset.place(lines[0], 60)) {
    const Segment& segment = typeset.store()[placed.segment];
    if (segment.blank) continue;
    if (!out.empty()) out += ' ';
    if (segment.direction == Direction::RightToLeft) out += '<';
    out += segment.text;
  }
  return out;
}

TEST(Bidi, OrdersALine) {
  struct Case {
    std::string_view text;
    std::string_view language;
    std::string_view visual;
    std::string_view rule;
  };
  const Case cases[] = {{"abc def", "en", "abc def", "UAX #9 L2, one direction"},
                        {"abc אבג def", "en", "abc <אבג def", "UAX #9 L2"},
                        {"abc אבג דהו def", "en", "abc <דהו <אבג def", "UAX #9 L2"},
                        {"אבג abc def", "he", "abc def <אבג", "UAX #9 L2, base level 1"},
                        {"אבג דהו", "he", "<דהו <אבג", "UAX #9 L2, base level 1"},
                        {"אבג 12 דהו", "he", "<דהו 12 <אבג", "UAX #9 I1, I2"},
                        {"مرحبا ١٢٣ بكم", "ar", "<بكم ١٢٣ <مرحبا", "UAX #9 I1, Arabic numbers"},
                        {"עלה 30% היום", "he", "<היום 30% <עלה", "UAX #9 W5"},
                        {"אבג (abc) דהו", "he", "<דהו <) abc <( <אבג", "UAX #9 N0"},
                        {"abc (אבג) def", "en", "abc ( <אבג ) def", "UAX #9 N0"},
                        {"אבג, דהו", "he", "<דהו <אבג,", "UAX #9 N1"},
                        {"abc!", "he", "<! abc", "UAX #9 N2"},
                        {"אבג!", "en", "<אבג !", "UAX #9 N2"},
                        {"a\u202Ebc\u202Cd", "en", "a <\u202Ebc\u202C d", "UAX #9 X4"},
                        {"a \u2067אב c\u2069 d", "en", "a c <אב d", "UAX #9 X5a"},
                        {"中文 אבג 中", "zh-CN", "中 文 <אבג 中", "UAX #9 L2 in Chinese"},
                        {"قال “نعم” ثم", "ar", "<ثم <“نعم” <قال", "UAX #9 N1, quotes"}};
  for (const Case& c : cases)
    EXPECT_EQ(visual(c.text, c.language), c.visual) << c.rule << ": " << c.text;
}

TEST(Bidi, PutsRightToLeftLinesAtTheRight) {
  Typeset typeset("אבג abc", {.language = "he"});
  EXPECT_EQ(typeset.dump(10), "abc 6.75 אבג 8.5") << "base level 1: start is at the right";
}

TEST(Bidi, PutsTrailingSpaceAtTheLineEnd) {
  Typeset typeset("אבג abc דהו", {.language = "he"});
  const auto lines = typeset.lines(4);
  ASSERT_EQ(lines.size(), 2U);
  const auto placed = typeset.place(lines[0], 4);
  ASSERT_FALSE(placed.empty());
  EXPECT_TRUE(typeset.store()[placed[0].segment].blank) << "UAX #9 L1";
  EXPECT_EQ(placed[0].advance, CssPx(0));
}

TEST(Bidi, IndentsAtInlineStart) {
  Typeset typeset("אבג", {.language = "he", .indent_em = 2});
  EXPECT_EQ(typeset.dump(10), "אבג 6.5");
}

TEST(Bidi, ForcesWhatWouldNotRunAsItsLevelDoes) {
  const auto rtl = Direction::RightToLeft;
  const auto ltr = Direction::LeftToRight;
  struct Case {
    std::string_view text;
    Direction direction;
    std::string_view shaped;
    std::string_view rule;
  };
  const Case cases[] = {
      {"אבג", rtl, "אבג", "its own way"},
      {"(—)", rtl, "(—)", "neutrals go either way"},
      {"abc", rtl, "\u202Eabc\u202C", "UAX #9 X4: U+202E"},
      {"12", rtl, "\u202E12\u202C", "UAX #9 I2: else numbers are of an even level"},
      {"אבג", ltr, "\u202Dאבג\u202C", "UAX #9 X5: U+202D"},
      {"مرحبا", ltr, "\u202Dمرحبا\u202C", "UAX #9 X5: U+202D"},
      {"١٢", ltr, "١٢", "UAX #9 I1: numbers run left to right"},
      {"中a1", ltr, "中a1", "its own way"}};
  for (const Case& c : cases) EXPECT_EQ(forced(c.text, c.direction), c.shaped) << c.rule;
}

TEST(Bidi, KeepsAnOverrideInTheWordsItCuts) {
  Typeset typeset("\u202Eabcdef\u202C");
  const std::vector<Line> lines = typeset.lines(1.5F);
  ASSERT_EQ(lines.size(), 2U);
  std::string shaped;
  for (const PlacedSegment& placed : typeset.place(lines[1], 1.5F))
    if (placed.advance > CssPx(0)) shaped += typeset.store()[placed.segment].text;
  EXPECT_EQ(shaped, "\u202Edef\u202C");
}

TEST(Bidi, GivesEachPartAfterALineEndTheBaseLevel) {
  std::vector<std::uint8_t> levels;
  bidi_levels("a\nא", Direction::LeftToRight, levels);
  EXPECT_EQ(levels, (std::vector<std::uint8_t>{0, 0, 1, 1})) << "UAX #9 P1";
}

}  // namespace
}  // namespace article::text
