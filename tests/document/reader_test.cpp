#include "document/reader.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "fakes/plain_hosts.h"

namespace article::document {
namespace {

tests::PlainUrlHost urls;

std::string url(std::string_view path) { return "https://news.example" + std::string(path); }

/// A problem as one line: "warning /article/headline: found …, expected …".
std::string line(const Problem& problem) {
  return (problem.severity == Severity::Error ? "error " : "warning ") + problem.pointer + ": " +
         problem.message;
}

std::vector<std::string> lines(const ReadDocument& read) {
  std::vector<std::string> out;
  for (const Problem& problem : read.problems) out.push_back(line(problem));
  return out;
}

std::string plain(const Text& text) {
  std::string out;
  for (const TextRun& run : text) out += run.text;
  return out;
}

// --- Every member of the schema

class FullDocument : public testing::Test {
 protected:
  const ReadDocument read_ = read_document(urls, kFullDocument, kBaseUrl);
  const Document& document_ = read_.document;
};

TEST_F(FullDocument, HasNoProblems) {
  EXPECT_EQ(read_.refusal, Refusal::None);
  EXPECT_EQ(read_.message, "");
  EXPECT_EQ(lines(read_), std::vector<std::string>());
  EXPECT_EQ(document_.language, "zh-Hans");
}

TEST_F(FullDocument, HasItsSite) {
  ASSERT_TRUE(document_.site);
  const Site& site = *document_.site;
  EXPECT_EQ(site.name, "site name");
  EXPECT_EQ(site.url, url("/site"));
  EXPECT_EQ(site.logo, url("/logo.webp"));
  ASSERT_TRUE(site.login);
  EXPECT_EQ(site.login->label, "login");
  EXPECT_EQ(site.login->url, url("/login"));
  ASSERT_TRUE(site.edition);
  EXPECT_EQ(site.edition->label, "edition");
  EXPECT_EQ(site.edition->url, url("/edition"));
}

TEST_F(FullDocument, HasItsArticle) {
  ASSERT_TRUE(document_.article);
  const Article& article = *document_.article;
  EXPECT_EQ(article.id, "article-id");
  EXPECT_EQ(article.url, url("/article"));
  EXPECT_EQ(article.kicker, "kicker");
  EXPECT_EQ(article.headline, "headline");
  EXPECT_EQ(article.summary, "summary");
  ASSERT_TRUE(article.published);
  EXPECT_STREQ(article.published->iso, "2023-03-12T09:56:00");
  ASSERT_TRUE(article.updated);
  EXPECT_STREQ(article.updated->iso, "2023-03-12T10:00:00+08:00");
  ASSERT_TRUE(article.source);
  EXPECT_EQ(article.source->label, "source");
  EXPECT_EQ(article.source->url, url("/source"));
  ASSERT_EQ(article.tags.size(), 2U);
  EXPECT_EQ(article.tags[0].label, "tag");
  EXPECT_EQ(article.tags[0].url, "");
  EXPECT_EQ(article.tags[1].label, "linked tag");
  EXPECT_EQ(article.tags[1].url, url("/tag"));
}

TEST_F(FullDocument, HasItsCredits) {
  const Article& article = *document_.article;
  ASSERT_EQ(article.bylines.size(), 2U);
  EXPECT_EQ(article.bylines[0].role, "video");
  ASSERT_EQ(article.bylines[0].names.size(), 2U);
  EXPECT_EQ(article.bylines[0].names[0].name, "first");
  EXPECT_EQ(article.bylines[0].names[1].name, "second");
  EXPECT_EQ(article.bylines[0].names[1].title, "intern");
  EXPECT_EQ(article.bylines[0].names[1].url, url("/second"));
  EXPECT_EQ(article.bylines[1].role, "");
  EXPECT_EQ(article.bylines[1].names.at(0).name, "third");
  ASSERT_EQ(article.credits.size(), 1U);
  EXPECT_EQ(article.credits[0].role, "editor");
  EXPECT_EQ(article.credits[0].names.at(0).name, "fourth");
}

TEST_F(FullDocument, HasItsLeadPhoto) {
  ASSERT_TRUE(document_.article->lead);
  const Photo& lead = *document_.article->lead;
  EXPECT_EQ(lead.src, url("/lead.jpg"));
  ASSERT_EQ(lead.sources.size(), 2U);
  EXPECT_EQ(lead.sources[0].src, url("/lead-400.jpg"));
  EXPECT_EQ(lead.sources[0].width, 400);
  EXPECT_EQ(lead.sources[0].type, "image/jpeg");
  EXPECT_EQ(lead.sources[1].width, 800);
  EXPECT_EQ(lead.width, 1600);
  EXPECT_EQ(lead.height, 900);
  EXPECT_EQ(lead.alt, "lead alt");
  EXPECT_EQ(lead.caption, "lead caption");
  EXPECT_EQ(lead.credit, "lead credit");
  EXPECT_EQ(lead.focus, (FocusPoint{0.25F, 0.75F}));
  EXPECT_EQ(lead.url, url("/lead-page"));
}

TEST_F(FullDocument, HasItsBody) {
  const std::vector<Block>& body = document_.article->body;
  ASSERT_EQ(body.size(), 10U);
  EXPECT_EQ(plain(body[0].text), "paragraph");

  const Text& quote = body[1].text;
  ASSERT_EQ(quote.size(), 3U);
  EXPECT_EQ(quote[0].text, "quote ");
  EXPECT_FALSE(quote[0].strong || quote[0].emphasis);
  EXPECT_TRUE(quote[1].strong);
  EXPECT_TRUE(quote[2].emphasis);
  EXPECT_EQ(quote[2].language, "en");
  EXPECT_EQ(quote[2].url, url("/run"));

  EXPECT_EQ(body[2].level, 3);
  EXPECT_EQ(plain(body[2].text), "heading 3");
  EXPECT_EQ(body[3].level, 2);

  EXPECT_TRUE(body[4].ordered);
  ASSERT_EQ(body[4].items.size(), 2U);
  EXPECT_EQ(plain(body[4].items[1]), "two");
  EXPECT_FALSE(body[5].ordered);

  EXPECT_EQ(body[6].photo->caption, "photo caption");

  const Block& video = body[7];
  EXPECT_EQ(video.url, url("/video"));
  EXPECT_EQ(video.title, "video title");
  EXPECT_EQ(video.duration_s, 83.5);
  ASSERT_TRUE(video.photo);
  EXPECT_EQ(video.photo->src, url("/poster.jpg"));

  EXPECT_TRUE(body[8].type == BlockType::Rule);

  EXPECT_TRUE(body[9].type == BlockType::Slot);
  EXPECT_EQ(body[9].name, "slot name");
  EXPECT_EQ(body[9].height, 250.5F);
}

TEST_F(FullDocument, HasItsGalleryAndRankings) {
  ASSERT_TRUE(document_.gallery);
  EXPECT_EQ(document_.gallery->title, "gallery title");
  ASSERT_EQ(document_.gallery->photos.size(), 2U);
  EXPECT_EQ(document_.gallery->photos[0].src, url("/1.jpg"));
  EXPECT_EQ(document_.gallery->photos[1].caption, "2");

  ASSERT_TRUE(document_.rankings);
  const Rankings& rankings = *document_.rankings;
  EXPECT_EQ(rankings.title, "rankings title");
  EXPECT_EQ(rankings.selected, "week");
  ASSERT_EQ(rankings.tabs.size(), 2U);
  EXPECT_EQ(rankings.tabs[0].id, "day");
  EXPECT_EQ(rankings.tabs[0].label, "Day");
  ASSERT_TRUE(rankings.tabs[0].more);
  EXPECT_EQ(rankings.tabs[0].more->url, url("/day"));
  ASSERT_EQ(rankings.tabs[0].items.size(), 2U);
  EXPECT_EQ(rankings.tabs[0].items[0].title, "item");
  EXPECT_EQ(rankings.tabs[0].items[0].url, url("/item"));
  EXPECT_EQ(rankings.tabs[0].items[0].views, 12345);
  EXPECT_FALSE(rankings.tabs[0].items[1].views);
  EXPECT_TRUE(rankings.tabs[1].items.empty());
}

TEST_F(FullDocument, HasItsComments) {
  ASSERT_TRUE(document_.comments);
  const Comments& comments = *document_.comments;
  EXPECT_EQ(comments.title, "comments title");
  EXPECT_EQ(comments.total, 7);
  EXPECT_EQ(comments.participants, 5);
  ASSERT_TRUE(comments.write);
  EXPECT_EQ(comments.write->url, url("/write"));
  ASSERT_TRUE(comments.more);
  EXPECT_EQ(comments.more->label, "all");
  EXPECT_EQ(comments.empty, "empty");
  ASSERT_EQ(comments.hot.size(), 1U);
  EXPECT_EQ(comments.hot[0].author, "author");
  EXPECT_EQ(comments.hot[0].avatar, url("/avatar.webp"));
  EXPECT_STREQ(comments.hot[0].published->iso, "2023-03-12");
  EXPECT_EQ(comments.hot[0].text, "comment");
  EXPECT_EQ(comments.hot[0].likes, 3);
  ASSERT_EQ(comments.latest.size(), 1U);
  EXPECT_FALSE(comments.latest[0].likes);
}

// --- Problems

struct ProblemCase {
  std::string_view json;  ///< of the article's members after its headline, or the document
  std::vector<std::string> problems;
};

void expect_problems(const ProblemCase& c, std::string_view before, std::string_view after) {
  const ReadDocument read =
      read_document(urls, std::string(before) + std::string(c.json) + std::string(after), kBaseUrl);
  EXPECT_EQ(read.refusal, Refusal::None) << c.json;
  EXPECT_EQ(lines(read), c.problems) << c.json;
}

TEST(ReadDocument, NamesWhatIsWrongInAnArticle) {
  const std::string link = "an http, https, mailto or relative URL";
  const std::string picture = "an http, https or relative URL, or data: or blob: of an image";
  const std::string pixels = "an integer from 1 to 1,000,000";
  const ProblemCase cases[] = {
      {R"("summary": null, "tags": null, "lead": null)", {}},
      {R"("unknown": [1, {"headline": 2}])", {}},
      {R"("summary": "")", {}},
      {R"("summary": 12.50)",
       {"warning /article/summary: found the number 12.50, expected a string"}},
      {R"("summary": false)", {"error /article/summary: found false, expected a string"}},
      {R"("summary": {})", {"error /article/summary: found an object, expected a string"}},
      {R"("summary": "a\u0000b")",
       {"warning /article/summary: found control characters, expected none"}},
      {R"("id": 7)", {"warning /article/id: found the number 7, expected a string"}},
      {R"("id": [])", {"error /article/id: found an array, expected a string"}},
      {R"("summary": "a", "summary": "b")",
       {"warning /article/summary: found the member 2 times, expected it once; the last counts"}},
      {R"("url": "javascript:x")",
       {"error /article/url: found a URL of another scheme: \"javascript:x\", expected " + link}},
      {R"("url": "http://a b/")",
       {"error /article/url: found an invalid URL: \"http://a b/\", expected " + link}},
      {R"("url": 5)", {"error /article/url: found the number 5, expected " + link}},
      {R"("url": "")", {}},
      {R"("published": "")", {}},
      {R"("published": "2023-02-30")",
       {"error /article/published: found the string \"2023-02-30\", expected a time such as "
        "2023-03-12 09:56 or 2023-03-12T09:56:00+08:00"}},
      {R"("updated": 1678586160)",
       {"error /article/updated: found the number 1678586160, expected a time such as "
        "2023-03-12 09:56 or 2023-03-12T09:56:00+08:00"}},
      {R"("source": "S")",
       {"warning /article/source: found the string \"S\", expected an object with label and url; "
        "taken as its label"}},
      {R"("source": {"url": "/s"})",
       {"error /article/source/label: found nothing, expected a string"}},
      {R"("source": [])",
       {"warning /article/source: found an empty array, expected an object with label and url"}},
      {R"("source": [1])",
       {"error /article/source: found an array, expected an object with label and url"}},
      {R"("bylines": [{"role": "R"}])",
       {"error /article/bylines/0/names: found nothing, expected an array",
        "warning /article/bylines/0: found a credit without a name, expected at least one name"}},
      {R"("bylines": [{"names": "N"}])",
       {"warning /article/bylines/0/names: found the string \"N\", expected an array; taken as its "
        "one item"}},
      {R"("bylines": ["N"])",
       {"warning /article/bylines/0: found the string \"N\", expected an object with names; taken "
        "as a name"}},
      {R"("bylines": [{"names": ["N", {"title": "T"}, true]}])",
       {"error /article/bylines/0/names/1/name: found nothing, expected a string",
        "error /article/bylines/0/names/2: found true, expected a string"}},
      {R"("tags": "T")",
       {"warning /article/tags: found the string \"T\", expected an array; taken as its one item"}},
      {R"("tags": [null, "", {"label": ""}, 3])",
       {"error /article/tags/0: found null, expected a string",
        "warning /article/tags/1: found a string without text, expected text",
        "warning /article/tags/2/label: found a string without text, expected text",
        "warning /article/tags/3: found the number 3, expected a string"}},
      {R"("lead": "l.jpg")",
       {"warning /article/lead: found the string \"l.jpg\", expected an object with src; taken as "
        "its src"}},
      {R"("lead": {})",
       {"error /article/lead: found a photo without src and caption, expected one of them"}},
      {R"("lead": {"src": "mailto:a@b.example", "caption": "C"})",
       {"error /article/lead/src: found a URL of another scheme: \"mailto:a@b.example\", "
        "expected " +
        picture}},
      {R"("lead": {"src": "data:text/html,x", "caption": "C"})",
       {"error /article/lead/src: found a data: URL of no image type: \"data:text/html,x\", "
        "expected " +
        picture}},
      {R"("lead": {"src": "l", "width": "1160", "height": "640px"})",
       {"warning /article/lead/width: found the string \"1160\", expected " + pixels,
        "warning /article/lead/height: found the string \"640px\", expected " + pixels}},
      {R"("lead": {"src": "l", "width": 0, "height": 3.0})", {}},
      {R"("lead": {"src": "l", "width": -1, "height": 1e999})",
       {"error /article/lead/width: found the number -1, expected " + pixels,
        "error /article/lead/height: found the number 1e999, expected " + pixels}},
      {R"("lead": {"src": "l", "width": 3.7, "height": "wide"})",
       {"warning /article/lead/width: found the number 3.7, expected " + pixels,
        "error /article/lead/height: found the string \"wide\", expected " + pixels}},
      {R"("lead": {"src": "l", "sources": [{"src": "s"}, {"width": 5}, {"src": "s", "width": 0}, 5]})",
       {"error /article/lead/sources/0/width: found nothing, expected " + pixels,
        "error /article/lead/sources/1/src: found nothing, expected " + picture,
        "error /article/lead/sources/2/width: found the number 0, expected " + pixels,
        "error /article/lead/sources/3: found the number 5, expected an object with src and "
        "width"}},
      {R"("lead": {"sources": [{"src": "s", "width": 5}]})",
       {"warning /article/lead: found sources without src, expected src; the widest source takes "
        "its place"}},
      {R"("lead": {"src": "l", "focus": {"x": 1.01, "y": "0.5"}})",
       {"error /article/lead/focus/x: found the number 1.01, expected a number from 0 to 1",
        "warning /article/lead/focus/y: found the string \"0.5\", expected a number from 0 to 1"}},
      {R"("lead": {"src": "l", "focus": {"x": 1}})",
       {"error /article/lead/focus/y: found nothing, expected a number from 0 to 1"}},
      {R"("lead": {"src": "l", "focus": "centre"})",
       {"error /article/lead/focus: found the string \"centre\", expected an object with x and y"}},
  };
  for (const ProblemCase& c : cases) {
    expect_problems(c, R"({"article": {"headline": "H", )", "}}");
  }
}

TEST(ReadDocument, NamesWhatIsWrongInASlot) {
  const std::string none = "error /article/body/0/name: found no name, expected a slot's name";
  const std::string height = ", expected a number from 0 to 1,000,000";
  const std::string taken = ", expected a name that no other slot has";
  const ProblemCase cases[] = {
      {R"({"type": "slot"})", {none}},
      {R"({"type": "slot", "name": null})", {none}},
      {R"({"type": "slot", "name": " "})", {none}},
      {R"({"type": "slot", "name": true})",
       {"error /article/body/0/name: found true, expected a string"}},
      {R"({"type": "slot", "name": 5})",
       {"warning /article/body/0/name: found the number 5, expected a string"}},
      {R"({"type": "slot", "name": "a", "height": 0})", {}},
      {R"({"type": "slot", "name": "a", "height": -1})",
       {"error /article/body/0/height: found the number -1" + height}},
      {R"({"type": "slot", "name": "a", "height": 1e7})",
       {"error /article/body/0/height: found the number 1e7" + height}},
      {R"({"type": "slot", "name": "a", "height": "250"})",
       {"warning /article/body/0/height: found the string \"250\"" + height}},
      {R"({"type": "slot", "name": "a"}, {"type": "slot", "name": "b"},
          {"type": "slot", "name": " a "})",
       {"error /article/body/2/name: found the string \" a \"" + taken}},
      {R"({"type": "slot", "name": "after-gallery"})",
       {"error /article/body/0/name: found the string \"after-gallery\"" + taken}},
  };
  for (const ProblemCase& c : cases)
    expect_problems(c, R"({"article": {"headline": "H", "body": [)", "]}}");
}

TEST(ReadDocument, LeavesOutSlotsThatCannotBeFilled) {
  const ReadDocument read = read_document(urls, R"({"article": {"headline": "H", "body": [
    {"type": "slot"}, {"type": "slot", "name": "a", "height": "x"}, {"type": "slot", "name": "a"}]}})",
                                          kBaseUrl);
  ASSERT_EQ(read.document.article->body.size(), 1U);
  EXPECT_EQ(read.document.article->body[0].name, "a");
  EXPECT_EQ(read.document.article->body[0].height, 0);
}

