#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/generated_article.h"
#include "fakes/fixed_width_text_host.h"
#include "text/paragraph.h"

/// Paragraphs broken as a whole, beside first fit.
namespace article::bench {
namespace {

constexpr float kSize = 17;

std::vector<text::Paragraph> shaped(text::SegmentStore& store,
                                    const std::vector<std::string>& texts,
                                    text::Alignment alignment) {
  const document::Language language("zh-Hans");
  const host::StyleId style =
      store.style({.family = "fake", .language = "zh-Hans", .size = CssPx(kSize)});
  std::vector<text::Paragraph> paragraphs;
  for (const std::string& one : texts) {
    const text::Run run{one, style, language, 0};
    paragraphs.push_back(text::Paragraph::shape(
        store, {&run, 1}, {.language = language, .alignment = alignment, .indent_em = 2}));
  }
  store.measure();
  return paragraphs;
}

/// Text to lines.
void lay_out(benchmark::State& state, text::Alignment alignment) {
  const auto texts = generated_paragraphs(static_cast<int>(state.range(0)));
  for ([[maybe_unused]] const auto& iteration : state) {
    tests::FixedWidthTextHost host;
    text::SegmentStore store(host);
    for (text::Paragraph& paragraph : shaped(store, texts, alignment))
      benchmark::DoNotOptimize(paragraph.break_lines(store, CssPx(20 * kSize)));
  }
}
void LayOutWhole(benchmark::State& state) { lay_out(state, text::Alignment::Justify); }
void LayOutFirstFit(benchmark::State& state) { lay_out(state, text::Alignment::Start); }
BENCHMARK(LayOutWhole)->Arg(5)->Arg(200)->Arg(2000);
BENCHMARK(LayOutFirstFit)->Arg(5)->Arg(200)->Arg(2000);

/// Another width alone.
void break_again(benchmark::State& state, text::Alignment alignment) {
  const auto texts = generated_paragraphs(static_cast<int>(state.range(0)));
  tests::FixedWidthTextHost host;
  text::SegmentStore store(host);
  auto paragraphs = shaped(store, texts, alignment);
  bool wide = false;
  for ([[maybe_unused]] const auto& iteration : state) {
    wide = !wide;
    const CssPx width(static_cast<float>(wide ? 22 : 20) * kSize);
    for (text::Paragraph& paragraph : paragraphs)
      benchmark::DoNotOptimize(paragraph.break_lines(store, width));
  }
}
void BreakWhole(benchmark::State& state) { break_again(state, text::Alignment::Justify); }
void BreakFirstFit(benchmark::State& state) { break_again(state, text::Alignment::Start); }
BENCHMARK(BreakWhole)->Arg(5)->Arg(200)->Arg(2000);
BENCHMARK(BreakFirstFit)->Arg(5)->Arg(200)->Arg(2000);

}  // namespace
}  // namespace article::bench
