#include "preview/stage.h"

#include <atomic>
#include <utility>

#include "preview/fetch.h"
#include "preview/phrase_models.h"
#include "preview/picture_types.h"

namespace article::preview {

Stage::Stage(std::function<void()> arrived)
    : raster_host_(text_host_),
      engine_(text_host_, raster_host_, locale_host_, url_host_),
      viewer_(engine_),
      pictures_(std::move(arrived)) {
  learn_phrases(engine_.segments().phrases());
  viewer_.configure(settings_);
}

void Stage::set_width(CssPx width) {
  settings_.width = width;
  viewer_.set_width(width);
}

void Stage::set_ratio(PixelRatio ratio) {
  settings_.ratio = ratio;
  viewer_.set_ratio(ratio);
}

void Stage::set_dark(bool dark) {
  settings_.dark = dark;
  settings_.palette = dark ? viewer::dark_palette() : viewer::light_palette();
  viewer_.configure(settings_);
}

Result<std::string> Stage::load(const std::string& location) {
  using Loaded = Result<std::string>;
  Result<std::string> url = url_of(location);
  if (!url) return Loaded::failed(std::move(url.error));
  const std::atomic<bool> stop = false;
  Result<Fetched> fetched = fetch(*url.value, kDocumentLimits, stop);
  if (!fetched) return Loaded::failed(std::move(fetched.error));
  const std::string& json = fetched.value->bytes;
  viewer::Viewer::Loaded loaded =
      viewer_.load(json, fetched.value->url, refused_types(url_host_, json));
  if (loaded.refusal != document::Refusal::None) return Loaded::failed(std::move(loaded.message));
  return Loaded::of(std::string(loaded.headline));
}

}  // namespace article::preview
