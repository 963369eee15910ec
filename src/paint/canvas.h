#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "host/raster_host.h"
#include "host/units.h"
#include "text/paragraph.h"
#include "text/segment_store.h"

/// Drawing: CSS px in, an `ImDrawData`-like list of triangles in device px out.
namespace article::paint {

/// sRGB, straight alpha, 0xAABBGGRR as Dear ImGui packs it (IM_COL32).
struct Color {
  std::uint32_t packed = 0;
  bool operator==(const Color&) const = default;
};
/// @param ttrrggbb with its transparency: 0x00 opaque, 0xFF transparent
/// @param alpha of that colour
[[nodiscard]] constexpr Color rgb(std::uint32_t ttrrggbb, std::uint8_t alpha = 255) {
  const std::uint32_t opacity = (alpha * (255 - (ttrrggbb >> 24)) + 127) / 255;
  return Color{(ttrrggbb & 0xFF) << 16 | (ttrrggbb & 0xFF00) | (ttrrggbb >> 16 & 0xFF) |
               opacity << 24};
}

/// In the order of layout::BoxIcon.
enum class Icon : std::uint8_t {
  ArrowStart,  ///< points to inline start: mirrored in right-to-left
  ArrowEnd,
  Play,
  Missing,  ///< a picture that cannot be shown
  Like,
  Person,  ///< an avatar's stand-in
  Enlarge,
  Pause,
};

/// Texture ids in draw commands: the host's texture, and whether only its
/// alpha counts (a mask: text in one colour).
struct DrawTexture {
  host::TextureId texture;
  bool mask = false;
  bool operator==(const DrawTexture&) const = default;
};

/// What the renderer needs of one draw command; layout is the boundary's.
struct DrawCommand {
  std::uint32_t texture = 0;  ///< host::TextureId
  std::uint32_t mask = 0;     ///< 1: only the texture's alpha counts
  float clip_left = 0;        ///< device px of the canvas
  float clip_top = 0;
  float clip_right = 0;
  float clip_bottom = 0;
  std::uint32_t index_count = 0;
  std::uint32_t index_offset = 0;   ///< in indices
  std::uint32_t vertex_offset = 0;  ///< in vertices
};

/// A finished frame; views are good until the canvas's next `begin`.
/// Vertices are ImDrawVert: x, y, u, v as float, then the colour.
struct Frame {
  const void* vertices = nullptr;
  std::uint32_t vertex_count = 0;
  const std::uint16_t* indices = nullptr;
  std::uint32_t index_count = 0;
  std::span<const DrawCommand> commands;
  /// Of each view, in order: the commands that draw it end before this one.
  std::span<const std::uint32_t> view_ends;
};

/// The pages of rasterised segments, one for all widgets of a page: shelves of
/// one height each, the shelf least recently drawn is given up first. At most
/// two pages of 2048 x 1024 device px.
class Atlas {
 public:
  Atlas(host::RasterHost& host, text::SegmentStore& store);
  ~Atlas();
  Atlas(const Atlas&) = delete;
  Atlas& operator=(const Atlas&) = delete;

  /// All is lost (context gone, fonts changed): pages are made anew when next
  /// needed where `pages_lost`, else only their content is forgotten.
  void forget(bool pages_lost);

  struct Stats {
    std::uint32_t pages = 0;
    std::uint32_t slots = 0;       ///< segments resident
    std::uint32_t rasterised = 0;  ///< since the start
    std::uint32_t evicted_shelves = 0;
  };
  [[nodiscard]] Stats stats() const;

 private:
  friend class Canvas;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One widget's drawing surface. Between `begin` and `end` everything drawn is
/// collected, view after view; `end` asks the host for the segments that are not
/// in the atlas yet, in one batch for all of them, before it returns.
class Canvas {
 public:
  explicit Canvas(Atlas& atlas);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// @param origin point of the content (CSS px) at the canvas's top left.
  /// @param width, height of the canvas, device px.
  /// @param ink of the theme's text: dark text on light paper or light on dark.
  void begin(Point origin, PixelRatio ratio, int width, int height, host::Ink ink);
  /// What is drawn from here on goes to another canvas; as `begin`, with its ink.
  void next_view(Point origin, PixelRatio ratio, int width, int height);
  /// @return the frame. Where one frame needs more than both pages hold,
  /// what did not fit is drawn with what is there (a lower raster scale).
  [[nodiscard]] Frame end();

  /// Clips and offsets nest.
  void push_clip(const Rect& clip);
  void pop_clip();
  void push_offset(Point offset);  ///< added to all that is drawn until popped
  void pop_offset();
  void push_opacity(float opacity);
  void pop_opacity();

  /// Edges lie on whole device pixels where `snap` lets them.
  void fill(const Rect& rect, Color color, CssPx radius = CssPx(0));
  /// A rule of at least one device pixel, `thickness` CSS px, on whole device px.
  void horizontal_line(CssPx x, CssPx y, CssPx width, CssPx thickness, Color color);
  void circle(Point centre, CssPx radius, Color color);

  /// Placed segments of one line; `left` and `baseline` in content CSS px.
  /// Pens are put on whole device pixels. `color_of_tag` has each tag's colour.
  void text(std::span<const text::PlacedSegment> line, CssPx left, CssPx baseline,
            std::span<const Color> color_of_tag);

  /// A picture's part (u0..v1, shares) stretched over `rect`, antialiased corners
  /// where `radius` is not 0.
  void picture(host::TextureId texture, const Rect& rect, float u0, float v0, float u1, float v1,
               CssPx radius = CssPx(0));

  /// @param mirrored right-to-left: ArrowStart and ArrowEnd point the other way.
  void icon(Icon icon, const Rect& box, Color color, bool mirrored);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace article::paint
