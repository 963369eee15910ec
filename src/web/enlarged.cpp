#include "web/enlarged.h"

#include <array>

#include "layout/enlarged_motion.h"

using namespace article;

namespace {

// The module's own: one photo, one thread.
layout::EnlargedMotion motion(0);
std::array<float, 9> reply;

Milliseconds at(double now) { return Milliseconds(now); }

}  // namespace

extern "C" {

void av_enlarged_place(int flags, int count, int index, float width, float height,
                       float photo_width, float photo_height, float own_scale) noexcept {
  layout::EnlargedMotion::Geometry geometry;
  geometry.width = CssPx(width);
  geometry.height = CssPx(height);
  geometry.photo_width = CssPx(photo_width);
  geometry.photo_height = CssPx(photo_height);
  geometry.own_scale = own_scale;
  geometry.count = count;
  geometry.direction = static_cast<Direction>(flags & 1);
  geometry.reduced_motion = (flags & 2) != 0;
  if (index >= 0) motion = layout::EnlargedMotion(index);
  motion.set_geometry(geometry);
}

void av_enlarged_input(int input, int id, float x, float y, float value, double now) noexcept {
  const Point point{CssPx(x), CssPx(y)};
  switch (input) {
    case 3:
      return motion.pointer_move(id, point, at(now));
    case 4:
      return motion.pointer_up(id, point, at(now));
    case 5:
      return motion.pointer_cancel(at(now));
    case 6:
      return motion.zoom_by(value, point, at(now));
    case 7:
      return motion.wheel(CssPx(value), at(now));
    case 8:
      return motion.go_to(id, at(now));
    default:
      return motion.pointer_down(id, static_cast<layout::PointerKind>(input), point, at(now));
  }
}

const float* av_enlarged_frame(double now) noexcept {
  const int flags = (motion.advance(at(now)) ? 1 : 0) | (motion.closes() ? 2 : 0) |
                    (motion.can_zoom_in() ? 4 : 0) | (motion.can_zoom_out() ? 8 : 0);
  reply = {static_cast<float>(flags),
           static_cast<float>(motion.photo()),
           static_cast<float>(motion.zoomed_photo()),
           static_cast<float>(motion.scale()),
           static_cast<float>(motion.x()),
           static_cast<float>(motion.y()),
           static_cast<float>(motion.offset()),
           motion.pitch().value,
           static_cast<float>(motion.drop())};
  return reply.data();
}

}  // extern "C"
