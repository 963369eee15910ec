#pragma once

#include <string_view>

#include "fakes/plain_hosts.h"
#include "prerender/prerender.h"

namespace article::prerender {

/// What is made with the fake hosts.
inline Prerendered made_of(std::string_view json, const Options& options) {
  tests::PlainUrlHost urls;
  tests::PlainLocaleHost locale;
  return prerender(json, options, urls, locale);
}

}  // namespace article::prerender
