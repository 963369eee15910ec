#include "preview/ada_url_host.h"

#include <ada.h>

namespace article::preview {

std::string AdaUrlHost::resolve_url(std::string_view written, std::string_view base) {
  using Url = ada::result<ada::url_aggregator>;
  const Url from = ada::parse(base);
  if (!base.empty() && !from) return {};
  const Url url = ada::parse(written, base.empty() ? nullptr : &*from);
  return url ? std::string(url->get_href()) : std::string();
}

}  // namespace article::preview
