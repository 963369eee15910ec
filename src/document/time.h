#pragma once

#include <optional>
#include <string_view>

#include "document/article.h"

namespace article::document {

/// Reads a time: an RFC 3339 date-time, a local date-time without zone
/// (seconds optional, space or T between), or a date alone. An offset may lack
/// its colon, and a space may stand before it, as many newsrooms write.
///
/// Fractions of a second are read and left out. The date must be one of the
/// Gregorian calendar, from year 1; a leap second is told as second 59, since
/// HTML's `datetime` knows none.
/// @return nothing where `written` is no such time.
[[nodiscard]] std::optional<Time> parse_time(std::string_view written);

}  // namespace article::document
