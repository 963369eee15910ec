#include <algorithm>
#include <vector>

#include "layout/composer.h"

/// Pieces that several parts are made of.
namespace article::layout {

CssPx compose_part_title(Composer& c, std::string_view title, Word fallback, CssPx x, CssPx y,
                         CssPx width) {
  const TextSpec spec = c.section_title();
  const BoxIndex box = c.text(
      Role::Heading, title.empty() ? c.in_language_of(fallback, spec) : spec,
      [&](InlineText& t) { t.add(title.empty() ? c.word(fallback) : title); }, x, y, width);
  const int level = c.style().heading_level + (c.document().article ? 1 : 0);
  c.at(box).level = static_cast<std::uint8_t>(std::min(6, level));
  return c.bottom(box) + c.px(12);
}

CssPx compose_foot_link(Composer& c, const document::Link& link, LinkKind kind, CssPx x, CssPx y,
                        CssPx width) {
  const bool linked = !link.url.empty();
  const CssPx height = c.target();
  const BoxIndex box = c.open(linked ? Role::Link : Role::Text, {x, y, CssPx(0), height});
  TextSpec spec = c.caption();
  spec.look = Look::FootLink;
  spec.tone = linked ? Tone::Link : Tone::Secondary;
  const BoxIndex label = c.label(
      Role::Text, spec, [&](InlineText& t) { t.add(link.label); }, x,
      y + (height - spec.line_height) / 2, width);
  Box& frame = c.at(box);
  c.ink_around_label(frame);
  frame.frame.width = max(c.at(label).frame.width, height);
  frame.frame.height = height + c.at(label).frame.height - spec.line_height;
  if (linked) {
    frame.url = link.url;
    frame.kind = kind;
    frame.action = Action::Follow;
  }
  c.close();
  return frame.frame.bottom();
}

CssPx compose_button(Composer& c, Action action, std::int32_t argument, TextSpec spec, Word word,
                     CssPx centre, CssPx y) {
  spec.language = c.language_of(word);
  const CssPx height = c.target();
  const BoxIndex button = c.open(Role::Button, {centre, y, CssPx(0), height});
  c.at(button).action = action;
  c.at(button).argument = argument;
  const BoxIndex label = c.label(
      Role::Text, spec, [&](InlineText& t) { t.add(c.word(word)); }, centre,
      y + (height - spec.line_height) / 2, c.px(280));
  const CssPx width = c.at(label).frame.width;
  c.at(label).frame.x = centre - width / 2;
  const CssPx padded = max(width + c.px(32), height);
  c.at(button).frame.x = centre - padded / 2;
  c.at(button).frame.width = padded;
  c.at(button).ink_within = c.px(6);
  c.close();
  return y + height;
}

CssPx compose_missing(Composer& c, BoxIndex picture, const Rect& frame,
                      const document::Photo& photo, bool arrows) {
  const bool missing = c.picture_state(picture) == PictureState::Failed;
  const bool captioned = !photo.caption.empty() || !photo.credit.empty();
  const CssPx centre = frame.x + frame.width / 2;
  c.set_absent(!missing);
  const BoxIndex icon = c.add(Role::None, {centre - c.px(16), frame.y, c.px(32), c.px(32)});
  const bool pictured = !captioned && frame.height > c.px(120);
  if (pictured) c.at(icon).icon = BoxIcon::Missing;
  c.at(icon).tone = Tone::Control;
  const CssPx inset = c.px(arrows ? 64 : 20);
  BoxIndex caption = kNoBox;
  if (captioned) {
    // Between arrows on a small picture body size has no room.
    const bool small = arrows && frame.width < c.px(480);
    TextSpec spec = small ? c.caption() : c.body();
    spec.tone = Tone::Text;
    spec.kind = text::TextKind::Title;
    spec.alignment = text::Alignment::Center;
    caption = c.text(
        Role::Caption, spec, [&](InlineText& t) { write_caption(t, photo); }, frame.x + inset,
        frame.y, frame.width - 2 * inset);
  }
  TextSpec spec = c.caption();
  spec.look = Look::Notice;
  spec.alignment = text::Alignment::Center;
  const BoxIndex notice = c.text(
      Role::Text, c.in_language_of(Word::MissingPhoto, spec),
      [&](InlineText& t) { t.add(c.word(Word::MissingPhoto)); }, frame.x + inset, frame.y,
      frame.width - 2 * inset);
  // All of it is seen: what is higher than the picture makes its panel higher.
  const CssPx above = captioned ? c.at(caption).frame.height : c.px(pictured ? 40 : 0);
  const CssPx content = above + c.at(notice).frame.height + c.px(44);
  const CssPx height = missing ? max(frame.height, content + c.px(16)) : frame.height;
  c.at(picture).frame.height = height;
  CssPx y = frame.y + (height - content) / 2;
  c.at(icon).frame.y = y;
  if (captioned) c.at(caption).frame.y = y;
  c.at(notice).frame.y = y + above;
  spec.tone = Tone::Link;
  spec.bold = true;
  compose_button(c, Action::RetryPicture, c.at(picture).picture, spec, Word::Retry, centre,
                 c.bottom(notice));
  c.set_absent(false);
  return frame.y + height;
}

BoxIndex compose_enlarge(Composer& c, const Rect& picture, std::int32_t argument) {
  const CssPx size = c.target();
  const BoxIndex button =
      c.add(Role::Button, {picture.right() - size, picture.bottom() - size, size, size});
  Box& box = c.at(button);
  box.action = Action::EnlargePhoto;
  box.argument = argument;
  box.name = c.word(Word::Enlarge);
  box.language = c.language_of(Word::Enlarge);
  box.icon = BoxIcon::Enlarge;
  box.tone = Tone::OnDark;
  box.round = box.above = true;
  box.radius = c.px(16);
  return button;
}

namespace {

void write_words(InlineText& t, const document::Photo& photo) {
  InlineStyle style;
  style.url = photo.url;
  style.kind = LinkKind::Photo;
  t.add(photo.caption, style);
}

/// A photo's credit is never parted: it stands at the end of its caption's last line where there
/// is room, else on a line of its own. @param y where the caption ends @return its bottom.
CssPx compose_credit(Composer& c, Role role, const document::Photo& photo, CssPx x, CssPx y,
                     CssPx width) {
  TextSpec spec = c.caption();
  spec.look = Look::Credit;
  // The caption is the box before it.
  const CssPx room = role == Role::Caption ? CssPx(0) : width - c.last_line(c.next_box() - 1);
  const BoxIndex credit = c.label(
      role, spec, [&](InlineText& t) { t.add(photo.credit); }, x, y, width);
  Box& box = c.at(credit);
  box.frame.x = x + width - box.frame.width;
  if (box.frame.width + spec.size <= room) box.frame.y = y - spec.line_height;
  return box.frame.bottom();
}

}  // namespace

CssPx compose_caption(Composer& c, BoxIndex picture, const document::Photo& photo, CssPx x, CssPx y,
                      CssPx width) {
  if (photo.caption.empty() && photo.credit.empty()) return y;
  const bool above = c.picture_state(picture) == PictureState::Failed;
  c.set_absent(above);
  const CssPx top = y + c.px(8);
  const bool both = !photo.caption.empty() && !photo.credit.empty();
  CssPx bottom = top;
  if (both) c.open(Role::Caption, {x, top, width, CssPx(0)});
  if (!photo.caption.empty()) {
    bottom = c.bottom(c.text(
        both ? Role::Paragraph : Role::Caption, caption_of(c),
        [&](InlineText& t) { write_words(t, photo); }, x, top, width));
  }
  if (!photo.credit.empty())
    bottom = compose_credit(c, both ? Role::Paragraph : Role::Caption, photo, x, bottom, width);
  if (both) c.close_at(bottom);
  c.set_absent(false);
  return above ? y : bottom;
}

TextSpec caption_of(const Composer& c) {
  TextSpec spec = c.caption();
  spec.alignment = c.alignment(property("caption-align"));
  return spec;
}

void write_caption(InlineText& t, const document::Photo& photo) {
  write_words(t, photo);
  if (photo.credit.empty()) return;
  if (!t.empty()) t.add("\u2003");
  t.hold(text::HoldKind::Whole);
  t.add(photo.credit);
  t.release();
}

CssPx compose_tabs(Composer& c, std::string_view name, std::span<const TabLabel> labels,
                   int selected, std::int32_t scroller, CssPx x, CssPx y, CssPx width) {
  const CssPx height = c.target();
  c.rule(x, y + height - CssPx(1), width);
  const BoxIndex list = c.open(Role::TabList, {x, y, width, height});
  c.at(list).name = name;
  c.set_scroller(scroller);
  CssPx at = x;
  const CssPx gap = c.px(24);
  const CssPx line(c.number(property("tab-line")));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool chosen = static_cast<int>(i) == selected;
    const BoxIndex tab = c.open(Role::Tab, {at, y, CssPx(0), height});
    c.at(tab).action = Action::SelectTab;
    c.at(tab).argument = static_cast<std::int32_t>(i);
    c.at(tab).selected = chosen;
    c.ink_around_label(c.at(tab));
    TextSpec spec = c.item();
    spec.look = Look::TabLabel;
    spec.kind = text::TextKind::Label;
    spec.bold = chosen;
    spec.tone = chosen ? Tone::Text : Tone::Secondary;
    spec.revision = chosen ? 1 : 0;
    spec.language = labels[i].language;
    // The row keeps its places: a tab is as wide as its bold label.
    const BoxIndex label = c.label(
        Role::Text, spec, [&](InlineText& t) { t.add(labels[i].text); }, at,
        y + (height - spec.line_height) / 2, CssPx(100000));
    const CssPx tab_width = max(c.at(label).frame.width, height);
    // The first label, not its target, stands on the column's edge.
    if (i == 0) at -= (tab_width - c.at(label).frame.width) / 2;
    c.at(tab).frame.x = at;
    c.at(label).frame.x = at + (tab_width - c.at(label).frame.width) / 2;
    c.at(tab).frame.width = tab_width;
    const Rect label_frame = c.at(label).frame;
    const BoxIndex bar =
        c.add(Role::None, {label_frame.x, y + height - line, label_frame.width, line});
    c.at(bar).fill = chosen ? Tone::Accent : Tone::Transparent;
    c.close();
    at += tab_width + gap;
  }
  c.set_scroller(-1);
  c.close();
  Scroller& row = c.scroller(scroller);
  const CssPx overhang = c.px(16);
  row.clip = {x - overhang, y, width + 2 * overhang, height};
  row.extent = at - gap - x + 2 * overhang;
  return y + height;
}

