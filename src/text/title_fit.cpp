#include "text/title_fit.h"

#include <algorithm>
#include <limits>

#include "document/utf8.h"
#include "text/characters.h"

namespace article::text {
namespace {

constexpr std::size_t kMostItems = 200;
constexpr std::size_t kMostLines = 8;
constexpr float kNever = std::numeric_limits<float>::max();

// Costs: docs/line-breaking.md. A line is off by one where it is 1/13 of the measure longer or
// shorter than the mean.
constexpr float kMeasure = 13;
constexpr float kOff = 0.5F;
constexpr float kLine = 9;
constexpr float kFewLines = 1000;
constexpr float kSentence = 0.5F;
constexpr float kComma = 1;
constexpr float kPause = 3;
constexpr float kJoined = 2;  ///< before `和` or `今日` and the like
constexpr float kPhrase = 6;
constexpr float kSure = 3;    ///< less for a phrase that surely ends
constexpr float kLeads = 16;  ///< behind a phrase that leads to the next
constexpr float kWithin = 40;
constexpr float kHalves = 6.7F;  ///< the end of a clause, then others
constexpr float kCut = 30;       ///< a clause, then the beginning of another
constexpr float kShort = 50;

class TitleFit {
 public:
  TitleFit(const SegmentStore& store, std::span<const Item> items, const LineRules& rules,
           CssPx width)
      : store_(store), items_(items), rules_(rules), room_(width.value) {
    for (const Item& item : items) {
      modelled_ = modelled_ || item.phrase != 0;
      total_ += Piece::of(store, item).advance;
    }
  }

  BrokenLines lines() {
    if (items_.size() > kMostItems || !find_places()) return {{}, true};
    measure();
    if (cost(0, places_.size() - 1) < kNever) return {{line(0, places_.size() - 1)}, false};
    float best = kNever;
    std::vector<std::size_t> ends;
    for (std::size_t count = 2; count <= kMostLines; ++count) {
      const float lines = line_cost() * static_cast<float>(count);
      if (lines >= best) break;
      const float all = try_lines(count) + lines;
      if (all >= best || all >= kNever / 2) continue;
      best = all;
      ends = taken_;
    }
    if (ends.empty()) return {{}, true};
    BrokenLines broken;
    std::size_t first = 0;
    for (const std::size_t end : ends) {
      broken.lines.push_back(line(first, end));
      first = end;
    }
    return broken;
  }

 private:
  struct Place {
    std::uint32_t item = 0;  ///< that the next line begins with
    float cost = 0;          ///< of a line that ends there
  };

  /// A line more is no price for sense, but in a narrow column.
  [[nodiscard]] float line_cost() const {
    return rules_.by_sense && room_ >= 8 * store_[items_.front().segment].em ? kLine : kFewLines;
  }

  /// @return false: a line end is within
  bool find_places() {
    places_.push_back({0, 0});
    for (std::uint32_t i = 0; i + 1 < items_.size(); ++i) {
      if (items_[i].break_after == Break::Mandatory) return false;
      if (items_[i].break_after == Break::Allowed) places_.push_back({i + 1, cost_behind(i)});
    }
    places_.push_back({static_cast<std::uint32_t>(items_.size()), 0});
    return true;
  }

  [[nodiscard]] float cost_behind(std::uint32_t i) const {
    if (!rules_.by_sense || items_[i].has(Item::kClause)) return 0;
    std::uint32_t seen = i;
    while (seen > 0 && hangs(items_[seen].kind)) --seen;
    const char32_t mark = character_at(seen);
    if (is_one_of(U"：？！；。", mark) || items_[i + 1].kind == ItemKind::Dash) return kSentence;
    if (mark == U'，') return kComma;
    if (mark == U'、') return kPause;
    const int phrase = std::max(items_[seen].phrase, items_[i].phrase);
    if (parts_count(seen) || is_one_of(U"的了着著过過吗嗎呢吧", character_at(i + 1)))
      return kWithin;
    if (phrase == Item::kBegins || (phrase > 0 && is_one_of(U"和与與及或", character_at(i + 1))))
      return kJoined;
    if (phrase == Item::kLeadsOn) return kLeads;
    if (phrase > 0) return kPhrase - kSure * static_cast<float>(phrase) / 127;
    return modelled_ ? kWithin : kPhrase;
  }

  [[nodiscard]] char32_t character_at(std::uint32_t i) const {
    return document::code_point_at(store_[items_[i].segment].text, 0).value;
  }

