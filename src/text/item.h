#pragma once

#include <cstdint>

#include "text/segment_store.h"

namespace article::text {

/// Whether a line may, may not, or must end at a place. Avoided: only where it may nowhere else.
enum class Break : std::uint8_t { Never, Avoided, Allowed, Mandatory };

/// What a segment is to line breaking, gaps and justification.
enum class ItemKind : std::uint8_t {
  Word,     ///< Latin, Cyrillic, Arabic, …, with the ASCII marks at it
  Han,      ///< in a run of Han typography
  Wide,     ///< any other wide character
  Opening,  ///< full-width marks: see Mark
  Closing,
  Stop,
  Centred,
  MiddleDot,
  Dash,
  AsciiMark,  ///< `, : ; ! ?` between Han: half an em
  Emoji,
  Space,         ///< a run of spaces
  WideSpace,     ///< U+3000
  GapSpace,      ///< a space between Han and a letter or digit: the gap itself
  NoBreakSpace,  ///< stretches as a space, stays at line ends
  SoftHyphen,    ///< shows at a line end only
  Control,       ///< no width
  LineEnd,       ///< no width
};

/// A segment's place in a paragraph. Small: an article may have a million.
struct Item {
  static constexpr std::uint16_t kStartsWithLetter = 1;  ///< or a digit
  static constexpr std::uint16_t kEndsWithLetter = 2;    ///< or a digit
  static constexpr std::uint16_t kEscape = 4;  ///< the third mark in a row may begin a line
  static constexpr std::uint16_t kClause = 8;  ///< a title's space between Han clauses
  static constexpr std::uint16_t kPiece = 16;  ///< goes on with the word before
  static constexpr std::uint16_t kOneCharacter = 32;
  static constexpr std::uint16_t kComma = 64;         ///< a mark that gives way within a line
  static constexpr std::uint16_t kNarrow = 128;       ///< the mainland's middle dot, half an em
  static constexpr std::uint16_t kTwoEm = 256;        ///< `——`
  static constexpr std::uint16_t kFixed = 512;        ///< the space of `8 km`
  static constexpr std::uint16_t kUnit = 1024;        ///< a number; its Han unit follows
  static constexpr std::uint16_t kBeforePart = 2048;  ///< see HoldKind::Part

  /// Of `phrase`: what ends here leads to what follows, as a preposition with its noun does.
  static constexpr std::uint8_t kLeadsOn = 1;
  /// A word follows that begins a phrase, whatever it is in.
  static constexpr std::uint8_t kBegins = 127;

  SegmentId segment;
  std::uint32_t begin = 0;  ///< byte in the paragraph's text; the next item's begin ends it
  std::uint16_t tag = 0;
  ItemKind kind = ItemKind::Word;
  std::uint8_t level = 0;  ///< UAX #9 embedding level; odd is right to left
  Break break_after = Break::Never;
  /// In titles: how surely a phrase ends behind it, `kLeadsOn` to `kBegins`; 0: within one, or not
  /// known.
  std::uint8_t phrase = 0;
  std::uint16_t flags = 0;

  [[nodiscard]] bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Item) <= 16);

/// Whether it may hang over the end of a line without width (CSS Text 3
/// #white-space-phase-2).
[[nodiscard]] constexpr bool hangs(ItemKind kind) {
  return kind == ItemKind::Space || kind == ItemKind::WideSpace || kind == ItemKind::GapSpace ||
         kind == ItemKind::LineEnd;
}
/// Whether it is nothing to what stands on both its sides.
[[nodiscard]] constexpr bool transparent(ItemKind kind) {
  return kind == ItemKind::Control || kind == ItemKind::SoftHyphen;
}
/// A mark that may not begin a line.
[[nodiscard]] constexpr bool ends_clause(ItemKind kind) {
  return kind == ItemKind::Closing || kind == ItemKind::Stop || kind == ItemKind::Centred;
}
[[nodiscard]] constexpr bool is_mark(ItemKind kind) {
  return (kind >= ItemKind::Opening && kind <= ItemKind::AsciiMark);
}

}  // namespace article::text
