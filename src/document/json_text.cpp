#include "document/json_text.h"

#include <algorithm>

#include "document/eight_bytes.h"
#include "document/utf8.h"

namespace article::document {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The UTF-16 unit that `text` escapes at `at`, or 0.
unsigned escaped_unit(std::string_view text, std::size_t at) {
  if (text.size() < at + 6 || text[at] != '\\' || text[at + 1] != 'u') return 0;
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const unsigned lower = static_cast<unsigned char>(c) | 0x20U;
    if (is_digit(c)) {
      unit = unit << 4 | static_cast<unsigned>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      unit = unit << 4 | (lower - 'a' + 10);
    } else {
      return 0;
    }
  }
  return unit;
}

/// The byte from `at` on that ASCII ends before, eight bytes at a time.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && (eight_bytes(text, at) & kHighs) == 0) at += 8;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// Bytes of a character of two or three that is surely valid, else 0.
std::size_t valid_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (at + 3 > text.size() || (byte(1) & 0xC0) != 0x80) return 0;
  const unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF) return 2;
  // E0 and ED have second bytes that they may not have.
  const bool three = first > 0xE0 && first <= 0xEF && first != 0xED;
  return three && (byte(2) & 0xC0) == 0x80 ? 3 : 0;
}

/// The byte from `at` on that needs a closer look, or the end.
std::size_t valid_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    const std::size_t end = ascii ? ascii_end(text, at) : at + valid_bytes(text, at);
    if (end == at) break;
    at = end;
  }
  return at;
}

/// Copies all but invalid UTF-8.
JsonText in_utf8(std::string_view json) {
  JsonText out;
  out.text.reserve(json.size());
  if (json.starts_with(kByteOrderMark)) json.remove_prefix(kByteOrderMark.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; (at = valid_end(json, at)) < json.size();) {
    const CodePoint c = code_point_at(json, at);
    if (!c.valid) {
      out.text.append(json, copied, at - copied);
      copied = at + c.bytes;
      if (out.not_utf8 == JsonText::kNowhere) out.not_utf8 = out.text.size();
      append_code_point(out.text, kReplacement);
    }
    at += c.bytes;
  }
  out.text.append(json, copied);
  return out;
}

/// Mends a string whose first quote stands at `at`.
/// @return the byte after its last quote, or after the text.
std::size_t mend_string(JsonText& json, std::size_t at) {
  std::string& text = json.text;
  for (++at; at < text.size() && text[at] != '"';) {
    if (text[at] != '\\') {
      ++at;
      continue;
    }
    const unsigned unit = escaped_unit(text, at);
    if (unit < 0xD800 || unit > 0xDFFF) {
      at += 2;
      continue;
    }
    const unsigned next = escaped_unit(text, at + 6);
    if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
      at += 12;
      continue;
    }
    if (json.lone_surrogate == JsonText::kNowhere) json.lone_surrogate = at;
    text.replace(at + 2, 4, "FFFD");
    at += 6;
  }
  return at + 1;
}

}  // namespace

JsonText mended_json(std::string_view bytes) {
  JsonText json = in_utf8(bytes);
  std::string& text = json.text;
  if (text.starts_with(kByteOrderMark)) text.replace(0, kByteOrderMark.size(), 1, '\x01');
  if (text.find('\0') == std::string::npos && text.find("\\u") == std::string::npos) return json;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = mend_string(json, at);
    } else {
      if (text[at] == '\0') text[at] = '\x01';
      ++at;
    }
  }
  return json;
}

std::string line_and_column(std::string_view text, std::size_t at) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : text.substr(0, std::min(at, text.size()))) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((c & 0xC0) != 0x80) {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace article::document
