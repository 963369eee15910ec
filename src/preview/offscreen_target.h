#pragma once

#include <cstdint>

#include "preview/gl_texture.h"

namespace article::preview {

/// A framebuffer that is read back; bound as long as it lives.
class OffscreenTarget {
 public:
  /// @param width, height device px.
  OffscreenTarget(int width, int height);
  ~OffscreenTarget();
  OffscreenTarget(const OffscreenTarget&) = delete;
  OffscreenTarget& operator=(const OffscreenTarget&) = delete;

  /// Whether the driver made it.
  [[nodiscard]] bool complete() const { return complete_; }

  /// Reads its upper `rows` rows as RGB.
  /// @param rgb the first row, top one first; rows are `row_bytes` apart.
  void read(int rows, std::uint8_t* rgb, int row_bytes) const;

 private:
  int width_;
  int height_;
  GlTexture texture_;
  std::uint32_t framebuffer_ = 0;
  bool complete_ = false;
};

}  // namespace article::preview
