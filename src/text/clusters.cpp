#include "text/clusters.h"

#include <algorithm>
#include <cstdint>

#include <linebreak.h>

#include "document/marks.h"
#include "text/characters.h"
extern "C" {
#include <linebreakdef.h>
}

namespace article::text {
namespace {

/// What a character is to UAX #29.
enum class Kind : std::uint8_t {
  Other,
  Control,
  Extend,  ///< SpacingMark too
  Joiner,  ///< ZWJ
  Prepend,
  Regional,
  Pictograph,
  LeadingJamo,
  VowelJamo,
  TrailingJamo,
  OpenSyllable,
  ClosedSyllable,
};

/// Signs of Arabic and Syriac numbers, and a letter of Malayalam.
bool is_prepended(char32_t c) {
  return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 ||
         c == 0x8E2 || c == 0xD4E;
}

/// Extended_Pictographic as far as joiners are put after it.
bool is_pictograph(char32_t c) {
  return c == 0xA9 || c == 0xAE || (c >= 0x203C && c < 0x2C00 && !is_space(c)) || c == 0x3030 ||
         c == 0x303D || c == 0x3297 || c == 0x3299 || (c >= 0x1F000 && c < 0x1FB00);
}

Kind kind_of(char32_t c) {
  if (c == 0x200C || c == 0x34F) return Kind::Extend;
  if (is_control(c) || is_line_end(c) || c == 0xAD || c == 0x180E || c == '\t')
    return Kind::Control;
  if (is_prepended(c)) return Kind::Prepend;
  if (document::is_mark(c)) return Kind::Extend;
  const LineBreakContext context{};
  switch (lb_get_char_class(&context, c)) {
    case LBP_ZWJ:
      return Kind::Joiner;
    case LBP_RI:
      return Kind::Regional;
    case LBP_JL:
      return Kind::LeadingJamo;
    case LBP_JV:
      return Kind::VowelJamo;
    case LBP_JT:
      return Kind::TrailingJamo;
    case LBP_H2:
      return Kind::OpenSyllable;
    case LBP_H3:
      return Kind::ClosedSyllable;
    default:
      return is_pictograph(c) ? Kind::Pictograph : Kind::Other;
  }
}

/// Indic scripts of which a virama joins consonants; their blocks are alike.
bool has_conjuncts(char32_t c) {
  const char32_t block = c & ~char32_t{0x7F};
  return block == 0x900 || block == 0x980 || block == 0xA80 || block == 0xB00 || block == 0xC00 ||
         block == 0xD00;
}
bool is_consonant(char32_t c) {
  const char32_t at = c & 0x7FU;
  if (!has_conjuncts(c)) return false;
  return (at >= 0x15 && at <= 0x39) || (c >= 0x958 && c <= 0x95F) || (c >= 0x978 && c <= 0x97F) ||
         (c >= 0x9DC && c <= 0x9DF) || c == 0x9F0 || c == 0x9F1 || c == 0xAF9 ||
         (c >= 0xB5C && c <= 0xB5F) || c == 0xB71 || (c >= 0xC58 && c <= 0xC5A) || c == 0xD3A;
}
bool is_virama(char32_t c) { return (c & 0x7FU) == 0x4D && has_conjuncts(c); }
/// Between a consonant and its virama, or after it.
bool is_nukta(char32_t c) { return (c & 0x7FU) == 0x3C && has_conjuncts(c); }

bool joins_syllable(Kind before, Kind after) {
  switch (before) {
    case Kind::LeadingJamo:
      return after == Kind::LeadingJamo || after == Kind::VowelJamo ||
             after == Kind::OpenSyllable || after == Kind::ClosedSyllable;
    case Kind::VowelJamo:
    case Kind::OpenSyllable:
      return after == Kind::VowelJamo || after == Kind::TrailingJamo;
    case Kind::TrailingJamo:
    case Kind::ClosedSyllable:
      return after == Kind::TrailingJamo;
    default:
      return false;
  }
}

/// Reads characters one after the other.
class ClusterReader {
 public:
  /// Whether a cluster begins with it.
  bool begins(char32_t c) {
    const Kind kind = kind_of(c);
    const bool starts = !goes_on(c, kind);
    odd_regional_ = kind == Kind::Regional && (starts || !odd_regional_);
    if (kind != Kind::Extend && kind != Kind::Joiner) {
      base_ = kind;
      consonant_ = is_consonant(c);
      virama_ = false;
    } else if (is_virama(c)) {
      virama_ = consonant_;
    } else if (kind == Kind::Extend && !is_nukta(c)) {
      consonant_ = virama_ = false;
    }
    before_ = kind;
    last_was_return_ = c == '\r';
    return starts;
  }

 private:
  [[nodiscard]] bool goes_on(char32_t c, Kind kind) const {
    if (c == '\n' && last_was_return_) return true;                                  // GB3
    if (before_ == Kind::Control || kind == Kind::Control) return false;             // GB4, GB5
    if (joins_syllable(before_, kind)) return true;                                  // GB6 to GB8
    if (kind == Kind::Extend || kind == Kind::Joiner) return true;                   // GB9, GB9a
    if (before_ == Kind::Prepend) return true;                                       // GB9b
    if (virama_ && is_consonant(c)) return true;                                     // GB9c
    if (before_ == Kind::Joiner && base_ == Kind::Pictograph) return kind == base_;  // GB11
    return kind == Kind::Regional && odd_regional_;                                  // GB12, GB13
  }

  Kind before_ = Kind::Control;
  Kind base_ = Kind::Control;  ///< the last that is neither mark nor joiner
  bool consonant_ = false;     ///< was the base, with nothing but nukta and virama since
  bool virama_ = false;        ///< joins the base to the next consonant
  bool odd_regional_ = false;
  bool last_was_return_ = false;
};

/// One character a cluster, beside its like: Latin, Cyrillic, Han, their marks.
bool is_plain(char32_t c) {
  return (c < 0x300 && c != '\r' && c != 0xA9 && c != 0xAE) || (c >= 0x370 && c < 0x483) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3020) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x2010 && c <= 0x2027);
}

}  // namespace

void cluster_starts(std::span<const char32_t> characters, std::vector<std::uint8_t>& out) {
  out.assign(characters.size(), true);
  if (std::all_of(characters.begin(), characters.end(), is_plain)) return;
  ClusterReader reader;
  for (std::size_t i = 0; i < characters.size(); ++i) out[i] = reader.begins(characters[i]);
}

}  // namespace article::text
