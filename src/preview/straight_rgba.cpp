#include "preview/straight_rgba.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace article::preview {
namespace {

constexpr std::size_t kBytesPerPixel = 4;

}  // namespace

void to_straight_rgba(const unsigned char* argb, std::uint8_t* rgba, int width) {
  for (int i = 0; i < width; ++i, argb += kBytesPerPixel, rgba += kBytesPerPixel) {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, argb, sizeof pixel);
    const std::uint32_t alpha = pixel >> 24;
    const auto straight = [alpha](std::uint32_t channel) {
      // What is transparent is white, so that a mask's edge stays white where
      // it is sampled between pixels.
      if (alpha == 0) return std::uint8_t{255};
      return static_cast<std::uint8_t>(std::min(255U, (channel * 255 + alpha / 2) / alpha));
    };
    rgba[0] = straight(pixel >> 16 & 0xFF);
    rgba[1] = straight(pixel >> 8 & 0xFF);
    rgba[2] = straight(pixel & 0xFF);
    rgba[3] = static_cast<std::uint8_t>(alpha);
  }
}

}  // namespace article::preview
