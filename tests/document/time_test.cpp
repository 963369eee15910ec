#include "document/time.h"

#include <string_view>

#include <gtest/gtest.h>

namespace article::document {
namespace {

TEST(ParseTime, TellsWhatWasWritten) {
  struct Case {
    std::string_view written;
    std::string_view iso;
    std::string_view rule;
  };
  const Case cases[] = {
      {"2023-03-12", "2023-03-12", "a date alone"},
      {"2023-03-12 09:56", "2023-03-12T09:56:00", "local, space, no seconds"},
      {"2023-03-12T09:56", "2023-03-12T09:56:00", "local, T, no seconds"},
      {"2023-03-12t09:56:07", "2023-03-12T09:56:07", "local, seconds"},
      {"2023-03-12T09:56:07Z", "2023-03-12T09:56:07Z", "RFC 3339 UTC"},
      {"2023-03-12 09:56:07z", "2023-03-12T09:56:07Z", "RFC 3339 lower case"},
      {"2023-03-12T09:56:07+08:00", "2023-03-12T09:56:07+08:00", "RFC 3339 offset"},
      {"2023-03-12T09:56:07-03:30", "2023-03-12T09:56:07-03:30", "RFC 3339 west"},
      {"2023-03-12T23:56:07-03:30", "2023-03-12T23:56:07-03:30", "nothing is converted"},
      {"2023-03-12T09:56:07-00:00", "2023-03-12T09:56:07Z", "RFC 3339 4.3, HTML has no -00:00"},
      {"2023-03-12T09:56:07.123456+08:00", "2023-03-12T09:56:07+08:00", "a fraction is left out"},
      {"2018-04-05T06:00Z", "2018-04-05T06:00:00Z", "an offset without seconds"},
      {"2018-09-18 14:38:10 +0800", "2018-09-18T14:38:10+08:00", "an offset as newsrooms write it"},
      {"  2023-03-12\r\n", "2023-03-12", "white space around it"},
      {"2024-02-29", "2024-02-29", "a leap day"},
      {"2000-02-29", "2000-02-29", "a leap day of a century"},
      {"1990-12-31T23:59:60Z", "1990-12-31T23:59:59Z", "a leap second"},
      {"0001-01-01", "0001-01-01", "the first year"},
      {"9999-12-31T23:59:59+23:59", "9999-12-31T23:59:59+23:59", "the last"},
  };
  for (const Case& c : cases) {
    const auto time = parse_time(c.written);
    ASSERT_TRUE(time) << c.rule;
    EXPECT_EQ(std::string_view(time->iso), c.iso) << c.rule;
  }
}

TEST(ParseTime, RefusesWhatIsNoTime) {
  const std::string_view cases[] = {"",
                                    " ",
                                    "yesterday",
                                    "2023",
                                    "2023-03",
                                    "2023-3-12",
                                    "12/03/2023",
                                    "20230312",
                                    "2023-00-10",
                                    "2023-13-10",
                                    "2023-03-00",
                                    "2023-03-32",
                                    "2023-04-31",
                                    "2023-06-31",
                                    "2023-09-31",
                                    "2023-11-31",
                                    "2023-02-29",
                                    "1900-02-29",
                                    "0000-01-01",
                                    "2023-03-12T",
                                    "2023-03-12 9:56",
                                    "2023-03-12 24:00",
                                    "2023-03-12 09:60",
                                    "2023-03-12 09:56:61",
                                    "2023-03-12 09:56:07.",
                                    "2023-03-12 09",
                                    "2023-03-12Z",
                                    "2023-03-12 09:56+",
                                    "2023-03-12 09:56+24:00",
                                    "2023-03-12 09:56+08:60",
                                    "2023-03-12 09:56+8",
                                    "2023-03-12 09:56+08:00 h",
                                    "2023-03-12 09:56 h",
                                    "2023-03-12 09:56Z+08:00",
                                    "2023-03-12  09:56",
                                    "-2023-03-12",
                                    "2023-03-12\n09:56",
                                    "２０２３-03-12"};
  for (const std::string_view written : cases) {
    EXPECT_FALSE(parse_time(written)) << written;
  }
}

}  // namespace
}  // namespace article::document
