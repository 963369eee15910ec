#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "imgui.h"

#include "paint/canvas.h"

namespace article::paint {

/// Draws a frame's triangles as a graphics card would, one sample in the
/// middle of each pixel, every texture white: shapes, that is. Coverage alone
/// is kept, from 0 to 1, blended as source over.
class SoftRenderer {
 public:
  SoftRenderer(int width, int height)
      : width_(width), height_(height), pixels_(static_cast<std::size_t>(width * height)) {}

  void draw(const Frame& frame) {
    const auto* vertices = static_cast<const ImDrawVert*>(frame.vertices);
    for (const DrawCommand& command : frame.commands)
      for (std::uint32_t i = 0; i < command.index_count; i += 3) {
        const std::uint16_t* indices = frame.indices + command.index_offset + i;
        const ImDrawVert* base = vertices + command.vertex_offset;
        triangle(base[indices[0]], base[indices[1]], base[indices[2]], command);
      }
  }

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] float at(int x, int y) const {
    return pixels_[static_cast<std::size_t>(y * width_ + x)];
  }
  [[nodiscard]] float highest() const { return *std::max_element(pixels_.begin(), pixels_.end()); }
  [[nodiscard]] float sum() const {
    float total = 0;
    for (const float pixel : pixels_) total += pixel;
    return total;
  }

 private:
  static double side(const ImDrawVert& a, const ImDrawVert& b, double x, double y) {
    return (static_cast<double>(b.pos.x) - a.pos.x) * (y - a.pos.y) -
           (static_cast<double>(b.pos.y) - a.pos.y) * (x - a.pos.x);
  }
  /// Which of two triangles has a pixel on their common edge.
  static bool owns(const ImDrawVert& a, const ImDrawVert& b) {
    return a.pos.y > b.pos.y || (a.pos.y == b.pos.y && a.pos.x < b.pos.x);
  }

  void triangle(const ImDrawVert& a, const ImDrawVert& second, const ImDrawVert& third,
                const DrawCommand& command) {
    double area = side(a, second, third.pos.x, third.pos.y);
    if (area == 0) return;
    const ImDrawVert& b = area > 0 ? second : third;
    const ImDrawVert& c = area > 0 ? third : second;
    area = std::abs(area);
    const auto low = [](float v, float bound) {
      return static_cast<int>(std::floor(std::max(v, bound)));
    };
    const auto high = [](float v, float bound) {
      return static_cast<int>(std::ceil(std::min(v, bound)));
    };
    const int left = low(std::min({a.pos.x, b.pos.x, c.pos.x}), command.clip_left);
    const int top = low(std::min({a.pos.y, b.pos.y, c.pos.y}), command.clip_top);
    const int right = high(std::max({a.pos.x, b.pos.x, c.pos.x}), command.clip_right);
    const int bottom = high(std::max({a.pos.y, b.pos.y, c.pos.y}), command.clip_bottom);
    for (int y = std::max(top, 0); y < std::min(bottom, height_); ++y)
      for (int x = std::max(left, 0); x < std::min(right, width_); ++x) {
        const double at_a = side(b, c, x + 0.5, y + 0.5);
        const double at_b = side(c, a, x + 0.5, y + 0.5);
        const double at_c = side(a, b, x + 0.5, y + 0.5);
        if (at_a < 0 || at_b < 0 || at_c < 0) continue;
        if ((at_a == 0 && !owns(b, c)) || (at_b == 0 && !owns(c, a)) || (at_c == 0 && !owns(a, b)))
          continue;
        const double alpha =
            (at_a * alpha_of(a) + at_b * alpha_of(b) + at_c * alpha_of(c)) / area / 255;
        float& pixel = pixels_[static_cast<std::size_t>(y * width_ + x)];
        pixel = static_cast<float>(alpha + pixel * (1 - alpha));
      }
  }
  static double alpha_of(const ImDrawVert& v) { return v.col >> IM_COL32_A_SHIFT; }

  int width_;
  int height_;
  std::vector<float> pixels_;
};

}  // namespace article::paint
