#include "viewer/viewer.h"

#include <algorithm>
#include <utility>

#include "layout/words.h"
#include "viewer/viewer_impl.h"

namespace article::viewer {

using layout::Box;
using layout::BoxIndex;
using layout::Part;

namespace {
/// Segments that may lie unused before they are looked for.
constexpr std::size_t kSweepAt = 8192;
}  // namespace

Engine::Engine(host::TextHost& text, host::RasterHost& raster, host::LocaleHost& locale,
               host::UrlHost& urls)
    : segments_(text),
      atlas_(raster, segments_),
      locale_(locale),
      urls_(urls),
      sweep_at_(kSweepAt) {}

void Engine::forget_fonts() {
  segments_.forget_metrics();
  atlas_.forget(false);
}

void Engine::sweep() {
  if (segments_.size() < sweep_at_) return;
  segments_.begin_sweep();
  for (const Viewer* viewer : viewers_)
    for (const layout::TextContent& content : viewer->impl_->page.texts)
      content.paragraph.keep(segments_);
  segments_.end_sweep();
  sweep_at_ = std::max(kSweepAt, 2 * segments_.size());
}

Viewer::Viewer(Engine& engine) : impl_(std::make_unique<Impl>(engine)) {
  engine.viewers_.push_back(this);
}

Viewer::~Viewer() {
  Engine& engine = impl_->engine;
  std::erase(engine.viewers_, this);
  engine.sweep();
}

void Viewer::configure(Settings settings) {
  const Settings& old = impl_->settings;
  const bool same_texts =
      old.page_language == settings.page_language && old.page_url == settings.page_url &&
      old.font_size == settings.font_size && old.least_size == settings.least_size &&
      old.line_height == settings.line_height && old.font_family == settings.font_family &&
      old.headline_family == settings.headline_family &&
      old.heading_level == settings.heading_level && old.parts == settings.parts &&
      old.words == settings.words && old.own == settings.own;
  // Neither colours nor the ratio move anything.
  const bool same_layout =
      same_texts && old.width == settings.width && old.radius == settings.radius &&
      old.reduced_motion == settings.reduced_motion && old.autoplay == settings.autoplay;
  const bool other_parts = old.parts != settings.parts;
  const bool other_ratio = old.ratio != settings.ratio;
  if (old.palette != settings.palette || old.dark != settings.dark)
    impl_->damage.add_all(impl_->page);
  impl_->settings = std::move(settings);
  impl_->update_language();
  impl_->scrolling.set_reduced_motion(impl_->settings.reduced_motion);
  impl_->highlights.set_reduced_motion(impl_->settings.reduced_motion);
  impl_->autoplay.set_interval(impl_->settings.reduced_motion ? Milliseconds(0.0)
                                                              : impl_->settings.autoplay);
  impl_->frame_due = true;
  if (!same_layout) impl_->layout_due = true;
  if (other_parts) impl_->start_page();
  if (!same_texts) impl_->forget_texts();
  if (other_ratio && impl_->document && !impl_->layout_due) impl_->ask_for_pictures();
}

void Viewer::set_width(CssPx width) {
  if (impl_->settings.width == width) return;
  impl_->settings.width = width;
  impl_->layout_due = impl_->frame_due = true;
}

void Viewer::set_ratio(PixelRatio ratio) {
  Impl& d = *impl_;
  if (d.settings.ratio == ratio) return;
  d.settings.ratio = ratio;
  if (d.document && !d.layout_due) d.ask_for_pictures();
}

void Viewer::fonts_changed() { impl_->forget_texts(); }

void Viewer::break_titles_anew() {
  for (layout::TextContent& content : impl_->page.texts)
    if (content.style.kind == text::TextKind::Title) content.broken_for = CssPx(0);
  impl_->layout_due = impl_->frame_due = true;
}

Viewer::Loaded Viewer::load(std::string_view json, std::string_view base_url,
                            std::string_view refused_types) {
  read(json, base_url, refused_types);
  while (!read_on(SIZE_MAX)) {
  }
  return load();
}

void Viewer::read(std::string_view json, std::string_view base_url,
                  std::string_view refused_types) {
  impl_->incoming =
      std::make_unique<Impl::Incoming>(impl_->engine.urls_, json, base_url, refused_types);
}

bool Viewer::read_on(std::size_t values) {
  return !impl_->incoming || impl_->incoming->reading.step(values);
}

Viewer::Loaded Viewer::load() {
  Impl& d = *impl_;
  Loaded loaded;
  if (!d.incoming) return loaded;
  std::unique_ptr<document::ReadDocument> read = std::move(d.incoming->document);
  d.incoming.reset();
  loaded.refusal = read->refusal;
  loaded.message = std::move(read->message);
  d.problems = std::move(read->problems);
  if (read->refusal != document::Refusal::None) return loaded;

  clear();
  d.read = std::move(read);
  d.document = &d.read->document;
  const document::Document& document = *d.document;
  layout::choose_first_tabs(document, d.state);
  if (document.article) {
    loaded.headline = document.article->headline;
    loaded.url = document.article->url;
    loaded.id = document.article->id;
  }
  d.update_language();
  d.layout_due = d.tabs_due = true;
  return loaded;
}

void Viewer::clear() {
  Impl& d = *impl_;
  d.pictures.release_all();
  d.events.clear();
  ++d.generation;
  d.start_page();
  d.document = nullptr;
  d.read.reset();
  d.engine.sweep();
  d.state = {};
  d.state.panels_sleep = d.panels_sleep;
  d.autoplay.restart();
  d.scrolling = {};
  d.scrolling.set_reduced_motion(d.settings.reduced_motion);
  d.reported_height = CssPx(-1);
  d.frame_due = true;
  d.update_language();
}

bool Viewer::has_document() const { return impl_->document != nullptr; }

std::span<const document::Problem> Viewer::problems() const { return impl_->problems; }

const document::Language& Viewer::language() const { return impl_->settings.language; }

Direction Viewer::direction() const { return text::direction_of(impl_->settings.language); }

Viewer::Said Viewer::word(std::string_view key) const {
  const document::Language& language = impl_->settings.language;
  if (const std::string* own = layout::own_word(impl_->settings.words, key))
    return {*own, language.tag()};
  const int number = layout::word_of_key(key);
  if (number < 0) return {};
  return {layout::word(static_cast<layout::Word>(number), language),
          layout::word_language(language)};
}

CssPx Viewer::layout() {
  if (impl_->layout_due) impl_->lay_out();
  return impl_->page.height;
}

void Viewer::set_extent(const layout::Extent& extent) {
  Impl& d = *impl_;
  if (d.extent.top == extent.top && d.extent.bottom == extent.bottom) return;
  d.extent = extent;
  if (!d.page.whole) d.layout_due = true;
}

bool Viewer::is_whole() const { return !impl_->layout_due && impl_->page.whole; }

bool Viewer::update(Milliseconds now) {
  Impl& d = *impl_;
  bool moving = d.scrolling.advance(now);
  if (d.play(now)) moving = true;
  d.settle_photo();
  d.tell_photo();
  layout();
  const bool changing = d.advance_highlights(now);
  d.frame_due = moving || changing;
  return d.frame_due;
}

std::vector<std::uint32_t> Viewer::take_damage() {
  std::vector<std::uint32_t> keys;
  for (const BoxIndex root : impl_->damage.take())
    keys.push_back(static_cast<std::uint32_t>(root) + 1);
  return keys;
}

paint::Frame Viewer::draw(std::span<const BlockView> views) {
  Impl& d = *impl_;
  const paint::Scene scene = d.scene();
  bool first = true;
  for (const BlockView& view : views) {
    const Rect visible = d.start_view(view, std::exchange(first, false));
    const auto root = static_cast<BoxIndex>(view.key) - 1;
    const layout::Block* block = layout::block_of(d.page, root);
    if (block != nullptr && block->root == root)
      paint::paint_block(d.canvas, scene, *block, visible);
  }
  return first ? paint::Frame() : d.canvas.end();
}

paint::Frame Viewer::frame(const View& view, Milliseconds now) {
  Impl& d = *impl_;
  update(now);
  static_cast<void>(d.damage.take());  // all of it is drawn
  const Rect visible = d.start_view(view, true);
  paint::paint_page(d.canvas, d.scene(), visible);
  return d.canvas.end();
}

bool Viewer::needs_frame() const { return impl_->frame_due || impl_->layout_due; }

std::optional<Milliseconds> Viewer::wake_at() const {
  const std::optional<Milliseconds> rest = impl_->scrolling.wake_at();
  return rest || !impl_->may_play() ? rest : impl_->autoplay.wake_at();
}

void Viewer::let_panels_sleep() { impl_->panels_sleep = true; }

void Viewer::wake_panel(std::int32_t node) {
  Impl& d = *impl_;
  const BoxIndex index = d.box_of(node);
  if (index == layout::kNoBox)
    d.state.panels_sleep = false;
  else if (d.box(index).asleep)
    d.state.awake.emplace_back(d.box(index).part, d.box(index).argument);
  d.layout_due = d.frame_due = true;
}

std::string Viewer::text_of_panel(const Box& panel) const {
  std::string text;
  const auto add = [&](std::string_view line) { (text += line) += '\n'; };
  const document::Document& document = *impl_->document;
  if (panel.part == Part::Rankings) {
    for (const auto& item : document.rankings->tabs[static_cast<std::size_t>(panel.argument)].items)
      add(item.title);
  } else {
    const document::Comments& comments = *document.comments;
    for (const document::Comment& comment : panel.argument == 0 ? comments.hot : comments.latest) {
      add(comment.author);
      add(comment.text);
    }
  }
  return text;
}

void Viewer::set_near(CssPx top, CssPx height) {
  Impl& d = *impl_;
  d.near_zone = {CssPx(0), top, d.settings.width, height};
  if (d.document && !d.layout_due) d.pictures.want(d.page, d.near_zone, d.state.photo);
}

const SemanticTree& Viewer::semantics() {
  layout();
  if (std::exchange(impl_->tree_due, false)) impl_->tree.update(impl_->page);
  return impl_->tree;
}

Viewer::Target Viewer::hit_test(Point at) const {
  const Impl& d = *impl_;
  Target target;
  const BoxIndex index = d.target_at(at);
  if (index == layout::kNoBox) return target;
  for (std::size_t i = 0; i < d.tree.nodes().size(); ++i)
    if (d.tree.nodes()[i].key == static_cast<std::uint32_t>(index) + 1)
      target.node = static_cast<std::int32_t>(i);
  if (d.box(index).action != layout::Action::None) return target;
  // Else it would be no target.
  const layout::InlineRange* link = d.link_at(d.box(index), at);
  target.range = static_cast<std::int32_t>(
      link - d.page.texts[static_cast<std::size_t>(d.box(index).text)].ranges.data());
  return target;
}

Cursor Viewer::cursor_at(Point at) const {
  const Impl& d = *impl_;
  if (dragging()) return Cursor::Grabbing;
  const BoxIndex index = d.target_at(at);
  if (index != layout::kNoBox && !d.box(index).disabled) return Cursor::Pointer;
  if (d.scrolling.scroller_at(at) >= 0) return Cursor::Grab;
  return Cursor::Default;
}

void Viewer::highlight(bool press, Target target) {
  Impl& d = *impl_;
  d.highlight(press, {d.box_of(target.node), target.range});
}

bool Viewer::activate(std::int32_t node, Milliseconds now) {
  const BoxIndex index = impl_->box_of(node);
  if (index == layout::kNoBox) return false;
  return impl_->act(impl_->box(index), now);
}

bool Viewer::click(Point at, Milliseconds now) {
  const BoxIndex index = impl_->target_at(at);
  if (index == layout::kNoBox) return false;
  const Box& box = impl_->box(index);
  if (box.action != layout::Action::None) return impl_->act(box, now);
  const layout::InlineRange& link = *impl_->link_at(box, at);  // else it would be no target
  impl_->navigate(link.url, link.kind);
  return true;
}

bool Viewer::select_tab(Part part, std::string_view id, Event::Cause cause) {
  const document::Document* document = impl_->document;
  int number = -1;
  if (!document) return false;
  if (part == Part::Rankings && document->rankings) {
    const auto& tabs = document->rankings->tabs;
    for (std::size_t i = 0; i < tabs.size(); ++i)
      if (tabs[i].id == id) number = static_cast<int>(i);
  } else if (part == Part::Comments && document->comments) {
    if (id == "hot") number = 0;
    if (id == "latest") number = 1;
  }
  if (number < 0) return false;
  impl_->select_tab(part, number, cause);
  return true;
}

bool Viewer::show_photo(int index, Event::Cause cause, Milliseconds now) {
  Impl& d = *impl_;
  layout();
  if (index < 0 || index >= d.scrolling.photo_count()) return false;
  d.scrolling.go_to(index, now);
  d.photo_cause = cause;
  d.settle_photo();
  // Where it is the current one there is nothing to tell, and the next one is another cause's.
  if (d.scrolling.photo_decided()) d.photo_cause = Event::Cause::User;
  d.frame_due = true;
  return true;
}

void Viewer::pointer_down(int id, layout::PointerKind kind, Point at, Milliseconds now) {
  if (impl_->scrolling.pointer_down(id, kind, at, now)) impl_->frame_due = true;
}

void Viewer::pointer_move(int id, Point at, Milliseconds now) {
  if (!impl_->scrolling.pointer_move(id, at, now)) return;
  impl_->frame_due = true;
  // Else it was a row of tabs.
  if (!impl_->scrolling.photo_decided()) impl_->stop_autoplay();
}

bool Viewer::pointer_up(int id, Point at, Milliseconds now) {
  const Scrolling::Released released = impl_->scrolling.pointer_up(id, at, now);
  if (released.moves) impl_->frame_due = true;
  impl_->settle_photo();
  return released.tap;
}

void Viewer::pointer_cancel(Milliseconds now) {
  if (impl_->scrolling.pointer_cancel(now)) impl_->frame_due = true;
  impl_->settle_photo();
}

bool Viewer::wheel(Point at, CssPx dx, CssPx dy, Milliseconds now) {
  if (!impl_->scrolling.wheel(at, dx, dy, now)) return false;
  impl_->frame_due = true;
  if (!impl_->scrolling.photo_decided()) impl_->stop_autoplay();
  return true;
}

bool Viewer::dragging() const { return impl_->scrolling.dragging(); }

void Viewer::hold_autoplay(bool held) { impl_->autoplay.hold(held); }

void Viewer::stop_autoplay() {
  impl_->stop_autoplay();
  impl_->frame_due = true;
}

void Viewer::set_slot(std::uint32_t number, CssPx height) {
  Impl& d = *impl_;
  std::vector<CssPx>& slots = d.state.slots;
  if (number >= slots.size()) slots.resize(number + 1, CssPx(-1));
  slots[number] = height;
  for (const Box& box : d.page.boxes)
    if (box.role == layout::Role::Slot && box.argument == static_cast<std::int32_t>(number) &&
        box.frame.height != height)
      d.layout_due = d.frame_due = true;
}

void Viewer::picture_ready(std::int32_t picture, std::uint32_t generation, host::TextureId texture,
                           int natural_width, int natural_height) {
  Impl& d = *impl_;
  if (generation != d.generation) return;
  if (d.pictures.ready(picture, texture, natural_width, natural_height)) d.layout_due = true;
  d.damage_picture(picture);
}

void Viewer::picture_failed(std::int32_t picture, std::uint32_t generation) {
  Impl& d = *impl_;
  if (generation != d.generation) return;
  if (!d.pictures.failed(picture)) return;
  d.layout_due = true;
  d.damage_picture(picture);
}

void Viewer::picture_shown_by_host(std::int32_t picture, std::uint32_t generation) {
  Impl& d = *impl_;
  if (generation != d.generation) return;
  d.pictures.shown_by_host(picture);
  d.layout_due = true;
  d.damage_picture(picture);
}

void Viewer::textures_lost() {
  impl_->pictures.textures_lost();
  impl_->pictures.want(impl_->page, impl_->near_zone, impl_->state.photo);
  impl_->damage.add_all(impl_->page);
  impl_->frame_due = true;
}

std::optional<EnlargedPhoto> Viewer::enlarged_photo(Part part, int index, int device_width) const {
  const Impl& d = *impl_;
  EnlargedPhoto found;
  if (part == Part::Gallery) {
    if (!d.document || !d.document->gallery) return std::nullopt;
    const std::vector<document::Photo>& photos = d.document->gallery->photos;
    found.total = static_cast<int>(photos.size());
    if (index >= 0 && index < found.total) found.photo = &photos[static_cast<std::size_t>(index)];
    found.index = index;
  } else if (index >= 0 && static_cast<std::size_t>(index) < d.page.pictures.size()) {
    found.photo = d.page.pictures[static_cast<std::size_t>(index)].photo;
  }
  if (!found.photo) return std::nullopt;
  layout::Picture picture;
  picture.src = found.photo->src;
  picture.photo = found.photo;
  found.url = choose_source(picture, device_width);
  return found;
}

std::vector<PictureRequest> Viewer::take_requests() { return impl_->pictures.take_requests(); }

std::vector<Event> Viewer::take_events() { return std::exchange(impl_->events, {}); }

std::span<const CssPx> Viewer::scroller_offsets() const { return impl_->scrolling.offsets(); }

Rect Viewer::scroller_clip(std::int32_t scroller) const {
  return impl_->page.scrollers[scroller].clip;
}

}  // namespace article::viewer
