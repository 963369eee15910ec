#include "text/paragraph.h"

#include <string>

#include <gtest/gtest.h>

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

TEST(Paragraph, KeepsItsSegmentsThroughASweep) {
  Typeset typeset("今天abcdefgh");
  (void)typeset.lines(2);
  SegmentStore& store = typeset.store();
  store.begin_sweep();
  typeset.paragraph().keep(store);
  store.end_sweep();
  EXPECT_EQ(typeset.dump(2), "今 0 天 1 / abcd 0 / efgh 0");
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

}  // namespace
}  // namespace article::text
