#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "host/units.h"
#include "text/paragraph.h"

namespace article::viewer {

/// FNV-1a over all that is added: equal contents, equal numbers.
class Fingerprint {
 public:
  void add(std::integral auto value) { mix(static_cast<std::uint64_t>(value)); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void add(Enum value) { mix(static_cast<std::uint64_t>(value)); }
  void add(CssPx length) { mix(std::bit_cast<std::uint32_t>(length.value)); }
  void add(const Rect& rect) {
    for (const CssPx side : {rect.x, rect.y, rect.width, rect.height}) add(side);
  }
  void add(const text::Line& line) {
    add(line.first);
    add(line.last);
    add(line.indent);
    add(line.width);
  }
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
    mix(text.size());
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(std::uint64_t value) { value_ = (value_ ^ value) * 0x100000001B3ULL; }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

}  // namespace article::viewer
