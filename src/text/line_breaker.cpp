#include "text/line_breaker.h"

#include <algorithm>

#include "text/title_fit.h"
#include "text/total_fit.h"

namespace article::text {
namespace {

class LineBreaker {
 public:
  LineBreaker(const SegmentStore& store, std::span<const Item> items, const LineRules& rules,
              CssPx width)
      : store_(store), items_(items), rules_(rules), width_(width) {}

  BrokenLines lines() {
    const auto count = static_cast<std::uint32_t>(items_.size());
    std::size_t paragraph = 0;  // the line that the part up to a line end began with
    std::uint32_t first = 0;
    do {
      Line line{.first = first, .last = first, .indent = {}, .width = {}, .justified = false};
      if (first == 0) line.indent = rules_.indent;
      const End end = end_of_line(first, room(line));
      line.last = end.last;
      fit_line(line, end.known ? with_hyphen(end.sums, line.last)
                               : line_sums(store_, slice(line), rules_.fit));
      lines_.push_back(line);
      first = line.last;
      if (is_last_line(items_, first)) {
        improve_last_line(paragraph);
        paragraph = lines_.size();
      }
    } while (first < count);
    return {std::move(lines_), overfull_};
  }

 private:
  [[nodiscard]] float room(const Line& line) const { return (width_ - line.indent).value; }
  [[nodiscard]] std::span<const Item> slice(const Line& line) const {
    return items_.subspan(line.first, line.last - line.first);
  }

  void fit_line(Line& line, const LineSums& sums) const {
    const Spacing spacing = fit(sums, room(line), rules_.fit, is_last_line(items_, line.last));
    line.width = CssPx(spacing.width);
    line.justified = spacing.justified;
  }

  [[nodiscard]] LineSums with_hyphen(LineSums sums, std::uint32_t last) const {
    if (last > 0) sums.natural += hyphen(items_[last - 1]);
    return sums;
  }

  /// Where a line ends, and the sums up to there where they were met on the way.
  struct End {
    std::uint32_t last = 0;
    bool known = false;
    LineSums sums;
  };
  [[nodiscard]] static End unknown_until(std::uint32_t last) {
    return {.last = last, .known = false, .sums = {}};
  }

  /// First fit: the last opportunity before the first item that does not fit.
  [[nodiscard]] End end_of_line(std::uint32_t first, float room) {
    LineAdder line(rules_.fit);
    LineSums best_sums;
    std::uint32_t best = 0;  // ends of the line; 0 is none yet
    std::uint32_t escape = 0;
    std::uint32_t avoided = 0;
    std::uint32_t part = 0;
    std::uint32_t anywhere = 0;
    const float most = room + kTolerance;
    for (auto i = first; i < items_.size(); ++i) {
      const Item& item = items_[i];
      const bool was_empty = line.empty();
      line.add(Piece::of(store_, item));
      const bool fits = line.fits(most);
      if (!hangs(item.kind) && !fits) {
        overfull_ = overfull_ || best == 0;
        if (!was_empty) {
          if (part != 0 && part_fits(part)) return unknown_until(part);
          if (best == 0 && escape == 0) escape = avoided;
          if (best == 0) return unknown_until(escape != 0 ? escape : std::max(anywhere, first + 1));
          if (escape > best && leaves_a_hole(best_sums, room)) return unknown_until(escape);
          return {.last = best, .known = true, .sums = best_sums};
        }
      }
      const std::uint32_t end = i + 1;
      if (item.break_after == Break::Mandatory)
        return {.last = end, .known = true, .sums = line.sums()};
      if (item.break_after == Break::Allowed && line.fits(most - hyphen(item))) {
        best = end;
        best_sums = line.sums();
        if (item.has(Item::kBeforePart)) part = end;
      } else if (item.break_after == Break::Avoided && line.fits(most - hyphen(item))) {
        avoided = end;
      } else if (item.has(Item::kEscape)) {
        escape = end;
      }
      // A soft hyphen or a mark's tail stays where it is.
      if (!transparent(item.kind)) anywhere = end;
    }
    return {.last = static_cast<std::uint32_t>(items_.size()), .known = true, .sums = line.sums()};
  }

