#include "paint/atlas.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace article::paint {
namespace {

/// What has not been drawn for this number of frames may be given up: the
/// first number that makes room is taken. More numbers, wider gaps: a fling
/// then needs half the uploads. The last is all that the current frame does
/// not draw.
constexpr std::array<std::uint32_t, 6> kUnusedFrames = {0, 512, 32, 8, 3, 1};
/// A better place for what is drawn at a lower scale must not cost what was
/// drawn lately, else two frames in turn would take it from each other.
constexpr std::uint32_t kUnusedForUpgrade = 32;
/// What is tried, in order, where a segment finds no room.
constexpr std::array<float, 2> kReducedScales = {0.5F, 0.25F};

/// Beyond it, metrics are nonsense.
constexpr float kLargest = 1e6F;

constexpr std::uint64_t kWhite = 0;

std::uint64_t key_of(text::SegmentId id, std::uint32_t scale, host::Ink ink) {
  return std::uint64_t{id.value} | std::uint64_t{scale & 0xFFFF} << 32 |
         std::uint64_t{ink == host::Ink::Light} << 48 | std::uint64_t{1} << 63;
}

/// The ink box in px of a page, with a pixel more on each side: antialiasing
/// reaches there, and a stretched slot must not take in its neighbour.
struct InkBox {
  std::int32_t left = 0;
  std::int32_t top = 0;
  std::int32_t right = 0;
  std::int32_t bottom = 0;
};
InkBox ink_box(const host::SegmentMetrics& metrics, float scale) {
  return {static_cast<std::int32_t>(std::floor(metrics.left * scale)) - 1,
          static_cast<std::int32_t>(std::floor(metrics.top * scale)) - 1,
          static_cast<std::int32_t>(std::ceil(metrics.right * scale)) + 1,
          static_cast<std::int32_t>(std::ceil(metrics.bottom * scale)) + 1};
}

}  // namespace

Atlas::Atlas(host::RasterHost& host, text::SegmentStore& store)
    : impl_(std::make_unique<Impl>(host, store)) {}
Atlas::~Atlas() = default;

void Atlas::forget(bool pages_lost) { impl_->forget(pages_lost); }

Atlas::Stats Atlas::stats() const {
  return {static_cast<std::uint32_t>(impl_->packer.page_count()),
          static_cast<std::uint32_t>(impl_->table_count), impl_->rasterised,
          impl_->packer.evicted_shelves()};
}

Atlas::Impl::Impl(host::RasterHost& raster_host, text::SegmentStore& segment_store)
    : host(raster_host), store(segment_store), table(1024) {}

void Atlas::Impl::begin_frame() {
  if (open_frames++ == 0) ++now;
}

void Atlas::Impl::end_frame() {
  --open_frames;
  if (pending.empty()) return;
  jobs.clear();
  uploads.clear();
  for (const Pending& wanted : pending) {
    host::RasterJob job;
    if (wanted.key != kWhite) {
      const TableCell* cell = lookup(wanted.key);
      if (cell == nullptr || cell->slot != wanted.slot) continue;
      const Entry& entry = entries[wanted.slot];
      if (store.generation(entry.segment) != entry.generation) continue;
      const text::Segment& segment = store[entry.segment];
      job.style = segment.style;
      job.text = segment.text;
      job.direction = segment.direction;
      job.ink = entry.ink;
      job.pen_x = static_cast<float>(-entry.left);
      job.pen_y = static_cast<float>(-entry.top);
      job.scale = entry.scale;
      ++rasterised;
    }
    const ShelfPacker::Slot& slot = packer[wanted.slot];
    job.page = slot.page;
    job.x = slot.x;
    job.y = slot.y;
    job.width = slot.width;
    job.height = slot.height;
    jobs.push_back(job);
  }
  pending.clear();
  packer.take_uploads(uploads);
  host.rasterise(jobs, uploads);
}

void Atlas::Impl::forget(bool pages_lost) {
  const std::size_t kept = pages_lost ? 0 : packer.page_count();
  packer.clear();
  entries.clear();
  pending.clear();
  std::fill(table.begin(), table.end(), TableCell{});
  table_count = 0;
  for (std::size_t page = 0; page < kept; ++page) add_page(pages[page]);
}

host::TextureId Atlas::Impl::first_page() {
  if (packer.page_count() == 0 && !create_page()) return {};
  return pages[0];
}

bool Atlas::Impl::is_page(host::TextureId texture) const {
  for (std::size_t page = 0; page < packer.page_count(); ++page)
    if (pages[page] == texture) return true;
  return false;
}

bool Atlas::Impl::create_page() {
  if (packer.page_count() == ShelfPacker::kMaxPages || refused == now) return false;
  const host::TextureId texture = host.create_page(kPageWidth, kPageHeight);
  if (texture == host::TextureId{}) {
    refused = now;
    return false;
  }
  add_page(texture);
  return true;
}

void Atlas::Impl::add_page(host::TextureId texture) {
  pages[packer.page_count()] = texture;
  const std::uint32_t slot = packer.add_page(kWhiteSize, kWhiteSize);
  if (entries.size() <= slot) entries.resize(slot + 1);
  pending.push_back({slot, kWhite});
}

