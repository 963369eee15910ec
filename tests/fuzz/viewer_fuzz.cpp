// A living viewer under any history of calls. The input decides them: a byte for each call, then
// those of its arguments.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/full_document.h"
#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "fuzz/support/blind_raster_host.h"
#include "fuzz/support/choices.h"
#include "fuzz/support/promise.h"
#include "fuzz/support/tree.h"
#include "viewer/viewer.h"

namespace article::fuzz {
namespace {

using viewer::Event;
using viewer::PictureRequest;

constexpr std::string_view kBase = "https://paper.example/news/1.json";

constexpr std::string_view kDocuments[] = {
    document::kFullDocument,
    R"({"article": {"headline": "One", "body": [{"type": "paragraph", "text": "A text of some words."}]}})",
    R"({"language": "ar", "gallery": {"photos": [{"src": "1.jpg"}, {"src": "2.jpg", "caption": "b"},
      {"src": "3.jpg", "width": 900, "height": 1600}, {"caption": "d"}]}, "comments": {"latest": []}})",
    R"({"language": "zh-Hant", "rankings": {"tabs": [{"id": "a", "label": "甲", "items":
      [{"title": "一"}, {"title": "二", "views": 3}]}, {"id": "b", "label": "乙", "items": []},
      {"id": "c", "label": "丙", "items": [{"title": "三"}]}, {"id": "d", "label": "丁", "items": []}]},
      "article": {"headline": "海邊", "body": [{"type": "slot", "name": "a"}, {"type": "paragraph",
      "text": ["清晨", {"text": "連結", "url": "/x"}, "。"]}, {"type": "photo", "photo": {"src": "p.jpg"}}]}})",
    R"({"gallery": {"photos": [{"src": "1.jpg"}]}})",
    R"({"article": {}})",
    "{",
};
constexpr std::string_view kLanguages[] = {"en", "zh-Hans", "ar", "ja", "", "th"};
constexpr float kSizes[] = {17, 12, 40};
constexpr double kSteps[] = {16, 0, 100, 700, 5000, 1e7};

/// A viewer with its hosts, and what it has asked of them.
class Life {
 public:
  explicit Life(Choices& choices) : choices_(choices) {}

  void live() {
    while (!choices_.done()) {
      call();
      drain();
    }
    settle();
    expect_nothing_stale();
  }

 private:
  static constexpr std::uint32_t kCalls = 27;

  void call() {
    switch (choices_.below(kCalls)) {
      case 0:
        return load(choices_.below(std::size(kDocuments)));
      case 1:
        return viewer_.read(choices_.of(kDocuments), kBase);
      case 2:
        return read_on();
      case 3:
        return viewer_.clear();
      case 4:
        return viewer_.set_width(CssPx(choices_.between(1, 2000)));
      case 5:
        return configure();
      case 6:
        return viewer_.set_ratio({choices_.between(0.25F, 4)});
      case 7:
        return lose_textures();
      case 8:
        return change_fonts();
      case 9:
        return viewer_.break_titles_anew();
      case 10:
        return set_extent();
      case 11:
        return viewer_.set_near(CssPx(choices_.between(-500, 3000)), CssPx(800));
      case 12:
        return viewer_.highlight(choices_.flag(), {node(), range()});
      case 13:
        return void(viewer_.activate(node(), now_));
      case 14:
        return void(viewer_.click(point(), now_));
      case 15:
        return select_tab();
      case 16:
        return void(viewer_.show_photo(number(), cause(), now_));
      case 17:
        return viewer_.pointer_down(id(), kind(), point(), now_);
      case 18:
        return viewer_.pointer_move(id(), point(), now_);
      case 19:
        return void(viewer_.pointer_up(id(), point(), now_));
      case 20:
        return viewer_.pointer_cancel(now_);
      case 21:
        return wheel();
      case 22:
        return choices_.flag() ? viewer_.stop_autoplay() : viewer_.hold_autoplay(choices_.flag());
      case 23:
        return viewer_.set_slot(choices_.below(4), CssPx(choices_.between(0, 400)));
      case 24:
        return answer_picture();
      case 25:
        return draw_blocks();
      default:
        return pass();
    }
  }

