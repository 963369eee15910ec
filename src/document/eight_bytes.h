#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Text that is looked through eight bytes at a time, in the bits of one number.
namespace article::document {

inline constexpr std::uint64_t kOnes = 0x0101010101010101;  ///< the lowest bit of each byte
inline constexpr std::uint64_t kHighs = kOnes << 7;         ///< the highest one

/// The eight bytes at `at`, which the text has.
[[nodiscard]] inline std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, 8);
  return bytes;
}

}  // namespace article::document
