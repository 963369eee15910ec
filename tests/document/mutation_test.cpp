#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "document/reader.h"
#include "document/utf8.h"
#include "fakes/plain_hosts.h"

namespace article::document {
namespace {

tests::PlainUrlHost urls;

constexpr int kRounds = 5'000;

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!c.valid) return false;
    at += c.bytes;
  }
  return true;
}

/// RFC 6901 §3.
bool is_pointer(std::string_view pointer) {
  if (!pointer.empty() && pointer.front() != '/') return false;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] != '~') continue;
    if (i + 1 == pointer.size() || (pointer[i + 1] != '0' && pointer[i + 1] != '1')) return false;
  }
  return is_utf8(pointer);
}

/// Changes `json` in one way out of several.
void mutate(std::string& json, std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  constexpr std::string_view kPieces[] = {"null",
                                          "true",
                                          "-1",
                                          "1e999",
                                          "\"\"",
                                          "[]",
                                          "{}",
                                          "[[[[[[",
                                          "\"",
                                          "\\",
                                          "\\ud800",
                                          "\xFF",
                                          "\"\\u0000\"",
                                          "{\"a\":",
                                          "\"text\":",
                                          "0.5",
                                          "]",
                                          "}",
                                          ",",
                                          ":",
                                          "\"//x:y@[\"",
                                          "\"javascript:\"",
                                          "\"data:image/\"",
                                          "\"photos\":[{\"src\":5}],",
                                          "\"9999-99-99\""};
  if (json.empty()) return;
  const std::size_t at = below(json.size());
  switch (below(6)) {
    case 0:
      json[at] = static_cast<char>(json[at] ^ (1 << below(8)));
      break;
    case 1:
      json.resize(at);
      break;
    case 2:
      json.erase(at, 1 + below(20));
      break;
    case 3:
      json.insert(at, kPieces[below(std::size(kPieces))]);
      break;
    case 4:
      json.insert(at, json, below(json.size()), below(200));
      break;
    default: {
      // Another type for a value: what stands between ':' and the next ','.
      const std::size_t colon = json.find(": ", at);
      if (colon == std::string::npos) return;
      const std::size_t end = json.find_first_of(",}\n", colon);
      if (end == std::string::npos) return;
      json.replace(colon + 2, end - colon - 2, kPieces[below(std::size(kPieces))]);
    }
  }
}

void expect_sound(const ReadDocument& read, std::string_view json) {
  for (const Problem& problem : read.problems) {
    EXPECT_TRUE(is_pointer(problem.pointer)) << problem.pointer << "\n" << json;
    EXPECT_TRUE(is_utf8(problem.message)) << json;
    EXPECT_NE(problem.message.find("found "), std::string::npos) << problem.message;
    EXPECT_NE(problem.message.find(", expected "), std::string::npos) << problem.message;
  }
  const Document& document = read.document;
  const bool shown = document.article || document.gallery || document.rankings || document.comments;
  EXPECT_EQ(read.refusal == Refusal::None, shown) << json;
  EXPECT_EQ(read.refusal == Refusal::None, read.message.empty()) << json;
  EXPECT_TRUE(!document.article || is_utf8(document.article->headline)) << json;
  if (document.gallery) {
    for (const Photo& photo : document.gallery->photos) {
      EXPECT_FALSE(photo.src.empty() && photo.caption.empty()) << json;
    }
  }
}

TEST(ReadDocument, SurvivesMutations) {
  std::mt19937 random(20230312);
  int shown = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::string json(kFullDocument);
    for (std::size_t changes = 1 + random() % 4; changes > 0; --changes) mutate(json, random);
    const ReadDocument read = read_document(urls, json, kBaseUrl);
    if (read.refusal == Refusal::None) ++shown;
    expect_sound(read, json);
    if (HasFailure()) return;
  }
  EXPECT_GT(shown, kRounds / 20) << "enough of them get past the parser";
}

TEST(ReadDocument, SurvivesEveryTruncation) {
  for (std::size_t size = 0; size < kFullDocument.size(); ++size) {
    const ReadDocument read = read_document(urls, kFullDocument.substr(0, size), kBaseUrl);
    EXPECT_EQ(read.refusal, Refusal::Json) << size;
    expect_sound(read, {});
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
      expect_sound(read, json);
    }
  }
}

}  // namespace
}  // namespace article::document
