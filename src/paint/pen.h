#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "imgui.h"

namespace article::paint {

/// A corner of an outline, rounded by a circle as far as its edges allow.
struct Corner {
  float x = 0;
  float y = 0;
  float radius = 0;
};

/// From an outline's coordinates to device px.
struct Placement {
  float x = 0;
  float y = 0;
  float scale = 1;
  /// Width of what is drawn, in its own coordinates, to be turned left to
  /// right; 0: not turned.
  float mirrored_width = 0;
};

enum class Outline : std::uint8_t { Open, Closed };

/// Draws outlines as antialiased triangles that never overlap, so that
/// translucent shapes are even. Keeps its scratch memory.
class Pen {
 public:
  /// @param list      kept; its current texture has white at `white_uv`.
  Pen(ImDrawList& list, ImVec2 white_uv) : list_(list), white_uv_(white_uv) {}

  /// @param corners convex, clockwise on the screen.
  void fill(std::span<const Corner> corners, const Placement& placement, std::uint32_t color);

  /// A line of `thickness` device px along the outline, joins and ends round.
  /// A corner tighter than half the line is a join.
  void stroke(std::span<const Corner> corners, Outline outline, const Placement& placement,
              float thickness, std::uint32_t color);

 private:
  /// Both edges of a line beside a point of it: `centre + side * distance`.
  struct Section {
    ImVec2 centre;
    ImVec2 left;
    ImVec2 right;
  };

  void trace(std::span<const Corner> corners, Outline outline, const Placement& placement,
             float tightest);
  void add_point(ImVec2 point);
  void add_join(ImVec2 point, ImVec2 before, ImVec2 after, float half);
  void add_cap(ImVec2 point, ImVec2 direction, float half, bool at_start);
  void add_strip(float half, std::uint32_t color);
  void write(ImVec2 position, std::uint32_t color);

  ImDrawList& list_;
  ImVec2 white_uv_;
  std::vector<ImVec2> points_;
  std::vector<Section> sections_;
};

}  // namespace article::paint
