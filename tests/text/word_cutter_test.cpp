#include "text/word_cutter.h"

#include <gtest/gtest.h>

#include "text_case.h"

namespace article::text {
namespace {

std::string cut(std::string_view text, float em, float first_em) {
  tests::FixedWidthTextHost host;
  SegmentStore store(host);
  std::vector<Item> items = items_of(text, store, "en", TextKind::Body);
  store.measure();
  const std::vector<Item> before = items;
  const bool any = cut_long_words(store, text, items, CssPx(em * kEm), CssPx(first_em * kEm));
  std::string out = any ? "" : "whole: ";
  for (const Item& item : items) {
    out += store[item.segment].text;
    out += '_';
  }
  out.pop_back();
  join_cut_words(store, text, items);
  EXPECT_EQ(items.size(), before.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    EXPECT_EQ(items[i].segment, before[i].segment);
    EXPECT_EQ(items[i].break_after, before[i].break_after);
  }
  return out;
}

TEST(WordCutter, CutsWordsWiderThanALine) {
  struct Case {
    std::string_view text;
    float em;
    float first_em;
    std::string_view pieces;
    std::string_view rule;
  };
  const Case cases[] = {
      {"abcd", 2, 2, "whole: abcd", "CSS Text 3 #overflow-wrap-property"},
      {"abcde", 2, 2, "abc_-_de", "CSS Text 3 #overflow-wrap-property"},
      {"abcdef ab", 2, 1, "a_-_bcd_-_ef_ _ab", "CSS Text 3 #overflow-wrap-property, indent"},
      {"a bcdefg", 2, 1, "a_ _bcd_-_efg", "CSS Text 3 #overflow-wrap-property"},
      {"e\u0301e\u0301e\u0301", 1, 1, "e\u0301_-_e\u0301e\u0301", "UAX #29 GB9"},
      {"中\u2060abcdef", 3, 3, "中_ _abc_-_def", "UAX #14 LB11: what goes before takes room"},
      {"中\u2060abcd", 2.5F, 2.5F, "中_ _ab_-_cd", "UAX #14 LB11: fits only without it"},
      {"a/bcde", 2, 2, "a/bc_de", "house rule, no hyphen in an address"},
      {"12345", 2, 2, "1234_5", "house rule, no hyphen in a number"},
      {"abc", 0.1F, 0.1F, "a_b_c", "a cluster stands alone however wide"}};
  for (const Case& c : cases) EXPECT_EQ(cut(c.text, c.em, c.first_em), c.pieces) << c.rule;
}

/// Every cluster alone is narrower than in its word, as Arabic's may be.
class Joining : public tests::FixedWidthTextHost {
 public:
  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override {
    FixedWidthTextHost::measure(requests, out);
    for (std::size_t i = 0; i < requests.size(); ++i)
      if (requests[i].text.size() > 1) out[i].advance *= 1.25F;
  }
};

TEST(WordCutter, CorrectsItsGuessByWhatPiecesMeasure) {
  Joining host;
  SegmentStore store(host);
  const std::string_view text = "abcdefgh";
  std::vector<Item> items = items_of(text, store, "en", TextKind::Body);
  store.measure();
  ASSERT_TRUE(cut_long_words(store, text, items, CssPx(2 * kEm), CssPx(2 * kEm)));
  for (const Item& item : items) EXPECT_LE(store[item.segment].metrics.advance, 2 * kEm);
}

}  // namespace
}  // namespace article::text
