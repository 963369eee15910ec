#pragma once

#include <cstdint>

/// What modules ask of JavaScript about languages and URLs, a flat C interface. Text is a pointer
/// and a count of bytes, UTF-8, valid during the call only.
extern "C" {

/// Room for the text of `bytes` that an import answers with, to be written before that returns.
char* av_answer(std::uint32_t bytes) noexcept;

// Imports.

/// The answers of host::LocaleHost and host::UrlHost, each given by av_answer.
void av_host_format_time(const char* time, std::uint32_t bytes, const char* language,
                         std::uint32_t language_bytes);
void av_host_format_number(const char* number, std::uint32_t bytes, const char* language,
                           std::uint32_t language_bytes);
void av_host_resolve_url(const char* written, std::uint32_t bytes, const char* base,
                         std::uint32_t base_bytes);
}
