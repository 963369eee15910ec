#include "paint/canvas.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"

#include "paint/atlas.h"
#include "paint/icons.h"
#include "paint/pen.h"

namespace article::paint {
namespace {

/// Device px that a circle's polygon may lie inside it.
constexpr float kTessellationError = 0.1F;

/// Lines of icons, CSS px, on squares of 20 to 24 CSS px; in proportion else.
constexpr float kIconLine = 1.75F;
constexpr float kSmallIcon = 20;
constexpr float kLargeIcon = 24;

/// A rectangle of device px.
struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  [[nodiscard]] bool empty() const { return !(left < right && top < bottom); }
  [[nodiscard]] bool contains(const Box& o) const {
    return o.left >= left && o.right <= right && o.top >= top && o.bottom <= bottom;
  }
  [[nodiscard]] bool meets(const Box& o) const {
    return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
  }
  [[nodiscard]] Box grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
};

Box intersection(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

/// In one number: what the renderer binds, and how it reads it.
ImTextureID texture_id(DrawTexture texture) {
  return static_cast<ImTextureID>(texture.texture.value) << 1 |
         static_cast<ImTextureID>(texture.mask);
}
DrawTexture texture_of(ImTextureID id) {
  return {.texture = {static_cast<std::uint32_t>(id >> 1)}, .mask = (id & 1) != 0};
}

/// The middle of the white pixels, the same on each page.
ImVec2 white_uv() {
  constexpr float middle = kWhiteSize / 2.0F;
  return {middle / kPageWidth, middle / kPageHeight};
}

float snapped(float device_px) { return snap(DevicePx(device_px)).value; }

float fitting_radius(float radius, const Box& box) {
  return std::clamp(radius, 0.0F, std::min(box.right - box.left, box.bottom - box.top) / 2);
}

std::array<Corner, 4> corners_of(const Box& box, float radius) {
  return {{{box.left, box.top, radius},
           {box.right, box.top, radius},
           {box.right, box.bottom, radius},
           {box.left, box.bottom, radius}}};
}

}  // namespace

struct Canvas::Impl {
  explicit Impl(Atlas::Impl& shared_atlas) : atlas(shared_atlas) {
    data.TexUvWhitePixel = white_uv();
    data.SetCircleTessellationMaxError(kTessellationError);
    data.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                        ImDrawListFlags_AllowVtxOffset;
  }

  Atlas::Impl& atlas;
  ImDrawListSharedData data;
  ImDrawList list{&data};
  Pen pen{list, white_uv()};
  std::vector<DrawCommand> commands;
  std::vector<int> view_starts;  ///< in the list's indices
  std::vector<std::uint32_t> view_ends;
  bool drawing = false;

  PixelRatio ratio;
  std::uint32_t raster_scale = 0;
  host::Ink ink = host::Ink::Dark;
  /// Where the content's zero is, device px, whole: what moves together keeps
  /// its distances, whatever the fraction of the scroll position.
  float shift_x = 0;
  float shift_y = 0;
  Point offset;  ///< sum of the origin and all offsets
  std::vector<Point> offsets;
  Box clip;
  std::vector<Box> clips;
  float opacity = 1;
  std::vector<float> opacities;
  host::TextureId page;  ///< of the atlas, the last one drawn with

  [[nodiscard]] float scaled(CssPx length) const { return to_device(length, ratio).value; }
  [[nodiscard]] float across(CssPx x) const { return snapped(scaled(x)) + shift_x; }
  [[nodiscard]] float down(CssPx y) const { return snapped(scaled(y)) + shift_y; }

  void set_offset(Point to) {
    offset = to;
    shift_x = snapped(scaled(to.x));
    shift_y = snapped(scaled(to.y));
  }

  /// Edges on whole device px; what is there at all is a pixel wide at least.
  [[nodiscard]] Box box_of(const Rect& rect) const {
    Box box{across(rect.x), down(rect.y), across(rect.right()), down(rect.bottom())};
    if (rect.width > CssPx(0)) box.right = std::max(box.right, box.left + 1);
    if (rect.height > CssPx(0)) box.bottom = std::max(box.bottom, box.top + 1);
    return box;
  }

  [[nodiscard]] std::uint32_t packed(Color color) const {
    if (opacity >= 1) return color.packed;
    const float alpha = static_cast<float>(color.packed >> IM_COL32_A_SHIFT) * opacity;
    return (color.packed & ~IM_COL32_A_MASK) | static_cast<std::uint32_t>(alpha + 0.5F)
                                                   << IM_COL32_A_SHIFT;
  }

