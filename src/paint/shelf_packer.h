#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "host/raster_host.h"

namespace article::paint {

/// Packs rectangles (slots) into the pages of an atlas. A page is divided into
/// shelves, rows of one height class, which are filled from left to right.
/// Every slot remembers the stamp of the frame that drew it last. Where all is
/// full, place is made from what has not been drawn for longest: whole shelves
/// first, then parts of them, for a few common characters keep most shelves
/// alive. What was drawn in the current frame is never given up.
///
/// It knows neither textures nor text: `owner` is the caller's.
class ShelfPacker {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  /// As a stamp: never given up.
  static constexpr std::uint32_t kAlways = 0xFFFFFFFF;
  static constexpr std::size_t kMaxPages = 2;

  struct Slot {
    std::uint64_t owner = 0;
    std::uint32_t used = 0;  ///< stamp of the frame that drew it last
    std::uint16_t page = 0;
    std::uint16_t x = 0;
    std::uint16_t y = 0;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    bool fresh = false;  ///< its pixels have not been uploaded yet
    std::uint32_t shelf = kNone;
    std::uint32_t previous = kNone;  ///< in its shelf, by x
    std::uint32_t next = kNone;
  };

  /// @param height a multiple of 4.
  ShelfPacker(std::uint16_t width, std::uint16_t height);

  /// Forgets all slots and pages.
  void clear();
  [[nodiscard]] std::size_t page_count() const { return page_count_; }
  /// Adds an empty page, at most kMaxPages, with one slot at its top left that
  /// is never given up.
  /// @return that slot, fresh, its owner 0.
  std::uint32_t add_page(std::uint16_t pinned_width, std::uint16_t pinned_height);

  /// Finds a place of `width` by `height`, both > 0.
  /// @param now    stamp of the current frame, which the slot gets. 0 and
  ///               kAlways are no frames.
  /// @param unused what was last drawn this number of frames ago or earlier
  ///               may be given up for it; 0: nothing may. At least 1 else.
  /// @return the slot, marked fresh, or kNone. Slots that were given up are in
  ///         `released()`. Cost: O(shelves); O(slots) where something has to go.
  [[nodiscard]] std::uint32_t place(std::uint16_t width, std::uint16_t height, std::uint32_t now,
                                    std::uint32_t unused, std::uint64_t owner);

  [[nodiscard]] const Slot& operator[](std::uint32_t slot) const { return slots_[slot]; }
  void touch(std::uint32_t slot, std::uint32_t now);

  struct Released {
    std::uint64_t owner = 0;
    std::uint32_t slot = kNone;  ///< what it was
  };
  /// The slots that `place` gave up since `clear_released`.
  [[nodiscard]] const std::vector<Released>& released() const { return released_; }
  void clear_released() { released_.clear(); }

  /// Rectangles that cover all fresh slots and no other slot's pixels, few
  /// rather than tight: what lies between slots is blank. Slots are not fresh
  /// afterwards. @param out appended to, by page, then from top to bottom.
  void take_uploads(std::vector<host::UploadRect>& out);

  [[nodiscard]] std::uint32_t evicted_shelves() const { return evicted_shelves_; }

 private:
  struct Shelf {
    std::uint16_t page = 0;
    std::uint16_t y = 0;
    std::uint16_t height = 0;
    bool fresh = false;      ///< has fresh slots
    std::uint32_t used = 0;  ///< newest stamp of its slots; 0: nothing in it
    /// Where the next slots go, and the slot before it.
    std::uint16_t gap_begin = 0;
    std::uint16_t gap_end = 0;
    std::uint32_t gap_after = kNone;
    std::uint32_t first_slot = kNone;
    std::uint32_t previous = kNone;  ///< in its page, by y
    std::uint32_t next = kNone;
  };

  /// An upload being joined: what it covers and how far it could be widened.
  struct Patch {
    host::UploadRect rect;
    std::uint32_t free_begin = 0;
    std::uint32_t free_end = 0;
    std::uint32_t area = 0;  ///< of the strips joined
  };

  std::uint32_t new_slot();
  std::uint32_t new_shelf();
  std::uint32_t take(std::uint32_t shelf, std::uint16_t width, std::uint16_t height,
                     std::uint32_t now, std::uint64_t owner);
  std::uint32_t shelf_with_gap(std::uint16_t width, std::uint32_t min_height,
                               std::uint32_t max_height) const;
  std::uint32_t open_shelf(std::uint16_t height, std::uint32_t oldest);
  std::uint32_t reopen_part(std::uint16_t width, std::uint32_t min_height, std::uint32_t max_height,
                            std::uint32_t oldest, bool sparing);
  void cut(std::uint32_t strip, std::uint16_t height);
  void clear_shelf(std::uint32_t shelf);
  void evict(std::uint32_t slot);
  void unlink(std::uint32_t slot);
  void add_patch(const Patch& strip);

  std::uint16_t width_;
  std::uint16_t height_;
  std::size_t page_count_ = 0;
  std::array<std::uint32_t, kMaxPages> first_shelf_{};
  std::vector<Slot> slots_;
  std::vector<Shelf> shelves_;
  std::vector<std::uint32_t> free_slots_;
  std::vector<std::uint32_t> free_shelves_;
  std::vector<Released> released_;
  std::vector<Patch> patches_;
  std::uint32_t evicted_shelves_ = 0;
};

}  // namespace article::paint
