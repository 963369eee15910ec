#include "preview/picture_types.h"

#include <gtest/gtest.h>

#include "fakes/plain_hosts.h"

namespace article::preview {
namespace {

TEST(RefusedTypes, NamesThoseOfSourcesThatNoLoaderIsFor) {
  tests::PlainUrlHost urls;
  EXPECT_EQ(refused_types(urls, R"({"article": {"headline": "H",
    "lead": {"src": "s", "sources": [{"src": "a", "width": 1, "type": "image/x-none"}]},
    "body": [{"type": "photo", "photo": {"src": "s", "sources": [
      {"src": "a", "width": 1, "type": "image/x-nor-this; q=1"}]}}]},
    "gallery": {"photos": [{"src": "s", "sources": [
      {"src": "a", "width": 1, "type": "image/png"}, {"src": "b", "width": 1, "type": "image/jpeg; q=1"},
      {"src": "c", "width": 1, "type": "image/x-none"}, {"src": "d", "width": 1}]}]}})"),
            "image/x-none\nimage/x-nor-this; q=1\n");
}

TEST(RefusedTypes, NamesNoneWhereThereAreNone) {
  tests::PlainUrlHost urls;
  EXPECT_EQ(refused_types(urls, "{"), "");
}

}  // namespace
}  // namespace article::preview