  /// Whether the part that begins at item `first` is whole on a line of its own.
  [[nodiscard]] bool part_fits(std::uint32_t first) const {
    LineAdder line(rules_.fit);
    for (auto i = first; i < items_.size() && (i == first || !items_[i - 1].has(Item::kBeforePart));
         ++i) {
      line.add(Piece::of(store_, items_[i]));
      if (items_[i].break_after == Break::Mandatory) break;
    }
    return line.fits(width_.value + kTolerance);
  }

  [[nodiscard]] float hyphen(const Item& item) const {
    return item.kind == ItemKind::SoftHyphen ? store_[item.segment].metrics.advance : 0;
  }

  /// Whether a line has room for the hyphen that shows where it is to end now: that may be wider
  /// than what leaves the line.
  [[nodiscard]] bool hyphen_fits(const Line& line, std::uint32_t last) const {
    if (items_[last - 1].kind != ItemKind::SoftHyphen) return true;
    const LineSums sums =
        line_sums(store_, items_.subspan(line.first, last - line.first), rules_.fit);
    return sums.natural - sums.shrink(rules_.fit.justify) <= room(line) + kTolerance;
  }

  [[nodiscard]] bool leaves_a_hole(const LineSums& sums, float room) const {
    return sums.natural + sums.stretch() + kTolerance < room;
  }

  /// Moves the break before the last line of a part (from line `paragraph` on)
  /// back, so that the last line is long enough.
  void improve_last_line(std::size_t paragraph) {
    if (!rules_.chinese || rules_.kind == TextKind::Label || lines_.size() < paragraph + 2) return;
    Line& last = lines_.back();
    Line& before = lines_[lines_.size() - 2];
    if (characters_from(items_, last.first, last.last) >= wanted()) return;
    for (std::uint32_t at = last.first - 1; at > before.first; --at) {
      if (items_[at - 1].break_after != Break::Allowed || !hyphen_fits(before, at)) continue;
      const int moved = characters_from(items_, at, last.last);
      if (moved < wanted()) continue;
      // Not at the price of a line before that is as short, or of one more.
      if (characters_from(items_, before.first, at) < wanted()) return;
      const Line longer{.first = at, .last = last.last, .indent = {}, .width = {}};
      if (line_sums(store_, slice(longer), rules_.fit).natural > width_.value) return;
      before.last = last.first = at;
      for (Line* moved_line : {&before, &last})
        fit_line(*moved_line, line_sums(store_, slice(*moved_line), rules_.fit));
      return;
    }
  }

  [[nodiscard]] int wanted() const { return rules_.kind == TextKind::Title ? 3 : 2; }

  const SegmentStore& store_;
  std::span<const Item> items_;
  const LineRules& rules_;
  CssPx width_;
  std::vector<Line> lines_;
  bool overfull_ = false;
};

}  // namespace

int characters_from(std::span<const Item> items, std::uint32_t first, std::uint32_t last) {
  int count = 0;
  for (auto i = first; i < last && count <= 64; ++i) {
    const Item& item = items[i];
    if (hangs(item.kind) || transparent(item.kind) || is_mark(item.kind) ||
        item.kind == ItemKind::NoBreakSpace)
      continue;
    count += item.kind == ItemKind::Word && !item.has(Item::kOneCharacter) ? 3 : 1;
  }
  return count;
}

BrokenLines break_lines(const SegmentStore& store, std::span<const Item> items,
                        const LineRules& rules, CssPx width) {
  if (rules.whole) {
    BrokenLines broken = break_as_a_whole(store, items, rules, width);
    if (!broken.overfull) return broken;
  }
  if (rules.kind == TextKind::Title && !rules.fit.justify && !items.empty()) {
    BrokenLines broken = break_title(store, items, rules, width);
    if (!broken.overfull) return broken;
  }
  return LineBreaker(store, items, rules, width).lines();
}

LineSums line_sums(const SegmentStore& store, std::span<const Item> items, FitRules rules) {
  LineAdder line(rules);
  for (const Item& item : items) line.add(Piece::of(store, item));
  LineSums sums = line.sums();
  if (!items.empty() && items.back().kind == ItemKind::SoftHyphen)
    sums.natural += store[items.back().segment].metrics.advance;
  return sums;
}

bool is_last_line(std::span<const Item> items, std::uint32_t last) {
  return last >= items.size() || (last > 0 && items[last - 1].break_after == Break::Mandatory);
}

}  // namespace article::text
