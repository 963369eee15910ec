#pragma once

#include <string>
#include <string_view>

#include "document/article.h"

namespace article::document {

/// What a link preview or a messenger's card says of a document. Views are of the document.
struct Share {
  std::string_view title;  ///< the headline, else the title of the first part that has one
  std::string desc;        ///< the summary, else how the first paragraph begins
  std::string_view link;   ///< `article.url`, "" where there is none
  std::string_view image;  ///< of lead, body or gallery the first that is had by http or https
};

[[nodiscard]] Share share_of(const Document& document);

/// Whether a URL is an absolute one of http or https.
[[nodiscard]] bool is_web_url(std::string_view url);

}  // namespace article::document
