#pragma once

#include <cstdint>
#include <span>

#include "host/raster_host.h"
#include "host/units.h"
#include "layout/page.h"
#include "paint/canvas.h"
#include "text/segment_store.h"

/// Draws a laid-out page.
namespace article::paint {

/// Colours of a theme, each 0xTTRRGGBB (`rgb` in canvas.h). Those of the themes are in
/// assets/themes/palettes.json.
struct Palette {
  std::uint32_t paper, panel, text, secondary, line, control, accent, link;
  bool operator==(const Palette&) const = default;
};
[[nodiscard]] Palette light_palette();
[[nodiscard]] Palette dark_palette();

/// A picture's texture and its size in pixels; 0: not there yet.
struct PictureTexture {
  host::TextureId texture;
  int width = 0;
  int height = 0;
};

/// Something that is hovered or pressed, or no longer is. A link of a text is
/// told by its number among the text's ranges.
struct Highlight {
  layout::BoxIndex box;
  std::int32_t range;  ///< -1: the box
  bool press;
  float way;  ///< 0 to 1 of its time; 0: nothing is seen, nor is `box` one
};

/// The bar of the selected tab of a row, on its way from another tab of the row.
struct TabBar {
  layout::BoxIndex from = layout::kNoBox;
  float way = 1;  ///< 0 to 1 of its time
};

/// All that a frame shows beside the boxes.
struct Scene {
  const layout::Page& page;
  const text::SegmentStore& segments;
  Palette palette;
  /// x to be added to the boxes of each scroller; layout::kScrollerCount long.
  std::span<const CssPx> scroller_offsets;
  std::span<const PictureTexture> pictures;  ///< by number, each of the page's
  std::span<const Highlight> highlights;
  TabBar bar;
};

/// Draws what of a block meets `visible` (content CSS px) between the canvas's
/// `begin` and `end`: on no ground, and as if its scroller stood at 0.
void paint_block(Canvas& canvas, const Scene& scene, const layout::Block& block,
                 const Rect& visible);

/// Draws what of the page meets `visible`: the paper, and every block where its
/// scroller has it.
void paint_page(Canvas& canvas, const Scene& scene, const Rect& visible);

/// Whether a box shows the states of another one: it is that box, is in it, or is
/// the button that enlarges that photo.
[[nodiscard]] bool shows_states_of(const layout::Page& page, layout::BoxIndex box,
                                   layout::BoxIndex target);

}  // namespace article::paint
