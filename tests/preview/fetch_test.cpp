#include "preview/fetch.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace article::preview {
namespace {

TEST(UrlOf, KeepsUrlsAndMakesPathsAbsolute) {
  const std::string here = "file://" + std::filesystem::current_path().string();
  struct Case {
    const char* location;
    std::string url;
  };
  const Case cases[] = {
      {"http://example.com/a.json", "http://example.com/a.json"},
      {"HTTPS://example.com/", "HTTPS://example.com/"},
      {"file:///a/b.json", "file:///a/b.json"},
      {"/a/b.json", "file:///a/b.json"},
      {"/a/../b/./c.json", "file:///b/c.json"},
      {"/a b/50%.json", "file:///a%20b/50%25.json"},
      {"/\xE6\xB8\x94\xE6\xB8\xAF.json", "file:///%E6%B8%94%E6%B8%AF.json"},
      {"a.json", here + "/a.json"},
      {"ftp:a.json", here + "/ftp:a.json"},
  };
  for (const Case& c : cases) EXPECT_EQ(url_of(c.location).value, c.url) << c.location;
}

TEST(PathOf, IsThePathOfAFileUrlAlone) {
  EXPECT_EQ(path_of("file:///a%20b/c.json"), "/a b/c.json");
  EXPECT_EQ(path_of("file:///a.json?x#y"), "/a.json");
  EXPECT_EQ(path_of("file://elsewhere/a.json"), "") << "another machine's";
  EXPECT_EQ(path_of("http://example.com/a.json"), "");
}

std::string fetched(const std::string& url, std::size_t most_bytes) {
  const std::atomic<bool> stop = false;
  const Result<Fetched> answer = fetch(url, {.bytes = most_bytes, .timeout_ms = 1000}, stop);
  return answer ? answer.value->bytes : "fault: " + answer.error;
}

TEST(Fetch, DecodesDataUrls) {
  EXPECT_EQ(fetched("data:,a%20b", 100), "a b");
  EXPECT_EQ(fetched("data:text/plain;base64,aGVs%62G8=", 100), "hello");
  EXPECT_EQ(fetched("data:text/plain", 100), "fault: a data: URL without data");
}

TEST(Fetch, RefusesAByteMoreThanTheLimit) {
  const std::string path = ::testing::TempDir() + "article-fetch-limit.bin";
  std::ofstream(path) << std::string((1 << 20) + 1, 'x');
  const std::string url = *url_of(path).value;
  EXPECT_EQ(fetched(url, (1 << 20) + 1).size(), (1 << 20) + 1);
  EXPECT_EQ(fetched(url, 1 << 20), "fault: larger than 1 MiB");
  std::filesystem::remove(path);
}

TEST(Fetch, RefusesWhatIsNoFile) {
  EXPECT_EQ(fetched("file:///nowhere/at/all", 100), "fault: there is no such file");
  EXPECT_EQ(fetched("file:///", 100), "fault: not a file");
  EXPECT_EQ(fetched("gopher://example.com/", 100), "fault: a URL of a kind that can't be fetched");
}

}  // namespace
}  // namespace article::preview
