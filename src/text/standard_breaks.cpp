#include "text/standard_breaks.h"

#include <linebreak.h>

#include "text/characters.h"
extern "C" {
#include <linebreakdef.h>
}

namespace article::text {
namespace {

Break answer(int libunibreak) {
  if (libunibreak == LINEBREAK_MUSTBREAK) return Break::Mandatory;
  return libunibreak == LINEBREAK_ALLOWBREAK ? Break::Allowed : Break::Never;
}

LineBreakClass class_of(char32_t c) {
  const LineBreakContext context{};
  return lb_get_char_class(&context, c);
}

/// Between two visible ASCII characters browsers end a line after `-` and `?`
/// and before opening brackets only: paths, `and/or`, `km/h`, `{x}y` stay
/// whole, as CSS Text 3 #line-breaking leaves it to them.
bool ends_in_ascii(char32_t before, char32_t after) {
  if (before == '-' || before == '?') return true;
  return before != '/' && (after == '(' || after == '[' || after == '{' || after == '<');
}

bool opens(char32_t quote) { return quote == 0x2018 || quote == 0x201C || quote == 0xAB; }
bool closes(char32_t quote) { return quote == 0x2019 || quote == 0x201D || quote == 0xBB; }

bool is_hebrew_letter(char32_t c) {
  return (c >= 0x5D0 && c <= 0x5F2) || (c >= 0xFB1D && c <= 0xFB4F);
}

/// After a space, where libunibreak's older rules hold what Unicode 16 lets go.
Break amended_after_space(std::span<const char32_t> characters, std::size_t at) {
  const char32_t after = characters[at];
  if (after == '/') return Break::Allowed;  // a path, as browsers have it
  std::size_t before = at;
  while (before > 0 && characters[before - 1] == ' ') --before;
  if (before == 0) return Break::Never;
  const char32_t held = characters[before - 1];
  // No quotation mark but an opening one holds a bracket (LB15), nor a dash
  // that stands alone what comes after Hebrew (LB21a).
  if (closes(held) || held == '"' || held == '\'' || held == '-' || held == 0x2013 || held == 0x5BE)
    return standard_break(' ', after);
  return Break::Never;
}

/// libunibreak 6.1 has the rules of Unicode 15; some are others since.
/// @param at the character after the place, > 0.
Break amended(Break answer, std::span<const char32_t> characters, std::size_t at) {
  const char32_t before = characters[at - 1];
  const char32_t after = characters[at];
  const auto character = [&](std::size_t i) { return i < characters.size() ? characters[i] : 0; };
  if (answer == Break::Allowed && is_visible_ascii(before) && is_visible_ascii(after))
    return ends_in_ascii(before, after) ? answer : Break::Never;
  if (answer != Break::Never) return answer;
  if (before == ' ') return after == ' ' ? answer : amended_after_space(characters, at);
  // UAX #14 LB19a (Unicode 16): between wide characters a quotation mark opens
  // or closes like a bracket.
  if (opens(after) && is_wide(before) && is_wide(character(at + 1)))
    return standard_break(before, 0x300C);
  if (closes(before) && is_wide(after) && is_wide(character(at - 2)))
    return standard_break(0x300D, after);
  // UAX #14 LB21a (Unicode 16): a hyphen between Hebrew words ends a line.
  if ((before == '-' || before == 0x5BE) && is_hebrew_letter(after) &&
      is_hebrew_letter(character(at - 2)))
    return Break::Allowed;
  // UAX #14 LB25 (Unicode 16): only a number holds a sign after a closing mark.
  if (is_wide(before) && class_of(before) == LBP_CL && !is_digit(character(at - 2))) {
    const LineBreakClass sign = class_of(after);
    if (sign == LBP_PR || sign == LBP_PO) return Break::Allowed;
  }
  return answer;
}

}  // namespace

void standard_breaks(std::span<const char32_t> characters, std::vector<Break>& out) {
  out.assign(characters.size(), Break::Never);
  if (characters.empty()) return;
  LineBreakContext context{};
  lb_init_break_context(&context, characters[0], nullptr);
  for (std::size_t i = 1; i < characters.size(); ++i)
    out[i - 1] = amended(answer(lb_process_next_char(&context, characters[i])), characters, i);
  if (is_line_end(characters.back())) out.back() = Break::Mandatory;
}

bool needs_dictionary(char32_t c) {
  if (c < 0xE00 || (c >= 0x2000 && c < 0xA9E0)) return false;
  return class_of(c) == LBP_SA;
}

Break standard_break(char32_t before, char32_t after) {
  return answer(is_line_breakable(before, after, nullptr));
}

}  // namespace article::text
