#pragma once

#include <cstdint>
#include <string>

#include "document/article.h"
#include "document/language.h"
#include "host/locale_host.h"

/// Times and counts as a language writes them: as the host has it, but for the forms of
/// Chinese newsrooms.
namespace article::layout {

/// `2023-03-12 09:56`; without a clock, the date alone.
[[nodiscard]] std::string plain_time(const document::Time& time);

/// A time as it was written: in its own offset, never converted; seconds and
/// offset are not shown. Without a clock, the date alone.
/// @param language of Chinese, of one that the host does not know, and of none, the
///                 form is `plain_time`.
[[nodiscard]] std::string format_time(host::LocaleHost& host, const document::Time& time,
                                      const document::Language& language);

/// A count in the language's digits and grouping (12,345). Chinese: plain
/// digits to 9999, then ten thousands with one decimal, rounded down so that
/// no count is shown that was not reached: 1.2万, 3.4亿 (萬, 億).
/// @param count >= 0
[[nodiscard]] std::string format_count(host::LocaleHost& host, std::int64_t count,
                                       const document::Language& language);

}  // namespace article::layout
