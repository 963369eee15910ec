#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/language.h"

/// The widget's own words, in its four languages and natively in those of assets/languages/words/
/// too: a page loads the file of its language, and hands over what that holds as the page's own
/// words.
namespace article::layout {

/// In the order of assets/languages/words.json, then of assets/languages/status-words.json.
enum class Word : std::uint8_t {
  Previous,
  Next,
  Enlarge,
  Close,
  ZoomIn,
  ZoomOut,
  Photo,
  Carousel,
  Slide,
  Play,
  Pause,
  Source,
  Author,
  Updated,
  Gallery,
  Rankings,
  Comments,
  Hot,
  Latest,
  Counts,
  EmptyTab,
  MissingPhoto,
  Likes,
  Views,
  PlayVideo,
  Site,
  Loading,
  Retry,
  Failed,
};
inline constexpr int kWordCount = 29;

/// A word in the language, or the nearest of zh-Hans, zh-Hant, ar; others use English. Placeholders
/// such as {total} are left in.
[[nodiscard]] std::string_view word(Word word, const document::Language& language);
/// The tag of what `word` gives, a view of `language`: another one where
/// English stands in.
[[nodiscard]] std::string_view word_language(const document::Language& language);

/// What overrides the widget's own words: pairs of key, as pages write it (`missingPhoto`), and
/// text.
using OwnWords = std::vector<std::pair<std::string, std::string>>;
/// Null where there is none.
[[nodiscard]] const std::string* own_word(const OwnWords& words, std::string_view key);

/// The key of a word.
[[nodiscard]] std::string_view key_of(Word word);
/// The word of a key; -1 for none.
[[nodiscard]] int word_of_key(std::string_view key);

/// `pattern` with each {name} replaced; unknown placeholders stay.
[[nodiscard]] std::string fill_in(
    std::string_view pattern, const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace article::layout
