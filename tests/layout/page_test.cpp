#include "layout/page.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "page_case.h"

namespace article::layout {
namespace {

constexpr std::string_view kSample = R"({
  "version": 1, "language": "zh-Hans",
  "site": {"name": "海湾日报", "url": "/", "login": {"label": "登录", "url": "/login"},
           "edition": {"label": "数字报", "url": "/epaper"}},
  "article": {
    "url": "/a/1", "kicker": "报小拍", "headline": "清晨的渔港 又一次热闹起来",
    "summary": "一篇关于渔港的报道。", "published": "2023-03-12 09:56",
    "source": {"label": "海湾云媒"},
    "bylines": [{"role": "文字", "names": [{"name": "林一", "title": "记者"}]}],
    "lead": {"src": "lead.jpg", "width": 1600, "height": 900, "caption": "渔港"},
    "body": [
      {"type": "paragraph", "text": "今天清晨，渔船陆续回港，码头上人声鼎沸，海风里都是新鲜的味道。"},
      {"type": "heading", "level": 2, "text": "渔获"},
      {"type": "heading", "level": 5, "text": "深一层"},
      {"type": "quote", "text": "这是一句引文。"},
      {"type": "list", "ordered": true, "items": ["第一", "第二"]},
      {"type": "photo", "photo": {"src": "b.jpg", "caption": "图注", "url": "/p"}},
      {"type": "video", "url": "/v", "title": "视频", "duration": 75},
      {"type": "rule"},
      {"type": "paragraph", "text": ["带", {"text": "链接", "url": "/x"}, "的段落。"]}],
    "credits": [{"role": "编辑", "names": ["王二", "李三"]}],
    "tags": ["渔业", {"label": "港口", "url": "/t"}]},
  "gallery": {"photos": [
    {"src": "1.jpg", "caption": "一", "width": 1600, "height": 1067},
    {"src": "2.jpg", "caption": "二"}, {"caption": "只有图注"}]},
  "rankings": {"selected": "week", "tabs": [
    {"id": "month", "label": "月榜", "items": [{"title": "第一条", "url": "/1", "views": 12}]},
    {"id": "week", "label": "周榜", "items": [{"title": "第二条", "url": "/2"}]},
    {"id": "day", "label": "日榜", "items": []}]},
  "comments": {"total": 1, "participants": 2, "write": {"label": "写评论", "url": "/w"},
    "hot": [{"author": "读者", "text": "好！", "likes": 3}], "latest": []}})";

/// The sample with as many items in the ranking that is shown.
std::string with_items(int count) {
  constexpr std::string_view kItem = R"({"title": "第二条", "url": "/2"})";
  std::string json(kSample);
  for (int i = 1; i < count; ++i) json.insert(json.find(kItem), std::string(kItem) + ", ");
  return json;
}

class PageTest : public PageCase {
 protected:
  PageTest() {
    style_.parts = {Part::Card, Part::Gallery, Part::Rankings, Part::Comments};
    read(kSample);
  }

  [[nodiscard]] std::vector<const Box*> all(Role role) const {
    std::vector<const Box*> found;
    for (const Box& box : page_.boxes)
      if (box.role == role && !box.absent) found.push_back(&box);
    return found;
  }

  [[nodiscard]] std::string_view text_of(const Box& box) const {
    return page_.texts[static_cast<std::size_t>(box.text)].paragraph.text();
  }
};

