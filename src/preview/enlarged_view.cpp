#include "preview/enlarged_view.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

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
  sharper_.clear();
  shown_ = found->index;
  motion_.emplace(shown_);
  on_caption_ = false;
  show_caption();
  tell_geometry();
  frame_due_ = true;
}

void EnlargedView::close() {
  motion_.reset();
  sharper_.clear();
  frame_due_ = true;
}

void EnlargedView::set_area(CssPx width, CssPx height, PixelRatio ratio) {
  width_ = width;
  height_ = height;
  ratio_ = ratio;
  caption_.set_area(width, height, ratio);
  tell_geometry();
}

std::optional<viewer::EnlargedPhoto> EnlargedView::photo(int index, int device_width) const {
  const int number = part_ == layout::Part::Gallery ? index : picture_;
  return viewer_.enlarged_photo(part_, number, device_width);
}

DrawnPicture EnlargedView::picture_of(const viewer::EnlargedPhoto& photo) const {
  const DrawnPicture sharper = sharper_.picture(photo.index);
  if (sharper.texture != host::TextureId{}) return sharper;
  for (const viewer::SemanticNode& node : viewer_.semantics().nodes())
    if (node.picture != nullptr && node.picture->photo == photo.photo)
      return pictures_.picture(node.box->picture);
  return {};
}

ImVec2 EnlargedView::own_size(const viewer::EnlargedPhoto& photo) const {
  const auto width = static_cast<float>(photo.photo->width);
  const auto height = static_cast<float>(photo.photo->height);
  const DrawnPicture picture = picture_of(photo);
  if (picture.natural_width <= 0 || picture.natural_height <= 0) return {width, height};
  // The document may be wrong about its shape.
  const auto natural_width = static_cast<float>(picture.natural_width);
  const float own = std::max(width, natural_width);
  return {own, own * static_cast<float>(picture.natural_height) / natural_width};
}

ImVec2 EnlargedView::size_of(const viewer::EnlargedPhoto& photo) const {
  const ImVec2 own = own_size(photo);
  const float height = picture_height().value;
  if (own.x <= 0 || own.y <= 0) return {width_.value, height};
  // Where the document does not say how large it is, what is there may be but a small copy.
  const float most = photo.photo->width > 0 ? 1 : std::numeric_limits<float>::max();
  const float share = std::min({width_.value / own.x, height / own.y, most});
  return {own.x * share, own.y * share};
}

double EnlargedView::own_scale(const viewer::EnlargedPhoto& photo, ImVec2 size) const {
  return own_size(photo).x / to_device(CssPx(size.x), ratio_).value;
}

void EnlargedView::show_caption() {
  const auto found = photo(shown_);
  if (!found) return;
  caption_.show({.caption = std::string(found->photo->caption),
                 .credit = std::string(found->photo->credit),
                 .language = std::string(viewer_.language().tag()),
                 .direction = viewer_.direction(),
                 .url = std::string(found->photo->url)},
                found->index, found->total);
}

void EnlargedView::tell_geometry() {
  const auto found = photo(shown_);
  if (!motion_ || !found || width_ <= CssPx(0) || picture_height() <= CssPx(0)) return;
  told_size_ = size_of(*found);
  layout::EnlargedMotion::Geometry geometry;
  geometry.width = width_;
  geometry.height = picture_height();
  geometry.photo_width = CssPx(told_size_.x);
  geometry.photo_height = CssPx(told_size_.y);
  geometry.own_scale = own_scale(*found, told_size_);
  geometry.count = found->total;
  geometry.direction = viewer_.direction();
  motion_->set_geometry(geometry);
  frame_due_ = true;
}

Point EnlargedView::from_middle(Point at) const {
  return {at.x - width_ / 2, at.y - picture_height() / 2};
}

void EnlargedView::follow(Milliseconds now) {
  frame_due_ = true;
  if (motion_->closes()) return close();
  if (motion_->photo() == shown_) return;
  shown_ = motion_->photo();
  show_caption();
  tell_geometry();
  viewer_.show_photo(shown_, viewer::Event::Cause::User, now);
}

void EnlargedView::press(Point at, Milliseconds now) {
  on_caption_ = caption_.contains(at);
  if (on_caption_) return;
  motion_->pointer_down(kPointer, layout::PointerKind::Mouse, from_middle(at), now);
  follow(now);
}

void EnlargedView::move(Point at, Milliseconds now) {
  if (on_caption_) return;
  motion_->pointer_move(kPointer, from_middle(at), now);
  follow(now);
}

