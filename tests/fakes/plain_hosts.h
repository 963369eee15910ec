#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "host/locale_host.h"
#include "host/url_host.h"

namespace article::tests {

/// Times that tell what was asked, `en 2023-03-12T09:56`, and numbers without grouping. It knows
/// every language but those that begin with x.
class PlainLocaleHost : public host::LocaleHost {
 public:
  std::string format_time(std::string_view time, std::string_view language) override {
    ++calls;
    if (language.starts_with('x')) return {};
    return std::string(language) + " " + std::string(time.substr(0, 16));
  }

  std::string format_number(std::string_view number, std::string_view /*language*/) override {
    ++calls;
    return std::string(number);
  }

  int calls = 0;
};

/// URLs joined as they are written: what has a scheme stands for itself; `/path`, `?query`,
/// `#fragment` and `name` replace what they do in a base. What holds a space in its
/// authority is invalid.
class PlainUrlHost : public host::UrlHost {
 public:
  std::string resolve_url(std::string_view written, std::string_view base) override {
    ++calls;
    while (!written.empty() && written.front() == ' ') written.remove_prefix(1);
    const std::size_t scheme = written.find_first_of(":/?#");
    std::string url(written);
    if (scheme == std::string_view::npos || written[scheme] != ':') {
      if (base.empty()) return {};
      base = base.substr(0, base.find('#'));
      if (written.starts_with('?')) base = base.substr(0, base.find('?'));
      const std::size_t root = base.find('/', base.find("://") + 3);
      if (written.starts_with('/'))
        base = base.substr(0, root);
      else if (!written.starts_with('?') && !written.starts_with('#'))
        base = base.substr(0, base.substr(0, base.find('?')).rfind('/') + 1);
      url.insert(0, base);
    }
    const std::size_t authority = url.find("://");
    if (authority != std::string::npos &&
        url.substr(0, url.find('/', authority + 3)).find(' ') != std::string::npos)
      return {};
    return url;
  }

  int calls = 0;
};

}  // namespace article::tests
