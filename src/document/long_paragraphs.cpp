#include "document/long_paragraphs.h"

#include <string_view>
#include <utility>

#include "document/utf8.h"

namespace article::document {
namespace {

/// Marks that end a sentence without a space behind them, and those that stand behind such a mark.
constexpr std::u32string_view kEnds = U"。！？";
constexpr std::u32string_view kBehindEnds = U"。！？”’」』）》〉】…";

bool is_among(char32_t c, std::u32string_view marks) {
  return marks.find(c) != std::u32string_view::npos;
}

/// Whether a paragraph of `length` characters, of which `before` is the last, ends before `c`.
bool ends_between(char32_t before, char32_t c, std::size_t length) {
  if (length < kLongParagraph || c == U' ') return false;
  return before == U' ' || (is_among(before, kEnds) && !is_among(c, kBehindEnds)) ||
         length >= 2 * kLongParagraph;
}

/// Adds what of a run stands in one paragraph.
void add_run(const TextRun& run, std::string_view text, Text& out) {
  if (text.empty()) return;
  out.push_back(run);
  out.back().text = text;
}

}  // namespace

std::size_t split_long_paragraph(std::vector<Block>& body) {
  if (body.back().type != BlockType::Paragraph) return 1;
  std::size_t bytes = 0;
  for (const TextRun& run : body.back().text) bytes += run.text.size();
  if (bytes <= kLongParagraph) return 1;

  const Text runs = std::exchange(body.back().text, {});
  std::size_t count = 1;
  std::size_t length = 0;
  char32_t before = 0;
  for (const TextRun& run : runs) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < run.text.size();) {
      const CodePoint c = code_point_at(run.text, at);
      if (ends_between(before, c.value, length)) {
        Text& ended = body.back().text;
        add_run(run, run.text.substr(begin, at - begin), ended);
        if (before == U' ') ended.back().text.remove_suffix(1);
        if (ended.back().text.empty()) ended.pop_back();
        body.emplace_back().type = BlockType::Paragraph;
        ++count;
        begin = at;
        length = 0;
      }
      before = c.value;
      at += c.bytes;
      ++length;
    }
    add_run(run, run.text.substr(begin), body.back().text);
  }
  return count;
}

}  // namespace article::document
