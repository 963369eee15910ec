#pragma once

#include <string>
#include <string_view>

/// What the core asks of its host about URLs: the platform's own parser.
namespace article::host {

class UrlHost {
 public:
  virtual ~UrlHost() = default;

  /// Resolves a URL as https://url.spec.whatwg.org/#url-parsing does.
  /// @param written UTF-8, in any form
  /// @param base    an absolute URL, "" for none
  /// @return the absolute URL as the standard serialises it; "" where it is invalid.
  [[nodiscard]] virtual std::string resolve_url(std::string_view written,
                                                std::string_view base) = 0;
};

}  // namespace article::host
