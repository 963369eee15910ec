#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/utf8.h"
#include "preview/pango_text_host.h"
#include "text/characters.h"
#include "text/line_breaker.h"
#include "text/segmenter.h"

/// How evenly whole paragraphs are set, measured at many widths and sizes.
namespace article::preview {
namespace {

using Json = nlohmann::json;

struct Text {
  std::string name;
  std::string language;
  std::vector<std::string> paragraphs;
};

std::string plain(const Json& text) {
  if (text.is_string()) return text.get<std::string>();
  std::string all;
  for (const Json& run : text) all += (run.is_string() ? run : run["text"]).get<std::string>();
  return all;
}

Json read(const std::string& path) {
  std::ifstream file(path);
  return Json::parse(file, nullptr, false);
}

/// Two of the samples, and two that are hard to set: full of numbers, full of marks.
std::vector<Text> texts() {
  std::vector<Text> all;
  for (const char* name : {"zh-hans", "zh-hant"}) {
    const Json document = read(std::string(ARTICLE_ASSETS_FOLDER) + name + ".json");
    Text text{name, document["language"].get<std::string>(), {}};
    for (const Json& block : document["article"]["body"])
      if (block["type"] == "paragraph") text.paragraphs.push_back(plain(block["text"]));
    all.push_back(std::move(text));
  }
  for (const Json& one : read(std::string(ARTICLE_LINES_FOLDER) + "paragraphs.json"))
    all.push_back({one["name"].get<std::string>(), one["language"].get<std::string>(),
                   one["paragraphs"].get<std::vector<std::string>>()});
  return all;
}

/// A paragraph in a size, for any width.
class Setting {
 public:
  Setting(text::SegmentStore& store, const Text& text, const std::string& paragraph, float size)
      : store_(store), size_(size), text_(paragraph) {
    const document::Language language(text.language);
    const host::StyleId style =
        store.style({.family = "Noto Sans CJK SC", .language = text.language, .size = CssPx(size)});
    const text::Run run{text_, style, language, 0};
    items_ = text::segment(store, text_, {&run, 1},
                           {.language = language, .alignment = text::Alignment::Justify});
    store.measure();
    rules_.fit = {.region = text::han_region(language), .justify = true};
    rules_.chinese = true;
    rules_.whole = true;
  }

  void indent(float em) { rules_.indent = CssPx(em * size_); }

  [[nodiscard]] std::vector<text::Line> lines(float width) const {
    return text::break_lines(store_, items_, rules_, CssPx(width)).lines;
  }

  /// Extra space a gap that a line needs, em; above 0.2 it is ragged.
  [[nodiscard]] float spread(const text::Line& line, float width) const {
    const text::LineSums sums = text::line_sums(store_, slice(line.first, line.last), rules_.fit);
    const float rest = width - line.indent.value - sums.natural - sums.loose_stretch;
    if (rest <= text::kTolerance) return 0;
    return sums.han_stretch > 0 ? rest / sums.han_stretch * text::kHanStretch : 1000;
  }

  /// Whether there are any breaks at all without a ragged line: tries every one.
  [[nodiscard]] bool can_be_even(float width) const {
    std::vector<std::uint8_t> reached(items_.size() + 1, 0);
    reached[0] = 1;
    for (std::uint32_t first = 0; first < items_.size(); ++first) {
      if (!reached[first]) continue;
      text::LineAdder adder(rules_.fit);
      const float room = width - (first == 0 ? rules_.indent.value : 0);
      for (std::uint32_t i = first; i < items_.size(); ++i) {
        const text::Item& item = items_[i];
        adder.add(text::Piece::of(store_, item));
        const text::LineSums sums = adder.sums();
        if (sums.natural - sums.shrink(true) > room + 16 * size_) break;
        const bool last = i + 1 == items_.size() || item.break_after == text::Break::Mandatory;
        if (!last && item.break_after != text::Break::Allowed) continue;
        if (!adder.fits(room + text::kTolerance)) continue;
        if (last || sums.natural + sums.stretch() + text::kTolerance >= room) reached[i + 1] = 1;
      }
    }
    return reached[items_.size()] != 0;
  }

  [[nodiscard]] bool ends_paragraph(const text::Line& line) const {
    return text::is_last_line(items_, line.last);
  }
  [[nodiscard]] int han_in(const text::Line& line) const {
    return text::characters_from(items_, line.first, line.last);
  }
  [[nodiscard]] bool parts_unit(const text::Line& line) const {
    return !ends_paragraph(line) && items_[line.last - 1].has(text::Item::kUnit);
  }
  [[nodiscard]] std::string text_of(const text::Line& line) const {
    const std::size_t end = line.last < items_.size() ? items_[line.last].begin : text_.size();
    return text_.substr(items_[line.first].begin, end - items_[line.first].begin);
  }

 private:
  [[nodiscard]] std::span<const text::Item> slice(std::uint32_t first, std::uint32_t last) const {
    return std::span(items_).subspan(first, last - first);
  }

  text::SegmentStore& store_;
  float size_;
  std::string text_;
  std::vector<text::Item> items_;
  text::LineRules rules_;
};

struct Counts {
  int lines = 0;
  int inner = 0;  ///< lines that are not the last of their paragraph
  int ragged = 0;
  int loose = 0;  ///< more than 0.04 em a gap
  int jumps = 0;  ///< 0.04 em and more from one line to the next
  int ends = 0;
  int one = 0;  ///< last lines of one Han
  int two = 0;
  int parted = 0;  ///< number and unit

