#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/utf8.h"
#include "preview/pango_text_host.h"
#include "text/characters.h"
#include "text/paragraph.h"
#include "text/standard_breaks.h"

namespace article::preview {
namespace {

using Json = nlohmann::json;

Json read(const char* name) {
  std::ifstream file(std::string(ARTICLE_LINES_FOLDER) + name);
  return Json::parse(file, nullptr, false);
}

/// Characters, end exclusive.
using Line = std::pair<std::size_t, std::size_t>;

/// One text of the record, set in its fonts.
class Setting {
 public:
  Setting(text::SegmentStore& store, const Json& record, const Json& group, std::string text)
      : store_(store), text_(std::move(text)) {
    const auto language = group["language"].get<std::string>();
    direction_ = text::direction_of(language);
    style_ = store.style({.family = group["family"].get<std::string>(),
                          .language = language,
                          .size = CssPx(record["size"].get<float>())});
    const text::Run run{text_, style_, language, 0};
    paragraph_ = text::Paragraph::shape(store, {&run, 1},
                                        {.language = language,
                                         .direction = direction_,
                                         .alignment = text::Alignment::Start,
                                         .kind = text::TextKind::Label});
    store.measure();
    for (std::size_t at = 0; at < text_.size();) {
      const document::CodePoint c = document::code_point_at(text_, at);
      characters_.push_back(c.value);
      bytes_.push_back(at);
      at += c.bytes;
    }
    bytes_.push_back(text_.size());
  }

  [[nodiscard]] std::vector<Line> lines(float width) {
    std::vector<Line> out;
    for (const text::Line& line : paragraph_.break_lines(store_, CssPx(width))) {
      const auto [begin, end] = paragraph_.text_range(line);
      out.emplace_back(character_at(begin), character_at(end));
    }
    return out;
  }

  /// Why a line that begins alike ends elsewhere; the names are those of
  /// docs/line-breaking.md, empty where there is none.
  [[nodiscard]] std::string_view reason(const Line& theirs, const Line& ours, float width) {
    const std::size_t end = theirs.second;
    if (end < characters_.size() && characters_[end - 1] == '-' && text::is_digit(characters_[end]))
      return "hyphen before a digit";
    for (const std::size_t at : {theirs.second, ours.second})
      if (at < characters_.size() && text::needs_dictionary(characters_[at - 1]) &&
          text::needs_dictionary(characters_[at]))
        return "words of another dictionary";
    // The longer one, shaped as a whole: kerning between its segments counts,
    // or it fits by a hair.
    std::size_t last = std::max(theirs.second, ours.second);
    while (last > theirs.first && characters_[last - 1] == ' ') --last;
    const std::string_view whole =
        std::string_view(text_).substr(bytes_[theirs.first], bytes_[last] - bytes_[theirs.first]);
    const text::SegmentId segment = store_.intern(style_, whole, direction_);
    store_.measure();
    const float over = store_[segment].metrics.advance - width;
    if (ours.second < theirs.second && over <= 0.1F) return "kerning between segments";
    if (std::abs(over) <= 0.1F) return "rounding";
    return {};
  }

  /// `|` where Chromium ends the line, `¦` where we do.
  [[nodiscard]] std::string shown(const Line& theirs, const Line& ours) const {
    std::string out;
    const std::size_t to = std::max(theirs.second, ours.second) + 4;
    for (std::size_t i = theirs.first; i < std::min(to, characters_.size()); ++i) {
      if (i == theirs.second) out += "|";
      if (i == ours.second) out += "¦";
      out += text_.substr(bytes_[i], bytes_[i + 1] - bytes_[i]);
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t character_at(std::size_t byte) const {
    return static_cast<std::size_t>(std::lower_bound(bytes_.begin(), bytes_.end(), byte) -
                                    bytes_.begin());
  }

  text::SegmentStore& store_;
  std::string text_;
  Direction direction_ = Direction::LeftToRight;
  host::StyleId style_;
  text::Paragraph paragraph_;
  std::vector<char32_t> characters_;
  std::vector<std::size_t> bytes_;
};

/// Lines that are not ours, by reason. One that begins elsewhere differs for
/// the reason of the line before.
class Comparison {
 public:
  void compare(Setting& setting, float width, const Json& lengths) {
    const std::vector<Line> ours = setting.lines(width);
    std::string_view reason;
    Line theirs;
    for (const Json& length : lengths) {
      theirs = {theirs.second, theirs.second + length.get<std::size_t>()};
      ++lines;
      const auto same = std::find_if(ours.begin(), ours.end(),
                                     [&](const Line& line) { return line.first == theirs.first; });
      if (same != ours.end() && same->second == theirs.second) continue;
      ++differ;
      if (same != ours.end()) {
        reason = setting.reason(theirs, *same, width);
        EXPECT_FALSE(reason.empty())
            << "no reason is known at " << width << " px: " << setting.shown(theirs, *same);
      }
      ++by_reason[std::string(reason)];
    }
  }

  std::size_t lines = 0;
  std::size_t differ = 0;
  std::map<std::string, std::size_t> by_reason;
};

TEST(LineRecord, IsWhereChromiumBreaksTheSameText) {
  const Json record = read("record.json");
  ASSERT_TRUE(record.is_object());
  PangoTextHost host;
  text::SegmentStore store(host);
  Comparison all;
  std::size_t texts = 0;
  for (const Json& group : record["groups"]) {
    for (const Json& row : group["texts"]) {
      ++texts;
      Setting setting(store, record, group, row[0].get<std::string>());
      for (std::size_t i = 0; i < record["widths"].size(); ++i)
        all.compare(setting, record["widths"][i].get<float>(), row[i + 1]);
    }
  }
  EXPECT_EQ(texts, 557U);
  EXPECT_GT(all.lines, 6700U);
  EXPECT_LE(static_cast<double>(all.differ), 0.005 * static_cast<double>(all.lines));
  const Json known = read("differences.json")["native"];
  for (const auto& [reason, lines] : all.by_reason)
    EXPECT_LE(lines, known.value(reason, std::size_t{0})) << reason;
}

}  // namespace
}  // namespace article::preview
