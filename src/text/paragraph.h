#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/language.h"
#include "host/text_host.h"
#include "host/units.h"
#include "text/item.h"
#include "text/line_stretches.h"
#include "text/segment_store.h"

/// One paragraph: shaped once, broken into lines for a width, placed line by
/// line when it is drawn.
namespace article::text {

/// Han typography: forms of marks and rules, by region.
enum class HanRegion : std::uint8_t { None, Mainland, Taiwan, HongKong, Japan, Korea };

/// A stretch of a paragraph's text. `tag` is the caller's (a link, a colour)
/// and comes back with each placed segment.
struct Run {
  std::string_view text;  ///< UTF-8
  host::StyleId style;
  document::Language language;  ///< the run's own, never none where its paragraph has one
  std::uint16_t tag = 0;
};

enum class HoldKind : std::uint8_t {
  Whole,  ///< a name: parted only where it is wider than the line
  Part,   ///< of a list: goes to the next line, if it is whole there and would not be here
};

/// A stretch of a paragraph's text that keeps together.
struct Hold {
  std::uint32_t begin = 0;  ///< byte
  std::uint32_t end = 0;
  HoldKind kind = HoldKind::Whole;
};

enum class Alignment : std::uint8_t { Start, Justify, Center };

/// What kind of text it is: decides tailoring of breaks.
enum class TextKind : std::uint8_t {
  Body,   ///< Chinese: 2 em indent (where `indent`), justified
  Title,  ///< a space between Han clauses breaks first; last line 3 Han or more
  Label,  ///< meta lines, tabs, buttons: no tailoring but the standard's
};

struct ParagraphStyle {
  document::Language language;                   ///< of the document: region's rules
  Direction direction = Direction::LeftToRight;  ///< of the paragraph (base level)
  Alignment alignment = Alignment::Start;
  TextKind kind = TextKind::Body;
  /// First line indent in em of the first run's size.
  float indent_em = 0;
};

/// One line of a paragraph. Segment numbers index the paragraph, in logical
/// order, end exclusive; spaces at the end are in the line but have no width.
struct Line {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  CssPx indent;            ///< at inline start
  CssPx width;             ///< of the line's content as it will be placed, indent not included
  bool justified = false;  ///< stretched (or shrunk) to the full measure
};

/// A segment at its place: `x` from the paragraph's left edge (physical), pen
/// position on the baseline; `advance` as placed, with its part of
/// justification, gaps and compression: `x + advance` is where the next one's
/// room begins. A mark that is trimmed before its ink has its pen position
/// half an em to the left of its room.
struct PlacedSegment {
  SegmentId segment;
  CssPx x;
  CssPx advance;
  std::uint32_t text_begin = 0;  ///< byte range in `Paragraph::text()`
  std::uint32_t text_end = 0;
  std::uint16_t tag = 0;
};

class Paragraph {
 public:
  Paragraph() = default;

  /// Segments the runs and finds break opportunities and bidi levels.
  /// Call `store.measure()` before `break_lines`: one measuring call serves
  /// many paragraphs. Runs, style and holds are not kept as views.
  /// @param holds in order of their begin
  [[nodiscard]] static Paragraph shape(SegmentStore& store, std::span<const Run> runs,
                                       const ParagraphStyle& style,
                                       std::span<const Hold> holds = {});

  /// Breaks into lines no wider than `width`, > 0. A segment wider than the
  /// line is broken between its grapheme clusters (that may intern and
  /// measure new segments). Every segment is in exactly one line. An empty
  /// paragraph has one empty line. A title that was broken before its
  /// language's model came breaks the same at the same width. Cost: O(segments).
  [[nodiscard]] std::vector<Line> break_lines(SegmentStore& store, CssPx width);

  /// The line's segments in visual order, left to right (UAX #9 L1, L2).
  /// Appends to `out`, and allocates nothing else. Cost: O(line).
  /// @param width the width given to `break_lines`.
  void place(const SegmentStore& store, const Line& line, CssPx width,
             std::vector<PlacedSegment>& out) const;

  /// Where a line's first room begins, from the paragraph's left edge.
  [[nodiscard]] CssPx start_of(const Line& line, CssPx width) const;

  /// The line in stretches that one spacing serves, in logical order; what
  /// hangs over the line's end is in none. Each is of one embedding level.
  /// Appends to `out`.
  void stretches(const SegmentStore& store, const Line& line, CssPx width,
                 std::vector<Stretch>& out) const;

  /// Width of the text on one line, spaces at its ends left out.
  [[nodiscard]] CssPx natural_width(const SegmentStore& store) const;
  /// Width below which some segment has to be broken.
  [[nodiscard]] CssPx min_width(const SegmentStore& store) const;

  [[nodiscard]] std::string_view text() const;  ///< all runs joined
  /// Byte range of a line in `text()`, end exclusive.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> text_range(const Line& line) const;

  /// Marks its segments as in use, see SegmentStore::begin_sweep.
  void keep(SegmentStore& store) const;

 private:
  struct Fitted;

  [[nodiscard]] std::vector<Line> broken_lines(SegmentStore& store, CssPx width);
  [[nodiscard]] bool is_set_as_a_whole() const;
  [[nodiscard]] Fitted fitted(const SegmentStore& store, const Line& line, CssPx width) const;
  void cut_long_words(SegmentStore& store, CssPx width, CssPx first_width);
  void join_cut_words(SegmentStore& store);
  void rooms(const SegmentStore& store, const Line& line, CssPx width,
             std::vector<PlacedSegment>& out) const;
  void reorder(std::span<PlacedSegment> line, std::span<const Item> items) const;
  [[nodiscard]] std::uint32_t end_of(std::size_t item) const;
  [[nodiscard]] std::size_t visible_items(const Line& line) const;

  std::string text_;
  std::vector<Item> items_;
  Direction direction_ = Direction::LeftToRight;
  Alignment alignment_ = Alignment::Start;
  TextKind kind_ = TextKind::Body;
  PhraseLanguage phrases_ = PhraseLanguage::None;  ///< of a title
  HanRegion region_{};
  bool chinese_ = false;
  bool reorders_ = false;  ///< some level is not 0
  bool cut_ = false;       ///< some words are in pieces
  CssPx indent_;
};

/// Where a language's script runs from, by its script subtag or its usual script.
[[nodiscard]] Direction direction_of(const document::Language& language);

/// Which Han typography a language asks for. Region beats script: zh-Hant-CN
/// has the mainland's marks and rules.
[[nodiscard]] HanRegion han_region(const document::Language& language);
/// Whether it is Chinese text (indent, no paragraph gap, full-width habits).
[[nodiscard]] bool is_chinese(const document::Language& language);
/// Whether Chinese is written in Traditional characters. Script beats region:
/// zh-Hans-HK has Simplified ones.
[[nodiscard]] bool is_traditional(const document::Language& language);
/// Whether its words are in a file of assets/languages/words/, named as the language is. Most of
/// these languages are not meant where a tag says that they are written in Latin letters.
[[nodiscard]] bool has_further_words(const document::Language& language);
/// Whether emphasis may be slanted. Neither Han nor Arabic is: there it is weight.
[[nodiscard]] bool slants(const document::Language& language);

/// CSS font-family list for a language, named families first.
[[nodiscard]] std::string_view default_family(const document::Language& language);

}  // namespace article::text