  void load(std::uint32_t number) {
    const document::Refusal refusal = viewer_.load(kDocuments[number], kBase).refusal;
    promise(refusal == document::Refusal::None || number + 2 >= std::size(kDocuments),
            "a document is shown");
  }
  void read_on() {
    if (viewer_.read_on(1 + choices_.below(8))) (void)viewer_.load();
  }
  void configure() {
    viewer::Settings settings;
    settings.page_language = choices_.of(kLanguages);
    settings.width = CssPx(choices_.between(1, 2000));
    settings.font_size = CssPx(choices_.of(kSizes));
    settings.least_size = CssPx(choices_.flag() ? 12 : 0);
    settings.line_height = choices_.flag() ? 1.2F : 0;
    settings.dark = choices_.flag();
    settings.reduced_motion = choices_.flag();
    settings.autoplay = Milliseconds(choices_.flag() ? 5000.0 : 0.0);
    settings.heading_level = 1 + static_cast<int>(choices_.below(6));
    if (choices_.flag()) std::ranges::reverse(settings.parts);
    settings.parts.resize(4 - choices_.below(4));
    if (choices_.flag()) settings.words = {{"gallery", "Pictures"}, {"none", "x"}};
    viewer_.configure(settings);
  }
  void change_fonts() {
    text_.scale = choices_.flag() ? 1.5F : 1;
    engine_.forget_fonts();
    viewer_.fonts_changed();
  }
  void lose_textures() {
    raster_.lose_pages();
    raster_.refuse_pages = choices_.flag();
    engine_.atlas().forget(true);
    viewer_.textures_lost();
  }
  void set_extent() {
    const float top = choices_.between(-500, 3000);
    viewer_.set_extent({CssPx(top), CssPx(top + choices_.between(0, 3000))});
  }
  void select_tab() {
    constexpr std::string_view kIds[] = {"a", "day", "week", "hot", "latest", "none"};
    const auto part = static_cast<layout::Part>(choices_.below(4));
    (void)viewer_.select_tab(part, choices_.of(kIds), cause());
  }
  void wheel() {
    const Point at = point();
    const CssPx dx(choices_.between(-400, 400));
    (void)viewer_.wheel(at, dx, CssPx(choices_.between(-40, 40)), now_);
  }
  void answer_picture() {
    PictureRequest asked;
    if (!asked_.empty()) asked = asked_[choices_.below(static_cast<std::uint32_t>(asked_.size()))];
    if (choices_.below(8) == 7) asked.picture = number();
    if (choices_.below(8) == 7) ++asked.generation;
    switch (choices_.below(3)) {
      case 0:
        return viewer_.picture_ready(asked.picture, asked.generation, {77}, number(), number());
      case 1:
        return viewer_.picture_failed(asked.picture, asked.generation);
      default:
        return viewer_.picture_shown_by_host(asked.picture, asked.generation);
    }
  }
  void draw_blocks() {
    std::vector<viewer::Viewer::BlockView> views;
    for (const std::uint32_t key : viewer_.take_damage()) {
      viewer::Viewer::BlockView view;
      view.width = view.height = 300;
      view.ratio.value = choices_.flag() ? 3 : 1;
      view.key = key;
      views.push_back(view);
    }
    expect_drawn(viewer_.draw(views));
  }
  void pass() {
    now_ = now_ + Milliseconds(choices_.of(kSteps));
    (void)sound_tree(viewer_);
    if (choices_.flag())
      (void)viewer_.update(now_);
    else
      frame();
  }

  void frame() { expect_drawn(viewer_.frame({.width = 400, .height = 800}, now_)); }
  static void expect_drawn(const paint::Frame& frame) {
    for (const paint::DrawCommand& command : frame.commands) {
      promise(command.index_offset + command.index_count <= frame.index_count,
              "a command has indices of its frame");
      for (std::uint32_t i = 0; i < command.index_count; ++i)
        promise(
            command.vertex_offset + frame.indices[command.index_offset + i] < frame.vertex_count,
            "an index has a vertex of its frame");
    }
  }

  /// What the viewer asks for, and tells.
  void drain() {
    for (const PictureRequest& request : viewer_.take_requests()) {
      if (request.kind == PictureRequest::Kind::Load) {
        promise(!request.url.empty() && request.width > 0 && request.height > 0,
                "a picture that is asked for has a URL and a size");
        asked_.push_back(request);
      }
      if (asked_.size() > 64) asked_.erase(asked_.begin());
    }
    for (const Event& event : viewer_.take_events())
      promise(event.kind != Event::Kind::Photo || (event.index >= 0 && event.index < event.total),
              "a photo that is told of is one of its gallery");
    (void)viewer_.wake_at();
    const viewer::Viewer::Target target = viewer_.hit_test({CssPx(30), CssPx(60)});
    promise(target.node < static_cast<std::int32_t>(viewer_.semantics().nodes().size()),
            "what is hit is in the tree");
  }

  /// Until nothing moves.
  void settle() {
    viewer_.pointer_cancel(now_);
    viewer_.hold_autoplay(true);
    viewer_.set_extent({});
    for (int frames = 0; frames == 0 || viewer_.needs_frame(); ++frames) {
      promise(frames < 2000, "what moves comes to rest");
      now_ = now_ + Milliseconds(50.0);
      (void)viewer_.update(now_);
    }
    frame();
  }

  /// What was laid out change by change is as if it were laid out anew.
  void expect_nothing_stale() {
    const std::string before = sound_tree(viewer_);
    engine_.forget_fonts();
    viewer_.fonts_changed();
    settle();
    promise_same(sound_tree(viewer_), before, "nothing of an earlier layout stays");
  }

  std::int32_t number() { return static_cast<std::int32_t>(choices_.byte()) - 8; }
  std::int32_t node() { return number(); }
  std::int32_t range() { return static_cast<std::int32_t>(choices_.below(4)) - 1; }
  int id() { return static_cast<int>(choices_.below(3)); }
  layout::PointerKind kind() { return static_cast<layout::PointerKind>(choices_.below(3)); }
  Event::Cause cause() { return static_cast<Event::Cause>(choices_.below(3)); }
  Point point() { return {CssPx(choices_.between(-50, 1000)), CssPx(choices_.between(-50, 3000))}; }

  Choices& choices_;
  tests::FixedWidthTextHost text_;
  BlindRasterHost raster_;
  tests::PlainLocaleHost locale_;
  tests::PlainUrlHost urls_;
  viewer::Engine engine_{text_, raster_, locale_, urls_};
  viewer::Viewer viewer_{engine_};
  std::vector<PictureRequest> asked_;  ///< URLs are of documents that may be gone
  Milliseconds now_{0.0};
};

}  // namespace
}  // namespace article::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  article::fuzz::Choices choices(data, size);
  article::fuzz::Life(choices).live();
  return 0;
}
