#include "document/reader.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "reader_case.h"

/// What is kept of a document that has problems, and what is refused.
namespace article::document {
namespace {

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

TEST(ReadDocument, LeavesOutSlotsThatCannotBeFilled) {
  const ReadDocument read = read_document(urls, R"({"article": {"headline": "H", "body": [
    {"type": "slot"}, {"type": "slot", "name": "a", "height": "x"}, {"type": "slot", "name": "a"}]}})",
                                          kBaseUrl);
  ASSERT_EQ(read.document.article->body.size(), 1U);
  EXPECT_EQ(read.document.article->body[0].name, "a");
  EXPECT_EQ(read.document.article->body[0].height, 0);
}

TEST(ReadDocument, MendsWhatLosesNothing) {
  const Document read = document_of(R"({
    "language": "zh_Hant_TW",
    "article": {"headline": 2023, "source": "S", "id": 7, "bylines": ["N"], "lead": "l.jpg",
      "body": ["T", {"type": "heading", "level": 9, "text": "T"},
        {"type": "paragraph", "text": [{"text": "T", "strong": 1, "emphasis": "false"}]}]},
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
  EXPECT_FALSE(article.body[2].text.at(0).emphasis);
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
    {"type": "video", "url": "javascript:x", "title": "T", "poster": {"src": "p"}},
    {"type": "video", "url": "javascript:x", "title": "T", "poster": {"src": "p", "caption": "C"}}]}})");
  const Photo& poster = *read.article->body.at(0).photo;
  EXPECT_EQ(poster.src, url("/dir/p"));
  EXPECT_EQ(poster.caption, "T");
  EXPECT_EQ(read.article->body.at(1).photo->caption, "C");
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
