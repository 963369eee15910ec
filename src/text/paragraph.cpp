#include "text/paragraph.h"

#include <algorithm>

#include "text/characters.h"
#include "text/line_breaker.h"
#include "text/line_fit.h"
#include "text/segmenter.h"
#include "text/word_cutter.h"

namespace article::text {
namespace {

/// How far a segment's end may lie from its place on the line where a host
/// sets it with spacing of its own, CSS px.
constexpr float kStretchTolerance = 1;

bool is_spaced_by_letter(ItemKind kind) {
  return kind == ItemKind::Han || kind == ItemKind::Wide || kind == ItemKind::WideSpace ||
         is_mark(kind);
}

/// Letters, or spaces (CSS Text 4 #word-separator), that spacing falls on.
int spaced_units(ItemKind kind, std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (kind == ItemKind::Dash) return static_cast<int>((end - begin) / 3);  // `——`, `……`
  if (is_spaced_by_letter(kind) || kind == ItemKind::NoBreakSpace) return 1;
  const std::string_view segment = text.substr(begin, end - begin);
  return static_cast<int>(std::count(segment.begin(), segment.end(), ' '));
}

/// Says which stretches have the ends of a line as it is seen.
/// @param placed left to right
/// @param end    byte behind the last of what shows
void mark_ends(std::span<const PlacedSegment> placed, std::span<Stretch> stretches,
               std::uint32_t end) {
  const auto shows = [end](const PlacedSegment& segment) {
    return segment.text_begin < end && segment.advance > CssPx(0);
  };
  const auto stretch_of = [&](const PlacedSegment& segment) -> Stretch& {
    return *std::ranges::find_if(
        stretches, [&](const Stretch& stretch) { return segment.text_begin < stretch.end; });
  };
  const auto left = std::ranges::find_if(placed, shows);
  if (left == placed.end()) return;
  stretch_of(*left).leftmost = true;
  stretch_of(*std::find_if(placed.rbegin(), placed.rend(), shows)).rightmost = true;
}

}  // namespace

Paragraph Paragraph::shape(SegmentStore& store, std::span<const Run> runs,
                           const ParagraphStyle& style, std::span<const Hold> holds) {
  Paragraph made;
  std::size_t bytes = 0;
  for (const Run& run : runs) bytes += run.text.size();
  made.text_.reserve(bytes);
  for (const Run& run : runs) made.text_ += run.text;
  made.direction_ = style.direction;
  made.alignment_ = style.alignment;
  made.kind_ = style.kind;
  made.region_ = han_region(style.language);
  made.chinese_ = is_chinese(style.language);
  if (style.kind == TextKind::Title) made.phrases_ = phrase_language(style.language);
  if (!runs.empty()) made.indent_ = store.style(runs.front().style).size * style.indent_em;
  made.items_ = segment(store, made.text_, runs, style);
  hold_together(made.items_, holds);
  made.reorders_ = std::any_of(made.items_.begin(), made.items_.end(),
                               [](const Item& item) { return item.level != 0; });
  return made;
}

std::vector<Line> Paragraph::break_lines(SegmentStore& store, CssPx width) {
  join_cut_words(store);
  store.phrases().find(phrases_, text_, width, items_);
  std::vector<Line> lines = broken_lines(store, width);
  if (lines.size() > 1) store.phrases().use(phrases_, text_, width);
  return lines;
}

std::vector<Line> Paragraph::broken_lines(SegmentStore& store, CssPx width) {
  const LineRules rules{.fit = {.region = region_, .justify = alignment_ == Alignment::Justify},
                        .kind = kind_,
                        .chinese = chinese_,
                        .whole = is_set_as_a_whole(),
                        .by_sense = chinese_ || region_ == HanRegion::Japan,
                        .indent = indent_};
  BrokenLines broken = text::break_lines(store, items_, rules, width);
  if (!broken.overfull) return std::move(broken.lines);
  cut_long_words(store, width, width - indent_);
  if (cut_) broken = text::break_lines(store, items_, rules, width);
  return std::move(broken.lines);
}

/// Body text in Han that is justified; first fit does for what is ragged.
bool Paragraph::is_set_as_a_whole() const {
  return alignment_ == Alignment::Justify && kind_ == TextKind::Body &&
         (chinese_ || region_ == HanRegion::Japan) && !items_.empty();
}

struct Paragraph::Fitted {
  std::span<const Item> items;
  Spacing spacing;
  FitRules rules;
};

Paragraph::Fitted Paragraph::fitted(const SegmentStore& store, const Line& line,
                                    CssPx width) const {
  Fitted made;
  made.items = std::span(items_).subspan(line.first, line.last - line.first);
  made.rules = {.region = region_, .justify = alignment_ == Alignment::Justify};
  made.spacing = fit(line_sums(store, made.items, made.rules), (width - line.indent).value,
                     made.rules, is_last_line(items_, line.last));
  return made;
}

/// In logical order: `x` is how far before its room the pen stands, `advance`
/// how wide the room is. The room of a right-to-left segment has what follows
/// it on its left.
void Paragraph::rooms(const SegmentStore& store, const Line& line, CssPx width,
                      std::vector<PlacedSegment>& out) const {
  const Fitted fit = fitted(store, line, width);
  const std::span<const Item> items = fit.items;
  const Spacing& spacing = fit.spacing;
  const std::size_t visible = visible_items(line);

  const std::size_t begin = out.size();
  Piece before;
  std::size_t before_at = 0;
  bool any = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const auto number = line.first + i;
    PlacedSegment placed{.segment = item.segment,
                         .x = {},
                         .advance = {},
                         .text_begin = item.begin,
                         .text_end = end_of(number),
                         .tag = item.tag};
    if (item.kind == ItemKind::SoftHyphen) {
      // One at a paragraph's end is a control: see segmenter.cpp.
      if (i + 1 != items.size()) continue;
      placed.advance = CssPx(store[item.segment].metrics.advance);
    } else if (i < visible && !transparent(item.kind)) {
      const Piece piece = Piece::of(store, item);
      // At a line's start a dash stands on the edge.
      float lead = any || piece.kind != ItemKind::Dash ? piece.lead : 0;
      float room = piece.advance + lead;
      if (any) {
        const Joint joint = Joint::of(before, piece);
        const float after = between(before, joint, spacing);
        PlacedSegment& last = out[before_at];
        last.advance += CssPx(after);
        if (items[before_at - begin].level % 2 != 0) last.x -= CssPx(after);
        if (piece.kind == ItemKind::Opening)
          lead +=
              joint.trim_after + spacing[Shrink::Brackets] * (piece.trim_start - joint.trim_after);
      } else if (piece.kind == ItemKind::Opening) {
        lead += piece.trim_start;
      }
      room += own_change(piece, spacing);
      if (piece.kind == ItemKind::MiddleDot) lead += spacing[Shrink::Dots] * piece.trim_start;
      if (i + 1 == visible) {
        const EndTrim trim = end_trim(piece, fit.rules.region);
        room -= trim.must + spacing[Shrink::End] * trim.may;
      }
      placed.x = CssPx(lead);
      placed.advance = CssPx(room - lead);
      before = piece;
      before_at = out.size();
      any = true;
    }
    out.push_back(placed);
  }
}

