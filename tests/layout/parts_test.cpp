#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "layout/properties.h"
#include "page_case.h"

/// What each part makes of what a document has and lacks.
namespace article::layout {
namespace {

class PartsTest : public PageCase {
 protected:
  /// Lays out a document whose members follow its version and language.
  const Page& lay(std::string_view members, float width = 390) {
    read(R"({"version": 1, "language": "zh-Hans", )" + std::string(members) + "}");
    EXPECT_EQ(read_.refusal, document::Refusal::None) << members;
    return lay_out(width);
  }

  [[nodiscard]] std::vector<const Box*> all(Role role) const {
    std::vector<const Box*> found;
    for (const Box& box : page_.boxes)
      if (box.role == role && !box.absent) found.push_back(&box);
    return found;
  }

  [[nodiscard]] std::vector<std::string> texts(Role role) const {
    std::vector<std::string> found;
    for (const Box* box : all(role))
      if (box->text >= 0)
        found.emplace_back(page_.texts[static_cast<std::size_t>(box->text)].paragraph.text());
    return found;
  }

  [[nodiscard]] const Box& at(BoxIndex index) const {
    return page_.boxes[static_cast<std::size_t>(index)];
  }

  [[nodiscard]] const Box* filled(Tone tone) const {
    for (const Box& box : page_.boxes)
      if (box.fill == tone && !box.absent) return &box;
    return nullptr;
  }
};

TEST_F(PartsTest, APhotoHasItsOwnShapeUpToAPortraits) {
  struct Case {
    std::string_view size;
    float ratio;
    Fit fit;
    std::string_view rule;
  };
  const Case cases[] = {
      {R"(, "width": 1600, "height": 400)", 0.25F, Fit::Cover, "as it is"},
      {R"(, "width": 1000, "height": 1250)", 1.25F, Fit::Cover, "as it is"},
      {R"(, "width": 1000, "height": 2000)", 1.25F, Fit::Contain, "no higher, but whole"},
      {R"(, "width": 1000)", 2.0F / 3, Fit::Contain, "a guess"},
      {"", 2.0F / 3, Fit::Contain, "a guess"},
  };
  for (const Case& c : cases) {
    lay(R"("article": {"headline": "H", "body": [{"type": "photo", "photo": {"src": "p")" +
        std::string(c.size) + "}}]}");
    ASSERT_EQ(page_.pictures.size(), 1U);
    const Rect& frame = at(page_.pictures[0].box).frame;
    EXPECT_NEAR(frame.height.value / frame.width.value, c.ratio, 0.001F) << c.rule;
    EXPECT_EQ(page_.pictures[0].fit, c.fit) << c.rule;
  }
}

TEST_F(PartsTest, AVideoTellsItsTitleAndHowLongItIs) {
  struct Case {
    std::string_view members;
    std::string_view name;
    std::vector<std::string> caption;
  };
  const Case cases[] = {
      {R"("title": "视频", "duration": 75)", "播放视频：视频", {"视频\u20031:15"}},
      {R"("title": "视频")", "播放视频：视频", {"视频"}},
      {R"("duration": 4.6)", "播放视频", {"0:05"}},
      {R"("duration": 3599.6)", "播放视频", {"1:00:00"}},
      {R"("duration": 45296)", "播放视频", {"12:34:56"}},
      {R"("duration": 1e9)", "播放视频", {"99:59:59"}},
      {R"("poster": {"caption": "C"})", "播放视频", {}},
  };
  for (const Case& c : cases) {
    lay(R"("article": {"headline": "H", "body": [{"type": "video", "url": "/v", )" +
        std::string(c.members) + "}]}");
    EXPECT_EQ(texts(Role::Caption), c.caption) << c.members;
    EXPECT_EQ(all(Role::Link).at(0)->name, c.name);
    EXPECT_TRUE(page_.pictures.empty());
    EXPECT_NE(filled(Tone::Panel), nullptr) << "in the poster's place";
  }
}

TEST_F(PartsTest, EmphasisIsSlantedWhereItsLanguageIs) {
  struct Case {
    std::string_view run;
    bool slants;
  };
  const Case cases[] = {{R"({"text": "word", "emphasis": true, "language": "en"})", true},
                        {R"({"text": "字", "emphasis": true})", false}};
  for (const Case& c : cases) {
    host_.styles.clear();
    lay(R"("article": {"headline": "H", "body": [{"type": "paragraph", "text": ["前", )" +
        std::string(c.run) + "]}]}");
    bool slanted = false;
    for (const host::TextStyle& style : host_.styles)
      slanted = slanted || style.slant == host::Slant::Italic;
    EXPECT_EQ(slanted, c.slants) << c.run;
    const Box& paragraph = *all(Role::Paragraph).at(0);
    const TextContent& content = page_.texts[static_cast<std::size_t>(paragraph.text)];
    ASSERT_EQ(content.ranges.at(0).role, Role::Emphasis);
    EXPECT_EQ(content.ranges[0].upright, !c.slants) << c.run;
  }
}

TEST_F(PartsTest, TheHeadIsCentredWhereThePageSaysSo) {
  const auto start = [&] {
    lay(R"("article": {"headline": "今天", "body": []})");
    const Box& headline = *all(Role::Heading).at(0);
    const TextContent& content = page_.texts[static_cast<std::size_t>(headline.text)];
    return content.paragraph.start_of(content.lines.at(0), content.broken_for);
  };
  EXPECT_EQ(start(), CssPx(0));
  style_.own[property("headline-align").row] = 1;
  EXPECT_GT(start(), CssPx(100));
}

TEST_F(PartsTest, ATagOfManyWordsTakesLines) {
  std::string words = "tag";
  for (int i = 0; i < 40; ++i) words += " tag";
  lay(R"("article": {"headline": "H", "tags": ["A", ")" + words + R"(", "B"]})");
  const std::vector<const Box*> tags = all(Role::ListItem);
  ASSERT_EQ(tags.size(), 3U);
  EXPECT_GT(tags[1]->frame.height, 2 * tags[0]->frame.height);
  EXPECT_GE(tags[2]->frame.y, tags[1]->frame.bottom() - tags[2]->frame.height);
  EXPECT_GE(page_.height, tags[2]->frame.bottom());
}

/// As many photos.
std::string gallery(int count, std::string_view photo = R"({"src": "p", "caption": "C"})") {
  std::string photos;
  for (int i = 0; i < count; ++i) photos += (i > 0 ? ", " : "") + std::string(photo);
  return R"("gallery": {"photos": [)" + photos + "]}";
}

TEST_F(PartsTest, AGalleryWithoutPhotosSaysSo) {
  lay(gallery(0));
  EXPECT_TRUE(all(Role::Carousel).empty());
  ASSERT_EQ(all(Role::Group).size(), 1U);
  EXPECT_EQ(texts(Role::Paragraph), std::vector<std::string>{"暂无内容"});
}

TEST_F(PartsTest, AGalleryTellsItsPositionByDotsOrByNumbers) {
  struct Case {
    int photos;
    std::size_t dots;
    std::string_view number;
  };
  // On a wide page, where the arrows stand on the picture.
  const Case cases[] = {{1, 0, ""}, {2, 2, ""}, {8, 8, ""}, {9, 0, "1 / 9"}, {120, 0, "1 / 120"}};
  CssPx narrower(0);
  for (const Case& c : cases) {
    lay(gallery(c.photos), 800);
    std::size_t dots = 0;
    for (const Box& box : page_.boxes)
      dots += !box.absent && box.frame.width == box.frame.height &&
              (box.fill == Tone::Control || box.fill == Tone::Text);
    EXPECT_EQ(dots, c.dots) << c.photos;
    const std::vector<std::string> numbers = texts(Role::None);
    EXPECT_EQ(numbers.empty() ? "" : numbers.at(0), c.number) << c.photos;
    const Box* pill = filled(Tone::Shade);
    EXPECT_EQ(pill != nullptr, !c.number.empty()) << c.photos;
    if (pill == nullptr) continue;
    EXPECT_GT(pill->frame.width, narrower) << "room for all digits";
    narrower = pill->frame.width;
  }
}

TEST_F(PartsTest, OnePhotoHasNothingToGoTo) {
  for (const float width : {390.0F, 800.0F}) {
    state_.pictures = {PictureState::Waiting};
    lay(gallery(1), width);
    for (const Box* button : all(Role::Button)) EXPECT_EQ(button->action, Action::EnlargePhoto);
    EXPECT_EQ(at(page_.pictures[0].box).frame.x, all(Role::Slide).at(0)->frame.x);
    state_.pictures = {PictureState::Failed};
    lay_out(width);
    bool retry = false;
    for (const Box* button : all(Role::Button))
      retry = retry || button->action == Action::RetryPicture;
    EXPECT_TRUE(retry);
    state_.pictures = {};
    lay(gallery(1, R"({"caption": "只有图注"})"), width);
    EXPECT_EQ(texts(Role::Caption), std::vector<std::string>{"只有图注"});
  }
}

TEST_F(PartsTest, APortraitInAGalleryIsShownWhole) {
  lay(gallery(1, R"({"src": "p", "width": 400, "height": 600})"));
  EXPECT_EQ(page_.pictures.at(0).fit, Fit::Contain);
  lay(gallery(1, R"({"src": "p", "width": 600, "height": 600})"));
  EXPECT_EQ(page_.pictures.at(0).fit, Fit::Cover);
}

TEST_F(PartsTest, ACaptionAloneHasItsCreditBehindIt) {
  const auto caption = [&](std::string_view photo) {
    lay(gallery(12, photo), 800);
    return texts(Role::Caption).at(0);
  };
  EXPECT_EQ(caption(R"({"caption": "图注", "credit": "摄影"})"), "图注\u2003摄影");
  EXPECT_EQ(caption(R"({"caption": "图注"})"), "图注");
}

TEST_F(PartsTest, TheSitesBarHasWhatThereIs) {
  const auto bar = [&](std::string_view site) {
    lay(R"("site": {)" + std::string(site) + R"(}, "article": {"headline": "H"})");
    return all(Role::Navigation).at(0);
  };
  EXPECT_EQ(bar(R"("name": "日报", "logo": "l.png")")->name, "日报");
  EXPECT_TRUE(at(page_.pictures.at(0).box).decorative) << "the name stands beside it";
  EXPECT_TRUE(all(Role::Link).empty());

  EXPECT_EQ(bar(R"("logo": "l.png", "url": "/")")->name, "网站");
  const Box& logo = at(page_.pictures.at(0).box);
  EXPECT_FALSE(logo.decorative) << "it stands for the name";
  EXPECT_EQ(logo.name, "网站");
  ASSERT_EQ(all(Role::Link).size(), 1U);

  const Box* nav =
      bar(R"("login": {"label": "登录"}, "edition": {"label": "数字报", "url": "/e"})");
  ASSERT_EQ(all(Role::Link).size(), 1U) << "a link without a URL is text";
  EXPECT_NEAR(all(Role::Link).at(0)->frame.right().value, nav->frame.right().value, 0.1F);
  EXPECT_EQ(nav->frame.height, all(Role::Link).at(0)->frame.height) << "one row";
}

TEST_F(PartsTest, ASiteStandsAlone) {
  lay(R"("site": {"name": "日报"}, "rankings": {"tabs": []})");
  EXPECT_TRUE(all(Role::Article).empty());
  EXPECT_EQ(all(Role::Navigation).size(), 1U);
}

TEST_F(PartsTest, ARankingHasRoomForItsNumbersAndItsFoot) {
  const auto ranking = [&](int count, std::string_view more) {
    std::string items;
    for (int i = 0; i < count; ++i)
      items += (i > 0 ? ", " : "") + std::string(R"({"title": "T", "url": "/t"})");
    lay(R"("rankings": {"tabs": [{"id": "a", "label": "L", "items": [)" + items + "]" +
        std::string(more) + "}]}");
    std::vector<CssPx> titles;
    for (const Box* box : all(Role::Text))
      if (box->parent >= 0 && at(box->parent).role == Role::Link &&
          at(box->parent).kind == LinkKind::Ranking)
        titles.push_back(box->frame.x);
    return titles;
  };
  const std::vector<CssPx> titles = ranking(100, R"(, "more": {"label": "更多", "url": "/m"})");
  EXPECT_EQ(titles[98], titles[0]);
  EXPECT_GT(titles[99], titles[98]) << "a third figure";
  const std::vector<std::string> labels = texts(Role::Text);
  EXPECT_EQ(labels.back(), "更多");
  EXPECT_EQ(all(Role::Link).back()->url, "https://paper.example/m");
  ranking(1, R"(, "more": {"label": "更多"})");
  EXPECT_EQ(texts(Role::Text).back(), "更多");
  EXPECT_EQ(all(Role::Link).back()->url, "https://paper.example/t") << "no link without a URL";
}

TEST_F(PartsTest, AnEmptyTabSaysItsOwnText) {
  lay(R"("rankings": {"tabs": [{"id": "a", "label": "L", "items": []}]})");
  EXPECT_EQ(texts(Role::Paragraph), std::vector<std::string>{"暂无内容"});
  lay(R"("comments": {"empty": "还没有评论"})");
  EXPECT_EQ(texts(Role::Paragraph).at(0), "还没有评论");
}

TEST_F(PartsTest, PartsHaveNoLineWhereThePageWantsNone) {
  const auto lines = [&] {
    lay(R"("article": {"headline": "H"}, "rankings": {"tabs": []}, "comments": {})");
    int found = 0;
    for (const Box& box : page_.boxes)
      found += box.fill == Tone::Line && !box.absent && box.part != Part::Card;
    return found;
  };
  const int usual = lines();
  style_.own[property("part-line").row] = 0;
  EXPECT_EQ(lines(), usual - 2);
}

/// How long an article may be to stand beside what else there is: paragraphs.
class AsideTest : public PartsTest {
 protected:
  int beside(const std::string& parts, std::string_view block = "") {
    for (int count = 0; count < 400; ++count) {
      std::string body(block);
      for (int i = 0; i < count; ++i)
        body +=
            (body.empty() ? "" : ", ") + std::string(R"({"type": "paragraph", "text": "正文"})");
      lay(R"("article": {"headline": "H", "body": [)" + body + "]}, " + parts, 1200);
      if (!page_.has_aside.value()) return count - 1;
    }
    return 400;
  }

