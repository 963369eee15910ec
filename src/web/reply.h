#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace article::web {

/// Numbers and strings on their way to JavaScript. Strings are copied, so
/// that a reply does not depend on what the next line of C++ does.
class Reply {
 public:
  void begin() {
    words_.clear();
    strings_.clear();
    places_.clear();
  }
  void number(std::uint32_t value) { words_.push_back(value); }
  void integer(std::int32_t value) { number(static_cast<std::uint32_t>(value)); }
  void real(float value) { number(std::bit_cast<std::uint32_t>(value)); }
  void address(const void* at) {
    number(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(at)));
  }
  void string(std::string_view text) {
    places_.push_back({words_.size(), strings_.size()});
    strings_ += text;
    number(0);
    number(static_cast<std::uint32_t>(text.size()));
  }
  /// Puts in the addresses, which hold only once all strings are there.
  void end() {
    for (const auto& [word, offset] : places_)
      words_[word] =
          static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(strings_.data() + offset));
  }
  [[nodiscard]] const std::vector<std::uint32_t>& words() const { return words_; }

 private:
  struct Place {
    std::size_t word;
    std::size_t offset;
  };
  std::vector<std::uint32_t> words_;
  std::string strings_;
  std::vector<Place> places_;
};

}  // namespace article::web
