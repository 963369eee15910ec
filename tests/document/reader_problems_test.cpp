#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "document/reader.h"
#include "reader_case.h"

/// What is said of what is wrong in a document.
namespace article::document {
namespace {

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
  std::string many_marks = "\"summary\": \"a";
  for (int i = 0; i <= 30; ++i) many_marks += "\u0301";
  many_marks += '"';
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
      {many_marks,
       {"warning /article/summary: found more than 30 combining marks in a row, expected that at "
        "most"}},
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
      {R"("lead": {"src": "l", "width": 16e2, "height": 9E+2})", {}},
      {R"("lead": {"src": "l", "width": 160000e-2, "height": 0e9999})", {}},
      {R"("lead": {"src": "l", "width": "1.2.3", "height": "1e"})",
       {"error /article/lead/width: found the string \"1.2.3\", expected " + pixels,
        "error /article/lead/height: found the string \"1e\", expected " + pixels}},
      {R"("lead": {"src": "l", "width": "1e5x", "height": "1e+"})",
       {"error /article/lead/width: found the string \"1e5x\", expected " + pixels,
        "error /article/lead/height: found the string \"1e+\", expected " + pixels}},
      {R"("lead": {"src": "l", "width": "12.", "height": "1e-"})",
       {"warning /article/lead/width: found the string \"12.\", expected " + pixels,
        "error /article/lead/height: found the string \"1e-\", expected " + pixels}},
      {R"("url": "x:\u0085\u00a0ff0123456789012345678901234567890123456789")",
       {"error /article/url: found a URL of another scheme: "
        "\"x:\uFFFD\u00A0ff0123456789012345678901234567890123…\", expected " +
        link}},
      {R"("body": [{"type": "paragraph", "text": ["a\u0001", "b\u0001"]}])",
       {"warning /article/body/0/text/0: found control characters, expected none"}},
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

}  // namespace
}  // namespace article::document
