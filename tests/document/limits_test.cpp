#include <string>
#include <string_view>
#include <variant>

#include <gtest/gtest.h>

#include "document/content_reader.h"
#include "document/member_reader.h"
#include "document/reader.h"
#include "fakes/plain_hosts.h"

namespace article::document {
namespace {

tests::PlainUrlHost urls;

/// `item`, `count` times, with commas between.
std::string repeated(std::string_view item, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += ',';
    out += item;
  }
  return out;
}

ReadDocument read(const std::string& json) {
  return read_document(urls, json, "https://news.example/");
}

std::string body(std::string_view block, std::size_t count) {
  return R"({"article": {"headline": "H", "body": [)" + repeated(block, count) + "]}}";
}

std::string gallery(std::size_t photos) {
  return R"({"gallery": {"photos": [)" + repeated(R"({"src": "p"})", photos) + "]}}";
}

std::string tabs(std::size_t count, std::size_t items) {
  return R"({"rankings": {"tabs": [)" +
         repeated(R"({"label": "L", "items": [)" + repeated(R"({"title": "T"})", items) + "]}",
                  count) +
         "]}}";
}

std::string comments(std::string_view name, std::size_t count) {
  return R"({"comments": {")" + std::string(name) + R"(": [)" +
         repeated(R"({"author": "A", "text": "T"})", count) + "]}}";
}

/// An article with one more member.
std::string article(const std::string& member) {
  return R"({"article": {"headline": "H", )" + member + "}}";
}

std::string member(std::string_view name, std::string_view item, std::size_t count) {
  return article('"' + std::string(name) + R"(": [)" + repeated(item, count) + ']');
}

std::string names(std::size_t count) {
  return article(R"("bylines": [{"names": [)" + repeated(R"("N")", count) + "]}]");
}

std::string sources(std::size_t count) {
  return article(R"("lead": {"src": "p", "sources": [)" +
                 repeated(R"({"src": "p", "width": 9})", count) + "]}");
}

/// The last of two lists.
std::string list_items(std::size_t count) {
  return article(R"("body": [{"type": "list", "items": ["a", "b"]}, {"type": "list", "items": [)" +
                 repeated(R"("c")", count) + "]}]");
}

std::string runs(std::size_t count) {
  return article(
      R"("body": [{"type": "paragraph", "text": ["a", "b"]}, {"type": "paragraph", "text": [)" +
      repeated(R"("c")", count) + "]}]");
}

std::size_t errors(const ReadDocument& document) {
  std::size_t out = 0;
  for (const Problem& problem : document.problems) {
    if (problem.severity == Severity::Error) ++out;
  }
  return out;
}

std::string plain(const Text& text) {
  std::string out;
  for (const TextRun& run : text) out += run.text;
  return out;
}

/// Of all paragraphs but the first.
std::size_t runs_of(const Document& document) {
  std::size_t count = 0;
  for (const Block& block : document.article->body) count += block.text.size();
  return count - document.article->body.at(0).text.size();
}

TEST(ReadDocument, CutsLongListsAndTells) {
  struct Case {
    std::string within;
    std::string beyond;
    std::size_t (*count)(const Document&);
    std::size_t limit;
    std::string_view pointer;
    std::string_view message;
  };
  const Case cases[] = {
      {body(R"({"type": "rule"})", 2000), body(R"({"type": "rule"})", 2001),
       [](const Document& d) { return d.article->body.size(); }, 2000, "/article/body",
       "found 2001 blocks, expected 2000 at most; the rest is left out"},
      {gallery(500), gallery(501), [](const Document& d) { return d.gallery->photos.size(); }, 500,
       "/gallery/photos/500",
       "found more than 500 photos, expected 500 at most in a document; the rest is left out"},
      {tabs(50, 1), tabs(51, 1), [](const Document& d) { return d.rankings->tabs.size(); }, 50,
       "/rankings/tabs", "found 51 tabs, expected 50 at most; the rest is left out"},
      {tabs(1, 500), tabs(1, 501),
       [](const Document& d) { return d.rankings->tabs.at(0).items.size(); }, 500,
       "/rankings/tabs/0/items", "found 501 items, expected 500 at most; the rest is left out"},
      {comments("hot", 500), comments("hot", 501),
       [](const Document& d) { return d.comments->hot.size(); }, 500, "/comments/hot",
       "found 501 comments, expected 500 at most; the rest is left out"},
      {comments("latest", 500), comments("latest", 600),
       [](const Document& d) { return d.comments->latest.size(); }, 500, "/comments/latest",
       "found 600 comments, expected 500 at most; the rest is left out"},
      {member("tags", R"("T")", 200), member("tags", R"("T")", 10000),
       [](const Document& d) { return d.article->tags.size(); }, 200, "/article/tags",
       "found 10000 tags, expected 200 at most; the rest is left out"},
      {member("credits", R"({"names": ["N"]})", 100), member("credits", R"({"names": ["N"]})", 101),
       [](const Document& d) { return d.article->credits.size(); }, 100, "/article/credits",
       "found 101 credits, expected 100 at most; the rest is left out"},
      {names(200), names(201),
       [](const Document& d) { return d.article->bylines.at(0).names.size(); }, 200,
       "/article/bylines/0/names", "found 201 names, expected 200 at most; the rest is left out"},
      {sources(50), sources(51), [](const Document& d) { return d.article->lead->sources.size(); },
       50, "/article/lead/sources", "found 51 sources, expected 50 at most; the rest is left out"},
      {list_items(4998), list_items(100'000),
       [](const Document& d) { return d.article->body.at(1).items.size(); }, 4998,
       "/article/body/1/items",
       "found 100000 items of lists, expected 4998 at most; the rest is left out"},
      {runs(19998), runs(50'000), runs_of, 19998, "/article/body/1/text",
       "found 50000 runs, expected 19998 at most; the rest is left out"},
  };
  for (const Case& c : cases) {
    const ReadDocument within = read(c.within);
    EXPECT_EQ(errors(within), 0U) << c.message;
    EXPECT_EQ(c.count(within.document), c.limit) << c.message;

    const ReadDocument beyond = read(c.beyond);
    EXPECT_EQ(c.count(beyond.document), c.limit) << c.message;
    ASSERT_EQ(errors(beyond), 1U) << c.message;
    for (const Problem& problem : beyond.problems) {
      if (problem.severity != Severity::Error) continue;
      EXPECT_EQ(problem.pointer, c.pointer);
      EXPECT_EQ(problem.message, c.message);
    }
  }
}

TEST(ReadDocument, CountsPhotosOverTheWholeDocument) {
  const ReadDocument all =
      read(R"({"article": {"headline": "H", "lead": {"src": "l"}, "body": [)"
           R"({"type": "photo", "photo": {"caption": "C"}},)"
           R"({"type": "video", "url": "v", "poster": {"src": "p"}}]}, "gallery": {"photos": [)" +
           repeated(R"({"src": "p"})", 600) + "]}}");
  EXPECT_EQ(all.document.gallery->photos.size(), kMaxPhotos - 3);
  ASSERT_EQ(all.problems.size(), 1U);
  EXPECT_EQ(all.problems[0].pointer, "/gallery/photos/497");
}

TEST(ReadDocument, DoesNotCountPhotosThatAreDropped) {
  const ReadDocument some =
      read(R"({"gallery": {"photos": [{}, 5,)" + repeated(R"({"src": "p"})", 500) + "]}}");
  EXPECT_EQ(some.document.gallery->photos.size(), 500U);
  EXPECT_EQ(some.problems.size(), 2U);
}

TEST(ReadDocument, CutsTextAtAMillionCharacters) {
  const auto with_text = [](std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "文";
    return R"({"article": {"headline": "H", "body": [{"type": "paragraph", "text": ")" + text +
           R"("}, {"type": "rule"}], "tags": ["T"]}, "gallery": {"photos": [{"src": "p",)"
           R"("caption": "C"}, {"caption": "C"}]}, "rankings": {"tabs": [{"id": "a", "label": "L",)"
           R"("items": [{"title": "T"}]}]}, "comments": {"hot": [{"author": "A", "text": "T"}]}})";
  };
  // The other text has seven characters.
  const ReadDocument within = read(with_text(kMaxCharacters - 8));
  EXPECT_EQ(errors(within), 0U);
  EXPECT_EQ(within.document.comments->hot.size(), 1U);

  const ReadDocument beyond = read(with_text(kMaxCharacters));
  const Document& document = beyond.document;
  ASSERT_EQ(errors(beyond), 1U);
  EXPECT_EQ(beyond.problems[0].pointer, "/article/body/0/text");
  EXPECT_EQ(beyond.problems[0].severity, Severity::Error);
  std::size_t bytes = 0;
  for (const Block& block : document.article->body) bytes += plain(block.text).size();
  EXPECT_EQ(bytes, 3 * (kMaxCharacters - 1));
  EXPECT_EQ(document.article->body.back().type, BlockType::Rule) << "what is no text stays";
  EXPECT_TRUE(document.article->tags.empty());
  EXPECT_EQ(document.gallery->photos.size(), 1U);
  EXPECT_TRUE(document.rankings->tabs.empty());
  EXPECT_TRUE(document.comments->hot.empty());
}

TEST(ReadDocument, MakesSeveralParagraphsOfALongOneAndLosesNothing) {
  std::string long_text;
  for (int i = 0; i < 3000; ++i) long_text += "渔船回港了。";  // 18,000 characters
  const std::string json = R"({"article": {"headline": "H", "body": [
      {"type": "paragraph", "text": ["开头", {"text": ")" +
                           long_text + R"(", "strong": true}, "结尾"]}, {"type": "rule"}]}})";
  const ReadDocument out = read(json);
  ASSERT_TRUE(out.document.article);
  const std::vector<Block>& blocks = out.document.article->body;
  ASSERT_EQ(blocks.size(), 5U);
  std::string all;
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(blocks[i].type, BlockType::Paragraph);
    const std::string text = plain(blocks[i].text);
    EXPECT_LT(text.size(), 3U * 5'010);
    EXPECT_TRUE(i == 3 || text.ends_with("。")) << "at the end of a sentence";
    all += text;
  }
  EXPECT_EQ(all, "开头" + long_text + "结尾");
  EXPECT_FALSE(blocks[0].text.front().strong);
  EXPECT_TRUE(blocks[0].text.back().strong);
  EXPECT_TRUE(blocks[2].text.front().strong);
  EXPECT_EQ(blocks[4].type, BlockType::Rule);
  ASSERT_EQ(out.problems.size(), 1U);
  EXPECT_EQ(out.problems[0].severity, Severity::Warning);
  EXPECT_EQ(out.problems[0].pointer, "/article/body/0");
  EXPECT_EQ(out.problems[0].message,
            "found a paragraph of more than 5,000 characters, expected that at most; shown as 4 "
            "paragraphs");
}

