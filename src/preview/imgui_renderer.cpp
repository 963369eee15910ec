#include "preview/imgui_renderer.h"

#include <algorithm>
#include <cstddef>

#include <imgui_impl_opengl3.h>

#include "preview/gl.h"

namespace article::preview {

static_assert(sizeof(ImDrawIdx) == sizeof(std::uint16_t));
static_assert(sizeof(ImDrawVert) == 4 * sizeof(float) + sizeof(ImU32));

ImGuiRenderer::ImGuiRenderer() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  works_ = ImGui_ImplOpenGL3_Init("#version 150");
  if (works_) ImGui_ImplOpenGL3_NewFrame();
}

ImGuiRenderer::~ImGuiRenderer() {
  if (works_) ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

void ImGuiRenderer::clear(int width, int height, std::uint32_t rgb) {
  const auto share = [rgb](int shift) { return static_cast<float>(rgb >> shift & 0xFF) / 255; };
  glViewport(0, 0, width, height);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(share(16), share(8), share(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

void ImGuiRenderer::draw(const paint::Frame& frame, int x, int width, int height) {
  if (frame.commands.empty() || frame.index_count == 0) return;
  const auto* vertices = static_cast<const ImDrawVert*>(frame.vertices);
  list_.VtxBuffer.resize(static_cast<int>(frame.vertex_count));
  std::copy_n(vertices, frame.vertex_count, list_.VtxBuffer.Data);
  list_.IdxBuffer.resize(static_cast<int>(frame.index_count));
  std::copy_n(frame.indices, frame.index_count, list_.IdxBuffer.Data);
  list_.CmdBuffer.resize(0);
  for (const paint::DrawCommand& command : frame.commands) {
    ImDrawCmd own;
    own.ClipRect = {command.clip_left, command.clip_top, command.clip_right, command.clip_bottom};
    // Masks are white where they cover (GlRasterHost): one shader serves all.
    own.TexRef = ImTextureRef(static_cast<ImTextureID>(command.texture));
    own.VtxOffset = command.vertex_offset;
    own.IdxOffset = command.index_offset;
    own.ElemCount = command.index_count;
    list_.CmdBuffer.push_back(own);
  }

  ImDrawData data;
  data.Valid = true;
  data.DisplayPos = {static_cast<float>(-x), 0};
  data.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  data.FramebufferScale = {1, 1};
  data.CmdLists.push_back(&list_);
  data.CmdListsCount = 1;
  data.TotalVtxCount = list_.VtxBuffer.Size;
  data.TotalIdxCount = list_.IdxBuffer.Size;
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace article::preview
