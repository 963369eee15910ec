#include <string>

#include <benchmark/benchmark.h>

#include "bench/generated_article.h"
#include "document/reader.h"
#include "fakes/plain_hosts.h"

namespace article::bench {
namespace {

/// JSON to document.
void Read(benchmark::State& state) {
  const std::string json = generated_article(static_cast<int>(state.range(0)));
  tests::PlainUrlHost urls;
  for ([[maybe_unused]] const auto& iteration : state) {
    benchmark::DoNotOptimize(document::read_document(urls, json, "https://paper.example/news/"));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(json.size()));
}
BENCHMARK(Read)->Arg(5)->Arg(200)->Arg(2000);

}  // namespace
}  // namespace article::bench
