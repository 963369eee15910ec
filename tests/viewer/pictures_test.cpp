#include "viewer/pictures.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace article::viewer {
namespace {

TEST(ChooseSource, TakesTheSmallestThatIsWideEnoughElseTheWidest) {
  struct Case {
    int src_width;
    std::vector<int> sources;
    int wanted;
    std::string chosen;
  };
  const Case cases[] = {
      {1600, {400, 800}, 390, "400"},   {1600, {400, 800}, 400, "400"},
      {1600, {400, 800}, 401, "800"},   {1600, {400, 800}, 1200, "src"},
      {1600, {400, 800}, 4000, "src"},  {800, {400, 1600}, 1000, "1600"},
      {800, {400, 1600}, 9000, "1600"}, {0, {400, 800}, 300, "400"},
      {1600, {}, 300, "src"},
  };
  for (const Case& c : cases) {
    document::Photo photo;
    photo.src = "src";
    photo.width = c.src_width;
    std::vector<std::string> names;
    for (const int width : c.sources) names.push_back(std::to_string(width));
    for (std::size_t i = 0; i < names.size(); ++i)
      photo.sources.push_back({names[i], c.sources[i], ""});
    layout::Picture picture;
    picture.src = photo.src;
    picture.photo = &photo;
    EXPECT_EQ(choose_source(picture, c.wanted), c.chosen) << c.src_width << " wanted " << c.wanted;
  }
}

TEST(ChooseSource, HasOnlyTheAddressOfALogo) {
  layout::Picture picture;
  picture.src = "logo.webp";
  EXPECT_EQ(choose_source(picture, 56), "logo.webp");
}

}  // namespace
}  // namespace article::viewer
