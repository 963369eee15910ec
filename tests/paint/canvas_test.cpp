#include <cstdlib>
#include <cstring>
#include <new>

#include <gtest/gtest.h>

#include "drawing.h"

namespace {
std::size_t allocations = 0;
void* counted_alloc(std::size_t size, void*) {
  ++allocations;
  return std::malloc(size);
}
void counted_free(void* memory, void*) { std::free(memory); }
}  // namespace

// Counts what the standard library allocates in this program.
void* operator new(std::size_t size) {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace article::paint {
namespace {

constexpr Color kInk = rgb(0x1A1C1E);

Rect rect(float x, float y, float width, float height) {
  return {CssPx(x), CssPx(y), CssPx(width), CssPx(height)};
}

bool whole(float v) { return v == std::floor(v); }
bool whole(ImVec2 v) { return whole(v.x) && whole(v.y); }

void expect_box(const Drawing::Quad& quad, float left, float top, float right, float bottom,
                const char* rule) {
  EXPECT_EQ(quad.min.x, left) << rule;
  EXPECT_EQ(quad.min.y, top) << rule;
  EXPECT_EQ(quad.max.x, right) << rule;
  EXPECT_EQ(quad.max.y, bottom) << rule;
}

TEST(Color, PacksAsDearImGuiDoes) {
  EXPECT_EQ(rgb(0x123456).packed, IM_COL32(0x12, 0x34, 0x56, 0xFF));
  EXPECT_EQ(rgb(0x123456, 0x78).packed, IM_COL32(0x12, 0x34, 0x56, 0x78));
  EXPECT_EQ(rgb(0x7F123456).packed, IM_COL32(0x12, 0x34, 0x56, 0x80));
  EXPECT_EQ(rgb(0x7F123456, 128).packed, IM_COL32(0x12, 0x34, 0x56, 0x40));
  EXPECT_EQ(rgb(0xFF000000).packed, 0U);
}

TEST(Canvas, PutsEverythingOnWholeDevicePixels) {
  for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
    Drawing d;
    const auto word = d.segment("今");
    d.begin(ratio, 2000, 2000, {CssPx(3.3F), CssPx(7.7F)});
    d.canvas.push_offset({CssPx(0.4F), CssPx(0.7F)});
    for (int i = 0; i < 20; ++i) {
      const float at = 10 + static_cast<float>(i) * 13.37F;
      d.text(word, at, at + 20);
      d.canvas.fill(rect(at, at, 7.1F, 9.3F), kInk);
      d.canvas.picture({99}, rect(at, at, 7.1F, 9.3F), 0, 0, 1, 1);
      d.canvas.horizontal_line(CssPx(at), CssPx(at), CssPx(30), CssPx(0.4F), kInk);
    }
    d.canvas.pop_offset();
    d.end();
    const auto quads = d.quads();
    ASSERT_EQ(quads.size(), 20U * 4) << ratio;
    for (const auto& quad : quads) {
      EXPECT_TRUE(whole(quad.min) && whole(quad.max)) << ratio;
      EXPECT_GT(quad.max.x, quad.min.x) << ratio;
      EXPECT_GT(quad.max.y, quad.min.y) << ratio;
    }
  }
}

TEST(Canvas, PutsPensOnTheNearestDevicePixel) {
  struct Case {
    float ratio, x, baseline, pen_x, pen_y;
    const char* rule;
  };
  const Case cases[] = {
      {1, 10.4F, 20.6F, 10, 21, "nearest"},    {1, 10.5F, 20.5F, 11, 21, "a half goes up"},
      {1.25F, 10.4F, 20, 13, 25, "13.0"},      {1.5F, 10.4F, 20.3F, 16, 30, "15.6, 30.45"},
      {2, 10.4F, 20.3F, 21, 41, "20.8, 40.6"}, {3, 10.4F, 20.3F, 31, 61, "31.2, 60.9"}};
  for (const Case& c : cases) {
    Drawing d;
    const auto word = d.segment("今");
    d.begin(c.ratio);
    d.text(word, c.x, c.baseline);
    d.end();
    ASSERT_EQ(d.quads().size(), 1U) << c.rule;
    const auto& job = d.raster_host.jobs.back().job;
    EXPECT_EQ(d.quads().front().min.x + job.pen_x, c.pen_x) << c.rule << " at " << c.ratio;
    EXPECT_EQ(d.quads().front().min.y + job.pen_y, c.pen_y) << c.rule << " at " << c.ratio;
  }
}

TEST(Canvas, KeepsDistancesWhileItScrolls) {
  for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
    Drawing d;
    const auto word = d.segment("今");
    float distance = -1;
    for (float scroll = 0; scroll < 3; scroll += 0.13F) {
      d.begin(ratio, 1000, 1000, {CssPx(0), CssPx(scroll)});
      d.text(word, 10, 100.3F);
      d.text(word, 10, 130.4F);
      d.end();
      const float now = d.quads()[1].min.y - d.quads()[0].min.y;
      if (distance < 0) distance = now;
      EXPECT_EQ(now, distance) << "ratio " << ratio << ", scrolled by " << scroll;
    }
  }
}

TEST(Canvas, DrawsRulesOfAtLeastADevicePixel) {
  struct Case {
    float ratio, thickness, device_px;
  };
  const Case cases[] = {{1, 0.25F, 1}, {1, 1, 1}, {1.25F, 1, 1}, {1.5F, 1, 2},
                        {2, 1, 2},     {3, 1, 3}, {3, 0.5F, 2}};
  for (const Case& c : cases)
    for (float y = 10; y < 12; y += 0.3F) {
      Drawing d;
      d.begin(c.ratio);
      d.canvas.horizontal_line(CssPx(5), CssPx(y), CssPx(50), CssPx(c.thickness), kInk);
      d.end();
      ASSERT_EQ(d.quads().size(), 1U);
      EXPECT_EQ(d.quads()[0].max.y - d.quads()[0].min.y, c.device_px)
          << c.thickness << " CSS px at ratio " << c.ratio << ", y " << y;
    }
}

TEST(Canvas, FillsNeighboursWithoutGapOrOverlap) {
  for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
    Drawing d;
    d.begin(ratio);
    for (int i = 0; i < 10; ++i)
      d.canvas.fill(rect(static_cast<float>(i) * 10.3F, 0, 10.3F, 10), kInk);
    d.end();
    for (std::size_t i = 1; i < 10; ++i)
      EXPECT_EQ(d.quads()[i].min.x, d.quads()[i - 1].max.x) << ratio;
  }
}

