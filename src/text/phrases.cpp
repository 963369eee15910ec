#include "text/phrases.h"

#include <algorithm>

#include "document/utf8.h"
#include "text/characters.h"
#include "text/item.h"
#include "text/paragraph.h"

namespace article::text {
namespace {

/// Of features of one, two and three characters: places, and how far before a boundary the first
/// one is.
constexpr std::size_t kPlaces[] = {6, 3, 4};
constexpr std::size_t kBefore[] = {3, 2, 3};

constexpr std::uint32_t kRadix = 91;
/// Digits below it end a number.
constexpr std::uint32_t kHalf = 45;
/// Three characters' numbers are a number of 32 bits.
constexpr std::size_t kMostCharacters = 1600;
/// Half of what phrases score in news is less.
constexpr int kMedianScore = 1700;
constexpr int kMostStrength = Item::kBegins;
/// Of places that score less two of five are within a word.
constexpr std::int8_t kLeastStrength = 28;
/// They go with what is before them.
constexpr std::u32string_view kParticles = U"的了吗嗎呢吧着著过過地得";
/// They go with what is behind them, prepositions with the verb behind their noun too.
constexpr std::u32string_view kPrepositions = U"在从從向对對把被由让讓";
/// Behind them `把` and `对` count things.
constexpr std::u32string_view kCounts = U"一二三两兩几幾";
constexpr std::u32string_view kAdverbs = U"将將已曾正仍再又也都才就还還更最不没沒";
/// Words of two characters. Verbs and the like that lead to another verb.
constexpr std::u32string_view kLeadingWords =
    U"开始開始继续繼續可以能够能夠应该應該需要正在没有沒有同比环比環比";
/// Words that begin a phrase, but behind those of `kHolding`.
constexpr std::u32string_view kFirstWords =
    U"今日昨日明日今天昨天明天今晚昨晚今年去年明年近日同比环比環比还是還是";
constexpr std::u32string_view kHolding = U"在到至自从從于於的是比和与與及";

constexpr std::uint32_t kNone = UINT32_MAX;

/// Printable ASCII as numbers.
class Digits {
 public:
  explicit Digits(std::string_view text) : text_(text) {}

  std::uint32_t digit() {
    const auto c = at_ < text_.size() ? static_cast<unsigned char>(text_[at_]) : 0U;
    ++at_;
    if (c < '#' || c > '~' || c == '\\') good_ = false;
    return good_ ? c - '#' - (c > '\\' ? 1 : 0) : 0;
  }

  std::uint32_t number() {
    std::uint64_t value = 0;
    std::uint64_t scale = 1;
    for (std::uint32_t last = kHalf; last >= kHalf; scale *= kRadix - kHalf) {
      last = digit();
      value += scale * last;
      require(value <= UINT32_MAX);
    }
    return static_cast<std::uint32_t>(value);
  }

  /// The same from `digits` further on.
  [[nodiscard]] Digits from(std::size_t digits) const {
    Digits other = *this;
    other.at_ += digits;
    return other;
  }

