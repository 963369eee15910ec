#include "text/line_stretches.h"

#include <cmath>

namespace article::text {
namespace {

struct Sums {
  float spare = 0;  ///< room that is not the segments' own
  int units = 0;
};

/// Whether one spacing over all of them leaves each end where it is.
bool is_even(std::span<const StretchedSegment> segments, Sums sums, float tolerance) {
  const float spacing = sums.units > 0 ? sums.spare / static_cast<float>(sums.units) : 0;
  float error = 0;
  // The last one's end is met: without units by what stands behind it.
  for (const StretchedSegment& segment : segments.first(segments.size() - 1)) {
    error += segment.room - segment.natural - spacing * static_cast<float>(segment.units);
    if (std::fabs(error) > tolerance) return false;
  }
  return true;
}

}  // namespace

void cut_stretches(std::span<const StretchedSegment> segments, float tolerance,
                   std::vector<Stretch>& out) {
  for (std::size_t first = 0; first < segments.size();) {
    Sums sums;
    Stretch stretch;
    stretch.by_letter = segments[first].by_letter;
    stretch.lead = CssPx(segments[first].lead);
    std::size_t last = first;
    for (; last < segments.size() && segments[last].by_letter == stretch.by_letter; ++last) {
      const StretchedSegment& next = segments[last];
      const Sums more{sums.spare + next.room - next.natural, sums.units + next.units};
      if (last > first &&
          (next.lead > 0 || !is_even(segments.subspan(first, last - first + 1), more, tolerance)))
        break;
      sums = more;
      stretch.width += CssPx(next.room);
      stretch.natural += CssPx(next.natural);
      stretch.end = next.end;
    }
    out.push_back(stretch);
    first = last;
  }
}

}  // namespace article::text
