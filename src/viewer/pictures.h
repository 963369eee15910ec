#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "host/raster_host.h"
#include "host/units.h"
#include "layout/page.h"
#include "paint/painter.h"

/// Which pictures of a page are wanted, in which size, and what has come.
namespace article::viewer {

struct PictureRequest;

class Pictures {
 public:
  /// The page was laid out: takes over its pictures' frames.
  void follow(const layout::Page& page, PixelRatio ratio, std::uint32_t generation);

  /// Asks for what is near: pictures that meet `near_zone`, of the gallery the
  /// current photo and its neighbours; gives back what has gone far away.
  void want(const layout::Page& page, const Rect& near_zone, int current_photo);

  /// @return whether the layout has to follow (it had failed before).
  bool ready(std::int32_t picture, host::TextureId texture, int width, int height);
  /// @return whether it is missing: a smaller one that is drawn stays.
  bool failed(std::int32_t picture);
  void shown_by_host(std::int32_t picture);
  void retry(std::int32_t picture);
  void textures_lost();
  /// Gives all textures back and forgets the pictures.
  void release_all();

  [[nodiscard]] std::vector<layout::PictureState> states() const;
  [[nodiscard]] std::span<const paint::PictureTexture> textures() const { return textures_; }
  [[nodiscard]] std::vector<PictureRequest> take_requests();

 private:
  struct Slot {
    layout::PictureState state = layout::PictureState::Waiting;
    bool asked = false;
    int asked_width = 0;  ///< device px
    int asked_height = 0;
    int width = 0;  ///< device px it is drawn at now
    int height = 0;
  };
  void ask(const layout::Picture& picture, std::int32_t number);
  void give_back(std::int32_t number);

  std::vector<Slot> slots_;
  std::vector<paint::PictureTexture> textures_;
  std::vector<PictureRequest> requests_;
  std::uint32_t generation_ = 0;
};

/// The URL to load for a picture drawn `device_width` pixels wide: the
/// smallest of the photo's sources that is as wide, else the widest.
[[nodiscard]] std::string_view choose_source(const layout::Picture& picture, int device_width);

}  // namespace article::viewer
