#include "text/segmenter.h"

#include <algorithm>

#include "document/utf8.h"
#include "text/bidi.h"
#include "text/characters.h"
#include "text/chinese_breaks.h"
#include "text/clusters.h"
#include "text/language_breaks.h"
#include "text/standard_breaks.h"

namespace article::text {
namespace {

bool is_number_sign(char32_t c) {
  return c == '-' || c == '+' || c == '$' || (c >= 0xA3 && c <= 0xA5) || c == 0xB1 || c == 0x2212 ||
         (c >= 0x20A0 && c <= 0x20CF);
}

bool is_unit_sign(char32_t c) {
  return c == '%' || c == 0xB0 || c == 0x2030 || c == 0x2103 || c == 0x2109;
}

/// In display sizes a quotation mark of a whole em opens a hole.
bool is_quote(char32_t c) { return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D; }

/// Marks within a sentence, which give way in a line that is too long.
bool is_comma(char32_t c) { return c == 0x3001 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B; }

/// One run as the segmenter sees it.
struct RunRules {
  std::uint32_t end = 0;  ///< byte
  host::StyleId style;
  std::uint16_t tag = 0;
  HanRegion region = HanRegion::None;
  bool chinese = false;
  LineHabit habit = LineHabit::None;
};

class Segmenter {
 public:
  Segmenter(SegmentStore& store, std::string_view text, std::span<const Run> runs,
            const ParagraphStyle& style)
      : store_(store), text_(text), style_(style) {
    std::uint32_t end = 0;
    for (const Run& run : runs) {
      end += static_cast<std::uint32_t>(run.text.size());
      runs_.push_back({end, run.style, run.tag, han_region(run.language), is_chinese(run.language),
                       line_habit(run.language)});
    }
  }

  std::vector<Item> items() {
    decode();
    if (characters_.empty()) return {};
    find_breaks();
    if (bidi_) bidi_levels(text_, style_.direction, levels_);
    make_items();
    relate_neighbours();
    items_.shrink_to_fit();
    return std::move(items_);
  }

 private:
  void decode() {
    characters_.reserve(text_.size() / 2);
    begins_.reserve(text_.size() / 2);
    bidi_ = style_.direction == Direction::RightToLeft;
    for (std::size_t at = 0; at < text_.size();) {
      const document::CodePoint c = document::code_point_at(text_, at);
      characters_.push_back(c.value);
      begins_.push_back(static_cast<std::uint32_t>(at));
      bidi_ = bidi_ || needs_bidi(c.value);
      dictionary_ = dictionary_ || needs_dictionary(c.value);
      at += c.bytes;
    }
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

  void find_breaks() {
    standard_breaks(characters_, breaks_);
    cluster_starts(characters_, cluster_starts_);
    if (dictionary_) break_between_words();
    break_urls(characters_, breaks_);
    const bool tailored = std::any_of(runs_.begin(), runs_.end(), [](const RunRules& r) {
      return r.chinese || r.habit != LineHabit::None;
    });
    if (!tailored || style_.kind == TextKind::Label) return;
    std::size_t before = 0;
    std::size_t after = 0;
    for (std::size_t i = 1; i < characters_.size(); ++i) {
      while (runs_[before].end <= begins_[i - 1]) ++before;
      while (runs_[after].end <= begins_[i]) ++after;
      breaks_[i - 1] = chinese_break(breaks_[i - 1],
                                     {characters_, i, runs_[before].chinese, runs_[after].chinese});
      const LineHabit habit = runs_[after].habit;
      if (habit != LineHabit::None && !(habit == LineHabit::Korean && justified()))
        breaks_[i - 1] = habitual_break(breaks_[i - 1], characters_, i, habit);
    }
  }

  [[nodiscard]] bool justified() const { return style_.alignment == Alignment::Justify; }

  void break_between_words() {
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      const std::size_t begin = i;
      while (i < characters_.size() && needs_dictionary(characters_[i])) ++i;
      if (i < begin + 2) continue;
      const std::uint32_t from = begins_[begin];
      const std::vector<std::uint8_t> starts =
          store_.find_words(text_.substr(from, begins_[i] - from));
      for (std::size_t at = begin + 1; at < i; ++at)
        if (starts[begins_[at] - from] != 0 && cluster_starts_[at])
          breaks_[at - 1] = Break::Allowed;
    }
  }

  void make_items() {
    std::size_t run = 0;
    for (std::size_t i = 0; i < characters_.size();) {
      while (runs_[run].end <= begins_[i]) ++run;
      std::size_t end = cluster_end(i, run);
      const ItemKind kind = kind_of(i, end, runs_[run].region);
      if (kind == ItemKind::Word || kind == ItemKind::Space)
        while (end < characters_.size() && joins(i, end, kind, run)) end = cluster_end(end, run);
      if (kind == ItemKind::Dash && end < characters_.size() &&
          characters_[end] == characters_[i] && end == i + 1 && begins_[end] < runs_[run].end)
        end = cluster_end(end, run);  // —— and …… (CLREQ: one unit of two em)
      add(i, end, kind, run);
      i = end;
    }
  }

