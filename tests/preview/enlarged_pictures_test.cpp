#include "preview/enlarged_pictures.h"

#include <chrono>
#include <semaphore>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gtest/gtest.h>
#include <link.h>

#include "preview/gl.h"
#include "preview/surfaceless_context.h"

namespace article::preview {
namespace {

/// A data: URL of a grey picture.
std::string picture(int width, int height) {
  GdkPixbuf* pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill(pixbuf, 0x808080FF);
  gchar* bytes = nullptr;
  gsize size = 0;
  gdk_pixbuf_save_to_buffer(pixbuf, &bytes, &size, "png", nullptr, nullptr);
  gchar* text = g_base64_encode(reinterpret_cast<const guchar*>(bytes), size);
  std::string url = std::string("data:image/png;base64,") + text;
  g_free(text);
  g_free(bytes);
  g_object_unref(pixbuf);
  return url;
}

/// Keeps the drivers that are loaded until the program ends. What Mesa's find out once about an AMD
/// processor they never give back, which is a leak where they are unloaded before.
int keep_driver(dl_phdr_info* library, std::size_t /*size*/, void* /*unused*/) {
  if (std::string_view(library->dlpi_name).ends_with("_dri.so"))
    dlopen(library->dlpi_name, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
  return 0;
}

class EnlargedPicturesTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(context_.error(), "");
    dl_iterate_phdr(keep_driver, nullptr);
  }

  void want(int photo, const std::string& url, float width) {
    pictures_.want(photo, {url, DevicePx(width), DevicePx(width / 2)});
  }
  /// Waits for one more picture.
  void arrive() {
    ASSERT_TRUE(arrivals_.try_acquire_for(std::chrono::seconds(10))) << "no picture arrived";
    pictures_.serve();
  }
  /// Whether no other picture is on its way: one that is asked for now comes first.
  void expect_nothing_else() {
    want(kLast, small_, 1);
    arrive();
    EXPECT_NE(pictures_.picture(kLast).texture, host::TextureId{});
  }
  /// Of the picture's texture, pixels.
  [[nodiscard]] int texture_width(int photo) const {
    GLint width = 0;
    glBindTexture(GL_TEXTURE_2D, name(photo));
    glGetTexLevelParameteriv(GL_TEXTURE_2D, 0, GL_TEXTURE_WIDTH, &width);
    return width;
  }
  [[nodiscard]] GLuint name(int photo) const {
    return static_cast<GLuint>(pictures_.picture(photo).texture.value);
  }

  static constexpr int kLast = 99;
  const std::string small_ = picture(400, 200);
  const std::string large_ = picture(1600, 800);
  const SurfacelessContext context_;
  std::counting_semaphore<> arrivals_{0};
  EnlargedPictures pictures_{[this] { arrivals_.release(); }};
};

TEST_F(EnlargedPicturesTest, DecodesWhatIsDrawnAndNoMore) {
  want(0, large_, 800);
  EXPECT_EQ(pictures_.picture(0).texture, host::TextureId{});
  arrive();
  EXPECT_EQ(texture_width(0), 800);
  EXPECT_EQ(pictures_.picture(0).natural_width, 1600);
  EXPECT_EQ(pictures_.picture(0).natural_height, 800);
}

TEST_F(EnlargedPicturesTest, ReplacesAPictureByALargerOneOnly) {
  want(0, small_, 400);
  arrive();
  const GLuint first = name(0);
  want(0, small_, 300);
  // All of that source is there.
  want(0, small_, 500);
  expect_nothing_else();
  EXPECT_EQ(name(0), first);

  want(0, large_, 1600);
  EXPECT_EQ(name(0), first);
  arrive();
  EXPECT_EQ(texture_width(0), 1600);
  EXPECT_EQ(glIsTexture(first), GL_FALSE) << "the smaller one was given back";
}

TEST_F(EnlargedPicturesTest, GivesBackWhatIsNoNeighbour) {
  for (const int photo : {0, 1, 2}) {
    want(photo, small_, 400);
    arrive();
  }
  const GLuint names[] = {name(0), name(1), name(2)};
  pictures_.keep(1, 2);
  EXPECT_EQ(glIsTexture(names[0]), GL_FALSE);
  EXPECT_EQ(glIsTexture(names[1]), GL_TRUE);
  EXPECT_EQ(glIsTexture(names[2]), GL_TRUE);
  pictures_.clear();
  EXPECT_EQ(glIsTexture(names[1]), GL_FALSE);
  EXPECT_EQ(glIsTexture(names[2]), GL_FALSE);
}

TEST_F(EnlargedPicturesTest, DropsWhatArrivesAfterItsPhotoWasLeft) {
  want(0, small_, 400);
  ASSERT_TRUE(arrivals_.try_acquire_for(std::chrono::seconds(10)));
  pictures_.clear();
  EXPECT_FALSE(pictures_.serve());
  EXPECT_EQ(pictures_.picture(0).texture, host::TextureId{});
}

TEST_F(EnlargedPicturesTest, NamesWhatCantBeHadOnceAndKeepsWhatIsThere) {
  want(0, small_, 400);
  arrive();
  want(0, "data:image/png;base64,AAAA", 800);
  arrive();
  EXPECT_EQ(texture_width(0), 400);
  const std::vector<std::string> faults = pictures_.take_faults();
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_TRUE(faults[0].starts_with("data:image/png;base64,AAAA: ")) << faults[0];
  want(0, "data:image/png;base64,AAAA", 800);
  expect_nothing_else();
  EXPECT_TRUE(pictures_.take_faults().empty());
}

TEST_F(EnlargedPicturesTest, HoldsNoTextureOfMoreThanSixteenMillionPixels) {
  want(0, picture(6000, 3000), 6000);
  arrive();
  EXPECT_NEAR(texture_width(0), 5656, 1);
}

TEST(EnlargedResolution, IsTwiceTheSizeOrThatOfTheLargestScale) {
  struct Case {
    double scale, own_scale, resolution;
  };
  const Case cases[] = {
      {1, 6, 1},      // as it fits
      {0.9, 6, 1},    // pinched beyond that
      {1.01, 6, 2},   // zoomed
      {2, 6, 2},      // as far as that goes
      {2.1, 6, 6},    // to its own pixels
      {2.1, 1.5, 4},  // to four times
  };
  for (const Case& c : cases)
    EXPECT_EQ(enlarged_resolution(c.scale, c.own_scale), c.resolution) << c.scale;
}

}  // namespace
}  // namespace article::preview
