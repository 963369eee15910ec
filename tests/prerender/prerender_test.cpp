#include "prerender/prerender.h"

#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "prerender/full_document_made.h"
#include "prerender/made_of.h"

namespace article::prerender {
namespace {

Prerendered made(std::string_view json, int heading_level = 2) {
  return made_of(json, {.base = "https://news.example/a/page", .heading_level = heading_level});
}

void expect_within(std::string_view whole, std::string_view part) {
  EXPECT_NE(whole.find(part), std::string_view::npos) << part << "\nis not in\n" << whole;
}

TEST(Prerender, WritesEveryMember) {
  const Prerendered out = made_of(document::kFullDocument, {.base = document::kBaseUrl});
  EXPECT_EQ(out.html, kFullHtml);
  EXPECT_EQ(out.head, kFullHead);
  EXPECT_EQ(out.json_ld, kFullJsonLd);
  EXPECT_EQ(as_json(out.share),
            R"({"title":"headline","desc":"summary","link":"https://news.example/article",)"
            R"("image":"https://news.example/lead.jpg"})");
}

TEST(Prerender, IsOneJsonObject) {
  Prerendered out;
  out.html = "<p>\"";
  out.head = "<title>\n";
  out.json_ld = R"({"a":1})";
  out.share = {"T", "D", "https://l.example/", ""};
  EXPECT_EQ(as_json(out),
            R"({"html":"\u003Cp>\"","head":"\u003Ctitle>\u000A","jsonLd":"{\"a\":1}",)"
            R"("share":{"title":"T","desc":"D","link":"https://l.example/","image":""}})");
}

TEST(Prerender, RefusesWhatIsNoDocument) {
  const Prerendered no_json = made("{");
  EXPECT_EQ(no_json.refusal, document::Refusal::Json);
  EXPECT_NE(no_json.message, "");
  EXPECT_EQ(no_json.html + no_json.head + no_json.json_ld, "");
  EXPECT_EQ(made("{}").refusal, document::Refusal::Document);
}

TEST(Prerender, KeepsMarkupInAnyMemberAsText) {
  std::string json(document::kFullDocument);
  // Each text of the document, but for those that choose something.
  constexpr std::string_view kHostile = "</script><!-- <b onclick=x>&amp;\\\"' ";
  std::size_t replaced = 0;
  for (const std::string_view text :
       {"site name",      "login",          "edition", "kicker",    "headline", "summary",
        "source",         "first",          "second",  "intern",    "lead alt", "lead caption",
        "lead credit",    "paragraph",      "quote ",  "heading 3", "one",      "dot",
        "photo caption",  "video title",    "editor",  "fourth",    "tag",      "linked tag",
        "gallery title",  "rankings title", "Day",     "more",      "item",     "plain item",
        "comments title", "write",          "all",     "author",    "comment",  "later"}) {
    const std::string quoted = '"' + std::string(text) + '"';
    // A member's name has a colon behind it.
    for (std::size_t at = json.find(quoted); at != std::string::npos;
         at = json.find(quoted, at + 1)) {
      if (json[at + quoted.size()] == ':') continue;
      if (json.substr(at - 8, 8) == "\"type\": ") continue;
      json.replace(at + 1, text.size(), kHostile);
      ++replaced;
      break;
    }
  }
  EXPECT_GE(replaced, 36U);
  const Prerendered out = made(json);
  ASSERT_EQ(out.refusal, document::Refusal::None);
  for (const std::string& text : {out.html, out.head}) {
    for (const std::string_view markup : {"<b ", "<script", "</script", "<!--", "\\\""})
      EXPECT_EQ(text.find(markup), std::string::npos) << markup << " in\n" << text;
    expect_within(text, "&lt;/script&gt;&lt;!-- &lt;b onclick=x&gt;&amp;amp;&quot;'");
  }
  EXPECT_EQ(out.json_ld.find('<'), std::string::npos);
  expect_within(out.json_ld, "\\u003C/script>\\u003C!-- \\u003Cb onclick=x>&amp;\\\"'");
}

TEST(Prerender, FollowsNoUrlOfAnotherScheme) {
  const Prerendered out = made(R"json({
      "site": {"name": "s", "url": "javascript:a()", "logo": "data:text/html,b"},
      "article": {"headline": "h", "url": "javascript:a()", "source": {"label": "s", "url": "vbscript:a"},
        "lead": {"src": "javascript:a()", "sources": [{"src": "data:text/html,b", "width": 9}], "caption": "c"},
        "body": [{"type": "paragraph", "text": [{"text": "t", "url": "JaVaScRiPt:a()"}]},
          {"type": "video", "url": "data:text/html,b", "title": "v"}]},
      "rankings": {
  "tabs" : [ {"id" : "a", "label" : "A", "items" : [ {"title" : "t", "url" : "blob:a"} ]} ]
}
})json");
  for (const std::string& text : {out.html, out.head, out.json_ld, as_json(out.share)})
    for (const std::string_view scheme :
         {"javascript:", "JaVaScRiPt", "vbscript:", "text/html", "blob:"})
      EXPECT_EQ(text.find(scheme), std::string::npos) << scheme << " in\n" << text;
  EXPECT_EQ(out.share.link, "https://news.example/a/page");
}

TEST(Prerender, HasNoScriptStyleOrHandler) {
  const std::string html = made_of(document::kFullDocument, {}).html;
  for (const std::string_view part : {"<script", "<style", "style=", " on"})
    EXPECT_EQ(html.find(part), std::string::npos) << part;
}

TEST(Prerender, TakesTheLanguageOfThePageWhereTheDocumentHasNone) {
  constexpr std::string_view kJson = R"({"comments": {"hot": [], "latest": []}})";
  const Prerendered out = made_of(kJson, {.language = "ar"});
  expect_within(out.html, R"(<div class="article-viewer-prerendered" lang="ar" dir="rtl">)");
  expect_within(made_of(kJson, {}).html, R"(<div class="article-viewer-prerendered" dir="ltr">)");
  // English stands in for what the widget has no words of.
  expect_within(made_of(kJson, {.language = "fi"}).html, R"(<h3 lang="en">Top comments</h3>)");
}

TEST(Prerender, SkipsNoLevelOfHeadings) {
  constexpr std::string_view kJson = R"({"article": {"headline": "h",
      "body": [{"type": "heading", "level": 4, "text": "deep"}]},
      "rankings": {"tabs": [{"id": "a", "label": "A", "items": []}]}})";
  for (const auto& [level, headings] :
       {std::pair{1, std::string_view("h1h2h2h3")}, std::pair{5, std::string_view("h5h6h6h6")},
        std::pair{9, std::string_view("h6h6h6h6")}}) {
    const std::string html = made(kJson, level).html;
    std::string found;
    for (std::size_t at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1))
      found += html.substr(at + 1, 2);
    EXPECT_EQ(found, headings);
  }
}

