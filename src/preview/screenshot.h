#pragma once

#include <string>

#include "preview/options.h"

namespace article::preview {

/// Draws the document into a PNG, without a window.
/// @return why that failed; "" where it did not.
[[nodiscard]] std::string take_screenshot(const Options& options);

}  // namespace article::preview
