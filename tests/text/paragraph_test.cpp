#include "text/paragraph.h"

#include <cmath>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "document/utf8.h"
#include "text_case.h"

namespace article::text {
namespace {

TEST(Paragraph, MeasuresWithOneCall) {
  Typeset typeset("今天天气很好，Apple 也好。");
  (void)typeset.lines(5);
  EXPECT_EQ(typeset.host().measure_calls, 1U);
}

TEST(Paragraph, TellsItsWidths) {
  Typeset typeset("今天好 Apple 也", {});
  EXPECT_EQ(in_em(typeset.paragraph().natural_width(typeset.store())), 6.75F);
  EXPECT_EQ(in_em(typeset.paragraph().min_width(typeset.store())), 2.5F);
  Typeset two("一二三\n四", {});
  EXPECT_EQ(in_em(two.paragraph().natural_width(two.store())), 3);
}

TEST(Paragraph, GivesBackTagsAndBytes) {
  tests::FixedWidthTextHost host;
  SegmentStore store(host);
  const auto style = store.style({.family = "fake", .language = "zh-CN", .size = CssPx(kEm)});
  const text::Run runs[] = {{"见", style, "zh-CN", 1}, {"此处", style, "zh-CN", 7}};
  Paragraph paragraph = Paragraph::shape(store, runs, {.language = "zh-CN"});
  store.measure();
  const auto lines = paragraph.break_lines(store, CssPx(160));
  std::vector<PlacedSegment> placed;
  paragraph.place(store, lines[0], CssPx(160), placed);
  ASSERT_EQ(placed.size(), 3U);
  EXPECT_EQ(placed[0].tag, 1);
  EXPECT_EQ(placed[2].tag, 7);
  EXPECT_EQ(placed[2].text_begin, 6U);
  EXPECT_EQ(placed[2].text_end, 9U);
  EXPECT_EQ(paragraph.text(), "见此处");
}

TEST(Paragraph, AlignsToTheCentre) {
  EXPECT_EQ(Typeset("今天", {.alignment = Alignment::Center}).dump(6), "今 2 天 3");
}

TEST(Paragraph, OfNoRunsHasOneEmptyLine) {
  const std::span<const text::Run> none;
  Typeset typeset(none, {.indent_em = 2});
  EXPECT_EQ(typeset.texts(6), std::vector<std::string>{""});
  EXPECT_EQ(typeset.dump(6), "");
}

TEST(Paragraph, AppendsWhatItPlaces) {
  Typeset typeset("今天");
  const auto lines = typeset.lines(6);
  std::vector<PlacedSegment> placed;
  typeset.paragraph().place(typeset.store(), lines[0], CssPx(96), placed);
  typeset.paragraph().place(typeset.store(), lines[0], CssPx(96), placed);
  ASSERT_EQ(placed.size(), 4U);
  EXPECT_EQ(placed[3].x, placed[1].x);
}

TEST(Paragraph, ShowsASoftHyphenAtALineEndOnly) {
  Typeset typeset("co\u00ADop", {.language = "en"});
  EXPECT_EQ(typeset.dump(2), "co 0 op 1") << "CSS Text 3 #hyphens-property";
  EXPECT_EQ(typeset.dump(1.5F), "co 0 - 1 / op 0") << "CSS Text 3 #hyphens-property";
}

TEST(Paragraph, GivesASoftHyphenAtItsEndNoRoom) {
  Typeset typeset("coop\u00AD", {.language = "en", .alignment = Alignment::Center});
  EXPECT_EQ(typeset.dump(4), "coop 1");
  EXPECT_EQ(in_em(typeset.lines(2)[0].width), 2);
}

TEST(Paragraph, KeepsItsSegmentsThroughASweep) {
  Typeset typeset("今天abcdefgh");
  (void)typeset.lines(2);
  SegmentStore& store = typeset.store();
  store.begin_sweep();
  typeset.paragraph().keep(store);
  store.end_sweep();
  EXPECT_EQ(typeset.dump(2), "今 0 天 1 / abc 0 - 1.5 / def 0 - 1.5 / gh 0");
  EXPECT_EQ(typeset.dump(9), "今 0 天 1 abcdefgh 2.125");
}

TEST(Paragraph, FollowsANewMeasure) {
  Typeset typeset("今天好");
  EXPECT_EQ(typeset.texts(9).size(), 1U);
  typeset.host().scale = 4;
  typeset.store().forget_metrics();
  typeset.store().measure();
  EXPECT_EQ(typeset.texts(9).size(), 2U);
}

TEST(Paragraph, BreaksTheBeginningOfALongTextWhateverItsEnd) {
  const auto lines = [](int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
      text += "今天天气很好，我们“去”看海" + std::to_string(i) + "次。";
    Typeset set(text, {.alignment = Alignment::Justify});
    std::uint32_t next = 0;
    const std::vector<Line> broken = set.lines(14);
    for (const Line& line : broken) {
      EXPECT_EQ(line.first, next);
      EXPECT_GT(line.last, line.first);
      EXPECT_LE(line.width.value, 14 * kEm + 0.01F);
      EXPECT_TRUE(line.justified || &line == &broken.back());
      next = line.last;
    }
    std::vector<std::string> texts = set.texts(14);
    std::string whole;
    for (const std::string& one : texts) whole += one;
    EXPECT_EQ(whole, text);
    return texts;
  };
  std::vector<std::string> shorter = lines(100);
  std::vector<std::string> longer = lines(200);
  EXPECT_GT(shorter.size(), 100U) << "more than is looked at at once";
  EXPECT_GT(longer.size(), 200U);
  shorter.resize(60);
  longer.resize(60);
  EXPECT_EQ(shorter, longer);
}

TEST(Paragraph, GivesSpacesBeforeControlsAtALineEndNoWidth) {
  Typeset typeset("ab \u200E cd", {.language = "en"});
  const auto lines = typeset.lines(1.5F);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(in_em(lines[0].width), 1);
  for (const PlacedSegment& placed : typeset.place(lines[0], 1.5F))
    EXPECT_LE(in_em(placed.x + placed.advance), 1);
}

/// Any text of what has ever mattered to a rule, in any language and width.
TEST(Paragraph, KeepsItsPromisesForAnyText) {
  constexpr std::u32string_view kCharacters =
      U"ab  12-.,()%$\n\r\t\u00A0\u00AD\u200B\u200D\u200E\u202E\u202C\u2067\u2069\u0301\uFE0F"
      U"\uFE0E\u05D0\u05D1\u0627\u0644\u0661中国好、。，：！「」『“”‘’——……·　\U0001F468\U0001F469"
      U"\U0001F1E8\U0001F1F3\U0001F3FD\u20E3❤가\u1100\u1161かカｱ０％℃\u0E01\u0E34\uFFFC\U00020000"
      U"\U000E0100\uFEFF\u2028\u0085";
  constexpr std::string_view kLanguages[] = {"zh-CN", "zh-TW", "zh-HK", "ja",
                                             "ko",    "en",    "ar",    "he"};
  std::mt19937 random(20);
  const auto below = [&random](std::size_t n) { return random() % n; };
  for (int round = 0; round < 1500; ++round) {
    tests::FixedWidthTextHost host;
    host.wide_quotes = below(4) != 0;
    SegmentStore store(host);
    std::vector<std::string> texts(1 + below(4));
    std::vector<text::Run> runs;
    std::string all;
    for (std::string& text : texts) {
      for (std::size_t i = below(40); i > 0; --i) {
        if (below(97) == 0)
          text += static_cast<char>(below(256));
        else
          document::append_code_point(text, kCharacters[below(kCharacters.size())]);
      }
      all += text;
      const std::string_view language = kLanguages[below(std::size(kLanguages))];
      const auto style = store.style({.family = "fake",
                                      .language = std::string(language),
                                      .size = CssPx(static_cast<int>(12 + below(8)))});
      runs.push_back({text, style, language, static_cast<std::uint16_t>(runs.size())});
    }
    const std::string_view language = kLanguages[below(std::size(kLanguages))];
    Paragraph paragraph = Paragraph::shape(store, runs,
                                           {.language = std::string(language),
                                            .direction = direction_of(language),
                                            .alignment = static_cast<Alignment>(below(3)),
                                            .kind = static_cast<TextKind>(below(3)),
                                            .indent_em = static_cast<float>(below(3))});
    store.measure();
    ASSERT_EQ(paragraph.text(), all);
    for (int again = 0; again < 3; ++again) {
      const auto width = static_cast<float>(1 + below(300));
      std::uint32_t next = 0;
      std::uint32_t byte = 0;
      for (const Line& line : paragraph.break_lines(store, CssPx(width))) {
        const auto [begin, end] = paragraph.text_range(line);
        ASSERT_EQ(line.first, next) << round;
        ASSERT_EQ(begin, byte) << round;
        next = line.last;
        byte = end;
        if (line.justified) {
          ASSERT_NEAR(line.indent.value + line.width.value, width, 0.05) << round;
        }
        std::vector<PlacedSegment> placed;
        paragraph.place(store, line, CssPx(width), placed);
        float left = 0;
        float right = 0;
        for (const PlacedSegment& one : placed) {
          ASSERT_TRUE(std::isfinite(one.x.value) && std::isfinite(one.advance.value)) << round;
          const bool first = &one == placed.data();
          left = first ? one.x.value : std::min(left, one.x.value);
          right =
              first ? (one.x + one.advance).value : std::max(right, (one.x + one.advance).value);
        }
        // A trimmed opening mark's pen is up to half an em before its room.
        ASSERT_LE(right - left, line.width.value + 10.1F) << round;
      }
      ASSERT_EQ(byte, all.size()) << round;
      if (below(3) == 0) {
        store.begin_sweep();
        paragraph.keep(store);
        store.end_sweep();
      }
    }
  }
}

}  // namespace
}  // namespace article::text
