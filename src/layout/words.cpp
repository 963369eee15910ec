#include "layout/words.h"

#include <iterator>

#include "text/paragraph.h"

namespace article::layout {
namespace {

using document::Language;

/// Key, zh-Hans, zh-Hant, en, ar, each ended by U+0000.
constexpr const char* kRows[] = {
#include "languages/words.inc"
    ,
#include "languages/status-words.inc"
};
static_assert(std::size(kRows) == kWordCount);

struct FurtherRow {
  std::string_view language;
  std::string_view text[kWordCount];
};

/// Those of assets/languages/words/, where this is native, and an empty row.
constexpr FurtherRow kFurtherRows[] = {
#include "languages/further-words.inc"
    {}};

enum Column { Key, Simplified, Traditional, English, Arabic };

std::string_view text_of(int row, Column column) {
  const char* text = kRows[row];
  for (int i = 0; i < column; ++i) text += std::string_view(text).size() + 1;
  return text;
}

Column column(const Language& language) {
  if (text::is_chinese(language)) return text::is_traditional(language) ? Traditional : Simplified;
  return language.name() == "ar" && language.script() != "Latn" ? Arabic : English;
}

/// Null for languages of the table above.
const FurtherRow* further_row(const Language& language) {
  if constexpr (std::size(kFurtherRows) > 1) {
    if (text::has_further_words(language))
      for (const FurtherRow& row : kFurtherRows)
        if (row.language == language.name()) return &row;
  }
  return nullptr;
}

}  // namespace

std::string_view word(Word word, const Language& language) {
  const int number = static_cast<int>(word);
  if (const FurtherRow* row = further_row(language)) return row->text[number];
  return text_of(number, column(language));
}

std::string_view word_language(const Language& language) {
  const bool stands_in = column(language) == English && language.name() != "en";
  return stands_in && further_row(language) == nullptr ? "en" : language.tag();
}

const std::string* own_word(const OwnWords& words, std::string_view key) {
  for (const auto& [own, text] : words)
    if (own == key) return &text;
  return nullptr;
}

std::string_view key_of(Word word) { return text_of(static_cast<int>(word), Key); }

int word_of_key(std::string_view key) {
  for (int i = 0; i < kWordCount; ++i)
    if (text_of(i, Key) == key) return i;
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