  /// The end of the cluster that begins at character `i`, within its run.
  std::size_t cluster_end(std::size_t i, std::size_t run) const {
    ++i;
    while (i < characters_.size() && !cluster_starts_[i] && begins_[i] < runs_[run].end) ++i;
    return i;
  }

  /// Whether the cluster at `at` goes on with the word or spaces from `begin`.
  bool joins(std::size_t begin, std::size_t at, ItemKind kind, std::size_t run) const {
    if (begins_[at] >= runs_[run].end || level(at) != level(begin)) return false;
    if (kind == ItemKind::Word && breaks_[at - 1] != Break::Never) return false;
    const std::size_t end = cluster_end(at, run);
    return kind_of(at, end, runs_[run].region) == kind;
  }

  std::uint8_t level(std::size_t i) const { return bidi_ ? levels_[begins_[i]] : std::uint8_t{0}; }

  ItemKind kind_of(std::size_t i, std::size_t end, HanRegion region) const {
    const char32_t c = characters_[i];
    if (c < 0x80 && end == i + 1) {
      if (c == ' ' || c == '\t') return ItemKind::Space;
      if (c >= 0x20 && c != 0x7F) {
        return between_han(i, region) ? ItemKind::AsciiMark : ItemKind::Word;
      }
    }
    if (is_line_end(c)) return ItemKind::LineEnd;
    if (c == 0x3000 || c == 0x2003) return ItemKind::WideSpace;
    if (is_space(c)) return ItemKind::Space;
    if (c == 0xA0 || c == 0x202F || c == 0x2007) return ItemKind::NoBreakSpace;
    // No line goes on behind a text's end: no hyphen shows there.
    if (c == 0xAD) return end < characters_.size() ? ItemKind::SoftHyphen : ItemKind::Control;
    if (is_control(c)) return ItemKind::Control;
    if (begins_[end] - begins_[i] >= 3 &&
        is_color_emoji(text_.substr(begins_[i], begins_[end] - begins_[i])))
      return ItemKind::Emoji;
    switch (mark_of(c, region)) {
      case Mark::None:
        break;
      case Mark::Opening:
        return ItemKind::Opening;
      case Mark::Closing:
        return c == 0x2019 && apostrophe(i) ? ItemKind::Word : ItemKind::Closing;
      case Mark::Stop:
        return ItemKind::Stop;
      case Mark::Centred:
        return ItemKind::Centred;
      case Mark::MiddleDot:
        return ItemKind::MiddleDot;
      case Mark::Dash:
        return ItemKind::Dash;
    }
    if (region != HanRegion::None && region != HanRegion::Korea && is_han(c)) return ItemKind::Han;
    return is_wide(c) ? ItemKind::Wide : ItemKind::Word;
  }

  /// house rule: `, : ; ! ?` between Han take half an em.
  bool between_han(std::size_t i, HanRegion region) const {
    const char32_t c = characters_[i];
    if (c != ',' && c != ':' && c != ';' && c != '!' && c != '?') return false;
    if (region == HanRegion::None || region == HanRegion::Korea || i == 0) return false;
    if (!han_side(characters_[i - 1], region)) return false;
    return i + 1 == characters_.size() || han_side(characters_[i + 1], region);
  }

  static bool han_side(char32_t c, HanRegion region) {
    return is_han(c) || mark_of(c, region) != Mark::None;
  }

  /// U+2019 in the middle of a Latin word.
  bool apostrophe(std::size_t i) const {
    return i > 0 && i + 1 < characters_.size() && is_letter_or_digit(characters_[i - 1]) &&
           is_letter_or_digit(characters_[i + 1]);
  }

