#pragma once

#include "host/raster_host.h"

namespace article::preview {

/// A picture that can be drawn; without texture and size where it is not there.
struct DrawnPicture {
  host::TextureId texture;
  int natural_width = 0;  ///< pixels of the file
  int natural_height = 0;
};

}  // namespace article::preview
