#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "fuzz/support/promise.h"
#include "host/raster_host.h"

namespace article::fuzz {

/// A raster host that draws nothing, and holds that what it is asked for lies in its pages.
class BlindRasterHost : public host::RasterHost {
 public:
  host::TextureId create_page(std::uint16_t width, std::uint16_t height) override {
    if (refuse_pages) return {};
    pages_.emplace_back(width, height);
    return {static_cast<std::uint32_t>(pages_.size())};
  }

  void rasterise(std::span<const host::RasterJob> jobs,
                 std::span<const host::UploadRect> uploads) override {
    for (const host::RasterJob& job : jobs) expect_within(job);
    for (const host::UploadRect& upload : uploads) expect_within(upload);
  }

  /// As a lost context: pages are numbered from 0 again.
  void lose_pages() { pages_.clear(); }

  bool refuse_pages = false;

 private:
  template <typename Area>
  void expect_within(const Area& area) const {
    promise(area.page < pages_.size() && area.x + area.width <= pages_[area.page].first &&
                area.y + area.height <= pages_[area.page].second,
            "what is drawn lies in a page");
  }

  std::vector<std::pair<std::uint16_t, std::uint16_t>> pages_;
};

}  // namespace article::fuzz
