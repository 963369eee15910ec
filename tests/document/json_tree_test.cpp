#include "document/json_tree.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace article::document {
namespace {

constexpr std::string_view kNames[] = {"a", "b"};

/// The tree as JSON, strings without escapes.
std::string dump(const JsonTree& tree, const JsonNode& node) {
  std::string out;
  switch (node.kind) {
    case JsonKind::Null:
      return "null";
    case JsonKind::False:
      return "false";
    case JsonKind::True:
      return "true";
    case JsonKind::Number:
      return std::string(tree.text(node));
    case JsonKind::String:
      return '"' + std::string(tree.text(node)) + '"';
    case JsonKind::Array:
    case JsonKind::Object:
      break;
  }
  const bool object = node.kind == JsonKind::Object;
  for (const JsonNode* child = tree.first_child(node); child != nullptr;
       child = tree.next_child(node, *child)) {
    if (!out.empty()) out += ',';
    if (object) out += std::string(tree.name(*child)) + ':';
    out += dump(tree, *child);
  }
  return object ? '{' + out + '}' : '[' + out + ']';
}

std::string dump(std::string_view json) {
  const ParsedJson parsed = parse_json(json, kNames);
  if (!parsed.syntax_error.empty()) return parsed.syntax_error;
  return dump(parsed.tree, *parsed.tree.root());
}

TEST(ParseJson, KeepsTheMembersLookedFor) {
  struct Case {
    std::string_view json;
    std::string_view tree;
    std::string_view rule;
  };
  const Case cases[] = {
      {"[]", "[]", "empty"},
      {"{}", "{}", "empty"},
      {"7", "7", "a value alone"},
      {R"([null, true, false, "x", -1, 2.50])", R"([null,true,false,"x",-1,2.50])", "kinds"},
      {R"({"a": 1, "c": 2, "b": 3})", "{a:1,b:3}", "unknown members"},
      {R"({"c": {"a": [1, {"b": 2}]}, "a": 1})", "{a:1}", "all of an unknown member"},
      {R"([{"c": [[]]}, {"a": [[], [1]]}, 3])", "[{},{a:[[],[1]]},3]", "nesting"},
      {R"({"a": 1, "a": 2})", "{a:1,a:2}", "duplicates"},
      {"[1e999, -1E+400, 123456789012345678901234567890]",
       "[1e999,-1E+400,123456789012345678901234567890]", "numbers beyond a double"},
      {"[18446744073709551615, -9223372036854775808]",
       "[18446744073709551615,-9223372036854775808]", "the largest integers"},
      {R"(["\u0061\n\ud83d\ude00"])", "[\"a\n\xF0\x9F\x98\x80\"]", "escapes"},
      {R"(["\ud83d", "\ude00", "\ud83dx", "\ud83d\ud83d\ude00", "\\ud83d"])",
       "[\"\uFFFD\",\"\uFFFD\",\"\uFFFDx\",\"\uFFFD\xF0\x9F\x98\x80\",\"\\ud83d\"]",
       "lone surrogates"},
      {"[\"\xFF\", \"\xC3\", \"\xE2\x82x\", \"\xC0\xAF\", \"\xED\xA0\x80\", \"\xF5\"]",
       "[\"\uFFFD\",\"\uFFFD\",\"\uFFFDx\",\"\uFFFD\uFFFD\",\"\uFFFD\uFFFD\uFFFD\",\"\uFFFD\"]",
       "Encoding Standard: maximal subparts"},
      {"\xEF\xBB\xBF[1]", "[1]", "byte order mark"},
  };
  for (const Case& c : cases) EXPECT_EQ(dump(c.json), c.tree) << c.rule;
}

TEST(ParseJson, SaysWhereSyntaxIsWrong) {
  struct Case {
    std::string_view json;
    std::string_view error;
  };
  const Case cases[] = {
      {"", "line 1, column 1: found end of input, expected '[', '{', or a literal"},
      {"{\"a\": 1,}", "line 1, column 9: found '}', expected string literal"},
      {"[1,\n 2", "line 2, column 3: found end of input, expected ']'"},
      {"{\"a\" \"b\"}", "line 1, column 6: found string literal, expected ':'"},
      {"{\"a\" \"\\\\\\\"b\"}", "line 1, column 6: found string literal, expected ':'"},
      {"[1 234]", "line 1, column 4: found number literal, expected ']'"},
      {"[1 2.5E+3]", "line 1, column 4: found number literal, expected ']'"},
      {"[1 -2.5e+3]", "line 1, column 4: found number literal, expected ']'"},
      {"[1 false]", "line 1, column 4: found false literal, expected ']'"},
      {"[1 true]", "line 1, column 4: found true literal, expected ']'"},
      {"[1 null]", "line 1, column 4: found null literal, expected ']'"},
      {"[1 文]", "line 1, column 4: found an invalid literal, expected JSON"},
      {"[tr文]", "line 1, column 2: found an invalid literal, expected JSON"},
      {"[\"a\\文\"]",
       "line 1, column 5: found an invalid string: forbidden character after "
       "backslash, expected JSON"},
      {"[\"文\" 234]", "line 1, column 6: found number literal, expected ']'"},
      {"[tru]", "line 1, column 2: found an invalid literal, expected JSON"},
      {"[1] x", "line 1, column 5: found an invalid literal, expected JSON"},
      {"{'a': 1}", "line 1, column 2: found an invalid literal, expected JSON"},
      {"[1.\xFF]", "line 1, column 4: found an invalid number, expected digit after '.'"},
      {"[NaN]", "line 1, column 2: found an invalid literal, expected JSON"},
      {"[\"x", "line 1, column 4: found an invalid string: missing closing quote, expected JSON"},
      {"\xEF\xBB\xBF]", "line 1, column 1: found ']', expected '[', '{', or a literal"},
      {std::string_view("[1]\0[2]", 7),
       "line 1, column 4: found an invalid literal, expected JSON"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF[]", "line 1, column 1: found an invalid literal, expected JSON"},
      {"[1;2]", "line 1, column 3: found an invalid literal, expected JSON"},
      {"[1 2", "line 1, column 4: found number literal, expected ']'"},
      {"[nul", "line 1, column 2: found an invalid literal, expected JSON"},
  };
  for (const Case& c : cases) EXPECT_EQ(dump(c.json), c.error) << c.json;
}

TEST(ParseJson, DropsWhatIsTooDeep) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_TRUE(parse_json(nested(kMaxLevels), kNames).problems.empty());

  const ParsedJson deeper = parse_json(nested(kMaxLevels + 1), kNames);
  ASSERT_EQ(deeper.problems.size(), 1U);
  std::string pointer;
  for (std::size_t i = 0; i < kMaxLevels; ++i) pointer += "/0";
  EXPECT_EQ(deeper.problems[0].pointer, pointer);
  EXPECT_EQ(deeper.problems[0].severity, Severity::Error);
  EXPECT_EQ(dump(deeper.tree, *deeper.tree.root()),
            std::string(kMaxLevels, '[') + std::string(kMaxLevels, ']'));

  const std::string twice = '[' + nested(kMaxLevels) + ',' + nested(kMaxLevels) + ']';
  EXPECT_EQ(parse_json(twice, kNames).problems.size(), 1U) << "told once";
}

TEST(ParseJson, NamesTheUnknownMemberThatIsTooDeep) {
  const std::string deep = std::string(100, '[') + std::string(100, ']');
  const ParsedJson parsed = parse_json("{\"a\": [0, {\"x/y~\": " + deep + "}], \"b\": 1}", kNames);
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems[0].pointer, "/a/1/x~1y~0");
  EXPECT_EQ(dump(parsed.tree, *parsed.tree.root()), "{a:[0,{}],b:1}");
}