void Paragraph::place(const SegmentStore& store, const Line& line, CssPx width,
                      std::vector<PlacedSegment>& out) const {
  const std::size_t begin = out.size();
  rooms(store, line, width, out);
  const std::span<PlacedSegment> segments = std::span(out).subspan(begin);
  if (reorders_) reorder(segments, std::span(items_).subspan(line.first, line.last - line.first));

  CssPx x = start_of(line, width);
  for (PlacedSegment& placed : segments) {
    const CssPx lead = placed.x;
    placed.x = x - lead;
    x += placed.advance;
    placed.advance = x - placed.x;
  }
}

CssPx Paragraph::start_of(const Line& line, CssPx width) const {
  const bool forward = direction_ == Direction::LeftToRight;
  const CssPx spare = width - line.indent - line.width;
  if (alignment_ == Alignment::Center) return spare / 2 + (forward ? line.indent : CssPx(0));
  return forward ? line.indent : spare;
}

/// Of a line: what follows the last visible item has no width.
std::size_t Paragraph::visible_items(const Line& line) const {
  std::size_t visible = line.last;
  while (visible > line.first &&
         (hangs(items_[visible - 1].kind) || transparent(items_[visible - 1].kind)))
    --visible;
  return visible - line.first;
}

void Paragraph::stretches(const SegmentStore& store, const Line& line, CssPx width,
                          std::vector<Stretch>& out) const {
  const std::size_t visible = visible_items(line);
  if (visible == 0) return;
  // A soft hyphen that shows stands behind the last visible item.
  const bool hyphen =
      line.first + visible < line.last && items_[line.first + visible].kind == ItemKind::SoftHyphen;
  const std::uint32_t end = end_of(line.first + visible - (hyphen ? 0 : 1));
  std::vector<PlacedSegment> placed;
  rooms(store, line, width, placed);
  const std::size_t before = out.size();
  std::vector<StretchedSegment> segments;
  std::size_t number = line.first;
  // The hyphen of a word that is cut stands for no text.
  std::erase_if(placed, [](const PlacedSegment& one) { return one.text_begin == one.text_end; });
  for (auto at = placed.begin(); at != placed.end() && at->text_begin < end;) {
    while (items_[number].begin < at->text_begin) ++number;
    const Item first = items_[number];
    const bool hyphen_alone = first.kind == ItemKind::SoftHyphen;
    segments.clear();
    for (; at != placed.end() && at->text_begin < end; ++at) {
      while (items_[number].begin < at->text_begin) ++number;
      const Item& item = items_[number];
      if (item.level != first.level || (item.kind == ItemKind::SoftHyphen) != hyphen_alone) break;
      StretchedSegment& stretched = segments.emplace_back();
      stretched.end = at->text_end;
      stretched.room = at->advance.value;
      stretched.lead = std::max(0.0F, at->x.value);
      stretched.natural =
          item.kind == ItemKind::Control ? 0 : store[at->segment].metrics.advance - stretched.lead;
      stretched.by_letter = is_spaced_by_letter(item.kind);
      stretched.units = spaced_units(item.kind, text_, at->text_begin, at->text_end);
    }
    const std::size_t cut = out.size();
    cut_stretches(segments, kStretchTolerance, out);
    for (Stretch& made : std::span(out).subspan(cut)) {
      made.rtl = first.level % 2 != 0;
      made.hyphen = hyphen_alone;
    }
  }
  if (reorders_) reorder(placed, std::span(items_).subspan(line.first, line.last - line.first));
  mark_ends(placed, std::span(out).subspan(before), end);
}

