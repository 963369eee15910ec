#pragma once

#include <string>
#include <string_view>

namespace article::preview {

/// The types of sources in a document that gdk-pixbuf has no loader for, a
/// line each, as `document::read_document` takes them.
[[nodiscard]] std::string refused_types(std::string_view json);

}  // namespace article::preview
