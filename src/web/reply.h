#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace article::web {

/// Numbers and strings on their way to JavaScript, as web/core.h lays them out.
/// Strings are copied, so that a reply does not depend on what the next line of
/// C++ does.
class Reply {
 public:
  void begin() {
    words_.assign(2, 0);
    pool_.clear();
    units_ = 0;
  }
  void number(std::uint32_t value) { words_.push_back(value); }
  void integer(std::int32_t value) { number(static_cast<std::uint32_t>(value)); }
  void real(float value) { number(std::bit_cast<std::uint32_t>(value)); }
  void address(const void* at) { number(address_of(at)); }
  /// @param text UTF-8.
  void string(std::string_view text) {
    std::uint32_t units = 0;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xC0U) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    number(units_);
    number(units);
    units_ += units;
    pool_ += text;
  }
  /// Tells where the pool is, which holds only once all strings are there.
  void end() {
    words_[0] = address_of(pool_.data());
    words_[1] = static_cast<std::uint32_t>(pool_.size());
  }
  [[nodiscard]] const std::vector<std::uint32_t>& words() const { return words_; }

 private:
  static std::uint32_t address_of(const void* at) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at));
  }
  std::vector<std::uint32_t> words_ = {0, 0};
  std::string pool_;
  std::uint32_t units_ = 0;  ///< UTF-16 units in the pool
};

}  // namespace article::web