TEST(ReadDocument, NamesWhatIsWrongInABody) {
  const std::string types = "expected paragraph, heading, quote, list, photo, video, rule or slot";
  const ProblemCase cases[] = {
      {R"({"type": "poem"})", {"error /article/body/0/type: found the string \"poem\", " + types}},
      {R"({"text": "T"})", {"error /article/body/0/type: found nothing, " + types}},
      {R"({"type": 1})", {"error /article/body/0/type: found the number 1, " + types}},
      {"5", {"error /article/body/0: found the number 5, expected an object with a type"}},
      {"null", {"error /article/body/0: found null, expected an object with a type"}},
      {R"("T")",
       {"warning /article/body/0: found the string \"T\", expected an object with a type; taken as "
        "a paragraph"}},
      {R"({"type": "paragraph"})",
       {"error /article/body/0/text: found nothing, expected a string or an array of runs"}},
      {R"({"type": "quote", "text": true})",
       {"error /article/body/0/text: found true, expected a string or an array of runs"}},
      {R"({"type": "paragraph", "text": " \n"})",
       {"warning /article/body/0/text: found no text, expected text"}},
      {R"({"type": "paragraph", "text": []})",
       {"warning /article/body/0/text: found no text, expected text"}},
      {R"({"type": "paragraph", "text": 5})",
       {"warning /article/body/0/text: found the number 5, expected a string"}},
      {R"({"type": "paragraph", "text": {"text": "T"}})",
       {"warning /article/body/0/text: found an object, expected an array; taken as its one item"}},
      {R"({"type": "paragraph", "text": ["T", null, {"strong": true}, ["U"]]})",
       {"error /article/body/0/text/1: found null, expected a string",
        "error /article/body/0/text/2/text: found nothing, expected a string",
        "error /article/body/0/text/3: found an array, expected a string"}},
      {R"({"type": "paragraph", "text": [{"text": "T", "strong": "true", "emphasis": 2}]})",
       {"warning /article/body/0/text/0/strong: found the string \"true\", expected true or false",
        "error /article/body/0/text/0/emphasis: found the number 2, expected true or false"}},
      {R"({"type": "paragraph", "text": [{"text": "T", "language": "x y", "url": "vbscript:x"}]})",
       {"error /article/body/0/text/0/language: found the string \"x y\", expected a BCP 47 "
        "language tag",
        "error /article/body/0/text/0/url: found a URL of another scheme: \"vbscript:x\", expected "
        "an http, https, mailto or relative URL"}},
      {R"({"type": "heading", "level": 1, "text": "T"})",
       {"warning /article/body/0/level: found the number 1, expected an integer from 2 to 6"}},
      {R"({"type": "heading", "level": 7, "text": "T"})",
       {"warning /article/body/0/level: found the number 7, expected an integer from 2 to 6"}},
      {R"({"type": "heading", "level": "h3", "text": "T"})",
       {"error /article/body/0/level: found the string \"h3\", expected an integer from 2 to 6"}},
      {R"({"type": "list", "items": []})",
       {"warning /article/body/0/items: found a list without items, expected one at least; it is "
        "left "
        "out"}},
      {R"({"type": "list", "ordered": "yes", "items": ["T", false]})",
       {"error /article/body/0/ordered: found the string \"yes\", expected true or false",
        "error /article/body/0/items/1: found false, expected a string or an array of runs"}},
      {R"({"type": "photo"})",
       {"error /article/body/0/photo: found nothing, expected an object with src or caption"}},
      {R"({"type": "video", "title": "T"})",
       {"error /article/body/0/url: found nothing, expected an http, https, mailto or relative "
        "URL"}},
      {R"({"type": "video", "url": "/v", "duration": -1})",
       {"error /article/body/0/duration: found the number -1, expected a number of seconds"}},
  };
  for (const ProblemCase& c : cases) {
    expect_problems(c, R"({"article": {"headline": "H", "body": [)", R"(, {"type": "rule"}]}})");
  }
}

