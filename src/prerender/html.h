#pragma once

#include <string>

#include "layout/page.h"
#include "prerender/outline.h"

namespace article::prerender {

/// The semantic tree as HTML for readers without script: all photos and all tabs stand one below
/// the other, and what only does something with script (buttons, tabs, slots) is left out. A text's
/// class names its look (layout::Look), as `av-headline`.
/// @param style that the outline was made with.
[[nodiscard]] std::string html_of(const Outline& outline, const layout::PageStyle& style);

}  // namespace article::prerender
