#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "layout/properties.h"
#include "viewer/viewer.h"
#include "viewer_case.h"

/// What a host sets beside the document, and when; and a document that comes in steps.
namespace article::viewer {
namespace {

using layout::Part;
using layout::Role;

constexpr std::string_view kModel =
#include "phrases/zh-hans.inc"
    ;

/// All that a reader or a page can see of a setting: meanings, places, fonts.
struct Seen {
  std::uint32_t version;
  std::size_t styles;
  std::string retry;
};

TEST_F(ViewerTest, FollowsEachSetting) {
  struct Case {
    std::string_view name;
    std::function<void(Settings&)> change;
  };
  const Case cases[] = {
      {"language of the page", [](Settings& s) { s.page_language = "ja"; }},
      {"address of the page", [](Settings& s) { s.page_url = "https://paper.example/news/a"; }},
      {"font size", [](Settings& s) { s.font_size = CssPx(20); }},
      {"least size", [](Settings& s) { s.least_size = CssPx(16); }},
      {"line height", [](Settings& s) { s.line_height = 2; }},
      {"font family", [](Settings& s) { s.font_family = "Serif"; }},
      {"font family of headlines", [](Settings& s) { s.headline_family = "Display"; }},
      {"level of headings", [](Settings& s) { s.heading_level = 4; }},
      {"parts",
       [](Settings& s) {
         s.parts = {Part::Gallery, Part::Card};
       }},
      {"words",
       [](Settings& s) {
         s.words = {{"retry", "再来"}};
       }},
      {"own properties", [](Settings& s) { s.own[layout::property("margin").row] = 60; }},
  };
  for (const Case& c : cases) {
    Viewer viewer(engine_);
    Settings settings;
    viewer.configure(settings);
    ASSERT_EQ(
        viewer
            .load(R"({"version": 1, "article": {"headline": "今天", "url": "a", "kicker": "本报讯",
                         "body": [{"type": "paragraph", "text": "好。"}]}})",
                  kBase)
            .refusal,
        document::Refusal::None);
    const auto seen = [&] {
      static_cast<void>(viewer.frame({.width = 390, .height = 800}, now_));
      return Seen{viewer.semantics().version(), text_.define_calls,
                  std::string(viewer.word("retry").text)};
    };
    const Seen before = seen();
    const std::size_t texts = viewer.semantics().nodes().size();
    viewer.configure(settings);
    EXPECT_EQ(seen().version, before.version) << "nothing is another";
    c.change(settings);
    viewer.configure(settings);
    EXPECT_TRUE(viewer.needs_frame()) << c.name;
    const Seen after = seen();
    EXPECT_TRUE(after.version != before.version || after.styles != before.styles ||
                after.retry != before.retry)
        << c.name;
    EXPECT_EQ(viewer.semantics().nodes().size(), texts) << c.name;
  }
}

TEST_F(ViewerTest, ShowsNothingUntilADocumentComes) {
  viewer_.set_near(CssPx(0), CssPx(1000));
  viewer_.set_ratio(PixelRatio{2});
  EXPECT_EQ(viewer_.layout(), CssPx(0));
  viewer_.set_near(CssPx(0), CssPx(2000));
  viewer_.set_ratio(PixelRatio{1});
  EXPECT_FALSE(viewer_.show_photo(0, Event::Cause::Script, now_));
  EXPECT_FALSE(viewer_.enlarged_photo(Part::Gallery, 0, 800));
  EXPECT_FALSE(viewer_.enlarged_photo(Part::Card, -1, 800));
  EXPECT_TRUE(viewer_.read_on(1)) << "nothing is on its way";
  EXPECT_EQ(viewer_.load().refusal, document::Refusal::None);
  EXPECT_FALSE(viewer_.has_document());
  EXPECT_TRUE(viewer_.semantics().nodes().empty());
  EXPECT_EQ(viewer_.language().tag(), "zh-Hans") << "the page's";
  EXPECT_TRUE(viewer_.take_requests().empty());
  EXPECT_TRUE(viewer_.take_events().empty());
}