void open_panel(Composer& c, std::string_view name, int number, int selected, CssPx x, CssPx y,
                CssPx width) {
  c.set_hidden(number != selected);
  Box& panel = c.at(c.open(Role::TabPanel, {x, y, width, CssPx(0)}));
  panel.name = name;
  panel.argument = number;
  const PageState& state = c.state();
  panel.asleep = state.panels_sleep && number != selected &&
                 std::ranges::find(state.awake, std::pair(panel.part, number)) == state.awake.end();
  c.set_absent(panel.asleep);
}

void close_panel(Composer& c, CssPx bottom) {
  c.set_absent(false);
  c.close_at(bottom);
  c.set_hidden(false);
}

CssPx compose_slot(Composer& c, std::int32_t number, std::string_view name, CssPx reserved, CssPx x,
                   CssPx y, CssPx width, CssPx gap) {
  const std::vector<CssPx>& told = c.state().slots;
  const auto i = static_cast<std::size_t>(number);
  const CssPx height = i < told.size() && told[i] >= CssPx(0) ? told[i] : reserved;
  if (height > CssPx(0)) y += gap;
  Box& box = c.at(c.add(Role::Slot, {x, y, width, height}));
  box.name = name;
  box.argument = number;
  box.reserved = reserved;
  return y + height;
}

CssPx compose_empty(Composer& c, std::string_view own, CssPx x, CssPx y, CssPx width) {
  TextSpec spec = c.caption();
  if (own.empty()) spec.language = c.language_of(Word::EmptyTab);
  spec.look = Look::Empty;
  spec.alignment = text::Alignment::Center;
  const BoxIndex box = c.text(
      Role::Paragraph, spec,
      [&](InlineText& t) { t.add(own.empty() ? c.word(Word::EmptyTab) : own); }, x, y + c.px(40),
      width);
  return c.bottom(box) + c.px(40);
}

}  // namespace article::layout
