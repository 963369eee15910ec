#include "paint/shelf_packer.h"

#include <algorithm>
#include <cassert>

namespace article::paint {
namespace {

/// Shelf heights are multiples of it, so that slots of nearly the same height
/// share a shelf and given up shelves fit each other.
constexpr std::uint32_t kHeightStep = 4;

/// A slot may lie in a shelf of up to this many times its height class.
constexpr std::uint32_t roomy(std::uint32_t class_height) {
  return class_height + class_height / 2;
}

/// Blank pixels that an upload may carry to save another upload.
constexpr std::uint32_t kBlankPerUpload = 64 * 1024;

}  // namespace

ShelfPacker::ShelfPacker(std::uint16_t width, std::uint16_t height)
    : width_(width), height_(height) {
  assert(height % kHeightStep == 0);
}

void ShelfPacker::clear() {
  page_count_ = 0;
  slots_.clear();
  shelves_.clear();
  free_slots_.clear();
  free_shelves_.clear();
  released_.clear();
}

std::uint32_t ShelfPacker::add_page(std::uint16_t pinned_width, std::uint16_t pinned_height) {
  assert(page_count_ < kMaxPages && pinned_height % kHeightStep == 0);
  const std::uint32_t strip = new_shelf();
  shelves_[strip].page = static_cast<std::uint16_t>(page_count_);
  shelves_[strip].height = height_;
  first_shelf_[page_count_++] = strip;
  cut(strip, pinned_height);
  return take(strip, pinned_width, pinned_height, kAlways, 0);
}

std::uint32_t ShelfPacker::place(std::uint16_t width, std::uint16_t height, std::uint32_t now,
                                 std::uint32_t unused, std::uint64_t owner) {
  assert(now != 0 && width != 0 && height != 0);
  const std::uint32_t class_height = (height + kHeightStep - 1) / kHeightStep * kHeightStep;
  if (width > width_ || class_height > height_) return kNone;
  const std::uint32_t class_limit = roomy(class_height);
  const auto shelf_height = static_cast<std::uint16_t>(class_height);

  std::uint32_t shelf = shelf_with_gap(width, class_height, class_height);
  if (shelf == kNone) shelf = open_shelf(shelf_height, 0);
  if (shelf == kNone && unused != 0) {
    const std::uint32_t oldest = now > unused ? now - unused : 0;
    // What the last frames drew will most likely be wanted again: of that
    // only as much goes as is needed.
    const bool sparing = unused == 1;
    shelf = shelf_with_gap(width, class_height, class_limit);
    if (shelf == kNone && sparing)
      shelf = reopen_part(width, class_height, class_limit, oldest, sparing);
    if (shelf == kNone) shelf = open_shelf(shelf_height, oldest);
    if (shelf == kNone)
      shelf = reopen_part(width, class_height, sparing ? height_ : class_limit, oldest, sparing);
  }
  if (shelf == kNone) return kNone;
  return take(shelf, width, height, now, owner);
}

void ShelfPacker::touch(std::uint32_t slot, std::uint32_t now) {
  Slot& s = slots_[slot];
  if (s.used == kAlways) return;
  s.used = now;
  Shelf& shelf = shelves_[s.shelf];
  shelf.used = std::max(shelf.used, now);
}

std::uint32_t ShelfPacker::new_slot() {
  if (free_slots_.empty()) {
    slots_.emplace_back();
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  const std::uint32_t slot = free_slots_.back();
  free_slots_.pop_back();
  return slot;
}

std::uint32_t ShelfPacker::new_shelf() {
  if (free_shelves_.empty()) {
    shelves_.emplace_back();
    return static_cast<std::uint32_t>(shelves_.size() - 1);
  }
  const std::uint32_t shelf = free_shelves_.back();
  free_shelves_.pop_back();
  shelves_[shelf] = Shelf{};
  return shelf;
}

/// Puts a slot at the start of the shelf's gap.
std::uint32_t ShelfPacker::take(std::uint32_t shelf_index, std::uint16_t width,
                                std::uint16_t height, std::uint32_t now, std::uint64_t owner) {
  const std::uint32_t index = new_slot();
  Shelf& shelf = shelves_[shelf_index];
  Slot& slot = slots_[index];
  slot.owner = owner;
  slot.used = now;
  slot.page = shelf.page;
  slot.x = shelf.gap_begin;
  slot.y = shelf.y;
  slot.width = width;
  slot.height = height;
  slot.fresh = true;
  slot.shelf = shelf_index;
  slot.previous = shelf.gap_after;
  slot.next = slot.previous == kNone ? shelf.first_slot : slots_[slot.previous].next;
  (slot.previous == kNone ? shelf.first_slot : slots_[slot.previous].next) = index;
  if (slot.next != kNone) slots_[slot.next].previous = index;
  shelf.gap_after = index;
  shelf.gap_begin = static_cast<std::uint16_t>(shelf.gap_begin + width);
  shelf.used = std::max(shelf.used, now);
  shelf.fresh = true;
  return index;
}

/// The lowest shelf of that height whose gap is wide enough.
std::uint32_t ShelfPacker::shelf_with_gap(std::uint16_t width, std::uint32_t min_height,
                                          std::uint32_t max_height) const {
  std::uint32_t best = kNone;
  for (std::size_t page = 0; page < page_count_; ++page)
    for (std::uint32_t s = first_shelf_[page]; s != kNone; s = shelves_[s].next) {
      const Shelf& shelf = shelves_[s];
      if (shelf.height < min_height || shelf.height > max_height) continue;
      if (shelf.gap_end - shelf.gap_begin < width) continue;
      if (best == kNone || shelf.height < shelves_[best].height) best = s;
    }
  return best;
}

/// Opens an empty shelf in place of neighbours that are together high enough
/// and not used after `oldest`: those longest unused, and of these the lowest.
std::uint32_t ShelfPacker::open_shelf(std::uint16_t height, std::uint32_t oldest) {
  std::uint32_t best = kNone;
  std::uint32_t best_used = 0;
  std::uint32_t best_height = 0;
  for (std::size_t page = 0; page < page_count_; ++page)
    for (std::uint32_t first = first_shelf_[page]; first != kNone; first = shelves_[first].next) {
      std::uint32_t used = 0;
      std::uint32_t total = 0;
      std::uint32_t last = first;
      for (; last != kNone && total < height; last = shelves_[last].next) {
        if (shelves_[last].used > oldest) break;
        used = std::max(used, shelves_[last].used);
        total += shelves_[last].height;
      }
      if (total < height) continue;
      if (best == kNone || used < best_used || (used == best_used && total < best_height)) {
        best = first;
        best_used = used;
        best_height = total;
      }
    }
  if (best == kNone) return kNone;

  // Joins the neighbours, then cuts the shelf off the top.
  clear_shelf(best);
  while (shelves_[best].height < height) {
    const std::uint32_t next = shelves_[best].next;
    clear_shelf(next);
    shelves_[best].next = shelves_[next].next;
    if (shelves_[next].next != kNone) shelves_[shelves_[next].next].previous = best;
    shelves_[best].height =
        static_cast<std::uint16_t>(shelves_[best].height + shelves_[next].height);
    free_shelves_.push_back(next);
  }
  cut(best, height);
  return best;
}

/// Makes an empty shelf of the top of an empty strip.
void ShelfPacker::cut(std::uint32_t strip, std::uint16_t height) {
  if (shelves_[strip].height > height) {
    const std::uint32_t rest = new_shelf();
    Shelf& above = shelves_[strip];
    Shelf& below = shelves_[rest];
    below.page = above.page;
    below.y = static_cast<std::uint16_t>(above.y + height);
    below.height = static_cast<std::uint16_t>(above.height - height);
    below.previous = strip;
    below.next = above.next;
    if (above.next != kNone) shelves_[above.next].previous = rest;
    above.next = rest;
    above.height = height;
  }
  Shelf& shelf = shelves_[strip];
  shelf.used = 0;
  shelf.fresh = false;
  shelf.gap_begin = 0;
  shelf.gap_end = width_;
  shelf.gap_after = kNone;
}

/// Makes a gap of at least `width` in a shelf by giving up slots that were not
/// used after `oldest`: the widest such gap, or, `sparing`, the first `width`
/// of the narrowest.
std::uint32_t ShelfPacker::reopen_part(std::uint16_t width, std::uint32_t min_height,
                                       std::uint32_t max_height, std::uint32_t oldest,
                                       bool sparing) {
  std::uint32_t best = kNone;
  std::uint32_t best_after = kNone;
  std::uint32_t best_begin = 0;
  std::uint32_t best_width = 0;
  for (std::size_t page = 0; page < page_count_; ++page)
    for (std::uint32_t s = first_shelf_[page]; s != kNone; s = shelves_[s].next) {
      const Shelf& shelf = shelves_[s];
      if (shelf.height < min_height || shelf.height > max_height) continue;
      if (shelf.gap_end == 0) continue;  // not a shelf yet
      std::uint32_t begin = 0;
      std::uint32_t after = kNone;
      for (std::uint32_t i = shelf.first_slot;; i = slots_[i].next) {
        if (i != kNone && slots_[i].used <= oldest) continue;
        const std::uint32_t end = i == kNone ? width_ : slots_[i].x;
        const std::uint32_t found = end - begin;
        if (found >= width &&
            (best == kNone || (sparing ? found < best_width : found > best_width))) {
          best = s;
          best_after = after;
          best_begin = begin;
          best_width = found;
        }
        if (i == kNone) break;
        begin = slots_[i].x + slots_[i].width;
        after = i;
      }
    }
  if (best == kNone) return kNone;

  Shelf& shelf = shelves_[best];
  const std::uint32_t wanted_end = best_begin + (sparing ? width : best_width);
  std::uint32_t end = best_begin + best_width;
  while (true) {
    const std::uint32_t slot = best_after == kNone ? shelf.first_slot : slots_[best_after].next;
    if (slot == kNone) break;
    if (slots_[slot].x >= wanted_end) {
      end = slots_[slot].x;
      break;
    }
    evict(slot);
  }
  ++evicted_shelves_;
  shelf.gap_begin = static_cast<std::uint16_t>(best_begin);
  shelf.gap_end = static_cast<std::uint16_t>(end);
  shelf.gap_after = best_after;
  return best;
}

void ShelfPacker::clear_shelf(std::uint32_t shelf) {
  if (shelves_[shelf].first_slot == kNone) return;
  while (shelves_[shelf].first_slot != kNone) evict(shelves_[shelf].first_slot);
  ++evicted_shelves_;
}

void ShelfPacker::evict(std::uint32_t slot) {
  assert(slots_[slot].used != kAlways);
  released_.push_back({slots_[slot].owner, slot});
  unlink(slot);
  slots_[slot] = Slot{};
  free_slots_.push_back(slot);
}

void ShelfPacker::unlink(std::uint32_t slot) {
  const Slot& s = slots_[slot];
  Shelf& shelf = shelves_[s.shelf];
  (s.previous == kNone ? shelf.first_slot : slots_[s.previous].next) = s.next;
  if (s.next != kNone) slots_[s.next].previous = s.previous;
  // The gap stays where it is, though what lies before it may be blank now.
  if (shelf.gap_after == slot) shelf.gap_after = s.previous;
}

void ShelfPacker::take_uploads(std::vector<host::UploadRect>& out) {
  for (std::size_t page = 0; page < page_count_; ++page) {
    patches_.clear();
    for (std::uint32_t s = first_shelf_[page]; s != kNone; s = shelves_[s].next) {
      Shelf& shelf = shelves_[s];
      if (!shelf.fresh) continue;
      shelf.fresh = false;
      std::uint32_t free_begin = 0;
      for (std::uint32_t i = shelf.first_slot; i != kNone;) {
        if (!slots_[i].fresh) {
          free_begin = slots_[i].x + slots_[i].width;
          i = slots_[i].next;
          continue;
        }
        Patch patch;
        patch.rect.page = static_cast<std::uint16_t>(page);
        patch.rect.x = slots_[i].x;
        patch.rect.y = shelf.y;
        patch.rect.height = shelf.height;
        patch.free_begin = free_begin;
        for (; i != kNone && slots_[i].fresh; i = slots_[i].next) {
          slots_[i].fresh = false;
          patch.rect.width =
              static_cast<std::uint16_t>(slots_[i].x + slots_[i].width - patch.rect.x);
        }
        patch.free_end = i == kNone ? width_ : slots_[i].x;
        patch.area = std::uint32_t{patch.rect.width} * patch.rect.height;
        add_patch(patch);
      }
    }
    for (const Patch& patch : patches_) out.push_back(patch.rect);
  }
}

/// Joins a strip to the patch above it where neither then covers a slot that
/// was there before.
void ShelfPacker::add_patch(const Patch& strip) {
  for (Patch& above : patches_) {
    host::UploadRect& rect = above.rect;
    if (rect.y + rect.height != strip.rect.y) continue;
    const std::uint32_t begin = std::min<std::uint32_t>(rect.x, strip.rect.x);
    const std::uint32_t end =
        std::max<std::uint32_t>(rect.x + rect.width, strip.rect.x + strip.rect.width);
    const std::uint32_t free_begin = std::max(above.free_begin, strip.free_begin);
    const std::uint32_t free_end = std::min(above.free_end, strip.free_end);
    if (begin < free_begin || end > free_end) continue;
    const std::uint32_t height = rect.height + strip.rect.height;
    const std::uint32_t area = above.area + strip.area;
    if ((end - begin) * height > area + kBlankPerUpload) continue;
    rect.x = static_cast<std::uint16_t>(begin);
    rect.width = static_cast<std::uint16_t>(end - begin);
    rect.height = static_cast<std::uint16_t>(height);
    above = {rect, free_begin, free_end, area};
    return;
  }
  patches_.push_back(strip);
}

}  // namespace article::paint
