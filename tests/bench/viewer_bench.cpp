#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <linebreak.h>

#include "bench/generated_article.h"
#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "host/raster_host.h"
#include "viewer/viewer.h"

namespace article::bench {
namespace {

class IdleRasterHost : public host::RasterHost {
 public:
  host::TextureId create_page(std::uint16_t /*width*/, std::uint16_t /*height*/) override {
    return {++pages_};
  }
  void rasterise(std::span<const host::RasterJob> /*jobs*/,
                 std::span<const host::UploadRect> /*uploads*/) override {}

 private:
  std::uint32_t pages_ = 0;
};

/// A phone's widget; the hosts cost next to nothing.
struct Widget {
  explicit Widget(const std::string& json)
      : engine(text_host, raster_host, locale_host, url_host), viewer(engine) {
    viewer::Settings settings;
    settings.ratio = PixelRatio{2};
    settings.reduced_motion = true;
    viewer.configure(settings);
    if (viewer.load(json, "https://paper.example/news/").refusal != document::Refusal::None)
      std::abort();
    height = viewer.layout();
  }

  tests::FixedWidthTextHost text_host;
  IdleRasterHost raster_host;
  tests::PlainLocaleHost locale_host;
  tests::PlainUrlHost url_host;
  viewer::Engine engine;
  viewer::Viewer viewer;
  CssPx height;
};

/// JSON to a laid out page of a new engine: every segment is measured.
void Show(benchmark::State& state) {
  const std::string json = generated_article(static_cast<int>(state.range(0)));
  for ([[maybe_unused]] const auto& iteration : state) {
    const Widget widget(json);
    benchmark::DoNotOptimize(widget.height);
  }
}
BENCHMARK(Show)->Arg(5)->Arg(200)->Arg(2000);

/// A new width, as a window gives it while it is resized.
void LayOut(benchmark::State& state) {
  Widget widget(generated_article(static_cast<int>(state.range(0))));
  bool wide = false;
  for ([[maybe_unused]] const auto& iteration : state) {
    wide = !wide;
    widget.viewer.set_width(CssPx(wide ? 420 : 390));
    benchmark::DoNotOptimize(widget.viewer.layout());
  }
}
BENCHMARK(LayOut)->Arg(5)->Arg(200)->Arg(2000);

/// The measure of laying out again: one pass of libunibreak over the same text.
void LineBreaks(benchmark::State& state) {
  const std::vector<std::string> texts = generated_paragraphs(static_cast<int>(state.range(0)));
  std::vector<char> breaks;
  for ([[maybe_unused]] const auto& iteration : state) {
    for (const std::string& text : texts) {
      breaks.resize(text.size());
      set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "zh",
                          breaks.data());
      benchmark::DoNotOptimize(breaks.data());
    }
  }
}
BENCHMARK(LineBreaks)->Arg(5)->Arg(200)->Arg(2000);

/// One frame of a scroll through the middle. Of 5 paragraphs there is less
/// than a screen.
void Frame(benchmark::State& state) {
  Widget widget(generated_article(static_cast<int>(state.range(0))));
  const float middle = widget.height.value / 2;
  double now = 0;
  int step = 0;
  for ([[maybe_unused]] const auto& iteration : state) {
    step = (step + 1) % 100;
    now += 16;
    const viewer::Viewer::View view{
        .origin = {CssPx(0), CssPx(middle + static_cast<float>(step * 4))},
        .width = 780,
        .height = 1688,
        .ratio = PixelRatio{2}};
    benchmark::DoNotOptimize(widget.viewer.frame(view, Milliseconds(now)));
  }
}
BENCHMARK(Frame)->Arg(200)->Arg(2000);

}  // namespace
}  // namespace article::bench