TEST_F(ViewerTest, KeepsWhatItShowsWhileTheNextDocumentIsRead) {
  load();
  const CssPx height = viewer_.layout();
  viewer_.read(R"({"version": 1, "language": "ar", "article": {"headline": "مرحبا", "id": "7"}})",
               kBase);
  int steps = 1;
  for (; !viewer_.read_on(1); ++steps) EXPECT_EQ(viewer_.layout(), height);
  EXPECT_GT(steps, 3);
  EXPECT_EQ(viewer_.direction(), Direction::LeftToRight);
  const Viewer::Loaded loaded = viewer_.load();
  EXPECT_EQ(loaded.headline, "مرحبا");
  EXPECT_EQ(loaded.id, "7");
  EXPECT_EQ(viewer_.direction(), Direction::RightToLeft);
  EXPECT_LT(viewer_.layout(), height);
}

TEST_F(ViewerTest, SaysWhatIsWrongWithADocument) {
  ASSERT_EQ(viewer_.load(R"({"version": 1, "gallery": {"photos": 5}})", kBase).refusal,
            document::Refusal::None);
  EXPECT_FALSE(viewer_.problems().empty());
}

TEST_F(ViewerTest, MeasuresAndDrawsAnewWhenAFontArrives) {
  load();
  const std::size_t measured = text_.measured;
  const std::size_t drawn = raster_.job_count;
  const std::int32_t tab = node(Role::Tab);
  const CssPx width = box(tab).frame.width;
  text_.scale = 2;
  engine_.forget_fonts();
  viewer_.fonts_changed();
  EXPECT_TRUE(viewer_.needs_frame());
  settle();
  EXPECT_GT(text_.measured, measured);
  EXPECT_GT(raster_.job_count, drawn);
  EXPECT_GT(box(tab).frame.width, width);
}

TEST_F(ViewerTest, BreaksTitlesAnewWhereAModelOfPhrasesCameInTime) {
  ASSERT_EQ(viewer_.load(sample("市民中心新图书馆今日向全体市民开放"), kBase).refusal,
            document::Refusal::None);
  settle();
  const auto ends = [&] {
    std::vector<std::uint32_t> found;
    for (const SemanticNode& one : viewer_.semantics().nodes())
      if (one.box->look == layout::Look::Headline && one.text != nullptr)
        for (const SemanticLine& line : lines_of(one)) found.push_back(line.end);
    return found;
  };
  const std::vector<std::uint32_t> halves = {27, 51};
  EXPECT_EQ(ends(), halves);
  EXPECT_EQ(engine_.segments().phrases().take_wanted(), text::PhraseLanguage::Simplified);
  EXPECT_TRUE(engine_.segments().phrases().learn(text::PhraseLanguage::Simplified, kModel));
  EXPECT_EQ(ends(), halves) << "until it is asked for";
  viewer_.break_titles_anew();
  EXPECT_TRUE(viewer_.needs_frame());
  settle();
  EXPECT_EQ(ends(), (std::vector<std::uint32_t>{24, 51})) << "市民中心新图书馆";
}

