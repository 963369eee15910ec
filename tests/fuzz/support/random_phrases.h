#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/utf8.h"

namespace article::fuzz {

/// A model of phrases of the characters of one text, packed as tools/pack-phrases.mjs does; what
/// stands around a place weighs something random by `seed`.
class RandomPhrases {
 public:
  RandomPhrases(std::string_view text, std::uint32_t seed) : random_(seed) {
    const std::vector<std::uint32_t> all = characters(text);
    std::vector<std::uint32_t> known = all;
    sort(known);
    for (const std::uint32_t one : {1U, below(2), below(2000), kLeast}) number(one);
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t c : all)
      numbers.push_back(
          static_cast<std::uint32_t>(std::ranges::lower_bound(known, c) - known.begin()));
    const auto count = static_cast<std::uint32_t>(known.size());
    add(known, 6);
    add(neighbours(numbers, 2, count), 3);
    add(neighbours(numbers, 3, count), 4);
    for (const std::uint32_t weight : weights_) digit(weight / kRadix);
    for (const std::uint32_t weight : weights_) digit(weight % kRadix);
  }

  [[nodiscard]] std::string_view packed() const { return packed_; }

 private:
  static constexpr std::uint32_t kRadix = 91;
  static constexpr std::uint32_t kHalf = 45;
  static constexpr std::uint32_t kLeast = 2000;  ///< weights are from -2000 to 2000

  /// Numerical Recipes' generator.
  std::uint32_t below(std::uint32_t count) {
    random_ = random_ * 1664525U + 1013904223U;
    return (random_ >> 8U) % count;
  }

  static std::vector<std::uint32_t> characters(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (std::size_t at = 0; at < text.size();) {
      const document::CodePoint c = document::code_point_at(text, at);
      out.push_back(c.value);
      at += c.bytes;
    }
    return out;
  }

  static void sort(std::vector<std::uint32_t>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }

  /// Half of the sequences of so many characters that the text has, each as one number.
  std::vector<std::uint32_t> neighbours(const std::vector<std::uint32_t>& numbers,
                                        std::size_t length, std::uint32_t radix) {
    std::vector<std::uint32_t> out;
    for (std::size_t end = length; end <= numbers.size(); ++end) {
      std::uint32_t one = 0;
      for (std::size_t i = end - length; i < end; ++i) one = one * radix + numbers[i];
      if (below(2) == 1) out.push_back(one);
    }
    sort(out);
    return out;
  }

  /// Features of an order, each in some of its places.
  void add(const std::vector<std::uint32_t>& features, std::uint32_t places) {
    number(static_cast<std::uint32_t>(features.size()));
    std::uint32_t before = 0;
    for (const std::uint32_t feature : features) {
      number(feature - before);
      before = feature;
    }
    for (std::size_t i = 0; i < features.size(); ++i) {
      const std::uint32_t bits = below(1U << places);
      digit(bits);
      for (std::uint32_t place = 0; place < places; ++place)
        if ((bits >> place & 1U) == 1) weights_.push_back(below(2 * kLeast + 1));
    }
  }

  void digit(std::uint32_t value) {
    packed_ += static_cast<char>(value + (value < '\\' - '#' ? '#' : '#' + 1));
  }
  void number(std::uint32_t value) {
    for (; value >= kHalf; value = (value - kHalf) / (kRadix - kHalf))
      digit(kHalf + (value - kHalf) % (kRadix - kHalf));
    digit(value);
  }

  std::uint32_t random_;
  std::string packed_;
  std::vector<std::uint32_t> weights_;
};

}  // namespace article::fuzz
