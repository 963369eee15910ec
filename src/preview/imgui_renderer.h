#pragma once

#include <imgui.h>

#include "paint/canvas.h"

namespace article::preview {

/// A Dear ImGui context with its OpenGL 3 backend, which draws the viewer's
/// frames as well as ImGui's own panels. Needs a current context of OpenGL 3.2
/// or later from its making to its end.
class ImGuiRenderer {
 public:
  ImGuiRenderer();
  ~ImGuiRenderer();
  ImGuiRenderer(const ImGuiRenderer&) = delete;
  ImGuiRenderer& operator=(const ImGuiRenderer&) = delete;

  /// Whether the backend could be started.
  [[nodiscard]] bool works() const { return works_; }

  /// Fills the framebuffer with a colour, 0xRRGGBB.
  void clear(int width, int height, std::uint32_t rgb);
  /// Draws a viewer's frame into the current framebuffer.
  /// @param x device px from the framebuffer's left edge to the frame's.
  /// @param width, height of the framebuffer, device px.
  void draw(const paint::Frame& frame, int x, int width, int height);

 private:
  bool works_ = false;
  ImDrawList list_{nullptr};
};

}  // namespace article::preview