  /// Whether anything of it can be seen. Sets the list's clip, but not where
  /// the one in force cuts nothing off either: fewer commands.
  [[nodiscard]] bool admit(const Box& box) {
    if (clip.empty() || !clip.meets(box)) return false;
    const ImVec4& set = list._CmdHeader.ClipRect;
    if (clip.contains(box) && Box{set.x, set.y, set.z, set.w}.contains(box)) return true;
    if (set.x == clip.left && set.y == clip.top && set.z == clip.right && set.w == clip.bottom)
      return true;
    list._CmdHeader.ClipRect = {clip.left, clip.top, clip.right, clip.bottom};
    list._OnChangedClipRect();
    return true;
  }

  void use(DrawTexture texture) { list._SetTexture(ImTextureRef(texture_id(texture))); }

  /// Shapes go with whatever page is in use, each has white pixels; as masks
  /// or not makes no difference to these.
  void use_white() {
    if (atlas.is_page(texture_of(list._CmdHeader.TexRef._TexID).texture)) return;
    use({.texture = page, .mask = true});
  }

  void rectangle(const Box& box, std::uint32_t color) {
    list.PrimReserve(6, 4);
    list.PrimRect({box.left, box.top}, {box.right, box.bottom}, color);
  }

  void rounded(const Box& box, float radius, std::uint32_t color) {
    pen.fill(corners_of(box, radius), {}, color);
  }

  void segment(text::SegmentId id, float pen_x, float baseline, std::uint32_t color);
  void start_view(Point origin, PixelRatio view_ratio, int width, int height);
  void write_commands();
};

Canvas::Canvas(Atlas& atlas) : impl_(std::make_unique<Impl>(*atlas.impl_)) {}

Canvas::~Canvas() { assert(!impl_->drawing); }

void Canvas::begin(Point origin, PixelRatio ratio, int width, int height, host::Ink ink) {
  Impl& c = *impl_;
  assert(!c.drawing);
  c.atlas.begin_frame();
  c.drawing = true;
  c.ink = ink;
  c.page = c.atlas.first_page();
  c.view_starts.clear();
  c.list._ResetForNewFrame();
  c.start_view(origin, ratio, width, height);
  c.list.PushClipRectFullScreen();
  c.list.PushTexture(ImTextureRef(texture_id({.texture = c.page, .mask = true})));
}

void Canvas::next_view(Point origin, PixelRatio ratio, int width, int height) {
  Impl& c = *impl_;
  assert(c.drawing && c.clips.empty() && c.offsets.empty() && c.opacities.empty());
  c.start_view(origin, ratio, width, height);
  c.list._CmdHeader.ClipRect = c.data.ClipRectFullscreen;
  c.list._OnChangedClipRect();
}

void Canvas::Impl::start_view(Point origin, PixelRatio view_ratio, int width, int height) {
  assert(view_ratio.value > 0);
  ratio = view_ratio;
  raster_scale = static_cast<std::uint32_t>(
      std::clamp(std::floor(ratio.value * kScaleSteps + 0.5F), 1.0F, 65535.0F));
  offsets.clear();
  clips.clear();
  opacities.clear();
  set_offset({-origin.x, -origin.y});
  clip = {0, 0, static_cast<float>(std::max(width, 0)), static_cast<float>(std::max(height, 0))};
  opacity = 1;
  data.ClipRectFullscreen = {clip.left, clip.top, clip.right, clip.bottom};
  view_starts.push_back(list.IdxBuffer.Size);
}

/// The list joins what is alike; a command that belongs to several views is cut.
void Canvas::Impl::write_commands() {
  commands.clear();
  view_ends.clear();
  std::size_t view = 1;  // the next to start
  const auto ends_view = [&](int index) {
    while (view < view_starts.size() && view_starts[view] <= index) {
      view_ends.push_back(static_cast<std::uint32_t>(commands.size()));
      ++view;
    }
  };
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const DrawTexture texture = texture_of(command.TexRef._TexID);
    const auto end = static_cast<int>(command.IdxOffset + command.ElemCount);
    for (auto at = static_cast<int>(command.IdxOffset); at < end;) {
      ends_view(at);
      const int to = view < view_starts.size() ? std::min(end, view_starts[view]) : end;
      commands.push_back({.texture = texture.texture.value,
                          .mask = texture.mask ? 1U : 0U,
                          .clip_left = command.ClipRect.x,
                          .clip_top = command.ClipRect.y,
                          .clip_right = command.ClipRect.z,
                          .clip_bottom = command.ClipRect.w,
                          .index_count = static_cast<std::uint32_t>(to - at),
                          .index_offset = static_cast<std::uint32_t>(at),
                          .vertex_offset = command.VtxOffset});
      at = to;
    }
  }
  ends_view(list.IdxBuffer.Size);
  view_ends.push_back(static_cast<std::uint32_t>(commands.size()));
}