TEST(ReadDocument, NamesWhatIsWrongInTheOtherParts) {
  const std::string count = "an integer from 0 to 2^53 - 1";
  const ProblemCase cases[] = {
      {R"("version": 2)", {"warning /version: found the number 2, expected 1; read as that"}},
      {R"("version": 1.0)", {}},
      {R"("language": "zh_CN")",
       {"warning /language: found the string \"zh_CN\", expected a BCP 47 language tag, with "
        "hyphens"}},
      {R"("language": "")", {}},
      {R"("language": "ZH-hant-cn")", {}},
      {R"("language": "english")",
       {"error /language: found the string \"english\", expected a BCP 47 language tag"}},
      {R"("language": "x-klingon")",
       {"error /language: found the string \"x-klingon\", expected a BCP 47 language tag"}},
      {R"("language": "中文")",
       {"error /language: found the string \"中文\", expected a BCP 47 language tag"}},
      {R"("site": "S")", {"error /site: found the string \"S\", expected an object"}},
      {R"("article": {})", {"error /article/headline: found nothing, expected a string"}},
      {R"("article": 5)", {"error /article: found the number 5, expected an object"}},
      {R"("article": {"headline": ""})",
       {"warning /article/headline: found a string without text, expected text"}},
      {R"("gallery": {})", {"error /gallery/photos: found nothing, expected an array"}},
      {R"("gallery": {"photos": {"src": "p"}})",
       {"warning /gallery/photos: found an object, expected an array; taken as its one item"}},
      {R"("gallery": {"photos": [[]]})",
       {"warning /gallery/photos/0: found an empty array, expected an object with src or caption"}},
      {R"("rankings": {})", {"error /rankings/tabs: found nothing, expected an array"}},
      {R"("rankings": {"tabs": [{}]})",
       {"warning /rankings/tabs/0/id: found no id, expected an id of its own; one is made",
        "error /rankings/tabs/0/label: found nothing, expected a string",
        "error /rankings/tabs/0/items: found nothing, expected an array"}},
      {R"("rankings": {"tabs": [{"id": "a", "label": "A", "items": []},
                                {"id": "a", "label": "B", "items": []}]})",
       {"warning /rankings/tabs/1/id: found the id of another tab, expected an id of its own; one "
        "is made"}},
      {R"("rankings": {"selected": "z", "tabs": [{"id": "a", "label": "A", "items": []}]})",
       {"warning /rankings/selected: found the string \"z\", expected the id of a tab; the first "
        "is shown"}},
      {R"("rankings": {"tabs": [{"id": "a", "label": "A", "items": [{"url": "u"}, "T", 5,
                       {"title": "T", "views": -5}, {"title": "T", "views": 9007199254740992}]}]})",
       {"error /rankings/tabs/0/items/0/title: found nothing, expected a string",
        "warning /rankings/tabs/0/items/1: found the string \"T\", expected an object with a "
        "title; taken as its title",
        "error /rankings/tabs/0/items/2: found the number 5, expected an object with a title",
        "error /rankings/tabs/0/items/3/views: found the number -5, expected " + count,
        "error /rankings/tabs/0/items/4/views: found the number 9007199254740992, expected " +
            count}},
      {R"("comments": {"total": "7", "participants": 2.5})",
       {"warning /comments/total: found the string \"7\", expected " + count,
        "warning /comments/participants: found the number 2.5, expected " + count}},
      {R"("comments": {"hot": [{"author": "A"}, {"text": "T"}, "T"]})",
       {"error /comments/hot/0/text: found nothing, expected a string",
        "error /comments/hot/1/author: found nothing, expected a string",
        "error /comments/hot/2: found the string \"T\", expected an object with author and text"}},
  };
  for (const ProblemCase& c : cases) {
    const bool has_gallery = c.json.starts_with("\"gallery\"");
    expect_problems(c, "{", has_gallery ? "}" : R"(, "gallery": {"photos": []}})");
  }
}

