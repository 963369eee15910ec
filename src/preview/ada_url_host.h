#pragma once

#include <string>
#include <string_view>

#include "host/url_host.h"

namespace article::preview {

/// URLs by ada, the parser of Node.js and others.
class AdaUrlHost : public host::UrlHost {
 public:
  [[nodiscard]] std::string resolve_url(std::string_view written, std::string_view base) override;
};

}  // namespace article::preview
