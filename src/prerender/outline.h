#pragma once

#include <vector>

#include "document/article.h"
#include "layout/composer.h"
#include "layout/page.h"

namespace article::prerender {

/// The boxes of a document in reading order, of which the semantic tree is made, with what their
/// texts say; nothing is measured, and no box has its place. Views are of document and style.
struct Outline {
  layout::Page page;
  std::vector<layout::InlineText> texts;  ///< by number of a box's text
  bool in_columns = false;                ///< where there is room, see layout::has_aside
  bool spreads = false;                   ///< there the gallery takes the width of both columns
};

[[nodiscard]] Outline outline_of(const document::Document& document, const layout::PageStyle& style,
                                 host::LocaleHost& locale);

}  // namespace article::prerender
