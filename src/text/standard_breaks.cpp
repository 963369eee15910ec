#include "text/standard_breaks.h"

#include <algorithm>

#include <graphemebreak.h>
#include <linebreak.h>
extern "C" {
#include <linebreakdef.h>
}

namespace article::text {
namespace {

Break answer(int libunibreak) {
  if (libunibreak == LINEBREAK_MUSTBREAK) return Break::Mandatory;
  return libunibreak == LINEBREAK_ALLOWBREAK ? Break::Allowed : Break::Never;
}

bool ends_a_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

void standard_breaks(std::span<const char32_t> characters, std::vector<Break>& out) {
  out.assign(characters.size(), Break::Never);
  if (characters.empty()) return;
  LineBreakContext context{};
  lb_init_break_context(&context, characters[0], nullptr);
  for (std::size_t i = 1; i < characters.size(); ++i)
    out[i - 1] = answer(lb_process_next_char(&context, characters[i]));
  if (ends_a_line(characters.back())) out.back() = Break::Mandatory;
}

Break standard_break(char32_t before, char32_t after) {
  return answer(is_line_breakable(before, after, nullptr));
}

void cluster_starts(std::span<const char32_t> characters, std::vector<bool>& out) {
  out.assign(characters.size(), true);
  // Most text has one character a cluster: plain Latin, Han, their marks.
  const auto plain = [](char32_t c) {
    return (c < 0x300 && c != '\r' && c != 0xA9 && c != 0xAE) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0x3000 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x2010 && c <= 0x2027);
  };
  if (std::all_of(characters.begin(), characters.end(), plain)) return;
  const std::vector<utf32_t> copy(characters.begin(), characters.end());
  std::vector<char> answers(copy.size());
  set_graphemebreaks_utf32(copy.data(), copy.size(), nullptr, answers.data());
  for (std::size_t i = 1; i < copy.size(); ++i) out[i] = answers[i - 1] == GRAPHEMEBREAK_BREAK;
}

}  // namespace article::text
