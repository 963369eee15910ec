#include "paint/painter.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "drawing.h"
#include "layout/blocks.h"
#include "layout/page.h"

namespace article::paint {
namespace {

using layout::Box;
using layout::BoxIcon;
using layout::Fit;
using layout::Role;
using layout::Tone;

Rect rect(float x, float y, float width, float height) {
  return {CssPx(x), CssPx(y), CssPx(width), CssPx(height)};
}

/// Boxes that stand beside each other, each a block of its own.
struct PainterTest : testing::Test {
  Box& add(const Rect& frame, Tone fill = Tone::Transparent) {
    Box& box = page.boxes.emplace_back();
    box.frame = frame;
    box.fill = fill;
    return box;
  }

  Box& add_picture(const Rect& frame, const PictureTexture& texture) {
    Box& box = add(frame, Tone::Panel);
    box.picture = static_cast<std::int32_t>(page.pictures.size());
    layout::Picture& picture = page.pictures.emplace_back();
    picture.box = static_cast<layout::BoxIndex>(page.boxes.size()) - 1;
    textures.push_back(texture);
    return box;
  }

  /// @return what is drawn on the paper
  std::vector<Drawing::Quad> painted() {
    page.blocks = layout::find_blocks(page);
    constexpr CssPx kOffsets[layout::kScrollerCount] = {};
    const Scene scene{page, d.store, light_palette(), kOffsets, textures, highlights, {}};
    d.begin();
    paint_page(d.canvas, scene, rect(0, 0, 1000, 1000));
    d.end();
    std::vector<Drawing::Quad> quads = d.quads();
    EXPECT_EQ(quads.front().color, rgb(light_palette().paper).packed);
    quads.erase(quads.begin());
    return quads;
  }