// --- What is kept

Document document_of(std::string_view json) { return read_document(urls, json, kBaseUrl).document; }

TEST(ReadDocument, KeepsTheRestWhenABlockIsUnknown) {
  const Document read = document_of(
      R"({"article": {"headline": "H", "body": [{"type": "poem"}, 5, {"type": "rule"}]}})");
  EXPECT_EQ(read.article->headline, "H");
  EXPECT_EQ(read.article->body.size(), 1U);
}

TEST(ReadDocument, KeepsTheOtherPartsWhenOneIsWrong) {
  const Document read = document_of(
      R"({"site": 1, "article": 2, "gallery": {"photos": [{"src": "p"}]}, "comments": []})");
  EXPECT_FALSE(read.site || read.article || read.comments);
  EXPECT_EQ(read.gallery->photos.size(), 1U);
}

TEST(ReadDocument, MendsWhatLosesNothing) {
  const Document read = document_of(R"({
    "language": "zh_Hant_TW",
    "article": {"headline": 2023, "source": "S", "id": 7, "bylines": ["N"], "lead": "l.jpg",
      "body": ["T", {"type": "heading", "level": 9, "text": "T"},
        {"type": "paragraph", "text": [{"text": "T", "strong": 1}]}]},
    "comments": {"total": "7", "participants": 2.9, "hot": [{"text": "T"}]}})");
  EXPECT_EQ(read.language, "zh-Hant-TW");
  const Article& article = *read.article;
  EXPECT_EQ(article.headline, "2023");
  EXPECT_EQ(article.source->label, "S");
  EXPECT_EQ(article.id, "7");
  EXPECT_EQ(article.bylines.at(0).names.at(0).name, "N");
  EXPECT_EQ(article.lead->src, url("/dir/l.jpg"));
  ASSERT_EQ(article.body.size(), 3U);
  EXPECT_EQ(plain(article.body[0].text), "T");
  EXPECT_EQ(article.body[1].level, 6);
  EXPECT_TRUE(article.body[2].text.at(0).strong);
  EXPECT_EQ(read.comments->total, 7);
  EXPECT_EQ(read.comments->participants, 2);
  EXPECT_EQ(read.comments->hot.at(0).author, "");
}