  void require(bool condition) { good_ = good_ && condition; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::size_t rest() const { return at_ < text_.size() ? text_.size() - at_ : 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool good_ = true;
};

bool is_word_of(std::u32string_view words, std::span<const char32_t> text, std::size_t at) {
  if (at + 2 > text.size()) return false;
  for (std::size_t i = 0; i < words.size(); i += 2)
    if (words[i] == text[at] && words[i + 1] == text[at + 1]) return true;
  return false;
}

/// Takes back what is not sure, and what leaves a character alone: in Chinese, where one is seldom
/// a word to a reader, the less sure one of the two ends that it would have.
void join_characters(std::span<const char32_t> characters, std::span<std::int8_t> strengths) {
  const std::size_t size = characters.size();
  const auto ends = [&](std::size_t at) { return at == 0 || at >= size || strengths[at] > 0; };
  std::vector<std::size_t> prepositions;
  for (std::size_t at = 1; at < size; ++at) {
    const bool particle = is_one_of(kParticles, characters[at]) && ends(at + 1);
    if (particle || strengths[at] < kLeastStrength) strengths[at] = 0;
    if (is_word_of(kFirstWords, characters, at) && !is_one_of(kHolding, characters[at - 1])) {
      strengths[at] = Item::kBegins;
      if (at + 1 < size) strengths[at + 1] = 0;
    }
  }
  for (std::size_t at = 0; at + 1 < size; ++at) {
    if (!ends(at) || strengths[at + 1] == 0) continue;
    if (at > 0 && is_one_of(kCounts, characters[at - 1])) continue;
    const bool preposition = is_one_of(kPrepositions, characters[at]);
    if (!preposition && !is_one_of(kAdverbs, characters[at])) continue;
    strengths[at + 1] = 0;
    if (preposition) prepositions.push_back(at);
  }
  for (int strength = kLeastStrength; strength <= kMostStrength; ++strength)
    for (std::size_t at = 1; at < size; ++at)
      if (strengths[at] == strength && (ends(at - 1) || ends(at + 1))) strengths[at] = 0;
  const auto lead = [&](std::size_t from) {
    std::size_t end = from + 1;
    while (!ends(end)) ++end;
    if (end < size) strengths[end] = Item::kLeadsOn;
  };
  for (const std::size_t at : prepositions) lead(at);
  for (std::size_t at = 0; at + 2 < size; ++at)
    if (ends(at) && ends(at + 2) && is_word_of(kLeadingWords, characters, at)) lead(at);
}

/// FNV-1a.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

PhraseLanguage phrase_language(const document::Language& language) {
  if (is_chinese(language))
    return is_traditional(language) ? PhraseLanguage::Traditional : PhraseLanguage::Simplified;
  return han_region(language) == HanRegion::Japan ? PhraseLanguage::Japanese : PhraseLanguage::None;
}

std::uint32_t PhraseModel::find(std::size_t order, std::uint32_t feature) const {
  const std::uint32_t* const begin = features_.data() + begins_[order];
  const std::uint32_t* const end = features_.data() + begins_[order + 1];
  const std::uint32_t* const at = std::lower_bound(begin, end, feature);
  return at == end || *at != feature ? kNone : static_cast<std::uint32_t>(at - begin);
}

bool PhraseModel::read(std::string_view packed) {
  features_.clear();
  weights_.clear();
  Digits in(packed);
  const auto step = static_cast<int>(in.number());
  const bool negative = in.number() != 0;
  const auto base = static_cast<int>(in.number());
  const auto least = static_cast<int>(in.number());
  std::size_t count = 0;
  for (std::size_t order = 0; order < 3; ++order) {
    begins_[order] = features_.size();
    const std::size_t first = weights_.size();
    const std::size_t features = in.number();
    in.require(features <= (order == 0 ? kMostCharacters : in.rest()));
    if (!in.good()) break;
    std::uint32_t feature = 0;
    for (std::size_t i = 0; i < features; ++i) features_.push_back(feature += in.number());
    weights_.resize(first + features * kPlaces[order]);
    for (std::size_t i = 0; i < features; ++i) {
      const std::uint32_t places = in.digit();
      for (std::size_t place = 0; place < kPlaces[order]; ++place) {
        if ((places >> place & 1U) == 0) continue;
        weights_[first + place * features + i] = 1;
        ++count;
      }
    }
  }
  begins_[3] = features_.size();
  in.require(in.rest() == 2 * count && step > 0 && step <= 4 && least >= 0 &&
             least <= INT16_MAX / 4 && base >= 0 && base <= INT16_MAX);
  base_ = negative ? -base : base;
  // The greater digits of all, then the others.
  Digits others = in.from(count);
  for (std::int16_t& weight : weights_)
    if (in.good() && others.good() && weight != 0)
      weight = static_cast<std::int16_t>(
          (static_cast<int>(in.digit() * kRadix + others.digit()) - least) * step);
  if (!in.good() || !others.good()) features_.clear();
  return !empty();
}

int PhraseModel::score(std::span<const std::uint32_t> numbers, std::size_t at) const {
  int sum = base_;
  std::size_t weights = 0;
  for (std::size_t order = 0; order < 3; ++order) {
    const std::size_t features = begins_[order + 1] - begins_[order];
    for (std::size_t place = 0; place < kPlaces[order]; ++place, weights += features) {
      // Before the first character this is more than there are.
      const std::size_t first = at + place - kBefore[order];
      if (first >= numbers.size() || first + order >= numbers.size()) continue;
      std::uint32_t found = 0;
      bool known = true;
      for (std::size_t i = first; i <= first + order; ++i) {
        known = known && numbers[i] != kNone;
        found = found * static_cast<std::uint32_t>(begins_[1]) + numbers[i];
      }
      if (known && order > 0) found = find(order, found);
      if (known && found != kNone) sum += weights_[weights + found];
    }
  }
  return sum;
}

std::vector<std::int8_t> PhraseModel::strengths(std::span<const char32_t> characters) const {
  std::vector<std::int8_t> out(characters.size());
  if (empty()) return out;
  std::vector<std::uint32_t> numbers(characters.size());
  for (std::size_t at = 0; at < out.size(); ++at) numbers[at] = find(0, characters[at]);
  for (std::size_t at = 1; at < out.size(); ++at) {
    const int score = this->score(numbers, at);
    if (score > 0)
      out[at] =
          static_cast<std::int8_t>(std::max(1, kMostStrength * score / (score + kMedianScore)));
  }
  return out;
}

bool Phrases::learn(PhraseLanguage language, std::string_view packed) {
  for (Title& title : without_)
    if (!title.shown) title = {};
  return models_[static_cast<std::size_t>(language)].read(packed);
}

Phrases::Title* Phrases::without(std::string_view title) {
  const std::uint32_t hash = hash_of(title);
  for (Title& known : without_)
    if (known.hash == hash) return &known;
  return nullptr;
}

void Phrases::find(PhraseLanguage language, std::string_view title, CssPx width,
                   std::span<Item> items) {
  const PhraseModel& model = models_[static_cast<std::size_t>(language)];
  if (model.empty()) return;
  if (Title* const shown = without(title)) {
    if (shown->width == width) return;
    *shown = {};
  }
  std::vector<char32_t> characters;
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < title.size();) {
    const document::CodePoint c = document::code_point_at(title, at);
    characters.push_back(c.value);
    begins.push_back(at);
    at += c.bytes;
  }
  std::vector<std::int8_t> strengths = model.strengths(characters);
  join_characters(characters, strengths);
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    while (at < begins.size() && begins[at] < items[i + 1].begin) ++at;
    items[i].phrase = at < begins.size() ? strengths[at] : std::int8_t{0};
  }
}

void Phrases::use(PhraseLanguage language, std::string_view title, CssPx width) {
  if (language == PhraseLanguage::None || !models_[static_cast<std::size_t>(language)].empty())
    return;
  wanted_ = language;
  Title* known = without(title);
  if (known == nullptr) known = &without_[next_++ % without_.size()];
  if (known->width != width) *known = {hash_of(title), width};
}

void Phrases::show() {
  for (Title& title : without_) title.shown = true;
}

}  // namespace article::text
