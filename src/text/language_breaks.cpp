#include "text/language_breaks.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/characters.h"

namespace article::text {
namespace {

constexpr std::string_view kSlavic[] = {"be", "bg", "cs", "mk", "pl", "ru", "sk", "sr", "uk"};

constexpr std::u32string_view kSmallKana =
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｧｨｩｪｫｬｭｮｯｰ〜～";

bool is_hangul(char32_t c) {
  return (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0x1100 && c <= 0x11FF) ||
         (c >= 0x3130 && c <= 0x318F);
}

bool of_korean_word(char32_t c) { return is_hangul(c) || is_han(c) || is_letter_or_digit(c); }

/// Whether a URL begins at `at`.
bool begins_url(std::span<const char32_t> characters, std::size_t at) {
  if (at > 0 && characters[at - 1] < 0x7F && is_letter_or_digit(characters[at - 1])) return false;
  for (const std::u32string_view start : {U"http://", U"https://", U"www."})
    if (characters.size() - at > start.size() &&
        std::equal(start.begin(), start.end(),
                   characters.begin() + static_cast<std::ptrdiff_t>(at)))
      return true;
  return false;
}

}  // namespace

LineHabit line_habit(const document::Language& language) {
  const std::string_view primary = language.name();
  if (primary == "ja") return LineHabit::Japanese;
  if (primary == "ko") return LineHabit::Korean;
  return std::ranges::find(kSlavic, primary) != std::end(kSlavic) ? LineHabit::Slavic
                                                                  : LineHabit::None;
}

Break habitual_break(Break standard, std::span<const char32_t> characters, std::size_t at,
                     LineHabit habit) {
  if (standard != Break::Allowed) return standard;
  const char32_t before = characters[at - 1];
  const char32_t after = characters[at];
  const bool never = habit == LineHabit::Japanese ? is_one_of(kSmallKana, after)
                     : habit == LineHabit::Korean
                         ? of_korean_word(before) && of_korean_word(after)
                         : (after == 0x2013 || after == 0x2014) && before == ' ';
  return never ? Break::Never : standard;
}

void break_urls(std::span<const char32_t> characters, std::vector<Break>& breaks) {
  for (std::size_t begin = 0; begin < characters.size(); ++begin) {
    if ((characters[begin] != 'h' && characters[begin] != 'w') || !begins_url(characters, begin))
      continue;
    std::size_t at = begin + 1;
    for (; at < characters.size() && is_visible_ascii(characters[at]); ++at) {
      const char32_t before = characters[at - 1];
      const char32_t after = characters[at];
      const bool number = is_digit(after) && at > 1 && is_digit(characters[at - 2]) &&
                          (before == '.' || before == '-');
      const bool ends = is_one_of(U"/.-?&", before) && !is_one_of(U"/.,;:!?)]\"'", after);
      breaks[at - 1] = (ends && !number) || after == '%' ? Break::Allowed : Break::Never;
    }
    begin = at - 1;
  }
}

}  // namespace article::text