TEST(ReadDocument, GivesEveryTabAnIdOfItsOwn) {
  const Document read = document_of(R"({"rankings": {"selected": "a-2", "tabs": [
    {"id": "a", "label": "A", "items": []}, {"id": "a", "label": "B", "items": []},
    {"id": "a-2", "label": "C", "items": []}, {"items": [{"title": "T"}]}]}})");
  std::vector<std::string> ids;
  for (const RankingTab& tab : read.rankings->tabs)
    ids.push_back(std::string(tab.id) + ' ' + std::string(tab.label));
  EXPECT_EQ(ids, (std::vector<std::string>{"a A", "a-2 B", "a-2-3 C", "tab-4 tab-4"}));
  EXPECT_EQ(read.rankings->selected, "a-2");
}

TEST(ReadDocument, FallsBackToTheFirstTab) {
  EXPECT_EQ(document_of(R"({"rankings": {"selected": "z", "tabs": []}})").rankings->selected, "");
}

TEST(ReadDocument, ShowsThePosterOfAVideoThatCannotBeReached) {
  const Document read = document_of(R"({"article": {"headline": "H", "body": [
    {"type": "video", "url": "javascript:x", "title": "T", "poster": {"src": "p"}}]}})");
  const Photo& poster = *read.article->body.at(0).photo;
  EXPECT_EQ(poster.src, url("/dir/p"));
  EXPECT_EQ(poster.caption, "T");
}

