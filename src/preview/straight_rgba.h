#pragma once

#include <cstdint>

namespace article::preview {

/// One row of cairo's premultiplied native-endian ARGB as straight RGBA, which
/// textures are made of.
void to_straight_rgba(const unsigned char* argb, std::uint8_t* rgba, int width);

}  // namespace article::preview
