#include "document/url.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace article::document {
namespace {

constexpr std::string_view kBase = "https://news.example/a/b/doc.json?q=1#f";

std::string resolved(std::string_view written, std::string_view base = kBase,
                     UrlUse use = UrlUse::Link) {
  const auto parsed = parse_url(base);
  const ResolvedUrl out = resolve_url(written, parsed ? &*parsed : nullptr, use);
  EXPECT_EQ(out.url.empty(), !out.fault.empty()) << written;
  return out.fault.empty() ? out.url : "dropped";
}

TEST(ResolveUrl, FollowsTheUrlStandard) {
  struct Case {
    std::string_view written;
    std::string_view url;
    std::string_view rule;
  };
  const Case cases[] = {
      {"c.html", "https://news.example/a/b/c.html", "relative path"},
      {"/c.html", "https://news.example/c.html", "absolute path"},
      {"../c", "https://news.example/a/c", "double dot"},
      {"../../../../c", "https://news.example/c", "double dots end at the root"},
      {"./c/./d/../e", "https://news.example/a/b/c/e", "single dot"},
      {"%2e%2E/c", "https://news.example/a/c", "encoded double dot"},
      {".%2e", "https://news.example/a/", "double dot at the end"},
      {".", "https://news.example/a/b/", "single dot at the end"},
      {"...", "https://news.example/a/b/...", "three dots are a name"},
      {"?p=2", "https://news.example/a/b/doc.json?p=2", "query alone"},
      {"#top", "https://news.example/a/b/doc.json?q=1#top", "fragment alone"},
      {"?", "https://news.example/a/b/doc.json?", "empty query"},
      {"//cdn.example/x", "https://cdn.example/x", "other host"},
      {"\\\\cdn.example\\x", "https://cdn.example/x", "backslashes are slashes"},
      {"///cdn.example/x", "https://cdn.example/x", "ignored slashes"},
      {"a\\b", "https://news.example/a/b/a/b", "backslash in a path"},
      {"http://x.example", "http://x.example/", "empty path"},
      {"HTTP://X.Example/Y", "http://x.example/Y", "case of scheme and host"},
      {"https:c", "https://news.example/a/b/c", "own scheme, relative"},
      {"http:c", "http://c/", "other scheme, host"},
      {"http:\\\\x.example", "http://x.example/", "backslashes before the host"},
      {"http:////x.example/", "http://x.example/", "ignored slashes"},
      {"http://x.example:80/", "http://x.example/", "default port"},
      {"https://x.example:0443/", "https://x.example/", "default port with zeros"},
      {"http://x.example:8080/", "http://x.example:8080/", "port"},
      {"http://x.example:/", "http://x.example/", "empty port"},
      {"http://[::1]:8080/", "http://[::1]:8080/", "IPv6"},
      {"http://u:p@x.example/", "http://u:p@x.example/", "credentials"},
      {"http://u@@x.example/", "http://u%40@x.example/", "at sign in credentials"},
      {"http://例子.测试/文", "http://例子.测试/%E6%96%87", "a host keeps its letters"},
      {"图 片.jpg", "https://news.example/a/b/%E5%9B%BE%20%E7%89%87.jpg", "path set"},
      {"a?b=文 '\"", "https://news.example/a/b/a?b=%E6%96%87%20%27%22", "query set"},
      {"#文 `", "https://news.example/a/b/doc.json?q=1#%E6%96%87%20%60", "fragment set"},
      {"a%20b%zz", "https://news.example/a/b/a%20b%zz", "what is encoded stays"},
      {" \t c\n.ht\rml \x01", "https://news.example/a/b/c.html", "stripped"},
      {"mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y", "mailto"},
      {"MailTo:a@b.example", "mailto:a@b.example", "scheme case"},
      {"c:", "dropped", "one letter is a scheme"},
      {"12:30", "https://news.example/a/b/12:30", "a digit begins no scheme"},
      {"a/b:c", "https://news.example/a/b/a/b:c", "a colon behind a slash"},
  };
  for (const Case& c : cases) EXPECT_EQ(resolved(c.written), c.url) << c.rule;
}

TEST(ResolveUrl, DropsWhatMustNotBeFollowed) {
  const std::string_view cases[] = {"javascript:alert(1)",
                                    "JaVaScRiPt:alert(1)",
                                    "java\nscript:alert(1)",
                                    "java\tscript\r:alert(1)",
                                    "\x01\x02 javascript:alert(1)",
                                    "vbscript:x",
                                    "data:text/html,x",
                                    "data:image/png;base64,AA==",
                                    "blob:https://news.example/1",
                                    "file:///etc/passwd",
                                    "about:blank",
                                    "ftp://x.example/",
                                    "ws://x.example/",
                                    "tel:123",
                                    "view-source:https://x.example",
                                    "",
                                    " \n",
                                    "http://",
                                    "http:///",
                                    "https://x example/",
                                    "http://x<y/",
                                    "http://x:99999/",
                                    "http://x:8a/",
                                    "http://[::1/",
                                    "http://[zz]/",
                                    "http://a%zz/",
                                    "http://u@/"};
  for (const std::string_view written : cases) EXPECT_EQ(resolved(written), "dropped") << written;
}

TEST(ResolveUrl, KeepsObfuscatedSchemesHarmless) {
  EXPECT_EQ(resolved(std::string_view("java\0script:x", 13)),
            "https://news.example/a/b/java%00script:x");
  EXPECT_EQ(resolved("&#106;avascript:x"), "https://news.example/a/b/&#106;avascript:x");
  EXPECT_EQ(resolved("javascript%3Ax"), "https://news.example/a/b/javascript%3Ax");
}

TEST(ResolveUrl, AllowsPicturesTheirOwnSchemes) {
  struct Case {
    std::string_view written;
    std::string_view url;
  };
  const Case cases[] = {
      {"p.jpg", "https://news.example/a/b/p.jpg"},
      {"http://x.example/p.jpg", "http://x.example/p.jpg"},
      {"data:image/png;base64,AA==", "data:image/png;base64,AA=="},
      {"DATA:IMAGE/svg+xml,<svg/>", "data:IMAGE/svg+xml,<svg/>"},
      {"blob:https://news.example/1-2", "blob:https://news.example/1-2"},
      {"data:text/html,x", "dropped"},
      {"data:,image/png", "dropped"},
      {"mailto:a@b.example", "dropped"},
      {"javascript:x", "dropped"},
      {"file:///p.jpg", "dropped"},
  };
  for (const Case& c : cases) EXPECT_EQ(resolved(c.written, kBase, UrlUse::Picture), c.url);
}

TEST(ResolveUrl, KnowsEveryKindOfBase) {
  struct Case {
    std::string_view base;
    std::string_view written;
    std::string_view url;
    std::string_view rule;
  };
  const Case cases[] = {
      {"file:///home/x/doc.json", "p.jpg", "file:///home/x/p.jpg", "relative to a file"},
      {"file:///home/x/doc.json", "../p q.jpg", "file:///home/p%20q.jpg", "relative to a file"},
      {"file:///home/x/doc.json", "file:///p.jpg", "dropped", "an explicit file URL"},
      {"file:///home/x/doc.json", "file:p.jpg", "dropped", "an explicit file URL"},
      {"file:///home/x/doc.json", "//server/p.jpg", "dropped", "another host's file"},
      {"file:///home/x/doc.json", "\\\\server\\p.jpg", "dropped", "another host's file"},
      {"file:///home/x/doc.json", "https://x.example/", "https://x.example/", "from a file out"},
      {"http://x.example", "p", "http://x.example/p", "a base without a path"},
      {"app://host/dir/doc", "p", "app://host/dir/p", "an app's own scheme"},
      {"about:srcdoc", "p", "dropped", "no place to be relative to"},
      {"about:srcdoc", "#f", "about:srcdoc#f", "but for fragments"},
      {"blob:https://x.example/1", "p", "dropped", "no place to be relative to"},
      {"blob:https://x.example/1", "https://x.example/", "https://x.example/", "absolute"},
      {"", "p q.jpg", "p q.jpg", "no base: as given"},
      {"", " //x.example/\n", "//x.example/", "no base: stripped"},
      {"", "java\nscript:x", "dropped", "no base: schemes are seen"},
      {"", "https://x.example/文", "https://x.example/%E6%96%87", "no base: absolute"},
      {"not a base", "p", "p", "an unusable base is none"},
  };
  for (const Case& c : cases) EXPECT_EQ(resolved(c.written, c.base), c.url) << c.rule;
}

TEST(ResolveUrl, ResolvesWhatItResolvedToItself) {
  const std::string_view cases[] = {"图 片.jpg",  "a?b=文 '\"",         "#文 `", "//u:p@h:1/^{}|",
                                    "mailto:a b", "http://例子.测试/%", "..",    "a%2e%2e/b"};
  for (const std::string_view written : cases) {
    const std::string once = resolved(written);
    EXPECT_EQ(resolved(once), once) << written;
  }
}

}  // namespace
}  // namespace article::document