TEST(ReadDocument, CollapsesWhiteSpaceOverTheRunsOfAParagraph) {
  const Document read = document_of(R"({"article": {"headline": " a\r\n\tb ", "body": [
    {"type": "paragraph", "text": ["  one ", {"text": " two", "strong": true}, " ", "\n"]}]}})");
  EXPECT_EQ(read.article->headline, "a b");
  const Text& text = read.article->body.at(0).text;
  ASSERT_EQ(text.size(), 2U);
  EXPECT_EQ(text[0].text, "one ");
  EXPECT_EQ(text[1].text, "two");
}

TEST(ReadDocument, LeavesOutRelativeUrlsOfADocumentWithoutAPlace) {
  const std::string_view json =
      R"({"article": {"headline": "H", "url": "a", "source": {"label": "S", "url": "http://x/"}}})";
  const ReadDocument read = read_document(urls, json, "data:application/json,{}");
  EXPECT_EQ(read.document.article->url, "");
  EXPECT_EQ(read.document.article->source->url, "http://x/");
  EXPECT_EQ(lines(read), (std::vector<std::string>{
                             "error /article/url: found no valid absolute URL, in a document "
                             "without a place: \"a\", expected an http, https, mailto or relative "
                             "URL"}));
  EXPECT_EQ(read_document(urls, json, "").document.article->url, "a") << "it may be anywhere";
}

