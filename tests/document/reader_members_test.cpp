#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "document/reader.h"
#include "reader_case.h"

/// Every member of the schema, read.
namespace article::document {
namespace {

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

}  // namespace
}  // namespace article::document
