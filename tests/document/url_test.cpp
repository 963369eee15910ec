#include "document/url.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "fakes/plain_hosts.h"

/// What may be followed of what the host resolves. How it resolves is the host's:
/// tests/preview/hosts_test.cpp.
namespace article::document {
namespace {

constexpr std::string_view kBase = "https://news.example/a/b/doc.json?q=1#f";

std::string resolved(std::string_view written, std::string_view base = kBase,
                     UrlUse use = UrlUse::Link) {
  tests::PlainUrlHost host;
  const ResolvedUrl out = UrlResolver(host, base).resolve(written, use);
  EXPECT_EQ(out.url.empty(), !out.fault.empty()) << written;
  return out.fault.empty() ? out.url : "dropped";
}

TEST(UrlResolver, FollowsTheSchemesOfItsUse) {
  struct Case {
    std::string_view written;
    std::string_view as_link;
    std::string_view as_picture;
  };
  const Case cases[] = {
      {"p.jpg", "https://news.example/a/b/p.jpg", "https://news.example/a/b/p.jpg"},
      {"#f", "https://news.example/a/b/doc.json?q=1#f", "https://news.example/a/b/doc.json?q=1#f"},
      {"http://x.example/p", "http://x.example/p", "http://x.example/p"},
      {"https://x.example/p", "https://x.example/p", "https://x.example/p"},
      {"mailto:a@b.example", "mailto:a@b.example", "dropped"},
      {"blob:https://news.example/1", "dropped", "blob:https://news.example/1"},
      {"data:image/png;base64,AA==", "dropped", "data:image/png;base64,AA=="},
      {"data:IMAGE/svg+xml,<svg/>", "dropped", "data:IMAGE/svg+xml,<svg/>"},
      {"data:text/html,x", "dropped", "dropped"},
      {"data:,image/png", "dropped", "dropped"},
      {"data:", "dropped", "dropped"},
      {"javascript:alert(1)", "dropped", "dropped"},
      {"vbscript:x", "dropped", "dropped"},
      {"file:///etc/passwd", "dropped", "dropped"},
      {"about:blank", "dropped", "dropped"},
      {"ftp://x.example/", "dropped", "dropped"},
      {"tel:123", "dropped", "dropped"},
      {"httpx://x.example/", "dropped", "dropped"},
      {"http://a b/", "dropped", "dropped"},
      {"", "dropped", "dropped"},
      {" \n\t\x01", "dropped", "dropped"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(resolved(c.written), c.as_link) << c.written;
    EXPECT_EQ(resolved(c.written, kBase, UrlUse::Picture), c.as_picture) << c.written;
  }
}

TEST(UrlResolver, StaysBesideADocumentOfAnotherScheme) {
  struct Case {
    std::string_view base;
    std::string_view written;
    std::string_view url;
    std::string_view rule;
  };
  const Case cases[] = {
      {"file:///home/doc.json", "p.jpg", "file:///home/p.jpg", "relative to a file"},
      {"file:///home/doc.json", "file:///p.jpg", "file:///p.jpg",
       "what is relative gets there too"},
      {"file:///home/doc.json", "file://server/p.jpg", "dropped", "another machine's file"},
      {"file:///home/doc.json", "https://x.example/", "https://x.example/", "from a file out"},
      {"app://host/dir/doc", "p", "app://host/dir/p", "an app's own scheme"},
      {"app://host/dir/doc", "app://hostile/p", "dropped", "another host's"},
      {"app://host/dir/doc", "other://host/p", "dropped", "another scheme"},
      {"about:srcdoc", "p", "dropped", "no place to be relative to"},
      {"blob:https://x.example/1", "p", "dropped", "no place to be relative to"},
      {"blob:https://x.example/1", "#f", "dropped", "it would lead to the document's JSON"},
      {"data:application/json,{}", "#f", "dropped", "it would lead to the document's JSON"},
      {"blob:https://x.example/1", "https://x.example/", "https://x.example/", "absolute"},
      {"", "p", "p", "no base: it stays relative"},
      {"", " \t../p?a b\n", "../p?a b", "no base: without what a parser takes off"},
      {"", "a\tb\rc\nd", "abcd", "no base: nor within"},
      {"", "http://a b/", "dropped", "no base: invalid everywhere"},
      {"", "https://x.example/", "https://x.example/", "no base: absolute"},
      {"not a base", "p", "dropped", "an unusable base is none"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(resolved(c.written, c.base), c.url) << c.rule;
    EXPECT_EQ(resolved(c.written, c.base, UrlUse::Picture), c.url) << c.rule;
  }
}

TEST(UrlResolver, AsksTheHostOnceForEach) {
  tests::PlainUrlHost host;
  const UrlResolver urls(host, kBase);
  EXPECT_EQ(host.calls, 1) << "the base";
  static_cast<void>(urls.resolve("p", UrlUse::Link));
  EXPECT_EQ(host.calls, 2);
}

}  // namespace
}  // namespace article::document
