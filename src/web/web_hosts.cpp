#include "web/web_hosts.h"

#include <bit>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <vector>

#include "web/core.h"

namespace article::web {
namespace {

static_assert(std::is_standard_layout_v<host::SegmentMetrics>);
static_assert(sizeof(host::SegmentMetrics) == 5 * sizeof(float));
static_assert(sizeof(host::FontMetrics) == 2 * sizeof(float));

std::uint32_t bytes_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }
std::uint32_t bits_of(float value) { return std::bit_cast<std::uint32_t>(value); }

void add_words(std::vector<std::uint32_t>& to, std::initializer_list<std::uint32_t> words) {
  for (const std::uint32_t word : words) to.push_back(word);
}

/// One text of many, decoded as a whole: no segment has a line end.
void join(std::string& texts, std::string_view text, bool first) {
  if (!first) texts += '\n';
  texts += text;
}

}  // namespace

void WebTextHost::define_style(host::StyleId id, const host::TextStyle& style) {
  av_host_define_style(id.value, style.family.data(), bytes_of(style.family), style.language.data(),
                       bytes_of(style.language), style.size.value,
                       style.weight == host::Weight::Bold ? 1 : 0,
                       style.slant == host::Slant::Italic ? 1 : 0, style.tabular_figures ? 1 : 0);
}

host::FontMetrics WebTextHost::font_metrics(host::StyleId id) {
  host::FontMetrics out;
  av_host_font_metrics(id.value, &out.ascent);
  return out;
}

void WebTextHost::measure(std::span<const host::MeasureRequest> requests,
                          std::span<host::SegmentMetrics> out) {
  measure(requests, false, out);
}

host::SegmentMetrics WebTextHost::measure_with_ink(const host::MeasureRequest& request) {
  host::SegmentMetrics metrics;
  measure({&request, 1}, true, {&metrics, 1});
  return metrics;
}

void WebTextHost::measure(std::span<const host::MeasureRequest> requests, bool ink,
                          std::span<host::SegmentMetrics> out) {
  if (requests.empty()) return;
  words_.clear();
  texts_.clear();
  for (const host::MeasureRequest& request : requests) {
    join(texts_, request.text, words_.empty());
    add_words(words_, {request.style.value, static_cast<std::uint32_t>(request.direction)});
  }
  av_host_measure(words_.data(), static_cast<std::uint32_t>(requests.size()), texts_.data(),
                  bytes_of(texts_), ink ? 1 : 0, &out.front().advance);
}

void WebTextHost::find_words(std::string_view text, std::span<std::uint8_t> starts) {
  av_host_find_words(text.data(), bytes_of(text), starts.data());
}

host::TextureId WebRasterHost::create_page(std::uint16_t width, std::uint16_t height) {
  return {av_host_create_page(width, height)};
}

void WebRasterHost::rasterise(std::span<const host::RasterJob> jobs,
                              std::span<const host::UploadRect> uploads) {
  jobs_.clear();
  texts_.clear();
  for (const host::RasterJob& job : jobs) {
    join(texts_, job.text, jobs_.empty());
    add_words(jobs_, {job.style.value, static_cast<std::uint32_t>(job.direction),
                      static_cast<std::uint32_t>(job.ink), job.page, job.x, job.y, job.width,
                      job.height, bits_of(job.pen_x), bits_of(job.pen_y), bits_of(job.scale)});
  }
  uploads_.clear();
  for (const host::UploadRect& upload : uploads)
    add_words(uploads_, {upload.page, upload.x, upload.y, upload.width, upload.height});
  av_host_rasterise(jobs_.data(), static_cast<std::uint32_t>(jobs.size()), texts_.data(),
                    bytes_of(texts_), uploads_.data(), static_cast<std::uint32_t>(uploads.size()));
}

}  // namespace article::web