TEST(Prerender, LinksNoHeadlineToItsOwnPage) {
  constexpr std::string_view kJson = R"({"article": {"headline": "h", "url": "/a/page"}})";
  expect_within(made(kJson).html, "<h2 class=\"av-headline\">h</h2>");
  expect_within(made_of(kJson, {.base = "https://news.example/b"}).html,
                R"(<h2 class="av-headline"><a href="https://news.example/a/page">h</a></h2>)");
}

TEST(Prerender, OffersPicturesOfTypesThatNotEveryBrowserShows) {
  const Prerendered out =
      made(R"({"article": {"headline": "h", "lead": {"src": "a.jpg", "width": 900,
      "height": 600, "sources": [{"src": "a-400.jpg", "width": 400, "type": "image/jpeg"},
        {"src": "a.avif", "width": 900, "type": "image/avif"},
        {"src": "a-400.avif", "width": 400, "type": "image/avif"}]}}})");
  expect_within(
      out.html,
      R"(<picture><source type="image/avif" srcset="https://news.example/a/a.avif 900w, )"
      R"html(https://news.example/a/a-400.avif 400w" sizes="(min-width: 1024px) 612px, (min-width: 696px) 648px, 100vw">)html"
      R"(<img src="https://news.example/a/a.jpg" srcset="https://news.example/a/a-400.jpg 400w, )"
      R"html(https://news.example/a/a.jpg 900w" sizes="(min-width: 1024px) 612px, (min-width: 696px) 648px, 100vw" width="900" )html"
      R"(height="600" alt=""></picture>)");
}

TEST(Prerender, OffersAFewTypesOfAPictureThatHasThousands) {
  std::string json = R"({"article": {"headline": "h", "lead": {"src": "a.jpg", "sources": [)";
  for (int i = 0; i < 20'000; ++i)
    json += std::string(i == 0 ? "" : ",") + R"({"src": "a", "width": 9, "type": "image/)" +
            std::to_string(i) + "\"}";
  const std::string html = made(json + "]}}}").html;
  int offers = 0;
  for (std::size_t at = html.find("<source"); at != std::string::npos;
       at = html.find("<source", at + 1))
    ++offers;
  EXPECT_EQ(offers, 8);
}