void EnlargedView::release(Point at, Milliseconds now) {
  if (std::exchange(on_caption_, false)) {
    if (!caption_.contains(at)) return;
    link_ = caption_.link_at(at);
    if (link_.empty()) toggle_caption();
    return;
  }
  motion_->pointer_up(kPointer, from_middle(at), now);
  follow(now);
}

void EnlargedView::wheel(Point at, double notches, Milliseconds now) {
  if (caption_.contains(at)) return scroll_caption(notches);
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

void EnlargedView::go_to_end(bool last, Milliseconds now) {
  const auto found = photo(shown_);
  motion_->go_to(last && found ? found->total - 1 : 0, now);
  follow(now);
}

void EnlargedView::scroll_caption(double notches) {
  caption_.scroll(notches);
  frame_due_ = true;
}

void EnlargedView::toggle_caption() {
  caption_.toggle();
  frame_due_ = true;
}

viewer::Cursor EnlargedView::cursor(Point at) const {
  if (caption_.contains(at))
    return caption_.expands() || !caption_.link_at(at).empty() ? viewer::Cursor::Pointer
                                                               : viewer::Cursor::Default;
  return viewer::Cursor::Grab;
}

void EnlargedView::sharpen(const viewer::EnlargedPhoto& photo, ImVec2 size, double scale) {
  const double resolution = enlarged_resolution(scale, own_scale(photo, size));
  const DevicePx width = to_device(CssPx(size.x * resolution), ratio_);
  const DevicePx height = to_device(CssPx(size.y * resolution), ratio_);
  const auto better = this->photo(photo.index, static_cast<int>(std::ceil(width.value)));
  if (better) sharper_.want(photo.index, {better->url, width, height});
}

void EnlargedView::draw_photo(ImDrawList& list, int index, ImVec2 origin, float unit) {
  const auto found = photo(index);
  // One that is shown alone stands in the middle only.
  if (!found || found->index != index) return;
  const bool zoomed = index == motion_->zoomed_photo();
  const double scale = zoomed ? motion_->scale() : 1;
  const ImVec2 size = size_of(*found);
  sharpen(*found, size, scale);
  const float sign = viewer_.direction() == Direction::RightToLeft ? -1.0F : 1.0F;
  float x = (static_cast<float>(index) - static_cast<float>(motion_->offset())) * sign *
            motion_->pitch().value;
  float y = 0;
  if (zoomed) {
    x += static_cast<float>(motion_->x());
    y += static_cast<float>(motion_->y());
  }
  const ImVec2 half{size.x * static_cast<float>(scale) / 2, size.y * static_cast<float>(scale) / 2};
  const ImVec2 middle{width_.value / 2 + x, picture_height().value / 2 + y};
  const ImVec2 low{origin.x + (middle.x - half.x) * unit, origin.y + (middle.y - half.y) * unit};
  const ImVec2 high{origin.x + (middle.x + half.x) * unit, origin.y + (middle.y + half.y) * unit};
  const host::TextureId texture = picture_of(*found).texture;
  if (texture == host::TextureId{})
    list.AddRectFilled(low, high, kMissing);
  else
    list.AddImage(ImTextureRef(static_cast<ImTextureID>(texture.value)), low, high);
}

void EnlargedView::draw(ImDrawList& list, ImVec2 origin, float unit, Milliseconds now) {
  frame_due_ = false;
  if (!motion_) return;
  // What has arrived may be of another shape than the document says.
  if (const auto found = photo(shown_); found) {
    const ImVec2 size = size_of(*found);
    if (size.x != told_size_.x || size.y != told_size_.y) tell_geometry();
  }
  frame_due_ = motion_->advance(now);
  const ImVec2 end{origin.x + width_.value * unit, origin.y + height_.value * unit};
  const double seen = 1 - std::min(1.0, motion_->drop() / kClearedAt);
  list.PushClipRect(origin, end);
  list.AddRectFilled(origin, end, IM_COL32(0, 0, 0, static_cast<int>(255 * seen)));
  list.PushClipRect(origin, {end.x, origin.y + picture_height().value * unit}, true);
  const int nearest = static_cast<int>(std::round(motion_->offset()));
  sharper_.keep(nearest - 1, nearest + 1);
  // The one in the middle is asked for first.
  for (const int index : {nearest, nearest - 1, nearest + 1}) draw_photo(list, index, origin, unit);
  list.PopClipRect();
  caption_.draw(list, origin, unit, seen);
  list.PopClipRect();
}

}  // namespace article::preview
