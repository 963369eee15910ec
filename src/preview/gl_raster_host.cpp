#include "preview/gl_raster_host.h"

#include <cassert>
#include <cstddef>
#include <cstring>
#include <utility>

#include "preview/straight_rgba.h"

namespace article::preview {
namespace {

constexpr std::size_t kBytesPerPixel = 4;

}  // namespace

host::TextureId GlRasterHost::create_page(std::uint16_t width, std::uint16_t height) {
  Page page;
  page.width = width;
  page.rgba.assign(std::size_t{width} * height * kBytesPerPixel, 0);
  page.texture = GlTexture(width, height, page.rgba.data());
  const host::TextureId id = page.texture.id();
  if (id != host::TextureId{}) pages_.push_back(std::move(page));
  return id;
}

void GlRasterHost::draw(Page& page, const host::RasterJob& job) {
  const auto row = [&](int y) {
    return page.rgba.data() +
           (static_cast<std::size_t>(job.y + y) * static_cast<std::size_t>(page.width) + job.x) *
               kBytesPerPixel;
  };
  if (job.text.empty()) {
    for (int y = 0; y < job.height; ++y)
      std::memset(row(y), 255, std::size_t{job.width} * kBytesPerPixel);
    return;
  }
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, job.width, job.height);
  cairo_t* target = cairo_create(surface);
  text_.draw(target, job);
  cairo_destroy(target);
  cairo_surface_flush(surface);
  const unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; pixels != nullptr && y < job.height; ++y)
    to_straight_rgba(pixels + static_cast<std::ptrdiff_t>(y) * stride, row(y), job.width);
  cairo_surface_destroy(surface);
}

void GlRasterHost::rasterise(std::span<const host::RasterJob> jobs,
                             std::span<const host::UploadRect> uploads) {
  for (const host::RasterJob& job : jobs) {
    assert(job.page < pages_.size());
    draw(pages_[job.page], job);
  }
  for (const host::UploadRect& rect : uploads) {
    assert(rect.page < pages_.size());
    Page& page = pages_[rect.page];
    const std::size_t first =
        (static_cast<std::size_t>(rect.y) * static_cast<std::size_t>(page.width) + rect.x) *
        kBytesPerPixel;
    page.texture.upload(rect.x, rect.y, rect.width, rect.height, page.rgba.data() + first,
                        page.width);
  }
}

}  // namespace article::preview
