#pragma once

#include <memory>

#include <glib-object.h>

namespace article::preview {

struct GObjectDeleter {
  void operator()(void* object) const { g_object_unref(object); }
};
/// One reference to an object of GLib's.
template <typename T>
using GObjectPtr = std::unique_ptr<T, GObjectDeleter>;

struct GFreeDeleter {
  void operator()(void* memory) const { g_free(memory); }
};
using GString8 = std::unique_ptr<char, GFreeDeleter>;

struct GErrorDeleter {
  void operator()(GError* error) const { g_error_free(error); }
};
using GErrorPtr = std::unique_ptr<GError, GErrorDeleter>;

}  // namespace article::preview
