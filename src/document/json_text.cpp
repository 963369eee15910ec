#include "document/json_text.h"

#include <algorithm>

#include "document/utf8.h"

namespace article::document {
namespace {

/// More digits before the point, or in an exponent, may leave a double's range.
constexpr std::size_t kSafeDigits = 200;
constexpr std::size_t kSafeExponentDigits = 2;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_in_number(char c) {
  return is_digit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
}

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

/// Brings the number in [begin, end) of `text` into range where it is one; its
/// size stays, so that columns stay true.
void keep_in_range(std::string& text, std::size_t begin, std::size_t end) {
  const auto after_digits = [&](std::size_t at) {
    while (at < end && is_digit(text[at])) ++at;
    return at;
  };
  const std::size_t first = begin + (text[begin] == '-' ? 1 : 0);
  const std::size_t point = after_digits(first);
  std::size_t at = point;
  if (at < end && text[at] == '.') at = after_digits(at + 1);
  std::size_t power = end;
  if (at < end && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < end && (text[at] == '+' || text[at] == '-')) ++at;
    power = at;
    at = after_digits(at);
  }
  if (at != end || !is_digit(text[end - 1])) return;

  if (point - first > kSafeDigits + 1) {
    if (point < end && text[point] == '.') text[point] = '0';
    text[first + kSafeDigits] = '.';
  }
  while (power < end && text[power] == '0') ++power;
  if (end - power > kSafeExponentDigits) {
    const std::size_t kept = end - kSafeExponentDigits;
    text.replace(power, kept - power, kept - power, '0');
    text.replace(kept, kSafeExponentDigits, "99");
  }
}

/// Copies all but invalid UTF-8.
JsonText in_utf8(std::string_view json) {
  JsonText out;
  out.text.reserve(json.size());
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint c = code_point_at(json, at);
    if (c.valid) {
      out.text.append(json, at, c.bytes);
    } else {
      if (out.not_utf8 == JsonText::kNowhere) out.not_utf8 = out.text.size();
      append_code_point(out.text, kReplacement);
    }
    at += c.bytes;
  }
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
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = mend_string(json, at);
    } else if (is_in_number(text[at])) {
      const std::size_t begin = at;
      while (at < text.size() && is_in_number(text[at])) ++at;
      keep_in_range(text, begin, at);
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
