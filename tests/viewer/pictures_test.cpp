#include "viewer/pictures.h"

#include <cstddef>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "layout/page.h"
#include "viewer/viewer.h"

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
      {1600, {}, 300, "src"},           {0, {400, 800}, 1000, "800"},
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

/// A page of pictures alone, each 300 by 200 at the top.
struct PicturesTest : testing::Test {
  layout::Picture& add(int width, int height, layout::Fit fit = layout::Fit::Cover) {
    layout::Box box;
    box.frame = {CssPx(0), CssPx(0), CssPx(300), CssPx(200)};
    page.boxes.push_back(box);
    document::Photo& photo = photos.emplace_back();
    photo.src = "src";
    photo.width = width;
    photo.height = height;
    for (const int source : {200, 400, 800}) photo.sources.push_back({"source", source, ""});
    layout::Picture& picture = page.pictures.emplace_back();
    picture.src = photo.src;
    picture.photo = &photo;
    picture.fit = fit;
    picture.box = static_cast<layout::BoxIndex>(page.boxes.size()) - 1;
    return picture;
  }

  void want(int current = 0, float ratio = 1) {
    pictures.follow(page, PixelRatio{ratio}, 1);
    pictures.want(page, {CssPx(0), CssPx(0), CssPx(390), CssPx(800)}, current);
  }

  /// Numbers of the pictures that a kind of request is for.
  std::vector<int> numbers(PictureRequest::Kind kind) {
    std::vector<int> found;
    for (const PictureRequest& request : pictures.take_requests())
      if (request.kind == kind) found.push_back(request.picture);
    return found;
  }
  static constexpr auto kLoad = PictureRequest::Kind::Load;
  static constexpr auto kRelease = PictureRequest::Kind::Release;

  std::deque<document::Photo> photos;
  layout::Page page;
  Pictures pictures;
};

TEST_F(PicturesTest, AreAskedForInTheSizeThatTheyAreDrawnAt) {
  struct Case {
    int width, height;
    layout::Fit fit;
    int asked_width, asked_height;
  };
  const Case cases[] = {
      {1600, 1067, layout::Fit::Cover, 300, 200}, {1067, 1600, layout::Fit::Cover, 300, 200},
      {1600, 400, layout::Fit::Contain, 300, 75},  // its width fills the box
      {400, 1600, layout::Fit::Contain, 50, 200},  // its height does
      {20000, 10, layout::Fit::Contain, 300, 1},   // a pixel at least
      {0, 0, layout::Fit::Contain, 300, 200},      // not told
      {1600, 0, layout::Fit::Contain, 300, 200},
  };
  for (const Case& c : cases) add(c.width, c.height, c.fit);
  want();
  const std::vector<PictureRequest> requests = pictures.take_requests();
  ASSERT_EQ(requests.size(), std::size(cases));
  for (std::size_t i = 0; i < requests.size(); ++i) {
    EXPECT_EQ(requests[i].width, cases[i].asked_width) << i;
    EXPECT_EQ(requests[i].height, cases[i].asked_height) << i;
  }
}

TEST_F(PicturesTest, ThatHaveNoRoomAreNotAskedFor) {
  add(1600, 1067);
  add(1600, 1067);
  add(1600, 1067);
  add(1600, 1067).src = "";
  page.boxes[0].frame.width = CssPx(0);
  page.boxes[1].frame.height = CssPx(0);
  want();
  EXPECT_EQ(numbers(kLoad), std::vector<int>{2});
}

TEST_F(PicturesTest, AreAskedForAgainWhereEitherSideHasBecomeMuchLarger) {
  add(1600, 1067);
  want();
  EXPECT_EQ(numbers(kLoad).size(), 1U);
  page.boxes[0].frame.width = CssPx(375);
  page.boxes[0].frame.height = CssPx(250);
  want();
  EXPECT_EQ(numbers(kLoad).size(), 0U) << "a quarter more";
  page.boxes[0].frame.height = CssPx(251);
  want();
  EXPECT_EQ(numbers(kLoad).size(), 1U);
  page.boxes[0].frame.width = CssPx(469);
  want();
  EXPECT_EQ(numbers(kLoad).size(), 1U);
}

TEST_F(PicturesTest, OfSlidesFarAwayAndOfHiddenBoxesAreGivenBack) {
  for (int slide = 0; slide < 4; ++slide) add(1600, 1067).slide = slide;
  add(1600, 1067);
  want(0);
  EXPECT_EQ(numbers(kLoad), (std::vector<int>{0, 1, 4}));
  want(2);
  EXPECT_EQ(numbers(kLoad), (std::vector<int>{2, 3})) << "and the first is near enough";
  page.boxes[4].hidden = true;
  want(3);
  EXPECT_EQ(numbers(kRelease), (std::vector<int>{0, 4}));
}

TEST_F(PicturesTest, ThatTheHostShowsStayTheHosts) {
  add(1600, 1067);
  want();
  static_cast<void>(pictures.take_requests());
  pictures.shown_by_host(0);
  EXPECT_EQ(pictures.states(), std::vector{layout::PictureState::ShownByHost});
  pictures.textures_lost();
  want(0, 3);
  EXPECT_TRUE(pictures.take_requests().empty()) << "neither lost nor larger";
}

TEST_F(PicturesTest, ThatDoNotExistAreIgnored) {
  add(1600, 1067);
  want();
  for (const int number : {-1, 1}) {
    EXPECT_FALSE(pictures.ready(number, host::TextureId{7}, 8, 8));
    EXPECT_FALSE(pictures.failed(number));
    pictures.shown_by_host(number);
  }
  EXPECT_EQ(pictures.states(), std::vector{layout::PictureState::Waiting});
}

TEST_F(PicturesTest, ThatFailedAreNeitherGivenBackNorLost) {
  add(1600, 1067);
  want();
  static_cast<void>(pictures.take_requests());
  EXPECT_TRUE(pictures.failed(0));
  page.boxes[0].hidden = true;
  want();
  pictures.textures_lost();
  EXPECT_EQ(numbers(kRelease), std::vector<int>{});
  EXPECT_EQ(pictures.states(), std::vector{layout::PictureState::Failed});
}

}  // namespace
}  // namespace article::viewer
