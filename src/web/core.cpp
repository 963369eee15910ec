#include "web/core.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/paragraph.h"
#include "viewer/viewer.h"
#include "web/platform_hosts.h"
#include "web/reply.h"
#include "web/semantics_words.h"
#include "web/web_hosts.h"

// The state below is the module's own: one page, one engine, one thread.
namespace article::web {
namespace {

constexpr std::uint32_t kThemeColor = 0xFFFFFFFF;
constexpr char kSeparator = '\x1F';

struct Slot {
  std::unique_ptr<viewer::Viewer> viewer;
  std::uint32_t generation = 1;
};

/// All that lives as long as the page.
struct Page {
  WebTextHost text;
  WebRasterHost raster;
  WebLocaleHost locale;
  WebUrlHost urls;
  viewer::Engine engine{text, raster, locale, urls};
  std::vector<Slot> slots;
};

Page* page = nullptr;
Reply reply;
std::string buffer;

// A handle is 12 bits of index + 1 and 20 of generation.
constexpr std::uint32_t kIndexBits = 12;
constexpr std::uint32_t kIndexMask = (1U << kIndexBits) - 1;

viewer::Viewer* find(std::uint32_t handle) {
  reply.begin();
  const std::uint32_t index = (handle & kIndexMask) - 1;
  if (page != nullptr && index < page->slots.size()) {
    Slot& slot = page->slots[index];
    if (slot.viewer && slot.generation == handle >> kIndexBits) return slot.viewer.get();
  }
  av_host_warn(0, handle);
  return nullptr;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(kSeparator, at);
    out.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return out;
    at = end + 1;
  }
}

std::vector<layout::Part> parts_of(std::uint32_t nibbles) {
  std::vector<layout::Part> parts;
  for (; (nibbles & 0xFU) != 0; nibbles >>= 4U)
    parts.push_back(static_cast<layout::Part>((nibbles & 0xFU) - 1));
  return parts;
}

void write_scrollers(const viewer::Viewer& viewer) {
  const std::span<const CssPx> offsets = viewer.scroller_offsets();
  reply.number(static_cast<std::uint32_t>(offsets.size()));
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    const Rect clip = viewer.scroller_clip(static_cast<std::int32_t>(i));
    for (const CssPx number : {offsets[i], clip.x, clip.y, clip.width, clip.height})
      reply.real(number.value);
  }
}

void write_requests(const std::vector<viewer::PictureRequest>& requests) {
  reply.number(static_cast<std::uint32_t>(requests.size()));
  for (const viewer::PictureRequest& request : requests) {
    reply.number(static_cast<std::uint32_t>(request.kind));
    reply.integer(request.picture);
    reply.number(request.generation);
    reply.integer(request.width);
    reply.integer(request.height);
    reply.string(request.url);
  }
}

void write_events(const std::vector<viewer::Event>& events) {
  reply.number(static_cast<std::uint32_t>(events.size()));
  for (const viewer::Event& event : events) {
    reply.number(static_cast<std::uint32_t>(event.kind));
    reply.number(static_cast<std::uint32_t>(event.cause));
    reply.number(static_cast<std::uint32_t>(event.part));
    reply.number(static_cast<std::uint32_t>(event.link_kind));
    reply.integer(event.index);
    reply.integer(event.total);
    reply.real(event.width);
    reply.real(event.height);
    reply.string(event.text);
  }
}

Milliseconds at(double now) { return Milliseconds(now); }
Point point(float x, float y) { return {CssPx(x), CssPx(y)}; }

}  // namespace
}  // namespace article::web

using namespace article;
using namespace article::web;

