#include "viewer/pictures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "viewer/viewer.h"

namespace article::viewer {

using layout::Fit;
using layout::PictureState;

std::string_view choose_source(const layout::Picture& picture, int device_width) {
  std::string_view best = picture.src;
  if (!picture.photo) return best;
  int best_width = picture.photo->width;
  for (const document::PictureSource& source : picture.photo->sources) {
    const bool enough = source.width >= device_width;
    // Where the width of `src` is not known, any other wins.
    const bool better = best_width >= device_width ? enough && source.width < best_width
                                                   : source.width > best_width;
    if (better) {
      best = source.src;
      best_width = source.width;
    }
  }
  return best;
}

void Pictures::follow(const layout::Page& page, PixelRatio ratio, std::uint32_t generation) {
  generation_ = generation;
  slots_.resize(page.pictures.size());
  textures_.resize(page.pictures.size());
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Rect& frame = page.boxes[static_cast<std::size_t>(page.pictures[i].box)].frame;
    slots_[i].width = static_cast<int>(std::ceil(to_device(frame.width, ratio).value));
    slots_[i].height = static_cast<int>(std::ceil(to_device(frame.height, ratio).value));
  }
}

void Pictures::want(const layout::Page& page, const Rect& near_zone, int current_photo) {
  // Far is beyond as much again on both sides: what is just out of view stays.
  const Rect kept{near_zone.x, near_zone.y - near_zone.height, near_zone.width,
                  3 * near_zone.height};
  const layout::Scroller& carousel = page.scrollers[layout::kCarouselScroller];
  for (std::size_t i = 0; i < slots_.size() && i < page.pictures.size(); ++i) {
    const layout::Picture& picture = page.pictures[i];
    const layout::Box& box = page.boxes[static_cast<std::size_t>(picture.box)];
    const auto number = static_cast<std::int32_t>(i);
    Rect frame = box.frame;
    bool candidate = !box.hidden && !picture.src.empty();
    if (picture.slide >= 0) {
      candidate = candidate && std::abs(picture.slide - current_photo) <= 1;
      frame.x = carousel.clip.x;
    } else {
      frame.x = near_zone.x;
    }
    frame.width = max(near_zone.width, CssPx(1));
    if (candidate && frame.intersects(near_zone)) {
      ask(picture, number);
    } else if (slots_[i].asked && slots_[i].state != PictureState::Failed) {
      const bool far_photo = picture.slide >= 0 && std::abs(picture.slide - current_photo) > 2;
      if (far_photo || box.hidden || !frame.intersects(kept)) give_back(number);
    }
  }
}

void Pictures::ask(const layout::Picture& picture, std::int32_t number) {
  Slot& slot = slots_[static_cast<std::size_t>(number)];
  if (slot.state == PictureState::Failed || slot.state == PictureState::ShownByHost) return;
  if (slot.width <= 0 || slot.height <= 0) return;
  // A picture that is drawn a little larger than it was asked for stays.
  if (slot.asked && slot.width <= slot.asked_width * 5 / 4 &&
      slot.height <= slot.asked_height * 5 / 4)
    return;
  slot.asked = true;
  slot.asked_width = slot.width;
  slot.asked_height = slot.height;
  PictureRequest request;
  request.width = slot.width;
  request.height = slot.height;
  int source_width = slot.width;
  if (picture.photo && picture.photo->width > 0 && picture.photo->height > 0) {
    const float aspect =
        static_cast<float>(picture.photo->width) / static_cast<float>(picture.photo->height);
    const int of_height = static_cast<int>(std::ceil(static_cast<float>(slot.height) * aspect));
    if (picture.fit == Fit::Cover) {
      source_width = std::max(source_width, of_height);
    } else {
      source_width = request.width = std::min(source_width, of_height);
      const float whole = static_cast<float>(request.width) / aspect;
      request.height = std::max(1, static_cast<int>(std::ceil(whole)));
    }
  }
  request.kind = PictureRequest::Kind::Load;
  request.picture = number;
  request.generation = generation_;
  request.url = choose_source(picture, source_width);
  requests_.push_back(request);
}

void Pictures::give_back(std::int32_t number) {
  Slot& slot = slots_[static_cast<std::size_t>(number)];
  slot.asked = false;
  slot.state = PictureState::Waiting;
  textures_[static_cast<std::size_t>(number)] = {};
  PictureRequest request;
  request.kind = PictureRequest::Kind::Release;
  request.picture = number;
  request.generation = generation_;
  requests_.push_back(request);
}

bool Pictures::ready(std::int32_t picture, host::TextureId texture, int width, int height) {
  const auto i = static_cast<std::size_t>(picture);
  if (i >= slots_.size()) return false;
  textures_[i] = {texture, width, height};
  return std::exchange(slots_[i].state, PictureState::Ready) == PictureState::Failed;
}

bool Pictures::failed(std::int32_t picture) {
  const auto i = static_cast<std::size_t>(picture);
  if (i >= slots_.size() || slots_[i].state == PictureState::Ready) return false;
  slots_[i].state = PictureState::Failed;
  return true;
}

void Pictures::shown_by_host(std::int32_t picture) {
  const auto i = static_cast<std::size_t>(picture);
  if (i >= slots_.size()) return;
  textures_[i] = {};
  slots_[i].state = PictureState::ShownByHost;
}

void Pictures::retry(std::int32_t picture) {
  Slot& slot = slots_[static_cast<std::size_t>(picture)];
  slot.state = PictureState::Waiting;
  slot.asked = false;
}

void Pictures::textures_lost() {
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    textures_[i] = {};
    if (slots_[i].state != PictureState::Ready && slots_[i].state != PictureState::Waiting)
      continue;
    slots_[i].state = PictureState::Waiting;
    slots_[i].asked = false;
  }
}

void Pictures::release_all() {
  for (std::size_t i = 0; i < slots_.size(); ++i)
    if (slots_[i].asked) give_back(static_cast<std::int32_t>(i));
  // What was asked for and not taken yet is of no use any more.
  std::erase_if(requests_,
                [](const PictureRequest& r) { return r.kind == PictureRequest::Kind::Load; });
  slots_.clear();
  textures_.clear();
}

std::vector<PictureState> Pictures::states() const {
  std::vector<PictureState> states;
  states.reserve(slots_.size());
  for (const Slot& slot : slots_) states.push_back(slot.state);
  return states;
}

std::vector<PictureRequest> Pictures::take_requests() { return std::exchange(requests_, {}); }

}  // namespace article::viewer