TEST_F(PageTest, KeepsEveryBoxWithinThePage) {
  for (const auto& [font_size, least] : {std::pair{17.0F, 0.0F}, {17.0F, 17.0F}, {34.0F, 30.0F}}) {
    style_.font_size = CssPx(font_size);
    style_.least_size = CssPx(least);
    for (const float width : {280.0F, 320.0F, 390.0F, 600.0F, 768.0F, 1024.0F, 1440.0F}) {
      page_ = Page();
      lay_out(width);
      ASSERT_GT(page_.boxes.size(), 50U);
      for (const TextContent& text : page_.texts)
        if (text.shape != 0) {
          EXPECT_GE(text.font_size.value, least) << text.paragraph.text();
        }
      for (const Box& box : page_.boxes) {
        if (box.absent || box.hidden || box.scroller >= 0 || box.role == Role::Status) continue;
        EXPECT_GE(box.frame.x.value, -0.01F) << width << " role " << static_cast<int>(box.role);
        EXPECT_LE(box.frame.right().value, width + 0.01F)
            << width << " at " << font_size << " role " << static_cast<int>(box.role);
        EXPECT_LE(box.frame.bottom().value, page_.height.value + 0.01F);
      }
    }
  }
}

TEST_F(PageTest, StandsTextsBelowOneAnother) {
  for (const auto& [width, least] : {std::pair{320.0F, 0.0F},
                                     {390.0F, 0.0F},
                                     {768.0F, 0.0F},
                                     {320.0F, 17.0F},
                                     {390.0F, 17.0F}}) {
    style_.least_size = CssPx(least);
    page_ = Page();
    lay_out(width);
    const Box* above = nullptr;
    for (const Box& box : page_.boxes) {
      if (box.text < 0 || box.absent || box.hidden || box.scroller >= 0) continue;
      if (above) {
        EXPECT_FALSE(above->frame.width > CssPx(1) && box.frame.intersects(above->frame))
            << text_of(*above) << " and " << text_of(box) << " at " << width << ", least " << least;
      }
      above = &box;
    }
  }
}

TEST_F(PageTest, SetsAChineseMeasureOfWholeCharacters) {
  for (const float width : {320.0F, 390.0F, 500.0F, 768.0F, 1024.0F}) {
    lay_out(width);
    const Box* first = nullptr;
    for (const Box& box : page_.boxes)
      if (box.text >= 0 && text_of(box).starts_with("今天清晨")) first = &box;
    ASSERT_NE(first, nullptr);
    const float em = page_.texts[static_cast<std::size_t>(first->text)].font_size.value;
    const float count = first->frame.width.value / em;
    EXPECT_NEAR(count, std::round(count), 0.001F) << width;
    EXPECT_LE(count, 38.0F) << width;
    if (width == 390.0F) {
      EXPECT_FLOAT_EQ(count, 20.0F);
    }
  }
}

TEST_F(PageTest, HasTwoColumnsFrom1024) {
  read(with_items(40));
  lay_out(1023);
  EXPECT_EQ(all(Role::Carousel)[0]->frame.x, all(Role::Group)[0]->frame.x);
  lay_out(1024);
  auto groups = all(Role::Carousel);
  for (const Box* group : all(Role::Group)) groups.push_back(group);
  const Rect card = all(Role::Article)[0]->frame;
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_GE(groups[0]->frame.x, card.right() + CssPx(47)) << "gallery in the aside";
  EXPECT_EQ(groups[1]->frame.x, groups[0]->frame.x) << "rankings in the aside";
  EXPECT_EQ(groups[2]->frame.x, card.x) << "comments below";
  EXPECT_GT(groups[2]->frame.y, card.bottom());
  EXPECT_GT(groups[2]->frame.y, groups[1]->frame.bottom());
}

TEST_F(PageTest, LeavesNoColumnEmptyBesideALongArticle) {
  read(with_items(1));
  lay_out(1280);
  const auto groups = all(Role::Group);
  const Rect card = all(Role::Article)[0]->frame;
  const Rect gallery = all(Role::Carousel)[0]->frame;
  EXPECT_EQ(card.x, CssPx((1280 - 612) / 2)) << "in the middle";
  EXPECT_EQ(gallery.x, CssPx((1280 - 960) / 2)) << "as wide as two columns";
  EXPECT_EQ(gallery.width, CssPx(960));
  EXPECT_GT(gallery.y, card.bottom());
  for (const Box* group : groups) EXPECT_EQ(group->frame.x, card.x);
  EXPECT_GT(groups[0]->frame.y, gallery.bottom());
  EXPECT_GT(groups[1]->frame.y, groups[0]->frame.bottom());
}

