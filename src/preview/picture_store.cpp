#include "preview/picture_store.h"

#include <utility>

namespace article::preview {

void PictureStore::forget_loads(const Key& key) {
  for (auto load = loads_.begin(); load != loads_.end();) {
    if (load->second == key) {
      loader_.cancel(load->first);
      load = loads_.erase(load);
    } else {
      ++load;
    }
  }
}

DrawnPicture PictureStore::picture(std::int32_t number) const {
  const auto found = held_.find({generation_, number});
  if (found == held_.end()) return {};
  const Held& held = found->second;
  return {held.texture.id(), held.natural_width, held.natural_height};
}

bool PictureStore::serve(viewer::Viewer& viewer) {
  bool changed = false;
  for (viewer::PictureRequest& request : viewer.take_requests()) {
    changed = true;
    const Key key{request.generation, request.picture};
    if (request.kind == viewer::PictureRequest::Kind::Release) {
      forget_loads(key);
      held_.erase(key);
    } else {
      generation_ = request.generation;
      // The same picture in another size: the former texture is drawn until
      // this one is there.
      forget_loads(key);
      loads_[loader_.load(std::string(request.url), request.width, request.height)] = key;
    }
  }
  for (PictureLoader::Arrival& arrival : loader_.take()) {
    const auto load = loads_.find(arrival.serial);
    if (load == loads_.end()) continue;
    const Key key = load->second;
    loads_.erase(load);
    changed = true;
    GlTexture texture;
    if (arrival.picture)
      texture = GlTexture(arrival.picture.value->width, arrival.picture.value->height,
                          arrival.picture.value->rgba.data());
    if (texture.id() == host::TextureId{}) {
      faults_.push_back(arrival.picture ? "the graphics have no room for a picture"
                                        : std::move(arrival.picture.error));
      // A smaller one that is drawn stays.
      if (!held_.contains(key)) viewer.picture_failed(key.picture, key.generation);
      continue;
    }
    viewer.picture_ready(key.picture, key.generation, texture.id(),
                         arrival.picture.value->natural_width,
                         arrival.picture.value->natural_height);
    held_[key] = {std::move(texture), arrival.picture.value->natural_width,
                  arrival.picture.value->natural_height};
  }
  return changed;
}

}  // namespace article::preview
