#include "document/json_text.h"

#include <string_view>

#include <gtest/gtest.h>

namespace article::document {
namespace {

TEST(MendedJson, TellsWhereItMended) {
  const JsonText sound = mended_json(R"(["\ud83d\ude00", "文"])");
  EXPECT_EQ(sound.not_utf8, JsonText::kNowhere);
  EXPECT_EQ(sound.lone_surrogate, JsonText::kNowhere);

  const JsonText mended = mended_json("[\"\xFF\",\n \"文\\ud800\"]");
  EXPECT_EQ(line_and_column(mended.text, mended.not_utf8), "line 1, column 3");
  EXPECT_EQ(line_and_column(mended.text, mended.lone_surrogate), "line 2, column 4");
}

TEST(MendedJson, MendsEachHalfOfASurrogatePair) {
  struct Case {
    std::string_view json;
    std::string_view mended;
  };
  const Case cases[] = {
      {R"(["\ud800\ue000"])", R"(["\uFFFD\ue000"])"},
      {R"(["\ud800\ud801"])", R"(["\uFFFD\uFFFD"])"},
      {R"(["\udc00\ud800"])", R"(["\uFFFD\uFFFD"])"},
      {R"(["\uD83D\uDE00"])", R"(["\uD83D\uDE00"])"},
  };
  for (const Case& c : cases) EXPECT_EQ(mended_json(c.json).text, c.mended) << c.json;
}

TEST(MendedJson, LooksForEscapesInStringsAlone) {
  const std::string_view cases[] = {
      R"(["\\ud800"])", R"(\ud800)",     R"(["\"\\"])",   R"(["\u12)",     "[\"\\",        "\"",
      R"("\uD8")",      R"(["\ud8 0"])", R"(["\ud8:0"])", R"(["\ud8g0"])", R"(["\ue000"])"};
  for (const std::string_view json : cases) EXPECT_EQ(mended_json(json).text, json);
}

TEST(LineAndColumn, CountsFromOneInCodePoints) {
  EXPECT_EQ(line_and_column("", 0), "line 1, column 1");
  EXPECT_EQ(line_and_column("文x", 3), "line 1, column 2");
  EXPECT_EQ(line_and_column("a\n\nb", 3), "line 3, column 1");
  EXPECT_EQ(line_and_column("a", 99), "line 1, column 2");
}

}  // namespace
}  // namespace article::document
