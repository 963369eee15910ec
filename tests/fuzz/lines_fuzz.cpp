// Any text in lines, by a font of random widths: what is promised of lines, and of total fit as of
// first fit. The input begins with seven bytes that decide how the text is set; the text follows.
// Titles may have a model of phrases, of the text's own characters.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/utf8.h"
#include "fuzz/support/choices.h"
#include "fuzz/support/promise.h"
#include "fuzz/support/random_phrases.h"
#include "fuzz/support/random_text_host.h"
#include "text/characters.h"
#include "text/line_breaker.h"
#include "text/paragraph.h"
#include "text/phrases.h"
#include "text/segmenter.h"

namespace article::fuzz {
namespace {

using namespace text;

constexpr float kClose = 0.05F;  ///< CSS px

constexpr std::string_view kSoftHyphen = "\u00AD";

constexpr std::string_view kLanguages[] = {"zh-CN", "zh-TW", "zh-HK", "ja", "ko", "en",
                                           "ar",    "he",    "th",    "",   "de"};

/// When the model of a title's phrases comes.
enum class Model : std::uint8_t { Never, BeforeLines, BehindLines, OnceLinesAreShown };

/// How a text is set: what an input begins with.
struct Setting {
  explicit Setting(Choices& choices)
      : seed(choices.byte()), language(choices.of(kLanguages)), second(choices.of(kLanguages)) {
    const std::uint32_t how = choices.byte();
    alignment = static_cast<Alignment>(how % 3);
    kind = static_cast<TextKind>(how / 3 % 3);
    indent_em = static_cast<float>(how / 9 % 3);
    holds = how / 27 % 2 == 1;
    width = 16 * indent_em + choices.between(1, 300);
    const std::uint32_t last = choices.byte();
    parts = last % 4 + 1;
    model = static_cast<Model>(last / 4 % 4);
  }

  std::uint32_t seed;
  std::string_view language;
  std::string_view second;  ///< of each second run
  Alignment alignment = Alignment::Start;
  TextKind kind = TextKind::Body;
  float indent_em = 0;
  bool holds = false;
  float width = 0;
  std::uint32_t parts = 1;
  Model model = Model::Never;
};

/// A text in runs of one length, the ends of characters unheeded.
std::vector<Run> runs_of(SegmentStore& store, const Setting& setting, std::string_view text) {
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < setting.parts; ++i) {
    const std::size_t begin = text.size() * i / setting.parts;
    const std::size_t end = text.size() * (i + 1) / setting.parts;
    const std::string_view language = i % 2 == 0 ? setting.language : setting.second;
    const host::StyleId style = store.style({.family = "fake",
                                             .language = std::string(language),
                                             .size = CssPx(static_cast<int>(12 + 4 * (i % 3)))});
    runs.push_back({text.substr(begin, end - begin), style, language, std::uint16_t(i)});
  }
  return runs;
}

std::vector<Hold> holds_of(const Setting& setting, std::string_view text) {
  std::vector<Hold> holds;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; setting.holds && at < size; at += 16)
    holds.push_back(
        {at + 2, std::min(at + 12, size), at % 32 == 0 ? HoldKind::Whole : HoldKind::Part});
  return holds;
}

/// What is placed of a line: within its width, and each byte of its text once.
void expect_placed(const Paragraph& paragraph, const SegmentStore& store, const Line& line,
                   CssPx width) {
  std::vector<PlacedSegment> placed;
  paragraph.place(store, line, width, placed);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  std::size_t seen = 0;
  for (const PlacedSegment& one : placed) {
    promise(std::isfinite(one.x.value) && std::isfinite(one.advance.value), "a place is a number");
    if (one.text_begin == one.text_end) continue;  // the hyphen of a word that is cut
    const Segment& segment = store[one.segment];
    // A joiner may stand behind a space: no line begins with it.
    if (!segment.blank && !is_space(document::code_point_at(segment.text, 0).value)) ++seen;
    ranges.emplace_back(one.text_begin, one.text_end);
  }
  promise(line.indent.value + line.width.value <= width.value + kClose || seen <= 1,
          "no line is wider than its room but for one segment");
  promise(!line.justified || std::abs(line.indent.value + line.width.value - width.value) < kClose,
          "a justified line is as wide as its room");
  std::ranges::sort(ranges);
  auto [at, end] = paragraph.text_range(line);
  ranges.emplace_back(end, end);
  for (const auto& [from, to] : ranges) {
    while (at < from && paragraph.text().substr(at).starts_with(kSoftHyphen))
      at += std::uint32_t{kSoftHyphen.size()};  // within a line it is not there
    promise(from == at, "each character of a line is placed once");
    at = to;
  }
  std::vector<Stretch> stretches;
  paragraph.stretches(store, line, width, stretches);
  std::uint32_t before = paragraph.text_range(line).first;
  for (const Stretch& stretch : stretches) {
    promise(stretch.end > before && stretch.end <= end, "stretches follow one another");
    promise(std::isfinite(stretch.width.value), "a stretch's width is a number");
    before = stretch.end;
  }
}

