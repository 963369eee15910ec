#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "fakes/recording_raster_host.h"
#include "viewer/viewer.h"

namespace article::viewer {

inline constexpr std::string_view kBase = "https://paper.example/news/1.json";

inline std::string sample(std::string_view headline = "清晨的渔港") {
  return R"({"version": 1, "language": "zh-Hans", "article": {"headline": ")" +
         std::string(headline) + R"(", "body": [
      {"type": "paragraph", "text": ["开头", {"text": "一个链接", "url": "/linked"}, "结尾。"]}]},
    "gallery": {"photos": [
      {"src": "1.jpg", "width": 1600, "height": 1067, "caption": "一"},
      {"src": "2.jpg", "width": 1600, "height": 1067, "caption": "二"},
      {"src": "3.jpg", "width": 1600, "height": 1067, "caption": "三"},
      {"src": "4.jpg", "width": 1600, "height": 1067, "caption": "四"}]},
    "rankings": {"selected": "week", "tabs": [
      {"id": "month", "label": "月榜", "items": [{"title": "甲", "url": "/a"}]},
      {"id": "week", "label": "周榜", "items": [{"title": "乙", "url": "/b"}]}]},
    "comments": {"hot": [], "latest": [{"author": "读者", "text": "好"}]}})";
}

class ViewerTest : public testing::Test {
 protected:
  ViewerTest() : engine_(text_, raster_, locale_, urls_), viewer_(engine_) {
    Settings settings;
    settings.page_language = "zh-Hans";
    viewer_.configure(settings);
  }

  void load() {
    ASSERT_EQ(viewer_.load(sample(), kBase).refusal, document::Refusal::None);
    viewer_.set_near(CssPx(0), CssPx(10000));
    settle();
  }

  /// Draws until nothing moves. @return frames drawn.
  int settle() {
    int frames = 0;
    while (viewer_.needs_frame() && frames < 500) {
      frame();
      ++frames;
    }
    EXPECT_LT(frames, 500) << "never comes to rest";
    return frames;
  }

  paint::Frame frame() {
    now_ = now_ + Milliseconds(16);
    return viewer_.frame({.width = 390, .height = 800}, now_);
  }

  using Roles = std::set<layout::Role>;
  /// Of the blocks that the next frame draws anew.
  Roles damaged() {
    now_ = now_ + Milliseconds(16);
    viewer_.update(now_);
    Roles roles;
    for (const SemanticNode& one : viewer_.semantics().nodes()) keys_[one.key] = one.box->role;
    for (const std::uint32_t key : viewer_.take_damage()) roles.insert(keys_[key]);
    return roles;
  }
  std::map<std::uint32_t, layout::Role> keys_;

  std::int32_t node(layout::Role role, layout::Action action = layout::Action::None,
                    int argument = -1) {
    const SemanticTree& tree = viewer_.semantics();
    for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
      const layout::Box& box = *tree.nodes()[i].box;
      if (box.role == role && (action == layout::Action::None || box.action == action) &&
          (argument < 0 || box.argument == argument))
        return static_cast<std::int32_t>(i);
    }
    return -1;
  }

  const layout::Box& box(std::int32_t node) {
    return *viewer_.semantics().nodes()[static_cast<std::size_t>(node)].box;
  }

  Point centre(const Rect& frame) {
    return {frame.x + frame.width / 2, frame.y + frame.height / 2};
  }

  std::vector<Event> events(Event::Kind kind) {
    std::vector<Event> found;
    for (Event& event : viewer_.take_events())
      if (event.kind == kind) found.push_back(event);
    return found;
  }

  std::set<std::string> asked() {
    std::set<std::string> urls;
    for (const PictureRequest& request : viewer_.take_requests())
      if (request.kind == PictureRequest::Kind::Load)
        urls.emplace(request.url.substr(request.url.rfind('/') + 1));
    return urls;
  }

  tests::FixedWidthTextHost text_;
  tests::RecordingRasterHost raster_;
  tests::PlainLocaleHost locale_;
  tests::PlainUrlHost urls_;
  Engine engine_;
  Viewer viewer_;
  Milliseconds now_{0};
};

}  // namespace article::viewer
