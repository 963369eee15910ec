#pragma once

#include <optional>
#include <span>
#include <string>

#include "host/units.h"
#include "preview/result.h"

namespace article::preview {

/// The command line of the preview.
struct Options {
  struct Size {
    int width = 0;   ///< CSS px
    int height = 0;  ///< CSS px
  };

  std::string location = "assets/zh-hans.json";  ///< file, file: or http(s) URL
  CssPx width{390};                              ///< of the article
  std::optional<Size> size;                      ///< the article's top, exactly
  std::optional<PixelRatio> ratio;               ///< nothing: the display's own, 1 without one
  bool dark = false;
  std::string screenshot;  ///< PNG to write; "": none
  bool tree = false;       ///< print the semantic tree
};

/// How the preview is called, for messages.
[[nodiscard]] const char* usage();

/// @param arguments without the program's name.
[[nodiscard]] Result<Options> parse_options(std::span<const char* const> arguments);

}  // namespace article::preview