  static std::string rankings(std::string_view tab) {
    return R"("rankings": {"tabs": [{"id": "a", "label": "L", )" + std::string(tab) + "}]}";
  }
};

TEST_F(AsideTest, HasRoomForAllThatARankingHas) {
  const std::string plain = R"("items": [{"title": "T"}, {"title": "T"}, {"title": "T"},
      {"title": "T"}, {"title": "T"}, {"title": "T"}])";
  std::string viewed = plain;
  for (std::size_t at = 0; (at = viewed.find(R"("T")", at)) != std::string::npos; ++at)
    viewed.insert(at + 3, R"(, "views": 5)");
  const int without_tabs = beside(R"("rankings": {"tabs": []})");
  EXPECT_EQ(beside(rankings(R"("items": [])")), without_tabs) << "as high as one without a tab";
  EXPECT_GT(beside(rankings(plain)), without_tabs);
  EXPECT_GT(beside(rankings(viewed)), beside(rankings(plain)));
  EXPECT_GT(beside(rankings(plain + R"(, "more": {"label": "M", "url": "/m"})")),
            beside(rankings(plain)));
}

TEST_F(AsideTest, HasLessRoomForPhotosThatAreHigh) {
  const auto photo = [](std::string_view size) {
    return R"({"type": "photo", "photo": {"src": "p")" + std::string(size) + "}}";
  };
  const std::string parts = gallery(3);
  const int high = beside(parts, photo(R"(, "width": 1000, "height": 1100)"));
  const int wide = beside(parts, photo(R"(, "width": 1600, "height": 400)"));
  const int unknown = beside(parts, photo(""));
  EXPECT_LT(high, unknown);
  EXPECT_LT(unknown, wide);
  EXPECT_LT(beside(gallery(0)), beside(parts)) << "an empty gallery is low";
}

TEST_F(AsideTest, LeavesTheSitesBarInItsColumnWhereSomethingIsBeforeIt) {
  const std::string members = R"("site": {"name": "日报"}, "article": {"headline": "H"}, )" +
                              gallery(3) + R"(, "comments": {})";
  lay(members, 1200);
  ASSERT_TRUE(page_.has_aside.value());
  const CssPx over_both = all(Role::Navigation).at(0)->frame.width;
  style_.parts = {Part::Gallery, Part::Card, Part::Comments};
  lay(members, 1200);
  ASSERT_TRUE(page_.has_aside.value());
  EXPECT_LT(all(Role::Navigation).at(0)->frame.width, over_both);
}

}  // namespace
}  // namespace article::layout
