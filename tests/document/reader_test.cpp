#include "document/reader.h"

#include <gtest/gtest.h>

namespace article::document {
namespace {

TEST(ReadDocument, KeepsTheRestWhenABlockIsUnknown) {
  const ReadDocument read = read_document(
      R"({"article": {"headline": "H", "body": [{"type": "poem"}, {"type": "rule"}]}})", "");
  ASSERT_TRUE(read.document.article);
  EXPECT_EQ(read.document.article->body.size(), 1U);
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].pointer, "/article/body/0/type");
}

}  // namespace
}  // namespace article::document
