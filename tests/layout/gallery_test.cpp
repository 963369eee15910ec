#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "page_case.h"

namespace article::layout {
namespace {

const std::string kLong =
    "清晨五点半护林员带着小学五年级的学生走进刚刚退潮的滩涂孩子们背着自己编号的胚轴按照前一天晚"
    "上用水准仪测好的红旗一株一株往下插没有人说话只听得见泥里小蟹爬动的声音和远处渔船的马达声。";

std::string photo(std::string_view caption, bool pictured = true) {
  std::string out = R"({"width": 1600, "height": 1067, "caption": ")";
  out += caption;
  out += pictured ? R"(", "src": "a.jpg"})" : R"("})";
  return out;
}

class GalleryTest : public PageCase {
 protected:
  void show(const std::string& photos, float width) {
    read(R"({"version": 1, "language": "zh-Hans", "gallery": {"title": "图集", "photos": [)" +
         photos + "]}}");
    lay_out(width);
  }

  [[nodiscard]] const Box& first(Role role) const {
    for (const Box& box : page_.boxes)
      if (box.role == role && !box.absent) return box;
    ADD_FAILURE() << "no such box";
    return page_.boxes.front();
  }
  [[nodiscard]] const Box* button(Action action) const {
    for (const Box& box : page_.boxes)
      if (box.action == action && !box.absent && box.icon != BoxIcon::None) return &box;
    return nullptr;
  }
  [[nodiscard]] CssPx height() const { return first(Role::Carousel).frame.height; }
};

bool apart(const Rect& a, const Rect& b) {
  return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
}

TEST_F(GalleryTest, KeepsRoomForCaptionsThatDifferByTwoLines) {
  show(photo("短") + ", " + photo(kLong.substr(0, 3 * 40)), 390);
  const CssPx before = height();
  state_.photo = 1;
  lay_out(390);
  EXPECT_EQ(height(), before);
}

TEST_F(GalleryTest, FollowsTheReaderWhereCaptionsDifferByMore) {
  show(photo("短") + ", " + photo(kLong), 390);
  const CssPx before = height();
  const CssPx top = first(Role::Image).frame.y;
  state_.photo = 1;
  lay_out(390);
  EXPECT_GT(height(), before + CssPx(44));
  EXPECT_EQ(first(Role::Image).frame.y, top) << "nothing above moves";
  state_.autoplay = AutoplayState::Stopped;
  lay_out(390);
  const CssPx tallest = height();
  state_.photo = 0;
  lay_out(390);
  EXPECT_EQ(height(), tallest) << "with autoplay nothing moves by itself";
}

TEST_F(GalleryTest, ShowsAllOfACaptionWithoutAPhoto) {
  for (const float width : {320.0F, 390.0F, 640.0F, 1024.0F}) {
    show(photo(kLong, false) + ", " + photo("短"), width);
    const Box& caption = first(Role::Caption);
    const Box& panel = page_.boxes[static_cast<std::size_t>(&caption - page_.boxes.data() - 1)];
    EXPECT_EQ(panel.fill, Tone::Panel);
    EXPECT_GE(caption.frame.y, panel.frame.y + CssPx(8)) << width;
    EXPECT_LE(caption.frame.bottom(), panel.frame.bottom() - CssPx(8)) << width;
    EXPECT_LE(panel.frame.bottom(), page_.scrollers[kCarouselScroller].clip.bottom()) << width;
    for (const Action action : {Action::PreviousPhoto, Action::NextPhoto})
      EXPECT_TRUE(apart(button(action)->frame, caption.frame)) << width;
  }
}

TEST_F(GalleryTest, AlwaysShowsNoticeAndRetryOfAMissingPhoto) {
  for (const float size : {17.0F, 32.0F}) {
    style_.font_size = CssPx(size);
    for (const float width : {320.0F, 390.0F, 640.0F, 1024.0F}) {
      show(photo(kLong) + ", " + photo("短"), width);
      state_.pictures.assign(page_.pictures.size(), PictureState::Failed);
      lay_out(width);
      const Rect panel = first(Role::Image).frame;
      const Rect clip = page_.scrollers[kCarouselScroller].clip;
      int seen = 0;
      for (const Box& box : page_.boxes) {
        if (box.absent || (box.look != Look::Notice && box.action != Action::RetryPicture))
          continue;
        if (box.frame.x > panel.right()) continue;  // of the next photo
        ++seen;
        EXPECT_GE(box.frame.y, panel.y) << width;
        EXPECT_LE(box.frame.bottom(), panel.bottom() + CssPx(0.01F)) << width;
        EXPECT_LE(box.frame.bottom(), clip.bottom()) << width;
      }
      EXPECT_EQ(seen, 3) << "notice, button and its label";
      state_.pictures.clear();
    }
  }
}

TEST_F(GalleryTest, HasItsArrowsBesideTheTitleOfASmallPicture) {
  // In an aside, 300 px wide.
  read(R"({"version": 1, "language": "zh-Hans", "article": {"headline": "短", "body": []},
           "gallery": {"photos": [)" +
       photo("一") + ", " + photo("二") + "]}}");
  lay_out(1280);
  const Rect picture = first(Role::Image).frame;
  ASSERT_EQ(picture.width, CssPx(300));
  for (const Action action : {Action::PreviousPhoto, Action::NextPhoto})
    EXPECT_TRUE(apart(button(action)->frame, picture));
  show(photo("一") + ", " + photo("二"), 700);
  EXPECT_FALSE(apart(button(Action::NextPhoto)->frame, first(Role::Image).frame));
}

}  // namespace
}  // namespace article::layout
