#include <algorithm>
#include <limits>
#include <string>

#include "layout/composer.h"

/// The gallery: a carousel of photos with their captions.
namespace article::layout {
namespace {

constexpr int kMostDots = 8;

std::string position(int index, int total) {
  return std::to_string(index + 1) + " / " + std::to_string(total);
}

class GalleryWriter {
 public:
  GalleryWriter(Composer& composer, const document::Gallery& gallery, CssPx x, CssPx width,
                bool to_edge)
      : c_(composer),
        gallery_(gallery),
        x_(x),
        width_(width),
        to_edge_(to_edge),
        total_(static_cast<int>(gallery.photos.size())),
        current_(std::clamp(composer.state().photo, 0, std::max(0, total_ - 1))) {}

  CssPx write(CssPx y) {
    const std::string_view title = gallery_.title.empty() ? c_.word(Word::Gallery) : gallery_.title;
    const Role role = total_ > 0 ? Role::Carousel : Role::Group;
    c_.at(c_.open(role, {x_, y, width_, CssPx(0)})).name = title;
    // Where the picture is small the position and the arrows stand beside the title.
    const bool beside = !arrows_on_picture() && total_ > 1;
    const CssPx controls = (autoplays() ? 3 : 2) * c_.target() + counter_width();
    const bool own_row = beside && width_ - controls < c_.px(120);
    const CssPx title_top = own_row ? y + c_.px(36) : y;
    y = compose_part_title(c_, gallery_.title, Word::Gallery, x_, y,
                           beside && !own_row ? width_ - controls : width_);
    if (own_row) y = max(y, title_top + c_.px(28)) + c_.px(12);
    if (total_ == 0) {
      y = compose_empty(c_, {}, x_, y, width_);
    } else {
      y = write_carousel(title_top, y);
    }
    c_.close_at(y);
    return y;
  }

 private:
  [[nodiscard]] bool arrows_on_picture() const { return !to_edge_ && width_ >= c_.px(400); }
  [[nodiscard]] bool autoplays() const {
    return total_ > 1 && c_.state().autoplay != AutoplayState::Off;
  }

  CssPx write_carousel(CssPx title_top, CssPx y) {
    const CssPx gap = c_.length(property("carousel-gap"));
    const CssPx peek = c_.length(property("carousel-peek"));
    // On a phone some of the next photo shows at the edge.
    const CssPx slide_width =
        to_edge_ && total_ > 1 ? max(c_.style().width - x_ - gap - peek, c_.px(17)) : width_;
    const CssPx picture_height = slide_width / c_.number(property("carousel-ratio"));
    const Rect clip{to_edge_ ? CssPx(0) : x_, y, to_edge_ ? c_.style().width : width_, CssPx(0)};

    write_controls(title_top, y, slide_width, picture_height);

    c_.set_scroller(kCarouselScroller);
    const CssPx least = y + picture_height + below_picture();
    const CssPx pitch = slide_width + gap;
    CssPx bottom = least;
    CssPx tallest = least;
    CssPx shortest(std::numeric_limits<float>::max());
    for (int i = 0; i < total_; ++i) {
      const CssPx end = max(least, write_slide(i, x_ + pitch * static_cast<float>(i), y,
                                               slide_width, picture_height));
      tallest = max(tallest, end);
      shortest = min(shortest, end);
      if (i == current_) bottom = end;
    }
    // Room for the tallest keeps what is below in its place. It is too much for some captions: then
    // what is below follows the reader's hand, and nothing but that.
    if (autoplays() || tallest - shortest <= c_.caption().line_height * 2 + CssPx(1))
      bottom = tallest;
    c_.set_scroller(-1);
    Scroller& scroller = c_.scroller(kCarouselScroller);
    scroller.clip = clip;
    scroller.clip.height = bottom - y;
    scroller.pitch = pitch;
    scroller.count = total_;
    write_position(panel_bottom_);
    write_status();
    return bottom;
  }

  void write_control(Action action, Word name, BoxIcon icon, bool at_end, const Rect& frame) {
    const BoxIndex button = c_.add(Role::Button, frame);
    Box& box = c_.at(button);
    box.action = action;
    box.name = c_.word(name);
    box.language = c_.language_of(name);
    box.icon = icon;
    box.disabled = at_end;
    box.round = box.above = arrows_on_picture();
    box.tone = box.round ? Tone::OnDark : Tone::Text;
  }

