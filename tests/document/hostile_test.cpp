#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "document/reader.h"
#include "document/soundness.h"
#include "fakes/plain_hosts.h"

namespace article::document {
namespace {

tests::PlainUrlHost urls;

TEST(ReadDocument, SurvivesEveryTruncation) {
  for (std::size_t size = 0; size < kFullDocument.size(); ++size) {
    const ReadDocument read = read_document(urls, kFullDocument.substr(0, size), kBaseUrl);
    EXPECT_EQ(read.refusal, Refusal::Json) << size;
    EXPECT_EQ(unsound(read), "") << size;
  }
}

// Each value in turn becomes one of every type: what stood beside it stays.
TEST(ReadDocument, SurvivesEveryTypeInEveryPlace) {
  std::vector<std::size_t> colons;
  for (std::size_t at = kFullDocument.find(": "); at != std::string_view::npos;
       at = kFullDocument.find(": ", at + 1)) {
    colons.push_back(at + 2);
  }
  ASSERT_GT(colons.size(), 100U);
  const auto end_of_value = [](std::size_t at) {
    int depth = 0;
    bool in_string = false;
    for (;; ++at) {
      const char c = kFullDocument[at];
      if (c == '"') in_string = !in_string;
      if (in_string) continue;
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) return at;
      if (c == '[' || c == '{') ++depth;
      if (c == ']' || c == '}') --depth;
    }
  };
  for (const std::size_t begin : colons) {
    for (const std::string_view value : {"null", "true", "false", "0", "-1.5", "1e999", "\"\"",
                                         "\"x\"", "[]", "[null]", "[[1]]", "{}", "{\"type\":{}}"}) {
      std::string json(kFullDocument);
      json.replace(begin, end_of_value(begin) - begin, value);
      const ReadDocument read = read_document(urls, json, kBaseUrl);
      EXPECT_EQ(read.refusal, Refusal::None) << json;
      EXPECT_EQ(unsound(read), "") << json;
    }
  }
}

}  // namespace
}  // namespace article::document
