#include "preview/pango_text_host.h"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

/// Fontconfig keeps its configuration and caches until the process ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace article::preview {
namespace {

using host::StyleId;

/// Styles by number: 0 as given, 1 bold, 2 ten times as large, 3 tabular.
class PangoTextHostTest : public ::testing::Test {
 protected:
  PangoTextHostTest() {
    host::TextStyle style{.family = "\"No Such Font\", 'Noto Sans CJK SC', sans-serif",
                          .language = "zh-Hans",
                          .size = CssPx(16)};
    host_.define_style({0}, style);
    style.weight = host::Weight::Bold;
    host_.define_style({1}, style);
    style.weight = host::Weight::Regular;
    style.size = CssPx(160);
    host_.define_style({2}, style);
    style.size = CssPx(16);
    style.tabular_figures = true;
    host_.define_style({3}, style);
  }

  host::SegmentMetrics measured(std::uint32_t style, std::string_view text,
                                Direction direction = Direction::LeftToRight) {
    const host::MeasureRequest request{StyleId{style}, text, direction};
    host::SegmentMetrics metrics;
    host_.measure({&request, 1}, {&metrics, 1});
    return metrics;
  }

  /// Alpha of what is drawn, row by row.
  std::vector<unsigned> drawn(const host::RasterJob& job) {
    cairo_surface_t* surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, job.width, job.height);
    cairo_t* target = cairo_create(surface);
    host_.draw(target, job);
    cairo_destroy(target);
    cairo_surface_flush(surface);
    std::vector<unsigned> alpha;
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    for (int y = 0; y < job.height; ++y)
      for (int x = 0; x < job.width; ++x)
        alpha.push_back(pixels[y * cairo_image_surface_get_stride(surface) + 4 * x + 3]);
    cairo_surface_destroy(surface);
    return alpha;
  }

  PangoTextHost host_;
};

TEST_F(PangoTextHostTest, AHanCharacterIsOneEmWide) {
  EXPECT_NEAR(measured(0, "骨").advance, 16, 0.02);
  EXPECT_NEAR(measured(0, "，").advance, 16, 0.02);
}

TEST_F(PangoTextHostTest, AdvancesAreLinearInTheSize) {
  for (const char* text : {"harbour", "渔", "iiiii", "AVAV", "مرحبا"})
    EXPECT_NEAR(measured(0, text).advance * 10, measured(2, text).advance, 0.2) << text;
}

TEST_F(PangoTextHostTest, SpacesAdvanceWithoutInk) {
  const host::SegmentMetrics space = measured(0, "   ");
  EXPECT_GT(space.advance, 6);
  EXPECT_EQ(space.right - space.left, 0);
}

TEST_F(PangoTextHostTest, BoldIsHeavier) {
  EXPECT_GT(measured(1, "harbour").advance, measured(0, "harbour").advance);
}

TEST_F(PangoTextHostTest, TabularFiguresAreOfOneWidth) {
  EXPECT_EQ(measured(3, "1").advance, measured(3, "8").advance);
}

TEST_F(PangoTextHostTest, ArabicLettersJoin) {
  const float joined = measured(0, "بب", Direction::RightToLeft).advance;
  const float apart = 2 * measured(0, "ب", Direction::RightToLeft).advance;
  EXPECT_NE(joined, apart);
}

TEST_F(PangoTextHostTest, ABracketIsMirroredRightToLeft) {
  const host::SegmentMetrics left = measured(2, "(", Direction::LeftToRight);
  const host::SegmentMetrics right = measured(2, "(", Direction::RightToLeft);
  const host::SegmentMetrics closing = measured(2, ")", Direction::LeftToRight);
  EXPECT_EQ(right.left, closing.left);
  EXPECT_NE(right.left, left.left);
}

TEST_F(PangoTextHostTest, KnowsTheWordsOfThai) {
  const std::string_view text = "ภาษาไทย";
  std::vector<std::uint8_t> starts(text.size());
  host_.find_words(text, starts);
  for (std::size_t at = 1; at < text.size(); ++at)
    EXPECT_EQ(starts[at] != 0, at == std::string_view("ภาษา").size()) << at;
}

TEST_F(PangoTextHostTest, AscentAndDescentHoldALine) {
  const host::FontMetrics metrics = host_.font_metrics({0});
  EXPECT_GT(metrics.ascent, 11);
  EXPECT_GT(metrics.descent, 2);
  EXPECT_LT(metrics.ascent + metrics.descent, 32);
}

TEST_F(PangoTextHostTest, InkLiesWithinTheMeasuredBox) {
  for (const char* text : {"骨", "harbour", "ÄÖg", "مرحبا", "😀"}) {
    const host::SegmentMetrics metrics = measured(2, text);
    host::RasterJob job;
    job.style = {2};
    job.text = text;
    job.scale = 0.5F;
    constexpr float kMargin = 20;
    job.pen_x = kMargin - metrics.left * job.scale;
    job.pen_y = kMargin - metrics.top * job.scale;
    job.width =
        static_cast<std::uint16_t>((metrics.right - metrics.left) * job.scale + 2 * kMargin);
    job.height =
        static_cast<std::uint16_t>((metrics.bottom - metrics.top) * job.scale + 2 * kMargin);
    const std::vector<unsigned> alpha = drawn(job);
    unsigned inside = 0;
    unsigned outside = 0;
    for (int y = 0; y < job.height; ++y) {
      for (int x = 0; x < job.width; ++x) {
        constexpr int kEdge = static_cast<int>(kMargin) - 2;  // antialiasing reaches there
        const bool in = x >= kEdge && x < job.width - kEdge && y >= kEdge && y < job.height - kEdge;
        (in ? inside : outside) += alpha[static_cast<std::size_t>(y * job.width + x)];
      }
    }
    EXPECT_GT(inside, 10'000U) << text;
    EXPECT_EQ(outside, 0U) << text;
  }
}

TEST(PangoFamilies, LoseTheirQuotes) {
  EXPECT_EQ(pango_families("\"PingFang SC\", 'MiSans', sans-serif"),
            "PingFang SC, MiSans, sans-serif");
}

TEST(PangoLanguage, KnowsChineseByRegion) {
  EXPECT_EQ(pango_language("zh-Hans"), "zh-cn");
  EXPECT_EQ(pango_language("zh-Hant"), "zh-tw");
  EXPECT_EQ(pango_language("zh-Hant-HK"), "zh-hk");
  EXPECT_EQ(pango_language("ar"), "ar");
}

}  // namespace
}  // namespace article::preview
