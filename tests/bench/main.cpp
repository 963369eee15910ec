/// article_bench: what reading, laying out and drawing cost.
///
/// `article_bench` prints times and takes Google Benchmark's options.
/// `article_bench --check` prints the least costs and fails (1) where a paragraph costs more
/// than 1.3 times as much in a longer article, or a frame of one, or where laying out again at
/// another width takes more than 1.5 times one pass of libunibreak over the same text; and (2)
/// where the check did not see a cost that is known to grow, or one that is known to be more.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/growth_check.h"

namespace article::bench {
namespace {

constexpr double kMostGrowth = 1.3;
constexpr double kMostOfLineBreaks = 1.5;
constexpr std::string_view kKnownToGrow = "KnownToGrow";
constexpr std::string_view kLineBreaks = "LineBreaks";
constexpr std::string_view kLayOut = "LayOut";
/// It lays out, and reads, shapes and measures too.
constexpr std::string_view kKnownToBeMore = "Show";

/// Each unit costs as much as there are units.
void known_to_grow(benchmark::State& state) {
  for ([[maybe_unused]] const auto& iteration : state) {
    std::uint32_t sum = 0;
    for (std::int64_t i = 0; i < state.range(0) * state.range(0); ++i) {
      benchmark::DoNotOptimize(sum += static_cast<std::uint32_t>(i));
    }
  }
}

/// How many times `name` takes what one pass of libunibreak does, at the size where it is worst.
double worst_of_line_breaks(const std::vector<GrowthReporter::Cost>& costs, std::string_view name) {
  double worst = 0;
  for (const auto& cost : costs) {
    for (const auto& pass : costs) {
      if (cost.name == name && pass.name == kLineBreaks && pass.size == cost.size)
        worst = std::max(worst, cost.ns / pass.ns);
    }
  }
  return worst;
}

/// @return 0 all is well, 1 laying out again takes too much, 2 the check is blind.
int check_line_breaks(const std::vector<GrowthReporter::Cost>& costs) {
  std::printf("in passes of libunibreak over the same text, at most %.1f:\n", kMostOfLineBreaks);
  const double again = worst_of_line_breaks(costs, kLayOut);
  const double more = worst_of_line_breaks(costs, kKnownToBeMore);
  const bool fine = again > 0 && again <= kMostOfLineBreaks;
  const bool seen = more > kMostOfLineBreaks;
  std::printf("  %-16s %6.2f  %s\n", kLayOut.data(), again, fine ? "ok" : "TOO MUCH");
  std::printf("  %-16s %6.2f  %s\n", kKnownToBeMore.data(), more, seen ? "as it must" : "UNSEEN");
  if (!seen) return 2;
  return fine ? 0 : 1;
}

int check(const GrowthReporter& reporter) {
  bool saw_growth = false;
  bool failed = false;
  std::printf("least cost of a paragraph (Frame: of a frame), CPU time:\n");
  for (const auto& cost : reporter.costs()) {
    std::printf("  %-16s %6ld %12.0f ns\n", cost.name.c_str(), cost.size, cost.ns);
  }
  std::printf("worst growth of it in a longer article, at most %.1f:\n", kMostGrowth);
  for (const auto& growth : reporter.growths()) {
    const bool grows = growth.ratio > kMostGrowth;
    const bool known = growth.name == kKnownToGrow;
    (known ? saw_growth : failed) |= grows;
    std::printf("  %-16s %6.2f  from %ld to %ld  %s\n", growth.name.c_str(), growth.ratio,
                growth.from, growth.to,
                !grows  ? "ok"
                : known ? "as it must"
                        : "TOO MUCH");
  }
  if (!saw_growth) {
    std::printf("the check is blind: it did not see %s grow\n", kKnownToGrow.data());
    return 2;
  }
  const int line_breaks = check_line_breaks(reporter.costs());
  if (line_breaks == 2) return 2;
  return failed || line_breaks != 0 ? 1 : 0;
}

}  // namespace
}  // namespace article::bench

int main(int argc, char** argv) {
  using namespace article::bench;
  bool checks = false;
  std::vector<char*> arguments;
  // Before the caller's own options, so that those win.
  char repetitions[] = "--benchmark_repetitions=7";
  char mixed[] = "--benchmark_enable_random_interleaving=true";
  char min_time[] = "--benchmark_min_time=0.05";
  for (int i = 0; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--check") {
      checks = true;
    } else {
      arguments.push_back(argv[i]);
    }
  }
  if (checks) {
    arguments.insert(arguments.begin() + 1, {repetitions, mixed, min_time});
    benchmark::RegisterBenchmark(kKnownToGrow.data(), known_to_grow)->Arg(5)->Arg(200);
  }
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  int result = 0;
  if (checks) {
    GrowthReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    result = check(reporter);
  } else {
    benchmark::RunSpecifiedBenchmarks();
  }
  benchmark::Shutdown();
  return result;
}
