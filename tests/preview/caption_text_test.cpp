#include "preview/caption_text.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include <gtest/gtest.h>

namespace article::preview {
namespace {

constexpr CssPx kWidth{320};

CaptionText text_of(const std::string& caption, const std::string& language = "zh-Hans",
                    const std::string& credit = "", PixelRatio ratio = {}) {
  CaptionText text;
  text.set({caption, credit, language,
            language == "ar" ? Direction::RightToLeft : Direction::LeftToRight, ""});
  text.set_width(kWidth, ratio);
  return text;
}

/// The strongest ink of a part, 0 to 255.
int ink(const CaptionText::Pixels& pixels, int left, int top, int width, int height) {
  int most = 0;
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x)
      most =
          std::max<int>(most, pixels.rgba[4 * static_cast<std::size_t>(y * pixels.width + x) + 3]);
  return most;
}

CaptionText::Pixels all_of(const CaptionText& text) {
  return text.draw(CssPx(0), text.height(), text.height());
}

TEST(CaptionText, IsAsHighAsItsLines) {
  EXPECT_EQ(text_of("渔港").height(), CssPx(24));
  // 20 Han of 16 px a line.
  std::string long_caption;
  for (int i = 0; i < 50; ++i) long_caption += "潮";
  EXPECT_EQ(text_of(long_caption).height(), CssPx(72));
  EXPECT_TRUE(text_of("").empty());
  EXPECT_EQ(text_of("").height(), CssPx(0));
}

TEST(CaptionText, KeepsACreditOnOneLine) {
  std::string caption;
  for (int i = 0; i < 18; ++i) caption += "潮";
  const CaptionText text = text_of(caption, "zh-Hans", "黄澄 摄");
  EXPECT_EQ(text.height(), CssPx(48));
  const CaptionText::Pixels pixels = all_of(text);
  EXPECT_EQ(ink(pixels, 18 * 16 + 1, 0, 320 - 18 * 16 - 1, 24), 0) << "nothing of it on the first";
  EXPECT_GT(ink(pixels, 0, 24, 60, 24), 128);
}

TEST(CaptionText, StartsAtTheRightWhereThatIsTheScriptsStart) {
  const CaptionText::Pixels arabic = all_of(text_of("المرفأ", "ar"));
  EXPECT_GT(ink(arabic, 290, 0, 30, 24), 128);
  EXPECT_EQ(ink(arabic, 0, 0, 160, 24), 0);
  const CaptionText::Pixels english = all_of(text_of("Harbour", "en"));
  EXPECT_GT(ink(english, 0, 0, 30, 24), 128);
  EXPECT_EQ(ink(english, 160, 0, 160, 24), 0);
}

TEST(CaptionText, LinksWhereTheCaptionIsAndNotInItsCreditOrBesideIt) {
  CaptionText text;
  text.set({"渔港的早晨", "黄澄 摄", "zh-Hans", Direction::LeftToRight, "https://example.com/"});
  text.set_width(kWidth, PixelRatio{2});
  EXPECT_EQ(text.link_at({CssPx(40), CssPx(12)}), "https://example.com/");
  EXPECT_EQ(text.link_at({CssPx(110), CssPx(12)}), "") << "the credit";
  EXPECT_EQ(text.link_at({CssPx(300), CssPx(12)}), "") << "beside them";
  EXPECT_EQ(text_of("渔港的早晨").link_at({CssPx(40), CssPx(12)}), "");
}

TEST(CaptionText, DrawsInDevicePxWhatIsSeenAndFadesToItsEnd) {
  std::string caption;
  for (int i = 0; i < 100; ++i) caption += "潮";
  const CaptionText text = text_of(caption, "zh-Hans", "", PixelRatio{2});
  const CaptionText::Pixels faded = text.draw(CssPx(0), CssPx(72), CssPx(40));
  EXPECT_EQ(faded.width, 640);
  EXPECT_EQ(faded.height, 144);
  EXPECT_EQ(ink(faded, 0, 0, 640, 48), 255);
  EXPECT_LT(ink(faded, 0, 128, 640, 16), 64);
  const CaptionText::Pixels whole = text.draw(CssPx(24), CssPx(72), CssPx(72));
  EXPECT_EQ(ink(whole, 0, 96, 640, 48), 255);
}

}  // namespace
}  // namespace article::preview
