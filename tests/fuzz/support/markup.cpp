#include "fuzz/support/markup.h"

#include <algorithm>
#include <vector>

namespace article::fuzz {
namespace {

constexpr std::string_view kEmpty[] = {"img", "hr", "source", "meta", "link", "br"};
constexpr std::string_view kForbidden[] = {"script", "style", "iframe", "object", "embed", "base"};

/// What stands before one of some letters; it is taken off.
std::string_view take(std::string_view& html, std::string_view until) {
  const std::size_t end = std::min(html.find_first_of(until), html.size());
  const std::string_view taken = html.substr(0, end);
  html.remove_prefix(end);
  return taken;
}

/// Attributes up to the `>` that ends the tag, ` name="value"` each.
std::string_view unsound_attributes(std::string_view& html) {
  while (html.starts_with(' ')) {
    html.remove_prefix(1);
    const std::string_view name = take(html, "=\"<> ");
    if (name.empty() || name.starts_with("on") || name == "style") return "an attribute's name";
    if (!html.starts_with("=\"")) {
      if (name != "hidden" && name != "open") return "an attribute without a value";
      continue;
    }
    html.remove_prefix(2);
    const std::string_view value = take(html, "\"<>");
    if ((name == "href" || name == "src") && value.starts_with("javascript:"))
      return "a URL that runs a script";
    if (!html.starts_with('"')) return "a value that does not end";
    html.remove_prefix(1);
  }
  if (!html.starts_with('>')) return "a tag that does not end";
  html.remove_prefix(1);
  return {};
}

}  // namespace

std::string_view unsound_markup(std::string_view html) {
  std::vector<std::string_view> open;
  for (;;) {
    take(html, "<>");
    if (html.empty()) break;
    if (html.front() == '>') return "> in a text";
    html.remove_prefix(1);
    const bool ends = html.starts_with('/');
    if (ends) html.remove_prefix(1);
    const std::string_view name = take(html, " >");
    if (std::ranges::find(kForbidden, name) != std::end(kForbidden)) return "an element";
    if (const std::string_view fault = unsound_attributes(html); !fault.empty()) return fault;
    if (ends) {
      if (open.empty() || open.back() != name) return "an end without its beginning";
      open.pop_back();
    } else if (std::ranges::find(kEmpty, name) == std::end(kEmpty)) {
      open.push_back(name);
    }
  }
  return open.empty() ? "" : "an element that does not end";
}

}  // namespace article::fuzz
