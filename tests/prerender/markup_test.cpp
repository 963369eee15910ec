#include "prerender/markup.h"

#include <string>

#include <gtest/gtest.h>

namespace article::prerender {
namespace {

TEST(Markup, KeepsTextFromBecomingMarkup) {
  std::string out;
  append_text(out, "a < b && \"c\" > 'd' </p><!-- é");
  EXPECT_EQ(out, "a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd' &lt;/p&gt;&lt;!-- é");
}

TEST(Markup, KeepsAnAttributeWithinItsQuotes) {
  std::string out;
  append_attribute(out, "alt", "\" onerror=\"x");
  EXPECT_EQ(out, " alt=\"&quot; onerror=&quot;x\"");
}

TEST(Markup, PartsNoCandidateInTwo) {
  struct Case {
    std::string_view url;
    std::string_view written;
  };
  const Case cases[] = {
      {"https://a.example/w_400,h_300/b.jpg?c=1&d=2",
       "https://a.example/w_400,h_300/b.jpg?c=1&amp;d=2"},
      {"a b\tc.jpg", "a%20b%09c.jpg"},
      {",a.jpg,", "%2Ca.jpg%2C"},
      {",", "%2C"},
  };
  for (const Case& c : cases) {
    std::string out;
    append_candidate(out, c.url);
    EXPECT_EQ(out, c.written);
  }
}

TEST(JsonWriter, WritesMembersAndElements) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.text("a", "b");
  json.text("none", "");
  json.member("empty", "");
  json.begin_array("list");
  json.text({}, "c");
  json.begin_object();
  json.number("d", -3);
  json.end_object();
  json.end_array();
  json.begin_object("e");
  json.end_object();
  json.end_object();
  EXPECT_EQ(out, R"({"a":"b","empty":"","list":["c",{"d":-3}],"e":{}})");
}

TEST(JsonWriter, LeavesNothingThatEndsAScript) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  json.text({}, "</script><!-- \"\\\n\x01 é");
  json.end_array();
  EXPECT_EQ(out, R"(["\u003C/script>\u003C!-- \"\\\u000A\u0001 é"])");
}

}  // namespace
}  // namespace article::prerender
