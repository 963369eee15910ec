#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"

#include "fakes/fixed_width_text_host.h"
#include "fakes/recording_raster_host.h"
#include "paint/canvas.h"

namespace article::paint {

/// A store, an atlas and a canvas over fake hosts, and what tests ask of them.
struct Drawing {
  tests::FixedWidthTextHost text_host;
  tests::RecordingRasterHost raster_host;
  text::SegmentStore store{text_host};
  Atlas atlas{raster_host, store};
  Canvas canvas{atlas};
  Frame frame;
  std::vector<Color> colors = {rgb(0x1A1C1E)};

  [[nodiscard]] host::StyleId style(float size, std::string_view language = "zh-Hans") {
    host::TextStyle style;
    style.family = "sans-serif";
    style.language = std::string(language);
    style.size = CssPx(size);
    return store.style(style);
  }

  [[nodiscard]] text::PlacedSegment segment(std::string_view text, float size = 16, float x = 0) {
    text::PlacedSegment placed;
    placed.segment = store.intern(style(size), text, Direction::LeftToRight);
    store.measure();
    placed.x = CssPx(x);
    placed.advance = CssPx(store[placed.segment].metrics.advance);
    return placed;
  }

  void begin(float ratio = 1, int width = 1000, int height = 1000, Point origin = {},
             host::Ink ink = host::Ink::Dark) {
    canvas.begin(origin, PixelRatio{ratio}, width, height, ink);
  }
  void end() { frame = canvas.end(); }

  void text(const text::PlacedSegment& placed, float x, float baseline) {
    canvas.text({&placed, 1}, CssPx(x), CssPx(baseline), colors);
  }

  /// A quad of the frame, from the vertices of six indices.
  struct Quad {
    ImVec2 min;
    ImVec2 max;
    ImVec2 uv_min;
    ImVec2 uv_max;
    ImU32 color = 0;
    DrawCommand command;
  };
  /// The frame taken as quads; of use where only text and plain rectangles and
  /// pictures were drawn.
  [[nodiscard]] std::vector<Quad> quads() const {
    std::vector<Quad> found;
    const auto* vertices = static_cast<const ImDrawVert*>(frame.vertices);
    for (const DrawCommand& command : frame.commands)
      for (std::uint32_t i = 0; i < command.index_count; i += 6) {
        const std::uint16_t* indices = frame.indices + command.index_offset + i;
        const ImDrawVert& a = vertices[command.vertex_offset + indices[0]];
        const ImDrawVert& b = vertices[command.vertex_offset + indices[2]];
        found.push_back({a.pos, b.pos, a.uv, b.uv, a.col, command});
      }
    return found;
  }

  /// The job whose pixels a quad of text shows; 0 if these are not its alone.
  [[nodiscard]] std::uint32_t job_of(const Quad& quad) const {
    const int x = static_cast<int>(std::lround(quad.uv_min.x * 2048));
    const int y = static_cast<int>(std::lround(quad.uv_min.y * 1024));
    const int right = static_cast<int>(std::lround(quad.uv_max.x * 2048));
    const int bottom = static_cast<int>(std::lround(quad.uv_max.y * 1024));
    return raster_host.job_at({quad.command.texture}, x, y, right - x, bottom - y);
  }
};

/// The `number`th of a great many Han characters, in UTF-8.
inline std::string han(unsigned number) {
  const char32_t c = U'\u4E00' + number;
  return {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
          static_cast<char>(0x80 | (c & 0x3F))};
}

}  // namespace article::paint