Frame Canvas::end() {
  Impl& c = *impl_;
  assert(c.drawing && c.clips.empty() && c.offsets.empty() && c.opacities.empty());
  c.atlas.end_frame();
  c.drawing = false;
  c.write_commands();
  static_assert(sizeof(ImDrawIdx) == sizeof(std::uint16_t));
  return {.vertices = c.list.VtxBuffer.Data,
          .vertex_count = static_cast<std::uint32_t>(c.list.VtxBuffer.Size),
          .indices = c.list.IdxBuffer.Data,
          .index_count = static_cast<std::uint32_t>(c.list.IdxBuffer.Size),
          .commands = c.commands,
          .view_ends = c.view_ends};
}

void Canvas::push_clip(const Rect& clip) {
  Impl& c = *impl_;
  c.clips.push_back(c.clip);
  const Box box{c.across(clip.x), c.down(clip.y), c.across(clip.right()), c.down(clip.bottom())};
  c.clip = intersection(c.clip, box);
}

void Canvas::pop_clip() {
  Impl& c = *impl_;
  assert(!c.clips.empty());
  c.clip = c.clips.back();
  c.clips.pop_back();
}

void Canvas::push_offset(Point offset) {
  Impl& c = *impl_;
  c.offsets.push_back(c.offset);
  c.set_offset({c.offset.x + offset.x, c.offset.y + offset.y});
}

void Canvas::pop_offset() {
  Impl& c = *impl_;
  assert(!c.offsets.empty());
  c.set_offset(c.offsets.back());
  c.offsets.pop_back();
}

void Canvas::push_opacity(float opacity) {
  Impl& c = *impl_;
  c.opacities.push_back(c.opacity);
  c.opacity *= std::clamp(opacity, 0.0F, 1.0F);
}

void Canvas::pop_opacity() {
  Impl& c = *impl_;
  assert(!c.opacities.empty());
  c.opacity = c.opacities.back();
  c.opacities.pop_back();
}

void Canvas::fill(const Rect& rect, Color color, CssPx radius) {
  Impl& c = *impl_;
  const std::uint32_t packed = c.packed(color);
  const Box box = c.box_of(rect);
  if ((packed & IM_COL32_A_MASK) == 0 || box.empty() || !c.admit(box.grown(1))) return;
  c.use_white();
  const float r = fitting_radius(c.scaled(radius), box);
  if (r > 0)
    c.rounded(box, r, packed);
  else
    c.rectangle(box, packed);
}

void Canvas::horizontal_line(CssPx x, CssPx y, CssPx width, CssPx thickness, Color color) {
  Impl& c = *impl_;
  const std::uint32_t packed = c.packed(color);
  const float line = std::max(snapped(c.scaled(thickness)), 1.0F);
  const float top = c.down(y);
  const Box box{c.across(x), top, c.across(x + width), top + line};
  if ((packed & IM_COL32_A_MASK) == 0 || box.empty() || !c.admit(box)) return;
  c.use_white();
  c.rectangle(box, packed);
}

void Canvas::circle(Point centre, CssPx radius, Color color) {
  Impl& c = *impl_;
  const std::uint32_t packed = c.packed(color);
  // Equal circles are of equal size wherever they lie.
  const float side = std::max(snapped(2 * c.scaled(radius)), 1.0F);
  const float left = snapped(c.scaled(centre.x) - side / 2) + c.shift_x;
  const float top = snapped(c.scaled(centre.y) - side / 2) + c.shift_y;
  const Box box{left, top, left + side, top + side};
  if ((packed & IM_COL32_A_MASK) == 0 || !(radius > CssPx(0)) || !c.admit(box.grown(1))) return;
  c.use_white();
  c.rounded(box, side / 2, packed);
}

void Canvas::text(std::span<const text::PlacedSegment> line, CssPx left, CssPx baseline,
                  std::span<const Color> color_of_tag) {
  Impl& c = *impl_;
  if (c.clip.empty()) return;
  const float pen_y = c.down(baseline);
  for (const text::PlacedSegment& placed : line) {
    const std::uint32_t packed = c.packed(color_of_tag[placed.tag]);
    if ((packed & IM_COL32_A_MASK) == 0) continue;
    c.segment(placed.segment, c.across(left + placed.x), pen_y, packed);
  }
}

