#include "text/segment_store.h"

#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "fakes/fixed_width_text_host.h"

namespace article::text {
namespace {

class Store : public ::testing::Test {
 protected:
  SegmentId intern(std::string_view text) {
    return store.intern(style, text, Direction::LeftToRight);
  }

  tests::FixedWidthTextHost host;
  SegmentStore store{host};
  host::StyleId style = store.style({.family = "fake", .language = "zh-CN", .size = CssPx(16)});
};

TEST_F(Store, KnowsASegmentAgain) {
  const SegmentId id = intern("今");
  EXPECT_EQ(intern("今"), id);
  EXPECT_NE(intern("天"), id);
  EXPECT_NE(store.intern(style, "今", Direction::RightToLeft), id);
  const auto bold =
      store.style({.family = "fake", .language = "zh-CN", .weight = host::Weight::Bold});
  EXPECT_NE(store.intern(bold, "今", Direction::LeftToRight), id);
  EXPECT_EQ(store.size(), 4U);
}

TEST_F(Store, DefinesAStyleOnce) {
  EXPECT_EQ(store.style({.family = "fake", .language = "zh-CN", .size = CssPx(16)}), style);
  EXPECT_EQ(host.define_calls, 1U);
  EXPECT_EQ(store.style(style).family, "fake");
  EXPECT_EQ(store.font_metrics(style).ascent, 12.8F);
  EXPECT_EQ(store.font_metrics(style).descent, 3.2F);
  EXPECT_EQ(host.font_calls, 1U);
}

TEST_F(Store, MeasuresWhatIsNewInOneCall) {
  const SegmentId han = intern("今");
  const SegmentId word = intern("abc");
  store.measure();
  EXPECT_EQ(host.measure_calls, 1U);
  EXPECT_EQ(host.measured, 2U);
  EXPECT_EQ(store[han].metrics.advance, 16);
  EXPECT_EQ(store[word].metrics.advance, 24);
  store.measure();
  EXPECT_EQ(host.measure_calls, 1U);
}

/// Tells ink boxes only where they are asked for, and then another advance.
class FrugalTextHost : public tests::FixedWidthTextHost {
 public:
  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override {
    FixedWidthTextHost::measure(requests, out);
    for (host::SegmentMetrics& metrics : out)
      metrics.left = std::numeric_limits<float>::quiet_NaN();
  }
  host::SegmentMetrics measure_with_ink(const host::MeasureRequest& request) override {
    ++ink_calls;
    host::SegmentMetrics metrics;
    FixedWidthTextHost::measure({&request, 1}, {&metrics, 1});
    metrics.advance += 1;
    return metrics;
  }
  int ink_calls = 0;
};

TEST(StoreOfAFrugalHost, AsksForInkOnceAndKeepsTheAdvanceThatLinesWereBrokenBy) {
  FrugalTextHost host;
  SegmentStore store{host};
  const host::StyleId style =
      store.style({.family = "fake", .language = "zh-CN", .size = CssPx(16)});
  const SegmentId id = store.intern(style, "今", Direction::LeftToRight);
  store.measure();
  EXPECT_EQ(store[id].metrics.advance, 16);
  EXPECT_EQ(host.ink_calls, 0);
  EXPECT_EQ(store.with_ink(id).metrics.right, 16);
  EXPECT_EQ(store.with_ink(id).metrics.top, -12.8F);
  EXPECT_EQ(store[id].metrics.left, 0);
  EXPECT_EQ(store[id].metrics.advance, 16);
  EXPECT_EQ(host.ink_calls, 1);
}

TEST_F(Store, KeepsAddressesAndTextsWhileItGrows) {
  const SegmentId id = intern("今");
  const Segment* const segment = &store[id];
  for (int i = 0; i < 5000; ++i) (void)intern("word" + std::to_string(i));
  EXPECT_EQ(&store[id], segment);
  EXPECT_EQ(segment->text, "今");
  for (int i = 0; i < 5000; ++i) {
    const std::string word = "word" + std::to_string(i);
    EXPECT_EQ(store[intern(word)].text, word);
  }
  EXPECT_EQ(store.size(), 5001U);
}

TEST_F(Store, MeasuresAgainAfterTheFontsChanged) {
  const SegmentId id = intern("今");
  store.measure();
  (void)store.font_metrics(style);
  host.scale = 2;
  store.forget_metrics();
  store.measure();
  EXPECT_EQ(store[id].metrics.advance, 32);
  (void)store.font_metrics(style);
  EXPECT_EQ(host.font_calls, 2U);
}

TEST_F(Store, FreesWhatNobodyKeeps) {
  const SegmentId kept = intern("今");
  const SegmentId freed = intern("天");
  store.measure();
  const auto generation = store.generation(freed);
  store.begin_sweep();
  store.keep(kept);
  const SegmentId fresh = intern("好");
  store.end_sweep();
  EXPECT_EQ(store.size(), 2U);
  EXPECT_NE(store.generation(freed), generation);
  EXPECT_EQ(store[kept].text, "今");
  EXPECT_EQ(store[fresh].text, "好");
  EXPECT_EQ(intern("今"), kept);
  EXPECT_EQ(intern("气").value, freed.value) << "its id is given out again";
  store.measure();
  EXPECT_EQ(store[fresh].metrics.advance, 16);
}

TEST_F(Store, ForgetsWhatWasFreedBeforeItWasMeasured) {
  (void)intern("今");
  store.begin_sweep();
  store.end_sweep();
  store.measure();
  EXPECT_EQ(host.measured, 0U);
  EXPECT_EQ(store.size(), 0U);
}

TEST_F(Store, MeasuresOnceWhatTakesTheIdOfWhatWasFreed) {
  const SegmentId first = intern("今");
  for (int i = 0; i < 2; ++i) {
    store.begin_sweep();
    store.end_sweep();
  }
  ASSERT_EQ(intern("天").value, first.value);
  store.measure();
  EXPECT_EQ(host.measured, 1U);
  EXPECT_EQ(store.size(), 1U);
}

TEST_F(Store, MeasuresNothingAgainThatWasFreed) {
  (void)intern("今");
  store.measure();
  store.begin_sweep();
  store.end_sweep();
  store.forget_metrics();
  store.measure();
  EXPECT_EQ(host.measured, 1U);
}

TEST_F(Store, TellsBlankFromInk) {
  EXPECT_TRUE(store[intern("  ")].blank);
  EXPECT_TRUE(store[intern("\u3000")].blank);
  EXPECT_FALSE(store[intern("a ")].blank);
  EXPECT_FALSE(store[intern("。")].blank);
}

}  // namespace
}  // namespace article::text
