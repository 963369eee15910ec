#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "viewer/viewer.h"
#include "viewer_case.h"

/// Pictures come in any order, late, twice, or for what is no longer there.
namespace article::viewer {
namespace {

constexpr std::size_t kArrivals = 1'000'000;
constexpr std::size_t kArrivalsOfStep = 500;
constexpr std::uint32_t kFirstTexture = 1'000'000;  // the atlas has those below
constexpr int kPhotos = 12;

std::string pictured() {
  std::string body;
  std::string photos;
  for (int i = 0; i < kPhotos; ++i) {
    const std::string name = std::to_string(i);
    body += (i > 0 ? ", " : "") + (R"({"type": "image", "image": {"src": "body)" + name +
                                   R"(.jpg", "width": 1600, "height": 900}})");
    photos += (i > 0 ? ", " : "") +
              (R"({"src": "photo)" + name +
               R"(.jpg", "width": 1600, "height": 1067, "sources": [{"src": "small)" + name +
               R"(.jpg", "width": 400}]})");
  }
  return R"({"version": 1, "language": "en", "article": {"headline": "Tide", "body": [)" + body +
         R"(]}, "gallery": {"photos": [)" + photos + "]}}";
}

/// What a host does: it keeps the textures, and drops what comes for a picture that was given back
/// or asked for anew.
class PictureArrivals : public ViewerTest {
 protected:
  struct Asked {
    std::int32_t picture = 0;
    std::uint32_t generation = 0;
    std::uint64_t number = 0;
  };

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  void drain() {
    for (const PictureRequest& request : viewer_.take_requests()) {
      latest_[request.picture] = ++number_;
      if (request.kind == PictureRequest::Kind::Release)
        kept_.erase(request.picture);
      else
        asked_.push_back({request.picture, request.generation, number_});
    }
  }

  /// The answer to something that was asked, be it the last, an older one or one of a former
  /// document.
  void arrive() {
    const std::size_t at = below(asked_.size());
    const Asked one = asked_[at];
    const bool is_former = one.generation != asked_.back().generation;
    if (!is_former && latest_[one.picture] != one.number) {
      asked_.erase(asked_.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    }
    const std::size_t fate = below(20);
    if (fate == 0) {
      viewer_.picture_failed(one.picture, one.generation);
    } else if (fate == 1) {
      viewer_.picture_shown_by_host(one.picture, one.generation);
      if (!is_former) kept_.erase(one.picture);
    } else {
      viewer_.picture_ready(one.picture, one.generation, host::TextureId{++texture_}, 800, 533);
      if (!is_former) kept_[one.picture] = texture_;
    }
  }

  void do_something() {
    switch (below(7)) {
      case 0:
      case 1:
        viewer_.show_photo(static_cast<int>(below(kPhotos)), Event::Cause::Script, now_);
        break;
      case 2:
        viewer_.set_near(CssPx(static_cast<float>(below(5000))), CssPx(900));
        break;
      case 3:
        viewer_.set_ratio(PixelRatio{static_cast<float>(1 + below(4))});
        break;
      case 4: {
        const std::int32_t retry = node(layout::Role::Button, layout::Action::RetryPicture);
        if (retry >= 0) viewer_.activate(retry, now_);
        break;
      }
      case 5:
        viewer_.textures_lost();
        kept_.clear();
        break;
      default:
        if (below(8) > 0) break;
        viewer_.load(pictured(), kBase);
        drain();
        kept_.clear();
        viewer_.set_near(CssPx(0), CssPx(900));
    }
  }

  /// What is drawn is there.
  void expect_sound() {
    const paint::Frame drawn = frame();
    for (const paint::DrawCommand& command : drawn.commands) {
      if (command.texture < kFirstTexture) continue;
      bool found = false;
      for (const auto& [picture, texture] : kept_) found = found || texture == command.texture;
      EXPECT_TRUE(found) << "a texture that was given back is drawn: " << command.texture;
    }
  }

  std::mt19937 random_{20'231'112};
  std::vector<Asked> asked_;
  std::map<std::int32_t, std::uint64_t> latest_;
  std::map<std::int32_t, std::uint32_t> kept_;
  std::uint64_t number_ = 0;
  std::uint32_t texture_ = kFirstTexture;
};

TEST_F(PictureArrivals, AMillionInAnyOrderLeaveWhatIsDrawnSoundAndNothingBehind) {
  ASSERT_EQ(viewer_.load(pictured(), kBase).refusal, document::Refusal::None);
  viewer_.set_near(CssPx(0), CssPx(900));
  settle();
  drain();
  ASSERT_FALSE(asked_.empty());
  std::size_t arrived = 0;
  while (arrived < kArrivals && !HasFailure()) {
    for (std::size_t i = 0; i < kArrivalsOfStep && !asked_.empty(); ++i) {
      arrive();
      ++arrived;
    }
    do_something();
    drain();
    expect_sound();
    drain();
    if (asked_.size() > 200) asked_.erase(asked_.begin(), asked_.end() - 100);
  }
  settle();
  viewer_.clear();
  drain();
  EXPECT_TRUE(kept_.empty()) << kept_.size() << " textures are left behind";
}

}  // namespace
}  // namespace article::viewer
