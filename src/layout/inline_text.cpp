#include "layout/inline_text.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "document/eight_bytes.h"

namespace article::layout {

void InlineText::add(std::string_view text, const InlineStyle& style) {
  if (text.empty()) return;
  Piece piece{style};
  piece.begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  piece.end = static_cast<std::uint32_t>(text_.size());
  pieces_.push_back(piece);
}

void InlineText::hold(text::HoldKind kind) {
  open_.push_back(holds_.size());
  const auto begin = static_cast<std::uint32_t>(text_.size());
  holds_.push_back({begin, begin, kind});
}

void InlineText::release() {
  holds_[open_.back()].end = static_cast<std::uint32_t>(text_.size());
  open_.pop_back();
}

void InlineText::add_in(std::string_view language, std::string_view text) {
  InlineStyle style;
  style.language = language;
  add(text, style);
}

void InlineText::add(const document::Text& text) {
  for (const document::TextRun& run : text) {
    InlineStyle style;
    style.strong = run.strong;
    style.emphasis = run.emphasis;
    style.language = run.language;
    style.url = run.url;
    add(run.text, style);
  }
}

float length_em(std::string_view text) {
  using document::kHighs;
  using document::kOnes;
  // UTF-8, eight bytes at a time: a bit for each byte of a kind.
  std::string_view rest = text;
  int spaces = 0;
  int wide = 0;
  int half = 0;
  for (; !rest.empty(); rest.remove_prefix(std::min<std::size_t>(rest.size(), 8))) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, rest.data(), std::min<std::size_t>(rest.size(), 8));
    const auto count = [&](unsigned byte) {
      const std::uint64_t off = bytes ^ kOnes * byte;
      return std::popcount(~(((off & ~kHighs) + ~kHighs) | off | ~kHighs));
    };
    const int tails = std::popcount(bytes & ~(bytes << 1) & kHighs);
    const int now_spaces = count(' ');
    // From U+2E80 on most are as wide as high; others are about half as wide.
    const int now_wide = bytes & kHighs ? std::popcount(bytes & bytes << 1 & bytes << 2 & kHighs) -
                                              count(0xE0) - count(0xE1) - count(0xE2)
                                        : 0;
    spaces += now_spaces;
    wide += now_wide;
    half += 8 - tails - now_spaces - now_wide - count(0);
  }
  return static_cast<float>(wide) + 0.5F * static_cast<float>(half) +
         0.27F * static_cast<float>(spaces);
}

/// web/core/semantic-tree.js has them too.
constexpr std::uint8_t kRooms[] = {8, 12, 16, 20, 24};

std::vector<InlineText::OneLine> InlineText::on_one_line() const {
  std::vector<OneLine> out;
  for (const text::Hold& hold : holds_) {
    if (!out.empty() && out.back().begin == hold.begin && out.back().end == hold.end) continue;
    // Letters of another font may be wider than estimated.
    const float least = 1.2F * length_em(text().substr(hold.begin, hold.end - hold.begin));
    for (const std::uint8_t em : kRooms) {
      if (least > static_cast<float>(em) || hold.begin == hold.end) continue;
      out.push_back({hold.begin, hold.end, em});
      break;
    }
  }
  return out;
}

}  // namespace article::layout
