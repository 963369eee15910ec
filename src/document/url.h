#pragma once

#include <string>
#include <string_view>

#include "host/url_host.h"

namespace article::document {

/// What a document uses a URL for.
enum class UrlUse {
  Link,     ///< http, https, mailto, or beside the document
  Picture,  ///< http, https, data: and blob: of image types, or beside the document
};

struct ResolvedUrl {
  std::string url;         ///< as the URL Standard serialises it; "" where it must not be followed
  std::string_view fault;  ///< what was found then, in plain English
};

/// Makes a document's URLs ones that may be followed.
///
/// The host resolves them (host/url_host.h); what of the result may be followed is decided
/// here. Beside the document is what has its scheme and its host: a file's document must
/// not reach other machines.
class UrlResolver {
 public:
  /// @param host outlives it
  /// @param base URL of the document. Where it has no path (`data:`, `blob:`) or is invalid,
  ///             the document has no place that anything could be relative to. "": the
  ///             place is not known yet, what is relative stays as it is written.
  UrlResolver(host::UrlHost& host, std::string_view base);
  [[nodiscard]] ResolvedUrl resolve(std::string_view written, UrlUse use) const;

 private:
  [[nodiscard]] std::string_view fault_of(std::string_view url, UrlUse use) const;

  host::UrlHost& host_;
  std::string base_;
  bool is_somewhere_;  ///< where is not known
};

}  // namespace article::document
