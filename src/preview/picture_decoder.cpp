#include "preview/picture_decoder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "preview/glib_ptr.h"

namespace article::preview {
namespace {

using Answer = Result<DecodedPicture>;

/// Pixels of a file beyond which it is not decoded.
constexpr std::int64_t kMostPixels = 100'000'000;

struct Wanted {
  int cover_width = 0;
  int cover_height = 0;
  int natural_width = 0;
  int natural_height = 0;
  bool too_large = false;
};

struct Size {
  int width = 0;
  int height = 0;
};

/// The natural size scaled so that it just covers, but never up.
Size covering(int width, int height, int cover_width, int cover_height) {
  const double scale = std::max(static_cast<double>(cover_width) / width,
                                static_cast<double>(cover_height) / height);
  if (scale >= 1) return {width, height};
  return {std::max(1, static_cast<int>(std::lround(width * scale))),
          std::max(1, static_cast<int>(std::lround(height * scale)))};
}

/// The file's size is known, its orientation is not yet: what is decoded
/// serves both ways of turning it.
void size_prepared(GdkPixbufLoader* loader, int width, int height, void* user) {
  auto& wanted = *static_cast<Wanted*>(user);
  wanted.natural_width = width;
  wanted.natural_height = height;
  if (width <= 0 || height <= 0 || std::int64_t{width} * height > kMostPixels) {
    wanted.too_large = true;
    gdk_pixbuf_loader_set_size(loader, 1, 1);
    return;
  }
  const Size upright = covering(width, height, wanted.cover_width, wanted.cover_height);
  const Size turned = covering(width, height, wanted.cover_height, wanted.cover_width);
  const Size size = upright.width > turned.width ? upright : turned;
  if (size.width < width) gdk_pixbuf_loader_set_size(loader, size.width, size.height);
}

bool is_turned(GdkPixbuf* pixbuf) {
  const char* orientation = gdk_pixbuf_get_option(pixbuf, "orientation");
  return orientation != nullptr && std::atoi(orientation) >= 5;
}

std::string message_of(GError* error) {
  const GErrorPtr owned(error);
  return owned ? owned->message : "the picture can't be decoded";
}

/// Gives the loader all bytes and ends it, as has to be done in any case.
std::string feed(GdkPixbufLoader* loader, std::string_view bytes) {
  GError* error = nullptr;
  if (!gdk_pixbuf_loader_write(loader, reinterpret_cast<const guchar*>(bytes.data()), bytes.size(),
                               &error)) {
    gdk_pixbuf_loader_close(loader, nullptr);
    return message_of(error);
  }
  if (!gdk_pixbuf_loader_close(loader, &error)) return message_of(error);
  return {};
}

}  // namespace

Result<DecodedPicture> decode_picture(std::string_view bytes, int cover_width, int cover_height) {
  if (bytes.empty()) return Answer::failed("the picture is empty");
  Wanted wanted{.cover_width = cover_width, .cover_height = cover_height};
  const GObjectPtr<GdkPixbufLoader> loader(gdk_pixbuf_loader_new());
  g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(&size_prepared), &wanted);
  const std::string fault = feed(loader.get(), bytes);
  if (wanted.too_large) return Answer::failed("the picture has more than 100 million pixels");
  if (!fault.empty()) return Answer::failed(fault);
  GdkPixbuf* decoded = gdk_pixbuf_loader_get_pixbuf(loader.get());
  if (decoded == nullptr) return Answer::failed("the picture can't be decoded");

  DecodedPicture picture;
  picture.natural_width = wanted.natural_width;
  picture.natural_height = wanted.natural_height;
  if (is_turned(decoded)) std::swap(picture.natural_width, picture.natural_height);

  GObjectPtr<GdkPixbuf> pixbuf(gdk_pixbuf_apply_embedded_orientation(decoded));
  const Size size =
      covering(picture.natural_width, picture.natural_height, cover_width, cover_height);
  if (pixbuf && size.width < gdk_pixbuf_get_width(pixbuf.get()))
    pixbuf.reset(
        gdk_pixbuf_scale_simple(pixbuf.get(), size.width, size.height, GDK_INTERP_BILINEAR));
  if (pixbuf && gdk_pixbuf_get_has_alpha(pixbuf.get()) == FALSE)
    pixbuf.reset(gdk_pixbuf_add_alpha(pixbuf.get(), FALSE, 0, 0, 0));
  if (!pixbuf) return Answer::failed("no memory for the picture");

  picture.width = gdk_pixbuf_get_width(pixbuf.get());
  picture.height = gdk_pixbuf_get_height(pixbuf.get());
  const std::size_t row_bytes = static_cast<std::size_t>(picture.width) * 4;
  picture.rgba.resize(row_bytes * static_cast<std::size_t>(picture.height));
  const guint8* pixels = gdk_pixbuf_read_pixels(pixbuf.get());
  const int stride = gdk_pixbuf_get_rowstride(pixbuf.get());
  for (int y = 0; y < picture.height; ++y)
    std::memcpy(picture.rgba.data() + static_cast<std::size_t>(y) * row_bytes,
                pixels + static_cast<std::ptrdiff_t>(y) * stride, row_bytes);
  return Answer::of(std::move(picture));
}

}  // namespace article::preview
