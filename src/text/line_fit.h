#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/item.h"
#include "text/paragraph.h"

/// How wide a line is, and what in it gives way: adjacent marks, the mark at
/// its end, gaps between Han and Latin, justification.
namespace article::text {

/// What fitting needs to know of a paragraph.
struct FitRules {
  HanRegion region = HanRegion::None;
  bool justify = false;
};

/// An item with its widths, CSS px.
struct Piece {
  ItemKind kind = ItemKind::LineEnd;
  bool starts_with_letter = false;
  bool ends_with_letter = false;
  bool comma = false;  ///< a mark that gives way within a line too
  bool fixed = false;  ///< a space that does not stretch
  bool rtl = false;    ///< runs right to left
  float em = 0;
  float advance = 0;     ///< its room alone, nothing trimmed
  float lead = 0;        ///< how far before its room the pen stands, on any line
  float trim_start = 0;  ///< blank before the ink that may go, for an opening mark half an em
  float trim_end = 0;    ///< blank after the ink that may go

  [[nodiscard]] static Piece of(const SegmentStore& store, const Item& item);
};

/// Between two neighbours on a line.
struct Joint {
  float trim_before = 0;  ///< of the first one's end
  float trim_after = 0;   ///< of the second one's start
  float gap = 0;          ///< between Han and Latin
  float gap_stretch = 0;  ///< that the gap may grow by
  float han_stretch = 0;  ///< that a place without a gap may grow by

  [[nodiscard]] static Joint of(const Piece& before, const Piece& after);
};

/// What gives way in a line that is too long, in this order (CLREQ
/// #id100: the mark at the end first, then other blanks).
enum class Shrink : std::uint8_t { End, Spaces, Dots, Brackets, Commas, Gaps };
inline constexpr std::size_t kShrinks = 6;

/// Sums over a line: its natural width and how much each kind of place gives.
struct LineSums {
  float natural = 0;
  std::array<float, kShrinks> shrinks{};  ///< by Shrink
  float loose_stretch = 0;                ///< word spaces and Han-Latin gaps
  float han_stretch = 0;

  [[nodiscard]] float& operator[](Shrink kind) { return shrinks[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] float operator[](Shrink kind) const {
    return shrinks[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] float shrink(bool justify) const;
  [[nodiscard]] float stretch() const { return loose_stretch + han_stretch; }
  LineSums& operator+=(const LineSums& other);
  LineSums& operator-=(const LineSums& other);
};

/// How much of the mark at a line's end must go, and how much may.
struct EndTrim {
  float must = 0;
  float may = 0;
};
[[nodiscard]] EndTrim end_trim(const Piece& last, HanRegion region);

/// What a line's first piece adds to it: an opening mark is trimmed there.
[[nodiscard]] LineSums first_sums(const Piece& piece);
/// What a piece adds to a line behind `before`.
[[nodiscard]] LineSums next_sums(const Piece& before, const Piece& piece);

/// Adds up a line item by item. Spaces count once something follows them.
class LineAdder {
 public:
  explicit LineAdder(FitRules rules) : rules_(rules) {}

  void add(const Piece& piece);
  /// As if the line ended after what was added.
  [[nodiscard]] LineSums sums() const;
  [[nodiscard]] bool empty() const { return empty_; }
  /// Whether its least width is no more than `room`.
  [[nodiscard]] bool fits(float room) const;

 private:
  [[nodiscard]] const LineSums& visible() const { return hangs_ ? visible_ : all_; }

  FitRules rules_;
  LineSums all_;
  LineSums visible_;  ///< where spaces hang: the sums before them
  EndTrim end_;       ///< of the last visible piece
  Piece before_;
  bool empty_ = true;
  bool hangs_ = false;
  bool any_before_ = false;
};

/// How much of each allowance a line takes: 0 is none, 1 is all.
struct Spacing {
  std::array<float, kShrinks> shrinks{};  ///< by Shrink
  float loose = 0;
  float han = 0;
  float width = 0;
  bool justified = false;

  [[nodiscard]] float operator[](Shrink kind) const {
    return shrinks[static_cast<std::size_t>(kind)];
  }
};

/// Shrinks in the order of `Shrink`; stretches word spaces and Han-Latin gaps,
/// then all other places; where that is not enough, leaves the line ragged.
/// @param room      > 0, what the line may take
/// @param last      of its paragraph: never stretched
[[nodiscard]] Spacing fit(const LineSums& sums, float room, FitRules rules, bool last);

/// What a line's spacing adds behind `before`, the joint's own part included.
[[nodiscard]] float between(const Piece& before, const Joint& joint, const Spacing& spacing);
/// What it adds to a piece's room.
[[nodiscard]] float own_change(const Piece& piece, const Spacing& spacing);

inline constexpr float kGap = 0.125F;         ///< em, Han to Latin
inline constexpr float kGapStretch = 0.125F;  ///< em, from 1/8 to 1/4
inline constexpr float kGapShrink = 0.0625F;  ///< em, from 1/8 to 1/16
inline constexpr float kHanStretch = 0.2F;    ///< em, beyond it a line is ragged
inline constexpr float kLeastSpace = 0.25F;   ///< em
inline constexpr float kMostSpace = 0.5F;     ///< em

/// Sums may differ from the width in the last bits only.
inline constexpr float kTolerance = 1.0F / 64;

}  // namespace article::text
