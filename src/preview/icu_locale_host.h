#pragma once

#include <string>
#include <string_view>

#include "host/locale_host.h"

namespace article::preview {

/// Times and numbers by ICU, as browsers have them.
class IcuLocaleHost : public host::LocaleHost {
 public:
  [[nodiscard]] std::string format_time(std::string_view time, std::string_view language) override;
  [[nodiscard]] std::string format_number(std::string_view number,
                                          std::string_view language) override;
};

}  // namespace article::preview
