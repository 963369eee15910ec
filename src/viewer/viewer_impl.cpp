#include "viewer/viewer_impl.h"

#include <algorithm>
#include <cmath>

#include "text/segment_store.h"

namespace article::viewer {

using layout::Action;
using layout::Box;
using layout::BoxIndex;
using layout::Part;
using layout::Role;

void Viewer::Impl::update_language() {
  const bool own = document && !document->language.empty();
  settings.language = own ? document->language : std::string_view(settings.page_language);
}

paint::Scene Viewer::Impl::scene() const {
  return {page,
          engine.segments(),
          settings.palette,
          scrolling.offsets(),
          pictures.textures(),
          highlights.shown(),
          highlights.bar()};
}

Rect Viewer::Impl::start_view(const View& view, bool first) {
  if (first)
    canvas.begin(view.origin, view.ratio, view.width, view.height,
                 settings.dark ? host::Ink::Light : host::Ink::Dark);
  else
    canvas.next_view(view.origin, view.ratio, view.width, view.height);
  return {view.origin.x, view.origin.y, CssPx(static_cast<float>(view.width) / view.ratio.value),
          CssPx(static_cast<float>(view.height) / view.ratio.value)};
}

void Viewer::Impl::damage_picture(std::int32_t picture) {
  if (static_cast<std::size_t>(picture) < page.pictures.size())
    damage.add(page, page.pictures[static_cast<std::size_t>(picture)].box);
  frame_due = true;
}

void Viewer::Impl::highlight(bool press, Highlights::Target target) {
  const std::vector<paint::Highlight> before(highlights.shown().begin(), highlights.shown().end());
  if (!highlights.set(press, target)) return;
  frame_due = true;
  // Of too many the oldest has ended at once.
  for (std::size_t i = 0; i < before.size(); ++i)
    if (before[i].way > 0 && highlights.shown()[i].way == 0)
      damage.add_states_of(page, before[i].box);
}

/// Damages the blocks that draw what comes or goes.
bool Viewer::Impl::advance_highlights(Milliseconds now) {
  const std::vector<paint::Highlight> before(highlights.shown().begin(), highlights.shown().end());
  const paint::TabBar bar = highlights.bar();
  const bool changing = highlights.advance(now);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const paint::Highlight& one = highlights.shown()[i];
    if (one.way != before[i].way) damage.add_states_of(page, one.box);
  }
  if (bar.way != highlights.bar().way) damage.add(page, bar.from);
  return changing;
}

/// Boxes mean other things now.
void Viewer::Impl::start_page() {
  page = {};
  tree.clear();
  damage.clear();
  highlights = {};
  highlights.set_reduced_motion(settings.reduced_motion);
  tree_due = true;
}

void Viewer::Impl::forget_texts() {
  layout::forget_texts(page);
  engine.sweep();
  layout_due = frame_due = true;
}

void Viewer::Impl::lay_out() {
  layout_due = false;
  if (!document) return;
  state.pictures = pictures.states();
  state.autoplay = !autoplay.on()       ? layout::AutoplayState::Off
                   : autoplay.playing() ? layout::AutoplayState::Playing
                                        : layout::AutoplayState::Stopped;
  if (state.panels_sleep)
    for (const std::pair<Part, int>& shown : {std::pair(Part::Rankings, state.ranking_tab),
                                              std::pair(Part::Comments, state.comment_tab)})
      if (std::ranges::find(state.awake, shown) == state.awake.end()) state.awake.push_back(shown);
  layout::lay_out(*document, settings, state, engine.segments(), engine.locale_, page, extent);
  scrolling.follow(page);
  if (tabs_due) show_selected_tab();
  damage.follow(page);
  ask_for_pictures();
  tree_due = true;
  frame_due = true;
  const bool first = reported_height < CssPx(0);
  if ((first || page.whole) &&
      (reported_width != settings.width || reported_height != page.height)) {
    reported_width = settings.width;
    reported_height = page.height;
    Event event;
    event.kind = Event::Kind::Resize;
    event.width = settings.width.value;
    event.height = page.height.value;
    events.push_back(event);
  }
}

void Viewer::Impl::ask_for_pictures() {
  pictures.follow(page, settings.ratio, generation);
  pictures.want(page, near_zone, state.photo);
}

/// The photo that the strip shows or settles on has become the current one.
void Viewer::Impl::settle_photo() {
  if (scrolling.photo_count() == 0 || !scrolling.photo_decided()) return;
  const int target = scrolling.photo();
  if (target == state.photo) return;
  state.photo = target;
  layout_due = true;
  Event event;
  event.kind = Event::Kind::Photo;
  event.cause = photo_cause;
  photo_to_tell = photo_cause == Event::Cause::User;
  if (photo_to_tell) stop_autoplay();
  autoplay.restart();
  event.part = Part::Gallery;
  event.index = target;
  event.total = scrolling.photo_count();
  events.push_back(event);
  photo_cause = Event::Cause::User;
  tell_photo();
}

void Viewer::Impl::tell_photo() {
  if (!photo_to_tell || !scrolling.at_rest()) return;
  photo_to_tell = false;
  state.told_photo = state.photo;
  layout_due = true;
}

