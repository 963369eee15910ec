#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "paint/canvas.h"
#include "paint/shelf_packer.h"

namespace article::paint {

inline constexpr std::uint16_t kPageWidth = 2048;
inline constexpr std::uint16_t kPageHeight = 1024;
/// Each page begins with white pixels, so that shapes need no other texture.
inline constexpr std::uint16_t kWhiteSize = 4;
/// Raster scales are multiples of 1 / kScaleSteps.
inline constexpr float kScaleSteps = 64;

/// Where a segment lies in the atlas and how it is put on the canvas.
struct Glyph {
  host::TextureId texture;
  std::uint16_t x = 0;  ///< in the page, px
  std::uint16_t y = 0;
  std::uint16_t width = 0;
  std::uint16_t height = 0;
  /// Its top left corner from the pen, px of the page.
  std::int32_t left = 0;
  std::int32_t top = 0;
  /// Canvas px per px of the page; 1 but where it was too large.
  float stretch = 1;
};

/// The atlas as a canvas sees it. Frames of canvases may overlap; a slot that
/// one of them drew stays until the last has ended.
struct Atlas::Impl {
  Impl(host::RasterHost& host, text::SegmentStore& store);

  void begin_frame();
  /// Has everything rasterised that was asked for since the last call.
  void end_frame();
  void forget(bool pages_lost);

  /// The first page, made when there is none; 0 where that fails.
  [[nodiscard]] host::TextureId first_page();
  [[nodiscard]] bool is_page(host::TextureId texture) const;

  /// @param segment not blank.
  /// @param scale   device px per CSS px, in 1 / kScaleSteps.
  /// @return false where it can't be drawn: no room at any scale.
  [[nodiscard]] bool find(text::SegmentId id, const text::Segment& segment, std::uint32_t scale,
                          host::Ink ink, Glyph& out);

  struct Entry {
    text::SegmentId segment;
    std::uint32_t generation = 0;
    std::int32_t left = 0;
    std::int32_t top = 0;
    float scale = 1;
    host::Ink ink = host::Ink::Dark;
    bool reduced = false;  ///< of a lower scale than there should be
  };
  struct Pending {
    std::uint32_t slot = 0;
    std::uint64_t key = 0;
  };
  struct TableCell {
    std::uint64_t key = 0;  ///< 0: empty
    std::uint32_t slot = 0;
  };

  [[nodiscard]] std::uint32_t add(std::uint64_t key, text::SegmentId id,
                                  const host::SegmentMetrics& metrics, float scale, host::Ink ink,
                                  std::uint32_t least_unused);
  bool create_page();
  void add_page(host::TextureId texture);

  [[nodiscard]] std::size_t home_of(std::uint64_t key) const;
  [[nodiscard]] TableCell* lookup(std::uint64_t key);
  void insert(std::uint64_t key, std::uint32_t slot);
  void erase(std::uint64_t key);

  host::RasterHost& host;
  text::SegmentStore& store;
  ShelfPacker packer{kPageWidth, kPageHeight};
  std::array<host::TextureId, ShelfPacker::kMaxPages> pages{};
  std::uint32_t now = 0;
  std::uint32_t refused = 0;  ///< the frame in which the host made no page
  std::uint32_t open_frames = 0;
  std::uint32_t rasterised = 0;
  std::vector<Entry> entries;  ///< by slot
  std::vector<Pending> pending;
  std::vector<TableCell> table;  ///< linear probing, at most half full
  std::size_t table_count = 0;
  std::vector<host::RasterJob> jobs;
  std::vector<host::UploadRect> uploads;
};

}  // namespace article::paint
