#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/article.h"
#include "document/language.h"

/// Times and counts as a language writes them. The patterns, months, digits and
/// separators are CLDR 48's, with these exceptions: Chinese has the newsroom's
/// `2023-03-12 09:56`; English outside America and Arabic name the month in full
/// (CLDR's long date; Arabic's medium one is all numbers); Korean halves of the
/// day are the wide ones; AM and PM stand after a plain space, as browsers have
/// it. So `ar` has Latin digits, ar-EG and most of the Mashriq Arabic ones.
namespace article::layout {

/// A time as it was written: in its own offset, never converted; seconds and
/// offset are not shown. Without a clock, the date alone.
/// @param language of one without a pattern here, and of none, the form is
///                 `2023-03-12 09:56`.
[[nodiscard]] std::string format_time(const document::Time& time,
                                      const document::Language& language);

/// A count in the language's digits and grouping (12,345). Chinese: plain
/// digits to 9999, then ten thousands with one decimal, rounded down so that
/// no count is shown that was not reached: 1.2万, 3.4亿 (萬, 億).
[[nodiscard]] std::string format_count(std::int64_t count, const document::Language& language);

}  // namespace article::layout
