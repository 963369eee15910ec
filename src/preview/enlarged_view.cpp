#include "preview/enlarged_view.h"

#include <algorithm>
#include <cmath>

namespace article::preview {
namespace {

constexpr int kPointer = 1;
constexpr double kNotchZoom = 1.25;
/// Dropped this far, of the area's height, nothing is left around the photo.
constexpr double kClearedAt = 0.5;
constexpr ImU32 kMissing = IM_COL32(60, 64, 68, 255);

}  // namespace

void EnlargedView::open(layout::Part part, int index) {
  part_ = part;
  picture_ = index;
  const auto found = viewer_.enlarged_photo(part, index, 0);
  if (!found) return;
  shown_ = found->index;
  motion_.emplace(shown_);
  tell_geometry();
  frame_due_ = true;
}

void EnlargedView::close() {
  motion_.reset();
  frame_due_ = true;
}

void EnlargedView::set_area(CssPx width, CssPx height, PixelRatio ratio) {
  width_ = width;
  height_ = height;
  ratio_ = ratio;
  tell_geometry();
}

std::optional<viewer::EnlargedPhoto> EnlargedView::photo(int index) const {
  return viewer_.enlarged_photo(part_, part_ == layout::Part::Gallery ? index : picture_, 0);
}

ImVec2 EnlargedView::size_of(const document::Photo& photo) const {
  if (photo.width <= 0 || photo.height <= 0) return {width_.value, height_.value};
  const auto wide = static_cast<float>(photo.width);
  const auto high = static_cast<float>(photo.height);
  const float share = std::min({width_.value / wide, height_.value / high, 1.0F});
  return {wide * share, high * share};
}

std::int32_t EnlargedView::picture_of(const document::Photo& photo) const {
  for (const viewer::SemanticNode& node : viewer_.semantics().nodes())
    if (node.picture != nullptr && node.picture->photo == &photo) return node.box->picture;
  return -1;
}

void EnlargedView::tell_geometry() {
  const auto found = photo(shown_);
  if (!motion_ || !found || width_ <= CssPx(0) || height_ <= CssPx(0)) return;
  const ImVec2 size = size_of(*found->photo);
  layout::EnlargedMotion::Geometry geometry;
  geometry.width = width_;
  geometry.height = height_;
  geometry.photo_width = CssPx(size.x);
  geometry.photo_height = CssPx(size.y);
  geometry.own_scale = static_cast<double>(found->photo->width) / (size.x * ratio_.value);
  geometry.count = found->total;
  geometry.direction = viewer_.direction();
  motion_->set_geometry(geometry);
  frame_due_ = true;
}

Point EnlargedView::from_middle(Point at) const { return {at.x - width_ / 2, at.y - height_ / 2}; }

void EnlargedView::follow(Milliseconds now) {
  frame_due_ = true;
  if (motion_->closes()) return close();
  if (motion_->photo() == shown_) return;
  shown_ = motion_->photo();
  tell_geometry();
  viewer_.show_photo(shown_, viewer::Event::Cause::User, now);
}

void EnlargedView::press(Point at, Milliseconds now) {
  motion_->pointer_down(kPointer, layout::PointerKind::Mouse, from_middle(at), now);
  follow(now);
}

void EnlargedView::move(Point at, Milliseconds now) {
  motion_->pointer_move(kPointer, from_middle(at), now);
  follow(now);
}

void EnlargedView::release(Point at, Milliseconds now) {
  motion_->pointer_up(kPointer, from_middle(at), now);
  follow(now);
}

void EnlargedView::wheel(Point at, double notches, Milliseconds now) {
  motion_->zoom_by(std::pow(kNotchZoom, notches), from_middle(at), now);
  follow(now);
}

void EnlargedView::zoom(double factor, Milliseconds now) {
  motion_->zoom_by(factor, {}, now);
  follow(now);
}

void EnlargedView::step_photo(int step, Milliseconds now) {
  const int forward = viewer_.direction() == Direction::RightToLeft ? -step : step;
  motion_->go_to(shown_ + forward, now);
  follow(now);
}

void EnlargedView::draw(ImDrawList& list, ImVec2 origin, float unit, Milliseconds now) {
  frame_due_ = false;
  if (!motion_) return;
  frame_due_ = motion_->advance(now);
  const ImVec2 end{origin.x + width_.value * unit, origin.y + height_.value * unit};
  const double dark = 1 - std::min(1.0, motion_->drop() / kClearedAt);
  list.PushClipRect(origin, end);
  list.AddRectFilled(origin, end, IM_COL32(0, 0, 0, static_cast<int>(255 * dark)));
  const float sign = viewer_.direction() == Direction::RightToLeft ? -1.0F : 1.0F;
  const int nearest = static_cast<int>(std::round(motion_->offset()));
  for (int index = nearest - 1; index <= nearest + 1; ++index) {
    const auto found = photo(index);
    // One that is shown alone stands in the middle only.
    if (!found || found->index != index) continue;
    const bool zoomed = index == motion_->zoomed_photo();
    const float scale = zoomed ? static_cast<float>(motion_->scale()) : 1.0F;
    const ImVec2 size = size_of(*found->photo);
    float x = (static_cast<float>(index) - static_cast<float>(motion_->offset())) * sign *
              motion_->pitch().value;
    float y = 0;
    if (zoomed) {
      x += static_cast<float>(motion_->x());
      y += static_cast<float>(motion_->y());
    }
    const ImVec2 low{origin.x + (width_.value / 2 + x - size.x * scale / 2) * unit,
                     origin.y + (height_.value / 2 + y - size.y * scale / 2) * unit};
    const ImVec2 high{low.x + size.x * scale * unit, low.y + size.y * scale * unit};
    const host::TextureId texture = pictures_.texture(picture_of(*found->photo));
    if (texture == host::TextureId{})
      list.AddRectFilled(low, high, kMissing);
    else
      list.AddImage(ImTextureRef(static_cast<ImTextureID>(texture.value)), low, high);
  }
  list.PopClipRect();
}

}  // namespace article::preview
