#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
extern "C" {
#include <linebreakdef.h>
}

#include "document/utf8.h"
#include "text/bidi.h"
#include "text/clusters.h"
#include "text/standard_breaks.h"
#include "text_case.h"

/// Unicode's own test files, of Unicode 15.0 as Debian's package `unicode-data` has them. Where the
/// core answers otherwise on purpose, a reason is named and its cases are counted.
namespace article::text {
namespace {

constexpr std::string_view kFolder = "/usr/share/unicode/";

char32_t from_hex(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

std::string in_hex(std::u32string_view text) {
  std::ostringstream out;
  for (const char32_t c : text) out << std::hex << std::uppercase << std::uint32_t{c} << ' ';
  return out.str();
}

/// The lines of a file that hold a test, without their comments.
std::vector<std::string> tests_of(std::string_view name) {
  const std::string path = std::string(kFolder) + std::string(name);
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path << " is missing: install unicode-data";
  std::vector<std::string> tests;
  for (std::string line; std::getline(file, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    if (!line.empty()) tests.push_back(line);
  }
  return tests;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

/// A line as `÷ 0020 × 0308 ÷`.
struct BreakTest {
  std::u32string text;
  std::vector<bool> breaks;  ///< before each character
};

std::vector<BreakTest> break_tests_of(std::string_view name) {
  std::vector<BreakTest> tests;
  for (const std::string& line : tests_of(name)) {
    BreakTest& test = tests.emplace_back();
    std::istringstream words(line);
    bool breaks = false;
    for (std::string word; words >> word;) {
      if (word == "÷" || word == "×") {
        breaks = word == "÷";
        continue;
      }
      test.text += from_hex(word);
      test.breaks.push_back(breaks);
    }
  }
  return tests;
}

/// A place within a text where the file and the core differ.
struct Difference {
  char32_t before = 0;  ///< the character before the place, marks upon it left out
  char32_t after = 0;
  std::u32string_view text;
  bool in_file = false;  ///< whether the file has a break there; the core has the contrary

  Difference(std::u32string_view whole, std::size_t at, bool file)
      : after(whole[at]), text(whole), in_file(file) {
    std::size_t base = at - 1;
    while (base > 0 && class_of(whole[base]) == LBP_CM) --base;
    before = whole[base];
  }

  static LineBreakClass class_of(char32_t c) {
    const LineBreakContext context{};
    return lb_get_char_class(&context, c);
  }
  [[nodiscard]] LineBreakClass before_class() const { return class_of(before); }
  [[nodiscard]] LineBreakClass after_class() const { return class_of(after); }
};

struct Reason {
  std::string_view why;
  std::function<bool(const Difference&)> holds;
  int cases = 0;  ///< expected
};

bool is_visible_ascii(char32_t c) { return c > ' ' && c < 0x7F; }

// The first that holds counts.
const Reason kLineReasons[] = {
    {"a path that follows a space may begin a line, as browsers have it",
     [](const Difference& d) { return !d.in_file && d.before == ' ' && d.after == '/'; }, 86},
    {"CSS Text 3 #line-break-property: small kana is as other kana, except in Japanese text",
     [](const Difference& d) {
       return d.in_file ? d.before_class() == LBP_CJ : d.after_class() == LBP_CJ;
     },
     109},
    {"CSS Text 3 #line-breaking: lines end within ASCII as in browsers",
     [](const Difference& d) {
       return d.in_file && is_visible_ascii(d.before) && is_visible_ascii(d.after);
     },
     56},
    {"UAX #14 LB15a of Unicode 16: no quotation mark but an opening one holds a bracket",
     [](const Difference& d) {
       return !d.in_file && d.before == ' ' && d.after_class() == LBP_OP &&
              d.text.find(U'"') != std::u32string_view::npos;
     },
     2},
    {"UAX #14 LB21a of Unicode 16: a hyphen between Hebrew words ends a line",
     [](const Difference& d) { return !d.in_file && d.before == '-' && d.after_class() == LBP_HL; },
     1},
    {"UAX #14 LB25 as it stands: the file has the numbers of its section 8.2, example 7",
     [](const Difference& d) {
       const LineBreakClass before = d.before_class();
       const LineBreakClass after = d.after_class();
       const bool sign_after = after == LBP_PO || after == LBP_PR;
       return d.in_file && (((before == LBP_SY || before == LBP_IS) && after == LBP_NU) ||
                            ((before == LBP_CL || before == LBP_CP) && sign_after) ||
                            ((before == LBP_PO || before == LBP_PR) && after == LBP_OP));
     },
     4},
    {"UAX #14 LB30b of what is not assigned yet: no font has it",
     [](const Difference& d) { return !d.in_file && d.before == 0x1F02C && d.after == 0x1F3FF; },
     1}};

TEST(UnicodeFiles, BreakLines) {
  std::vector<int> cases(std::size(kLineReasons));
  const std::vector<BreakTest> tests = break_tests_of("auxiliary/LineBreakTest.txt");
  for (const BreakTest& test : tests) {
    std::vector<Break> breaks;
    standard_breaks(test.text, breaks);
    for (std::size_t i = 1; i < test.text.size(); ++i) {
      if ((breaks[i - 1] != Break::Never) == test.breaks[i]) continue;
      const Difference difference(test.text, i, test.breaks[i]);
      const auto* const reason =
          std::ranges::find_if(kLineReasons, [&](const Reason& r) { return r.holds(difference); });
      if (reason != std::end(kLineReasons))
        ++cases[static_cast<std::size_t>(reason - kLineReasons)];
      else
        ADD_FAILURE() << in_hex(test.text) << "differs before character " << i
                      << " for no known reason";
    }
  }
  EXPECT_EQ(tests.size(), 7654U);
  std::cout << tests.size() << " texts of LineBreakTest\n";
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(cases[i], kLineReasons[i].cases) << kLineReasons[i].why;
    std::cout << cases[i] << " places: " << kLineReasons[i].why << '\n';
  }
}

TEST(UnicodeFiles, BeginClusters) {
  const std::vector<BreakTest> tests = break_tests_of("auxiliary/GraphemeBreakTest.txt");
  for (const BreakTest& test : tests) {
    std::vector<std::uint8_t> starts;
    cluster_starts(test.text, starts);
    EXPECT_EQ(std::vector<bool>(starts.begin(), starts.end()), test.breaks) << in_hex(test.text);
  }
  EXPECT_EQ(tests.size(), 602U);
  std::cout << tests.size() << " texts of GraphemeBreakTest, no exception\n";
}

/// A line as `05D0 0020;1;1;1 1;1 0`.
struct BidiTest {
  std::string text;                 ///< UTF-8
  std::vector<std::size_t> begins;  ///< byte of each character
  Direction direction = Direction::LeftToRight;
  std::vector<std::string> levels;  ///< of each character; x: none
  std::string order;                ///< characters from left to right
  std::string line;

  explicit BidiTest(const std::string& from) : line(from) {
    const std::vector<std::string> fields = split(from, ';');
    for (const std::string& digits : split(fields[0], ' ')) {
      begins.push_back(text.size());
      document::append_code_point(text, from_hex(digits));
    }
    // The paragraph's own level: which direction a text has by itself (P2, P3) is the host's to
    // say.
    if (fields[2] == "1") direction = Direction::RightToLeft;
    levels = split(fields[3], ' ');
    if (fields.size() > 4) order = fields[4];
  }

  [[nodiscard]] std::string language() const {
    return direction == Direction::RightToLeft ? "he" : "en";
  }
};

/// The characters of the text as one line has them, from left to right.
std::string order_of(const BidiTest& test, std::span<const std::uint8_t> levels) {
  constexpr float kWide = 1000;
  Typeset typeset(test.text, {.language = test.language()});
  const std::vector<Line> lines = typeset.lines(kWide);
  std::string order;
  for (const PlacedSegment& placed : typeset.place(lines.front(), kWide)) {
    std::vector<std::size_t> characters;
    for (std::size_t i = 0; i < test.begins.size(); ++i)
      if (test.begins[i] >= placed.text_begin && test.begins[i] < placed.text_end &&
          test.levels[i] != "x")
        characters.push_back(i);
    if (levels[placed.text_begin] % 2 != 0) std::ranges::reverse(characters);
    for (const std::size_t i : characters) order += (order.empty() ? "" : " ") + std::to_string(i);
  }
  return order;
}

TEST(UnicodeFiles, OrderBothDirections) {
  // UAX #9 L1 on a tab within a line: a tab is a space in an article.
  const std::string tab = "0661 0009 0028 0662 0029;2;0;2 0 1 2 1;0 1 4 3 2";
  const std::vector<std::string> tests = tests_of("BidiCharacterTest.txt");
  int exceptions = 0;
  std::set<std::string> ordered;
  for (const std::string& line : tests) {
    const BidiTest test(line);
    std::vector<std::uint8_t> levels;
    bidi_levels(test.text, test.direction, levels);
    if (line == tab) {
      ++exceptions;
      continue;
    }
    std::string ours;
    std::string theirs;
    for (std::size_t i = 0; i < test.begins.size(); ++i) {
      const bool none = test.levels[i] == "x";
      ours += none ? "x " : std::to_string(levels[test.begins[i]]) + ' ';
      theirs += test.levels[i] + ' ';
    }
    EXPECT_EQ(ours, theirs) << line;
    // What order levels make is the same for thousands of texts: one of each is enough.
    const bool first = ordered.insert(test.language() + theirs).second;
    if (first) {
      EXPECT_EQ(order_of(test, levels), test.order) << line;
    }
  }
  EXPECT_EQ(tests.size(), 91707U);
  EXPECT_EQ(exceptions, 1);
  std::cout << tests.size() << " texts of BidiCharacterTest, " << ordered.size()
            << " of them in visual order, " << exceptions << " exception\n";
}

}  // namespace
}  // namespace article::text
