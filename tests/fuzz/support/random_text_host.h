#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string_view>

#include "host/text_host.h"

namespace article::fuzz {

/// A font that no one would draw, but the same whenever it is asked: widths and ink of each text
/// are random by its bytes, its style and `seed`.
class RandomTextHost : public host::TextHost {
 public:
  explicit RandomTextHost(std::uint32_t seed) : seed_(seed) {}

  void define_style(host::StyleId id, const host::TextStyle& style) override {
    if (id.value < kStyles) sizes_[id.value] = style.size.value;
  }
  host::FontMetrics font_metrics(host::StyleId id) override {
    return {.ascent = size_of(id), .descent = size_of(id) / 4};
  }

  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override {
    for (std::size_t i = 0; i < requests.size(); ++i) out[i] = metrics_of(requests[i]);
  }

  /// Any character may begin a word.
  void find_words(std::string_view text, std::span<std::uint8_t> starts) override {
    for (std::size_t at = 0; at < text.size(); ++at)
      if ((text[at] & 0xC0) != 0x80) starts[at] = hash(text.substr(at, 3), 0) % 3 == 0;
  }

 private:
  static constexpr std::size_t kStyles = 64;

  [[nodiscard]] float size_of(host::StyleId id) const {
    return id.value < kStyles ? sizes_[id.value] : 16.0F;
  }

  /// FNV-1a.
  [[nodiscard]] std::uint32_t hash(std::string_view text, std::uint32_t salt) const {
    std::uint32_t number = (2166136261U ^ seed_) * 16777619U ^ salt;
    for (const char c : text) number = (number ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return number ^ number >> 15U;
  }
  /// From `least` to `most`.
  [[nodiscard]] float number(const host::MeasureRequest& request, std::uint32_t salt, float least,
                             float most) const {
    const std::uint32_t steps = hash(request.text, request.style.value * 8 + salt) % 65U;
    return least + (most - least) * static_cast<float>(steps) / 64;
  }

  /// A text is at most 2 em wide, and every eighth has no width; ink may stand out of it.
  [[nodiscard]] host::SegmentMetrics metrics_of(const host::MeasureRequest& request) const {
    const float em = size_of(request.style);
    host::SegmentMetrics made;
    made.advance = hash(request.text, 7) % 8 == 0 ? 0 : number(request, 0, 0, 2 * em);
    made.left = number(request, 1, -em / 4, em);
    made.right = made.left + number(request, 2, 0, 2 * em);
    made.top = -em;
    made.bottom = em / 4;
    return made;
  }

  std::uint32_t seed_;
  float sizes_[kStyles] = {};
};

}  // namespace article::fuzz