extern "C" {

void av_start() noexcept {
  if (page == nullptr) page = new Page;  // lives as long as the page: never freed
}

const std::uint32_t* av_reply() noexcept {
  reply.end();
  return reply.words().data();
}
std::uint32_t av_reply_words() noexcept { return static_cast<std::uint32_t>(reply.words().size()); }
char* av_buffer(std::uint32_t bytes) noexcept {
  // A document is large and rare, an id small: do not keep the former's room.
  if (buffer.capacity() > 65536 && bytes < 65536) std::string().swap(buffer);
  buffer.resize(bytes);
  return buffer.data();
}

std::uint32_t av_create_viewer() noexcept {
  std::uint32_t index = 0;
  while (index < page->slots.size() && page->slots[index].viewer) ++index;
  if (index >= kIndexMask - 1) return 0;
  if (index == page->slots.size()) page->slots.emplace_back();
  Slot& slot = page->slots[index];
  slot.viewer = std::make_unique<viewer::Viewer>(page->engine);
  slot.viewer->let_panels_sleep();
  return slot.generation << kIndexBits | (index + 1);
}

void av_destroy_viewer(std::uint32_t handle) noexcept {
  if (find(handle) == nullptr) return;
  Slot& slot = page->slots[(handle & kIndexMask) - 1];
  slot.viewer.reset();
  slot.generation = slot.generation % ((1U << (32 - kIndexBits)) - 1) + 1;
}

void av_configure(std::uint32_t handle, const float* floats, const std::uint32_t* ints,
                  const char* strings, std::uint32_t bytes) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  viewer::Settings settings;
  settings.width = CssPx(floats[0]);
  settings.ratio = PixelRatio{floats[1]};
  settings.font_size = CssPx(floats[2]);
  settings.line_height = floats[3];
  settings.radius = CssPx(floats[4]);
  settings.autoplay = Milliseconds(floats[5]);
  settings.least_size = CssPx(floats[6]);
  std::copy_n(floats + 7, settings.own.size(), settings.own.begin());
  settings.dark = ints[0] != 0;
  settings.heading_level = static_cast<int>(ints[1]);
  settings.reduced_motion = ints[2] != 0;
  settings.parts = parts_of(ints[3]);
  settings.palette = settings.dark ? viewer::dark_palette() : viewer::light_palette();
  viewer::Palette& p = settings.palette;
  const std::uint32_t* color = ints + 4;
  for (std::uint32_t* own :
       {&p.paper, &p.panel, &p.text, &p.secondary, &p.line, &p.control, &p.accent, &p.link}) {
    if (*color != kThemeColor) *own = *color;
    reply.number(*own);
    ++color;
  }
  const std::vector<std::string_view> parts = split({strings, bytes});
  if (parts.size() >= 4) {
    settings.page_language = parts[0];
    settings.page_url = parts[1];
    settings.font_family = parts[2];
    settings.headline_family = parts[3];
  }
  for (std::size_t i = 4; i + 1 < parts.size(); i += 2)
    settings.words.emplace_back(parts[i], parts[i + 1]);
  viewer->configure(std::move(settings));
}

void av_read(std::uint32_t handle, const char* text, std::uint32_t bytes, const char* base,
             std::uint32_t base_bytes, const char* refused, std::uint32_t refused_bytes) noexcept {
  if (viewer::Viewer* viewer = find(handle))
    viewer->read({text, bytes}, {base, base_bytes}, {refused, refused_bytes});
}

int av_read_on(std::uint32_t handle, std::uint32_t values) noexcept {
  viewer::Viewer* viewer = find(handle);
  return viewer == nullptr || viewer->read_on(values) ? 1 : 0;
}

void av_load(std::uint32_t handle) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  const viewer::Viewer::Loaded loaded = viewer->load();
  reply.number(static_cast<std::uint32_t>(loaded.refusal));
  reply.string(loaded.message);
  for (const std::string_view text :
       {loaded.headline, loaded.url, loaded.id, viewer->language().tag()})
    reply.string(text);
  reply.number(static_cast<std::uint32_t>(viewer->direction()));
  reply.number(text::is_chinese(viewer->language()) ? 1 : 0);
  reply.number(static_cast<std::uint32_t>(viewer->problems().size()));
  for (const document::Problem& problem : viewer->problems()) {
    reply.number(static_cast<std::uint32_t>(problem.severity));
    reply.string(problem.pointer);
    reply.string(problem.message);
  }
}

void av_word(std::uint32_t handle, const char* key, std::uint32_t bytes) noexcept {
  const viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  const viewer::Viewer::Said said = viewer->word({key, bytes});
  reply.string(said.text);
  reply.string(said.language);
}

void av_default_family(const char* language, std::uint32_t bytes) noexcept {
  reply.begin();
  reply.string(text::default_family(std::string_view(language, bytes)));
}

int av_lay_out(std::uint32_t handle, float top, float bottom) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return 0;
  viewer->set_extent({CssPx(top), CssPx(bottom)});
  viewer->layout();
  return static_cast<int>(page->engine.segments().phrases().take_wanted());
}

