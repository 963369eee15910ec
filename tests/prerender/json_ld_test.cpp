#include "prerender/json_ld.h"

#include <string>

#include <gtest/gtest.h>

#include "prerender/made_of.h"

namespace article::prerender {
namespace {

std::string json_ld(std::string_view json) {
  return made_of(json, {.base = "https://news.example/a"}).json_ld;
}

TEST(JsonLd, IsNothingWhereThereIsNothingToTell) {
  EXPECT_EQ(json_ld(R"({"comments": {"hot": [{"author": "a", "text": "b"}]}})"), "");
  EXPECT_EQ(json_ld(R"({"gallery": {"photos": [{"caption": "no picture"}]}})"), "");
  EXPECT_EQ(json_ld(R"({"rankings": {"tabs": [{"id": "a", "label": "A", "items": []}]}})"), "");
}

TEST(JsonLd, TellsOfEachAuthorOnce) {
  const std::string out = json_ld(R"({"article": {"headline": "h", "bylines": [
      {"names": [{"name": "A", "url": "/a"}, "B"]}, {"names": [{"name": "A", "url": "/a"}]}]}})");
  EXPECT_NE(out.find(R"("author":[{"@type":"Person","name":"A","url":"https://news.example/a"},)"
                     R"({"@type":"Person","name":"B"}])"),
            std::string::npos)
      << out;
}

TEST(JsonLd, HasThePublisherAsAuthorWithoutAByline) {
  const std::string out =
      json_ld(R"({"site": {"name": "S", "url": "/"}, "article": {"headline": "h"}})");
  const std::string_view site =
      R"({"@type":"NewsMediaOrganization","name":"S","url":"https://news.example/"})";
  EXPECT_NE(out.find("\"author\":" + std::string(site)), std::string::npos) << out;
  EXPECT_NE(out.find("\"publisher\":" + std::string(site)), std::string::npos) << out;
  EXPECT_NE(json_ld(R"({"article": {"headline": "h", "source": {"label": "agency"}}})")
                .find(R"("publisher":{"@type":"Organization","name":"agency"})"),
            std::string::npos);
}

TEST(JsonLd, TellsAnOrganizationFromAPersonByItsName) {
  EXPECT_NE(
      json_ld(R"({"site": {"name": "S"}, "article": {"headline": "h", "source": {"label": "agency"},
      "bylines": [{"names": ["S", {"name": "agency", "title": "t"}, {"name": "A", "title": "t"}]}]}})")
          .find(
              R"("author":[{"@type":"Organization","name":"S"},{"@type":"Organization","name":"agency"},)"
              R"({"@type":"Person","name":"A","jobTitle":"t"}])"),
      std::string::npos);
}

TEST(JsonLd, HasAPhotoOfTheGalleryWhereTheArticleHasNone) {
  EXPECT_NE(
      json_ld(R"({"article": {"headline": "h"}, "gallery": {"photos": [{"caption": "none"},
      {"src": "/1.jpg", "width": 3, "height": 2, "alt": "a", "credit": "c"}, {"src": "/2.jpg"}]}})")
          .find(R"("headline":"h","url":"https://news.example/a",)"
                R"("mainEntityOfPage":"https://news.example/a",)"
                R"("image":[{"@type":"ImageObject","contentUrl":"https://news.example/1.jpg",)"
                R"("width":3,"height":2,"caption":"a","creditText":"c"}]})"),
      std::string::npos);
}

TEST(JsonLd, ListsEachPlaceOnce) {
  const std::string out = json_ld(R"({"rankings": {"tabs": [{"id": "a", "label": "A", "items": [
      {"title": "first", "url": "/b"}, {"title": "again", "url": "/b"}, {"title": "other", "url": "/c"}]}]}})");
  EXPECT_NE(out.find(R"("numberOfItems":2,)"), std::string::npos) << out;
  EXPECT_EQ(out.find("again"), std::string::npos) << out;
  EXPECT_NE(out.find(R"("position":2,"name":"other")"), std::string::npos) << out;
}

TEST(JsonLd, ListsWhatLeadsSomewhere) {
  EXPECT_EQ(
      json_ld(R"({"rankings": {"tabs": [{"id": "a", "label": "A", "items": [{"title": "text"},
      {"title": "link", "url": "/b"}]}, {"id": "c", "label": "C", "items": [{"title": "text"}]}]}})"),
      R"({"@context":"https://schema.org","@graph":[{"@type":"ItemList","name":"A",)"
      R"("numberOfItems":1,"itemListElement":[{"@type":"ListItem","position":1,"name":"link",)"
      R"("url":"https://news.example/b"}]}]})");
}

TEST(JsonLd, LeavesOutWhatIsHadFromNowhere) {
  const std::string out = made_of(R"({"article": {"headline": "h", "url": "/a",
      "lead": {"src": "data:image/gif;base64,R0lGODlh"},
      "bylines": [{"names": [{"name": "A", "url": "mailto:a@news.example"}]}]}})",
                                  {})
                              .json_ld;
  EXPECT_EQ(out,
            R"({"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"h",)"
            R"("author":[{"@type":"Person","name":"A"}]}]})");
}

}  // namespace
}  // namespace article::prerender