  void write_controls(CssPx title_top, CssPx y, CssPx slide_width, CssPx picture_height) {
    const CssPx size = c_.target();
    const CssPx counter = min(counter_width(), width_ - (autoplays() ? 3 : 2) * size);
    CssPx top = title_top + (c_.px(28) - size) / 2;
    // The chevron, not its target, stands on the column's edge.
    CssPx end = min(x_ + width_ + c_.px(10), c_.style().width);
    CssPx start = end - size - size - counter;
    if (arrows_on_picture()) {
      const CssPx inset = c_.px(12);
      top = y + (picture_height - size) / 2;
      start = x_ + inset;
      end = x_ + width_ - inset;
    }
    const bool plays = c_.state().autoplay == AutoplayState::Playing;
    c_.set_absent(!autoplays());
    write_control(Action::ToggleAutoplay, plays ? Word::Pause : Word::Play,
                  plays ? BoxIcon::Pause : BoxIcon::Play, false,
                  arrows_on_picture() ? Rect{start, y + c_.px(12), size, size}
                                      : Rect{start - size, top, size, size});
    c_.set_absent(total_ < 2);
    write_control(Action::PreviousPhoto, Word::Previous, BoxIcon::ArrowStart, current_ == 0,
                  {start, top, size, size});
    write_control(Action::NextPhoto, Word::Next, BoxIcon::ArrowEnd, current_ == total_ - 1,
                  {end - size, top, size, size});
    c_.set_absent(total_ < 2 || arrows_on_picture());
    write_counter(start + size, title_top + c_.px(3), counter, Tone::Secondary);
    c_.set_absent(false);
    const BoxIndex enlarge = compose_enlarge(c_, {x_, y, slide_width, picture_height}, current_);
    if (can_enlarge()) return;
    c_.at(enlarge).disabled = true;
    c_.at(enlarge).icon = BoxIcon::None;
  }

  /// Whether the current photo has a picture that has not failed.
  [[nodiscard]] bool can_enlarge() const {
    std::int32_t number = c_.next_picture();
    for (int i = 0; i < current_; ++i)
      number += gallery_.photos[static_cast<std::size_t>(i)].src.empty() ? 0 : 1;
    return !gallery_.photos[static_cast<std::size_t>(current_)].src.empty() &&
           c_.state_of(number) != PictureState::Failed;
  }

  [[nodiscard]] CssPx counter_width() const {
    return c_.caption().size * (total_ < 100 ? 52.0F / 14 : 76.0F / 14);
  }

  void write_counter(CssPx x, CssPx y, CssPx width, Tone tone) {
    TextSpec spec = c_.caption();
    spec.alignment = text::Alignment::Center;
    spec.tabular = true;
    spec.revision = current_;
    spec.tone = tone;
    const BoxIndex counter = c_.text(
        Role::None, spec, [&](InlineText& t) { t.add(position(current_, total_)); }, x, y, width);
    c_.at(counter).above = tone == Tone::OnDark;
  }

  CssPx write_slide(int index, CssPx x, CssPx y, CssPx width, CssPx picture_height) {
    const document::Photo& photo = gallery_.photos[static_cast<std::size_t>(index)];
    // Neighbours are drawn, so that they are there when they are dragged in;
    // only the current one is exposed.
    const BoxIndex slide = c_.open(Role::Slide, {x, y, width, CssPx(0)});
    c_.at(slide).name = position(index, total_);
    c_.at(slide).hidden = index != current_;
    c_.at(slide).argument = index;
    const Rect frame{x, y, width, picture_height};
    c_.open(Role::Figure, frame);
    CssPx bottom = frame.bottom();
    if (photo.src.empty()) {
      bottom = write_caption_only(photo, frame);
      if (index == current_) panel_bottom_ = bottom;
      bottom += below_picture();
    } else {
      const bool portrait = photo.width > 0 && photo.height > photo.width;
      const BoxIndex picture =
          c_.picture(photo, frame, portrait ? Fit::Contain : Fit::Cover, index);
      c_.at(picture).action = Action::EnlargePhoto;
      c_.at(picture).argument = index;
      bottom = compose_missing(c_, picture, frame, photo, arrows_on_picture() && total_ > 1);
      if (index == current_) panel_bottom_ = bottom;
      bottom = compose_caption(c_, picture, photo, x, bottom + below_picture(), width);
    }
    c_.close_at(bottom);
    c_.close_at(bottom);
    return bottom;
  }

