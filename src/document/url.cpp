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

void append_in_lower_case(std::string& out, std::string_view text) {
  for (const char c : text) out += to_lower(c);
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

void append_encoded(std::string& out, std::string_view text, std::string_view set) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
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

/// Appends the segments of `path` to that of `url`, which so far begins and ends
/// with "/" and has no dot segments. https://url.spec.whatwg.org/#path-state
void append_path(Url& url, std::string_view path, std::string_view slashes) {
  for (bool last = false; !last;) {
    const std::size_t end = std::min(path.find_first_of(slashes), path.size());
    last = end == path.size();
    const std::string_view segment = path.substr(0, end);
    const int dots = dots_of(segment);
    if (dots == 2 && url.text.size() > url.path + 1) {
      url.text.resize(url.text.rfind('/', url.text.size() - 2) + 1);
    } else if (dots == 0) {
      append_encoded(url.text, segment, kPathSet);
      if (!last) url.text += '/';
    }
    path.remove_prefix(std::min(end + 1, path.size()));
  }
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
bool append_authority(Url& url, std::string_view text) {
  std::string& out = url.text;
  out += "//";
  const std::size_t begin = out.size();
  if (const std::size_t at = text.rfind('@'); at != kNone) {
    const std::string_view user = text.substr(0, at);
    const std::size_t colon = std::min(user.find(':'), user.size());
    append_encoded(out, user.substr(0, colon), kUserSet);
    if (colon + 1 < user.size()) {
      out += ':';
      append_encoded(out, user.substr(colon + 1), kUserSet);
    }
    if (out.size() > begin) out += '@';
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
  if (text.empty() && (url.scheme() != "file" || out.size() > begin || !port.empty())) {
    return false;
  }
  append_in_lower_case(out, text);
  if (!port.empty() && port != (url.scheme() == "http" ? "80" : "443")) {
    out += ':';
    out += port;
  }
  return true;
}

/// What is written behind scheme and authority, "?" and "#" included.
struct Tail {
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
};

Tail tail_of(std::string_view text) {
  const std::size_t hash = std::min(text.find('#'), text.size());
  const std::size_t mark = std::min(text.find('?'), hash);
  return {text.substr(0, mark), text.substr(mark, hash - mark), text.substr(hash)};
}

/// Appends `part`, "" for none, behind the mark that it begins with.
/// @return where it begins.
std::size_t append_part(Url& url, std::string_view part, std::string_view set) {
  const std::size_t begin = url.text.size();
  if (!part.empty()) {
    url.text += part.front();
    append_encoded(url.text, part.substr(1), set);
  }
  return begin;
}

void append_query_and_fragment(Url& url, const Tail& tail) {
  url.query = append_part(url, tail.query, kQuerySet);
  url.fragment = append_part(url, tail.fragment, kFragmentSet);
}

/// Makes `path` the path of `url`, which ends before it; its first slash is left out.
void append_rooted_path(Url& url, std::string_view path, std::string_view slashes) {
  url.path = url.text.size();
  url.text += '/';
  append_path(url, path, slashes);
}

/// Authority and path, after the slashes that announce them; `url` ends with its scheme.
bool append_from_authority(Url& url, std::string_view rest, std::string_view slashes) {
  const Tail tail = tail_of(rest);
  const std::size_t end = std::min(tail.path.find_first_of(slashes), tail.path.size());
  if (!append_authority(url, tail.path.substr(0, end))) return false;
  append_rooted_path(url, tail.path.substr(std::min(end + 1, tail.path.size())), slashes);
  append_query_and_fragment(url, tail);
  return true;
}

/// Turns `url`, the base, into what is written relative to it.
/// https://url.spec.whatwg.org/#relative-state
bool go_to_relative(Url& url, std::string_view rest) {
  const Tail tail = tail_of(rest);
  const std::string_view path = tail.path;
  const bool opaque = url.is_opaque();
  if (path.empty() && tail.query.empty()) {
    if (opaque && rest.empty()) return false;
    url.text.resize(url.fragment);
    append_part(url, tail.fragment, kFragmentSet);
    return true;
  }
  if (opaque) return false;
  const std::string_view slashes = is_special(url.scheme()) ? "/\\" : "/";
  const auto slash_at = [&](std::size_t i) {
    return i < path.size() && slashes.find(path[i]) != kNone;
  };
  if (slash_at(0) && slash_at(1)) {
    std::size_t begin = 2;
    while (url.scheme() != "file" && is_special(url.scheme()) && slash_at(begin)) ++begin;
    url.text.resize(url.scheme_end + 1);
    return append_from_authority(url, rest.substr(begin), slashes);
  }
  if (slash_at(0)) {
    url.text.resize(url.path);
    append_rooted_path(url, path.substr(1), slashes);
  } else {
    url.text.resize(url.query);
    if (!path.empty()) {
      url.text.resize(url.text.rfind('/') + 1);
      append_path(url, path, slashes);
    }
  }
  append_query_and_fragment(url, tail);
  return true;
}

/// A scheme that is not to be followed further here.
bool append_other_scheme(Url& url, std::string_view rest) {
  if (rest.starts_with("//")) return append_from_authority(url, rest.substr(2), "/");
  const Tail tail = tail_of(rest);
  if (tail.path.starts_with('/')) {
    append_rooted_path(url, tail.path.substr(1), "/");
  } else {
    url.path = url.text.size();
    append_encoded(url.text, tail.path, kOpaqueSet);
  }
  append_query_and_fragment(url, tail);
  return true;
}

/// @param url the base, if there is one; becomes the URL
/// @return whether it is valid.
bool parse_cleaned(Url& url, std::string_view text, bool has_base) {
  const std::size_t length = scheme_length(text);
  if (length == 0) return has_base && go_to_relative(url, text);

  std::string scheme;
  append_in_lower_case(scheme, text.substr(0, length));
  const std::string_view rest = text.substr(length + 1);
  const bool special = is_special(scheme);
  const bool file = scheme == "file";
  const std::size_t slashes = std::min(rest.find_first_not_of("/\\"), rest.size());
  if (special && !file && slashes == 0 && has_base && url.scheme() == scheme) {
    return go_to_relative(url, rest);
  }
  url.scheme_end = length;
  url.text = std::move(scheme);
  url.text += ':';
  if (!special) return append_other_scheme(url, rest);
  // https://url.spec.whatwg.org/#file-state: three slashes are no host.
  const std::size_t most = file ? 2 : rest.size();
  return append_from_authority(url, rest.substr(std::min(slashes, most)), "/\\");
}

/// What speaks against following a URL with a scheme of its own; "" where nothing does.
std::string_view fault_of_scheme(const Url& url, UrlUse use) {
  const std::string_view scheme = url.scheme();
  if (scheme == "http" || scheme == "https") return {};
  if (scheme == (use == UrlUse::Link ? "mailto" : "blob")) return {};
  if (use != UrlUse::Picture || scheme != "data") return "a URL of another scheme";
  std::string type;
  append_in_lower_case(type, url.part(url.path, url.query).substr(0, 6));
  return type == "image/" ? "" : "a data: URL of no image type";
}

}  // namespace

std::optional<Url> parse_url(std::string_view written) {
  Url url;
  if (!parse_cleaned(url, cleaned(written), false)) return std::nullopt;
  return url;
}

ResolvedUrl resolve_url(std::string_view written, const Url* base, UrlUse use) {
  std::string text = cleaned(written);
  if (text.empty()) return {{}, "an empty URL"};
  const bool relative = scheme_length(text) == 0;
  if (relative && base == nullptr) return {std::move(text), {}};

  Url url = base == nullptr ? Url() : *base;
  std::string_view fault;
  if (!parse_cleaned(url, text, base != nullptr)) {
    const bool no_base = relative && base->is_opaque();
    fault = no_base ? "a relative URL in a document without a place" : "an invalid URL";
  } else if (relative) {
    // A file's document must not reach other machines through file: URLs.
    if (url.scheme() == "file" && url.authority() != base->authority())
      fault = "a file URL of another host";
  } else {
    fault = fault_of_scheme(url, use);
  }
  if (!fault.empty()) return {{}, fault};
  return {std::move(url.text), {}};
}

}  // namespace article::document
