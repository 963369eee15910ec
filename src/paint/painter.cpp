#include "paint/painter.h"

#include <algorithm>
#include <vector>

namespace article::paint {
namespace {

struct Palettes {
  Palette light, dark;
};

constexpr Palettes kPalettes = {
#include "themes/palettes.inc"
};

using layout::Box;
using layout::BoxIndex;
using layout::Role;
using layout::Tone;

constexpr float kPressedInk = 20;  // 8 %
constexpr float kHoverInk = 10;    // 4 %

/// Fast at first: the eye takes that for an answer.
float eased(float way) { return 1 - (1 - way) * (1 - way); }

/// `share` 0 to 1 of a colour.
Color faded(Color color, float share) {
  const float alpha = static_cast<float>(color.packed >> 24) * share;
  return {(color.packed & 0xFFFFFF) | static_cast<std::uint32_t>(alpha) << 24};
}

/// How hovered and how pressed something looks.
struct States {
  float hover = 0;
  float press = 0;
};

class BlockPainter {
 public:
  BlockPainter(Canvas& canvas, const Scene& scene, const Rect& visible)
      : canvas_(canvas), scene_(scene), visible_(visible) {}

  void paint_block(const layout::Block& block) {
    paint_boxes(block, false);
    paint_boxes(block, true);
  }

 private:
  /// @param above those that stand above the others of the block, or the others.
  void paint_boxes(const layout::Block& block, bool above) {
    for (BoxIndex index = block.root; index < block.end; ++index) {
      const Box& box = box_at(index);
      if (box.above == above && layout::is_drawn(box) && box.frame.intersects(visible_))
        paint_box(index, box, box.frame);
    }
  }

  [[nodiscard]] Color color(Tone tone) const {
    const Palette& p = scene_.palette;
    switch (tone) {
      case Tone::Transparent:
        return Color{0};
      case Tone::Paper:
        return rgb(p.paper);
      case Tone::Panel:
        return rgb(p.panel);
      case Tone::Text:
        return rgb(p.text);
      case Tone::Secondary:
        return rgb(p.secondary);
      case Tone::Line:
        return rgb(p.line);
      case Tone::Control:
        return rgb(p.control);
      case Tone::Accent:
        return rgb(p.accent);
      case Tone::Link:
        return rgb(p.link);
      case Tone::OnDark:
        return rgb(0xFFFFFF);
      case Tone::Shade:
        return rgb(0x000000, 184);  // 72 %
    }
    return Color{0};
  }

  [[nodiscard]] const Box& box_at(BoxIndex index) const {
    return scene_.page.boxes[static_cast<std::size_t>(index)];
  }

  /// The states of a link in a box's text, or with range -1 of the box itself
  /// or of what it belongs to.
  [[nodiscard]] States states_of(BoxIndex index, std::int32_t range = -1) const {
    States found;
    for (const Highlight& one : scene_.highlights) {
      if (one.way <= 0 || one.range != range) continue;
      if (!shows_states_of(scene_.page, index, one.box)) continue;
      float& state = one.press ? found.press : found.hover;
      state = std::max(state, eased(one.way));
    }
    return found;
  }

  void paint_box(BoxIndex index, const Box& box, const Rect& frame) {
    if (box.picture >= 0) {
      paint_picture(box, frame);
    } else if (box.fill == Tone::Accent) {
      paint_bar(box, frame);
    } else if (box.fill != Tone::Transparent) {
      if (frame.height <= CssPx(1))
        canvas_.horizontal_line(frame.x, frame.y, frame.width, frame.height, color(box.fill));
      else
        canvas_.fill(frame, color(box.fill), box.radius);
    }
    const States states = box.disabled ? States{} : states_of(index);
    if (box.action != layout::Action::None && box.role != Role::Image && !box.round)
      paint_state(states, box, frame);
    if (box.icon != layout::BoxIcon::None) paint_icon(states, box, frame);
    if (box.text >= 0) paint_text(states, index, box, frame);
  }

  /// The selected tab's bar comes from the tab that was selected before.
  void paint_bar(const Box& box, Rect frame) {
    const TabBar& bar = scene_.bar;
    if (bar.way < 1 && box_at(bar.from).part == box.part) {
      const Rect& from = box_at(bar.from).frame;
      const float left = 1 - eased(bar.way);
      frame.x += (from.x - frame.x) * left;
      frame.width += (from.width - frame.width) * left;
    }
    canvas_.fill(frame, color(box.fill));
  }