TEST_F(PageTest, HasOneColumnWithoutAnArticle) {
  style_.parts = {Part::Gallery, Part::Rankings, Part::Comments};
  page_ = Page();
  lay_out(1280);
  for (const Role role : {Role::Group, Role::Carousel})
    for (const Box* group : all(role)) EXPECT_EQ(group->frame.x, CssPx((1280 - 612) / 2));
}

TEST_F(PageTest, KeepsItsColumnsWhateverIsChosen) {
  read(with_items(40));
  lay_out(1280);
  const CssPx before = all(Role::Carousel)[0]->frame.x;
  state_.ranking_tab = 2;  // an empty one
  lay_out(1280);
  EXPECT_EQ(all(Role::Carousel)[0]->frame.x, before);
}

TEST_F(PageTest, SharesOneEdgeWithTabsAndTheirBars) {
  lay_out(390);
  int bars = 0;
  for (std::size_t i = 0; i + 2 < page_.boxes.size(); ++i) {
    if (page_.boxes[i].role != Role::Tab) continue;
    const Box& label = page_.boxes[i + 1];
    const Box& bar = page_.boxes[i + 2];
    ASSERT_EQ(bar.role, Role::None);
    EXPECT_EQ(bar.frame.x, label.frame.x);
    EXPECT_EQ(bar.frame.width, label.frame.width) << "the bar is as wide as its label";
    if (page_.boxes[i].argument == 0) {
      EXPECT_NEAR(label.frame.x.value, all(Role::Paragraph)[0]->frame.x.value, 0.01F);
    }
    ++bars;
  }
  EXPECT_EQ(bars, 5);
}

TEST_F(PageTest, MirrorsFramesInRightToLeft) {
  lay_out(390);
  const std::vector<Box> left_to_right = page_.boxes;
  style_.language = "ar";
  page_ = Page();
  lay_out(390);
  EXPECT_EQ(page_.direction, Direction::RightToLeft);
  const Box* bar = nullptr;
  for (const Box& box : page_.boxes)
    if (box.role == Role::Quote) bar = &box + 1;
  ASSERT_NE(bar, nullptr);
  EXPECT_NEAR(bar->frame.right().value, all(Role::Quote)[0]->frame.right().value, 0.01F)
      << "the quote's bar stands at inline start";
}

TEST_F(PageTest, KeepsTheNumbersOfBoxesInEveryState) {
  lay_out(390);
  std::vector<Role> roles;
  for (const Box& box : page_.boxes) roles.push_back(box.role);
  const auto same = [&] {
    ASSERT_EQ(page_.boxes.size(), roles.size());
    for (std::size_t i = 0; i < roles.size(); ++i) ASSERT_EQ(page_.boxes[i].role, roles[i]) << i;
  };
  state_.photo = 1;
  state_.ranking_tab = 2;
  state_.comment_tab = 1;
  state_.pictures.assign(page_.pictures.size(), PictureState::Failed);
  lay_out(390);
  same();
}

TEST_F(PageTest, ShowsNoticeAndRetryInThePlaceOfAFailedPicture) {
  lay_out(390);
  const auto retries = [&] {
    int count = 0;
    for (const Box* box : all(Role::Button)) count += box->action == Action::RetryPicture;
    return count;
  };
  EXPECT_EQ(retries(), 0);
  state_.pictures.assign(page_.pictures.size(), PictureState::Failed);
  lay_out(390);
  EXPECT_EQ(retries(), 4) << "lead, body photo, two of the gallery";
  for (const Box* box : all(Role::Button)) {
    EXPECT_GE(box->frame.height, CssPx(44));
    EXPECT_GE(box->frame.width, CssPx(44));
  }
}