  Drawing d;
  layout::Page page;
  std::vector<PictureTexture> textures;
  std::vector<Highlight> highlights;
};

TEST_F(PainterTest, FillsWithTheColoursOfThePalette) {
  const Palette p = light_palette();
  const struct {
    Tone tone;
    Color color;
  } cases[] = {{Tone::Paper, rgb(p.paper)},   {Tone::Panel, rgb(p.panel)},
               {Tone::Text, rgb(p.text)},     {Tone::Secondary, rgb(p.secondary)},
               {Tone::Line, rgb(p.line)},     {Tone::Control, rgb(p.control)},
               {Tone::Accent, rgb(p.accent)}, {Tone::Link, rgb(p.link)},
               {Tone::OnDark, rgb(0xFFFFFF)}, {Tone::Shade, rgb(0, 184)}};
  for (std::size_t i = 0; i < std::size(cases); ++i)
    add(rect(static_cast<float>(i) * 20, 0, 10, 10), cases[i].tone);
  add(rect(0, 50, 10, 10)).icon = BoxIcon::Like;
  page.boxes.back().tone = Tone::Transparent;
  const std::vector<Drawing::Quad> quads = painted();
  ASSERT_EQ(quads.size(), std::size(cases)) << "nothing transparent";
  for (std::size_t i = 0; i < quads.size(); ++i) EXPECT_EQ(quads[i].color, cases[i].color.packed);
}

TEST_F(PainterTest, CutsAPictureAroundItsFocusOrShowsItWhole) {
  struct Case {
    int width, height;  // of the texture; its box is 100 by 100
    Fit fit;
    std::int32_t slide;
    float focus_x, focus_y;
    float left, top, right, bottom;  // drawn
    float u0, v0, u1, v1;
    std::string_view rule;
  };
  const Case cases[] = {
      {200, 100, Fit::Cover, -1, 0.5F, 0.5F, 0, 0, 100, 100, 0.25F, 0, 0.75F, 1, "middle"},
      {200, 100, Fit::Cover, -1, 0.1F, 0.5F, 0, 0, 100, 100, 0, 0, 0.5F, 1, "not beyond its side"},
      {200, 100, Fit::Cover, 0, 0.9F, 0.5F, 0, 0, 100, 100, 0.5F, 0, 1, 1, "a slide too"},
      {100, 200, Fit::Cover, -1, 0.5F, 0.5F, 0, 0, 100, 100, 0, 0.25F, 1, 0.75F, "of its height"},
      {100, 200, Fit::Cover, -1, 0.5F, 0.1F, 0, 0, 100, 100, 0, 0, 1, 0.5F, "not beyond its top"},
      {100, 200, Fit::Cover, 0, 0.5F, 0.5F, 25, 0, 75, 100, 0, 0, 1, 1, "a portrait's slide"},
      {200, 100, Fit::Contain, -1, 0.5F, 0.5F, 0, 25, 100, 75, 0, 0, 1, 1, "whole"},
      {100, 200, Fit::Contain, -1, 0.5F, 0.5F, 25, 0, 75, 100, 0, 0, 1, 1, "whole"},
  };
  for (const Case& c : cases) {
    page = {};
    textures.clear();
    add_picture(rect(0, 0, 100, 100), {{9}, c.width, c.height});
    document::Photo photo;
    photo.focus = {c.focus_x, c.focus_y};
    page.pictures[0].photo = &photo;
    page.pictures[0].fit = c.fit;
    page.pictures[0].slide = c.slide;
    const std::vector<Drawing::Quad> quads = painted();
    const bool panel = c.left > 0 || c.top > 0;
    ASSERT_EQ(quads.size(), panel ? 2U : 1U) << c.rule;
    const Drawing::Quad& quad = quads.back();
    EXPECT_EQ(quad.command.texture, 9U);
    const float found[] = {quad.min.x,    quad.min.y,    quad.max.x,    quad.max.y,
                           quad.uv_min.x, quad.uv_min.y, quad.uv_max.x, quad.uv_max.y};
    const float expected[] = {c.left, c.top, c.right, c.bottom, c.u0, c.v0, c.u1, c.v1};
    for (std::size_t i = 0; i < 8; ++i)
      EXPECT_NEAR(found[i], expected[i], 0.001F) << c.rule << " " << i;
  }
}

TEST_F(PainterTest, KeepsThePanelWherePicturesHaveNoPixels) {
  add_picture(rect(0, 0, 100, 100), {});
  add_picture(rect(100, 0, 100, 100), {{9}, 0, 10});
  add_picture(rect(200, 0, 100, 100), {{9}, 10, 0});
  for (const Drawing::Quad& quad : painted())
    EXPECT_EQ(quad.color, rgb(light_palette().panel).packed);
  page.boxes[0].fill = Tone::Transparent;
  EXPECT_EQ(painted().size(), 2U) << "a logo has none";
}

TEST_F(PainterTest, ALogoIsCutInItsMiddle) {
  add_picture(rect(0, 0, 100, 100), {{9}, 200, 100});
  const std::vector<Drawing::Quad> quads = painted();
  ASSERT_EQ(quads.size(), 1U);
  EXPECT_NEAR(quads[0].uv_min.x, 0.25F, 0.001F);
}

TEST_F(PainterTest, AnAvatarTakesThePlaceOfItsStandIn) {
  add_picture(rect(0, 0, 40, 40), {}).icon = BoxIcon::Person;
  const std::uint32_t panel = 4;
  painted();
  EXPECT_GT(d.frame.vertex_count, 4 + panel);
  textures[0] = {{9}, 40, 40};
  EXPECT_EQ(painted().size(), 1U);
  page.boxes[0].picture = -1;
  painted();
  EXPECT_GT(d.frame.vertex_count, 4 + panel) << "nobody has one";
}

TEST_F(PainterTest, InkOfAButtonGoesWithItsShape) {
  Box& icon = add(rect(0, 0, 40, 40));
  icon.role = Role::Button;
  icon.action = layout::Action::NextPhoto;
  icon.icon = BoxIcon::ArrowEnd;
  Box& label = add(rect(100, 0, 40, 40));
  label.role = Role::Button;
  label.action = layout::Action::SelectTab;
  label.ink_beside = CssPx(6);
  label.ink_within = CssPx(4);
  painted();
  const std::uint32_t still = d.frame.vertex_count;
  highlights = {{1, -1, false, 1}};
  const std::vector<Drawing::Quad> hovered = painted();
  EXPECT_EQ(d.frame.vertex_count, still + 4) << "a rectangle";
  EXPECT_EQ(hovered.back().min.x, 94);
  EXPECT_EQ(hovered.back().max.x, 146);
  EXPECT_EQ(hovered.back().min.y, 4);
  EXPECT_EQ(hovered.back().max.y, 36);
  highlights = {{0, -1, false, 1}};
  painted();
  EXPECT_GT(d.frame.vertex_count, still + 8) << "a disc";
  page.boxes[0].disabled = true;
  painted();
  EXPECT_EQ(d.frame.vertex_count, still) << "none where it does nothing";
}

TEST(ShowsStatesOf, TheBoxItselfWhatIsInItAndTheButtonOfAPhoto) {
  layout::Page page;
  page.boxes.resize(6);
  for (Box& box : page.boxes) box.action = layout::Action::EnlargePhoto;
  const layout::BoxIndex photo = 0, within = 1, button = 2, other = 3, of_part = 4, text = 5;
  page.boxes[0].role = Role::Image;
  page.boxes[1].parent = photo;
  for (const layout::BoxIndex i : {button, other, of_part})
    page.boxes[static_cast<std::size_t>(i)].role = Role::Button;
  page.boxes[3].argument = 7;
  page.boxes[4].part = layout::Part::Gallery;
  page.boxes[5].role = Role::Text;
  EXPECT_TRUE(shows_states_of(page, photo, photo));
  EXPECT_TRUE(shows_states_of(page, within, photo));
  EXPECT_TRUE(shows_states_of(page, button, photo));
  EXPECT_FALSE(shows_states_of(page, other, photo)) << "another photo's";
  EXPECT_FALSE(shows_states_of(page, of_part, photo)) << "another part's";
  EXPECT_FALSE(shows_states_of(page, text, photo)) << "no button";
  EXPECT_FALSE(shows_states_of(page, photo, within)) << "what holds it";
}

}  // namespace
}  // namespace article::paint
