#include "paint/icons.h"

#include <array>
#include <cmath>

namespace article::paint {
namespace {

constexpr std::array<Corner, 3> kChevron = {{{15, 5}, {8, 12}, {15, 19}}};
constexpr std::array<Corner, 3> kTriangle = {
    {{7.5F, 4, 1.5F}, {20.5F, 12, 1.5F}, {7.5F, 20, 1.5F}}};
constexpr std::array<std::array<Corner, 3>, 4> kBrackets = {{{{{4, 9}, {4, 4, 1}, {9, 4}}},
                                                             {{{15, 4}, {20, 4, 1}, {20, 9}}},
                                                             {{{20, 15}, {20, 20, 1}, {15, 20}}},
                                                             {{{9, 20}, {4, 20, 1}, {4, 15}}}}};
// A frame in two parts, open where the slash goes through it.
constexpr std::array<Corner, 3> kFrameBelow = {{{3, 8}, {3, 20, 2}, {15.5F, 20}}};
constexpr std::array<Corner, 3> kFrameAbove = {{{9, 4}, {21, 4, 2}, {21, 15.5F}}};
constexpr std::array<Corner, 2> kSlash = {{{3.5F, 3.5F}, {20.5F, 20.5F}}};
constexpr std::array<Corner, 3> kMountainBelow = {{{5.5F, 16.5F}, {8.2F, 12.8F}, {11, 16.5F}}};
constexpr std::array<Corner, 3> kMountainAbove = {{{14, 9.8F}, {15.6F, 8.2F}, {18, 11.2F}}};
constexpr std::array<Corner, 7> kHand = {{{7, 10.5F, 1},
                                          {11.4F, 2.8F, 0.5F},
                                          {14.8F, 3.8F, 2.5F},
                                          {13.8F, 9.2F, 0.8F},
                                          {21.6F, 9.2F, 2.4F},
                                          {19.2F, 20.5F, 2.4F},
                                          {7, 20.5F, 0.5F}}};
constexpr std::array<Corner, 2> kCuff = {{{3.2F, 10.5F}, {3.2F, 20.5F}}};
constexpr std::array<Corner, 4> kHead = {
    {{8, 3.5F, 4}, {16, 3.5F, 4}, {16, 11.5F, 4}, {8, 11.5F, 4}}};
constexpr std::array<Corner, 6> kShoulders = {{{4, 21, 0.5F},
                                               {4.5F, 16.6F, 4},
                                               {8.2F, 13.7F, 5},
                                               {15.8F, 13.7F, 5},
                                               {19.5F, 16.6F, 4},
                                               {20, 21, 0.5F}}};

}  // namespace

void draw_icon(Pen& pen, Icon icon, float x, float y, float side, float thickness, bool mirrored,
               std::uint32_t color) {
  Placement at{.x = x, .y = y, .scale = side / kIconSide};
  const auto stroke = [&](std::span<const Corner> corners, Outline outline = Outline::Open) {
    pen.stroke(corners, outline, at, thickness, color);
  };
  const auto on_pixel = [](float length) { return std::floor(length + 0.5F); };

  switch (icon) {
    case Icon::ArrowStart:
    case Icon::ArrowEnd:
      if ((icon == Icon::ArrowEnd) != mirrored) at.mirrored_width = kIconSide;
      stroke(kChevron);
      break;
    case Icon::Play:
      pen.fill(kTriangle, at, color);
      break;
    case Icon::Pause: {
      // Upright edges are sharp on whole device px only.
      const float width = on_pixel(3.5F * at.scale);
      const float top = on_pixel(5 * at.scale);
      const float bottom = on_pixel(side) - top;
      const float inner = on_pixel(2 * at.scale);
      const float middle = std::floor(side / 2);
      const float radius = at.scale;
      for (const float left : {middle - inner - width, middle + inner}) {
        const std::array<Corner, 4> bar = {{{left, top, radius},
                                            {left + width, top, radius},
                                            {left + width, bottom, radius},
                                            {left, bottom, radius}}};
        pen.fill(bar, {.x = x, .y = y}, color);
      }
      break;
    }
    case Icon::Enlarge:
      for (const auto& bracket : kBrackets) stroke(bracket);
      break;
    case Icon::Missing:
      stroke(kFrameBelow);
      stroke(kFrameAbove);
      stroke(kMountainBelow);
      stroke(kMountainAbove);
      stroke(kSlash);
      break;
    case Icon::Like:
      stroke(kHand, Outline::Closed);
      stroke(kCuff);
      break;
    case Icon::Person:
      pen.fill(kHead, at, color);
      pen.fill(kShoulders, at, color);
      break;
  }
}

}  // namespace article::paint
