#include "text/phrases.h"

#include <algorithm>

#include "document/utf8.h"
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
constexpr int kMostStrength = 127;
/// Of places that score less two of five are within a word.
constexpr std::int8_t kLeastStrength = 28;
/// They go with what is before them.
constexpr std::u32string_view kParticles = U"的了吗嗎呢吧着著过過地得";
/// More titles than a page shows at a time.
constexpr std::size_t kMostTitles = 200;

constexpr std::size_t kNone = ~std::size_t{0};

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

  void require(bool condition) { good_ = good_ && condition; }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::size_t rest() const { return at_ < text_.size() ? text_.size() - at_ : 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool good_ = true;
};

/// Takes back what is not sure, and what leaves a character alone: in Chinese, where one is seldom
/// a word to a reader, the less sure one of the two ends that it would have.
void join_characters(std::span<const char32_t> characters, std::span<std::int8_t> strengths) {
  const std::size_t size = characters.size();
  const auto ends = [&](std::size_t at) { return at == 0 || at >= size || strengths[at] > 0; };
  for (std::size_t at = 1; at < size; ++at) {
    const bool particle = kParticles.find(characters[at]) != kParticles.npos && ends(at + 1);
    if (particle || strengths[at] < kLeastStrength) strengths[at] = 0;
  }
  for (int strength = kLeastStrength; strength <= kMostStrength; ++strength)
    for (std::size_t at = 1; at < size; ++at)
      if (strengths[at] == strength && (ends(at - 1) || ends(at + 1))) strengths[at] = 0;
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

std::size_t PhraseModel::Order::find(std::uint32_t feature) const {
  const auto at = std::ranges::lower_bound(features, feature);
  return at == features.end() || *at != feature ? kNone
                                                : static_cast<std::size_t>(at - features.begin());
}

bool PhraseModel::read(std::string_view packed) {
  *this = {};
  Digits in(packed);
  const auto step = static_cast<int>(in.number());
  const bool negative = in.number() != 0;
  const auto base = static_cast<int>(in.number());
  const auto least = static_cast<int>(in.number());
  std::vector<std::int16_t*> weights;
  for (std::size_t o = 0; o < 3; ++o) {
    Order& order = orders_[o];
    const std::uint32_t count = in.number();
    in.require(count <= (o == 0 ? std::min(in.rest(), kMostCharacters) : in.rest()));
    if (!in.good()) break;
    order.features.resize(count);
    order.weights.resize(count * kPlaces[o]);
    std::uint32_t before = 0;
    for (std::uint32_t& feature : order.features) {
      feature = before + in.number();
      in.require(feature >= before);
      before = feature;
    }
    std::vector<std::uint32_t> places(count);
    for (std::uint32_t& bits : places) bits = in.digit();
    for (std::size_t place = 0; place < kPlaces[o]; ++place)
      for (std::size_t i = 0; i < count; ++i)
        if ((places[i] >> place & 1U) != 0)
          weights.push_back(&order.weights[i * kPlaces[o] + place]);
  }
  in.require(in.rest() == 2 * weights.size() && step > 0 && step <= 4 && least >= 0 &&
             least <= INT16_MAX / 4 && base >= 0 && base <= INT16_MAX &&
             !orders_[0].features.empty());
  if (in.good()) {
    base_ = negative ? -base : base;
    for (std::int16_t* weight : weights)
      *weight = static_cast<std::int16_t>(static_cast<int>(in.digit() * kRadix) - least);
    for (std::int16_t* weight : weights)
      *weight = static_cast<std::int16_t>((*weight + static_cast<int>(in.digit())) * step);
  }
  if (!in.good()) *this = {};
  return in.good();
}

int PhraseModel::score(std::span<const std::size_t> numbers, std::size_t at) const {
  int sum = base_;
  for (std::size_t o = 0; o < 3; ++o) {
    for (std::size_t place = 0; place < kPlaces[o]; ++place) {
      // Before the first character this is more than there are.
      const std::size_t first = at + place - kBefore[o];
      if (first >= numbers.size() || first + o >= numbers.size()) continue;
      const auto feature = numbers.subspan(first, o + 1);
      if (std::ranges::find(feature, kNone) != feature.end()) continue;
      std::size_t found = feature[0];
      if (o > 0) {
        for (const std::size_t number : feature.subspan(1))
          found = found * orders_[0].features.size() + number;
        found = orders_[o].find(static_cast<std::uint32_t>(found));
      }
      if (found != kNone) sum += orders_[o].weights[found * kPlaces[o] + place];
    }
  }
  return sum;
}

std::vector<std::int8_t> PhraseModel::strengths(std::span<const char32_t> characters) const {
  std::vector<std::int8_t> out(characters.size());
  if (empty()) return out;
  std::vector<std::size_t> numbers;
  numbers.reserve(characters.size());
  for (const char32_t c : characters) numbers.push_back(orders_[0].find(c));
  for (std::size_t at = 1; at < out.size(); ++at) {
    const int score = this->score(numbers, at);
    if (score > 0)
      out[at] =
          static_cast<std::int8_t>(std::max(1, kMostStrength * score / (score + kMedianScore)));
  }
  return out;
}

bool Phrases::learn(PhraseLanguage language, std::string_view packed) {
  std::erase_if(without_, [](const Title& title) { return !title.shown; });
  return models_[static_cast<std::size_t>(language)].read(packed);
}

void Phrases::find(PhraseLanguage language, std::string_view title, CssPx width,
                   std::span<Item> items) {
  const PhraseModel& model = models_[static_cast<std::size_t>(language)];
  if (model.empty()) return;
  const auto shown = std::ranges::find(without_, hash_of(title), &Title::hash);
  if (shown != without_.end()) {
    if (shown->width == width) return;
    without_.erase(shown);
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
  const std::uint32_t hash = hash_of(title);
  const auto known = std::ranges::find(without_, hash, &Title::hash);
  if (known != without_.end()) {
    if (known->width == width) return;
    without_.erase(known);
  } else if (without_.size() == kMostTitles) {
    without_.erase(without_.begin());
  }
  without_.push_back({hash, width});
}

void Phrases::show() {
  for (Title& title : without_) title.shown = true;
}

}  // namespace article::text
