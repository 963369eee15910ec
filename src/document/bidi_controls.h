#pragma once

#include <string>
#include <string_view>

namespace article::document {

/// What ends the embeddings, overrides and isolates that `text`, valid UTF-8, leaves open (UAX #9
/// BD9, BD11), so that none of them turns what stands beside it; "" where it ends them itself.
/// Cost: linear.
[[nodiscard]] std::string missing_ends(std::string_view text);

}  // namespace article::document
