#include <string>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "document/reader.h"
#include "fakes/plain_hosts.h"

/// A document that is read in steps.
namespace article::document {
namespace {

tests::PlainUrlHost urls;

std::string long_document() {
  std::string json = R"({"version": 1, "article": {"headline": "Long", "body": [)";
  for (int i = 0; i < 1500; ++i) {
    json += i == 0 ? "" : ",";
    json += R"({"type": "paragraph", "text": ["a", {"text": "b", "strong": true}, "c"]})";
  }
  json += R"(]}, "comments": {"hot": [)";
  for (int i = 0; i < 400; ++i)
    json += std::string(i == 0 ? "" : ",") + R"({"author": "x", "text": "y", "likes": -1})";
  return json + R"(]}, "rankings": {"tabs": [{"id": "a", "label": "A", "items": []}]}})";
}

/// @return how many steps it took.
int read_in_steps(ReadDocument& out, std::string json, std::size_t values) {
  DocumentReading reading(out, urls, json, "https://paper.example/");
  json.assign(json.size(), '\0');  // what was given is copied
  int steps = 1;
  while (!reading.step(values)) ++steps;
  return steps;
}

TEST(DocumentReading, ReadsTheSameInSteps) {
  for (const std::string& json : {std::string(kFullDocument), long_document()}) {
    const ReadDocument whole = read_document(urls, json, "https://paper.example/");
    ASSERT_EQ(whole.refusal, Refusal::None);
    for (const std::size_t values : {1U, 50U, 1'000'000U}) {
      ReadDocument out;
      read_in_steps(out, json, values);
      EXPECT_EQ(out.refusal, Refusal::None);
      ASSERT_EQ(out.problems.size(), whole.problems.size());
      for (std::size_t i = 0; i < out.problems.size(); ++i) {
        EXPECT_EQ(out.problems[i].pointer, whole.problems[i].pointer);
        EXPECT_EQ(out.problems[i].message, whole.problems[i].message);
      }
      ASSERT_TRUE(out.document.article && out.document.comments && out.document.rankings);
      EXPECT_EQ(out.document.article->headline, whole.document.article->headline);
      EXPECT_EQ(out.document.article->body.size(), whole.document.article->body.size());
      EXPECT_EQ(out.document.comments->hot.size(), whole.document.comments->hot.size());
      EXPECT_EQ(out.document.rankings->tabs.size(), whole.document.rankings->tabs.size());
    }
  }
}

TEST(DocumentReading, TakesAsManyStepsAsTheDocumentIsLong) {
  ReadDocument out;
  // 1,500 paragraphs of three runs and 400 comments are some 12,000 values.
  EXPECT_GT(read_in_steps(out, long_document(), 100), 200);
  ReadDocument at_once;
  EXPECT_LE(read_in_steps(at_once, long_document(), 10'000'000), 2);
}

TEST(DocumentReading, SaysAtTheEndWhatIsNoDocument) {
  ReadDocument out;
  read_in_steps(out, "{\"article\": [1, 2, }", 1);
  EXPECT_EQ(out.refusal, Refusal::Json);
  EXPECT_NE(out.message.find("line 1, column 20"), std::string::npos) << out.message;
  ReadDocument other;
  read_in_steps(other, "[1, 2]", 1);
  EXPECT_EQ(other.refusal, Refusal::Document);
  ReadDocument empty;
  read_in_steps(empty, R"({"version": 1})", 1);
  EXPECT_EQ(empty.refusal, Refusal::Document);
}

TEST(DocumentReading, MayEndInTheMiddle) {
  ReadDocument out;
  DocumentReading reading(out, urls, long_document(), "");
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(reading.step(9000));
}

}  // namespace
}  // namespace article::document
