#include "text/segment_store.h"

#include <cmath>

#include "text/characters.h"

namespace article::text {
namespace {

/// FNV-1a.
std::uint32_t hash_of(host::StyleId style, std::string_view text, Direction direction) {
  std::uint32_t hash = 2166136261U ^ (style.value << 1U | static_cast<std::uint32_t>(direction));
  hash *= 16777619U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash ^ hash >> 15U;
}

}  // namespace

SegmentStore::SegmentStore(host::TextHost& host) : host_(host) {}
SegmentStore::~SegmentStore() = default;

host::StyleId SegmentStore::style(const host::TextStyle& style) {
  for (std::uint32_t i = 0; i < styles_.size(); ++i)
    if (styles_[i]->style == style) return {i};
  const host::StyleId id{static_cast<std::uint32_t>(styles_.size())};
  styles_.push_back(std::make_unique<Style>());
  styles_.back()->style = style;
  host_.define_style(id, style);
  return id;
}

const host::TextStyle& SegmentStore::style(host::StyleId id) const {
  assert(id.value < styles_.size());
  return styles_[id.value]->style;
}

host::FontMetrics SegmentStore::font_metrics(host::StyleId id) {
  assert(id.value < styles_.size());
  Style& style = *styles_[id.value];
  if (!style.metrics_known) {
    style.metrics = host_.font_metrics(id);
    style.metrics_known = true;
  }
  return style.metrics;
}

std::vector<std::uint8_t> SegmentStore::find_words(std::string_view text) {
  std::vector<std::uint8_t> starts(text.size());
  host_.find_words(text, starts);
  return starts;
}

SegmentId SegmentStore::intern(host::StyleId style, std::string_view text, Direction direction) {
  assert(!text.empty() && style.value < styles_.size());
  if (index_.size() < 2 * (live_ + 1)) grow_index(index_.empty() ? 512 : 2 * index_.size());
  const std::uint32_t hash = hash_of(style, text, direction);
  const std::size_t mask = index_.size() - 1;
  for (std::size_t slot = hash & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    Entry& found = entry(index_[slot] - 1);
    if (found.hash == hash && found.segment.style == style &&
        found.segment.direction == direction && found.text == text) {
      found.kept = true;
      return {index_[slot] - 1};
    }
  }
  const std::uint32_t id = new_id();
  Entry& made = entry(id);
  made.text = text;
  made.hash = hash;
  made.live = made.kept = true;
  made.measured = false;
  made.segment = {.style = style,
                  .direction = direction,
                  .color = is_color_emoji(text),
                  .blank = is_blank(text),
                  .metrics = {},
                  .em = styles_[style.value]->style.size.value,
                  .text = made.text};
  fresh_.push_back(id);
  ++live_;
  put_in_index(id);
  return {id};
}

void SegmentStore::measure() {
  if (fresh_.empty()) return;
  std::vector<host::MeasureRequest> requests;
  std::vector<std::uint32_t> ids;
  requests.reserve(fresh_.size());
  ids.reserve(fresh_.size());
  for (const std::uint32_t id : fresh_) {
    Entry& it = entry(id);
    if (!it.live || it.measured) continue;  // freed since, or given out twice
    it.measured = true;
    ids.push_back(id);
    requests.push_back({it.segment.style, it.segment.text, it.segment.direction});
  }
  fresh_.clear();
  if (requests.empty()) return;
  std::vector<host::SegmentMetrics> metrics(requests.size());
  host_.measure(requests, metrics);
  for (std::size_t i = 0; i < ids.size(); ++i) entry(ids[i]).segment.metrics = metrics[i];
}

const Segment& SegmentStore::with_ink(SegmentId id) {
  Segment& segment = entry(id.value).segment;
  host::SegmentMetrics& metrics = segment.metrics;
  if (std::isnan(metrics.left)) {
    // Lines were broken by the advance that was measured then.
    const float advance = metrics.advance;
    metrics = host_.measure_with_ink({segment.style, segment.text, segment.direction});
    metrics.advance = advance;
  }
  return segment;
}

std::size_t SegmentStore::size() const { return live_; }

void SegmentStore::forget_metrics() {
  for (const auto& style : styles_) style->metrics_known = false;
  fresh_.clear();
  for (std::uint32_t id = 0; id < used_; ++id) {
    Entry& it = entry(id);
    if (!it.live) continue;
    it.measured = false;
    fresh_.push_back(id);
  }
}

void SegmentStore::begin_sweep() {
  for (std::uint32_t id = 0; id < used_; ++id) entry(id).kept = false;
}

void SegmentStore::keep(SegmentId id) { entry(id.value).kept = true; }

void SegmentStore::end_sweep() {
  const std::size_t before = live_;
  for (std::uint32_t id = 0; id < used_; ++id) {
    Entry& it = entry(id);
    if (!it.live || it.kept) continue;
    it.live = false;
    it.segment = {};
    it.text = {};
    ++it.generation;
    --live_;
    free_.push_back(id);
  }
  if (live_ != before) grow_index(index_.size());
}

std::uint32_t SegmentStore::generation(SegmentId id) const { return entry(id.value).generation; }

std::uint32_t SegmentStore::new_id() {
  if (!free_.empty()) {
    const std::uint32_t id = free_.back();
    free_.pop_back();
    return id;
  }
  if (used_ % kBlockSize == 0) blocks_.push_back(std::make_unique<Block>());
  return used_++;
}

void SegmentStore::grow_index(std::size_t slots) {
  index_.assign(slots, 0);
  for (std::uint32_t id = 0; id < used_; ++id)
    if (entry(id).live) put_in_index(id);
}

void SegmentStore::put_in_index(std::uint32_t id) {
  const std::size_t mask = index_.size() - 1;
  std::size_t slot = entry(id).hash & mask;
  while (index_[slot] != 0) slot = (slot + 1) & mask;
  index_[slot] = id + 1;
}

}  // namespace article::text
