#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "drawing.h"

namespace article::paint {
namespace {

constexpr float kPageWidth = 2048;
constexpr float kPageHeight = 1024;

TEST(Atlas, RasterisesASegmentOnceAndAnIdleRepeatNothing) {
  Drawing d;
  const auto word = d.segment("今");
  for (int repeat = 0; repeat < 3; ++repeat) {
    d.begin();
    d.text(word, 10, 100);
    d.text(word, 40, 100);
    d.end();
    EXPECT_EQ(d.quads().size(), 2U);
    EXPECT_EQ(d.raster_host.batches, 1U);
  }
  EXPECT_EQ(d.atlas.stats().rasterised, 1U);
  EXPECT_EQ(d.atlas.stats().slots, 1U);
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
}

TEST(Atlas, AsksForTheInkBoxAtTheRatioWithAPixelAround) {
  struct Case {
    float ratio, width, height, pen_x, pen_y, scale;
    const char* rule;
  };
  // Of a Han character of 16 CSS px the ink is 16 wide, 12.8 up and 3.2 down.
  const Case cases[] = {{1, 18, 19, 1, 14, 1, "rounded outwards"},
                        {1.25F, 22, 22, 1, 17, 1.25F, "whole at a broken ratio"},
                        {1.1F, 20, 20, 1, 15, 1.09375F, "scales are steps of 1/64"},
                        {2, 34, 35, 1, 27, 2, "rounded outwards"},
                        {3, 50, 51, 1, 40, 3, "rounded outwards"}};
  for (const Case& c : cases) {
    Drawing d;
    const auto word = d.segment("今");
    d.begin(c.ratio);
    d.text(word, 10, 100);
    d.end();
    ASSERT_EQ(d.raster_host.jobs.size(), 2U);
    EXPECT_TRUE(d.raster_host.jobs[0].text.empty()) << "the white pixels";
    const host::RasterJob& job = d.raster_host.jobs[1].job;
    EXPECT_EQ(job.width, c.width) << c.rule << c.ratio;
    EXPECT_EQ(job.height, c.height) << c.rule << c.ratio;
    EXPECT_EQ(job.pen_x, c.pen_x) << c.rule << c.ratio;
    EXPECT_EQ(job.pen_y, c.pen_y) << c.rule << c.ratio;
    EXPECT_EQ(job.scale, c.scale) << c.rule << c.ratio;
  }
}

TEST(Atlas, DrawsNothingForBlankSegments) {
  Drawing d;
  const auto space = d.segment(" ");
  d.begin();
  d.text(space, 10, 100);
  d.end();
  EXPECT_EQ(d.frame.index_count, 0U);
  EXPECT_TRUE(d.frame.commands.empty());
}

TEST(Atlas, UploadsAFirstScreenAtOnce) {
  Drawing d;
  d.begin(2, 780, 1688);
  for (unsigned i = 0; i < 500; ++i)
    d.text(d.segment(han(i), i % 5 == 0 ? 14 : 17), static_cast<float>(i % 20) * 17,
           static_cast<float>(i / 20) * 30 + 20);
  d.end();
  EXPECT_EQ(d.raster_host.batches, 1U);
  EXPECT_EQ(d.raster_host.jobs.size(), 501U);
  EXPECT_LE(d.raster_host.uploads.size(), 2U);
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
}

TEST(Atlas, UploadsWhatIsAddedToAShelfAlone) {
  Drawing d;
  d.begin();
  d.text(d.segment("一"), 10, 100);
  d.text(d.segment("二"), 30, 100);
  d.end();
  d.begin();
  d.text(d.segment("三"), 50, 100);
  d.end();
  ASSERT_EQ(d.raster_host.uploads.size(), 1U);
  const host::UploadRect& rect = d.raster_host.uploads.front();
  EXPECT_EQ(rect.x, 2 * 18);
  EXPECT_EQ(rect.width, 18);
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
}

TEST(Atlas, GivesUpTheShelfLeastRecentlyDrawn) {
  Drawing d;
  // Shelves of 100 px: ten a page, twenty in all, two slots each.
  const auto tall = [&](unsigned number) {
    return d.segment(han(number) + han(number + 1) + han(number + 2) + han(number + 3) +
                         han(number + 4) + han(number + 5) + han(number + 6) + han(number + 7) +
                         han(number + 8),
                     96);
  };
  std::vector<text::PlacedSegment> words;
  for (unsigned i = 0; i < 42; ++i) words.push_back(tall(i * 9));
  const auto draw = [&](std::size_t word) {
    d.begin();
    d.text(words[word], 10, 200);
    d.end();
    return d.raster_host.jobs.back().text == d.store[words[word].segment].text;
  };
  for (std::size_t i = 0; i < 40; ++i) draw(i);
  ASSERT_EQ(d.atlas.stats().slots, 40U);
  const std::uint32_t before = d.atlas.stats().rasterised;
  draw(0);  // the first shelf is now the last drawn
  for (int idle = 0; idle < 600; ++idle) draw(39);
  draw(40);
  EXPECT_EQ(d.atlas.stats().rasterised, before + 1);
  draw(0);
  draw(1);
  EXPECT_EQ(d.atlas.stats().rasterised, before + 1) << "drawn again, so it stayed";
  draw(2);
  EXPECT_EQ(d.atlas.stats().rasterised, before + 2) << "the oldest went";
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
}

/// Draws a screen and checks that every segment in it shows its own pixels at
/// full scale.
void expect_whole(Drawing& d, const std::vector<std::pair<text::PlacedSegment, Point>>& screen,
                  float ratio, std::map<std::uint32_t, std::string>& texts) {
  d.begin(ratio, 780, 1688);
  for (const auto& [word, at] : screen) d.text(word, at.x.value, at.y.value);
  const std::size_t batches = d.raster_host.batches;
  d.end();
  if (d.raster_host.batches != batches)
    for (const auto& job : d.raster_host.jobs) texts[job.number] = job.text;
  ASSERT_EQ(d.raster_host.faults, std::vector<std::string>());
  const auto quads = d.quads();
  ASSERT_EQ(quads.size(), screen.size());
  for (std::size_t i = 0; i < quads.size(); ++i) {
    const auto& quad = quads[i];
    ASSERT_EQ(texts[d.job_of(quad)], d.store[screen[i].first.segment].text);
    ASSERT_NEAR((quad.uv_max.x - quad.uv_min.x) * kPageWidth, quad.max.x - quad.min.x, 0.01);
    ASSERT_NEAR((quad.uv_max.y - quad.uv_min.y) * kPageHeight, quad.max.y - quad.min.y, 0.01);
  }
}

TEST(Atlas, KeepsALongArticleSharpInTwoPages) {
  Drawing d;
  // 200,000 characters of 4,000 kinds, common ones often, in three styles.
  std::mt19937 random(7);
  std::map<std::uint32_t, std::string> texts;
  const float sizes[] = {17, 17, 17, 17, 17, 20, 14};
  std::map<std::pair<unsigned, float>, text::PlacedSegment> known;
  const auto segment = [&](unsigned number, float size) {
    const auto [at, is_new] = known.try_emplace({number, size});
    if (is_new) at->second = d.segment(han(number), size);
    return at->second;
  };
  const auto character = [&]() {
    const double share = static_cast<double>(random() % 1000000) / 1000000;
    return static_cast<unsigned>(3999 * share * share * share);
  };
  constexpr std::size_t kColumns = 20;
  constexpr std::size_t kVisible = 28;
  std::vector<std::vector<text::PlacedSegment>> lines(200000 / kColumns);
  for (auto& line : lines) {
    const float size = sizes[random() % std::size(sizes)];
    for (std::size_t i = 0; i < kColumns; ++i) line.push_back(segment(character(), size));
  }
  std::vector<std::pair<text::PlacedSegment, Point>> screen;
  for (std::size_t first = 0; first + kVisible <= lines.size(); first += 17) {
    screen.clear();
    for (std::size_t line = 0; line < kVisible; ++line)
      for (std::size_t i = 0; i < kColumns; ++i)
        screen.push_back(
            {lines[first + line][i],
             {CssPx(static_cast<float>(i) * 19), CssPx(static_cast<float>(line) * 30 + 25)}});
    expect_whole(d, screen, 2, texts);
    if (HasFatalFailure()) return;
  }
  EXPECT_EQ(d.atlas.stats().pages, 2U);
  EXPECT_EQ(d.raster_host.pages.size(), 2U);
  EXPECT_GT(d.atlas.stats().evicted_shelves, 0U);
  RecordProperty("rasterised", static_cast<int>(d.atlas.stats().rasterised));
  RecordProperty("evicted", static_cast<int>(d.atlas.stats().evicted_shelves));
}

TEST(Atlas, FollowsAChangeOfRatioAndOfSizes) {
  Drawing d;
  std::map<std::uint32_t, std::string> texts;
  std::vector<std::pair<text::PlacedSegment, Point>> screen;
  for (const float ratio : {3.0F, 1.0F, 1.25F, 2.0F, 3.0F, 1.5F, 2.5F, 1.0F})
    for (unsigned page = 0; page < 8; ++page) {
      screen.clear();
      for (unsigned i = 0; i < 400; ++i)
        screen.push_back({d.segment(han(page * 400 + i), 12 + static_cast<float>(i % 5) * 2),
                          {CssPx(static_cast<float>(i % 20) * 10),
                           CssPx(static_cast<float>(i / 20) * 20 + 25)}});
      expect_whole(d, screen, ratio, texts);
      if (HasFatalFailure()) return;
    }
  EXPECT_EQ(d.atlas.stats().pages, 2U);
}

TEST(Atlas, DrawsWhatDoesNotFitAtALowerScale) {
  Drawing d;
  // 4 million px are there; this frame wants 10 million.
  std::vector<text::PlacedSegment> words;
  for (unsigned i = 0; i < 1000; ++i) words.push_back(d.segment(han(i), 100));
  const auto draw = [&] {
    d.begin(1, 1000, 1000);
    for (const auto& word : words) d.text(word, 10, 200);
    d.end();
  };
  draw();
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
  const std::uint32_t once = d.atlas.stats().rasterised;
  for (const auto& quad : d.quads()) {
    EXPECT_NE(d.job_of(quad), 0U);
    EXPECT_NEAR(quad.max.x - quad.min.x, 102, 8);
  }
  EXPECT_GT(d.quads().size(), 400U);
  draw();
  EXPECT_EQ(d.atlas.stats().rasterised, once) << "frames do not take it from each other";

  // With room again, it is drawn as it should be.
  words.resize(600);
  words.erase(words.begin(), words.begin() + 500);
  for (int frame = 0; frame < 64; ++frame) draw();
  for (const auto& quad : d.quads()) {
    EXPECT_NE(d.job_of(quad), 0U);
    EXPECT_NEAR((quad.uv_max.x - quad.uv_min.x) * kPageWidth, quad.max.x - quad.min.x, 0.01);
  }
}

TEST(Atlas, StretchesWhatIsWiderOrHigherThanAPage) {
  struct Case {
    float size;
    unsigned length;
    const char* rule;
  };
  const Case cases[] = {{100, 40, "4,000 px wide"}, {1500, 1, "1,500 px high"}};
  for (const Case& c : cases) {
    Drawing d;
    std::string text;
    for (unsigned i = 0; i < c.length; ++i) text += han(i);
    const auto word = d.segment(text, c.size);
    d.begin(1, 5000, 3000);
    d.text(word, 10, 2000);
    d.end();
    EXPECT_EQ(d.raster_host.faults, std::vector<std::string>()) << c.rule;
    ASSERT_EQ(d.raster_host.jobs.size(), 2U) << c.rule;
    EXPECT_LT(d.raster_host.jobs[1].job.scale, 1) << c.rule;
    ASSERT_EQ(d.quads().size(), 1U) << c.rule;
    const auto quad = d.quads().front();
    EXPECT_NEAR(quad.max.x - quad.min.x, c.size * static_cast<float>(c.length), 8) << c.rule;
    EXPECT_NEAR(quad.max.y - quad.min.y, c.size, 8) << c.rule;
    EXPECT_NEAR(quad.min.x, 10, 4) << c.rule;
    d.begin(1, 5000, 3000);
    d.text(word, 10, 2000);
    d.end();
    EXPECT_EQ(d.raster_host.batches, 1U) << c.rule;
  }
}

TEST(Atlas, SkipsSegmentsWhoseMetricsAreNonsense) {
  Drawing d;
  d.text_host.scale = 1e9F;
  const auto word = d.segment("今");
  d.begin();
  d.text(word, 10, 100);
  d.end();
  EXPECT_EQ(d.frame.index_count, 0U);
}

TEST(Atlas, TakesANumberGivenOutAgainForAnotherSegment) {
  Drawing d;
  const auto first = d.segment("今");
  d.begin();
  d.text(first, 10, 100);
  d.end();
  d.store.begin_sweep();
  d.store.end_sweep();
  const auto second = d.segment("明");
  ASSERT_EQ(first.segment.value, second.segment.value);
  d.begin();
  d.text(second, 10, 100);
  d.end();
  ASSERT_EQ(d.raster_host.jobs.size(), 1U);
  EXPECT_EQ(d.raster_host.jobs[0].text, "明");
  EXPECT_EQ(d.job_of(d.quads().front()), d.raster_host.jobs[0].number);
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
}

TEST(Atlas, LeavesOutWhatIsGoneBeforeItIsRasterised) {
  Drawing d;
  const auto first = d.segment("今");
  d.begin();
  d.text(first, 10, 100);
  d.store.begin_sweep();
  d.store.end_sweep();
  const auto second = d.segment("明");
  ASSERT_EQ(first.segment.value, second.segment.value);
  d.text(second, 10, 100);
  d.end();
  ASSERT_EQ(d.atlas.stats().rasterised, 1U);
  EXPECT_EQ(d.raster_host.jobs.back().text, "明");

  const auto third = d.segment("后");
  d.begin();
  d.text(third, 10, 100);
  d.store.begin_sweep();
  d.store.end_sweep();
  static_cast<void>(d.segment("天"));
  static_cast<void>(d.segment("空"));
  d.end();
  EXPECT_EQ(d.atlas.stats().rasterised, 1U) << "nor is another one in its place";
}

TEST(Atlas, RasterisesMasksForEachInkAndEmojiOnce) {
  Drawing d;
  const auto word = d.segment("今");
  const auto emoji = d.segment("😀");
  ASSERT_TRUE(d.store[emoji.segment].color);
  for (const host::Ink ink : {host::Ink::Dark, host::Ink::Light}) {
    d.begin(1, 1000, 1000, {}, ink);
    d.text(word, 10, 100);
    d.text(emoji, 40, 100);
    d.end();
    EXPECT_EQ(d.raster_host.jobs.back().job.ink, ink == host::Ink::Light ? ink : host::Ink::Dark);
  }
  EXPECT_EQ(d.atlas.stats().rasterised, 3U);
}

TEST(Atlas, ForgetsItsContentAndKeepsItsPages) {
  Drawing d;
  const auto word = d.segment("今");
  for (int repeat = 0; repeat < 2; ++repeat) {
    d.begin();
    d.text(word, 10, 100);
    d.end();
    EXPECT_EQ(d.raster_host.jobs.size(), 2U) << "the white pixels too";
    EXPECT_NE(d.job_of(d.quads().front()), 0U);
    d.atlas.forget(false);
    EXPECT_EQ(d.atlas.stats().slots, 0U);
  }
  EXPECT_EQ(d.raster_host.create_calls, 1U);
}

TEST(Atlas, MakesItsPagesAnewAfterALoss) {
  Drawing d;
  const auto word = d.segment("今");
  for (std::size_t repeat = 1; repeat <= 2; ++repeat) {
    d.begin();
    d.text(word, 10, 100);
    d.end();
    EXPECT_EQ(d.raster_host.create_calls, repeat);
    EXPECT_EQ(d.raster_host.jobs.size(), 2U);
    EXPECT_EQ(d.quads().front().command.texture, repeat);
    EXPECT_NE(d.job_of(d.quads().front()), 0U);
    d.atlas.forget(true);
    d.raster_host.lose_pages();
  }
}

TEST(Atlas, DrawsNoTextWithoutAPageAndAsksOnceAFrame) {
  Drawing d;
  d.raster_host.refuse_pages = true;
  d.begin();
  d.text(d.segment("今"), 10, 100);
  d.text(d.segment("明"), 40, 100);
  d.end();
  EXPECT_EQ(d.frame.index_count, 0U);
  EXPECT_EQ(d.raster_host.create_calls, 1U);
  d.raster_host.refuse_pages = false;
  d.begin();
  d.text(d.segment("今"), 10, 100);
  d.end();
  EXPECT_EQ(d.quads().size(), 1U);
}

TEST(Atlas, KeepsWhatAnUnfinishedFrameHasDrawn) {
  Drawing d;
  Canvas other(d.atlas);
  const auto word = d.segment("今");
  d.begin();
  d.text(word, 10, 100);
  // Another canvas fills all of both pages before the first has ended.
  other.begin({}, PixelRatio{1}, 1000, 1000, host::Ink::Dark);
  for (unsigned i = 0; i < 600; ++i) {
    const auto large = d.segment(han(100 + i), 100);
    other.text({&large, 1}, CssPx(10), CssPx(200), d.colors);
  }
  (void)other.end();
  d.end();
  EXPECT_EQ(d.raster_host.faults, std::vector<std::string>());
  EXPECT_NE(d.job_of(d.quads().front()), 0U);
}

}  // namespace
}  // namespace article::paint
