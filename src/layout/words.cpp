#include "layout/words.h"

#include <iterator>

#include "text/paragraph.h"

namespace article::layout {
namespace {

using document::Language;

struct Row {
  std::string_view key;
  std::string_view text[4];  // zh-Hans, zh-Hant, en, ar
};

constexpr Row kRows[] = {
#include "languages/words.inc"
    ,
#include "languages/status-words.inc"
};
static_assert(std::size(kRows) == kWordCount);

enum Column { Simplified, Traditional, English, Arabic };

Column column(const Language& language) {
  if (text::is_chinese(language)) return text::is_traditional(language) ? Traditional : Simplified;
  return language.name() == "ar" && language.script() != "Latn" ? Arabic : English;
}

}  // namespace

std::string_view word(Word word, const Language& language) {
  return kRows[static_cast<int>(word)].text[column(language)];
}

std::string_view word_language(const Language& language) {
  return column(language) == English && language.name() != "en" ? "en" : language.tag();
}

int word_of_key(std::string_view key) {
  for (int i = 0; i < kWordCount; ++i)
    if (kRows[i].key == key) return i;
  return -1;
}

std::string fill_in(std::string_view pattern,
                    const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    std::string_view filled = pattern.substr(open, close - open + 1);
    for (const auto& [key, value] : values)
      if (key == name) filled = value;
    out += filled;
    pattern.remove_prefix(close + 1);
  }
  return out += pattern;
}

}  // namespace article::layout
