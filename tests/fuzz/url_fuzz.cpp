// URLs of documents, beside ada, which is the URL Standard: what is let through is what it says,
// and leads nowhere that it must not. The input is a base and a URL, parted by U+001F.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <ada.h>

#include "document/share.h"
#include "document/url.h"
#include "fuzz/support/promise.h"
#include "preview/ada_url_host.h"

namespace article::fuzz {
namespace {

using document::ResolvedUrl;
using document::UrlResolver;
using document::UrlUse;
using Url = ada::result<ada::url_aggregator>;

preview::AdaUrlHost host;

bool has_authority(const Url& url) {
  return url->get_href().substr(url->get_protocol().size()).starts_with("//");
}

/// Whether both have one scheme, and one authority or none, and a path that others are relative to.
bool are_beside(const Url& url, const Url& base) {
  return !base->has_opaque_path && url->get_protocol() == base->get_protocol() &&
         has_authority(url) == has_authority(base) && url->get_host() == base->get_host() &&
         url->get_username() == base->get_username() && url->get_password() == base->get_password();
}

bool may_be_used(const Url& url, const Url& base, UrlUse use) {
  const std::string_view scheme = url->get_protocol();
  if (scheme == "http:" || scheme == "https:") return true;
  if (scheme == (use == UrlUse::Link ? "mailto:" : "blob:")) return true;
  const std::string_view href = url->get_href();
  if (use == UrlUse::Picture && scheme == "data:") {
    std::string type(href.substr(5, 6));
    for (char& c : type) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return type == "image/";
  }
  return base && are_beside(url, base);
}

/// Of nothing but what a URL's parser takes off.
bool is_empty(std::string_view written) {
  return std::ranges::all_of(written, [](char c) { return static_cast<std::uint8_t>(c) <= 0x20; });
}

/// Of some names of hosts, `xn-\u0587`, ada does not read what it writes.
bool is_read_again(std::string_view url) { return url.empty() || ada::parse(url).has_value(); }

/// Where the document's place is known.
void resolve_beside(std::string_view base, std::string_view written, UrlUse use) {
  if (!is_read_again(host.resolve_url(base, {}))) return;  // Nothing is beside it.
  const ResolvedUrl resolved = UrlResolver(host, base).resolve(written, use);
  promise(resolved.url.empty() != resolved.fault.empty(), "a URL, or what is wrong with it");
  const Url from = ada::parse(host.resolve_url(base, {}));
  const Url url = ada::parse(written, from && !from->has_opaque_path ? &*from : nullptr);
  if (resolved.url.empty()) {
    promise(!url || !may_be_used(url, from, use) || is_empty(written),
            "what may be used is let through");
    return;
  }
  promise(url && resolved.url == url->get_href(), "a URL is resolved as by ada");
  promise(may_be_used(url, from, use), "only what may be used is let through");
  promise(document::is_web_url(resolved.url) ==
              (url->get_protocol() == "http:" || url->get_protocol() == "https:"),
          "a URL of the web is known as one");
}

/// Where it is not: what stays as it is written means the same beside any page.
void resolve_anywhere(std::string_view written, UrlUse use) {
  const Url alone = ada::parse(written);
  if (alone && !is_read_again(alone->get_href())) return;
  const ResolvedUrl resolved = UrlResolver(host, "").resolve(written, use);
  if (resolved.url.empty() || ada::parse(resolved.url)) return;
  for (const std::string_view base : {"https://a.example/b/c?d#e", "https://x.example:81/"}) {
    const Url page = ada::parse(base);
    const Url as_written = ada::parse(written, &*page);
    const Url as_kept = ada::parse(resolved.url, &*page);
    promise(as_written && as_kept && as_written->get_href() == as_kept->get_href(),
            "a URL without a place means what was written");
    promise(as_kept->get_protocol() == page->get_protocol(), "it stays at its page");
  }
}

}  // namespace
}  // namespace article::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace article;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view base = all.substr(0, all.find('\x1F'));
  const std::string_view written = base.size() < size ? all.substr(base.size() + 1) : "";
  for (const document::UrlUse use : {document::UrlUse::Link, document::UrlUse::Picture}) {
    if (!base.empty()) fuzz::resolve_beside(base, written, use);
    fuzz::resolve_anywhere(written, use);
  }
  return 0;
}
