#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/raster_host.h"
#include "host/text_host.h"

/// The hosts of the core in a browser: each call is passed on to JavaScript
/// as arrays of 32-bit words, laid out in web/core.h.
namespace article::web {

class WebTextHost : public host::TextHost {
 public:
  void define_style(host::StyleId id, const host::TextStyle& style) override;
  [[nodiscard]] host::FontMetrics font_metrics(host::StyleId id) override;
  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override;
  [[nodiscard]] host::SegmentMetrics measure_with_ink(const host::MeasureRequest& request) override;
  void find_words(std::string_view text, std::span<std::uint8_t> starts) override;

 private:
  void measure(std::span<const host::MeasureRequest> requests, bool ink,
               std::span<host::SegmentMetrics> out);

  std::vector<std::uint32_t> words_;
  std::string texts_;
};

class WebRasterHost : public host::RasterHost {
 public:
  [[nodiscard]] host::TextureId create_page(std::uint16_t width, std::uint16_t height) override;
  void rasterise(std::span<const host::RasterJob> jobs,
                 std::span<const host::UploadRect> uploads) override;

 private:
  std::vector<std::uint32_t> jobs_;
  std::string texts_;
  std::vector<std::uint32_t> uploads_;
};

}  // namespace article::web