TEST_F(PageTest, ShowsTheCaptionOfAFailedPictureOnceInItsPlace) {
  for (const bool failed : {false, true}) {
    state_.pictures.assign(10, failed ? PictureState::Failed : PictureState::Waiting);
    lay_out(390);
    int captions = 0;
    for (const Box* box : all(Role::Caption)) {
      if (text_of(*box) != "渔港") continue;
      ++captions;
      EXPECT_EQ(
          box->frame.intersects(page_.boxes[static_cast<std::size_t>(page_.pictures[0].box)].frame),
          failed);
    }
    EXPECT_EQ(captions, 1);
  }
}

TEST_F(PageTest, MovesTheCommentsTabsWithTheirClip) {
  for (const float width : {390.0F, 1200.0F}) {
    lay_out(width);
    int tabs = 0;
    for (const Box* tab : all(Role::Tab)) {
      if (tab->part != Part::Comments) continue;
      ++tabs;
      EXPECT_TRUE(tab->frame.intersects(page_.scrollers[kCommentTabsScroller].clip)) << width;
    }
    EXPECT_EQ(tabs, 2);
  }
}

TEST_F(PageTest, KeepsTheSitesLinksOnOneRowWhereThereIsRoom) {
  for (float width = 390; width < 1100; width += 1) {
    lay_out(width);
    std::vector<const Box*> links;
    for (const Box* box : all(Role::Link))
      if (box->kind == LinkKind::Login || box->kind == LinkKind::Edition) links.push_back(box);
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0]->frame.y, links[1]->frame.y) << width;
  }
}

TEST_F(PageTest, CountsOnlyWhatTheCommentsTell) {
  struct Case {
    std::string_view counts;
    std::string_view shown;
  };
  const Case cases[] = {{R"("total": 2, "participants": 3)", "3人参与，2条评论"},
                        {R"("total": 2)", "2条评论"},
                        {R"("participants": 3)", "3人参与"}};
  for (const Case& c : cases) {
    read(R"({"language": "zh-Hans", "comments": {)" + std::string(c.counts) + "}}");
    lay_out(390);
    bool found = false;
    for (const Box* box : all(Role::Text)) found = found || text_of(*box) == c.shown;
    EXPECT_TRUE(found) << c.shown;
  }
}

TEST_F(PageTest, SkipsNoHeadingLevel) {
  lay_out(390);
  std::vector<int> levels;
  for (const Box* box : all(Role::Heading)) levels.push_back(box->level);
  // Headline, body headings of level 2 and 5, then the parts' titles.
  EXPECT_EQ(levels, (std::vector<int>{2, 3, 4, 3, 3, 3}));
  style_.heading_level = 6;
  page_ = Page();
  lay_out(390);
  for (const Box* box : all(Role::Heading)) EXPECT_EQ(box->level, 6);
}

TEST_F(PageTest, LeavesOutThePartsThatTheDocumentLacks) {
  read(R"({"rankings": {"tabs": [{"id": "a", "label": "A", "items": []}]}})");
  style_.language = "en";
  lay_out(390);
  EXPECT_TRUE(all(Role::Article).empty());
  EXPECT_TRUE(all(Role::Carousel).empty());
  EXPECT_EQ(all(Role::Group).size(), 1U);
  EXPECT_EQ(all(Role::Heading)[0]->level, 2) << "no card: at heading-level";
}

TEST_F(PageTest, FollowsTheOrderOfParts) {
  style_.parts = {Part::Comments, Part::Card};
  lay_out(390);
  EXPECT_LT(all(Role::Group)[0]->frame.y, all(Role::Article)[1]->frame.y);
  EXPECT_TRUE(all(Role::Carousel).empty());
}

TEST_F(PageTest, ExposesOnlyTheSelectedTabAndTheCurrentPhoto) {
  state_.ranking_tab = 1;
  state_.photo = 1;
  lay_out(390);
  int shown_panels = 0;
  for (const Box* panel : all(Role::TabPanel)) shown_panels += !panel->hidden;
  EXPECT_EQ(shown_panels, 2) << "one of the rankings, one of the comments";
  for (const Box* slide : all(Role::Slide)) EXPECT_EQ(slide->hidden, slide->argument != 1);
}