  void add(std::size_t begin, std::size_t end, ItemKind kind, std::size_t run) {
    const RunRules& rules = runs_[run];
    Item item;
    item.begin = begins_[begin];
    item.kind = kind;
    item.tag = rules.tag;
    item.level = level(begin);
    item.break_after = breaks_[end - 1];
    std::string_view text = text_.substr(begins_[begin], begins_[end] - begins_[begin]);
    Direction direction = item.level % 2 != 0 ? Direction::RightToLeft : Direction::LeftToRight;
    if (kind == ItemKind::SoftHyphen) {
      text = "-";
    } else if (kind == ItemKind::Control || kind == ItemKind::LineEnd || text == "\t") {
      text = " ";
      direction = Direction::LeftToRight;
    } else if (kind == ItemKind::Space || kind == ItemKind::WideSpace) {
      direction = Direction::LeftToRight;
    }
    if (kind == ItemKind::Word) {
      // A number is whole with its sign and unit; the gap stands around all of it.
      if (is_letter_or_digit(characters_[begin]) ||
          (begin + 1 < end && is_number_sign(characters_[begin]) &&
           is_digit(characters_[begin + 1]) &&
           (characters_[begin] != '-' || is_minus(characters_, begin))))
        item.flags |= Item::kStartsWithLetter;
      if (is_letter_or_digit(characters_[end - 1]) ||
          (begin + 1 < end && is_unit_sign(characters_[end - 1]) && is_digit(characters_[end - 2])))
        item.flags |= Item::kEndsWithLetter;
    }
    if (cluster_end(begin, run) == end) item.flags |= Item::kOneCharacter;
    if (is_comma(characters_[begin])) item.flags |= Item::kComma;
    if (kind == ItemKind::MiddleDot
            ? rules.region == HanRegion::Mainland
            : style_.kind == TextKind::Title && is_quote(characters_[begin]))
      item.flags |= Item::kNarrow;
    if (kind == ItemKind::Dash && (!item.has(Item::kOneCharacter) || characters_[begin] == 0x2E3A))
      item.flags |= Item::kTwoEm;
    const bool turns = bidi_ && kind != ItemKind::Emoji;
    item.segment = turns ? store_.intern(rules.style, forced(text, direction), direction)
                         : store_.intern(rules.style, text, direction);
    items_.push_back(item);
  }

  /// What an item is because of what stands beside it.
  void relate_neighbours() {
    // In a paragraph of another language a space at a Han word is a space.
    const HanRegion region = han_region(style_.language);
    const bool gap_spaces = region != HanRegion::None && region != HanRegion::Korea;
    std::size_t marks = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      // Three marks in a row may break rather than leave a hole.
      marks = ends_clause(item.kind) ? marks + 1 : 0;
      if (marks == 3) items_[i - 2].flags |= Item::kEscape;
      if (marks >= 3) items_[i - 1].flags |= Item::kEscape;
      if (i == 0 || i + 1 == items_.size()) continue;
      const Item& before = items_[i - 1];
      const Item& after = items_[i + 1];
      const bool space = item.kind == ItemKind::Space;
      if (after.kind == ItemKind::Han && ends_with_digit(space ? i - 1 : i))
        item.flags |= Item::kUnit;
      if (!space) continue;
      if (gap_spaces && item.break_after == Break::Never && after.kind == ItemKind::Word)
        item.flags |= Item::kFixed;
      const bool han_before = before.kind == ItemKind::Han;
      const bool han_after = after.kind == ItemKind::Han;
      const bool gap = (han_before && after.has(Item::kStartsWithLetter)) ||
                       (han_after && before.has(Item::kEndsWithLetter));
      const bool title = style_.kind == TextKind::Title && item.break_after == Break::Allowed;
      if (title && (han_before || is_mark(before.kind) || (han_after && gap && writes_no_gaps())) &&
          (han_after || is_mark(after.kind))) {
        item.flags |= Item::kClause;
      } else if (gap_spaces && gap) {
        item.kind = ItemKind::GapSpace;
      }
    }
  }

  /// Whether somewhere Han and a letter or digit stand side by side: then a space between two
  /// is not the writer's way of parting them.
  [[nodiscard]] bool writes_no_gaps() const {
    for (std::size_t i = 1; i < items_.size(); ++i) {
      const Item& before = items_[i - 1];
      const Item& after = items_[i];
      if ((before.kind == ItemKind::Han && after.has(Item::kStartsWithLetter)) ||
          (before.has(Item::kEndsWithLetter) && after.kind == ItemKind::Han))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_with_digit(std::size_t i) const {
    if (items_[i].kind != ItemKind::Word) return false;
    const char last = text_[items_[i + 1].begin - 1];
    return last >= '0' && last <= '9';
  }

  SegmentStore& store_;
  std::string_view text_;
  const ParagraphStyle& style_;
  std::vector<RunRules> runs_;
  std::vector<char32_t> characters_;
  std::vector<std::uint32_t> begins_;  ///< bytes; one more than characters
  std::vector<Break> breaks_;
  std::vector<std::uint8_t> cluster_starts_;
  std::vector<std::uint8_t> levels_;
  bool bidi_ = false;
  bool dictionary_ = false;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> segment(SegmentStore& store, std::string_view text, std::span<const Run> runs,
                          const ParagraphStyle& style) {
  return Segmenter(store, text, runs, style).items();
}

void hold_together(std::span<Item> items, std::span<const Hold> holds) {
  const auto first_from = [&](std::uint32_t byte) {
    return std::ranges::lower_bound(items, byte, {}, &Item::begin) - items.begin();
  };
  for (const Hold& hold : holds) {
    const auto begin = first_from(hold.begin);
    if (hold.kind == HoldKind::Part) {
      if (begin > 0) items[begin - 1].flags |= Item::kBeforePart;
      continue;
    }
    for (auto i = begin + 1; i < first_from(hold.end); ++i)
      if (items[i - 1].break_after == Break::Allowed) items[i - 1].break_after = Break::Avoided;
  }
}

}  // namespace article::text
