#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "viewer/viewer.h"
#include "viewer_case.h"

/// Which pictures a viewer asks for, and what it shows until they come.
namespace article::viewer {
namespace {

using layout::Action;
using layout::Role;

TEST_F(ViewerTest, AsksForTheCurrentPhotoAndItsNeighboursOnly) {
  load();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg", "2.jpg"}));
  viewer_.show_photo(2, Event::Cause::Script, now_);
  settle();
  EXPECT_EQ(asked(), (std::set<std::string>{"3.jpg", "4.jpg"})) << "the second is there already";
}

TEST_F(ViewerTest, AsksForWhatIsNearAndGivesBackWhatIsFar) {
  ASSERT_EQ(viewer_.load(sample(), kBase).refusal, document::Refusal::None);
  settle();
  EXPECT_TRUE(asked().empty()) << "nothing is near yet";
  const CssPx top = box(node(Role::Slide)).frame.y;
  viewer_.set_near(top, CssPx(300));
  EXPECT_EQ(asked().size(), 2U);
  viewer_.set_near(top + CssPx(100000), CssPx(300));
  int released = 0;
  for (const PictureRequest& request : viewer_.take_requests())
    released += request.kind == PictureRequest::Kind::Release;
  EXPECT_EQ(released, 2);
}

TEST_F(ViewerTest, ShowsAFailedPictureWithRetryAndAsksAgain) {
  load();
  PictureRequest first;
  for (const PictureRequest& request : viewer_.take_requests())
    if (request.url.ends_with("1.jpg")) first = request;
  viewer_.picture_failed(first.picture, first.generation);
  EXPECT_EQ(settle(), 1);
  const std::int32_t retry = node(Role::Button, Action::RetryPicture, first.picture);
  ASSERT_GE(retry, 0);
  EXPECT_TRUE(viewer_.activate(retry, now_));
  settle();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg"}));
  viewer_.picture_ready(first.picture, first.generation, host::TextureId{77}, 800, 533);
  EXPECT_EQ(settle(), 1);
  const paint::Frame drawn = viewer_.frame({.width = 390, .height = 8000}, now_);
  EXPECT_TRUE(std::any_of(drawn.commands.begin(), drawn.commands.end(),
                          [](const paint::DrawCommand& c) { return c.texture == 77; }));
}

TEST_F(ViewerTest, AsksForLargerPicturesAtAnotherRatioWithoutDrawing) {
  load();
  const std::vector<PictureRequest> first = viewer_.take_requests();
  viewer_.set_ratio(PixelRatio{3});
  EXPECT_FALSE(viewer_.needs_frame());
  const std::vector<PictureRequest> larger = viewer_.take_requests();
  ASSERT_EQ(larger.size(), first.size());
  EXPECT_EQ(larger.front().url, first.front().url);
  EXPECT_EQ(larger.front().width, 3 * first.front().width);
}

TEST_F(ViewerTest, KeepsThePictureThatIsDrawnWhereALargerOneFails) {
  load();
  for (const PictureRequest& request : viewer_.take_requests())
    viewer_.picture_ready(request.picture, request.generation, host::TextureId{77}, 800, 533);
  settle();
  viewer_.set_ratio(PixelRatio{3});
  const std::vector<PictureRequest> larger = viewer_.take_requests();
  ASSERT_FALSE(larger.empty());
  for (const PictureRequest& request : larger)
    viewer_.picture_failed(request.picture, request.generation);
  settle();
  EXPECT_LT(node(Role::Button, Action::RetryPicture, larger[0].picture), 0);
  const paint::Frame drawn =
      viewer_.frame({.width = 1170, .height = 8000, .ratio = PixelRatio{3}}, now_);
  EXPECT_TRUE(std::any_of(drawn.commands.begin(), drawn.commands.end(),
                          [](const paint::DrawCommand& c) { return c.texture == 77; }));
}

TEST_F(ViewerTest, IgnoresPicturesOfAFormerDocument) {
  load();
  const auto requests = viewer_.take_requests();
  ASSERT_FALSE(requests.empty());
  load();
  static_cast<void>(viewer_.take_requests());
  viewer_.picture_failed(requests[0].picture, requests[0].generation);
  EXPECT_FALSE(viewer_.needs_frame());
}

TEST_F(ViewerTest, AsksForPicturesAgainWhenTexturesAreLost) {
  load();
  for (const PictureRequest& request : viewer_.take_requests())
    viewer_.picture_ready(request.picture, request.generation, host::TextureId{5}, 800, 533);
  settle();
  viewer_.textures_lost();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg", "2.jpg"}));
}

TEST_F(ViewerTest, KeepsRoomForThePicturesThatTheHostShows) {
  load();
  const std::vector<PictureRequest> requests = viewer_.take_requests();
  const CssPx height = viewer_.layout();
  viewer_.picture_shown_by_host(requests[0].picture, requests[0].generation + 1);
  EXPECT_FALSE(viewer_.needs_frame()) << "of another document";
  viewer_.picture_shown_by_host(requests[0].picture, requests[0].generation);
  EXPECT_EQ(damaged(), Roles{Role::Slide});
  EXPECT_EQ(viewer_.layout(), height);
  viewer_.picture_ready(requests[1].picture, requests[1].generation + 1, host::TextureId{7}, 8, 8);
  viewer_.picture_ready(-1, requests[1].generation, host::TextureId{7}, 8, 8);
  EXPECT_EQ(damaged(), Roles{});
}

TEST_F(ViewerTest, DrawsAPictureThatComesAfterAllAsOneThatHadNotFailed) {
  load();
  const PictureRequest first = viewer_.take_requests().at(0);
  viewer_.picture_failed(first.picture, first.generation);
  settle();
  EXPECT_GE(node(Role::Button, Action::RetryPicture, first.picture), 0);
  viewer_.picture_ready(first.picture, first.generation, host::TextureId{7}, 800, 533);
  settle();
  EXPECT_LT(node(Role::Button, Action::RetryPicture, first.picture), 0);
}

TEST_F(ViewerTest, AsksForNothingBetweenTwoPages) {
  load();
  static_cast<void>(viewer_.take_requests());
  Settings settings;
  settings.parts = {layout::Part::Gallery};
  viewer_.configure(settings);
  viewer_.textures_lost();
  EXPECT_TRUE(viewer_.take_requests().empty()) << "no page is laid out";
  settle();
  EXPECT_EQ(asked(), (std::set<std::string>{"1.jpg", "2.jpg"}));
}

}  // namespace
}  // namespace article::viewer
