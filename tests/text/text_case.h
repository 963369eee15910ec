#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "fakes/fixed_width_text_host.h"
#include "text/paragraph.h"
#include "text/segmenter.h"

/// One paragraph of one run, shaped and broken with the fake host at 16 px.
namespace article::text {

inline constexpr float kEm = 16;

/// Rounded to 1/64 em, so that rows can be written in em.
inline float in_em(CssPx length) { return std::round(length.value / kEm * 64) / 64; }

struct Shape {
  std::string_view language = "zh-CN";
  TextKind kind = TextKind::Body;
  Alignment alignment = Alignment::Start;
  float indent_em = 0;
};

class Typeset {
 public:
  explicit Typeset(std::string_view text, const Shape& shape = {}, bool wide_quotes = true)
      : store_(host_) {
    host_.wide_quotes = wide_quotes;
    const Run run{text, style(shape.language), shape.language, 0};
    set({&run, 1}, shape);
  }
  Typeset(std::span<const Run> runs, const Shape& shape) : store_(host_) { set(runs, shape); }
  /// Of one run, with what keeps together in it.
  Typeset(std::string_view text, const Shape& shape, std::span<const Hold> holds) : store_(host_) {
    const Run run{text, style(shape.language), shape.language, 0};
    set({&run, 1}, shape, holds);
  }

  [[nodiscard]] host::StyleId style(std::string_view language, float size = kEm) {
    return store_.style({.family = "fake", .language = std::string(language), .size = CssPx(size)});
  }

  [[nodiscard]] std::vector<Line> lines(float em) {
    return paragraph_.break_lines(store_, CssPx(em * kEm));
  }

  /// The lines' texts, without the spaces at their ends.
  [[nodiscard]] std::vector<std::string> texts(float em) {
    std::vector<std::string> out;
    for (const Line& line : lines(em)) {
      const auto [begin, end] = paragraph_.text_range(line);
      std::string text(paragraph_.text().substr(begin, end - begin));
      while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
      out.push_back(text);
    }
    return out;
  }

  [[nodiscard]] std::vector<PlacedSegment> place(const Line& line, float em) const {
    std::vector<PlacedSegment> out;
    paragraph_.place(store_, line, CssPx(em * kEm), out);
    return out;
  }

  /// The segments of all lines with their pen positions in em, visible ones
  /// only: `今 0 天 1`, lines parted by ` / `.
  [[nodiscard]] std::string dump(float em) {
    std::string out;
    for (const Line& line : lines(em)) {
      if (!out.empty()) out += " / ";
      bool first = true;
      for (const PlacedSegment& placed : place(line, em)) {
        const Segment& segment = store_[placed.segment];
        if (segment.blank) continue;
        if (!first) out += ' ';
        first = false;
        out += segment.text;
        out += ' ';
        out += number(in_em(placed.x));
      }
    }
    return out;
  }

  static std::string number(float value) {
    std::string text = std::to_string(std::round(value * 1000) / 1000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  }

  [[nodiscard]] SegmentStore& store() { return store_; }
  [[nodiscard]] tests::FixedWidthTextHost& host() { return host_; }
  [[nodiscard]] Paragraph& paragraph() { return paragraph_; }

 private:
  void set(std::span<const Run> runs, const Shape& shape, std::span<const Hold> holds = {}) {
    paragraph_ = Paragraph::shape(store_, runs,
                                  {.language = std::string(shape.language),
                                   .direction = direction_of(shape.language),
                                   .alignment = shape.alignment,
                                   .kind = shape.kind,
                                   .indent_em = shape.indent_em},
                                  holds);
    store_.measure();
  }

  tests::FixedWidthTextHost host_;
  SegmentStore store_;
  Paragraph paragraph_;
};

inline std::vector<Item> items_of(std::string_view text, SegmentStore& store,
                                  std::string_view language, TextKind kind) {
  const Run run{
      text, store.style({.family = "fake", .language = std::string(language), .size = CssPx(kEm)}),
      language, 0};
  return segment(
      store, text, {&run, 1},
      {.language = std::string(language), .direction = direction_of(language), .kind = kind});
}

/// The text with `|` where a line may end and `!` where it must.
inline std::string opportunities(std::string_view text, std::string_view language, TextKind kind) {
  tests::FixedWidthTextHost host;
  SegmentStore store(host);
  const std::vector<Item> items = items_of(text, store, language, kind);
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t end = i + 1 < items.size() ? items[i + 1].begin : text.size();
    out += text.substr(items[i].begin, end - items[i].begin);
    if (items[i].break_after == Break::Allowed) out += '|';
    if (items[i].break_after == Break::Mandatory) out += '!';
  }
  return out;
}

/// The text cut into its segments, parted by `_`.
inline std::string segments(std::string_view text, std::string_view language) {
  tests::FixedWidthTextHost host;
  SegmentStore store(host);
  const std::vector<Item> items = items_of(text, store, language, TextKind::Body);
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t end = i + 1 < items.size() ? items[i + 1].begin : text.size();
    if (i != 0) out += '_';
    out += text.substr(items[i].begin, end - items[i].begin);
  }
  return out;
}

}  // namespace article::text
