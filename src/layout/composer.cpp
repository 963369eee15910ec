#include "layout/composer.h"

#include <memory>

#include "layout/dates.h"

namespace article::layout {

Composer::Composer(const document::Document& document, const PageStyle& style,
                   const PageState& state, host::LocaleHost& locale, Page& page)
    : document_(document),
      style_(style),
      state_(state),
      locale_(locale),
      page_(page),
      measures_(measures_for(style)) {}

const std::string* Composer::own_word(Word word) const {
  return layout::own_word(style_.words, key_of(word));
}

std::string_view Composer::word(Word word) const {
  const std::string* own = own_word(word);
  return own != nullptr ? std::string_view(*own) : layout::word(word, style_.language);
}

std::string_view Composer::language_of(Word word) const {
  if (own_word(word) != nullptr) return {};
  const std::string_view language = word_language(style_.language);
  return language == style_.language.tag() ? std::string_view() : language;
}

std::string Composer::time(const document::Time& time) const {
  return estimating_ ? plain_time(time) : format_time(locale_, time, style_.language);
}

std::string Composer::count(std::int64_t count) const {
  return estimating_ ? std::to_string(count) : format_count(locale_, count, style_.language);
}

TextSpec Composer::in_language_of(Word word, TextSpec spec) const {
  spec.language = language_of(word);
  return spec;
}

void Composer::begin() {
  page_.whole = true;
  made_ = texts_ = panels_ = 0;
  page_.pictures.clear();
  for (Scroller& scroller : page_.scrollers) scroller = Scroller();
  open_.clear();
  hidden_ = absent_ = false;
  scroller_ = -1;
}

BoxIndex Composer::add(Role role, const Rect& frame) {
  if (made_ == page_.boxes.size()) page_.boxes.emplace_back();
  Box& box = page_.boxes[made_];
  std::destroy_at(&box);
  std::construct_at(&box);
  box.parent = open_.empty() ? kNoBox : open_.back();
  box.role = role;
  box.part = part_;
  box.frame = frame;
  box.scroller = scroller_;
  box.hidden = hidden_;
  box.absent = absent_;
  return static_cast<BoxIndex>(made_++);
}

BoxIndex Composer::open(Role role, const Rect& frame) {
  const BoxIndex box = add(role, frame);
  open_.push_back(box);
  return box;
}

void Composer::close() { open_.pop_back(); }

void Composer::close_at(CssPx bottom) {
  Box& box = at(open_.back());
  box.frame.height = bottom - box.frame.y;
  open_.pop_back();
}

Panel& Composer::next_panel() {
  if (panels_ == page_.panels.size()) page_.panels.emplace_back();
  return page_.panels[panels_++];
}

bool Composer::keep_panel(const Panel& panel) {
  const bool kept = absent_ && panel.end != kNoBox;
  if (kept) {
    made_ = static_cast<std::size_t>(panel.end);
    texts_ = panel.texts_end;
  }
  return kept;
}

void Composer::note_panel(Panel& panel, CssPx height, std::int32_t first_picture) {
  panel.end = absent_ && first_picture == next_picture() ? next_box() : kNoBox;
  panel.texts_end = texts_;
  panel.height = height;
}

BoxIndex Composer::text_box(Role role, const TextSpec& spec, std::int32_t number,
                            const Rect& frame) {
  const BoxIndex index = add(role, frame);
  Box& box = at(index);
  box.text = number;
  box.tone = spec.tone;
  box.look = spec.look;
  box.language = spec.language;
  return index;
}

CssPx Composer::last_line(BoxIndex box) {
  const auto number = static_cast<std::size_t>(at(box).text);
  if (number >= page_.texts.size() || page_.texts[number].lines.empty()) return at(box).frame.width;
  const text::Line& line = page_.texts[number].lines.back();
  return line.indent + line.width;
}

PictureState Composer::state_of(std::int32_t picture) const {
  const auto i = static_cast<std::size_t>(picture);
  return i < state_.pictures.size() ? state_.pictures[i] : PictureState::Waiting;
}

BoxIndex Composer::picture(std::string_view src, const Rect& frame, Fit fit) {
  const BoxIndex index = add(Role::Image, frame);
  Box& box = at(index);
  box.picture = static_cast<std::int32_t>(page_.pictures.size());
  box.fill = Tone::Panel;
  box.radius = style_.radius;
  box.decorative = true;
  Picture& picture = page_.pictures.emplace_back();
  picture.src = src;
  picture.box = index;
  picture.fit = fit;
  return index;
}

BoxIndex Composer::picture(const document::Photo& photo, const Rect& frame, Fit fit,
                           std::int32_t slide) {
  const BoxIndex index = picture(photo.src, frame, fit);
  page_.pictures.back().photo = &photo;
  page_.pictures.back().slide = slide;
  Box& box = at(index);
  // Where its caption says the same already, the picture says nothing.
  if (photo.alt != photo.caption) box.name = photo.alt;
  box.decorative = box.name.empty();
  return index;
}

void Composer::rule(CssPx x, CssPx y, CssPx width, Tone tone, CssPx thickness) {
  const BoxIndex box = add(Role::None, {x, y, width, thickness});
  at(box).fill = tone;
}

}  // namespace article::layout
