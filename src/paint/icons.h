#pragma once

#include <cstdint>

#include "paint/canvas.h"
#include "paint/pen.h"

namespace article::paint {

/// Icons are drawn on a square of this side and scaled.
inline constexpr float kIconSide = 24;

/// @param x, y, side of the icon's square in device px, x and y whole.
/// @param thickness of its lines, device px.
void draw_icon(Pen& pen, Icon icon, float x, float y, float side, float thickness, bool mirrored,
               std::uint32_t color);

}  // namespace article::paint
