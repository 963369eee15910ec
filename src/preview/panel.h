#pragma once

#include <optional>
#include <span>
#include <string>

#include "document/problem.h"
#include "host/units.h"

namespace article::preview {

/// What the panel shows and what is asked for on it.
struct PanelState {
  // shown
  std::string name;   ///< of the file
  std::string fault;  ///< why it could not be loaded; "" where it was
  std::span<const document::Problem> problems;
  std::span<const std::string> picture_faults;  ///< URL and reason of each
  CssPx width;                                  ///< of the article now
  PixelRatio ratio;
  bool dark = false;
  unsigned frames = 0;  ///< drawn since the start

  // asked for
  std::optional<CssPx> wanted_width;
  bool toggle_theme = false;
  bool reload = false;
};

inline constexpr CssPx kPanelWidth{300};
/// Widths offered by buttons and the keys 1 to 4.
inline constexpr CssPx kPresetWidths[] = {CssPx(390), CssPx(768), CssPx(1024), CssPx(1440)};

/// Draws the panel at the window's left edge, with ImGui, between `NewFrame`
/// and `Render`.
void draw_panel(PanelState& state);

}  // namespace article::preview
