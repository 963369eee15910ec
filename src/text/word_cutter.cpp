#include "text/word_cutter.h"

#include <cstddef>

#include "document/utf8.h"
#include "text/bidi.h"
#include "text/characters.h"
#include "text/clusters.h"

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
  std::vector<std::uint8_t> starts;
  cluster_starts(characters, starts);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (starts[i]) bytes[kept++] = bytes[i];
  bytes.resize(kept);
  bytes.push_back(static_cast<std::uint32_t>(word.size()));
  return bytes;
}

/// Letters of scripts that are hyphenated: Latin, Greek, Cyrillic, Armenian.
bool takes_hyphens(char32_t c) {
  return (c < 0x590 || (c >= 0x1E00 && c < 0x2000)) && is_letter_or_digit(c) && !is_digit(c);
}

/// A path or an address would read otherwise with a hyphen in it.
bool is_address(std::string_view word) { return word.find_first_of("/@:_\\") != word.npos; }

/// One word in pieces.
class Cutter {
 public:
  Cutter(SegmentStore& store, std::string_view word, const Item& item)
      : store_(store), word_(word), item_(item), bytes_(cluster_bytes(word)) {
    const std::size_t count = bytes_.size() - 1;
    clusters_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) clusters_.push_back(segment(i, i + 1));
    hyphen_ = store_.intern(store_[item.segment].style, "-", Direction::LeftToRight);
    store_.measure();
    hyphens_ = item.level % 2 == 0 && !is_address(word);
  }

  /// Each as long as its line has room for.
  std::vector<Item> pieces(float width, float first_width) {
    std::vector<Item> pieces;
    for (std::size_t begin = 0; begin < clusters_.size();) {
      const float room = pieces.empty() ? first_width : width;
      const std::size_t end = end_of_piece(begin, room);
      Item piece = item_;
      piece.begin = item_.begin + bytes_[begin];
      piece.segment = segment(begin, end);
      piece.flags = static_cast<std::uint8_t>(item_.flags & ~Item::kOneCharacter);
      if (begin != 0) piece.flags |= Item::kPiece;
      const bool ends = end == clusters_.size();
      if (!ends) piece.phrase = 0;
      const bool hyphen = !ends && hyphens_at(end) && advance(begin, end) <= less(room);
      if (!ends) piece.break_after = hyphen ? Break::Never : Break::Allowed;
      pieces.push_back(piece);
      if (hyphen) {
        Item& mark = pieces.emplace_back(piece);
        mark.kind = ItemKind::SoftHyphen;
        mark.begin = item_.begin + bytes_[end];
        mark.segment = hyphen_;
        mark.flags |= Item::kPiece;
        mark.break_after = Break::Allowed;
      }
      begin = end;
    }
    return pieces;
  }

 private:
  /// A piece's sum of cluster advances is a guess: joined letters and kerning
  /// make it another. From there, cluster by cluster.
  std::size_t end_of_piece(std::size_t begin, float room) {
    std::size_t end = begin;
    float sum = 0;
    do sum += store_[clusters_[end++]].metrics.advance;
    while (end < clusters_.size() && sum + store_[clusters_[end]].metrics.advance <= room);
    while (end > begin + 1 && advance(begin, end) > room) --end;
    while (end < clusters_.size() && advance(begin, end + 1) <= room) ++end;
    while (end < clusters_.size() && end > begin + 1 && hyphens_at(end) &&
           advance(begin, end) > less(room))
      --end;
    return end;
  }

  /// What a hyphen leaves of a line's room.
  [[nodiscard]] float less(float room) const { return room - store_[hyphen_].metrics.advance; }

  /// Whether a hyphen shows where the word is cut before a cluster: between letters.
  [[nodiscard]] bool hyphens_at(std::size_t cluster) const {
    if (!hyphens_) return false;
    return takes_hyphens(document::code_point_at(word_, bytes_[cluster - 1]).value) &&
           takes_hyphens(document::code_point_at(word_, bytes_[cluster]).value);
  }

  float advance(std::size_t begin, std::size_t end) {
    const SegmentId piece = segment(begin, end);
    store_.measure();
    return store_[piece].metrics.advance;
  }

  SegmentId segment(std::size_t begin, std::size_t end) {
    const Segment& whole = store_[item_.segment];
    const std::string_view piece = word_.substr(bytes_[begin], bytes_[end] - bytes_[begin]);
    return store_.intern(whole.style, forced(piece, whole.direction), whole.direction);
  }

  SegmentStore& store_;
  std::string_view word_;
  Item item_;
  std::vector<std::uint32_t> bytes_;
  std::vector<SegmentId> clusters_;
  SegmentId hyphen_;
  bool hyphens_ = false;
};

}  // namespace

bool cut_long_words(SegmentStore& store, std::string_view text, std::vector<Item>& items,
                    CssPx width, CssPx first_width) {
  std::vector<Item> out;
  bool any = false;
  // Of the line, what a word must follow (an opening bracket) takes some.
  float held = 0;
  bool first_line = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && items[i - 1].break_after != Break::Never) {
      held = 0;
      first_line = false;
    }
    const float line = first_line ? first_width.value : width.value;
    const float room = held < line ? line - held : line;
    const float advance = store[items[i].segment].metrics.advance;
    if (items[i].kind != ItemKind::Word || advance <= room) {
      if (!transparent(items[i].kind)) held += advance;
      if (any) out.push_back(items[i]);
      continue;
    }
    if (!any) out.assign(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i));
    any = true;
    const std::size_t end = i + 1 < items.size() ? items[i + 1].begin : text.size();
    const std::string_view word = text.substr(items[i].begin, end - items[i].begin);
    const std::vector<Item> pieces = Cutter(store, word, items[i]).pieces(width.value, room);
    out.insert(out.end(), pieces.begin(), pieces.end());
    store.measure();
    held = store[pieces.back().segment].metrics.advance;
    first_line = false;
  }
  if (any) items = std::move(out);
  return any;
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
      const std::string_view word = text.substr(joined.begin, end_byte - joined.begin);
      joined.segment = store.intern(piece.style, forced(word, piece.direction), piece.direction);
    }
    items[kept++] = joined;
    i = end;
  }
  items.resize(kept);
  store.measure();
}

}  // namespace article::text