  void paint_state(const States& states, const Box& box, const Rect& frame) {
    // A link is underlined where the pointer is on it.
    const float hover = box.role == Role::Link ? 0 : kHoverInk * states.hover;
    const float alpha = std::max(kPressedInk * states.press, hover);
    if (alpha <= 0) return;
    const Color ink = rgb(scene_.palette.text, static_cast<std::uint8_t>(alpha));
    const bool icon = box.icon != layout::BoxIcon::None;
    canvas_.fill({frame.x - box.ink_beside, frame.y + box.ink_within,
                  frame.width + 2 * box.ink_beside, frame.height - 2 * box.ink_within},
                 ink, icon ? frame.height / 2 : box.radius);
  }

  void paint_picture(const Box& box, const Rect& frame) {
    const layout::Picture& picture = scene_.page.pictures[static_cast<std::size_t>(box.picture)];
    const PictureTexture& texture = scene_.pictures[static_cast<std::size_t>(box.picture)];
    const bool there = texture.texture.value != 0 && texture.width > 0 && texture.height > 0;
    // Of a slide whose size the document did not tell, the picture itself does.
    const bool portrait_slide = picture.slide >= 0 && texture.height > texture.width;
    const bool whole = there && picture.fit == layout::Fit::Cover && !portrait_slide;
    if (!whole && box.fill != Tone::Transparent) canvas_.fill(frame, color(box.fill), box.radius);
    if (!there) return;
    const float own = static_cast<float>(texture.width) / static_cast<float>(texture.height);
    const float wanted = frame.width / frame.height;
    if (whole) {
      float u0 = 0, v0 = 0, u1 = 1, v1 = 1;
      const document::FocusPoint focus =
          picture.photo ? picture.photo->focus : document::FocusPoint{};
      if (own > wanted) {
        const float share = wanted / own;
        u0 = std::clamp(focus.x - share / 2, 0.0F, 1 - share);
        u1 = u0 + share;
      } else {
        const float share = own / wanted;
        v0 = std::clamp(focus.y - share / 2, 0.0F, 1 - share);
        v1 = v0 + share;
      }
      canvas_.picture(texture.texture, frame, u0, v0, u1, v1, box.radius);
      return;
    }
    Rect inner = frame;
    if (own > wanted) {
      inner.height = frame.width / own;
      inner.y += (frame.height - inner.height) / 2;
    } else {
      inner.width = frame.height * own;
      inner.x += (frame.width - inner.width) / 2;
    }
    canvas_.picture(texture.texture, inner, 0, 0, 1, 1);
  }

  void paint_icon(const States& states, const Box& box, const Rect& frame) {
    // An avatar's stand-in gives way to the avatar.
    if (box.picture >= 0 &&
        scene_.pictures[static_cast<std::size_t>(box.picture)].texture.value != 0)
      return;
    static_assert(static_cast<int>(layout::BoxIcon::Pause) == static_cast<int>(Icon::Pause) + 1);
    const auto icon = static_cast<Icon>(static_cast<int>(box.icon) - 1);
    const bool mirrored = scene_.page.direction == Direction::RightToLeft;
    const Point centre{frame.x + frame.width / 2, frame.y + frame.height / 2};
    const CssPx extent = min(frame.width, frame.height);
    if (box.disabled) canvas_.push_opacity(0.35F);
    CssPx size = extent;
    if (box.round) {
      // Lighter, so that it is seen on a dark picture too.
      const auto grey = static_cast<std::uint32_t>(60 * states.hover + 30 * states.press);
      const float alpha = 184 + 46 * std::max(states.hover, states.press);
      const CssPx radius = box.radius > CssPx(0) ? box.radius : extent / 2;
      canvas_.circle(centre, radius, rgb(grey * 0x010101, static_cast<std::uint8_t>(alpha)));
      size = radius;
    } else if (box.role == Role::Button) {
      size = min(extent, CssPx(24.0F));
    } else if (box.icon == layout::BoxIcon::Person) {
      size = extent * 0.66F;
    }
    canvas_.icon(icon, {centre.x - size / 2, centre.y - size / 2, size, size}, color(box.tone),
                 mirrored);
    if (box.disabled) canvas_.pop_opacity();
  }