TEST(Canvas, NestsOffsets) {
  Drawing d;
  d.begin(2);
  d.canvas.push_offset({CssPx(10), CssPx(20)});
  d.canvas.fill(rect(0, 0, 1, 1), kInk);
  d.canvas.push_offset({CssPx(1), CssPx(2)});
  d.canvas.fill(rect(0, 0, 1, 1), kInk);
  d.canvas.pop_offset();
  d.canvas.fill(rect(0, 0, 1, 1), kInk);
  d.canvas.pop_offset();
  d.canvas.fill(rect(0, 0, 1, 1), kInk);
  d.end();
  ASSERT_EQ(d.quads().size(), 4U);
  expect_box(d.quads()[0], 20, 40, 22, 42, "one");
  expect_box(d.quads()[1], 22, 44, 24, 46, "both");
  expect_box(d.quads()[2], 20, 40, 22, 42, "one again");
  expect_box(d.quads()[3], 0, 0, 2, 2, "none");
}

TEST(Canvas, IntersectsClipsOnWholeDevicePixels) {
  Drawing d;
  d.begin(1.5F, 300, 300);
  d.canvas.push_clip(rect(10.1F, 10.1F, 100, 100));
  d.canvas.push_clip(rect(50.1F, -50, 100, 100));
  d.canvas.fill(rect(0, 0, 200, 200), kInk);
  d.canvas.pop_clip();
  d.canvas.fill(rect(0, 0, 200, 200), kInk);
  d.canvas.pop_clip();
  d.canvas.fill(rect(0, 0, 200, 200), kInk);
  d.end();
  ASSERT_EQ(d.frame.commands.size(), 3U);
  const float clips[][4] = {{75, 15, 165, 75}, {15, 15, 165, 165}, {0, 0, 300, 300}};
  for (std::size_t i = 0; i < 3; ++i) {
    const DrawCommand& command = d.frame.commands[i];
    EXPECT_EQ(command.clip_left, clips[i][0]);
    EXPECT_EQ(command.clip_top, clips[i][1]);
    EXPECT_EQ(command.clip_right, clips[i][2]);
    EXPECT_EQ(command.clip_bottom, clips[i][3]);
  }
}

