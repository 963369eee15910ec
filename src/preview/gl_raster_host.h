#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "host/raster_host.h"
#include "preview/gl_texture.h"
#include "preview/pango_text_host.h"

namespace article::preview {

/// Pages of rasterised segments as OpenGL textures. A page's pixels are kept
/// in memory too, from where rectangles are uploaded. Masks are white, with
/// their coverage in alpha, so that one kind of drawing serves masks and
/// emoji: colour times texture.
class GlRasterHost : public host::RasterHost {
 public:
  /// @param text viewed as long as this lives.
  explicit GlRasterHost(PangoTextHost& text) : text_(text) {}

  [[nodiscard]] host::TextureId create_page(std::uint16_t width, std::uint16_t height) override;
  void rasterise(std::span<const host::RasterJob> jobs,
                 std::span<const host::UploadRect> uploads) override;

 private:
  struct Page {
    GlTexture texture;
    int width = 0;
    std::vector<std::uint8_t> rgba;
  };
  void draw(Page& page, const host::RasterJob& job);

  PangoTextHost& text_;
  std::vector<Page> pages_;
};

}  // namespace article::preview
