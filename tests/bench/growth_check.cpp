#include "bench/growth_check.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>

namespace article::bench {

bool GrowthReporter::ReportContext(const Context& /*context*/) { return true; }

void GrowthReporter::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.run_type != Run::RT_Iteration || run.iterations == 0) continue;
    const std::string& name = run.run_name.function_name;
    const long size = std::strtol(run.run_name.args.c_str(), nullptr, 10);
    double ns = run.cpu_accumulated_time * 1e9 / static_cast<double>(run.iterations);
    if (!std::string_view(name).ends_with("Frame")) {
      ns /= static_cast<double>(size);
    }
    const auto known = std::ranges::find_if(
        costs_, [&](const Cost& cost) { return cost.name == name && cost.size == size; });
    if (known == costs_.end()) {
      costs_.push_back({name, size, ns});
    } else {
      known->ns = std::min(known->ns, ns);
    }
  }
}

std::vector<GrowthReporter::Cost> GrowthReporter::costs() const {
  std::vector<Cost> sorted = costs_;
  std::ranges::sort(sorted, [](const Cost& a, const Cost& b) {
    return std::tie(a.name, a.size) < std::tie(b.name, b.size);
  });
  return sorted;
}

std::vector<GrowthReporter::Growth> GrowthReporter::growths() const {
  std::vector<Growth> found;
  for (const Cost& small : costs_) {
    for (const Cost& large : costs_) {
      if (large.name != small.name || large.size <= small.size) continue;
      const double ratio = large.ns / small.ns;
      const auto worst = std::ranges::find(found, small.name, &Growth::name);
      if (worst == found.end()) {
        found.push_back({small.name, ratio, small.size, large.size});
      } else if (ratio > worst->ratio) {
        *worst = {small.name, ratio, small.size, large.size};
      }
    }
  }
  return found;
}

}  // namespace article::bench
