#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace article::fuzz {

/// What an input's bytes decide, one after the other; once they are used up, always the first
/// of what there is to choose from.
class Choices {
 public:
  Choices(const std::uint8_t* bytes, std::size_t size)
      : rest_(reinterpret_cast<const char*>(bytes), size) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  /// 0 to 255.
  std::uint32_t byte() {
    if (rest_.empty()) return 0;
    const auto taken = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return taken;
  }
  /// 0 to `count` - 1, of 256 at most.
  std::uint32_t below(std::uint32_t count) { return byte() % count; }
  bool flag() { return below(2) == 1; }
  /// From `least` to `most`, in 65,536 steps.
  float between(float least, float most) {
    const std::uint32_t share = byte() * 256 + byte();
    return least + (most - least) * static_cast<float>(share) / 65535.0F;
  }
  template <typename T, std::size_t n>
  const T& of(const T (&all)[n]) {
    return all[below(n)];
  }
  /// What is not used yet.
  [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace article::fuzz