  /// Whether item `i` is a number whose measure word follows (`三千|只`), or a measure word whose
  /// noun does (`一條|老水圳`).
  [[nodiscard]] bool parts_count(std::uint32_t i) const {
    constexpr std::u32string_view kNumbers = U"一二三四五六七八九十两兩几幾数數百千万萬";
    constexpr std::u32string_view kMeasures =
        U"个個条條只隻家所间間位名座种種项項堂節节场場件张張本片棵株辆輛艘年月天岁歲次倍元米";
    if (items_[i].kind != ItemKind::Han || items_[i + 1].kind != ItemKind::Han) return false;
    if (is_one_of(kNumbers, character_at(i)) && is_one_of(kMeasures, character_at(i + 1)))
      return true;
    return i > 0 && is_one_of(kMeasures, character_at(i)) &&
           is_one_of(kNumbers, character_at(i - 1));
  }

  /// Widths of all lines that fit.
  void measure() {
    widths_.assign(places_.size() * places_.size(), kNever);
    for (std::size_t first = 0; first + 1 < places_.size(); ++first) {
      LineAdder adder(rules_.fit);
      std::uint32_t i = places_[first].item;
      for (std::size_t last = first + 1; last < places_.size(); ++last) {
        for (; i < places_[last].item; ++i) adder.add(Piece::of(store_, items_[i]));
        LineSums sums = adder.sums();
        if (items_[i - 1].kind == ItemKind::SoftHyphen)
          sums.natural += store_[items_[i - 1].segment].metrics.advance;
        if (sums.natural - sums.shrink(false) > room_ + kTolerance) break;
        widths_[first * places_.size() + last] = sums.natural;
      }
    }
  }

  [[nodiscard]] float width(std::size_t first, std::size_t last) const {
    return widths_[first * places_.size() + last];
  }

  /// Of a line, but for how it differs from the others.
  [[nodiscard]] float cost(std::size_t first, std::size_t last) const {
    if (width(first, last) == kNever) return kNever;
    const bool ends = last + 1 == places_.size();
    float sum = ends ? 0 : places_[last].cost;
    if (ends && first > 0 && characters_from(items_, places_[first].item, places_[last].item) < 3)
      sum += kShort;
    if (!rules_.by_sense) return sum;
    // No line has the half of one clause and a whole or half of another.
    const bool begins_within = first > 0 && places_[first].cost > kComma;
    const bool ends_within = !ends && places_[last].cost > kComma;
    if (!begins_within && !ends_within) return sum;
    for (std::size_t i = first + 1; i < last; ++i)
      // What is short leads over to the next clause (`专家：`).
      if (places_[i].cost <= kComma)
        return sum + (ends_within && width(first, i) > room_ / 4 ? kCut : kHalves);
    return sum;
  }

  /// The best way in so many lines, left in `taken_`.
  float try_lines(std::size_t count) {
    const std::size_t n = places_.size();
    const float mean = total_ / static_cast<float>(count);
    std::vector<float> best(n * (count + 1), kNever);
    std::vector<std::size_t> from(n * (count + 1), 0);
    best[0] = 0;
    for (std::size_t lines = 1; lines <= count; ++lines) {
      for (std::size_t last = lines; last < n; ++last) {
        for (std::size_t first = last; first-- > lines - 1;) {
          if (width(first, last) == kNever) break;  // longer ones fit no better
          const float before = best[(lines - 1) * n + first];
          if (before == kNever) continue;
          const float off = (width(first, last) - mean) / room_ * kMeasure;
          const float all = before + cost(first, last) + kOff * off * off;
          if (all >= best[lines * n + last]) continue;
          best[lines * n + last] = all;
          from[lines * n + last] = first;
        }
      }
    }
    taken_.assign(count, 0);
    std::size_t at = n - 1;
    for (std::size_t lines = count; lines > 0; --lines) {
      taken_[lines - 1] = at;
      at = from[lines * n + at];
    }
    return best[count * n + n - 1];
  }

  [[nodiscard]] Line line(std::size_t first, std::size_t last) const {
    Line line{.first = places_[first].item, .last = places_[last].item, .indent = {}, .width = {}};
    line.width = CssPx(std::min(width(first, last), room_));
    return line;
  }

  const SegmentStore& store_;
  std::span<const Item> items_;
  const LineRules& rules_;
  float room_;
  float total_ = 0;        ///< width of its pieces, CSS px
  bool modelled_ = false;  ///< its phrases are known
  std::vector<Place> places_;
  std::vector<float> widths_;  ///< by first and last place
  std::vector<std::size_t> taken_;
};

}  // namespace

BrokenLines break_title(const SegmentStore& store, std::span<const Item> items,
                        const LineRules& rules, CssPx width) {
  return TitleFit(store, items, rules, width).lines();
}

}  // namespace article::text
