#include "document/bidi_controls.h"

#include <cstddef>

namespace article::document {
namespace {

/// Third bytes of an end: all controls are of E2 80 or E2 81.
constexpr char kEndOfEmbedding = '\xAC';
constexpr char kEndOfIsolate = '\xA9';

}  // namespace

std::string missing_ends(std::string_view text) {
  std::string open;  // the end of each, the innermost last
  std::size_t isolates = 0;
  for (std::size_t at = 0; (at = text.find('\xE2', at)) != std::string_view::npos; at += 3) {
    const char page = text[at + 1];
    const char c = text[at + 2];
    if (page == '\x80' && c >= '\xAA' && c <= '\xAE') {
      if (c != kEndOfEmbedding) {
        open += kEndOfEmbedding;
      } else if (open.ends_with(c)) {
        open.pop_back();
      }
    } else if (page == '\x81' && c >= '\xA6' && c < kEndOfIsolate) {
      open += kEndOfIsolate;
      ++isolates;
    } else if (page == '\x81' && c == kEndOfIsolate && isolates > 0) {
      // What is open within an isolate ends with it.
      open.resize(open.rfind(c));
      --isolates;
    }
  }
  std::string ends;
  for (; !open.empty(); open.pop_back()) ends += open.back() == kEndOfIsolate ? "\u2069" : "\u202C";
  return ends;
}

}  // namespace article::document