TEST(Canvas, DrawsNothingOutsideOfItsClip) {
  Drawing d;
  const auto word = d.segment("今");
  d.begin(1, 300, 300);
  d.text(word, 400, 100);
  d.text(word, 100, -20);
  d.text(word, 100, 330);
  d.canvas.fill(rect(301, 0, 10, 10), kInk);
  d.canvas.push_clip(rect(10, 10, 20, 20));
  d.canvas.push_clip(rect(40, 10, 20, 20));
  d.text(word, 30, 20);
  d.canvas.fill(rect(0, 0, 100, 100), kInk);
  d.canvas.picture({9}, rect(0, 0, 100, 100), 0, 0, 1, 1);
  d.canvas.icon(Icon::Like, rect(0, 0, 24, 24), kInk, false);
  d.canvas.circle({CssPx(30), CssPx(30)}, CssPx(20), kInk);
  d.canvas.pop_clip();
  d.canvas.pop_clip();
  d.end();
  EXPECT_EQ(d.frame.vertex_count, 0U);
  EXPECT_TRUE(d.frame.commands.empty());
  EXPECT_EQ(d.atlas.stats().rasterised, 0U);
}

TEST(Canvas, DrawsTextAndShapesWithOneCommand) {
  Drawing d;
  const auto word = d.segment("今");
  d.begin();
  d.canvas.fill(rect(0, 0, 500, 500), rgb(0xFFFFFF));
  for (int i = 0; i < 10; ++i) {
    const float y = 40 + static_cast<float>(i) * 30;
    d.text(word, 10, y);
    d.canvas.horizontal_line(CssPx(10), CssPx(y + 4), CssPx(100), CssPx(1), kInk);
    d.canvas.push_clip(rect(0, y - 30, 500, 60));
    d.text(word, 30, y);
    d.canvas.icon(Icon::Like, rect(60, y - 20, 20, 20), kInk, false);
    d.canvas.pop_clip();
  }
  d.end();
  ASSERT_EQ(d.frame.commands.size(), 1U) << "clips that cut nothing off make no command";
  EXPECT_EQ(d.frame.commands[0].mask, 1U);
}

TEST(Canvas, ChangesTextureForPicturesAndEmojiOnly) {
  Drawing d;
  const auto word = d.segment("今");
  const auto emoji = d.segment("😀");
  d.begin();
  d.text(word, 10, 100);
  d.canvas.picture({77}, rect(10, 10, 50, 50), 0, 0, 1, 1);
  d.canvas.fill(rect(10, 10, 50, 50), kInk);
  d.text(emoji, 30, 100);
  d.canvas.fill(rect(10, 10, 50, 50), kInk);
  d.text(word, 50, 100);
  d.end();
  struct Expected {
    std::uint32_t texture, mask, quads;
  };
  const Expected expected[] = {{1, 1, 1}, {77, 0, 1}, {1, 1, 1}, {1, 0, 2}, {1, 1, 1}};
  ASSERT_EQ(d.frame.commands.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(d.frame.commands[i].texture, expected[i].texture) << i;
    EXPECT_EQ(d.frame.commands[i].mask, expected[i].mask) << i;
    EXPECT_EQ(d.frame.commands[i].index_count, expected[i].quads * 6) << i;
  }
}