/// @return the byte that each line ends before
std::vector<std::uint32_t> expect_lines(Paragraph& paragraph, SegmentStore& store, CssPx width) {
  std::uint32_t item = 0;
  std::uint32_t byte = 0;
  std::vector<std::uint32_t> ends;
  for (const Line& line : paragraph.break_lines(store, width)) {
    const auto [begin, end] = paragraph.text_range(line);
    promise(line.first == item && begin == byte && end >= begin, "lines follow one another");
    item = line.last;
    byte = end;
    ends.push_back(end);
    expect_placed(paragraph, store, line, width);
  }
  promise(byte == paragraph.text().size(), "each character is in a line");
  return ends;
}

/// A model of the text's phrases, where it is a title in a language that has one.
void learn_phrases(SegmentStore& store, const Setting& setting, std::string_view text) {
  const PhraseLanguage language = phrase_language(setting.language);
  if (setting.kind != TextKind::Title || language == PhraseLanguage::None || text.empty()) return;
  const RandomPhrases model(text, setting.seed);
  promise(store.phrases().learn(language, model.packed()), "a packed model is read");
}

/// Lines in two widths and in the first one again, with the model that comes meanwhile.
void expect_lines_with_model(Paragraph& paragraph, SegmentStore& store, const Setting& setting) {
  const CssPx width(setting.width);
  if (setting.model == Model::BeforeLines) learn_phrases(store, setting, paragraph.text());
  const std::vector<std::uint32_t> first = expect_lines(paragraph, store, width);
  if (setting.model >= Model::BehindLines) {
    const bool shown = setting.model == Model::OnceLinesAreShown;
    if (shown) store.phrases().show();
    learn_phrases(store, setting, paragraph.text());
    const std::vector<std::uint32_t> again = expect_lines(paragraph, store, width);
    promise(!shown || again == first, "a title that is shown stays as it is");
  }
  for (const float share : {0.4F, 1.0F})
    (void)expect_lines(paragraph, store, CssPx(std::max(1.0F, setting.width * share)));
}

/// Whether a line may end behind an item that is not its paragraph's last.
bool may_end(const Item& item) {
  return item.break_after == Break::Allowed || item.break_after == Break::Mandatory ||
         item.has(Item::kEscape);
}

/// Lines of items by one way of breaking: that each is in one line, and that lines end where they
/// may.
void expect_broken(std::span<const Item> items, const BrokenLines& broken) {
  std::uint32_t next = 0;
  for (const Line& line : broken.lines) {
    promise(line.first == next && (line.last > line.first || items.empty()),
            "each item is in one line");
    next = line.last;
    const std::span<const Item> inner = items.subspan(line.first, line.last - line.first);
    if (inner.empty() || line.last == items.size()) continue;
    const std::span<const Item> before = inner.first(inner.size() - 1);
    promise(std::ranges::none_of(
                before, [](const Item& one) { return one.break_after == Break::Mandatory; }),
            "a line end ends its line");
    promise(may_end(inner.back()) ||
                std::ranges::none_of(
                    before, [](const Item& one) { return one.break_after == Break::Allowed; }),
            "a line ends where it may, if it may end anywhere");
  }
  promise(next == items.size(), "each item is in a line");
}

/// Total fit and first fit over the same items.
void compare_fits(SegmentStore& store, std::span<const Item> items, const Setting& setting) {
  LineRules rules;
  rules.fit = {.region = han_region(setting.language),
               .justify = setting.alignment == Alignment::Justify};
  rules.kind = setting.kind;
  rules.chinese = is_chinese(setting.language);
  rules.by_sense = phrase_language(setting.language) != PhraseLanguage::None;
  rules.indent = CssPx(12 * setting.indent_em);
  const CssPx width(setting.width);
  const BrokenLines first = break_lines(store, items, rules, width);
  if (!first.overfull) expect_broken(items, first);
  if (!rules.fit.justify || items.empty()) return;
  rules.whole = true;
  const BrokenLines whole = break_lines(store, items, rules, width);
  promise(!whole.overfull || first.overfull, "first fit finds no room that total fit does not");
  if (!whole.overfull) expect_broken(items, whole);
}

}  // namespace
}  // namespace article::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace article;
  fuzz::Choices choices(data, size);
  const fuzz::Setting setting(choices);
  const std::string_view text = choices.rest();
  fuzz::RandomTextHost host(setting.seed);
  text::SegmentStore store(host);
  const std::vector<text::Run> runs = fuzz::runs_of(store, setting, text);
  const text::ParagraphStyle style{.language = setting.language,
                                   .direction = text::direction_of(setting.language),
                                   .alignment = setting.alignment,
                                   .kind = setting.kind,
                                   .indent_em = setting.indent_em};
  const std::vector<text::Hold> holds = fuzz::holds_of(setting, text);
  text::Paragraph paragraph = text::Paragraph::shape(store, runs, style, holds);
  std::vector<text::Item> items = text::segment(store, text, runs, style);
  text::hold_together(items, holds);
  store.measure();
  fuzz::promise(paragraph.text() == text, "a paragraph has its runs' texts");
  fuzz::expect_lines_with_model(paragraph, store, setting);
  if (setting.kind == text::TextKind::Title)
    store.phrases().find(text::phrase_language(setting.language), text, CssPx(setting.width),
                         items);
  fuzz::compare_fits(store, items, setting);
  return 0;
}
