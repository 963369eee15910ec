#pragma once

#include <string_view>

namespace article::fuzz {

/// @return "", or what is wrong with HTML that no reader's text may have got into: each element
/// ends where it should, no attribute runs a script, no letter of a tag stands in a text.
[[nodiscard]] std::string_view unsound_markup(std::string_view html);

}  // namespace article::fuzz
