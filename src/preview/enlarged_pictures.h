#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/units.h"
#include "preview/drawn_picture.h"
#include "preview/gl_texture.h"
#include "preview/picture_loader.h"

namespace article::preview {

/// The pictures of the enlarged photo and of its neighbours, as sharp as they
/// are drawn: loaded on threads of their own, so that they wait for none of the
/// article's. Photos are told apart by a number of the caller's.
class EnlargedPictures {
 public:
  /// @param arrived see PictureLoader.
  explicit EnlargedPictures(std::function<void()> arrived) : loader_(std::move(arrived)) {}

  struct Source {
    std::string_view url;
    /// What it will be drawn at, both > 0: no more of it is decoded.
    DevicePx width;
    DevicePx height;
  };
  /// Loads a photo, unless one as large was asked for before. What is there, or
  /// arrives sooner, serves until then. What can't be had is not asked for again.
  void want(int photo, const Source& source);
  /// Gives back all but these, and what is on its way for others.
  void keep(int first, int last);
  void clear() { keep(0, -1); }

  /// Takes what has arrived. @return whether there was any of that.
  bool serve();
  /// The sharpest that has arrived.
  [[nodiscard]] DrawnPicture picture(int photo) const;
  /// URL and reason of each that could not be had, since the last call.
  [[nodiscard]] std::vector<std::string> take_faults() { return std::exchange(faults_, {}); }

 private:
  struct Held {
    DevicePx asked_width;  ///< of the largest that was asked for
    DevicePx had_width;    ///< what the texture was asked for
    GlTexture texture;
    int width = 0;  ///< pixels of the texture
    int natural_width = 0;
    int natural_height = 0;
    std::string url;  ///< where the texture is from
  };
  struct Load {
    int photo = 0;
    std::string url;
    DevicePx width;
  };
  void hold(const Load& load, const DecodedPicture& picture);

  std::map<int, Held> held_;
  std::map<PictureLoader::Serial, Load> loads_;
  std::vector<std::string> faults_;
  PictureLoader loader_;
};

/// How large the source of an enlarged photo has to be, as a multiple of its
/// size at scale 1. A zoomed one has more pixels: for twice its size, or for the
/// largest, so that zooming on asks for no more.
/// @param own_scale where one of its pixels is one of the device's.
[[nodiscard]] double enlarged_resolution(double scale, double own_scale);

}  // namespace article::preview