TEST_F(ViewerTest, LaysOutAsFarAsTheExtentReaches) {
  constexpr CssPx kAll(std::numeric_limits<float>::infinity());
  std::string body;
  for (int i = 0; i < 200; ++i)
    body += (i > 0 ? "," : "") + std::string(R"({"type": "paragraph", "text": "正文。"})");
  const std::string article =
      R"({"version": 1, "article": {"headline": "今天", "body": [)" + body + "]}}";
  viewer_.set_extent({CssPx(0), CssPx(800)});
  ASSERT_EQ(viewer_.load(article, kBase).refusal, document::Refusal::None);
  EXPECT_FALSE(viewer_.is_whole()) << "nothing is laid out";
  settle();
  EXPECT_FALSE(viewer_.is_whole());
  const std::size_t some = viewer_.semantics().nodes().size();
  EXPECT_LT(some, 100U);
  viewer_.set_extent({CssPx(0), CssPx(800)});
  EXPECT_FALSE(viewer_.needs_frame()) << "the same";
  viewer_.set_extent({CssPx(0), CssPx(2000)});
  EXPECT_TRUE(viewer_.needs_frame());
  settle();
  EXPECT_GT(viewer_.semantics().nodes().size(), some);
  viewer_.set_extent({CssPx(100), kAll});
  settle();
  EXPECT_TRUE(viewer_.is_whole());
  EXPECT_GT(viewer_.semantics().nodes().size(), 200U);
  viewer_.set_extent({CssPx(0), CssPx(800)});
  EXPECT_FALSE(viewer_.needs_frame()) << "what is laid out stays";
}

TEST_F(ViewerTest, ShowsTheSelectedTabWhereTheExtentReachesIt) {
  std::string tabs;
  for (int i = 0; i < 12; ++i)
    tabs += (i > 0 ? "," : "") + (R"({"label": "label )" + std::to_string(i)) + R"(", "id": "t)" +
            std::to_string(i) + R"(", "items": []})";
  std::string body = R"({"type": "paragraph", "text": "正文。"})";
  for (int i = 0; i < 100; ++i) body += R"(,{"type": "paragraph", "text": "正文。"})";
  viewer_.set_extent({CssPx(0), CssPx(800)});
  ASSERT_EQ(viewer_
                .load(R"({"version": 1, "article": {"headline": "今天", "body": [)" + body +
                          R"(]}, "rankings": {"selected": "t11", "tabs": [)" + tabs + "]}}",
                      kBase)
                .refusal,
            document::Refusal::None);
  settle();
  viewer_.set_extent({CssPx(0), CssPx(100000)});
  settle();
  EXPECT_LT(viewer_.scroller_offsets()[layout::kRankingTabsScroller], CssPx(-100));
}

TEST_F(ViewerTest, AsksForPicturesAtTheNewRatioOnceAllIsLaidOut) {
  load();
  static_cast<void>(viewer_.take_requests());
  viewer_.set_width(CssPx(800));
  viewer_.set_ratio(PixelRatio{3});
  EXPECT_TRUE(viewer_.take_requests().empty()) << "their sizes are not known";
  settle();
  EXPECT_FALSE(viewer_.take_requests().empty());
}

TEST_F(ViewerTest, HasNoPhotoToEnlargeOfAGalleryThatIsNotThere) {
  ASSERT_EQ(viewer_
                .load(R"({"version": 1, "article": {"headline": "今天",
                             "lead": {"src": "a.jpg", "width": 8, "height": 8}}})",
                      kBase)
                .refusal,
            document::Refusal::None);
  settle();
  EXPECT_FALSE(viewer_.enlarged_photo(Part::Gallery, 0, 800));
  EXPECT_TRUE(viewer_.enlarged_photo(Part::Card, 0, 800));
}

TEST_F(ViewerTest, DrawsNoBlockThatThereIsNot) {
  load();
  const std::vector<SemanticNode>& nodes = viewer_.semantics().nodes();
  std::set<std::uint32_t> keys = {0, 1, 100000};
  // A text within a block is not drawn alone.
  keys.insert(nodes[static_cast<std::size_t>(node(Role::Tab))].key);
  std::vector<Viewer::BlockView> views;
  for (const std::uint32_t key : keys) {
    Viewer::BlockView view;
    view.key = key;
    view.width = 400;
    view.height = 8000;
    views.push_back(view);
  }
  EXPECT_EQ(viewer_.draw(views).vertex_count, 0U);
}

}  // namespace
}  // namespace article::viewer
