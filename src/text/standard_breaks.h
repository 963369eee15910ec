#pragma once

#include <span>
#include <vector>

#include "text/item.h"

namespace article::text {

/// The standard's own answer for each place after a character: UAX #14 as
/// libunibreak has it, without a language. What a dictionary knows is not
/// there: see needs_dictionary.
/// @param out gets the length of `characters`; the last one's answer is
///            Mandatory after a line end, else Never.
void standard_breaks(std::span<const char32_t> characters, std::vector<Break>& out);

/// Whether a line may end between two such characters only where a word does
/// (LB1, class SA: Thai, Lao, Khmer, Burmese, …): the host knows.
[[nodiscard]] bool needs_dictionary(char32_t c);

/// The standard's answer between two characters that stand alone.
[[nodiscard]] Break standard_break(char32_t before, char32_t after);

}  // namespace article::text
