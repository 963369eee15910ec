#include "layout/dates.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "document/time.h"
#include "fakes/plain_hosts.h"

/// The forms of Chinese newsrooms, and what is asked of the host. What it says is its own:
/// tests/preview/hosts_test.cpp.
namespace article::layout {
namespace {

std::string time_in(std::string_view language, std::string_view written) {
  tests::PlainLocaleHost host;
  return format_time(host, *document::parse_time(written), language);
}

TEST(FormatTime, IsTheNewsroomsInChinese) {
  for (const char* language : {"zh", "zh-Hans", "zh-Hant-HK", "cmn_CN", "yue"}) {
    EXPECT_EQ(time_in(language, "2023-03-12T09:56:07+08:00"), "2023-03-12 09:56") << language;
    EXPECT_EQ(time_in(language, "2023-03-02"), "2023-03-02") << language;
  }
}

TEST(FormatTime, IsTheHostsInOtherLanguages) {
  EXPECT_EQ(time_in("en_uk", "2023-03-12 09:56"), "en-GB 2023-03-12T09:56");
  EXPECT_EQ(time_in("ar", "2023-03-12T23:56:00-11:00"), "ar 2023-03-12T23:56");
  EXPECT_EQ(time_in("zh-Latn", "2023-03-12"), "zh-Latn 2023-03-12");
}

TEST(FormatTime, IsPlainWhereNoLanguageIsKnown) {
  for (const char* language : {"", "-", "xx"}) {
    EXPECT_EQ(time_in(language, "2023-03-12 09:56"), "2023-03-12 09:56") << language;
    EXPECT_EQ(time_in(language, "0007-03-12"), "0007-03-12") << language;
  }
}

TEST(FormatCount, IsTheHostsInOtherLanguages) {
  tests::PlainLocaleHost host;
  EXPECT_EQ(format_count(host, 12345, "en"), "12345");
  EXPECT_EQ(format_count(host, 9007199254740991, ""), "9007199254740991");
  EXPECT_EQ(host.calls, 2);
}

TEST(FormatCount, CountsChineseByTenThousands) {
  const struct {
    std::int64_t count;
    std::string simplified;
    std::string traditional;
  } cases[] = {
      {0, "0", "0"},
      {9999, "9999", "9999"},
      {10000, "1万", "1萬"},
      {12345, "1.2万", "1.2萬"},
      {19999, "1.9万", "1.9萬"},
      {100500, "10万", "10萬"},
      {1234567, "123.4万", "123.4萬"},
      {99999999, "9999.9万", "9999.9萬"},
      {100000000, "1亿", "1億"},
      {345678901, "3.4亿", "3.4億"},
  };
  tests::PlainLocaleHost host;
  for (const auto& c : cases) {
    for (const char* language : {"zh", "zh_CN", "zh-Hans", "zh-Hans-HK", "cmn-Hans", "wuu"}) {
      EXPECT_EQ(format_count(host, c.count, language), c.simplified) << language;
    }
    for (const char* language : {"zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-hant-cn", "yue"}) {
      EXPECT_EQ(format_count(host, c.count, language), c.traditional) << language;
    }
  }
  EXPECT_EQ(host.calls, 0);
}

}  // namespace
}  // namespace article::layout
