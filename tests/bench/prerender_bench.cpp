#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/generated_article.h"
#include "prerender/made_of.h"

namespace article::bench {
namespace {

constexpr prerender::Options kOptions{.base = "https://paper.example/news/"};

/// JSON to HTML, head and JSON-LD.
void Prerender(benchmark::State& state) {
  const std::string json = generated_article(static_cast<int>(state.range(0)));
  for ([[maybe_unused]] const auto& iteration : state)
    benchmark::DoNotOptimize(prerender::made_of(json, kOptions));
}
BENCHMARK(Prerender)->Arg(5)->Arg(200)->Arg(2000);

/// The four samples in turn; items are articles.
void PrerenderSamples(benchmark::State& state) {
  std::vector<std::string> samples;
  for (const char* name : {"ar", "en", "zh-hans", "zh-hant"}) {
    std::ifstream file(std::string(ARTICLE_SAMPLES) + "/" + name + ".json", std::ios::binary);
    samples.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (samples.back().empty()) std::abort();
  }
  for ([[maybe_unused]] const auto& iteration : state)
    for (const std::string& json : samples)
      benchmark::DoNotOptimize(prerender::made_of(json, kOptions));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(samples.size()));
}
// Of four documents.
BENCHMARK(PrerenderSamples)->Arg(4);

}  // namespace
}  // namespace article::bench
