#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "document/language.h"
#include "host/units.h"

/// Where the phrases of a title end, in languages that have no spaces between words: BudouX's
/// models, a sum of weights for what stands around a place.
namespace article::text {

struct Item;

/// Languages that have a model.
enum class PhraseLanguage : std::uint8_t { None, Simplified, Traditional, Japanese };
constexpr std::size_t kPhraseLanguages = 4;

[[nodiscard]] PhraseLanguage phrase_language(const document::Language& language);

/// One language's model.
class PhraseModel {
 public:
  /// Reads what tools/pack-phrases.mjs writes. @return false: it is something else, and the model
  /// is empty, which finds no phrases.
  bool read(std::string_view packed);
  [[nodiscard]] bool empty() const { return features_.empty(); }

  /// How surely a phrase begins at each character, 1 to 127; 0: within one, as at the first.
  /// Characters beyond U+FFFF are in no model. Cost: O(characters).
  [[nodiscard]] std::vector<std::int8_t> strengths(std::span<const char32_t> characters) const;

 private:
  [[nodiscard]] std::uint32_t find(std::size_t order, std::uint32_t feature) const;
  [[nodiscard]] int score(std::span<const std::uint32_t> numbers, std::size_t at) const;

  int base_ = 0;
  /// Of one, two and three characters: a character, or numbers of some as one number; each sorted.
  std::vector<std::uint32_t> features_;
  /// By place, then by feature, for they differ by where features stand.
  std::vector<std::int16_t> weights_;
  std::size_t begins_[4] = {};  ///< of each order's features, and their end
};

/// What a page has of them. They come when a title needs them, and a title that was shown by then
/// stays as it is at its width.
class Phrases {
 public:
  /// Titles that were broken since the last `show` may be broken anew.
  /// @param packed viewed, not kept @return false: it is no model
  bool learn(PhraseLanguage language, std::string_view packed);

  /// Before a title is broken: says in its items where phrases end, once there is a model. None is
  /// of one character.
  void find(PhraseLanguage language, std::string_view title, CssPx width, std::span<Item> items);
  /// After it: that it has more than one line.
  void use(PhraseLanguage language, std::string_view title, CssPx width);

  /// What is broken by now is seen.
  void show();

  /// The language whose model some title lacked since the last call.
  [[nodiscard]] PhraseLanguage take_wanted() {
    return std::exchange(wanted_, PhraseLanguage::None);
  }

 private:
  PhraseModel models_[kPhraseLanguages];
  PhraseLanguage wanted_ = PhraseLanguage::None;
  /// A title that was broken without a model.
  struct Title {
    std::uint32_t hash = 0;
    CssPx width;  ///< 0: there is none
    bool shown = false;
  };
  [[nodiscard]] Title* without(std::string_view title);
  std::array<Title, 256> without_;
  std::size_t next_ = 0;  ///< the oldest of them
};

}  // namespace article::text