TEST(Prerender, SaysWhatAVideoWithoutPosterIs) {
  expect_within(made(R"({"language": "en", "article": {"headline": "h",
      "body": [{"type": "video", "url": "/v", "title": "Dawn"}]}})")
                    .html,
                R"(aria-label="Play video: Dawn">Play video: Dawn</a>)");
}

TEST(Prerender, TellsTimesAsEachReaderWantsThem) {
  struct Case {
    std::string_view published;
    std::string_view head;
  };
  const Case cases[] = {
      {"2023-03-12T09:56:07+08:00",
       R"(<meta property="article:published_time" content="2023-03-12T09:56:07+08:00">
<meta property="article:modified_time" content="2023-03-12T09:56:07+08:00">
<meta name="pubDate" content="2023-03-12T09:56:07">
<meta name="upDate" content="2023-03-12T09:56:07">
)"},
      {"2023-03-12", R"(<meta name="pubDate" content="2023-03-12T00:00:00">)"},
      {"2023-03-12 09:56Z", R"(<meta name="pubDate" content="2023-03-12T09:56:00">)"},
  };
  for (const Case& c : cases) {
    const std::string json =
        R"({"article": {"headline": "h", "published": ")" + std::string(c.published) + "\"}}";
    expect_within(made(json).head, c.head);
  }
}

TEST(Prerender, SharesWhatTheDocumentHas) {
  struct Case {
    std::string_view json;
    std::string_view share;
  };
  const std::string_view page = R"("link":"https://news.example/a/page")";
  const std::string none = R"("desc":"",)" + std::string(page) + R"(,"image":""})";
  const Case cases[] = {
      {R"({"article": {"headline": "h", "url": "/b", "summary": "s", "lead": {"src": "l.jpg"}}})",
       R"({"title":"h","desc":"s","link":"https://news.example/b","image":"https://news.example/a/l.jpg"})"},
      {R"({"article": {"headline": "h", "body": [{"type": "quote", "text": ["a ", "b"]},
           {"type": "photo", "photo": {"src": "p.jpg"}}, {"type": "paragraph", "text": "c"}]}})",
       R"({"title":"h","desc":"a b","link":"https://news.example/a/page","image":"https://news.example/a/p.jpg"})"},
      {R"({"gallery": {"title": "g", "photos": [{"caption": "c"}, {"src": "data:image/gif;base64,AA"},
           {"src": "1.jpg"}]}, "rankings": {"title": "r", "tabs": []}})",
       R"({"title":"g","desc":"","link":"https://news.example/a/page","image":"https://news.example/a/1.jpg"})"},
  };
  for (const Case& c : cases) EXPECT_EQ(as_json(made(c.json).share), c.share);
  EXPECT_EQ(as_json(made(R"({"rankings": {"title": "r", "tabs": []}})").share),
            R"({"title":"r",)" + none);
  EXPECT_EQ(as_json(made(R"({"comments": {"title": "c"}})").share), R"({"title":"c",)" + none);
}

TEST(Prerender, TakesTheWordsOfItsLanguage) {
  const std::pair<std::string, layout::OwnWords> words[] = {{"de", {{"source", "Urheber"}}},
                                                            {"fr", {{"source", "Origine"}}}};
  const auto in = [&](std::string_view language) {
    return made_of(R"({"article": {"headline": "h", "source": {"label": "Herald"}}})",
                   {.language = language, .words = words});
  };
  expect_within(in("fr-CA").html, "Origine: Herald");
  expect_within(in("it").html, "Fonte: Herald");
  expect_within(in("en").html, "Source: Herald");
  EXPECT_EQ(in("fr-CA").further_words, "fr");
  EXPECT_EQ(in("en").further_words, "");
}

TEST(Prerender, CutsALongParagraphBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "潮";
  const auto desc = [&](const std::string& paragraph) {
    return made(R"({"article": {"headline": "h", "body": [{"type": "paragraph", "text": ")" +
                paragraph + "\"}]}}")
        .share.desc;
  };
  EXPECT_EQ(desc(text), text.substr(0, 360));
  EXPECT_EQ(desc(text.substr(0, 360)), text.substr(0, 360));
}

}  // namespace
}  // namespace article::prerender
