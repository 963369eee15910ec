#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "host/text_host.h"
#include "host/units.h"

/// What the core asks of its host about textures.
namespace article::host {

/// A texture of the host's. 0 is none.
struct TextureId {
  std::uint32_t value = 0;
  bool operator==(const TextureId&) const = default;
};

/// Whether the text will be drawn in a dark or a light colour: some
/// rasterisers choose their antialiasing by it.
enum class Ink : std::uint8_t { Dark, Light };

/// One segment to be drawn into a page of the atlas. All in device px of that
/// page. The host clears the rectangle and draws the text with its pen at
/// (pen_x, pen_y) relative to the rectangle's top left corner, `scale` times
/// its style's size. Coverage goes into alpha; a segment of colour (emoji)
/// keeps its colours, all other segments are masks. An empty text asks for a
/// rectangle that is white and opaque all over.
struct RasterJob {
  StyleId style;
  std::string_view text;
  Direction direction = Direction::LeftToRight;
  Ink ink = Ink::Dark;
  std::uint16_t page = 0;  ///< index of the page, from 0
  std::uint16_t x = 0;
  std::uint16_t y = 0;
  std::uint16_t width = 0;
  std::uint16_t height = 0;
  float pen_x = 0;
  float pen_y = 0;
  float scale = 1;
};

/// A rectangle of a page that holds only pixels of this batch's jobs (and
/// empty ones): what has to travel to the texture, in one upload each.
struct UploadRect {
  std::uint16_t page = 0;
  std::uint16_t x = 0;
  std::uint16_t y = 0;
  std::uint16_t width = 0;
  std::uint16_t height = 0;
};

class RasterHost {
 public:
  virtual ~RasterHost() = default;

  /// Makes an empty page (transparent black), `width` by `height` device px.
  /// Pages are numbered from 0 in the order of these calls.
  /// @return the texture to draw it with, 0 on failure.
  [[nodiscard]] virtual TextureId create_page(std::uint16_t width, std::uint16_t height) = 0;

  /// Draws all jobs and uploads all rectangles before the frame is drawn.
  virtual void rasterise(std::span<const RasterJob> jobs, std::span<const UploadRect> uploads) = 0;
};

}  // namespace article::host
