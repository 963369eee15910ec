#pragma once

#include <cstddef>
#include <vector>

#include "document/article.h"

namespace article::document {

/// A paragraph is laid out as a whole. One of more characters is several: it ends at the first end
/// of a sentence or space behind them, or before it is twice as long.
inline constexpr std::size_t kLongParagraph = 5'000;

/// Makes several paragraphs of a last one that is long, none of which begins or ends with a space.
/// @return how many there are of it now. Cost: linear.
std::size_t split_long_paragraph(std::vector<Block>& body);

}  // namespace article::document