void Viewer::Impl::stop_autoplay() {
  if (!autoplay.playing()) return;
  autoplay.stop();
  layout_due = true;
}

/// After the last photo comes the first. @return whether one is on its way.
bool Viewer::Impl::play(Milliseconds now) {
  if (!may_play() || !autoplay.due(now)) return false;
  photo_cause = Event::Cause::Autoplay;
  scrolling.go_to((scrolling.photo() + 1) % scrolling.photo_count(), now);
  return true;
}

/// The selected tab of each row comes into view, as soon as its place is known.
void Viewer::Impl::show_selected_tab() {
  tabs_due = false;
  for (std::size_t i = 0; i < page.boxes.size(); ++i) {
    const Box& tab = page.boxes[i];
    if (tab.role != Role::Tab || !tab.selected) continue;
    scrolling.reveal(tab.scroller, tab.frame);
    tabs_due = tabs_due || !page.reached[i];
  }
}

void Viewer::Impl::select_tab(Part part, int number, Event::Cause cause) {
  const bool rankings = part == Part::Rankings;
  int& selected = rankings ? state.ranking_tab : state.comment_tab;
  if (selected == number) return;
  for (const Box& tab : page.boxes)
    if (tab.role == Role::Tab && tab.selected && tab.part == part)
      highlights.move_bar(static_cast<BoxIndex>(&tab - page.boxes.data()));
  selected = number;
  layout_due = frame_due = true;
  Event event;
  event.kind = Event::Kind::Tab;
  event.cause = cause;
  event.part = part;
  if (rankings)
    event.text = document->rankings->tabs[static_cast<std::size_t>(number)].id;
  else
    event.text = number == 0 ? "hot" : "latest";
  events.push_back(event);
  lay_out();
  show_selected_tab();
}

void Viewer::Impl::navigate(std::string_view url, layout::LinkKind kind) {
  Event event;
  event.kind = Event::Kind::Navigate;
  event.link_kind = kind;
  event.text = url;
  events.push_back(event);
}

bool Viewer::Impl::act(const Box& box, Milliseconds now) {
  switch (box.action) {
    case Action::None:
      break;
    case Action::Follow:
      navigate(box.url, box.kind);
      return true;
    case Action::PreviousPhoto:
    case Action::NextPhoto: {
      const int target = scrolling.photo() + (box.action == Action::NextPhoto ? 1 : -1);
      if (target < 0 || target >= scrolling.photo_count()) return true;
      scrolling.go_to(target, now);
      photo_cause = Event::Cause::User;
      settle_photo();
      frame_due = true;
      return true;
    }
    case Action::SelectTab:
      select_tab(box.part, box.argument, Event::Cause::User);
      return true;
    case Action::RetryPicture:
      pictures.retry(box.argument);
      layout_due = frame_due = true;
      return true;
    case Action::ToggleAutoplay:
      autoplay.toggle();
      layout_due = frame_due = true;
      return true;
    case Action::EnlargePhoto: {
      stop_autoplay();
      Event event;
      event.kind = Event::Kind::PhotoOpen;
      event.part = box.part;
      event.index = box.argument;
      events.push_back(event);
      return true;
    }
  }
  return false;
}

const layout::InlineRange* Viewer::Impl::link_at(const Box& box, Point at) const {
  if (box.text < 0) return nullptr;
  const layout::TextContent& content = page.texts[static_cast<std::size_t>(box.text)];
  if (content.ranges.empty()) return nullptr;
  const Rect frame = layout::seen_frame(box, scrolling.offsets().data());
  const float line = std::floor((at.y - frame.y) / content.line_height);
  if (line >= static_cast<float>(content.lines.size())) return nullptr;
  std::vector<text::PlacedSegment> placed;
  content.paragraph.place(engine.segments(), content.lines[static_cast<std::size_t>(line)],
                          content.broken_for, placed);
  for (const text::PlacedSegment& segment : placed) {
    const CssPx x = frame.x + segment.x;
    if (at.x < x || at.x >= x + segment.advance) continue;
    const std::int32_t link = content.link_of_tag[segment.tag];
    if (link >= 0) return &content.ranges[static_cast<std::size_t>(link)];
  }
  return nullptr;
}

BoxIndex Viewer::Impl::target_at(Point at) const {
  const BoxIndex above = target_at(at, true);
  return above != layout::kNoBox ? above : target_at(at, false);
}

/// @param above among those that stand above the others, or among the others
BoxIndex Viewer::Impl::target_at(Point at, bool above) const {
  for (auto i = static_cast<BoxIndex>(page.boxes.size()) - 1; i >= 0; --i) {
    const Box& candidate = box(i);
    if (candidate.role == Role::None || candidate.above != above) continue;
    if (!layout::is_drawn(candidate)) continue;
    if (!layout::seen_frame(candidate, scrolling.offsets().data()).contains(at)) continue;
    if (candidate.scroller >= 0 && !page.scrollers[candidate.scroller].clip.contains(at)) continue;
    if (candidate.action != Action::None || link_at(candidate, at)) return i;
  }
  return layout::kNoBox;
}

}  // namespace article::viewer
