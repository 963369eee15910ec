#include "document/url.h"

#include <algorithm>
#include <utility>

namespace article::document {
namespace {

constexpr auto kNone = std::string_view::npos;

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hex(char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); }

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

bool is_c0_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

/// https://url.spec.whatwg.org/#special-scheme, those that are used here.
bool is_special(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "file";
}

/// What the standard's parser takes out before it begins: C0 controls and
/// spaces at both ends, tabs and line ends everywhere.
std::string cleaned(std::string_view written) {
  while (!written.empty() && is_c0_or_space(written.front())) written.remove_prefix(1);
  while (!written.empty() && is_c0_or_space(written.back())) written.remove_suffix(1);
  std::string out(written);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

/// The length of the scheme that `text` begins with, without ":"; 0 is none.
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return i;
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

// https://url.spec.whatwg.org/#percent-encoded-bytes; controls and what is
// beyond ASCII are in every set.
constexpr std::string_view kOpaqueSet = " ";
constexpr std::string_view kFragmentSet = " \"<>`";
constexpr std::string_view kQuerySet = " \"#<>'";
constexpr std::string_view kPathSet = " \"#<>?^`{}";
constexpr std::string_view kUserSet = " \"#<>?^`{}/:;=@[\\]|";

std::string encoded(std::string_view text, std::string_view set) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte > 0x7E || set.find(c) != kNone) {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

/// 1 for a single-dot segment, 2 for a double-dot one, otherwise 0.
int dots_of(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    if (segment.front() == '.') {
      segment.remove_prefix(1);
    } else if (segment.starts_with("%2e") || segment.starts_with("%2E")) {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    if (++dots > 2) return 0;
  }
  return dots;
}

/// Appends the segments of `path` to `directory`, which begins and ends with
/// "/" and has no dot segments. https://url.spec.whatwg.org/#path-state
std::string joined(std::string directory, std::string_view path, std::string_view slashes) {
  for (bool last = false; !last;) {
    const std::size_t end = std::min(path.find_first_of(slashes), path.size());
    last = end == path.size();
    const std::string_view segment = path.substr(0, end);
    const int dots = dots_of(segment);
    if (dots == 2 && directory.size() > 1) {
      directory.erase(directory.rfind('/', directory.size() - 2) + 1);
    } else if (dots == 0) {
      directory += encoded(segment, kPathSet);
      if (!last) directory += '/';
    }
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return directory;
}

bool is_host(std::string_view host) {
  if (host.starts_with('[')) {
    return host.size() > 3 && host.ends_with(']') &&
           std::ranges::all_of(host.substr(1, host.size() - 2),
                               [](char c) { return is_hex(c) || c == ':' || c == '.'; });
  }
  // https://url.spec.whatwg.org/#forbidden-domain-code-point
  for (std::size_t i = 0; i < host.size(); ++i) {
    const char c = host[i];
    if (is_c0_or_space(c) || c == 0x7F || std::string_view("#/:<>?@[\\]^|").find(c) != kNone) {
      return false;
    }
    if (c == '%' && (i + 2 >= host.size() || !is_hex(host[i + 1]) || !is_hex(host[i + 2]))) {
      return false;
    }
  }
  return true;
}

/// https://url.spec.whatwg.org/#authority-state to #port-state
bool set_authority(Url& url, std::string_view text) {
  url.has_authority = true;
  url.authority.clear();
  if (const std::size_t at = text.rfind('@'); at != kNone) {
    const std::string_view user = text.substr(0, at);
    const std::size_t colon = std::min(user.find(':'), user.size());
    url.authority = encoded(user.substr(0, colon), kUserSet);
    if (colon + 1 < user.size()) {
      url.authority += ':';
      url.authority += encoded(user.substr(colon + 1), kUserSet);
    }
    if (!url.authority.empty()) url.authority += '@';
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  const std::size_t colon = text.rfind(':');
  if (colon != kNone && text.find(']', colon) == kNone) {
    port = text.substr(colon + 1);
    text = text.substr(0, colon);
    if (!std::ranges::all_of(port, is_digit)) return false;
    while (port.size() > 1 && port.front() == '0') port.remove_prefix(1);
    if (port.size() > 5 || (port.size() == 5 && port > "65535")) return false;
  }
  if (!is_host(text)) return false;
  if (text.empty() && (url.scheme != "file" || !url.authority.empty() || !port.empty())) {
    return false;
  }
  url.authority += in_lower_case(text);
  if (!port.empty() && port != (url.scheme == "http" ? "80" : "443")) {
    url.authority += ':';
    url.authority += port;
  }
  return true;
}

/// Takes the fragment and then the query off `rest`.
void take_query_and_fragment(Url& url, std::string_view& rest) {
  url.query.clear();
  url.fragment.clear();
  if (const std::size_t hash = rest.find('#'); hash != kNone) {
    url.fragment = '#' + encoded(rest.substr(hash + 1), kFragmentSet);
    rest = rest.substr(0, hash);
  }
  if (const std::size_t mark = rest.find('?'); mark != kNone) {
    url.query = '?' + encoded(rest.substr(mark + 1), kQuerySet);
    rest = rest.substr(0, mark);
  }
}

/// Authority and path, after the slashes that announce them.
std::optional<Url> with_authority(Url url, std::string_view rest, std::string_view slashes) {
  take_query_and_fragment(url, rest);
  const std::size_t end = std::min(rest.find_first_of(slashes), rest.size());
  if (!set_authority(url, rest.substr(0, end))) return std::nullopt;
  const std::string_view path = rest.substr(end);
  url.path = joined("/", path.substr(std::min<std::size_t>(1, path.size())), slashes);
  return url;
}

/// https://url.spec.whatwg.org/#relative-state
std::optional<Url> relative_to(Url url, std::string_view rest) {
  if (url.is_opaque()) {
    if (!rest.starts_with('#')) return std::nullopt;
    url.fragment = '#' + encoded(rest.substr(1), kFragmentSet);
    return url;
  }
  const std::string_view slashes = is_special(url.scheme) ? "/\\" : "/";
  const auto slash_at = [&](std::size_t i) {
    return i < rest.size() && slashes.find(rest[i]) != kNone;
  };
  if (slash_at(0) && slash_at(1)) {
    std::size_t begin = 2;
    while (url.scheme != "file" && is_special(url.scheme) && slash_at(begin)) ++begin;
    return with_authority(std::move(url), rest.substr(begin), slashes);
  }
  const std::string query = url.query;
  take_query_and_fragment(url, rest);
  if (rest.empty()) {
    if (url.query.empty()) url.query = query;
  } else if (slash_at(0)) {
    url.path = joined("/", rest.substr(1), slashes);
  } else {
    url.path = joined(url.path.substr(0, url.path.rfind('/') + 1), rest, slashes);
  }
  return url;
}

/// A URL whose own scheme, in `url.scheme`, is not to be followed further here.
std::optional<Url> of_other_scheme(Url url, std::string_view rest) {
  if (rest.starts_with("//")) return with_authority(std::move(url), rest.substr(2), "/");
  take_query_and_fragment(url, rest);
  url.path = rest.starts_with('/') ? joined("/", rest.substr(1), "/") : encoded(rest, kOpaqueSet);
  return url;
}

std::optional<Url> parse_cleaned(std::string_view text, const Url* base) {
  const std::size_t length = scheme_length(text);
  if (length == 0) return base == nullptr ? std::nullopt : relative_to(*base, text);

  Url url;
  url.scheme = in_lower_case(text.substr(0, length));
  std::string_view rest = text.substr(length + 1);
  if (!is_special(url.scheme)) return of_other_scheme(std::move(url), rest);

  const std::size_t slashes = std::min(rest.find_first_not_of("/\\"), rest.size());
  if (url.scheme == "file") {
    // https://url.spec.whatwg.org/#file-state: three slashes are no host.
    return with_authority(std::move(url), rest.substr(std::min<std::size_t>(slashes, 2)), "/\\");
  }
  if (slashes == 0 && base != nullptr && base->scheme == url.scheme) {
    return relative_to(*base, rest);
  }
  return with_authority(std::move(url), rest.substr(slashes), "/\\");
}

}  // namespace

bool Url::is_opaque() const { return !has_authority && !path.starts_with('/'); }

std::string Url::text() const {
  return scheme + (has_authority ? "://" : ":") + authority + path + query + fragment;
}

std::optional<Url> parse_url(std::string_view written, const Url* base) {
  return parse_cleaned(cleaned(written), base);
}

ResolvedUrl resolve_url(std::string_view written, const Url* base, UrlUse use) {
  std::string text = cleaned(written);
  if (text.empty()) return {{}, "an empty URL"};
  const bool relative = scheme_length(text) == 0;
  if (relative && base == nullptr) return {std::move(text), {}};

  const std::optional<Url> url = parse_cleaned(text, base);
  if (!url) {
    const bool no_base = relative && base->is_opaque();
    return {{}, no_base ? "a relative URL in a document without a place" : "an invalid URL"};
  }
  if (relative) {
    // A file's document must not reach other machines through file: URLs.
    if (url->scheme == "file" && url->authority != base->authority) {
      return {{}, "a file URL of another host"};
    }
    return {url->text(), {}};
  }
  const bool web = url->scheme == "http" || url->scheme == "https";
  if (web || (use == UrlUse::Link && url->scheme == "mailto")) return {url->text(), {}};
  if (use == UrlUse::Picture && url->scheme == "blob") return {url->text(), {}};
  if (use == UrlUse::Picture && url->scheme == "data") {
    if (in_lower_case(std::string_view(url->path).substr(0, 6)) == "image/") {
      return {url->text(), {}};
    }
    return {{}, "a data: URL of no image type"};
  }
  return {{}, "a URL of another scheme"};
}

}  // namespace article::document