TEST(ReadDocument, PartsALongParagraphBetweenWordsOrWhereItMust) {
  const auto lengths = [](const std::string& text) {
    std::vector<std::size_t> out;
    const ReadDocument read_out =
        read(R"({"article": {"headline": "H", "body": [")" + text + R"("]}})");
    for (const Block& block : read_out.document.article->body)
      out.push_back(plain(block.text).size());
    return out;
  };
  using Lengths = std::vector<std::size_t>;
  EXPECT_EQ(lengths(std::string(5'000, 'a')), (Lengths{5'000}));
  EXPECT_EQ(lengths(std::string(10'000, 'a')), (Lengths{10'000})) << "one word";
  EXPECT_EQ(lengths(std::string(25'000, 'a')), (Lengths{10'000, 10'000, 5'000}));
  std::string words;
  for (int i = 0; i < 1'000; ++i) words += "harbours ";  // 9 each
  EXPECT_EQ(lengths(words), (Lengths{5'003, 3'995})) << "without the space between";
  std::string quoted(5'000, 'a');
  EXPECT_EQ(lengths(quoted + "。”" + "b"), (Lengths{5'007})) << "a mark stays with its sentence";
}

TEST(ReadDocument, CutsATextThatIsNoParagraphAtTenThousandCharacters) {
  const std::string most(10'000, 'a');
  const std::string more = most + "b";
  struct Case {
    std::string json;
    std::string_view pointer;
  };
  const Case cases[] = {
      {R"({"article": {"headline": ")" + more + R"("}})", "/article/headline"},
      {article(R"("body": [{"type": "quote", "text": [")" + more + R"(", "c", "d"]}])"),
       "/article/body/0/text/0"},
      {article(R"("body": [{"type": "list", "items": ["a", ")" + more + R"("]}])"),
       "/article/body/0/items/1"},
      {R"({"gallery": {"photos": [{"src": "a", "caption": ")" + more + R"("}]}})",
       "/gallery/photos/0/caption"},
      {R"({"comments": {"hot": [{"author": "A", "text": ")" + more + R"("}]}})",
       "/comments/hot/0/text"},
  };
  for (const Case& c : cases) {
    const ReadDocument out = read(c.json);
    ASSERT_EQ(out.problems.size(), 1U) << c.pointer;
    EXPECT_EQ(out.problems[0].severity, Severity::Error);
    EXPECT_EQ(out.problems[0].pointer, c.pointer);
  }
  EXPECT_EQ(read(cases[0].json).document.article->headline, most);
}

TEST(ReadDocument, TellsOfTheCutAlone) {
  std::string json = R"({"article": {"headline": "H", "body": [")";
  json.append(kMaxCharacters + 1, 'x');
  const ReadDocument cut = read(json + R"(", {"type": "list", "items": ["T"]},
      {"type": "heading", "text": "T"}], "credits": [{"names": ["N"]}]}})");
  EXPECT_EQ(errors(cut), 1U) << "not of what is empty by it";
  EXPECT_EQ(cut.document.article->body.size(), kMaxCharacters / 10'000);
  EXPECT_TRUE(cut.document.article->credits.empty());
}

TEST(ReadDocument, DropsWhatLiesDeeperThan64Levels) {
  const auto nested = [](std::size_t levels) {
    // Two levels are the document and the article.
    return R"({"article": {"headline": "H", "unknown": )" + std::string(levels - 2, '[') +
           std::string(levels - 2, ']') + "}}";
  };
  EXPECT_TRUE(read(nested(64)).problems.empty());
  const ReadDocument deep = read(nested(65));
  EXPECT_EQ(deep.refusal, Refusal::None);
  EXPECT_EQ(deep.document.article->headline, "H");
  ASSERT_EQ(deep.problems.size(), 1U);
  EXPECT_EQ(deep.problems[0].severity, Severity::Error);
  EXPECT_EQ(deep.problems[0].pointer, "/article/unknown");
  EXPECT_EQ(read(nested(200'000)).document.article->headline, "H");
}

TEST(ReadDocument, RefusesMoreThan8MiB) {
  const std::string_view document = R"({"article": {"headline": "H"}})";
  std::string json(8 * 1024 * 1024, ' ');
  json.replace(0, document.size(), document);
  EXPECT_EQ(read(json).refusal, Refusal::None);
  json += ' ';
  const ReadDocument refused = read(json);
  EXPECT_EQ(refused.refusal, Refusal::Document);
  EXPECT_EQ(refused.message, "found 8388609 bytes, expected 8 MiB at most");
}

TEST(ReadDocument, ListsAThousandProblemsAndCountsTheRest) {
  const auto with_wrong_blocks = [](std::size_t count) { return read(body("true", count)); };
  EXPECT_EQ(with_wrong_blocks(kMaxProblems).problems.size(), kMaxProblems);
  const ReadDocument many = with_wrong_blocks(kMaxProblems + 5);
  ASSERT_EQ(many.problems.size(), kMaxProblems + 1);
  EXPECT_EQ(many.problems.back(),
            (Problem{Severity::Error, "",
                     "found 5 more errors and 0 more warnings, expected none; they are not "
                     "listed"}));

  const ReadDocument mended = read(body("\"T\"", kMaxProblems + 5));
  ASSERT_EQ(mended.problems.size(), kMaxProblems + 1);
  EXPECT_EQ(mended.problems.back(),
            (Problem{Severity::Warning, "",
                     "found 0 more errors and 5 more warnings, expected none; they are not "
                     "listed"}));
}

// A mebibyte of each of the shapes that cost most: what is not linear is seen.
TEST(ReadDocument, EndsSoonWhateverTheShape) {
  struct Case {
    std::string_view before;
    std::string_view repeated;
    std::string_view after;
  };
  const Case cases[] = {
      {"", "[", ""},
      {"", "{\"article\":", ""},
      {"{\"article\":{\"headline\":\"H\",\"tags\":[", "0,", "0]}}"},
      {"{\"article\":{\"headline\":\"H\",\"tags\":[", "true,", "0]}}"},
      {"{\"article\":{\"headline\":\"H\",\"body\":[", "{},", "0]}}"},
      {"{\"article\":{\"headline\":\"H\",\"body\":[{\"type\":\"paragraph\",\"text\":[",
       "{\"text\":\"a\",\"url\":\"../b\"},", "0]}]}}"},
      {"{\"gallery\":{\"photos\":[", "{\"src\":\"\"},", "0]}}"},
      {"{\"gallery\":{\"photos\":[{\"src\":\"p\",\"sources\":[", "{\"src\":\"s\",\"width\":1},",
       "0]}]}}"},
      {"{\"article\":{\"headline\":\"H\",", "\"tags\":[],", "\"id\":\"x\"}}"},
      {"{", "\"article\":{\"headline\":\"H\"},", "\"article\":{}}"},
      {"{\"article\":{\"headline\":\"", "\\ud800", "\"}}"},
      {"{\"article\":{\"headline\":\"", "\xFF", "\"}}"},
      {"{\"article\":{\"headline\":\"", "\\\"", "\" x}}"},
      {"{\"article\":{\"headline\":\"H\",\"url\":\"", "../", "\"}}"},
      {"{\"article\":{\"headline\":\"H\",\"url\":\"", "a/../", "\"}}"},
      {"{\"article\":{\"headline\":\"H\",\"url\":\"http://", "@", "\"}}"},
      {"{\"comments\":{\"total\":", "9", "}}"},
      {"{\"comments\":{\"total\":0.", "0", "1}}"},
      {"{\"article\":{\"headline\":\"H\",\"", "k/~", "\":[[[[]]]]}}"},
  };
  for (const Case& c : cases) {
    std::string json(c.before);
    while (json.size() + c.repeated.size() + c.after.size() <= 1024 * 1024) json += c.repeated;
    json += c.after;
    const ReadDocument out = read_document(urls, json, "https://news.example/doc.json");
    EXPECT_LE(out.problems.size(), kMaxProblems + 5) << c.repeated;
  }
}

}  // namespace
}  // namespace article::document
