#pragma once

#include <string>
#include <string_view>

#include "host/locale_host.h"
#include "host/url_host.h"

/// Locale and URLs as JavaScript has them, see platform.h.
namespace article::web {

class WebLocaleHost : public host::LocaleHost {
 public:
  [[nodiscard]] std::string format_time(std::string_view time, std::string_view language) override;
  [[nodiscard]] std::string format_number(std::string_view number,
                                          std::string_view language) override;
};

class WebUrlHost : public host::UrlHost {
 public:
  [[nodiscard]] std::string resolve_url(std::string_view written, std::string_view base) override;
};

}  // namespace article::web