TEST(ParseJson, SurvivesAnyDepth) {
  const std::string_view openings[] = {"[", "{\"a\":", "{\"x\":", "[{\"b\":"};
  for (const std::string_view opening : openings) {
    std::string json;
    for (int i = 0; i < 100'000; ++i) json += opening;
    const ParsedJson open = parse_json(json, kNames);
    EXPECT_NE(open.syntax_error, "");
    EXPECT_EQ(open.problems.size(), 1U);
  }
  const std::string closed = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  EXPECT_EQ(parse_json(closed, kNames).syntax_error, "");
}

TEST(ParseJson, StopsAtTheLimitOfValues) {
  const auto many = [](std::size_t values) {
    std::string json = "{\"c\": [0, 0, 0], \"a\": [";
    for (std::size_t i = 2; i < values; ++i) json += i == 2 ? "0" : ",0";
    return json + "]}";
  };
  EXPECT_TRUE(parse_json(many(kMaxValues), kNames).problems.empty());
  const ParsedJson parsed = parse_json(many(kMaxValues + 1), kNames);
  ASSERT_EQ(parsed.problems.size(), 1U);
  EXPECT_EQ(parsed.problems[0].pointer, "/a/" + std::to_string(kMaxValues - 2));
  EXPECT_EQ(parsed.syntax_error, "");

  std::string nested = many(kMaxValues);
  nested.insert(nested.size() - 2, ",{\"a\":[[0],0]},[]");
  const ParsedJson cut = parse_json(nested, kNames);
  EXPECT_EQ(cut.problems.size(), 1U) << "an object and what is in it";
  EXPECT_EQ(cut.syntax_error, "");
  EXPECT_EQ(dump(cut.tree, *cut.tree.root()).find('{', 1), std::string::npos);
}

TEST(JsonTree, HasNoRootBeforeAValueIsRead) { EXPECT_EQ(JsonTree(kNames).root(), nullptr); }

}  // namespace
}  // namespace article::document
