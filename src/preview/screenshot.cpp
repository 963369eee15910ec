#include "preview/screenshot.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "preview/glib_ptr.h"
#include "preview/offscreen_target.h"
#include "preview/stage.h"
#include "preview/surfaceless_context.h"

namespace article::preview {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kLongestWait{10};
/// The atlas is made for the text of a screen: what is drawn at once is no
/// larger than one.
constexpr int kStripPixels = 1'500'000;
constexpr int kLowestStrip = 64;
constexpr int kHighestStrip = 2048;
constexpr Milliseconds kFrameTime{16};
constexpr int kMostFrames = 240;
constexpr int kBitsPerChannel = 8;

int device_pixels(CssPx length, PixelRatio ratio) {
  return static_cast<int>(std::ceil(to_device(length, ratio).value - 0.01F));
}

/// Loads the pictures of the first `height`, 0 for all. A picture that fails
/// may move others into sight: asks until nothing changes.
void load_pictures(Stage& stage, CssPx height) {
  const auto until = steady_clock::now() + kLongestWait;
  PictureStore& pictures = stage.pictures();
  for (;;) {
    const CssPx content = stage.viewer().layout();
    stage.viewer().set_near(CssPx(0), height > CssPx(0) ? height : max(content, CssPx(1)));
    const bool changed = pictures.serve(stage.viewer());
    if (pictures.loading() > 0 ? !pictures.wait(until) : !changed) break;
  }
  for (const std::string& fault : pictures.take_faults())
    std::fprintf(stderr, "preview: %s\n", fault.c_str());
  if (pictures.loading() > 0)
    std::fprintf(stderr, "preview: pictures that did not arrive within 10 s: %zu\n",
                 pictures.loading());
}

/// Lets motion come to rest, without waiting for it. @return the time then.
Milliseconds settle(viewer::Viewer& viewer, int width) {
  Milliseconds now(0);
  for (int i = 0; i < kMostFrames; ++i, now = now + kFrameTime) {
    (void)viewer.frame({.width = width, .height = 1}, now);
    if (!viewer.needs_frame()) break;
  }
  return now;
}

/// Draws strip after strip, as the image may be higher than a texture.
/// @return why that failed; "" where it did not.
std::string draw(Stage& stage, Milliseconds now, GdkPixbuf* image) {
  const int width = gdk_pixbuf_get_width(image);
  const int height = gdk_pixbuf_get_height(image);
  const int stride = gdk_pixbuf_get_rowstride(image);
  guint8* pixels = gdk_pixbuf_get_pixels(image);
  const int strip = std::min(height, std::clamp(kStripPixels / width, kLowestStrip, kHighestStrip));
  const OffscreenTarget target(width, strip);
  if (!target.complete()) return "the graphics can't draw an image that wide";
  for (int y = 0; y < height; y += strip) {
    const PixelRatio ratio = stage.settings().ratio;
    const viewer::Viewer::View view{
        .origin = {CssPx(0), CssPx(static_cast<float>(y) / ratio.value)},
        .width = width,
        .height = strip,
        .ratio = ratio};
    stage.renderer().clear(width, strip, stage.settings().palette.paper);
    stage.renderer().draw(stage.viewer().frame(view, now), 0, width, strip);
    target.read(std::min(strip, height - y), pixels + static_cast<std::ptrdiff_t>(y) * stride,
                stride);
  }
  return {};
}

}  // namespace

std::string take_screenshot(const Options& options) {
  const SurfacelessContext context;
  if (!context.error().empty()) return context.error();
  Stage stage([] {});
  if (!stage.works()) return "Dear ImGui can't use this OpenGL";
  const PixelRatio ratio = options.ratio.value_or(PixelRatio{1});
  stage.set_width(options.width);
  stage.set_ratio(ratio);
  stage.set_dark(options.dark);
  const Result<std::string> headline = stage.load(options.location);
  if (!headline) return options.location + ": " + headline.error;

  load_pictures(stage, options.size ? CssPx(options.size->height) : CssPx(0));
  const int width = std::max(1, device_pixels(options.width, ratio));
  const Milliseconds now = settle(stage.viewer(), width);
  const CssPx content = options.size ? CssPx(options.size->height) : stage.viewer().layout();
  const int height = std::max(1, device_pixels(content, ratio));
  const GObjectPtr<GdkPixbuf> image(
      gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, kBitsPerChannel, width, height));
  if (!image) return "no memory for the image";
  std::string fault = draw(stage, now, image.get());
  if (!fault.empty()) return fault;
  GError* error = nullptr;
  if (!gdk_pixbuf_save(image.get(), options.screenshot.c_str(), "png", &error, nullptr)) {
    const GErrorPtr owned(error);
    return owned->message;
  }
  return {};
}

}  // namespace article::preview
