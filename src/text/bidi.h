#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "host/units.h"

namespace article::text {

/// Embedding levels of a text's bytes (UAX #9 X1 to I2), each paragraph of it
/// (P1) with the base level of `direction`.
/// @param out gets the length of `text`.
void bidi_levels(std::string_view text, Direction direction, std::vector<std::uint8_t>& out);

/// What a host is to shape so that `text`, all of one level, runs in that
/// level's direction: where its characters alone would not (an override), it
/// stands between an override of its own and its end. Otherwise `text`.
[[nodiscard]] std::string forced(std::string_view text, Direction direction);

}  // namespace article::text
