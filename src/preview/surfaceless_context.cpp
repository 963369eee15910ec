#include "preview/surfaceless_context.h"

#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace article::preview {
namespace {

EGLDisplay initialised(EGLDisplay display) {
  if (display == EGL_NO_DISPLAY) return display;
  return eglInitialize(display, nullptr, nullptr) ? display : EGL_NO_DISPLAY;
}

EGLDisplay first_device() {
  const auto query =
      reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
  EGLDeviceEXT device = nullptr;
  EGLint count = 0;
  if (query == nullptr || !query(1, &device, &count) || count == 0) return EGL_NO_DISPLAY;
  return initialised(eglGetPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, device, nullptr));
}

EGLDisplay open_display() {
  const EGLDisplay display = initialised(
      eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
  return display != EGL_NO_DISPLAY ? display : first_device();
}

}  // namespace

SurfacelessContext::SurfacelessContext() {
  display_ = open_display();
  if (display_ == EGL_NO_DISPLAY) {
    error_ = "EGL has no display that works without a window server";
    return;
  }
  const EGLint config_wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                                  EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (!eglBindAPI(EGL_OPENGL_API) ||
      !eglChooseConfig(display_, config_wanted, &config, 1, &count) || count == 0) {
    error_ = "EGL has no OpenGL";
    return;
  }
  const EGLint context_wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                                   3,
                                   EGL_CONTEXT_MINOR_VERSION,
                                   2,
                                   EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                   EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                   EGL_NONE};
  context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, context_wanted);
  if (context_ == EGL_NO_CONTEXT ||
      !eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_))
    error_ = "EGL has no OpenGL 3.2 without a surface";
}

SurfacelessContext::~SurfacelessContext() {
  if (display_ == EGL_NO_DISPLAY) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
  eglTerminate(display_);
}

}  // namespace article::preview