  void paint_text(const States& states, BoxIndex index, const Box& box, const Rect& frame) {
    const layout::TextContent& content = scene_.page.texts[static_cast<std::size_t>(box.text)];
    const auto count = static_cast<float>(content.lines.size());
    const float step = content.line_height.value;
    const float above = (visible_.y - frame.y).value / step - 1;
    const float below = (visible_.bottom() - frame.y).value / step + 1;
    const auto first = static_cast<std::size_t>(std::clamp(above, 0.0F, count));
    const auto last = static_cast<std::size_t>(std::clamp(below, 0.0F, count));

    colors_.clear();
    for (const Tone tone : content.tones) colors_.push_back(color(tone));
    for (std::size_t i = first; i < last; ++i) {
      placed_.clear();
      content.paragraph.place(scene_.segments, content.lines[i], content.broken_for, placed_);
      const CssPx baseline =
          frame.y + content.line_height * static_cast<float>(i) + content.baseline;
      canvas_.text(placed_, frame.x, baseline, colors_);
      paint_links(states, index, box, frame.x, baseline);
    }
  }

  /// A link in running text is underlined always, and twice as thick under the
  /// pointer; a link that is a whole headline or row is underlined there only.
  void paint_links(const States& of_box, BoxIndex index, const Box& box, CssPx left,
                   CssPx baseline) {
    const layout::TextContent& content = scene_.page.texts[static_cast<std::size_t>(box.text)];
    const bool labels_link = box.parent != layout::kNoBox && box_at(box.parent).role == Role::Link;
    const CssPx size = content.font_size;
    for (std::size_t i = 0; i < placed_.size();) {
      const std::uint16_t tag = placed_[i].tag;
      const std::int32_t range = content.link_of_tag[tag];
      const CssPx from = placed_[i].x;
      CssPx to = from;
      for (; i < placed_.size() && placed_[i].tag == tag; ++i)
        to = max(to, placed_[i].x + placed_[i].advance);
      if (range < 0 && !labels_link) continue;
      const States states = range < 0 ? of_box : states_of(index, range);
      const bool always = range >= 0 && !content.plain_links;
      const auto underline = [&](float thickness, float share) {
        if (share > 0)
          canvas_.horizontal_line(left + from, baseline + size * 0.18F, to - from, CssPx(thickness),
                                  faded(colors_[tag], share));
      };
      underline(1, always ? 1 : 0);
      underline(always || size >= CssPx(24) ? 2 : 1, states.hover);
      if (range >= 0 && states.press > 0)
        canvas_.fill(
            {left + from, baseline - size, to - from, size * 1.35F},
            rgb(scene_.palette.text, static_cast<std::uint8_t>(kPressedInk * states.press)));
    }
  }

  Canvas& canvas_;
  const Scene& scene_;
  Rect visible_;
  std::vector<text::PlacedSegment> placed_;
  std::vector<Color> colors_;
};

}  // namespace

Palette light_palette() { return kPalettes.light; }

Palette dark_palette() { return kPalettes.dark; }

bool shows_states_of(const layout::Page& page, BoxIndex index, BoxIndex target) {
  const auto at = [&](BoxIndex i) -> const Box& { return page.boxes[static_cast<std::size_t>(i)]; };
  const Box& box = at(index);
  const Box& photo = at(target);
  if (box.role == Role::Button && box.action == photo.action && box.argument == photo.argument &&
      box.part == photo.part)
    return true;
  while (index > target) index = at(index).parent;
  return index == target;
}

void paint_block(Canvas& canvas, const Scene& scene, const layout::Block& block,
                 const Rect& visible) {
  BlockPainter(canvas, scene, visible).paint_block(block);
}

void paint_page(Canvas& canvas, const Scene& scene, const Rect& visible) {
  canvas.fill(visible, rgb(scene.palette.paper));
  const auto paint = [&](const layout::Block& block) {
    const bool moves = block.scroller >= 0;
    const CssPx offset = moves ? scene.scroller_offsets[block.scroller] : CssPx(0);
    const Rect seen{visible.x - offset, visible.y, visible.width, visible.height};
    if (!block.ink.intersects(seen)) return;
    if (moves) {
      canvas.push_clip(scene.page.scrollers[block.scroller].clip);
      canvas.push_offset({offset, CssPx(0)});
    }
    paint_block(canvas, scene, block, seen);
    if (moves) {
      canvas.pop_offset();
      canvas.pop_clip();
    }
  };
  std::vector<const layout::Block*> above;
  for (const layout::Block& block : scene.page.blocks) {
    if (block.ink.y >= visible.bottom() || block.ink.bottom() <= visible.y) continue;
    if (scene.page.boxes[static_cast<std::size_t>(block.root)].above)
      above.push_back(&block);
    else
      paint(block);
  }
  for (const layout::Block* block : above) paint(*block);
}

}  // namespace article::paint
