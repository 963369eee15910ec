// SheenBidi's table of bidirectional types (UAX #9), packed by the compiler from
// its own data file: as it has it, in blocks of sixteen, a browser would fetch
// half as much again. tests/text/bidi_types_test.cpp compares each code point
// with the original.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

extern "C" {
#include <Data/BidiTypeLookup.h>
}

#include "text/packed_numbers.h"

namespace {

using article::text::PackedNumbers;
using article::text::unpack;

namespace original {
#define LookupBidiType lookup
#define const constexpr
#include <Data/BidiTypeLookup.c>  // NOLINT(bugprone-suspicious-include)
#undef const
#undef LookupBidiType
}  // namespace original

/// Neighbours of one type are one run; of the runs types and lengths stand apart,
/// which compresses better.
struct Runs {
  static constexpr std::size_t kCapacity = 1536;
  std::array<std::uint32_t, kCapacity> lengths{};
  std::array<std::uint8_t, kCapacity> types{};
  std::size_t count = 0;

  constexpr void add(std::uint8_t type, std::uint32_t length) {
    if (count > 0 && types[count - 1] == type) {
      lengths[count - 1] += length;
      return;
    }
    types[count] = type;
    lengths[count++] = length;
  }
};

/// What tells uniform parts of the table apart: all of one type, as most of Unicode is.
struct Uniform {
  bool known = false;
  std::uint32_t at = 0;
  [[nodiscard]] constexpr bool is(std::uint32_t other) const { return known && at == other; }
};

constexpr Runs pack() {
  constexpr std::uint32_t kBlock = 16;
  constexpr std::uint32_t kBranch = 64;  // blocks
  const auto& types = original::PrimaryBidiTypeData;
  Runs runs;
  Uniform branch;
  Uniform block;
  for (const std::uint32_t first : original::BranchBidiTypeIndexes) {
    const std::uint8_t type = types[original::MainBidiTypeIndexes[first]];
    if (branch.is(first)) {
      runs.add(type, kBranch * kBlock);
      continue;
    }
    branch = {true, first};
    for (std::uint32_t i = 0; i < kBranch; ++i) {
      const std::uint32_t at = original::MainBidiTypeIndexes[first + i];
      branch.known = branch.known && at == original::MainBidiTypeIndexes[first];
      if (block.is(at)) {
        runs.add(types[at], kBlock);
        continue;
      }
      block = {true, at};
      for (std::uint32_t j = 0; j < kBlock; ++j) {
        block.known = block.known && types[at + j] == types[at];
        runs.add(types[at + j], 1);
      }
    }
    branch.known = branch.known && block.known;
  }
  return runs;
}

constexpr Runs kPacked = pack();

constexpr auto kTypes = [] {
  std::array<std::uint8_t, kPacked.count> kept{};
  std::copy_n(kPacked.types.begin(), kept.size(), kept.begin());
  return kept;
}();

constexpr auto kLengths = [] {
  PackedNumbers<kPacked.count * 2> packed;
  for (std::size_t i = 0; i < kPacked.count; ++i) packed.add(kPacked.lengths[i]);
  return packed;
}();

/// Where each run ends, so that a code point is found in a few steps.
struct Ends {
  std::array<std::uint32_t, kPacked.count> behind;
  Ends() {
    std::uint32_t end = 0;
    const std::uint8_t* length = kLengths.bytes.data();
    for (std::uint32_t& here : behind) here = end += unpack(length);
  }
};
const Ends ends;

}  // namespace

extern "C" SBBidiType LookupBidiType(SBCodepoint codepoint) {
  const auto run = std::ranges::upper_bound(ends.behind, codepoint);
  if (run == ends.behind.end()) return SBBidiTypeON;
  return kTypes[static_cast<std::size_t>(run - ends.behind.begin())];
}
