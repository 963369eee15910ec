#include "preview/photo_caption.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace article::preview {
namespace {

constexpr CssPx kRoom{104};
/// Below a photo that stands alone and has no words.
constexpr CssPx kWordlessRoom{20};
constexpr CssPx kPaddingTop{12};
constexpr CssPx kPaddingBottom{20};
constexpr CssPx kMargin{20};
constexpr CssPx kMeasure{640};
constexpr float kLinesShut = 3;
/// Of the area's height, opened.
constexpr float kMostOpen = 0.6F;
constexpr CssPx kFadeFrom{40};
constexpr CssPx kWheelStep{48};

constexpr CssPx kArrowButton{44};
constexpr CssPx kArrowInset{12};
constexpr CssPx kArrowBottom{8};
constexpr CssPx kArrowRoom{64};

constexpr CssPx kPositionTop{20};
constexpr CssPx kPositionHeight{28};
constexpr CssPx kPositionPadding{12};
/// A line's height, as ImGui measures fonts: figures like those of text of 14 px.
constexpr CssPx kPositionSize{20};
constexpr double kPillOpacity = 0.72;

ImU32 gray(int value, double opacity) {
  return IM_COL32(value, value, value, static_cast<int>(std::lround(255 * opacity)));
}

}  // namespace

void PhotoCaption::show(const CaptionText::Words& words, int index, int total) {
  text_.set(words);
  direction_ = words.direction;
  index_ = index;
  total_ = total;
  open_ = false;
  lay_out();
}

void PhotoCaption::set_area(CssPx width, CssPx height, PixelRatio ratio) {
  area_width_ = width;
  area_height_ = height;
  ratio_ = ratio;
  lay_out();
}

CssPx PhotoCaption::margin() const { return max(kMargin, (area_width_ - kMeasure) / 2); }

CssPx PhotoCaption::text_left() const {
  const CssPx end = longer_ ? max(kArrowRoom, margin()) : margin();
  return direction_ == Direction::RightToLeft ? end : margin();
}

CssPx PhotoCaption::room() const { return total_ < 2 && text_.empty() ? kWordlessRoom : kRoom; }

void PhotoCaption::lay_out() {
  scrolled_ = CssPx(0);
  stale_ = true;
  longer_ = false;
  const CssPx width = area_width_ - margin() * 2;
  if (text_.empty() || width <= CssPx(0)) return;
  text_.set_width(width, ratio_);
  longer_ = text_.height() > CaptionText::kLineHeight * kLinesShut;
  open_ = open_ && longer_;
  // The arrow stands beside it.
  const CssPx beside = area_width_ - margin() - max(kArrowRoom, margin());
  if (longer_) text_.set_width(max(beside, CssPx(1)), ratio_);
}

CssPx PhotoCaption::seen_height() const {
  const CssPx most = open_ ? area_height_ * kMostOpen - kPaddingTop - kPaddingBottom
                           : CaptionText::kLineHeight * kLinesShut;
  return min(text_.height(), max(most, CaptionText::kLineHeight));
}

CssPx PhotoCaption::panel_height() const {
  return open_ ? max(room(), kPaddingTop + seen_height() + kPaddingBottom) : room();
}

std::string_view PhotoCaption::link_at(Point at) const {
  const CssPx top = area_height_ - panel_height() + kPaddingTop;
  if (text_.empty() || at.y < top || at.y >= top + seen_height()) return {};
  return text_.link_at({at.x - text_left(), at.y - top + scrolled_});
}

void PhotoCaption::toggle() {
  if (!longer_) return;
  open_ = !open_;
  scrolled_ = CssPx(0);
  stale_ = true;
}

void PhotoCaption::scroll(double notches) {
  const CssPx most = open_ ? text_.height() - seen_height() : CssPx(0);
  const CssPx to = scrolled_ - kWheelStep * static_cast<float>(notches);
  scrolled_ = max(min(to, most), CssPx(0));
  stale_ = true;
}