  void print(const std::string& name) const {
    const auto percent = [](int of, int all) { return 100.0 * of / all; };
    std::printf("%-10s %6d %7.2f %7.2f %7.2f %5d %5.2f %7.2f\n", name.c_str(), lines,
                percent(ragged, inner), percent(loose, inner), percent(jumps, inner), one,
                percent(two, ends), percent(parted, inner));
  }
  void add(const Counts& o) {
    lines += o.lines, inner += o.inner, ragged += o.ragged, loose += o.loose, jumps += o.jumps;
    ends += o.ends, one += o.one, two += o.two, parted += o.parted;
  }
};

Counts counts_of(const Setting& setting, float width) {
  Counts counts;
  float before = -1;
  for (const text::Line& line : setting.lines(width)) {
    ++counts.lines;
    if (setting.ends_paragraph(line)) {
      if (line.first == 0) continue;
      ++counts.ends;
      const int han = setting.han_in(line);
      counts.one += static_cast<int>(han < 2);
      counts.two += static_cast<int>(han == 2);
      continue;
    }
    ++counts.inner;
    const float spread = setting.spread(line, width);
    const bool ragged = !line.justified;
    counts.ragged += static_cast<int>(ragged);
    counts.loose += static_cast<int>(!ragged && spread > 0.04F);
    counts.jumps += static_cast<int>(before >= 0 && std::abs(spread - before) > 0.04F);
    counts.parted += static_cast<int>(setting.parts_unit(line));
    before = spread;
  }
  return counts;
}

/// 31 widths of the element from 280 to 760 px, less its margins and to whole Han.
std::vector<float> measures(float size) {
  std::vector<float> all;
  for (int i = 0; i < 31; ++i) {
    const float element = 280 + static_cast<float>(i) * 16;
    const float margin = element < 360 ? 16 : element < 600 ? 20 : 24;
    all.push_back(std::floor((element - 2 * margin) / size) * size);
  }
  return all;
}

TEST(Paragraphs, AreSetEvenlyAtManyWidths) {
  PangoTextHost host;
  text::SegmentStore store(host);
  std::printf("%-10s %6s %7s %7s %7s %5s %5s %7s\n", "text", "lines", "ragged", ">0.04", "jumps",
              "one", "two", "parted");
  Counts all;
  Counts samples;
  for (const Text& text : texts()) {
    Counts counts;
    for (const std::string& paragraph : text.paragraphs) {
      for (const float size : {17.0F, 18.0F}) {
        Setting setting(store, text, paragraph, size);
        setting.indent(2);
        for (const float width : measures(size))
          if ((width < 560) == (size == 17)) counts.add(counts_of(setting, width));
      }
    }
    counts.print(text.name);
    all.add(counts);
    if (text.name.starts_with("zh")) samples.add(counts);
  }
  all.print("all");
  EXPECT_EQ(all.ragged, 0);
  EXPECT_EQ(all.one, 0);
  EXPECT_LE(samples.loose, samples.inner * 0.06);
  EXPECT_LE(samples.two, samples.ends * 0.003);
  EXPECT_LE(samples.parted, samples.inner * 0.005);
}

TEST(Paragraphs, OfManyLinesAreSetInWindows) {
  PangoTextHost host;
  text::SegmentStore store(host);
  for (const Text& text : texts()) {
    std::string all;
    while (all.size() < 30000)
      for (const std::string& paragraph : text.paragraphs) all += paragraph;
    const Setting setting(store, text, all, 17);
    for (const float width : {238.0F, 340.0F}) {
      const auto lines = setting.lines(width);
      EXPECT_GT(lines.size(), 400U);
      std::uint32_t next = 0;
      for (const text::Line& line : lines) {
        EXPECT_EQ(line.first, next);
        EXPECT_TRUE(line.justified || setting.ends_paragraph(line)) << setting.text_of(line);
        next = line.last;
      }
      EXPECT_TRUE(setting.ends_paragraph(lines.back()));
    }
  }
}

TEST(Paragraphs, AreRaggedOnlyWhereNothingElseIsPossible) {
  PangoTextHost host;
  text::SegmentStore store(host);
  int possible = 0;
  int settings = 0;
  for (const Text& text : texts()) {
    for (const std::string& paragraph : text.paragraphs) {
      for (const float size : {14.0F, 17.0F, 20.0F, 22.0F, 26.0F, 32.0F}) {
        const Setting setting(store, text, paragraph, size);
        for (const float width : measures(size)) {
          ++settings;
          const auto lines = setting.lines(width);
          const auto ragged = std::ranges::find_if(lines, [&](const text::Line& line) {
            return !line.justified && !setting.ends_paragraph(line);
          });
          if (ragged == lines.end()) {
            ++possible;
            continue;
          }
          EXPECT_FALSE(setting.can_be_even(width)) << text.name << " at " << width << " px in "
                                                   << size << " px: " << setting.text_of(*ragged);
        }
      }
    }
  }
  std::printf("%d of %d settings without a ragged line\n", possible, settings);
}

}  // namespace
}  // namespace article::preview
