#include "paint/painter.h"

#include <algorithm>
#include <vector>

namespace article::paint {
namespace {

using layout::Box;
using layout::BoxIndex;
using layout::Role;
using layout::Tone;

constexpr std::uint8_t kPressedInk = 20;  // 8 %
constexpr std::uint8_t kHoverInk = 10;    // 4 %

class PagePainter {
 public:
  PagePainter(Canvas& canvas, const Scene& scene, const Rect& visible)
      : canvas_(canvas), scene_(scene), visible_(visible) {}

  void paint() {
    canvas_.fill(visible_, color(Tone::Paper));
    paint_boxes(false);
    paint_boxes(true);
  }

 private:
  /// @param above those that stand above the others, or the others.
  void paint_boxes(bool above) {
    std::int32_t scroller = -1;
    BoxIndex index = -1;
    for (const Box& box : scene_.page.boxes) {
      ++index;
      // Slides that are not current are hidden from the reader's tree only:
      // they are seen when they are dragged in.
      const bool hidden = box.hidden && box.scroller != layout::kCarouselScroller;
      if (box.absent || hidden || box.above != above) continue;
      const Rect frame = layout::seen_frame(box, scene_.scroller_offsets.data());
      if (!frame.intersects(visible_)) continue;
      if (box.scroller != scroller) {
        if (scroller >= 0) canvas_.pop_clip();
        scroller = box.scroller;
        if (scroller >= 0) canvas_.push_clip(scene_.page.scrollers[scroller].clip);
      }
      paint_box(index, box, frame);
    }
    if (scroller >= 0) canvas_.pop_clip();
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

  /// Whether the pointer is on the link that this box belongs to.
  [[nodiscard]] bool is_hot(BoxIndex index) const {
    if (scene_.hovered == layout::kNoBox) return false;
    const Role role = scene_.page.boxes[static_cast<std::size_t>(scene_.hovered)].role;
    if (role == Role::Tab || role == Role::Button) return false;
    for (BoxIndex i = index; i != layout::kNoBox;
         i = scene_.page.boxes[static_cast<std::size_t>(i)].parent) {
      if (i == scene_.hovered) return true;
      if (i < scene_.hovered) return false;
    }
    return false;
  }

  void paint_box(BoxIndex index, const Box& box, const Rect& frame) {
    if (box.picture >= 0) {
      paint_picture(box, frame);
    } else if (box.fill != Tone::Transparent) {
      if (frame.height <= CssPx(1))
        canvas_.horizontal_line(frame.x, frame.y, frame.width, frame.height, color(box.fill));
      else
        canvas_.fill(frame, color(box.fill), box.radius);
    }
    if (box.action != layout::Action::None && box.role != Role::Image && !box.disabled)
      paint_state(index, box, frame);
    if (box.icon != layout::BoxIcon::None) paint_icon(index, box, frame);
    if (box.text >= 0) paint_text(index, box, frame);
  }

  void paint_state(BoxIndex index, const Box& box, const Rect& frame) {
    if (box.round) return;
    std::uint8_t ink = 0;
    if (index == scene_.pressed)
      ink = kPressedInk;
    else if (index == scene_.hovered && box.role != Role::Link)
      ink = kHoverInk;
    if (ink > 0) canvas_.fill(frame, rgb(scene_.palette.text, ink), box.radius);
  }

  void paint_picture(const Box& box, const Rect& frame) {
    const layout::Picture& picture = scene_.page.pictures[static_cast<std::size_t>(box.picture)];
    const auto number = static_cast<std::size_t>(box.picture);
    const PictureTexture texture =
        number < scene_.pictures.size() ? scene_.pictures[number] : PictureTexture{};
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

  void paint_icon(BoxIndex index, const Box& box, const Rect& frame) {
    // An avatar's stand-in gives way to the avatar.
    if (box.picture >= 0) {
      const auto number = static_cast<std::size_t>(box.picture);
      if (number < scene_.pictures.size() && scene_.pictures[number].texture.value != 0) return;
    }
    Icon icon = Icon::Missing;
    switch (box.icon) {
      case layout::BoxIcon::None:
        return;
      case layout::BoxIcon::ArrowStart:
        icon = Icon::ArrowStart;
        break;
      case layout::BoxIcon::ArrowEnd:
        icon = Icon::ArrowEnd;
        break;
      case layout::BoxIcon::Play:
        icon = Icon::Play;
        break;
      case layout::BoxIcon::Missing:
        icon = Icon::Missing;
        break;
      case layout::BoxIcon::Like:
        icon = Icon::Like;
        break;
      case layout::BoxIcon::Person:
        icon = Icon::Person;
        break;
      case layout::BoxIcon::Enlarge:
        icon = Icon::Enlarge;
        break;
      case layout::BoxIcon::Pause:
        icon = Icon::Pause;
        break;
    }
    const bool mirrored = scene_.page.direction == Direction::RightToLeft;
    const Point centre{frame.x + frame.width / 2, frame.y + frame.height / 2};
    const CssPx extent = min(frame.width, frame.height);
    if (box.disabled) canvas_.push_opacity(0.35F);
    CssPx size = extent;
    if (box.round) {
      const bool hot = index == scene_.hovered || index == scene_.pressed;
      const CssPx radius = box.radius > CssPx(0) ? box.radius : extent / 2;
      canvas_.circle(centre, radius, rgb(0x000000, hot ? 220 : 184));
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

  void paint_text(BoxIndex index, const Box& box, const Rect& frame) {
    const layout::TextContent& content = scene_.page.texts[static_cast<std::size_t>(box.text)];
    const auto count = static_cast<float>(content.lines.size());
    const float step = content.line_height.value;
    const float above = (visible_.y - frame.y).value / step - 1;
    const float below = (visible_.bottom() - frame.y).value / step + 1;
    const auto first = static_cast<std::size_t>(std::clamp(above, 0.0F, count));
    const auto last = static_cast<std::size_t>(std::clamp(below, 0.0F, count));

    const bool hot = is_hot(index);
    colors_.clear();
    for (const Tone tone : content.tones) colors_.push_back(color(tone));
    for (std::size_t i = first; i < last; ++i) {
      placed_.clear();
      content.paragraph.place(scene_.segments, content.lines[i], content.broken_for, placed_);
      const CssPx baseline =
          frame.y + content.line_height * static_cast<float>(i) + content.baseline;
      canvas_.text(placed_, frame.x, baseline, colors_);
      paint_underlines(content, frame.x, baseline, hot);
    }
  }

  /// A link in running text is underlined always, a link that is a whole
  /// headline or row while the pointer is on it.
  void paint_underlines(const layout::TextContent& content, CssPx left, CssPx baseline, bool hot) {
    const CssPx below = content.font_size * 0.18F;
    for (std::size_t i = 0; i < placed_.size();) {
      const std::uint16_t tag = placed_[i].tag;
      const bool is_link = tag < content.link_of_tag.size() && content.link_of_tag[tag] >= 0;
      std::size_t end = i;
      const CssPx from = placed_[i].x;
      CssPx to = from;
      for (; end < placed_.size() && placed_[end].tag == tag; ++end)
        to = max(to, placed_[end].x + placed_[end].advance);
      if ((is_link && !content.plain_links) || hot)
        canvas_.horizontal_line(left + from, baseline + below, to - from, CssPx(1), colors_[tag]);
      i = end;
    }
  }

  Canvas& canvas_;
  const Scene& scene_;
  Rect visible_;
  std::vector<text::PlacedSegment> placed_;
  std::vector<Color> colors_;
};

}  // namespace

Palette light_palette() {
  return {0xFFFFFF, 0xF6F7F8, 0x1A1C1E, 0x505459, 0xE3E5E8, 0x767B82, 0xAF1219, 0x1352A6};
}

Palette dark_palette() {
  return {0x141618, 0x1E2124, 0xDFE1E4, 0xA7ACB3, 0x33373B, 0x7C828A, 0xFF8A80, 0x8AB4F8};
}

void paint_page(Canvas& canvas, const Scene& scene, const Rect& visible) {
  PagePainter(canvas, scene, visible).paint();
}

}  // namespace article::paint
