#include <cstddef>
#include <ios>
#include <span>

#include <gtest/gtest.h>

extern "C" {
#include <eastasianwidthdef.h>
#include <linebreak.h>
#include <linebreakdef.h>
}

namespace {

namespace original {
#include <eastasianwidthdata.c>
#include <linebreakdata.c>
}  // namespace original

/// Reads a table in order of code points.
template <class Entry>
class Walk {
 public:
  explicit Walk(std::span<const Entry> table) : table_(table) {}
  /// @param c no smaller than before.
  decltype(Entry::prop) at(utf32_t c, decltype(Entry::prop) otherwise) {
    while (next_ < table_.size() && table_[next_].end < c) ++next_;
    return next_ < table_.size() && table_[next_].start <= c ? table_[next_].prop : otherwise;
  }

 private:
  std::span<const Entry> table_;
  std::size_t next_ = 0;
};

TEST(UnicodeTables, GiveEachCodePointItsClass) {
  const LineBreakContext context{};
  Walk<LineBreakProperties> expected(original::lb_prop_supplementary);
  // Without a class, a code point is a letter (UAX #14 LB1).
  const auto resolved = [](LineBreakClass value) { return value == LBP_XX ? LBP_AL : value; };
  for (utf32_t c = 0x10000; c <= 0x10FFFF; ++c)
    ASSERT_EQ(resolved(lb_get_char_class(&context, c)), resolved(expected.at(c, LBP_XX)))
        << std::hex << c;
}

TEST(UnicodeTables, KnowWhatIsWide) {
  Walk<EastAsianWidthProperties> expected(original::eaw_prop);
  for (utf32_t c = 0; c <= 0x10FFFF; ++c) {
    const EastAsianWidthClass width = expected.at(c, EAW_N);
    const bool wide = width == EAW_F || width == EAW_H || width == EAW_W;
    ASSERT_EQ(ub_get_char_eaw_class(c), wide ? EAW_W : EAW_N) << std::hex << c;
  }
}

}  // namespace
