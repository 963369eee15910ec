#pragma once

#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace article::bench {

/// Keeps the least time of each size of each benchmark (`name/size`): the least
/// of many is what a busy machine disturbs least. Prints no runs.
class GrowthReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;

  struct Cost {
    std::string name;
    long size = 0;
    double ns = 0;  ///< of a unit
  };
  /// A unit is a paragraph; for benchmarks whose name ends in "Frame" it is the
  /// frame, whatever the article's length. By name, then size.
  [[nodiscard]] std::vector<Cost> costs() const;

  /// How many times dearer one unit became from a size to a larger one, at
  /// worst.
  struct Growth {
    std::string name;
    double ratio = 0;
    long from = 0;
    long to = 0;
  };
  [[nodiscard]] std::vector<Growth> growths() const;

 private:
  std::vector<Cost> costs_;
};

}  // namespace article::bench
