#include "prerender/markup.h"

#include <cstddef>

namespace article::prerender {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

}  // namespace

void append_text(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_text(out, value);
  out += '"';
}

void append_candidate(std::string& out, std::string_view url) {
  std::string safe;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    if (!is_space(c) && (c != ',' || (i > 0 && i + 1 < url.size()))) {
      safe += c;
      continue;
    }
    safe += '%';
    safe += kHex[static_cast<unsigned char>(c) >> 4U];
    safe += kHex[static_cast<unsigned char>(c) & 0xFU];
  }
  append_text(out, safe);
}

void JsonWriter::member(std::string_view name, std::string_view text) {
  key(name);
  quoted(text);
}

void JsonWriter::text(std::string_view name, std::string_view text) {
  if (!text.empty()) member(name, text);
}

void JsonWriter::number(std::string_view name, long long number) {
  key(name);
  out_ += std::to_string(number);
}

void JsonWriter::key(std::string_view key) {
  if (!first_) out_ += ',';
  first_ = false;
  if (key.empty()) return;
  quoted(key);
  out_ += ':';
}

void JsonWriter::begin(std::string_view name, char bracket) {
  key(name);
  out_ += bracket;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  out_ += bracket;
  first_ = false;
}

void JsonWriter::quoted(std::string_view text) {
  out_ += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<') {
      out_ += "\\u00";
      out_ += kHex[static_cast<unsigned char>(c) >> 4U];
      out_ += kHex[static_cast<unsigned char>(c) & 0xFU];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

}  // namespace article::prerender