  /// @return the bottom of the panel that it stands on, as high as a picture or higher
  CssPx write_caption_only(const document::Photo& photo, const Rect& frame) {
    const BoxIndex panel = c_.add(Role::None, frame);
    c_.at(panel).fill = Tone::Panel;
    c_.at(panel).radius = c_.style().radius;
    TextSpec spec = c_.body();
    spec.kind = text::TextKind::Title;
    spec.alignment = text::Alignment::Center;
    const CssPx inset = c_.px(arrows_on_picture() && total_ > 1 ? 64 : 24);
    const BoxIndex caption = c_.text(
        Role::Caption, spec, [&](InlineText& t) { write_caption(t, photo); }, frame.x + inset,
        frame.y, frame.width - 2 * inset);
    const CssPx height = c_.at(caption).frame.height;
    // Above the counter, where that stands on it.
    const CssPx margin = c_.px(arrows_on_picture() && total_ > kMostDots ? 44 : 16);
    c_.at(panel).frame.height = max(frame.height, height + 2 * margin);
    c_.at(caption).frame.y = frame.y + (c_.at(panel).frame.height - height) / 2;
    return c_.bottom(panel);
  }

  [[nodiscard]] bool dotted() const {
    return arrows_on_picture() && total_ > 1 && total_ <= kMostDots;
  }
  /// Room for the dots: there they stay where they are, however long a caption is.
  [[nodiscard]] CssPx below_picture() const { return c_.px(dotted() ? 20 : 0); }

  /// Dots below the picture where they are few, else the counter on it; on a
  /// phone neither. @param bottom of the picture
  void write_position(CssPx bottom) {
    if (total_ <= kMostDots) {
      c_.set_absent(!dotted());
      const CssPx size = c_.px(8);
      const CssPx pitch = c_.px(16);
      CssPx x = x_ + (width_ - pitch * static_cast<float>(total_ - 1) - size) / 2;
      for (int i = 0; i < total_; ++i) {
        const BoxIndex dot = c_.add(Role::None, {x, bottom + c_.px(12), size, size});
        c_.at(dot).fill = i == current_ ? Tone::Text : Tone::Control;
        c_.at(dot).radius = size / 2;
        x += pitch;
      }
    } else {
      c_.set_absent(!arrows_on_picture());
      // In line with the button that enlarges.
      const Rect pill{x_ + c_.px(8), bottom - c_.px(36), counter_width() + c_.px(16), c_.px(28)};
      const BoxIndex shade = c_.add(Role::None, pill);
      c_.at(shade).fill = Tone::Shade;
      c_.at(shade).radius = pill.height / 2;
      c_.at(shade).above = true;
      write_counter(pill.x, pill.y + c_.px(3), pill.width, Tone::OnDark);
    }
    c_.set_absent(false);
  }

  void write_status() {
    const BoxIndex status = c_.add(Role::Status);
    const int told = c_.state().told_photo;
    if (told < 0 || told >= total_) return;
    const document::Photo& photo = gallery_.photos[static_cast<std::size_t>(told)];
    std::string& name = c_.at(status).name;
    name = position(told, total_);
    if (photo.caption.empty()) return;
    name += ' ';
    name += photo.caption;
  }

  Composer& c_;
  const document::Gallery& gallery_;
  CssPx x_;
  CssPx width_;
  bool to_edge_;
  int total_;
  int current_;
  CssPx panel_bottom_;  ///< of the current slide's picture, or what stands in its place
};

}  // namespace

CssPx compose_gallery(Composer& c, CssPx x, CssPx y, CssPx width, bool to_edge) {
  c.set_part(Part::Gallery);
  return GalleryWriter(c, *c.document().gallery, x, width, to_edge).write(y);
}

}  // namespace article::layout
