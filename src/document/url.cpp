#include "document/url.h"

#include <algorithm>
#include <utility>

namespace article::document {
namespace {

/// Scheme and authority of an absolute URL, without what follows them.
std::string_view place_of(std::string_view url) {
  const std::size_t scheme = url.find(':') + 1;
  const bool has_authority = url.substr(scheme, 2) == "//";
  return url.substr(0, has_authority ? url.find_first_of("/?#", scheme + 2) : scheme);
}

/// A place for URLs whose own is not known.
constexpr std::string_view kSomewhere = "https://somewhere.invalid/";

/// Without what a URL's parser takes off: C0 controls and spaces around it, tabs and line ends.
std::string plain(std::string_view written) {
  std::string out(written);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  const auto is_kept = [](char c) { return static_cast<unsigned char>(c) > 0x20; };
  out.erase(std::find_if(out.rbegin(), out.rend(), is_kept).base(), out.end());
  out.erase(out.begin(), std::ranges::find_if(out, is_kept));
  return out;
}

}  // namespace

UrlResolver::UrlResolver(host::UrlHost& host, std::string_view base)
    : host_(host), base_(host.resolve_url(base, {})), is_somewhere_(base.empty()) {
  if (base_.find(":/") != base_.find(':')) base_.clear();
}

std::string_view UrlResolver::fault_of(std::string_view url, UrlUse use) const {
  if (url.empty())
    return base_.empty() ? "no valid absolute URL, in a document without a place"
                         : "an invalid URL";
  for (const std::string_view scheme :
       {"http:", "https:", use == UrlUse::Link ? "mailto:" : "blob:"})
    if (url.starts_with(scheme)) return {};
  if (use == UrlUse::Picture && url.starts_with("data:")) {
    const auto in_lower_case = [](char c) { return static_cast<char>(c | 0x20); };
    return std::ranges::equal(url.substr(5, 6), std::string_view("image/"), {}, in_lower_case)
               ? ""
               : "a data: URL of no image type";
  }
  return place_of(url) == place_of(base_) ? "" : "a URL of another scheme";
}

ResolvedUrl UrlResolver::resolve(std::string_view written, UrlUse use) const {
  // The standard takes C0 controls and spaces off, and would find the base in what is left.
  if (std::ranges::all_of(written, [](char c) { return static_cast<unsigned char>(c) <= 0x20; }))
    return {{}, "an empty URL"};
  std::string url = host_.resolve_url(written, base_);
  if (url.empty() && is_somewhere_ &&
      host_.resolve_url(written, kSomewhere).starts_with(kSomewhere))
    return {plain(written), {}};
  const std::string_view fault = fault_of(url, use);
  if (!fault.empty()) url.clear();
  return {std::move(url), fault};
}

}  // namespace article::document
