#include "preview/enlarged_pictures.h"

#include <algorithm>
#include <cmath>

namespace article::preview {
namespace {

/// Pixels of a texture: 64 MiB, which are uploaded between two frames.
constexpr double kMostPixels = 16'000'000;
/// What every driver of OpenGL 3.2 takes today.
constexpr double kLongestSide = 8192;
constexpr double kLargestScale = 4;

}  // namespace

double enlarged_resolution(double scale, double own_scale) {
  if (scale <= 1) return 1;
  return scale <= 2 ? 2 : std::max(kLargestScale, own_scale);
}

void EnlargedPictures::want(int photo, const Source& source) {
  if (source.url.empty()) return;
  Held& held = held_[photo];
  if (source.width <= held.asked_width) return;
  held.asked_width = source.width;
  const bool whole = held.width > 0 && held.width == held.natural_width;
  if (whole && held.url == source.url) return;
  const double width = std::ceil(source.width.value);
  const double height = std::ceil(source.height.value);
  const double share = std::min(
      {1.0, kLongestSide / std::max(width, height), std::sqrt(kMostPixels / (width * height))});
  const auto pixels = [share](double side) { return static_cast<int>(side * share); };
  std::string url(source.url);
  loads_[loader_.load(url, pixels(width), pixels(height))] = {photo, url, source.width};
}

void EnlargedPictures::keep(int first, int last) {
  const auto goes = [=](int photo) { return photo < first || photo > last; };
  std::erase_if(held_, [&](const auto& held) { return goes(held.first); });
  std::erase_if(loads_, [&](const auto& load) {
    if (!goes(load.second.photo)) return false;
    loader_.cancel(load.first);
    return true;
  });
}

bool EnlargedPictures::serve() {
  bool changed = false;
  for (PictureLoader::Arrival& arrival : loader_.take()) {
    const auto load = loads_.find(arrival.serial);
    if (load == loads_.end()) continue;
    changed = true;
    if (arrival.picture)
      hold(load->second, *arrival.picture.value);
    else
      faults_.push_back(std::move(arrival.picture.error));
    loads_.erase(load);
  }
  return changed;
}

void EnlargedPictures::hold(const Load& load, const DecodedPicture& picture) {
  Held& held = held_[load.photo];
  // A smaller one may come later than a larger.
  if (load.width <= held.had_width) return;
  GlTexture texture(picture.width, picture.height, picture.rgba.data());
  if (texture.id() == host::TextureId{}) {
    faults_.push_back(load.url + ": the graphics have no room for the picture");
    return;
  }
  held.had_width = load.width;
  held.texture = std::move(texture);
  held.width = picture.width;
  held.natural_width = picture.natural_width;
  held.natural_height = picture.natural_height;
  held.url = load.url;
}

DrawnPicture EnlargedPictures::picture(int photo) const {
  const auto found = held_.find(photo);
  if (found == held_.end()) return {};
  const Held& held = found->second;
  return {held.texture.id(), held.natural_width, held.natural_height};
}

}  // namespace article::preview
