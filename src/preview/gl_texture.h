#pragma once

#include <cstdint>

#include "host/raster_host.h"

namespace article::preview {

/// A texture of straight-alpha RGBA pixels, sampled linearly. Needs the
/// context it was made in to be current whenever it is touched.
class GlTexture {
 public:
  GlTexture() = default;
  /// @param rgba `width` by `height` pixels, rows without gaps.
  GlTexture(int width, int height, const std::uint8_t* rgba);
  ~GlTexture();
  GlTexture(GlTexture&& other) noexcept;
  GlTexture& operator=(GlTexture&& other) noexcept;

  /// 0 where the driver had no room for it.
  [[nodiscard]] host::TextureId id() const { return {name_}; }

  /// Replaces a rectangle. @param rgba its first pixel; rows are
  /// `pixels_per_row` pixels apart.
  void upload(int x, int y, int width, int height, const std::uint8_t* rgba, int pixels_per_row);

 private:
  std::uint32_t name_ = 0;
};

}  // namespace article::preview