TEST(Canvas, ColorsTextByTagAndEmojiByOpacityOnly) {
  Drawing d;
  d.colors = {rgb(0x112233), rgb(0x1557B0)};
  auto link = d.segment("今");
  link.tag = 1;
  const auto emoji = d.segment("😀");
  d.begin();
  d.text(d.segment("今"), 10, 100);
  d.text(link, 30, 100);
  d.canvas.push_opacity(0.5F);
  d.text(emoji, 50, 100);
  d.canvas.push_opacity(0.5F);
  d.text(link, 70, 100);
  d.canvas.pop_opacity();
  d.canvas.pop_opacity();
  d.text(emoji, 90, 100);
  d.end();
  const ImU32 expected[] = {rgb(0x112233).packed, rgb(0x1557B0).packed, rgb(0xFFFFFF, 128).packed,
                            rgb(0x1557B0, 64).packed, rgb(0xFFFFFF).packed};
  for (std::size_t i = 0; i < std::size(expected); ++i)
    EXPECT_EQ(d.quads()[i].color, expected[i]) << i;
}

TEST(Canvas, DrawsNothingThatIsWhollyTransparent) {
  Drawing d;
  d.begin();
  d.canvas.push_opacity(0);
  d.text(d.segment("今"), 10, 100);
  d.canvas.fill(rect(0, 0, 10, 10), kInk);
  d.canvas.picture({9}, rect(0, 0, 10, 10), 0, 0, 1, 1);
  d.canvas.horizontal_line(CssPx(0), CssPx(0), CssPx(10), CssPx(1), kInk);
  d.canvas.circle({CssPx(10), CssPx(10)}, CssPx(10), kInk);
  d.canvas.icon(Icon::Like, rect(0, 0, 10, 10), kInk, false);
  d.canvas.pop_opacity();
  d.canvas.fill(rect(0, 0, 10, 10), rgb(0, 0));
  d.end();
  EXPECT_EQ(d.frame.vertex_count, 0U);
}

TEST(Canvas, DrawsNothingThatHasNoSize) {
  Drawing d;
  d.begin();
  for (const Rect& empty : {rect(5, 5, 0, 10), rect(5, 5, 10, 0)}) {
    d.canvas.fill(empty, kInk);
    d.canvas.picture({9}, empty, 0, 0, 1, 1);
    d.canvas.icon(Icon::Like, empty, kInk, false);
    d.canvas.push_clip(empty);
    d.text(d.segment("今"), 5, 10);
    d.canvas.fill(rect(0, 0, 20, 20), kInk);
    d.canvas.pop_clip();
  }
  d.canvas.horizontal_line(CssPx(0), CssPx(0), CssPx(0), CssPx(1), kInk);
  d.canvas.circle({CssPx(10), CssPx(10)}, CssPx(0), kInk);
  d.end();
  EXPECT_EQ(d.frame.vertex_count, 0U);
}

TEST(Canvas, TellsClipsApartByEachSide) {
  const Rect clips[] = {rect(10, 10, 50, 50), rect(10, 10, 50, 60), rect(10, 10, 60, 60),
                        rect(10, 20, 60, 50), rect(20, 20, 50, 50), rect(20, 20, 50, 50)};
  Drawing d;
  d.begin();
  for (const Rect& clip : clips) {
    d.canvas.push_clip(clip);
    d.canvas.fill(rect(0, 0, 100, 100), kInk);
    d.canvas.pop_clip();
  }
  d.end();
  EXPECT_EQ(d.frame.commands.size(), 5U) << "the last two are one";
}

TEST(Canvas, DrawsAPartOfAPicture) {
  Drawing d;
  d.begin(2);
  d.canvas.picture({9}, rect(10, 10, 40, 30), 0.25F, 0.1F, 0.75F, 0.9F);
  d.canvas.picture({0}, rect(10, 10, 40, 30), 0, 0, 1, 1);
  d.end();
  ASSERT_EQ(d.quads().size(), 1U) << "no texture, no picture";
  const auto quad = d.quads()[0];
  expect_box(quad, 20, 20, 100, 80, "device px");
  EXPECT_EQ(quad.uv_min.x, 0.25F);
  EXPECT_EQ(quad.uv_min.y, 0.1F);
  EXPECT_EQ(quad.uv_max.x, 0.75F);
  EXPECT_EQ(quad.uv_max.y, 0.9F);
}

