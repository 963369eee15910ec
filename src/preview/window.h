#pragma once

#include <string>

#include "preview/options.h"

namespace article::preview {

/// Shows the document in a window until that is closed. Draws only when
/// something has changed.
/// @return why there was no window; "" where there was.
[[nodiscard]] std::string show_window(const Options& options);

}  // namespace article::preview
