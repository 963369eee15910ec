#pragma once

// Dear ImGui's configuration, read by its own sources and by all who include it.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS

#ifdef __EMSCRIPTEN__
// The web build draws with ImDrawList alone: no context, no font, no files. A font loader of ours
// stands where FreeType's would, which keeps stb_truetype out.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IM_ASSERT(expression) ((void)(false && (expression)))
#endif