TEST_F(PageTest, GivesTargetsOf44Px) {
  for (const float width : {320.0F, 390.0F, 1024.0F}) {
    lay_out(width);
    for (const Box& box : page_.boxes) {
      if (box.absent || box.hidden || box.action == Action::None) continue;
      EXPECT_GE(box.frame.height.value, 43.99F) << static_cast<int>(box.role) << " " << box.url;
      EXPECT_GE(box.frame.width.value, 43.99F) << static_cast<int>(box.role) << " " << box.url;
    }
  }
}

/// The languages of the widget's own words, as the tree tells them: a box's, or
/// that of a stretch of its text; `none` where they say nothing of their own.
TEST_F(PageTest, NamesTheLanguageOfItsOwnWords) {
  const auto languages = [&](std::string_view document_language) {
    std::string json(kSample);
    json.replace(json.find("zh-Hans"), 7, document_language);
    read(json);
    style_.language = document_language;
    state_.pictures.assign(1, PictureState::Failed);
    lay_out(390);
    std::vector<std::string> found;
    const auto add = [&](std::string_view what, std::string_view language) {
      found.push_back(std::string(what) + " " + std::string(language.empty() ? "none" : language));
    };
    for (const Box& box : page_.boxes) {
      if (box.action == Action::NextPhoto) add(box.name, box.language);
      if (box.text < 0) continue;
      const std::string_view text = text_of(box);
      for (const std::string_view word : {"Photos", "Most read", "Top comments", "12 views",
                                          "3 likes", "2 taking part, 1 comments", "Retry"})
        if (text == word) add(word, box.language);
      for (const InlineRange& range : page_.texts[static_cast<std::size_t>(box.text)].ranges)
        if (range.role == Role::Text && range.room_em == 0 &&
            text.substr(range.begin).starts_with("Source"))
          add("Source", range.language);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  };
  EXPECT_EQ(languages("sv"),
            (std::vector<std::string>{"12 views en", "2 taking part, 1 comments en", "3 likes en",
                                      "Most read en", "Next photo en", "Photos en", "Retry en",
                                      "Source en", "Top comments en"}));
  EXPECT_EQ(languages("en-GB"),
            (std::vector<std::string>{"12 views none", "2 taking part, 1 comments none",
                                      "3 likes none", "Most read none", "Next photo none",
                                      "Photos none", "Retry none", "Top comments none"}));
  EXPECT_EQ(languages("de"), std::vector<std::string>{"Nächstes Foto none"});
  style_.words = {{"next", "Photo suivante"}};
  EXPECT_EQ(languages("sv")[4], "Photo suivante none") << "the page's own word is the document's";
}

TEST_F(PageTest, AsksTheHostOnceForAllTexts) {
  const auto before = host_.measure_calls;
  lay_out(390);
  EXPECT_LE(host_.measure_calls - before, 2);
}

TEST_F(PageTest, AsksTheLocaleOnceForEachTimeAndCount) {
  std::string json(kSample);
  json.replace(json.find("zh-Hans"), 7, "en");
  read(json);
  style_.language = "en";
  const auto lay_out_in = [&](CssPx bottom) {
    layout::lay_out(read_.document, style_, state_, store_, locale_, page_, {CssPx(0), bottom});
  };
  lay_out_in(CssPx(-1));
  EXPECT_EQ(locale_.calls, 0) << "what is far is estimated without it";
  lay_out_in(CssPx(1e6F));
  EXPECT_EQ(locale_.calls, 5) << "a time, views, likes and two counts";
  style_.width = CssPx(500);
  lay_out_in(CssPx(1e6F));
  EXPECT_EQ(locale_.calls, 5) << "a text that is not shaped anew is not asked for";
}

}  // namespace
}  // namespace article::layout
