#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "preview/result.h"

namespace article::preview {

struct DecodedPicture {
  int natural_width = 0;  ///< pixels of the file, turned as it asks to be
  int natural_height = 0;
  int width = 0;  ///< pixels decoded
  int height = 0;
  std::vector<std::uint8_t> rgba;  ///< straight alpha, rows without gaps
};

/// Decodes what gdk-pixbuf has a loader for, turned by its EXIF orientation,
/// the first frame of an animation. Colours are taken as they are written, as
/// sRGB: unlike a browser it applies no colour profile.
/// @param cover_width, cover_height pixels that the scaled picture has to
///   cover, > 0; it is made no larger than that and never larger than it is.
[[nodiscard]] Result<DecodedPicture> decode_picture(std::string_view bytes, int cover_width,
                                                    int cover_height);

}  // namespace article::preview
