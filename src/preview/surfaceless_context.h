#pragma once

#include <string>

namespace article::preview {

/// An OpenGL 3.2 core context without window, surface or display server, by
/// EGL (surfaceless platform, else the first device). Current on the thread
/// that made it as long as it lives.
class SurfacelessContext {
 public:
  SurfacelessContext();
  ~SurfacelessContext();
  SurfacelessContext(const SurfacelessContext&) = delete;
  SurfacelessContext& operator=(const SurfacelessContext&) = delete;

  /// Why there is none; "" where there is.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void* display_ = nullptr;
  void* context_ = nullptr;
  std::string error_;
};

}  // namespace article::preview
