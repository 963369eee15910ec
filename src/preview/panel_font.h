#pragma once

namespace article::preview {

/// Gives ImGui's panels the system's sans-serif font that has Chinese, found
/// by fontconfig; ImGui's own where there is none.
void load_panel_font();

}  // namespace article::preview