void PhotoCaption::draw(ImDrawList& list, ImVec2 origin, float unit, double opacity) {
  const float bottom = origin.y + area_height_.value * unit;
  const ImVec2 panel{origin.x, bottom - panel_height().value * unit};
  const ImVec2 end{origin.x + area_width_.value * unit, bottom};
  if (open_) list.AddRectFilled(panel, end, gray(0, opacity));
  draw_text(list, {panel.x, panel.y + kPaddingTop.value * unit}, unit, gray(255, opacity));
  if (longer_) draw_arrow(list, end, unit, opacity);
  if (total_ > 1) draw_position(list, origin, unit, opacity);
}

void PhotoCaption::draw_text(ImDrawList& list, ImVec2 origin, float unit, ImU32 tint) {
  if (text_.empty()) return;
  if (std::exchange(stale_, false)) {
    const CssPx height = seen_height();
    const bool fades = longer_ && !open_;
    const CaptionText::Pixels pixels = text_.draw(scrolled_, height, fades ? kFadeFrom : height);
    texture_ = GlTexture(pixels.width, pixels.height, pixels.rgba.data());
    texture_size_ = {static_cast<float>(pixels.width), static_cast<float>(pixels.height)};
  }
  if (texture_.id() == host::TextureId{}) return;
  // On whole device px, as it was rasterised.
  const float pixel = unit / ratio_.value;
  const ImVec2 low{std::round((origin.x + text_left().value * unit) / pixel) * pixel,
                   std::round(origin.y / pixel) * pixel};
  const ImVec2 high{low.x + texture_size_.x * pixel, low.y + texture_size_.y * pixel};
  list.AddImage(ImTextureRef(static_cast<ImTextureID>(texture_.id().value)), low, high, {0, 0},
                {1, 1}, tint);
}

void PhotoCaption::draw_arrow(ImDrawList& list, ImVec2 end, float unit, double opacity) const {
  const CssPx inset = max(kArrowInset, margin() - kArrowButton - CssPx(16));
  const CssPx from_edge = inset + kArrowButton / 2;
  const CssPx across = direction_ == Direction::RightToLeft ? from_edge - area_width_ : -from_edge;
  const ImVec2 middle{end.x + across.value * unit,
                      end.y - (kArrowBottom + kArrowButton / 2).value * unit};
  const float up = open_ ? -3.5F : 3.5F;
  const std::array<ImVec2, 3> points{{{middle.x - 7 * unit, middle.y + up * unit},
                                      {middle.x, middle.y - up * unit},
                                      {middle.x + 7 * unit, middle.y + up * unit}}};
  list.AddPolyline(points.data(), static_cast<int>(points.size()), gray(255, opacity), 0, 2 * unit);
}

void PhotoCaption::draw_position(ImDrawList& list, ImVec2 origin, float unit,
                                 double opacity) const {
  std::array<char, 32> words{};
  std::snprintf(words.data(), words.size(), "%d / %d", index_ + 1, total_);
  ImFont* font = ImGui::GetFont();
  const float size = kPositionSize.value * unit;
  constexpr float kAnyWidth = 1e6F;
  const ImVec2 text = font->CalcTextSizeA(size, kAnyWidth, 0, words.data());
  const float height = kPositionHeight.value * unit;
  const float width = text.x + 2 * kPositionPadding.value * unit;
  const ImVec2 low{origin.x + (area_width_.value * unit - width) / 2,
                   origin.y + kPositionTop.value * unit};
  list.AddRectFilled(low, {low.x + width, low.y + height}, gray(0, kPillOpacity * opacity),
                     height / 2);
  list.AddText(
      font, size,
      {std::round(low.x + (width - text.x) / 2), std::round(low.y + (height - text.y) / 2)},
      gray(255, opacity), words.data());
}

}  // namespace article::preview
