#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace article::text {

/// Numbers in LEB128, which the compiler writes: small ones take a byte.
template <std::size_t kCapacity>
struct PackedNumbers {
  std::array<std::uint8_t, kCapacity> bytes{};
  std::size_t size = 0;  ///< of them

  constexpr void add(std::uint32_t number) {
    for (; number >= 0x80; number >>= 7) bytes[size++] = static_cast<std::uint8_t>(number | 0x80);
    bytes[size++] = static_cast<std::uint8_t>(number);
  }
};

/// The number at `byte`, which goes on to the next.
inline std::uint32_t unpack(const std::uint8_t*& byte) {
  std::uint32_t number = 0;
  unsigned shift = 0;
  for (; *byte >= 0x80; shift += 7) number |= (*byte++ & 0x7FU) << shift;
  return number | static_cast<std::uint32_t>(*byte++) << shift;
}

}  // namespace article::text