bool Atlas::Impl::find(text::SegmentId id, const text::Segment& segment, std::uint32_t scale,
                       host::Ink ink, Glyph& out) {
  if (segment.color) ink = host::Ink::Dark;
  const std::uint64_t key = key_of(id, scale, ink);
  const std::uint32_t generation = store.generation(id);
  const float full_scale = static_cast<float>(scale) / kScaleSteps;
  std::uint32_t slot = ShelfPacker::kNone;
  if (const TableCell* cell = lookup(key)) slot = cell->slot;

  // What this frame has drawn already keeps its pixels, though another slot
  // takes its name.
  if (slot != ShelfPacker::kNone && entries[slot].generation != generation) {
    erase(key);
    slot = ShelfPacker::kNone;
  }
  if (slot == ShelfPacker::kNone) {
    slot = add(key, id, segment.metrics, full_scale, ink, 1);
    for (const float share : kReducedScales)
      if (slot == ShelfPacker::kNone) {
        slot = add(key, id, segment.metrics, full_scale * share, ink, 1);
        if (slot != ShelfPacker::kNone) entries[slot].reduced = true;
      }
    if (slot == ShelfPacker::kNone) return false;
  } else if (entries[slot].reduced && packer[slot].used != now) {
    const std::uint32_t better = add(key, id, segment.metrics, full_scale, ink, kUnusedForUpgrade);
    if (better != ShelfPacker::kNone) slot = better;
  }

  packer.touch(slot, now);
  const Entry& entry = entries[slot];
  const ShelfPacker::Slot& at = packer[slot];
  out = {.texture = pages[at.page],
         .x = at.x,
         .y = at.y,
         .width = at.width,
         .height = at.height,
         .left = entry.left,
         .top = entry.top,
         .stretch = full_scale / entry.scale};
  return true;
}

/// Gives a segment a slot and has it rasterised with the next batch.
/// @param least_unused see ShelfPacker::place.
std::uint32_t Atlas::Impl::add(std::uint64_t key, text::SegmentId id,
                               const host::SegmentMetrics& metrics, float scale, host::Ink ink,
                               std::uint32_t least_unused) {
  const float width = (metrics.right - metrics.left) * scale;
  const float height = (metrics.bottom - metrics.top) * scale;
  const float extent = std::abs(metrics.left) + std::abs(metrics.top) + std::abs(metrics.right) +
                       std::abs(metrics.bottom);
  if (!(extent * scale < kLargest)) return ShelfPacker::kNone;
  // A pixel more on each side and another where rounding cuts both ways.
  const float widest = kPageWidth - 4;
  const float highest = kPageHeight - kWhiteSize - 4;
  if (width > widest || height > highest) scale *= std::min(widest / width, highest / height);

  const InkBox box = ink_box(metrics, scale);
  const auto slot_width = static_cast<std::uint16_t>(box.right - box.left);
  const auto slot_height = static_cast<std::uint16_t>(box.bottom - box.top);
  std::uint32_t slot = ShelfPacker::kNone;
  for (const std::uint32_t unused : kUnusedFrames) {
    if (unused != 0 && unused < least_unused) break;
    do {
      slot = packer.place(slot_width, slot_height, now, unused, key);
    } while (slot == ShelfPacker::kNone && unused == 0 && create_page());
    if (slot != ShelfPacker::kNone) break;
  }
  for (const ShelfPacker::Released& gone : packer.released()) {
    const TableCell* cell = lookup(gone.owner);
    if (cell != nullptr && cell->slot == gone.slot) erase(gone.owner);
  }
  packer.clear_released();
  if (slot == ShelfPacker::kNone) return slot;

  if (entries.size() <= slot) entries.resize(slot + 1);
  entries[slot] = {.segment = id,
                   .generation = store.generation(id),
                   .left = box.left,
                   .top = box.top,
                   .scale = scale,
                   .ink = ink,
                   .reduced = false};
  insert(key, slot);
  pending.push_back({slot, key});
  return slot;
}

std::size_t Atlas::Impl::home_of(std::uint64_t key) const {
  // Fibonacci hashing; the table's size is a power of two.
  const int bits = std::countr_zero(table.size());
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> (64 - bits));
}

Atlas::Impl::TableCell* Atlas::Impl::lookup(std::uint64_t key) {
  if (key == kWhite) return nullptr;
  for (std::size_t at = home_of(key);; at = (at + 1) & (table.size() - 1)) {
    if (table[at].key == key) return &table[at];
    if (table[at].key == 0) return nullptr;
  }
}

void Atlas::Impl::insert(std::uint64_t key, std::uint32_t slot) {
  if (TableCell* cell = lookup(key)) {
    cell->slot = slot;
    return;
  }
  if ((table_count + 1) * 2 > table.size()) {
    std::vector<TableCell> old(table.size() * 2);
    old.swap(table);
    table_count = 0;
    for (const TableCell& cell : old)
      if (cell.key != 0) insert(cell.key, cell.slot);
  }
  std::size_t at = home_of(key);
  while (table[at].key != 0) at = (at + 1) & (table.size() - 1);
  table[at] = {key, slot};
  ++table_count;
}

void Atlas::Impl::erase(std::uint64_t key) {
  TableCell* cell = lookup(key);  // it is there
  // Moves up what would no longer be found behind the empty cell.
  const std::size_t mask = table.size() - 1;
  std::size_t empty = static_cast<std::size_t>(cell - table.data());
  for (std::size_t at = (empty + 1) & mask; table[at].key != 0; at = (at + 1) & mask) {
    const std::size_t distance = (at - home_of(table[at].key)) & mask;
    if (distance >= ((at - empty) & mask)) {
      table[empty] = table[at];
      empty = at;
    }
  }
  table[empty] = {};
  --table_count;
}

}  // namespace article::paint
