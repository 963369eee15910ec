#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace article::document {

/// An absolute URL as the URL Standard's parser leaves it, and where its parts begin.
struct Url {
  std::string text;
  std::size_t scheme_end = 0;  ///< the ":" behind it
  std::size_t path = 0;
  std::size_t query = 0;     ///< its "?"
  std::size_t fragment = 0;  ///< its "#"

  /// In lower case, without ":".
  [[nodiscard]] std::string_view scheme() const { return part(0, scheme_end); }
  /// User, host and port, behind the slashes that announce them.
  [[nodiscard]] std::string_view authority() const { return part(scheme_end + 1, path); }
  /// Whether the path is no path (`mailto:a@b.c`), so that relative URLs
  /// cannot be resolved against it.
  [[nodiscard]] bool is_opaque() const { return part(scheme_end + 1, scheme_end + 2) != "/"; }
  [[nodiscard]] std::string_view part(std::size_t begin, std::size_t end) const {
    return std::string_view(text).substr(begin, end - begin);
  }
};

/// Parses an absolute URL.
///
/// Follows https://url.spec.whatwg.org/#url-parsing as far as http, https,
/// mailto, data, blob and file URLs need it: tabs and line ends are left out,
/// backslashes are slashes, dot segments are resolved, spaces and non-ASCII
/// are percent-encoded in path, query and fragment. Hosts keep their letters
/// beyond ASCII (Punycode is the browser's business) and must not be empty but
/// in file URLs. Windows drive letters are nothing special.
/// @return nothing where the URL is invalid or relative.
[[nodiscard]] std::optional<Url> parse_url(std::string_view written);

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
