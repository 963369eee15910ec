#pragma once

#include <string>

#include "document/article.h"
#include "document/share.h"

namespace article::prerender {

/// Elements of a page's head: title, canonical URL, description, Open Graph, the article's times,
/// and those times as Baidu reads them.
[[nodiscard]] std::string head_of(const document::Document& document, const document::Share& share);

}  // namespace article::prerender
