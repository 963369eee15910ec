#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "fakes/recording_raster_host.h"
#include "viewer/viewer.h"

/// The Nth call of a host gives nothing, N from 1 until none fails.
namespace article::viewer {
namespace {

/// Counts the calls of all hosts, and says which one fails.
struct Fault {
  std::size_t nth = 0;  ///< 0: none
  std::size_t calls = 0;
  bool now() { return ++calls == nth; }
};

class FaultyTextHost : public tests::FixedWidthTextHost {
 public:
  explicit FaultyTextHost(Fault& fault) : fault_(fault) {}
  host::FontMetrics font_metrics(host::StyleId id) override {
    if (fault_.now()) return {};
    return FixedWidthTextHost::font_metrics(id);
  }
  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override {
    if (!fault_.now()) FixedWidthTextHost::measure(requests, out);
  }
  void find_words(std::string_view text, std::span<std::uint8_t> starts) override {
    if (!fault_.now()) FixedWidthTextHost::find_words(text, starts);
  }

 private:
  Fault& fault_;
};

class FaultyRasterHost : public tests::RecordingRasterHost {
 public:
  explicit FaultyRasterHost(Fault& fault) : fault_(fault) {}
  host::TextureId create_page(std::uint16_t width, std::uint16_t height) override {
    if (fault_.now()) return {};
    return RecordingRasterHost::create_page(width, height);
  }
  void rasterise(std::span<const host::RasterJob> batch,
                 std::span<const host::UploadRect> rects) override {
    if (!fault_.now()) RecordingRasterHost::rasterise(batch, rects);
  }

 private:
  Fault& fault_;
};

class FaultyLocaleHost : public tests::PlainLocaleHost {
 public:
  explicit FaultyLocaleHost(Fault& fault) : fault_(fault) {}
  std::string format_time(std::string_view time, std::string_view language) override {
    if (fault_.now()) return {};
    return PlainLocaleHost::format_time(time, language);
  }
  std::string format_number(std::string_view number, std::string_view language) override {
    if (fault_.now()) return {};
    return PlainLocaleHost::format_number(number, language);
  }

 private:
  Fault& fault_;
};

class FaultyUrlHost : public tests::PlainUrlHost {
 public:
  explicit FaultyUrlHost(Fault& fault) : fault_(fault) {}
  std::string resolve_url(std::string_view written, std::string_view base) override {
    if (fault_.now()) return {};
    return PlainUrlHost::resolve_url(written, base);
  }

 private:
  Fault& fault_;
};

bool is_sound(const paint::Frame& frame) {
  for (std::size_t i = 0; i < frame.vertex_count; ++i) {
    float place[2];
    std::memcpy(place, static_cast<const char*>(frame.vertices) + i * 20, sizeof place);
    if (!std::isfinite(place[0]) || !std::isfinite(place[1])) return false;
  }
  return true;
}

struct Outcome {
  bool sound = true;
  int frames = 0;
  std::string dump;  ///< the tree, once fonts were forgotten and the document was loaded again
};

std::string dump(Viewer& viewer) {
  std::string out;
  for (const SemanticNode& node : viewer.semantics().nodes()) {
    const Rect& frame = node.box->frame;
    out += std::to_string(static_cast<int>(node.box->role)) + " " + std::to_string(frame.x.value) +
           " " + std::to_string(frame.y.value) + " " + std::to_string(frame.width.value) + " " +
           std::to_string(frame.height.value) + "\n";
  }
  return out;
}

/// A widget's life: a document, what is done with it, and the same document anew.
Outcome live(Fault& fault) {
  FaultyTextHost text(fault);
  FaultyRasterHost raster(fault);
  FaultyLocaleHost locale(fault);
  FaultyUrlHost urls(fault);
  Engine engine(text, raster, locale, urls);
  Outcome outcome;
  Milliseconds now(0);
  {
    Viewer viewer(engine);
    const auto settle = [&] {
      int frames = 0;
      while (viewer.needs_frame() && ++frames < 500) {
        now = now + Milliseconds(16);
        outcome.sound =
            outcome.sound && is_sound(viewer.frame({.width = 390, .height = 8000}, now));
      }
      outcome.frames = std::max(outcome.frames, frames);
    };
    Settings settings;
    settings.page_language = "zh-Hans";
    viewer.configure(settings);
    viewer.load(document::kFullDocument, "https://paper.example/news/1.json");
    viewer.set_near(CssPx(0), CssPx(10000));
    settle();
    for (const PictureRequest& request : viewer.take_requests())
      viewer.picture_ready(request.picture, request.generation, host::TextureId{77}, 800, 533);
    viewer.show_photo(1, Event::Cause::Script, now);
    settle();
    settings.width = CssPx(700);
    settings.font_size = CssPx(20);
    viewer.configure(settings);
    settle();
    outcome.sound =
        outcome.sound && std::isfinite(viewer.layout().value) && viewer.layout() > CssPx(0);
    // The hosts are sound again, and so is all when it was asked for anew.
    fault.nth = 0;
    engine.forget_fonts();
    viewer.fonts_changed();
    viewer.load(document::kFullDocument, "https://paper.example/news/1.json");
    settle();
    outcome.dump = dump(viewer);
  }
  return outcome;
}

TEST(HostFaults, WhicheverCallOfAHostGivesNothingTheWidgetIsSoundAndAllIsThereWhenAskedAnew) {
  Fault none;
  const Outcome whole = live(none);
  ASSERT_GT(none.calls, 40U);
  std::size_t failed = 0;
  for (std::size_t nth = 1;; ++nth) {
    Fault fault{.nth = nth};
    const Outcome outcome = live(fault);
    if (fault.calls < nth || nth > 5000) break;
    ++failed;
    EXPECT_TRUE(outcome.sound) << "call " << nth;
    EXPECT_LT(outcome.frames, 500) << "it never comes to rest after call " << nth;
    EXPECT_EQ(outcome.dump, whole.dump) << "call " << nth;
    if (testing::Test::HasFailure()) break;
  }
  EXPECT_GT(failed, 40U);
  RecordProperty("failed", static_cast<int>(failed));
}

}  // namespace
}  // namespace article::viewer