/// UAX #9 L1 and L2, on segments in logical order.
void Paragraph::reorder(std::span<PlacedSegment> line, std::span<const Item> items) const {
  const std::uint8_t base = direction_ == Direction::RightToLeft ? 1 : 0;
  std::size_t trailing = items.size();
  while (trailing > 0 &&
         (hangs(items[trailing - 1].kind) || items[trailing - 1].kind == ItemKind::Control))
    --trailing;
  const auto level_of = [&](const PlacedSegment& placed) {
    const auto at =
        std::lower_bound(items.begin(), items.end(), placed.text_begin,
                         [](const Item& item, std::uint32_t begin) { return item.begin < begin; });
    const auto number = static_cast<std::size_t>(at - items.begin());
    return number < trailing ? at->level : base;
  };
  std::uint8_t highest = base;
  std::uint8_t lowest_odd = 255;
  for (const PlacedSegment& placed : line) {
    const std::uint8_t level = level_of(placed);
    highest = std::max(highest, level);
    if (level % 2 != 0) lowest_odd = std::min(lowest_odd, level);
  }
  for (std::uint8_t level = highest; level >= lowest_odd; --level) {
    for (auto first = line.begin(); first != line.end();) {
      if (level_of(*first) < level) {
        ++first;
        continue;
      }
      auto last = first;
      while (last != line.end() && level_of(*last) >= level) ++last;
      std::reverse(first, last);
      first = last;
    }
  }
}

CssPx Paragraph::natural_width(const SegmentStore& store) const {
  float widest = 0;
  for (std::size_t first = 0; first < items_.size();) {
    std::size_t last = first;
    while (last < items_.size() && items_[last].break_after != Break::Mandatory) ++last;
    last = std::min(last + 1, items_.size());
    const LineSums sums = line_sums(store, std::span(items_).subspan(first, last - first),
                                    {.region = region_, .justify = false});
    widest = std::max(widest, sums.natural);
    first = last;
  }
  return CssPx(widest);
}

CssPx Paragraph::min_width(const SegmentStore& store) const {
  float widest = 0;
  for (const Item& item : items_)
    if (!hangs(item.kind)) widest = std::max(widest, Piece::of(store, item).advance);
  return CssPx(widest);
}

std::string_view Paragraph::text() const { return text_; }

std::uint32_t Paragraph::end_of(std::size_t item) const {
  return item + 1 < items_.size() ? items_[item + 1].begin
                                  : static_cast<std::uint32_t>(text_.size());
}

std::pair<std::uint32_t, std::uint32_t> Paragraph::text_range(const Line& line) const {
  const auto begin = line.first < items_.size() ? items_[line.first].begin
                                                : static_cast<std::uint32_t>(text_.size());
  return {begin, line.last > line.first ? end_of(line.last - 1) : begin};
}

void Paragraph::keep(SegmentStore& store) const {
  for (const Item& item : items_) store.keep(item.segment);
}

void Paragraph::cut_long_words(SegmentStore& store, CssPx width, CssPx first_width) {
  cut_ = text::cut_long_words(store, text_, items_, width, first_width);
}

void Paragraph::join_cut_words(SegmentStore& store) {
  if (!cut_) return;
  text::join_cut_words(store, text_, items_);
  cut_ = false;
}

}  // namespace article::text