int av_learn_phrases(std::uint32_t handle, int language, const char* packed,
                     std::uint32_t bytes) noexcept {
  const bool read = page->engine.segments().phrases().learn(
      static_cast<text::PhraseLanguage>(language & 3), {packed, bytes});
  if (handle != 0)
    if (viewer::Viewer* viewer = find(handle)) viewer->break_titles_anew();
  return read ? 1 : 0;
}

void av_update(std::uint32_t handle, float near_top, float near_height, float laid_top,
               float laid_bottom, float ratio, double now) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  viewer->set_extent({CssPx(laid_top), CssPx(laid_bottom)});
  viewer->set_near(CssPx(near_top), CssPx(near_height));
  viewer->set_ratio(PixelRatio{ratio});
  const bool goes_on = viewer->update(at(now));
  const std::uint32_t version = viewer->semantics().version();
  reply.real(viewer->layout().value);
  reply.number(viewer->is_whole() ? 1 : 0);
  reply.number(version);
  reply.number(goes_on ? 1 : 0);
  const std::optional<Milliseconds> wake = viewer->wake_at();
  reply.real(wake ? static_cast<float>(std::max(0.0, wake->value - now)) : -1);
  text::Phrases& phrases = page->engine.segments().phrases();
  phrases.show();
  reply.number(static_cast<std::uint32_t>(phrases.take_wanted()));
  write_scrollers(*viewer);
  const std::vector<std::uint32_t> damage = viewer->take_damage();
  reply.number(static_cast<std::uint32_t>(damage.size()));
  for (const std::uint32_t key : damage) reply.number(key);
  write_requests(viewer->take_requests());
  write_events(viewer->take_events());
}

void av_draw(std::uint32_t handle, const std::uint32_t* views, std::uint32_t count) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  const auto real = [](std::uint32_t word) { return std::bit_cast<float>(word); };
  std::vector<viewer::Viewer::BlockView> blocks(count);
  for (viewer::Viewer::BlockView& block : blocks) {
    block.key = views[0];
    block.origin = point(real(views[1]), real(views[2]));
    block.width = static_cast<int>(views[3]);
    block.height = static_cast<int>(views[4]);
    block.ratio = PixelRatio{real(views[5])};
    views += 6;
  }
  const paint::Frame frame = viewer->draw(blocks);
  reply.address(frame.vertices);
  reply.number(frame.vertex_count);
  reply.address(frame.indices);
  reply.number(frame.index_count);
  reply.address(frame.commands.data());
  reply.number(static_cast<std::uint32_t>(frame.commands.size()));
  reply.address(frame.view_ends.data());
}

void av_semantics(std::uint32_t handle, std::uint32_t known) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  write_changes(*viewer, known, reply);
}

void av_lines(std::uint32_t handle, const std::uint32_t* indices, std::uint32_t count) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  const std::vector<viewer::SemanticNode>& nodes = viewer->semantics().nodes();
  for (const std::uint32_t node : std::span(indices, count)) {
    if (node < nodes.size())
      write_lines(nodes[node], page->engine.segments(), reply);
    else
      reply.number(0);
  }
}

void av_segments(std::uint32_t handle, int node) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  const std::vector<viewer::SemanticNode>& nodes = viewer->semantics().nodes();
  if (node >= 0 && static_cast<std::size_t>(node) < nodes.size())
    write_segments(nodes[static_cast<std::size_t>(node)], page->engine.segments(), reply);
}

