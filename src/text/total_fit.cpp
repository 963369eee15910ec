#include "text/total_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace article::text {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kWindow = 40;  // lines
constexpr std::uint32_t kOverlap = 8;  // of them that the next window breaks again
constexpr std::size_t kWays = 3;       // kept for each place

// Extra space a gap, em: what is tried first, and all.
constexpr float kTight = 0.1F;
constexpr float kAny = 1e6F;

// Costs: docs/line-breaking.md.
constexpr float kEven = 0.04F;  // em; what is seen is more
constexpr float kRagged = 2000;
constexpr float kParted = 12;
constexpr float kDashStart = 1.4F;
constexpr float kEscape = 60;
// More than the best way of as many lines, with which a way is given up.
constexpr float kHopeless = 20;
// A way of tight lines that costs more is compared with those of looser ones.
constexpr float kDear = 6;
constexpr float kDearLine = 3;

/// Sums over a window up to a place, CSS px.
struct Sums {
  float natural = 0;
  float loose_stretch = 0;
  float han_stretch = 0;
  float shrink = 0;         ///< of all kinds
  float before_commas = 0;  ///< of the kinds that give way before commas do
  float commas = 0;

  void add(const LineSums& sums) {
    natural += sums.natural;
    loose_stretch += sums.loose_stretch;
    han_stretch += sums.han_stretch;
    shrink += sums.shrink(true);
    commas += sums[Shrink::Commas];
    before_commas += sums.shrink(true) - sums[Shrink::Commas] - sums[Shrink::Gaps];
  }
  [[nodiscard]] Sums less(const Sums& from) const {
    return {
        natural - from.natural, loose_stretch - from.loose_stretch, han_stretch - from.han_stretch,
        shrink - from.shrink,   before_commas - from.before_commas, commas - from.commas};
  }
};

/// A place where a line may end and a next one begin: only such as some way leads to.
struct Place {
  std::uint32_t end = 0;  ///< the item that the next line begins with
  Sums from;              ///< what a line that begins there leaves out
  std::uint32_t ways = 0;
  std::uint32_t ways_end = 0;
};

/// What a line that ends at a place has.
struct LineEnd {
  std::uint32_t item = 0;  ///< the next line's first
  Sums to;                 ///< of all before it, as if a line ended there
  float penalty = 0;
  bool last = false;  ///< of its paragraph, or before a line end
};

/// The best way to a place by one last line.
struct Way {
  float cost = 0;
  float spread = 0;  ///< of its last line: extra space a gap, em
  float blank = 0;   ///< at that line's end, where it is not filled, CSS px
  bool justified = false;
  std::uint32_t place = 0;       ///< where it ends
  std::uint32_t before = kNone;  ///< the way to where its last line begins
  std::uint32_t lines = 0;
};

float cube(float x) { return x * x * x; }
float square(float x) { return x * x; }

class TotalFit {
 public:
  TotalFit(const SegmentStore& store, std::span<const Item> items, const LineRules& rules,
           CssPx width)
      : store_(store), items_(items), rules_(rules), width_(width) {}

  BrokenLines lines() {
    std::uint32_t first = 0;
    do {
      first = window(first);
      if (first == kNone) return {{}, true};
    } while (first < items_.size());
    return {std::move(lines_), false};
  }

 private:
  /// Adds the lines from item `first` on, as many as are decided.
  /// @return the item that the next window begins with; kNone: none fits.
  std::uint32_t window(std::uint32_t first) {
    for (const float most : {kTight, kHanStretch, kAny}) {
      most_ = most;
      const std::uint32_t best = find(first);
      if (best == kNone) continue;
      const auto lines = static_cast<float>(ways_[best].lines);
      if (most < kHanStretch && ways_[best].cost > kDear + kDearLine * lines) continue;
      return take(best);
    }
    return kNone;
  }

