#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "host/text_host.h"
#include "host/units.h"
#include "text/phrases.h"

namespace article::text {

/// A shaped segment's number in the store.
struct SegmentId {
  std::uint32_t value = 0;
  bool operator==(const SegmentId&) const = default;
};

/// The smallest piece that is shaped, measured and rasterised as one: a Han
/// character, a word, an emoji sequence, a run of spaces.
///
/// A segment of a right-to-left level has `Direction::RightToLeft`, be it an
/// Arabic word or a bracket alone: the host draws it with that direction, and
/// its shaper mirrors what UAX #9 L4 mirrors.
struct Segment {
  host::StyleId style;
  Direction direction = Direction::LeftToRight;
  /// Drawn in its own colours (emoji presentation), not in the text's.
  bool color = false;
  /// Nothing to draw (white space, controls).
  bool blank = false;
  host::SegmentMetrics metrics;
  float em = 0;           ///< the style's font size, CSS px
  std::string_view text;  ///< UTF-8, owned by the store
};

/// All segments that live articles use, each once, shared by all widgets of a
/// page. Interning is cheap; measuring is asked of the host in one call for
/// all segments that are new.
///
/// A segment's address and text stay where they are while it lives.
class SegmentStore {
 public:
  /// @param host outlives the store.
  explicit SegmentStore(host::TextHost& host);
  ~SegmentStore();
  SegmentStore(const SegmentStore&) = delete;
  SegmentStore& operator=(const SegmentStore&) = delete;

  [[nodiscard]] host::StyleId style(const host::TextStyle& style);
  [[nodiscard]] const host::TextStyle& style(host::StyleId id) const;
  [[nodiscard]] host::FontMetrics font_metrics(host::StyleId id);
  /// The host's words, see TextHost::find_words: a byte for each of `text`.
  [[nodiscard]] std::vector<std::uint8_t> find_words(std::string_view text);

  /// What is known of phrases: like segments, for all widgets of a page.
  [[nodiscard]] Phrases& phrases() { return phrases_; }

  /// The segment of this text in this style; metrics are there after the next
  /// `measure()`. @param text not empty; copied.
  [[nodiscard]] SegmentId intern(host::StyleId style, std::string_view text, Direction direction);

  /// Measures what was interned since the last call, in one host call.
  void measure();

  /// The ink box of its metrics may be missing: see `with_ink`.
  [[nodiscard]] const Segment& operator[](SegmentId id) const { return entry(id.value).segment; }
  /// A segment that was measured, with its ink box.
  [[nodiscard]] const Segment& with_ink(SegmentId id);
  [[nodiscard]] std::size_t size() const;  ///< live segments

  /// Fonts changed (a page's font arrived): forgets all metrics, of styles
  /// too, and measures every live segment again at the next `measure()`.
  void forget_metrics();

  /// Mark and sweep, so that a page that shows article after article does not
  /// grow: `begin_sweep`, `keep` each segment in use, `end_sweep` frees the
  /// others; their ids are given out again (`generation(id)` then differs).
  /// A segment that is interned between the two is in use.
  void begin_sweep();
  void keep(SegmentId id);
  void end_sweep();
  [[nodiscard]] std::uint32_t generation(SegmentId id) const;

 private:
  struct Style {
    host::TextStyle style;
    host::FontMetrics metrics;
    bool metrics_known = false;
  };
  struct Entry {
    Segment segment;
    std::string text;
    std::uint32_t hash = 0;
    std::uint32_t generation = 0;
    bool live = false;
    bool kept = false;
    bool measured = false;
  };
  static constexpr std::uint32_t kBlockBits = 8;
  static constexpr std::uint32_t kBlockSize = 1U << kBlockBits;
  using Block = std::array<Entry, kBlockSize>;

  [[nodiscard]] Entry& entry(std::uint32_t id) {
    assert(id < used_);
    return (*blocks_[id >> kBlockBits])[id & (kBlockSize - 1)];
  }
  [[nodiscard]] const Entry& entry(std::uint32_t id) const {
    assert(id < used_);
    return (*blocks_[id >> kBlockBits])[id & (kBlockSize - 1)];
  }
  [[nodiscard]] std::uint32_t new_id();
  void grow_index(std::size_t slots);
  void put_in_index(std::uint32_t id);

  host::TextHost& host_;
  Phrases phrases_;
  std::vector<std::unique_ptr<Style>> styles_;
  std::vector<std::unique_ptr<Block>> blocks_;
  std::uint32_t used_ = 0;  ///< entries ever given out
  std::size_t live_ = 0;
  std::vector<std::uint32_t> free_;   ///< ids to give out again
  std::vector<std::uint32_t> fresh_;  ///< ids to measure
  std::vector<std::uint32_t> index_;  ///< open addressing: id + 1, 0 is empty
};

}  // namespace article::text
