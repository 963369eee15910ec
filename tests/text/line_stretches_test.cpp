#include "text/line_stretches.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "text_case.h"

namespace article::text {
namespace {

std::vector<Stretch> stretches_of(Typeset& typeset, float em, std::size_t line = 0) {
  std::vector<Stretch> stretches;
  typeset.paragraph().stretches(typeset.store(), typeset.lines(em)[line], CssPx(em * kEm),
                                stretches);
  return stretches;
}

/// A line's stretches: text, its width in em, and by letter or by word.
std::string dump(Typeset& typeset, float em, std::size_t line = 0) {
  std::string out;
  std::uint32_t begin = typeset.paragraph().text_range(typeset.lines(em)[line]).first;
  for (const Stretch& stretch : stretches_of(typeset, em, line)) {
    if (!out.empty()) out += " | ";
    out += typeset.paragraph().text().substr(begin, stretch.end - begin);
    char width[32];
    std::snprintf(width, sizeof width, " %g", static_cast<double>(in_em(stretch.width)));
    out += width;
    out += stretch.by_letter ? " letters" : " words";
    begin = stretch.end;
  }
  return out;
}

TEST(Stretches, SpreadAJustifiedLineOverItsLetters) {
  Typeset typeset("一二三四五六七八九十一二三四五六", {.alignment = Alignment::Justify});
  EXPECT_EQ(dump(typeset, 12.5F), "一二三四五六七八九十一二 12.5 letters");
}

TEST(Stretches, LeaveAWordItsOwnSpacing) {
  Typeset typeset("今天Apple发布", {});
  EXPECT_EQ(dump(typeset, 20), "今天 2.125 letters | Apple 2.625 words | 发布 2 letters");
}

TEST(Stretches, CutAtACompressedMark) {
  // Two marks side by side give up half an em: spread over the line it would
  // move the letters before it by more than a pixel.
  Typeset typeset("一二三四五（六）」七八九十", {});
  EXPECT_EQ(dump(typeset, 20), "一二三四五（六 7 letters | ） 0.5 letters | 」七八九十 5 letters");
}

TEST(Stretches, BeginAtAMarkWhoseBlankLiesBeforeIt) {
  // Spacing falls behind a letter: half an em less there would put the next one on the mark.
  Typeset typeset("一二：（三四", {});
  const std::vector<Stretch> stretches = stretches_of(typeset, 20);
  ASSERT_GE(stretches.size(), 2U);
  const auto mark = std::find_if(stretches.begin(), stretches.end(),
                                 [](const Stretch& stretch) { return stretch.lead > CssPx(0); });
  ASSERT_NE(mark, stretches.end());
  EXPECT_EQ(in_em(mark->lead), 0.5F);
  EXPECT_EQ(in_em(mark->natural), 2.5F) << "what is seen of the mark, and two letters";
  EXPECT_EQ(mark->width, mark->natural);
  EXPECT_EQ(mark, stretches.end() - 1);
}

TEST(Stretches, KeepALineOfWordsWhole) {
  Typeset typeset("one two three", {.language = "en"});
  EXPECT_EQ(dump(typeset, 20), "one two three 6 words");
}

TEST(Stretches, TakeADashForTwoLetters) {
  // The line has one gap behind a dash, spacing by letter two: the dashes are apart.
  Typeset typeset("一二三四五六七八九十——一——一——二三", {.alignment = Alignment::Justify});
  EXPECT_EQ(dump(typeset, 18.875F),
            "一二三四五六七八九十——一 13.75 letters | ——一—— 5.125 letters");
}

TEST(Stretches, CountSpacesThatKeepALineTogether) {
  Typeset typeset("one\u00A0two", {.language = "en"});
  EXPECT_EQ(dump(typeset, 20), "one\u00A0two 3.25 words");
}

TEST(Stretches, AreByLetterInEveryWideScript) {
  Typeset korean("한국 소식", {.language = "ko"});
  EXPECT_EQ(dump(korean, 20), "한국 2 letters |   0.25 words | 소식 2 letters");
  Typeset spaced("今天\u3000明天", {});
  EXPECT_EQ(dump(spaced, 20), "今天\u3000明天 5 letters");
}

TEST(Stretches, BeginBehindASoftHyphenThatDoesNotShow) {
  Typeset typeset("\u00ADcoop", {.language = "en"});
  EXPECT_EQ(dump(typeset, 20), "\u00ADcoop 2 words");
}

TEST(Stretches, AreNoneOfALineThatShowsNothing) {
  for (const std::string_view text : {"", " ", "\u200E"}) {
    Typeset typeset(text, {});
    EXPECT_EQ(dump(typeset, 20), "") << text;
  }
}

TEST(Stretches, HaveNoEndsOfALineWithoutWidth) {
  Typeset typeset("\u0301", {});
  const std::vector<Stretch> stretches = stretches_of(typeset, 20);
  ASSERT_EQ(stretches.size(), 1U);
  EXPECT_EQ(stretches[0].width, CssPx(0));
  EXPECT_FALSE(stretches[0].leftmost || stretches[0].rightmost);
}

TEST(Stretches, EndBeforeWhatHangs) {
  Typeset typeset("one two three", {.language = "en"});
  EXPECT_EQ(dump(typeset, 3), "one 1.5 words");
}

TEST(Stretches, AreOfOneDirectionEach) {
  Typeset typeset("今天 مرحبا 12 مرحبا 明天", {});
  const std::vector<Stretch> stretches = stretches_of(typeset, 30);
  std::string directions;
  CssPx sum;
  for (const Stretch& stretch : stretches) {
    directions += stretch.rtl ? 'r' : 'l';
    sum += stretch.width;
  }
  EXPECT_EQ(directions, "llrlrll")
      << "UAX #9 I1: a number in right-to-left text is of an even level";
  EXPECT_EQ(sum, typeset.lines(30)[0].width);
  EXPECT_TRUE(stretches.front().leftmost);
  EXPECT_TRUE(stretches.back().rightmost);
}

TEST(Stretches, KnowTheEndsOfALineAsItIsSeen) {
  Typeset typeset("مرحبا abc", {.language = "ar"});
  const std::vector<Stretch> stretches = stretches_of(typeset, 30);
  ASSERT_EQ(stretches.size(), 2U);
  EXPECT_TRUE(stretches[0].rtl && stretches[0].rightmost && !stretches[0].leftmost);
  EXPECT_TRUE(!stretches[1].rtl && stretches[1].leftmost && !stretches[1].rightmost);
}

TEST(Stretches, HaveAShownSoftHyphenAlone) {
  Typeset typeset("co\u00ADop", {.language = "en"});
  const std::vector<Stretch> stretches = stretches_of(typeset, 1.5F);
  ASSERT_EQ(stretches.size(), 2U);
  EXPECT_FALSE(stretches[0].hyphen);
  EXPECT_TRUE(stretches[1].hyphen && stretches[1].rightmost);
  EXPECT_EQ(stretches[1].width, stretches[1].natural);
}

TEST(Stretches, GiveAControlNoRoom) {
  Typeset typeset("\u202Eabc\u202C 今", {});
  const std::vector<Stretch> stretches = stretches_of(typeset, 30);
  float natural = 0;
  for (const Stretch& stretch : stretches) natural += stretch.natural.value;
  EXPECT_NEAR(natural, 1.5F * kEm + 0.25F * kEm + kEm, 0.01F);
}

TEST(Stretches, HoldEveryEndWithinTheirTolerance) {
  const std::vector<StretchedSegment> segments = {
      {3, 16, 16, 1, true}, {6, 18, 16, 1, true}, {9, 16, 16, 1, true}, {12, 24, 16, 1, true}};
  std::vector<Stretch> out;
  cut_stretches(segments, 1, out);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].end, 9U) << "2 px over three letters leave none more than 1 px off";
  EXPECT_EQ(out[0].width, CssPx(50));
  EXPECT_EQ(out[1].width, CssPx(24));
  out.clear();
  cut_stretches(segments, 100, out);
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(out[0].width, CssPx(74));
}

TEST(Stretches, TakeUpTheWholeLine) {
  for (const float em : {5.0F, 7.5F, 11.0F, 16.0F}) {
    Typeset typeset(
        "据《海湾日报》报道，“今年以来（1至6月）”，全市接待游客3.5万人次，同比增长12%；其中 Apple "
        "与 IBM 参会。",
        {.alignment = Alignment::Justify, .indent_em = 2});
    const std::vector<Line> lines = typeset.lines(em);
    for (const Line& line : lines) {
      std::vector<Stretch> stretches;
      typeset.paragraph().stretches(typeset.store(), line, CssPx(em * kEm), stretches);
      CssPx sum;
      for (const Stretch& stretch : stretches) sum += stretch.width;
      EXPECT_NEAR(sum.value, line.width.value, 0.01F);
    }
  }
}

}  // namespace
}  // namespace article::text
