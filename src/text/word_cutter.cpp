#include "text/word_cutter.h"

#include <algorithm>
#include <span>

#include "document/utf8.h"
#include "text/standard_breaks.h"

namespace article::text {
namespace {

/// The bytes where the clusters of `word` begin, and its end.
std::vector<std::uint32_t> cluster_bytes(std::string_view word) {
  std::vector<char32_t> characters;
  std::vector<std::uint32_t> bytes;
  for (std::size_t at = 0; at < word.size();) {
    const document::CodePoint c = document::code_point_at(word, at);
    characters.push_back(c.value);
    bytes.push_back(static_cast<std::uint32_t>(at));
    at += c.bytes;
  }
  std::vector<bool> starts;
  cluster_starts(characters, starts);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (starts[i]) bytes[kept++] = bytes[i];
  bytes.resize(kept);
  bytes.push_back(static_cast<std::uint32_t>(word.size()));
  return bytes;
}

/// A piece's sum of cluster advances is a guess: joined letters and kerning
/// make it another. `scale` corrects it where pieces came out too wide.
std::vector<Item> cut(SegmentStore& store, std::string_view word, const Item& item, float width,
                      float first_width, float scale) {
  const host::StyleId style = store[item.segment].style;
  const Direction direction = store[item.segment].direction;
  const std::vector<std::uint32_t> bytes = cluster_bytes(word);
  std::vector<SegmentId> clusters;
  clusters.reserve(bytes.size());
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    clusters.push_back(
        store.intern(style, word.substr(bytes[i], bytes[i + 1] - bytes[i]), direction));
  store.measure();

  std::vector<Item> pieces;
  std::size_t begin = 0;
  float sum = 0;
  const auto end_piece = [&](std::size_t end) {
    Item piece = item;
    piece.begin = item.begin + bytes[begin];
    piece.segment =
        store.intern(style, word.substr(bytes[begin], bytes[end] - bytes[begin]), direction);
    piece.flags = static_cast<std::uint8_t>(item.flags & ~Item::kOneCharacter);
    if (begin != 0) piece.flags |= Item::kPiece;
    if (end != clusters.size()) piece.break_after = Break::Allowed;
    pieces.push_back(piece);
    begin = end;
    sum = 0;
  };
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const float advance = store[clusters[i]].metrics.advance * scale;
    const float room = pieces.empty() ? first_width : width;
    if (i > begin && sum + advance > room) end_piece(i);
    sum += advance;
  }
  end_piece(clusters.size());
  store.measure();
  return pieces;
}

}  // namespace

bool cut_long_words(SegmentStore& store, std::string_view text, std::vector<Item>& items,
                    CssPx width, CssPx first_width) {
  const auto too_wide = [&](std::size_t i) {
    const float room = i == 0 ? first_width.value : width.value;
    return items[i].kind == ItemKind::Word && store[items[i].segment].metrics.advance > room;
  };
  std::size_t first = 0;
  while (first < items.size() && !too_wide(first)) ++first;
  if (first == items.size()) return false;
  std::vector<Item> out(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(first));
  for (std::size_t i = first; i < items.size(); ++i) {
    if (!too_wide(i)) {
      out.push_back(items[i]);
      continue;
    }
    const std::size_t end = i + 1 < items.size() ? items[i + 1].begin : text.size();
    const std::string_view word = text.substr(items[i].begin, end - items[i].begin);
    const float room = i == 0 ? first_width.value : width.value;
    std::vector<Item> pieces;
    float scale = 1;
    for (int attempt = 0; attempt < 3; ++attempt) {
      pieces = cut(store, word, items[i], width.value, room, scale);
      float excess = 1;
      for (const Item& piece : pieces) {
        const float of = &piece == pieces.data() ? room : width.value;
        excess = std::max(excess, store[piece.segment].metrics.advance / of);
      }
      if (excess <= 1) break;
      scale *= excess;
    }
    out.insert(out.end(), pieces.begin(), pieces.end());
  }
  items = std::move(out);
  return true;
}

void join_cut_words(SegmentStore& store, std::string_view text, std::vector<Item>& items) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < items.size();) {
    Item joined = items[i];
    std::size_t end = i + 1;
    while (end < items.size() && items[end].has(Item::kPiece)) ++end;
    if (end > i + 1) {
      const std::size_t end_byte = end < items.size() ? items[end].begin : text.size();
      const Segment& piece = store[joined.segment];
      joined.break_after = items[end - 1].break_after;
      joined.segment = store.intern(piece.style, text.substr(joined.begin, end_byte - joined.begin),
                                    piece.direction);
    }
    items[kept++] = joined;
    i = end;
  }
  items.resize(kept);
  store.measure();
}

}  // namespace article::text
