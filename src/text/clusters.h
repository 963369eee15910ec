#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace article::text {

/// Where grapheme clusters begin (UAX #29 GB1 to GB999): 1 or 0 for each character.
///
/// The properties behind the rules are derived from those of line breaking,
/// which the core has anyway (a combining mark is of class CM, a syllable of
/// H2 or H3), with what differs in a few ranges: a tenth of the tables'
/// weight. Plain text has one character a cluster, and is not looked at twice.
void cluster_starts(std::span<const char32_t> characters, std::vector<std::uint8_t>& out);

}  // namespace article::text
