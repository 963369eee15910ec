#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "host/text_host.h"
#include "host/units.h"

namespace article::text {

/// A shaped segment's number in the store.
struct SegmentId {
  std::uint32_t value = 0;
  bool operator==(const SegmentId&) const = default;
};

/// The smallest piece that is shaped, measured and rasterised as one: a Han
/// character, a word, an emoji sequence, a run of spaces.
struct Segment {
  host::StyleId style;
  Direction direction = Direction::LeftToRight;
  /// Drawn in its own colours (emoji presentation), not in the text's.
  bool color = false;
  /// Nothing to draw (white space, controls).
  bool blank = false;
  host::SegmentMetrics metrics;
  std::string_view text;  ///< UTF-8, owned by the store
};

/// All segments that live articles use, each once, shared by all widgets of a
/// page. Interning is cheap; measuring is asked of the host in one call for
/// all segments that are new.
class SegmentStore {
 public:
  explicit SegmentStore(host::TextHost& host);
  ~SegmentStore();
  SegmentStore(const SegmentStore&) = delete;
  SegmentStore& operator=(const SegmentStore&) = delete;

  [[nodiscard]] host::StyleId style(const host::TextStyle& style);
  [[nodiscard]] const host::TextStyle& style(host::StyleId id) const;
  [[nodiscard]] host::FontMetrics font_metrics(host::StyleId id);

  /// The segment of this text in this style; metrics are there after the next
  /// `measure()`. @param text not empty; copied.
  [[nodiscard]] SegmentId intern(host::StyleId style, std::string_view text,
                                 Direction direction);

  /// Measures what was interned since the last call, in one host call.
  void measure();

  [[nodiscard]] const Segment& operator[](SegmentId id) const;
  [[nodiscard]] std::size_t size() const;  ///< live segments

  /// Fonts changed (a page's font arrived): forgets all metrics, of styles
  /// too, and measures every live segment again at the next `measure()`.
  void forget_metrics();

  /// Mark and sweep, so that a page that shows article after article does not
  /// grow: `begin_sweep`, `keep` each segment in use, `end_sweep` frees the
  /// others; their ids are given out again (`generation(id)` then differs).
  void begin_sweep();
  void keep(SegmentId id);
  void end_sweep();
  [[nodiscard]] std::uint32_t generation(SegmentId id) const;

 private:
  struct Impl;
  Impl* impl_;  // replaced by the author with plain members or unique_ptr
};

}  // namespace article::text