void Canvas::Impl::segment(text::SegmentId id, float pen_x, float baseline, std::uint32_t color) {
  const text::Segment& segment = atlas.store.with_ink(id);
  const host::SegmentMetrics& metrics = segment.metrics;
  if (segment.blank || !(metrics.left < metrics.right) || !(metrics.top < metrics.bottom)) return;
  // Two pixels more: rounding outwards and antialiasing.
  const Box ink_box{pen_x + scaled(CssPx(metrics.left)), baseline + scaled(CssPx(metrics.top)),
                    pen_x + scaled(CssPx(metrics.right)), baseline + scaled(CssPx(metrics.bottom))};
  if (!clip.meets(ink_box.grown(2))) return;
  Glyph glyph;
  if (!atlas.find(id, segment, raster_scale, ink, glyph)) return;

  // A stretched slot leaves out half a pixel on each side, which is blank, so
  // that smoothing takes nothing in from its neighbours.
  const float inset = glyph.stretch == 1 ? 0.0F : 0.5F;
  const float page_left = glyph.x + inset;
  const float page_top = glyph.y + inset;
  const float page_right = static_cast<float>(glyph.x + glyph.width) - inset;
  const float page_bottom = static_cast<float>(glyph.y + glyph.height) - inset;
  const float left = pen_x + (static_cast<float>(glyph.left) + inset) * glyph.stretch;
  const float top = baseline + (static_cast<float>(glyph.top) + inset) * glyph.stretch;
  const Box box{left, top, left + (page_right - page_left) * glyph.stretch,
                top + (page_bottom - page_top) * glyph.stretch};
  if (!admit(box)) return;
  page = glyph.texture;
  use({.texture = page, .mask = !segment.color});
  // Colour segments keep their colours, only the text's opacity is theirs.
  if (segment.color) color |= ~IM_COL32_A_MASK;
  constexpr float u = 1.0F / kPageWidth;
  constexpr float v = 1.0F / kPageHeight;
  list.PrimReserve(6, 4);
  list.PrimRectUV({box.left, box.top}, {box.right, box.bottom}, {page_left * u, page_top * v},
                  {page_right * u, page_bottom * v}, color);
}

void Canvas::picture(host::TextureId texture, const Rect& rect, float u0, float v0, float u1,
                     float v1, CssPx radius) {
  Impl& c = *impl_;
  const std::uint32_t packed = c.packed(rgb(0xFFFFFF));
  const Box box = c.box_of(rect);
  if (texture == host::TextureId{} || (packed & IM_COL32_A_MASK) == 0 || box.empty() ||
      !c.admit(box.grown(1)))
    return;
  c.use({.texture = texture, .mask = false});
  const float r = fitting_radius(c.scaled(radius), box);
  if (r > 0) {
    const int first = c.list.VtxBuffer.Size;
    c.rounded(box, r, packed);
    ImGui::ShadeVertsLinearUV(&c.list, first, c.list.VtxBuffer.Size, {box.left, box.top},
                              {box.right, box.bottom}, {u0, v0}, {u1, v1}, true);
  } else {
    c.list.PrimReserve(6, 4);
    c.list.PrimRectUV({box.left, box.top}, {box.right, box.bottom}, {u0, v0}, {u1, v1}, packed);
  }
}

void Canvas::icon(Icon icon, const Rect& box, Color color, bool mirrored) {
  Impl& c = *impl_;
  const std::uint32_t packed = c.packed(color);
  const float side_css = min(box.width, box.height).value;
  if (!(side_css > 0) || (packed & IM_COL32_A_MASK) == 0) return;
  const float side = c.scaled(CssPx(side_css));
  const float x = snapped(c.scaled(box.x + box.width / 2.0F) - side / 2) + c.shift_x;
  const float y = snapped(c.scaled(box.y + box.height / 2.0F) - side / 2) + c.shift_y;
  if (!c.admit(Box{x, y, x + side, y + side}.grown(1))) return;
  c.use_white();
  const float line =
      kIconLine * std::min(side_css / kSmallIcon, 1.0F) * std::max(side_css / kLargeIcon, 1.0F);
  draw_icon(c.pen, icon, x, y, side, c.scaled(CssPx(line)), mirrored, packed);
}

}  // namespace article::paint
