#pragma once

#include <cstdint>

/// The flat C interface of article-viewer-prerender.wasm, a module of its own that is no part of
/// the viewer's. Text is a pointer and a count of bytes, UTF-8, valid during the call only.
extern "C" {

/// A buffer for text that the caller writes next, good until the next call of it.
char* av_prerender_buffer(std::uint32_t bytes) noexcept;

/// `text`: JSON bytes, then the base URL, then the page's language. @return words, good until the
/// next call: refusal (0 none, 1 json, 2 document), then address and bytes of each text: message,
/// html, head, JSON-LD; title, desc, link and image of `share`; the language that its words are to
/// be in, "" where they are built in.
const std::uint32_t* av_prerender(const char* text, std::uint32_t json_bytes,
                                  std::uint32_t base_bytes, std::uint32_t language_bytes,
                                  int heading_level) noexcept;

/// Takes a word of a language that has none built in. `text`: its name, then the word's key,
/// then the word. All words of a language come one after the other.
void av_prerender_word(const char* text, std::uint32_t language_bytes, std::uint32_t key_bytes,
                       std::uint32_t word_bytes) noexcept;
}
