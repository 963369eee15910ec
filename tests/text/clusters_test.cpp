#include "text/clusters.h"

#include <algorithm>
#include <ios>
#include <string>
#include <string_view>
#include <vector>

#include <graphemebreak.h>
#include <gtest/gtest.h>
#include <linebreak.h>
extern "C" {
#include <emojidef.h>
#include <linebreakdef.h>
}

namespace article::text {
namespace {

std::string starts_of(std::u32string_view text) {
  std::vector<std::uint8_t> starts;
  cluster_starts(text, starts);
  std::string found;
  for (const bool start : starts) found += start ? '1' : '0';
  return found;
}

/// The same by libunibreak's tables of Unicode 15.1.
std::string by_tables(std::u32string_view text) {
  const std::vector<utf32_t> characters(text.begin(), text.end());
  std::vector<char> answers(characters.size());
  set_graphemebreaks_utf32(characters.data(), characters.size(), nullptr, answers.data());
  std::string found = "1";
  for (std::size_t i = 0; i + 1 < answers.size(); ++i)
    found += answers[i] == GRAPHEMEBREAK_BREAK ? '1' : '0';
  return found;
}

TEST(ClusterStarts, KeepWhatOneReaderSeesAsOneCharacter) {
  struct Case {
    std::u32string_view text;
    std::string_view starts;
    std::string_view rule;
  };
  const Case cases[] = {{U"e\u0301a", "101", "UAX #29 GB9"},
                        {U"\r\n", "10", "UAX #29 GB3"},
                        {U"\U0001F1E8\U0001F1F3\U0001F1FA", "101", "UAX #29 GB12"},
                        {U"\U0001F468\u200D\U0001F469", "100", "UAX #29 GB11"},
                        {U"中文", "11", "UAX #29 GB999"},
                        {U"葛\U000E0100城", "101", "UAX #29 GB9"}};
  for (const Case& c : cases) {
    std::vector<std::uint8_t> starts;
    cluster_starts(c.text, starts);
    std::string found;
    for (const bool start : starts) found += start ? '1' : '0';
    EXPECT_EQ(found, c.starts) << c.rule;
  }
}

/// What is assigned in the basic plane, and emoji. Han and Hangul are much
/// alike: some of them.
std::u32string assigned_characters() {
  std::u32string all;
  const LineBreakContext context{};
  for (char32_t c = 0x20; c < 0x1FB00; ++c) {
    if (c == 0x3400 || c == 0x4E10 || c == 0xAC80) c += 0x1900;
    if (c == 0xD800) c = 0xF900;
    if (c == 0x10000) c = 0x1F000;
    // By UAX #29 the lower half of a vertical mark stands alone, by UAX #14 it is a mark.
    if (lb_get_char_class(&context, c) != LBP_XX && c != 0x3035) all += c;
  }
  return all;
}

TEST(ClusterStarts, AreThoseOfTheTables) {
  // Each character beside what it may join: a letter, Han, an Indic letter, Thai, Hangul, a flag.
  const std::u32string_view beside[] = {U"a",      U"中",     U"\u0915", U"\u0E01",
                                        U"\uAC00", U"\u1100", U"🇨",      U"😀\u200D"};
  const std::u32string all = assigned_characters();
  for (const std::u32string_view side : beside) {
    std::u32string text;
    for (const char32_t c : all) {
      // A joiner after an emoji is followed by another.
      if (side.size() == 2 && !ub_is_extended_pictographic(c)) continue;
      text += side;
      text += c;
    }
    const std::string ours = starts_of(text);
    const std::string tables = by_tables(text);
    const auto differ = std::mismatch(ours.begin(), ours.end(), tables.begin(), tables.end());
    const auto at = static_cast<std::size_t>(differ.first - ours.begin());
    EXPECT_EQ(at, text.size()) << "U+" << std::hex << unsigned{text[std::min(at, text.size() - 1)]};
  }
}

TEST(ClusterStarts, JoinConsonantsByAVirama) {
  for (const char32_t c : std::u32string_view(U"कखहक़ॻािुः़्‍‌ँaक"))
    for (const char32_t d : std::u32string_view(U"कहि्‍‌a")) {
      const std::u32string text{U'\u0915', U'\u094D', c, d, U'\u0915'};
      EXPECT_EQ(starts_of(text), by_tables(text)) << std::hex << unsigned{c} << ' ' << unsigned{d};
    }
}

}  // namespace
}  // namespace article::text
