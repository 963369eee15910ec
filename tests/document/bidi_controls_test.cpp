#include "document/bidi_controls.h"

#include <string_view>

#include <gtest/gtest.h>

namespace article::document {
namespace {

TEST(MissingEnds, EndsWhatATextLeavesOpen) {
  struct Case {
    std::string_view text;
    std::string_view ends;
    std::string_view rule;
  };
  const Case cases[] = {
      {"", "", "nothing"},
      {"a – “b”", "", "other characters of U+20xx"},
      {"\u202Eabc", "\u202C", "an override"},
      {"\u202Eabc\u202C", "", "an override that is ended"},
      {"\u202A\u202B\u202D", "\u202C\u202C\u202C", "embeddings"},
      {"\u2066a\u2067b\u2068c", "\u2069\u2069\u2069", "isolates"},
      {"\u2067a\u202Eb", "\u202C\u2069", "the innermost first"},
      {"\u202Ea\u2067b", "\u2069\u202C", "the innermost first"},
      {"\u202Ea\u2067b\u202C", "\u2069\u202C", "UAX #9 BD11: an isolate hides what is around it"},
      {"\u2067a\u202Eb\u2069", "", "UAX #9 X6a: an isolate ends what is within it"},
      {"\u202C\u2069a\u2069\u202C", "", "ends of nothing"},
      {"\u202C\u202E", "\u202C", "an end before its beginning"},
      {"\u200E\u200F\u061C", "", "marks have no end"},
      {"\u2029\u202F\u2065\u206A", "", "what stands beside them in Unicode's tables"},
      {"\u202Ea\u202F\u206Ab", "\u202C", "nor do these end one"},
  };
  for (const Case& c : cases) EXPECT_EQ(missing_ends(c.text), c.ends) << c.rule;
}

}  // namespace
}  // namespace article::document
