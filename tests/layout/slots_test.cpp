#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "page_case.h"

namespace article::layout {
namespace {

/// A document with slots in its body, or none.
std::string with_body(std::string_view first, std::string_view second) {
  return R"({"version": 1, "language": "zh-Hans", "article": {"headline": "清晨的渔港", "body": [)" +
         std::string(first) + R"({"type": "paragraph", "text": "今天清晨，渔船陆续回港。"},)" +
         std::string(second) + R"({"type": "paragraph", "text": "码头上人声鼎沸。"}]},
  "gallery": {"photos": [{"src": "1.jpg", "caption": "一"}, {"src": "2.jpg", "caption": "二"}]},
  "rankings": {"tabs": [{"id": "a", "label": "月榜", "items": [{"title": "甲"}]}]},
  "comments": {"hot": [{"author": "读者", "text": "好"}], "latest": []}})";
}

constexpr std::string_view kTop = R"({"type": "slot", "name": "top"},)";
constexpr std::string_view kAd = R"({"type": "slot", "name": "ad", "height": 250},)";

class SlotsTest : public PageCase {
 protected:
  const Page& lay_out(std::string_view json, float width = 390) {
    read(json);
    EXPECT_TRUE(read_.problems.empty());
    return again(width);
  }
  const Page& again(float width = 390) { return PageCase::lay_out(width); }
  void tell(std::string_view name, float height) {
    const auto number = static_cast<std::size_t>(slot(name).argument);
    state_.slots.resize(std::max(state_.slots.size(), number + 1), CssPx(-1));
    state_.slots[number] = CssPx(height);
  }

  [[nodiscard]] const Box& slot(std::string_view name) const {
    for (const Box& box : page_.boxes)
      if (box.role == Role::Slot && box.name == name) return box;
    ADD_FAILURE() << name;
    return page_.boxes.front();
  }
  [[nodiscard]] const Box& first(Role role) const {
    return *std::ranges::find(page_.boxes, role, &Box::role);
  }
  /// Of all but slots, in order.
  [[nodiscard]] std::vector<float> places() const {
    std::vector<float> found{page_.height.value};
    for (const Box& box : page_.boxes)
      if (box.role != Role::Slot)
        found.insert(found.end(), {box.frame.y.value, box.frame.height.value});
    return found;
  }
  [[nodiscard]] std::vector<float> body_tops() const {
    std::vector<float> found;
    for (const Box& box : page_.boxes)
      if (box.role == Role::Paragraph && box.look == Look::Body) found.push_back(box.frame.y.value);
    return found;
  }
};

TEST_F(SlotsTest, TakeNoRoomWhereNothingStandsInThem) {
  lay_out(with_body("", ""));
  const std::vector<float> without = places();
  lay_out(with_body(kTop, kAd));
  EXPECT_NE(places(), without) << "until that is told, one keeps what it reserves";
  tell("ad", 0);
  again();
  EXPECT_EQ(places(), without);
}

TEST_F(SlotsTest, KeepWhatIsReservedUntilTheHeightIsKnown) {
  lay_out(with_body("", ""));
  const std::vector<float> empty = body_tops();
  lay_out(with_body("", kAd));
  const std::size_t boxes = page_.boxes.size();
  struct Case {
    float told;
    float height;
  };
  for (const auto& [told, height] :
       {Case{-1, 250}, Case{300.5F, 300.5F}, Case{20, 20}, Case{0, 0}}) {
    tell("ad", told);
    again();
    EXPECT_EQ(slot("ad").frame.height, CssPx(height));
    // Between paragraphs a gap of 20 stands on either side.
    const float room = height > 0 ? height + 40 : 0;
    EXPECT_FLOAT_EQ(body_tops()[1] - empty[1], room) << told;
    EXPECT_EQ(page_.boxes.size(), boxes) << "a box has its number in every state";
  }
}

TEST_F(SlotsTest, StandAtTheTopOfABodyWithoutAGap) {
  lay_out(with_body(kTop, ""));
  const float at = body_tops()[0];
  tell("top", 50);
  again();
  EXPECT_FLOAT_EQ(slot("top").frame.y.value, at);
}

TEST_F(SlotsTest, StandBehindTheirPartInItsColumn) {
  lay_out(with_body("", ""));
  for (const std::string_view name : document::kPartSlots) tell(name, 100);
  for (const float width : {390.0F, 1024.0F}) {
    again(width);
    const Box* part = nullptr;
    for (const Box& box : page_.boxes) {
      if (box.parent != kNoBox || box.role == Role::None) continue;
      if (box.role == Role::Slot) {
        ASSERT_TRUE(part) << box.name;
        EXPECT_EQ(box.part, part->part) << box.name;
        EXPECT_EQ(box.frame.x, part->frame.x) << box.name;
        EXPECT_EQ(box.frame.width, part->frame.width) << box.name;
        EXPECT_EQ(box.frame.y, part->frame.bottom() + CssPx(24)) << box.name;
        EXPECT_EQ(box.frame.height, CssPx(100));
      }
      part = &box;
    }
    EXPECT_EQ(slot("after-gallery").frame.x > slot("after-card").frame.x, width > 1000);
  }
}

TEST_F(SlotsTest, AreThereWithTheirPartsOnly) {
  style_.parts = {Part::Gallery, Part::Comments};
  lay_out(with_body("", ""));
  std::vector<std::string> names;
  for (const Box& box : page_.boxes)
    if (box.role == Role::Slot) names.push_back(box.name);
  EXPECT_EQ(names, std::vector<std::string>{"after-gallery"});
}

TEST_F(SlotsTest, DrawNothing) {
  lay_out(with_body("", kAd));
  tell("ad", 200);
  again();
  for (const Block& block : page_.blocks) {
    if (page_.boxes[static_cast<std::size_t>(block.root)].role != Role::Slot) {
      const Rect& frame = slot("ad").frame;
      const bool beside = block.ink.bottom() <= frame.y || block.ink.y >= frame.bottom();
      EXPECT_TRUE(beside || block.ink.width == CssPx(0));
    } else {
      EXPECT_EQ(block.ink.width, CssPx(0));
    }
  }
}

}  // namespace
}  // namespace article::layout