TEST(Canvas, RoundsPicturesWithinTheirPart) {
  Drawing d;
  d.begin(2);
  d.canvas.picture({9}, rect(10, 10, 40, 40), 0.25F, 0.1F, 0.75F, 0.9F, CssPx(99));
  d.end();
  const auto* vertices = static_cast<const ImDrawVert*>(d.frame.vertices);
  ASSERT_GT(d.frame.vertex_count, 16U);
  float furthest = 0;
  for (std::uint32_t i = 0; i < d.frame.vertex_count; ++i) {
    const ImDrawVert& v = vertices[i];
    EXPECT_GE(v.uv.x, 0.25F);
    EXPECT_LE(v.uv.x, 0.75F);
    EXPECT_GE(v.uv.y, 0.1F);
    EXPECT_LE(v.uv.y, 0.9F);
    furthest = std::max(furthest, std::hypot(v.pos.x - 60, v.pos.y - 60));
  }
  EXPECT_NEAR(furthest, 40.5F, 0.1F) << "a whole circle and half a pixel of its edge";
}

TEST(Canvas, SplitsVerticesThatIndicesCannotReach) {
  Drawing d;
  const auto word = d.segment("今");
  d.begin(1, 1000, 1000);
  for (int i = 0; i < 40000; ++i) d.text(word, static_cast<float>(i % 900), 500);
  d.end();
  EXPECT_EQ(d.frame.vertex_count, 160000U);
  ASSERT_EQ(d.frame.commands.size(), 3U);
  std::uint32_t indices = 0;
  for (const DrawCommand& command : d.frame.commands) {
    EXPECT_EQ(command.index_offset, indices);
    indices += command.index_count;
  }
  EXPECT_EQ(indices, d.frame.index_count);
  const auto quads = d.quads();
  for (std::size_t i = 0; i < quads.size(); ++i)
    ASSERT_EQ(quads[i].min.x, static_cast<float>(i % 900) - 1) << i;
}

TEST(Canvas, AllocatesNothingOnceWarm) {
  ImGui::SetAllocatorFunctions(counted_alloc, counted_free);
  Drawing d;
  std::vector<text::PlacedSegment> words;
  for (unsigned i = 0; i < 200; ++i)
    words.push_back(d.segment(han(i), 16, static_cast<float>(i % 20) * 17));
  const auto draw = [&] {
    d.begin(2);
    d.canvas.push_clip(rect(0, 0, 400, 400));
    d.canvas.push_offset({CssPx(1), CssPx(1)});
    d.canvas.push_opacity(0.9F);
    for (int line = 0; line < 10; ++line)
      d.canvas.text(std::span(words).subspan(static_cast<std::size_t>(line) * 20, 20), CssPx(10),
                    CssPx(30 + line * 30), d.colors);
    d.canvas.picture({9}, rect(10, 10, 40, 40), 0, 0, 1, 1, CssPx(4));
    d.canvas.circle({CssPx(50), CssPx(50)}, CssPx(20), kInk);
    d.canvas.icon(Icon::Missing, rect(10, 60, 24, 24), kInk, false);
    d.canvas.fill(rect(10, 60, 24, 24), kInk, CssPx(4));
    d.canvas.pop_opacity();
    d.canvas.pop_offset();
    d.canvas.pop_clip();
    d.end();
  };
  draw();
  const std::size_t before = allocations;
  ASSERT_GT(before, 0U) << "the counter counts";
  draw();
  draw();
  EXPECT_EQ(allocations, before);
}

TEST(Canvas, RepeatsAFrameByteForByte) {
  Drawing first;
  Drawing second;
  for (Drawing* d : {&first, &second}) {
    d->begin(1.25F);
    for (unsigned i = 0; i < 100; ++i) d->text(d->segment(han(i)), static_cast<float>(i) * 5, 100);
    d->canvas.icon(Icon::Like, rect(10, 10, 24, 24), kInk, false);
    d->end();
  }
  ASSERT_EQ(first.frame.vertex_count, second.frame.vertex_count);
  EXPECT_EQ(std::memcmp(first.frame.vertices, second.frame.vertices,
                        first.frame.vertex_count * sizeof(ImDrawVert)),
            0);
}

}  // namespace
}  // namespace article::paint
