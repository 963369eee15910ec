// Two of libunibreak's tables, packed by the compiler from its own data files
// and unpacked when the program starts: as it has them, at twelve bytes a
// range, they are a quarter of the tables that a reader's browser fetches.
// tests/text/unicode_tables_test.cpp compares each code point with the originals.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

extern "C" {
#include <eastasianwidthdef.h>
// Declared constant there, filled here.
#define lb_prop_supplementary lb_prop_supplementary_declared
#define lb_prop_supplementary_len lb_prop_supplementary_len_declared
#include <linebreakdef.h>
#undef lb_prop_supplementary
#undef lb_prop_supplementary_len
}

#include "text/packed_numbers.h"

namespace {

using article::text::PackedNumbers;
using article::text::unpack;

namespace original {
#define const constexpr
#include <eastasianwidthdata.c>  // NOLINT(bugprone-suspicious-include)
#include <linebreakdata.c>       // NOLINT(bugprone-suspicious-include)
#undef const
}  // namespace original

/// Ranges in columns, which compress better than rows; each begins `gap` after
/// the end of the one before.
template <std::size_t kCapacity>
struct Packed {
  PackedNumbers<kCapacity * 3> gaps;
  PackedNumbers<kCapacity * 3> lengths;  ///< less one
  std::array<std::uint8_t, kCapacity> values{};
  std::size_t count = 0;
};

/// What `value_of` makes of each entry. Alike neighbours become one range, those
/// of value `kNone` are left out.
template <auto kNone, class Entry, std::size_t kSize, class ValueOf>
constexpr auto pack(const Entry (&table)[kSize], ValueOf value_of) {
  Packed<kSize> packed;
  std::uint32_t end = 0;  // behind the last range
  for (std::size_t i = 0; i < kSize;) {
    const auto value = value_of(table[i].prop);
    const std::uint32_t start = table[i].start;
    std::uint32_t last = table[i].end;
    for (++i; i < kSize && table[i].start == last + 1 && value_of(table[i].prop) == value; ++i)
      last = table[i].end;
    if (value == kNone) continue;
    packed.gaps.add(start - end);
    packed.lengths.add(last - start);
    packed.values[packed.count++] = value;
    end = last + 1;
  }
  return packed;
}

constexpr bool has_no_class(LineBreakClass value) {
  return value == LBP_AL || value == LBP_XX || value == LBP_Undefined;
}

/// Without a class is what counts as a letter (UAX #14 LB1).
constexpr auto kBreaks = pack<LBP_XX>(original::lb_prop_supplementary, [](LineBreakClass value) {
  return has_no_class(value) ? LBP_XX : value;
});
constexpr auto kWidths = pack<EAW_N>(original::eaw_prop, [](EastAsianWidthClass value) {
  return value == EAW_F || value == EAW_H || value == EAW_W ? EAW_W : EAW_N;
});

template <class Entry, std::size_t kCount>
struct Unpacked {
  std::array<Entry, kCount> ranges;

  template <std::size_t kCapacity>
  explicit Unpacked(const Packed<kCapacity>& packed) {
    std::uint32_t end = 0;
    const std::uint8_t* gap = packed.gaps.bytes.data();
    const std::uint8_t* length = packed.lengths.bytes.data();
    for (std::size_t i = 0; i < kCount; ++i) {
      const std::uint32_t start = end + unpack(gap);
      end = start + unpack(length) + 1;
      ranges[i] = {start, end - 1, static_cast<decltype(Entry::prop)>(packed.values[i])};
    }
  }
};

const Unpacked<EastAsianWidthProperties, kWidths.count> widths(kWidths);

}  // namespace

extern "C" {

Unpacked<LineBreakProperties, kBreaks.count> lb_prop_supplementary(kBreaks);
/// It searches one range less.
extern const unsigned int lb_prop_supplementary_len;
const unsigned int lb_prop_supplementary_len = kBreaks.count + 1;

/// EAW_W where it is F, H or W, else EAW_N: UAX #14 and we ask for no more.
EastAsianWidthClass ub_get_char_eaw_class(utf32_t c) {
  const auto after =
      std::ranges::upper_bound(widths.ranges, c, {}, &EastAsianWidthProperties::start);
  if (after == widths.ranges.begin()) return EAW_N;
  const EastAsianWidthProperties& range = *std::prev(after);
  return c <= range.end ? range.prop : EAW_N;
}

}  // extern "C"
