#include "text/line_fit.h"

#include <algorithm>

namespace article::text {
namespace {

/// Ink may reach this far over the middle of its box: bearings are not exact.
constexpr float kInkSlack = 0.08F;

/// Whether a font's glyph is of full width, so that half of it may go. Fonts
/// that have U+201C as Latin do, answer less.
bool full_width(const Piece& piece) { return piece.advance >= 0.8F * piece.em; }

bool stretches(ItemKind kind) {
  return kind == ItemKind::Han || kind == ItemKind::Wide || is_mark(kind) ||
         kind == ItemKind::Emoji;
}

}  // namespace

EndTrim end_trim(const Piece& last, HanRegion region) {
  const bool trims = ends_clause(last.kind);
  if (!trims) return {};
  // GB/T 15834 5.1.10: half an em at the line's end. In Taiwan and Hong Kong
  // (CLREQ: marks in the centre) and Japan only where the line needs it.
  if (region == HanRegion::Mainland && last.kind != ItemKind::Centred) return {last.trim_end, 0};
  return {0, last.trim_end};
}

Piece Piece::of(const SegmentStore& store, const Item& item) {
  const Segment& segment = store[item.segment];
  Piece piece;
  piece.kind = item.kind;
  piece.em = segment.em;
  piece.rtl = item.level % 2 != 0;
  piece.advance = segment.metrics.advance;
  const auto ink = [&](float from, float to) {
    const host::SegmentMetrics& m = segment.metrics;
    if (m.right <= m.left) return true;  // not told
    return m.left >= (from - kInkSlack) * piece.em && m.right <= (to + kInkSlack) * piece.em;
  };
  switch (item.kind) {
    case ItemKind::Control:
    case ItemKind::SoftHyphen:
    case ItemKind::LineEnd:
      piece.advance = 0;
      break;
    case ItemKind::GapSpace:
      piece.advance = kGap * piece.em;
      break;
    case ItemKind::AsciiMark:
      piece.advance = std::max(piece.advance, 0.5F * piece.em);
      break;
    case ItemKind::Opening:
      if (item.level % 2 == 0 && full_width(piece) && ink(piece.advance / piece.em - 0.5F, 2)) {
        if (item.has(Item::kNarrow)) {
          piece.lead = piece.advance - 0.5F * piece.em;
          piece.advance = 0.5F * piece.em;
        } else {
          piece.trim_start = 0.5F * piece.em;
        }
      }
      break;
    case ItemKind::Closing:
      if (item.level % 2 == 0 && full_width(piece) && ink(-1, 0.5F)) {
        if (item.has(Item::kNarrow))
          piece.advance = 0.5F * piece.em;
        else
          piece.trim_end = 0.5F * piece.em;
      }
      break;
    case ItemKind::Stop:
      piece.comma = item.has(Item::kComma);
      if (item.level % 2 == 0 && full_width(piece) && ink(-1, 0.5F))
        piece.trim_end = 0.5F * piece.em;
      break;
    case ItemKind::Centred:
      piece.comma = item.has(Item::kComma);
      if (item.level % 2 == 0 && full_width(piece) && ink(-1, 0.75F))
        piece.trim_end = 0.25F * piece.em;
      break;
    case ItemKind::MiddleDot:
      if (item.level % 2 != 0 || !full_width(piece) || !ink(0.25F, 0.75F)) break;
      if (item.has(Item::kNarrow)) {
        piece.lead = 0.25F * piece.em;
        piece.advance = 0.5F * piece.em;
      } else {
        piece.trim_start = piece.trim_end = 0.25F * piece.em;
      }
      break;
    case ItemKind::Dash: {
      // CLREQ #id88: one em, and two for `——` and `……`; fonts have them narrower.
      const float room = piece.em * (item.has(Item::kTwoEm) ? 2 : 1);
      piece.lead = (piece.advance - room) / 2;
      piece.advance = room;
      break;
    }
    case ItemKind::Space:
      piece.fixed = item.has(Item::kFixed);
      if (item.has(Item::kClause)) piece.advance = std::max(piece.advance, 0.5F * piece.em);
      break;
    default:
      piece.starts_with_letter = item.has(Item::kStartsWithLetter);
      piece.ends_with_letter = item.has(Item::kEndsWithLetter);
      break;
  }
  return piece;
}

Joint Joint::of(const Piece& before, const Piece& after) {
  Joint joint;
  const bool han_before = before.kind == ItemKind::Han;
  const bool han_after = after.kind == ItemKind::Han;
  if ((han_before && after.starts_with_letter) || (han_after && before.ends_with_letter)) {
    const float em = han_before ? before.em : after.em;
    joint.gap = kGap * em;
    joint.gap_stretch = kGapStretch * em;
    return joint;
  }
  if (han_before && han_after) {
    joint.han_stretch = kHanStretch * std::min(before.em, after.em);
    return joint;
  }
  // Adjacent marks: two of them take an em and a half (CLREQ #id98; CSS Text 4
  // #text-spacing-trim says which of the two gives).
  if (is_mark(before.kind) && is_mark(after.kind)) {
    const bool blank_end = before.kind == ItemKind::Closing || before.kind == ItemKind::Stop;
    if (after.kind == ItemKind::Opening) {
      if (before.kind != ItemKind::Dash && before.kind != ItemKind::AsciiMark)
        joint.trim_after = after.trim_start;
    } else if (blank_end && (ends_clause(after.kind) || after.kind == ItemKind::MiddleDot ||
                             after.kind == ItemKind::AsciiMark)) {
      joint.trim_before = before.trim_end;
    } else if (before.kind == ItemKind::Centred && after.kind == ItemKind::Closing) {
      joint.trim_before = before.trim_end;
    }
  }
  // Where the direction turns, what is added behind one need not be before the other.
  if (before.rtl != after.rtl) return joint;
  const bool wide_before = stretches(before.kind);
  const bool wide_after = stretches(after.kind);
  if ((wide_before && wide_after) || (wide_before && after.kind == ItemKind::Word) ||
      (wide_after && before.kind == ItemKind::Word))
    joint.han_stretch = kHanStretch * std::min(before.em, after.em);
  return joint;
}

float LineSums::shrink(bool justify) const {
  if (!justify) return shrinks.front();
  float sum = 0;
  for (const float part : shrinks) sum += part;
  return sum;
}

LineSums& LineSums::operator+=(const LineSums& other) {
  natural += other.natural;
  for (std::size_t i = 0; i < kShrinks; ++i) shrinks[i] += other.shrinks[i];
  loose_stretch += other.loose_stretch;
  han_stretch += other.han_stretch;
  return *this;
}

LineSums& LineSums::operator-=(const LineSums& other) {
  natural -= other.natural;
  for (std::size_t i = 0; i < kShrinks; ++i) shrinks[i] -= other.shrinks[i];
  loose_stretch -= other.loose_stretch;
  han_stretch -= other.han_stretch;
  return *this;
}

namespace {

/// What a piece adds wherever it stands.
LineSums own_sums(const Piece& piece) {
  LineSums sums;
  sums.natural = piece.advance;
  if ((piece.kind == ItemKind::Space && !piece.fixed) || piece.kind == ItemKind::NoBreakSpace) {
    sums[Shrink::Spaces] = std::max(0.0F, piece.advance - kLeastSpace * piece.em);
    sums.loose_stretch = std::max(0.0F, kMostSpace * piece.em - piece.advance);
  } else if (piece.kind == ItemKind::GapSpace) {
    sums.loose_stretch = kGapStretch * piece.em;
    sums[Shrink::Gaps] = kGapShrink * piece.em;
  } else if (piece.kind == ItemKind::MiddleDot) {
    sums[Shrink::Dots] = piece.trim_start + piece.trim_end;
  }
  return sums;
}

}  // namespace

LineSums first_sums(const Piece& piece) {
  LineSums sums = own_sums(piece);
  if (piece.kind == ItemKind::Opening) sums.natural -= piece.trim_start;
  return sums;
}

LineSums next_sums(const Piece& before, const Piece& piece) {
  const Joint joint = Joint::of(before, piece);
  LineSums sums = own_sums(piece);
  sums.natural += joint.gap - joint.trim_before - joint.trim_after;
  sums.loose_stretch += joint.gap_stretch;
  sums.han_stretch += joint.han_stretch;
  if (joint.gap > 0) sums[Shrink::Gaps] += joint.gap * (kGapShrink / kGap);
  if (before.kind == ItemKind::Closing)
    sums[Shrink::Brackets] += before.trim_end - joint.trim_before;
  if (before.comma) sums[Shrink::Commas] += before.trim_end - joint.trim_before;
  if (piece.kind == ItemKind::Opening)
    sums[Shrink::Brackets] += piece.trim_start - joint.trim_after;
  return sums;
}

void LineAdder::add(const Piece& piece) {
  if (transparent(piece.kind)) return;
  const bool hanging = hangs(piece.kind);
  if (hanging && !hangs_) visible_ = all_;
  all_ += any_before_ ? next_sums(before_, piece) : first_sums(piece);
  before_ = piece;
  any_before_ = true;
  hangs_ = hanging;
  if (hanging) return;
  empty_ = false;
  end_ = end_trim(piece, rules_.region);
}

LineSums LineAdder::sums() const {
  LineSums sums = visible();
  sums.natural -= end_.must;
  sums[Shrink::End] = end_.may;
  return sums;
}

bool LineAdder::fits(float room) const {
  // Most lines fit without giving way.
  const LineSums& sums = visible();
  const float width = sums.natural - end_.must;
  return width <= room || width - end_.may - sums.shrink(rules_.justify) <= room;
}

Spacing fit(const LineSums& sums, float room, FitRules rules, bool last) {
  Spacing spacing;
  spacing.width = sums.natural;
  const float rest = room - sums.natural;
  if (rest < -kTolerance) {
    float excess = -rest;
    for (std::size_t i = 0; i < (rules.justify ? kShrinks : 1); ++i) {
      const float allowance = sums.shrinks[i];
      if (allowance <= 0 || excess <= 0) continue;
      spacing.shrinks[i] = std::min(1.0F, excess / allowance);
      excess -= spacing.shrinks[i] * allowance;
    }
    spacing.width = room + std::max(excess, 0.0F);
    spacing.justified = rules.justify && excess <= kTolerance;
    return spacing;
  }
  if (!rules.justify || last) return spacing;
  if (rest <= kTolerance) {
    spacing.justified = true;
    return spacing;
  }
  if (sums.stretch() + kTolerance < rest) return spacing;  // ragged
  spacing.loose = sums.loose_stretch > 0 ? std::min(1.0F, rest / sums.loose_stretch) : 0.0F;
  const float left = rest - spacing.loose * sums.loose_stretch;
  if (left > 0 && sums.han_stretch > 0) spacing.han = std::min(1.0F, left / sums.han_stretch);
  spacing.width = room;
  spacing.justified = true;
  return spacing;
}

float between(const Piece& before, const Joint& joint, const Spacing& spacing) {
  float sum = joint.gap * (1 - spacing[Shrink::Gaps] * (kGapShrink / kGap)) +
              spacing.loose * joint.gap_stretch + spacing.han * joint.han_stretch -
              joint.trim_before;
  const float blank = before.trim_end - joint.trim_before;
  if (before.kind == ItemKind::Closing) sum -= spacing[Shrink::Brackets] * blank;
  if (before.comma) sum -= spacing[Shrink::Commas] * blank;
  return sum;
}

float own_change(const Piece& piece, const Spacing& spacing) {
  if (piece.kind == ItemKind::GapSpace)
    return piece.em * (spacing.loose * kGapStretch - spacing[Shrink::Gaps] * kGapShrink);
  if (piece.kind == ItemKind::MiddleDot) return -spacing[Shrink::Dots] * piece.trim_end;
  if ((piece.kind != ItemKind::Space || piece.fixed) && piece.kind != ItemKind::NoBreakSpace)
    return 0;
  return spacing.loose * std::max(0.0F, kMostSpace * piece.em - piece.advance) -
         spacing[Shrink::Spaces] * std::max(0.0F, piece.advance - kLeastSpace * piece.em);
}

}  // namespace article::text
