#include <gtest/gtest.h>

#include "drawing.h"
#include "soft_renderer.h"

namespace article::paint {
namespace {

constexpr Color kInk = rgb(0x1A1C1E);

SoftRenderer rendered(float ratio, float width, float height, auto draw) {
  Drawing d;
  const int device_width = static_cast<int>(width * ratio);
  const int device_height = static_cast<int>(height * ratio);
  d.begin(ratio, device_width, device_height);
  draw(d.canvas);
  d.end();
  SoftRenderer renderer(device_width, device_height);
  renderer.draw(d.frame);
  return renderer;
}

SoftRenderer rendered_icon(Icon icon, float side, float ratio, bool mirrored = false,
                           float opacity = 1) {
  return rendered(ratio, side + 8, side + 8, [&](Canvas& canvas) {
    canvas.push_opacity(opacity);
    canvas.icon(icon, {CssPx(4), CssPx(4), CssPx(side), CssPx(side)}, kInk, mirrored);
    canvas.pop_opacity();
  });
}

TEST(Shapes, FillSharplyOnStraightEdges) {
  for (const float ratio : {1.0F, 1.25F, 2.0F, 3.0F})
    for (const float radius : {0.0F, 6.0F}) {
      const SoftRenderer fill = rendered(ratio, 64, 64, [&](Canvas& canvas) {
        canvas.fill({CssPx(8), CssPx(8), CssPx(48), CssPx(48)}, kInk, CssPx(radius));
      });
      const int edge = static_cast<int>(8 * ratio);
      const int middle = fill.height() / 2;
      for (int x = 0; x < fill.width() / 2; ++x)
        EXPECT_NEAR(fill.at(x, middle), x < edge ? 0 : 1, 0.01) << ratio << " " << radius;
    }
}

TEST(Shapes, CoverTheAreaTheyShould) {
  constexpr float kPi = 3.14159265F;
  for (const float ratio : {1.0F, 2.0F, 3.0F}) {
    const float disc = rendered(ratio, 64, 64, [](Canvas& canvas) {
                         canvas.circle({CssPx(32), CssPx(32)}, CssPx(20), kInk);
                       }).sum();
    EXPECT_NEAR(disc / (kPi * 400 * ratio * ratio), 1, 0.01) << ratio;
  }
}

TEST(Icons, LieWithinTheirBoxAndCoverAFairPartOfIt) {
  for (int i = 0; i <= static_cast<int>(Icon::Pause); ++i)
    for (const float side : {16.0F, 20.0F, 24.0F, 48.0F})
      for (const float ratio : {1.0F, 1.25F, 2.0F, 3.0F}) {
        const SoftRenderer icon = rendered_icon(static_cast<Icon>(i), side, ratio);
        const int margin = static_cast<int>(3 * ratio);
        for (int y = 0; y < icon.height(); ++y)
          for (int x = 0; x < icon.width(); ++x)
            if (x < margin || y < margin || x >= icon.width() - margin ||
                y >= icon.height() - margin) {
              ASSERT_EQ(icon.at(x, y), 0) << i << " " << side << " " << ratio;
            }
        const float share = icon.sum() / (side * side * ratio * ratio);
        EXPECT_GT(share, 0.04F) << i << " " << side << " " << ratio;
        EXPECT_LT(share, 0.6F) << i << " " << side << " " << ratio;
      }
}

TEST(Icons, WeighTheSameAtEveryRatio) {
  for (int i = 0; i <= static_cast<int>(Icon::Pause); ++i) {
    const float once = rendered_icon(static_cast<Icon>(i), 24, 1).sum();
    for (const float ratio : {2.0F, 3.0F})
      EXPECT_NEAR(rendered_icon(static_cast<Icon>(i), 24, ratio).sum() / (once * ratio * ratio), 1,
                  0.13)
          << i << " " << ratio;
  }
}

TEST(Icons, TurnArrowsInRightToLeft) {
  const auto same = [](const SoftRenderer& a, const SoftRenderer& b) {
    for (int y = 0; y < a.height(); ++y)
      for (int x = 0; x < a.width(); ++x)
        if (a.at(x, y) != b.at(x, y)) return false;
    return true;
  };
  const SoftRenderer start = rendered_icon(Icon::ArrowStart, 24, 2);
  const SoftRenderer end = rendered_icon(Icon::ArrowEnd, 24, 2);
  EXPECT_FALSE(same(start, end));
  EXPECT_TRUE(same(rendered_icon(Icon::ArrowStart, 24, 2, true), end));
  EXPECT_TRUE(same(rendered_icon(Icon::ArrowEnd, 24, 2, true), start));
  for (int y = 0; y < start.height(); ++y)
    for (int x = 0; x < start.width(); ++x)
      ASSERT_NEAR(start.at(x, y), end.at(start.width() - 1 - x, y), 0.02) << x << " " << y;
}

TEST(Icons, AreEvenlyTranslucent) {
  for (int i = 0; i <= static_cast<int>(Icon::Pause); ++i)
    for (const float ratio : {1.0F, 2.0F, 3.0F})
      EXPECT_LE(rendered_icon(static_cast<Icon>(i), 24, ratio, false, 0.5F).highest(), 0.51F)
          << i << " " << ratio;
}

}  // namespace
}  // namespace article::paint
