#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "host/raster_host.h"

namespace article::tests {

/// A raster host that draws nothing and remembers all: the jobs and uploads of
/// each batch and, for each pixel of its pages, the job whose pixel it is. From
/// that it tells whether an upload carried pixels that its batch did not draw.
class RecordingRasterHost : public host::RasterHost {
 public:
  struct Job {
    host::RasterJob job;  ///< `text` is a view of the next field
    std::string text;
    std::uint32_t number = 0;  ///< from 1, over all batches
  };
  struct Page {
    host::TextureId texture;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    /// The number of the job that each uploaded pixel comes from; 0: blank.
    std::vector<std::uint32_t> pixels;
  };

  host::TextureId create_page(std::uint16_t width, std::uint16_t height) override {
    ++create_calls;
    if (refuse_pages) return {};
    pages.push_back({{next_texture}, width, height, {}});
    pages.back().pixels.resize(std::size_t{width} * height);
    return {next_texture++};
  }

  void rasterise(std::span<const host::RasterJob> batch,
                 std::span<const host::UploadRect> rects) override {
    ++batches;
    jobs.clear();
    uploads.assign(rects.begin(), rects.end());
    for (const host::RasterJob& job : batch)
      jobs.push_back({job, std::string(job.text), ++job_count});
    for (Job& job : jobs) job.job.text = job.text;
    for (const host::UploadRect& rect : uploads) upload(rect);
    for (const Job& job : jobs) check_arrived(job);
  }

  /// As a lost context: pages are numbered from 0 again.
  void lose_pages() { pages.clear(); }

  /// The number of the job whose pixels fill the rectangle, all of them; 0
  /// where they come from several or are blank. Looks at every third pixel each
  /// way and at the edges: no job is smaller.
  [[nodiscard]] std::uint32_t job_at(host::TextureId texture, int x, int y, int width,
                                     int height) const {
    for (const Page& page : pages)
      if (page.texture == texture) {
        const std::uint32_t first = page.pixels[index(page, x, y)];
        for (int row = 0; row < height; row = next(row, height))
          for (int column = 0; column < width; column = next(column, width))
            if (page.pixels[index(page, x + column, y + row)] != first) return 0;
        return first;
      }
    return 0;
  }

  std::vector<Page> pages;
  std::vector<Job> jobs;                  ///< of the last batch
  std::vector<host::UploadRect> uploads;  ///< of the last batch
  /// What went wrong, in words.
  std::vector<std::string> faults;
  std::uint32_t job_count = 0;
  std::size_t batches = 0;
  std::size_t create_calls = 0;
  bool refuse_pages = false;
  std::uint32_t next_texture = 1;

 private:
  static std::size_t index(const Page& page, int x, int y) {
    return static_cast<std::size_t>(y) * page.width + static_cast<std::size_t>(x);
  }

  static int next(int at, int end) { return at < end - 1 ? std::min(at + 3, end - 1) : end; }

  /// Blank, then this batch's jobs: what a staging canvas holds.
  void upload(const host::UploadRect& rect) {
    if (rect.page >= pages.size() || rect.width == 0 || rect.height == 0 ||
        rect.x + rect.width > pages[rect.page].width ||
        rect.y + rect.height > pages[rect.page].height) {
      faults.push_back("an upload of nothing or outside of its page");
      return;
    }
    Page& page = pages[rect.page];
    for (int y = rect.y; y < rect.y + rect.height; ++y)
      for (int x = rect.x; x < rect.x + rect.width; ++x) page.pixels[index(page, x, y)] = 0;
    for (const Job& job : jobs) {
      if (job.job.page != rect.page) continue;
      for (int y = std::max(job.job.y, rect.y);
           y < std::min(job.job.y + job.job.height, rect.y + rect.height); ++y)
        for (int x = std::max(job.job.x, rect.x);
             x < std::min(job.job.x + job.job.width, rect.x + rect.width); ++x) {
          std::uint32_t& pixel = page.pixels[index(page, x, y)];
          if (pixel != 0) faults.push_back("two jobs of one batch overlap");
          pixel = job.number;
        }
    }
  }

  void check_arrived(const Job& job) {
    if (job.job.page >= pages.size() || job_at(pages[job.job.page].texture, job.job.x, job.job.y,
                                               job.job.width, job.job.height) != job.number)
      faults.push_back("a job's pixels were not uploaded whole: " + job.text);
  }
};

}  // namespace article::tests
