#pragma once

#include <string>
#include <string_view>

#include "host/url_host.h"

namespace article::preview {

/// The types of sources in a document that gdk-pixbuf has no loader for, a
/// line each, as `document::read_document` takes them.
[[nodiscard]] std::string refused_types(host::UrlHost& urls, std::string_view json);

}  // namespace article::preview