void av_highlight(std::uint32_t handle, int press, int node, int range) noexcept {
  if (viewer::Viewer* viewer = find(handle)) viewer->highlight(press != 0, {node, range});
}
void av_wake_panel(std::uint32_t handle, int node) noexcept {
  if (viewer::Viewer* viewer = find(handle)) viewer->wake_panel(node);
}
int av_activate(std::uint32_t handle, int node, double now) noexcept {
  viewer::Viewer* viewer = find(handle);
  return viewer != nullptr && viewer->activate(node, at(now)) ? 1 : 0;
}
int av_select_tab(std::uint32_t handle, int part, const char* id, std::uint32_t bytes,
                  int cause) noexcept {
  viewer::Viewer* viewer = find(handle);
  return viewer != nullptr && viewer->select_tab(static_cast<layout::Part>(part), {id, bytes},
                                                 static_cast<viewer::Event::Cause>(cause))
             ? 1
             : 0;
}
int av_show_photo(std::uint32_t handle, int index, int cause, double now) noexcept {
  viewer::Viewer* viewer = find(handle);
  return viewer != nullptr &&
                 viewer->show_photo(index, static_cast<viewer::Event::Cause>(cause), at(now))
             ? 1
             : 0;
}
void av_pointer_down(std::uint32_t handle, int id, int kind, float x, float y,
                     double now) noexcept {
  if (viewer::Viewer* viewer = find(handle))
    viewer->pointer_down(id, static_cast<layout::PointerKind>(kind), point(x, y), at(now));
}
int av_pointer_move(std::uint32_t handle, int id, float x, float y, double now) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return 0;
  viewer->pointer_move(id, point(x, y), at(now));
  return viewer->dragging() ? 1 : 0;
}
int av_pointer_up(std::uint32_t handle, int id, float x, float y, double now) noexcept {
  viewer::Viewer* viewer = find(handle);
  return viewer != nullptr && viewer->pointer_up(id, point(x, y), at(now)) ? 1 : 0;
}
void av_pointer_cancel(std::uint32_t handle, double now) noexcept {
  if (viewer::Viewer* viewer = find(handle)) viewer->pointer_cancel(at(now));
}
void av_autoplay(std::uint32_t handle, int what) noexcept {
  viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  if (what == 2)
    viewer->stop_autoplay();
  else
    viewer->hold_autoplay(what == 1);
}

int av_wheel(std::uint32_t handle, float x, float y, float dx, float dy, double now) noexcept {
  viewer::Viewer* viewer = find(handle);
  return viewer != nullptr && viewer->wheel(point(x, y), CssPx(dx), CssPx(dy), at(now)) ? 1 : 0;
}

void av_picture_ready(std::uint32_t handle, int picture, std::uint32_t generation,
                      std::uint32_t texture, int width, int height) noexcept {
  if (viewer::Viewer* viewer = find(handle))
    viewer->picture_ready(picture, generation, host::TextureId{texture}, width, height);
}
void av_picture_failed(std::uint32_t handle, int picture, std::uint32_t generation) noexcept {
  if (viewer::Viewer* viewer = find(handle)) viewer->picture_failed(picture, generation);
}
void av_picture_shown_by_host(std::uint32_t handle, int picture,
                              std::uint32_t generation) noexcept {
  if (viewer::Viewer* viewer = find(handle)) viewer->picture_shown_by_host(picture, generation);
}

void av_enlarged_photo(std::uint32_t handle, int part, int index, int width) noexcept {
  const viewer::Viewer* viewer = find(handle);
  if (viewer == nullptr) return;
  const std::optional<viewer::EnlargedPhoto> found =
      viewer->enlarged_photo(static_cast<layout::Part>(part), index, width);
  if (!found) {
    reply.number(0);
    return;
  }
  const document::Photo& photo = *found->photo;
  reply.number(1);
  for (const int number : {found->index, found->total, photo.width, photo.height})
    reply.integer(number);
  for (const std::string_view text : {found->url, std::string_view(photo.src),
                                      std::string_view(photo.alt), std::string_view(photo.caption),
                                      std::string_view(photo.credit), std::string_view(photo.url)})
    reply.string(text);
}

void av_slot(std::uint32_t handle, std::uint32_t number, float height) noexcept {
  if (viewer::Viewer* viewer = find(handle)) viewer->set_slot(number, CssPx(height));
}

void av_context_lost() noexcept {
  if (page == nullptr) return;
  page->engine.atlas().forget(true);
  for (Slot& slot : page->slots)
    if (slot.viewer) slot.viewer->textures_lost();
}

void av_fonts_changed() noexcept {
  if (page == nullptr) return;
  page->engine.forget_fonts();
  for (Slot& slot : page->slots)
    if (slot.viewer) slot.viewer->fonts_changed();
}

void av_stats() noexcept {
  reply.begin();
  const paint::Atlas::Stats stats = page->engine.atlas().stats();
  std::uint32_t live = 0;
  for (const Slot& slot : page->slots) live += slot.viewer ? 1 : 0;
  for (const std::uint32_t number :
       {stats.pages, stats.slots, stats.rasterised, stats.evicted_shelves,
        static_cast<std::uint32_t>(page->engine.segments().size()), live})
    reply.number(number);
}

}  // extern "C"
