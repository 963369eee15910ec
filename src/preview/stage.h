#pragma once

#include <functional>
#include <string>

#include "preview/ada_url_host.h"
#include "preview/gl_raster_host.h"
#include "preview/icu_locale_host.h"
#include "preview/imgui_renderer.h"
#include "preview/pango_text_host.h"
#include "preview/picture_store.h"
#include "preview/result.h"
#include "viewer/viewer.h"

namespace article::preview {

/// One viewer with the desktop's hosts. Needs a current OpenGL context as long
/// as it lives.
class Stage {
 public:
  /// It has all models of phrases. @param arrived see PictureLoader.
  explicit Stage(std::function<void()> arrived);

  [[nodiscard]] bool works() const { return renderer_.works(); }
  [[nodiscard]] viewer::Viewer& viewer() { return viewer_; }
  [[nodiscard]] PictureStore& pictures() { return pictures_; }
  [[nodiscard]] ImGuiRenderer& renderer() { return renderer_; }

  void set_width(CssPx width);
  void set_ratio(PixelRatio ratio);
  void set_dark(bool dark);
  [[nodiscard]] const viewer::Settings& settings() const { return settings_; }

  /// Fetches and shows a document; the former one stays where that fails.
  /// @param location file, file: or http(s) URL.
  /// @return the headline.
  [[nodiscard]] Result<std::string> load(const std::string& location);

 private:
  PangoTextHost text_host_;
  GlRasterHost raster_host_;
  ImGuiRenderer renderer_;
  IcuLocaleHost locale_host_;
  AdaUrlHost url_host_;
  viewer::Engine engine_;
  viewer::Viewer viewer_;
  PictureStore pictures_;
  viewer::Settings settings_;
};

}  // namespace article::preview