TEST(ReadDocument, PassesOverSourcesOfTypesThatAreRefused) {
  struct Case {
    std::string_view photo;
    std::string_view src;
    std::vector<std::string_view> sources;
  };
  const Case cases[] = {
      {R"({"src": "s", "sources": [{"src": "a", "width": 4, "type": "image/new"},
           {"src": "b", "width": 3, "type": " image/old "}, {"src": "c", "width": 2}]})",
       "s",
       {"b", "c"}},
      {R"({"src": "s", "sources": [{"src": "a", "width": 4, "type": "image\/other; x=y"}]})",
       "s",
       {}},
      {R"({"sources": [{"src": "a", "width": 4, "type": "image/new"}, {"src": "b", "width": 3}]})",
       "b",
       {"b"}},
      {R"({"sources": [{"src": "a", "width": 4, "type": "image/new"}]})", "a", {}},
      {R"({"src": "s", "sources": [{"src": "a", "width": 4, "type": "image/ne"}]})", "s", {"a"}},
  };
  for (const Case& c : cases) {
    const ReadDocument read =
        read_document(urls, R"({"gallery": {"photos": [)" + std::string(c.photo) + "]}}",
                      "file:///", "image/new\nimage/other; x=y");
    const Photo& photo = read.document.gallery->photos.at(0);
    EXPECT_EQ(photo.src, "file:///" + std::string(c.src)) << c.photo;
    std::vector<std::string_view> sources;
    for (const PictureSource& source : photo.sources) sources.push_back(source.src.substr(8));
    EXPECT_EQ(sources, c.sources) << c.photo;
  }
}

