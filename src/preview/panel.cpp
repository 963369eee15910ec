#include "preview/panel.h"

#include <cstddef>
#include <cstdio>

#include <imgui.h>

namespace article::preview {
namespace {

constexpr float kNarrowest = 240;
constexpr float kWidest = 1600;
constexpr ImVec4 kErrorColor{0.86F, 0.20F, 0.18F, 1};
constexpr ImVec4 kWarningColor{0.72F, 0.49F, 0.06F, 1};

void draw_width(PanelState& state) {
  float width = state.width.value;
  ImGui::SetNextItemWidth(-1);
  if (ImGui::SliderFloat("##width", &width, kNarrowest, kWidest, "%.0f px wide",
                         ImGuiSliderFlags_AlwaysClamp))
    state.wanted_width = CssPx(static_cast<int>(width));
  for (std::size_t i = 0; i < std::size(kPresetWidths); ++i) {
    if (i > 0) ImGui::SameLine();
    char label[16];
    std::snprintf(label, sizeof label, "%.0f", static_cast<double>(kPresetWidths[i].value));
    if (ImGui::Button(label)) state.wanted_width = kPresetWidths[i];
  }
  ImGui::TextDisabled("pixel ratio %.2f, %u frames drawn", static_cast<double>(state.ratio.value),
                      state.frames);
}

void draw_problems(const PanelState& state) {
  if (!state.fault.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, kErrorColor);
    ImGui::TextWrapped("%s", state.fault.c_str());
    ImGui::PopStyleColor();
    ImGui::Spacing();
  }
  if (state.problems.empty() && state.picture_faults.empty()) {
    if (state.fault.empty()) ImGui::TextDisabled("no problems");
    return;
  }
  ImGui::SeparatorText("Problems");
  for (const std::string& fault : state.picture_faults) {
    ImGui::TextColored(kErrorColor, "picture");
    ImGui::SameLine();
    ImGui::TextWrapped("%s", fault.c_str());
    ImGui::Spacing();
  }
  for (const document::Problem& problem : state.problems) {
    const bool error = problem.severity == document::Severity::Error;
    ImGui::TextColored(error ? kErrorColor : kWarningColor, "%s", error ? "error" : "warning");
    ImGui::SameLine();
    ImGui::TextWrapped("%s", problem.pointer.empty() ? "(root)" : problem.pointer.c_str());
    ImGui::TextWrapped("%s", problem.message.c_str());
    ImGui::Spacing();
  }
}

}  // namespace

void draw_panel(PanelState& state) {
  if (state.dark)
    ImGui::StyleColorsDark();
  else
    ImGui::StyleColorsLight();
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const float width = kPanelWidth.value * ImGui::GetStyle().FontScaleDpi;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width, viewport.Size.y});
  constexpr ImGuiWindowFlags kFixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings;
  if (ImGui::Begin("Article", nullptr, kFixed)) {
    ImGui::TextWrapped("%s", state.name.c_str());
    ImGui::Spacing();
    draw_width(state);
    bool dark = state.dark;
    if (ImGui::Checkbox("Dark (T)", &dark)) state.toggle_theme = true;
    ImGui::SameLine();
    if (ImGui::Button("Reload (R)")) state.reload = true;
    ImGui::TextDisabled("1 to 4: widths, arrows: scroll, photos");
    ImGui::Spacing();
    draw_problems(state);
  }
  ImGui::End();
}

}  // namespace article::preview
