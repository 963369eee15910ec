#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/language.h"

/// The widget's own words, in its four languages.
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

/// A word in the nearest of zh-Hans, zh-Hant, en, ar; other languages use
/// English. Placeholders such as {total} are left in.
[[nodiscard]] std::string_view word(Word word, const document::Language& language);
/// The tag of what `word` gives, a view of `language`: another one where
/// English stands in.
[[nodiscard]] std::string_view word_language(const document::Language& language);

/// The word of a key as pages write it (`missingPhoto`); -1 for none.
[[nodiscard]] int word_of_key(std::string_view key);

/// `pattern` with each {name} replaced; unknown placeholders stay.
[[nodiscard]] std::string fill_in(
    std::string_view pattern, const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace article::layout