TEST(ReadDocument, MendsInvalidUtf8) {
  const ReadDocument read = read_document(urls,
                                          "{\"article\": {\"headline\": \"a\xFF"
                                          "b\"}}",
                                          "");
  EXPECT_EQ(read.document.article->headline,
            "a\uFFFD"
            "b");
  EXPECT_EQ(lines(read), (std::vector<std::string>{
                             "warning : line 1, column 28: found bytes that are not UTF-8, "
                             "expected UTF-8; each becomes U+FFFD"}));
}

// --- Refusals

TEST(ReadDocument, RefusesWhatIsNoDocument) {
  struct Case {
    std::string_view json;
    Refusal refusal;
    std::string_view message;
  };
  const std::string_view no_part =
      "found no article, gallery, rankings or comments, expected at least one of them";
  const Case cases[] = {
      {"", Refusal::Json, "line 1, column 1: found end of input, expected '[', '{', or a literal"},
      {"<html>", Refusal::Json, "line 1, column 1: found an invalid literal, expected JSON"},
      {"{\n  \"a\" 1}", Refusal::Json, "line 2, column 7: found number literal, expected ':'"},
      {"[]", Refusal::Document, "found an array, expected an object"},
      {"null", Refusal::Document, "found null, expected an object"},
      {"\"x\"", Refusal::Document, "found the string \"x\", expected an object"},
      {"{}", Refusal::Document, no_part},
      {R"({"site": {"name": "S"}})", Refusal::Document, no_part},
      {R"({"article": null})", Refusal::Document, no_part},
      {R"({"article": "A"})", Refusal::Document, no_part},
  };
  for (const Case& c : cases) {
    const ReadDocument read = read_document(urls, c.json, kBaseUrl);
    EXPECT_EQ(read.refusal, c.refusal) << c.json;
    EXPECT_EQ(read.message, c.message) << c.json;
    ASSERT_FALSE(read.problems.empty());
    EXPECT_EQ(read.problems.back(), (Problem{Severity::Error, "", std::string(c.message)}));
  }
}

}  // namespace
}  // namespace article::document