  /// Goes through the window's places. @return the best way to its end; kNone: there is none.
  std::uint32_t find(std::uint32_t first) {
    places_.clear();
    ways_.clear();
    least_.clear();
    oldest_ = 0;
    places_.emplace_back().end = first;
    places_.back().ways_end = 1;
    ways_.emplace_back();
    least_.push_back(0);
    bool open = true;  // a place waits for what its line begins with
    bool any = false;
    Sums all;
    Sums visible;
    EndTrim trim;
    Piece before;
    for (std::uint32_t i = first; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.kind == ItemKind::Han && before.kind == ItemKind::Han && !open) {
        // Most items by far.
        const Segment& segment = store_[item.segment];
        all.natural += segment.metrics.advance;
        all.han_stretch += kHanStretch * std::min(before.em, segment.em);
        before.em = segment.em;
        visible = all;
        trim = {};
      } else if (!transparent(item.kind)) {
        const Piece piece = Piece::of(store_, item);
        if (any) all.add(next_sums(before, piece));
        if (open || !any) {
          Sums begun;
          begun.add(first_sums(piece));
          if (!any) all = begun;
          if (open) places_.back().from = all.less(begun);
          open = false;
        }
        before = piece;
        any = true;
        if (!hangs(piece.kind)) {
          visible = all;
          trim = end_trim(piece, rules_.fit.region);
        }
      }
      const bool ends = i + 1 == items_.size() || item.break_after == Break::Mandatory;
      const bool escapes = most_ == kAny && item.has(Item::kEscape);
      if (!ends && item.break_after != Break::Allowed && !escapes) continue;
      if (open && !ends) continue;  // nothing but what is transparent
      if (open) places_.back().from = visible;
      if (!ends && is_loose(places_[oldest_], visible)) continue;
      LineEnd end{.item = i + 1, .to = visible, .penalty = ends ? 0 : penalty(i), .last = ends};
      end.to.natural -= trim.must;
      end.to.shrink += trim.may;
      end.to.before_commas += trim.may;
      if (item.kind == ItemKind::SoftHyphen) end.to.natural += store_[item.segment].metrics.advance;
      const std::uint32_t best = end_lines(end);
      if (ends) return best;
      if (best != kNone) {
        if (ways_[best].lines >= kWindow) return best;
        open = true;
      } else if (oldest_ == places_.size()) {
        return kNone;
      }
    }
    return kNone;
  }

  [[nodiscard]] float room_of(const Place& from) const {
    return (from.end == 0 ? width_ - rules_.indent : width_).value;
  }

  /// Whether a line from there has more room than it can fill.
  [[nodiscard]] bool is_loose(const Place& from, const Sums& to) const {
    const float rest = room_of(from) - (to.natural - from.from.natural);
    return rest - kTolerance - (to.loose_stretch - from.from.loose_stretch) >
           (to.han_stretch - from.from.han_stretch) * (most_ / kHanStretch);
  }

  /// Of a line that ends behind item `i`.
  [[nodiscard]] float penalty(std::uint32_t i) const {
    return (items_[i].has(Item::kUnit) ? kParted : 0) +
           (items_[i + 1].kind == ItemKind::Dash ? kDashStart : 0) +
           (items_[i].break_after != Break::Allowed ? kEscape : 0);
  }

  /// All ways to an end. @return the best one; kNone: there is none.
  std::uint32_t end_lines(const LineEnd& end) {
    const auto ways = static_cast<std::uint32_t>(ways_.size());
    const std::size_t places = places_.size();
    for (std::size_t i = oldest_; i < places; ++i) {
      const Place& from = places_[i];
      if (!end.last && is_loose(from, end.to)) break;  // what begins later is shorter still
      const Sums line = end.to.less(from.from);
      const float rest = room_of(from) - line.natural;
      if (rest + kTolerance + line.shrink >= 0)
        add_way(from, end, line, rest, ways);
      else if (i == oldest_)
        ++oldest_;
    }
    if (ways_.size() == ways) return kNone;
    Place& place = places_.emplace_back();
    place.end = end.item;
    place.ways = ways;
    place.ways_end = static_cast<std::uint32_t>(ways_.size());
    return best_of(place);
  }

  /// The best way over a line to an end, if there is hope for one.
  /// @param rest of the line's room, CSS px; less than 0: it shrinks
  void add_way(const Place& from, const LineEnd& end, const Sums& line, float rest,
               std::uint32_t ways) {
    Way best;
    best.cost = std::numeric_limits<float>::max();
    best.place = static_cast<std::uint32_t>(places_.size());
    float fixed = 0;
    float cost = end.penalty;
    best.justified = true;
    if (rest < 0) {
      const float commas =
          line.commas > 0 ? std::clamp((-rest - line.before_commas) / line.commas, 0.0F, 1.0F) : 0;
      fixed = (line.shrink > 0 ? 0.6F * square(rest / line.shrink) : 0) + 1.5F * square(commas);
    } else if (end.last) {
      best.justified = false;
      best.blank = rest;
    } else {
      const float left = rest - line.loose_stretch;
      if (left - kTolerance > line.han_stretch) {
        cost += kRagged + 10 * (left - line.han_stretch) / em();
        best.justified = false;
        best.blank = rest;
      } else if (left > kTolerance) {
        best.spread = left / line.han_stretch * kHanStretch;
        fixed = 0.8F * cube(best.spread / kEven);
      }
    }
    if (end.last && from.end != 0) cost += short_end(from.end, end.item);
    for (std::uint32_t w = from.ways; w < from.ways_end; ++w) {
      const Way& way = ways_[w];
      if (most_ == kTight && way.cost > least_[way.lines] + kHopeless) continue;
      const float change = way.before == kNone || end.last ? 0 : (best.spread - way.spread) / kEven;
      const float badness = fixed + 0.3F * square(change);
      const float all = way.cost + cost + 0.1F * square(1 + badness) + badness;
      if (all >= best.cost) continue;
      best.cost = all;
      best.before = w;
      best.lines = way.lines + 1;
    }
    if (best.before == kNone) return;
    if (best.lines == least_.size()) least_.push_back(best.cost);
    least_[best.lines] = std::min(least_[best.lines], best.cost);
    keep(best, ways);
  }

  /// Of the ways to a place the best few are enough. @param ways the first of them
  void keep(const Way& way, std::uint32_t ways) {
    if (ways_.size() - ways < kWays) return ways_.push_back(way);
    const auto worst = std::max_element(ways_.begin() + ways, ways_.end(),
                                        [](const Way& a, const Way& b) { return a.cost < b.cost; });
    if (way.cost < worst->cost) *worst = way;
  }

  [[nodiscard]] float em() const { return store_[items_.front().segment].em; }

  [[nodiscard]] std::uint32_t best_of(const Place& place) const {
    std::uint32_t best = kNone;
    for (std::uint32_t w = place.ways; w < place.ways_end; ++w)
      if (best == kNone || ways_[w].cost < ways_[best].cost) best = w;
    return best;
  }

  /// A paragraph's last line is not one or two characters (CLREQ
  /// #avoid_having_one_character_at_end).
  [[nodiscard]] float short_end(std::uint32_t first, std::uint32_t last) const {
    const int count = characters_from(items_, first, last);
    return count < 2 ? 300 : count < 3 ? 30 : count < 4 ? 2.0F : 0;
  }

  /// Writes the lines of a way down. @return the item after them.
  std::uint32_t take(std::uint32_t best) {
    const std::size_t before = lines_.size();
    const std::uint32_t end = places_[ways_[best].place].end;
    const std::uint32_t count = ways_[best].lines - (is_last_line(items_, end) ? 0 : kOverlap);
    lines_.resize(before + count);
    std::uint32_t next = end;
    for (std::uint32_t w = best; ways_[w].before != kNone; w = ways_[w].before) {
      Line line;
      line.first = places_[ways_[ways_[w].before].place].end;
      line.last = places_[ways_[w].place].end;
      if (ways_[w].lines > count) {
        next = line.first;
        continue;
      }
      if (line.first == 0) line.indent = rules_.indent;
      line.width = width_ - line.indent - CssPx(ways_[w].blank);
      line.justified = ways_[w].justified;
      lines_[before + ways_[w].lines - 1] = line;
    }
    return next;
  }

  const SegmentStore& store_;
  std::span<const Item> items_;
  const LineRules& rules_;
  CssPx width_;
  std::vector<Line> lines_;
  std::vector<Place> places_;
  std::vector<Way> ways_;
  std::vector<float> least_;  ///< cost of the best way of so many lines
  std::size_t oldest_ = 0;    ///< the first place that a line may still begin at
  float most_ = 0;            ///< extra space a gap that is tried, em
};

}  // namespace

BrokenLines break_as_a_whole(const SegmentStore& store, std::span<const Item> items,
                             const LineRules& rules, CssPx width) {
  return TotalFit(store, items, rules, width).lines();
}

}  // namespace article::text
