#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "preview/drawn_picture.h"
#include "preview/gl_texture.h"
#include "preview/picture_loader.h"
#include "viewer/viewer.h"

namespace article::preview {

/// Answers a viewer's picture requests: loads what it asks for, keeps the
/// textures that it uses, frees what it gives back.
class PictureStore {
 public:
  /// @param arrived see PictureLoader.
  explicit PictureStore(std::function<void()> arrived) : loader_(std::move(arrived)) {}

  /// Takes the viewer's requests and hands it what has arrived.
  /// @return whether there was any of that.
  bool serve(viewer::Viewer& viewer);
  /// Waits for an arrival. @return whether there is one.
  bool wait(std::chrono::steady_clock::time_point until) { return loader_.wait(until); }

  /// Of the document that was asked for last.
  [[nodiscard]] DrawnPicture picture(std::int32_t number) const;
  [[nodiscard]] std::size_t loading() const { return loads_.size(); }
  /// URL and reason of each picture that could not be had, since the last call.
  [[nodiscard]] std::vector<std::string> take_faults() { return std::exchange(faults_, {}); }

 private:
  struct Key {
    std::uint32_t generation = 0;
    std::int32_t picture = 0;
    bool operator==(const Key&) const = default;
    bool operator<(const Key& other) const {
      return generation != other.generation ? generation < other.generation
                                            : picture < other.picture;
    }
  };
  struct Held {
    GlTexture texture;
    int natural_width = 0;
    int natural_height = 0;
  };
  void forget_loads(const Key& key);

  std::map<PictureLoader::Serial, Key> loads_;
  std::map<Key, Held> held_;
  std::uint32_t generation_ = 0;  ///< of the last request
  std::vector<std::string> faults_;
  PictureLoader loader_;
};

}  // namespace article::preview
