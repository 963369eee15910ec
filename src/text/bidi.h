#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "host/units.h"

namespace article::text {

/// Embedding levels of a text's bytes (UAX #9 X1 to I2), each paragraph of it
/// (P1) with the base level of `direction`.
/// @param out gets the length of `text`.
void bidi_levels(std::string_view text, Direction direction, std::vector<std::uint8_t>& out);

}  // namespace article::text
