#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace article::document {

/// An absolute URL in parts, as the URL Standard's parser leaves it.
struct Url {
  std::string scheme;  ///< in lower case, without ":"
  bool has_authority = false;
  std::string authority;  ///< user, host and port
  std::string path;
  std::string query;     ///< with its "?"
  std::string fragment;  ///< with its "#"

  /// Whether the path is no path (`mailto:a@b.c`), so that relative URLs
  /// cannot be resolved against it.
  [[nodiscard]] bool is_opaque() const;
  [[nodiscard]] std::string text() const;
};

/// Parses `written` against `base` (may be null).
///
/// Follows https://url.spec.whatwg.org/#url-parsing as far as http, https,
/// mailto, data, blob and file URLs need it: tabs and line ends are left out,
/// backslashes are slashes, dot segments are resolved, spaces and non-ASCII
/// are percent-encoded in path, query and fragment. Hosts keep their letters
/// beyond ASCII (Punycode is the browser's business) and must not be empty but
/// in file URLs. Windows drive letters are nothing special.
/// @return nothing where the URL is invalid, or relative without a base.
[[nodiscard]] std::optional<Url> parse_url(std::string_view written, const Url* base);

/// What a document uses a URL for.
enum class UrlUse {
  Link,     ///< http, https, mailto, or relative
  Picture,  ///< http, https, data: and blob: of image types, or relative
};

struct ResolvedUrl {
  std::string url;         ///< "" where it must not be followed
  std::string_view fault;  ///< what was found then, in plain English
};

/// Makes a document's URL one that may be followed.
/// @param base of the document; null leaves relative URLs as they are, without
///             tabs, line ends and the white space around them.
[[nodiscard]] ResolvedUrl resolve_url(std::string_view written, const Url* base, UrlUse use);

}  // namespace article::document
