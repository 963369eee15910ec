#pragma once

#include <string>
#include <string_view>

#include "document/article.h"
#include "document/share.h"

namespace article::prerender {

/// What search engines read, in schema.org's words: the article as NewsArticle, the gallery as
/// ImageGallery, each ranking as ItemList. "" where there is none of them. URLs are absolute ones
/// of http and https.
[[nodiscard]] std::string json_ld_of(const document::Document& document,
                                     const document::Share& share, std::string_view language);

}  // namespace article::prerender
