#include "preview/picture_decoder.h"

#include <string>

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gtest/gtest.h>

namespace article::preview {
namespace {

/// A picture whose left half is red and right half blue.
std::string picture(int width, int height, const char* format) {
  GdkPixbuf* pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill(pixbuf, 0x0000FFFF);
  GdkPixbuf* left = gdk_pixbuf_new_subpixbuf(pixbuf, 0, 0, width / 2, height);
  gdk_pixbuf_fill(left, 0xFF0000FF);
  gchar* bytes = nullptr;
  gsize size = 0;
  gdk_pixbuf_save_to_buffer(pixbuf, &bytes, &size, format, nullptr, nullptr);
  std::string out(bytes, size);
  g_free(bytes);
  g_object_unref(left);
  g_object_unref(pixbuf);
  return out;
}

/// The same JPEG with an EXIF orientation, in a segment of its own after SOI.
std::string turned(const std::string& jpeg, char orientation) {
  std::string exif = "\xFF\xE1";
  const std::string tiff = std::string("Exif\0\0II*\0\x08\0\0\0", 14) +
                           std::string("\x01\0\x12\x01\x03\0\x01\0\0\0", 10) + orientation +
                           std::string("\0\0\0\0\0\0\0", 7);
  exif += '\0';
  exif += static_cast<char>(tiff.size() + 2);
  return jpeg.substr(0, 2) + exif + tiff + jpeg.substr(2);
}

/// The same JPEG with a colour profile that is none, in a segment of its own.
std::string with_broken_profile(const std::string& jpeg) {
  const std::string profile = std::string("ICC_PROFILE\0\x01\x01", 14) + std::string(200, 'x');
  std::string segment = "\xFF\xE2";
  segment += '\0';
  segment += static_cast<char>(profile.size() + 2);
  return jpeg.substr(0, 2) + segment + profile + jpeg.substr(2);
}

std::string color_at(const DecodedPicture& decoded, int x, int y) {
  const std::uint8_t* pixel = decoded.rgba.data() + 4 * (y * decoded.width + x);
  if (pixel[3] != 255) return "transparent";
  return pixel[0] > 128 ? "red" : "blue";
}

TEST(DecodePicture, ScalesToWhatCoversAndNoFurther) {
  struct Case {
    int cover_width, cover_height, width, height;
  };
  const Case cases[] = {
      {100, 50, 100, 50},   // as high as asked for
      {50, 50, 100, 50},    // the height decides
      {150, 10, 150, 75},   // the width decides
      {999, 999, 200, 100}  // never enlarged
  };
  for (const char* format : {"png", "jpeg"}) {
    const std::string bytes = picture(200, 100, format);
    for (const Case& c : cases) {
      const Result<DecodedPicture> decoded = decode_picture(bytes, c.cover_width, c.cover_height);
      ASSERT_TRUE(decoded) << decoded.error;
      EXPECT_EQ(decoded.value->width, c.width) << format;
      EXPECT_EQ(decoded.value->height, c.height) << format;
      EXPECT_EQ(decoded.value->natural_width, 200);
      EXPECT_EQ(decoded.value->natural_height, 100);
      EXPECT_EQ(color_at(*decoded.value, 1, 1), "red");
      EXPECT_EQ(color_at(*decoded.value, c.width - 2, c.height - 2), "blue");
    }
  }
}

TEST(DecodePicture, TurnsAsTheFileAsks) {
  // 6: the first column is the top, from right to left.
  const Result<DecodedPicture> decoded =
      decode_picture(turned(picture(200, 100, "jpeg"), 6), 50, 100);
  ASSERT_TRUE(decoded) << decoded.error;
  EXPECT_EQ(decoded.value->natural_width, 100);
  EXPECT_EQ(decoded.value->natural_height, 200);
  EXPECT_EQ(decoded.value->width, 50);
  EXPECT_EQ(decoded.value->height, 100);
  EXPECT_EQ(color_at(*decoded.value, 25, 5), "red");
  EXPECT_EQ(color_at(*decoded.value, 25, 95), "blue");
}

TEST(DecodePicture, TakesColorsAsTheyAreWrittenWhateverTheProfile) {
  const Result<DecodedPicture> decoded =
      decode_picture(with_broken_profile(picture(200, 100, "jpeg")), 100, 50);
  ASSERT_TRUE(decoded) << decoded.error;
  EXPECT_EQ(color_at(*decoded.value, 1, 1), "red");
  EXPECT_EQ(color_at(*decoded.value, 98, 48), "blue");
}

TEST(DecodePicture, RefusesWhatIsNoPicture) {
  EXPECT_FALSE(decode_picture("", 10, 10));
  EXPECT_FALSE(decode_picture("<html>", 10, 10));
  const std::string whole = picture(200, 100, "png");
  EXPECT_FALSE(decode_picture(std::string_view(whole).substr(0, 20), 10, 10));
}

TEST(DecodePicture, RefusesMoreThanAHundredMillionPixels) {
  const Result<DecodedPicture> decoded = decode_picture("P6 20000 20000 255\n\xFF", 10, 10);
  EXPECT_EQ(decoded.error, "the picture has more than 100 million pixels");
}

}  // namespace
}  // namespace article::preview
