#include "preview/offscreen_target.h"

#include <cstddef>

#include "preview/gl.h"

namespace article::preview {

OffscreenTarget::OffscreenTarget(int width, int height)
    : width_(width), height_(height), texture_(width, height, nullptr) {
  if (texture_.id() == host::TextureId{}) return;
  glGenFramebuffers(1, &framebuffer_);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id().value,
                         0);
  complete_ = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

OffscreenTarget::~OffscreenTarget() {
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
}

void OffscreenTarget::read(int rows, std::uint8_t* rgb, int row_bytes) const {
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  // OpenGL's first row is the lowest.
  for (int y = 0; y < rows; ++y)
    glReadPixels(0, height_ - 1 - y, width_, 1, GL_RGB, GL_UNSIGNED_BYTE,
                 rgb + static_cast<std::ptrdiff_t>(y) * row_bytes);
}

}  // namespace article::preview
