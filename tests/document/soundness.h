#pragma once

#include <string>
#include <string_view>

#include "document/reader.h"
#include "document/utf8.h"

/// What holds of whatever was read from any bytes.
namespace article::document {

[[nodiscard]] inline bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!c.valid) return false;
    at += c.bytes;
  }
  return true;
}

/// RFC 6901 §3.
[[nodiscard]] inline bool is_pointer(std::string_view pointer) {
  if (!pointer.empty() && pointer.front() != '/') return false;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] != '~') continue;
    if (i + 1 == pointer.size() || (pointer[i + 1] != '0' && pointer[i + 1] != '1')) return false;
  }
  return is_utf8(pointer);
}

/// @return "", or what is not as it should be.
[[nodiscard]] inline std::string unsound(const ReadDocument& read) {
  for (const Problem& problem : read.problems) {
    if (!is_pointer(problem.pointer)) return "no JSON pointer: " + problem.pointer;
    if (!is_utf8(problem.message)) return "a message that is not UTF-8";
    if (problem.message.find("found ") == std::string::npos ||
        problem.message.find(", expected ") == std::string::npos)
      return "a message in other words: " + problem.message;
  }
  const Document& document = read.document;
  const bool shown = document.article || document.gallery || document.rankings || document.comments;
  if ((read.refusal == Refusal::None) != shown) return "refused what can be shown, or the reverse";
  if ((read.refusal == Refusal::None) != read.message.empty()) return "refused without a message";
  if (document.article && !is_utf8(document.article->headline)) return "text that is not UTF-8";
  if (!document.gallery) return {};
  for (const Photo& photo : document.gallery->photos)
    if (photo.src.empty() && photo.caption.empty()) return "a photo of nothing";
  return {};
}

}  // namespace article::document
