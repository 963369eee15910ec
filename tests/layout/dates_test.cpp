#include "layout/dates.h"

#include <cstdint>
#include <limits>
#include <string>

#include <gtest/gtest.h>

namespace article::layout {
namespace {

document::Time time(int year, int month, int day) {
  document::Time result;
  result.year = year;
  result.month = month;
  result.day = day;
  return result;
}

document::Time time(int year, int month, int day, int hour, int minute) {
  document::Time result = time(year, month, day);
  result.has_clock = true;
  result.hour = hour;
  result.minute = minute;
  return result;
}

TEST(FormatTime, WritesAsTheLanguageDoes) {
  const document::Time morning = time(2023, 3, 12, 9, 56);
  const document::Time evening = time(2023, 11, 2, 21, 5);
  const struct {
    std::string language;
    std::string morning;
    std::string evening;
    std::string rule;
  } cases[] = {
      {"zh-Hans", "2023-03-12 09:56", "2023-11-02 21:05", "newsroom"},
      {"zh-Hant-HK", "2023-03-12 09:56", "2023-11-02 21:05", "newsroom"},
      {"en", "Mar 12, 2023, 9:56 AM", "Nov 2, 2023, 9:05 PM", "CLDR medium"},
      {"en-US", "Mar 12, 2023, 9:56 AM", "Nov 2, 2023, 9:05 PM", "CLDR medium"},
      {"en-CA", "Mar 12, 2023, 9:56 a.m.", "Nov 2, 2023, 9:05 p.m.", "CLDR medium"},
      {"en-GB", "12 March 2023, 09:56", "2 November 2023, 21:05", "CLDR long"},
      {"en-AU", "12 March 2023, 9:56 am", "2 November 2023, 9:05 pm", "CLDR long"},
      {"ar", "12 مارس 2023، 9:56 ص", "2 نوفمبر 2023، 9:05 م", "CLDR long; ar has Latin digits"},
      {"ar-EG", "١٢ مارس ٢٠٢٣، ٩:٥٦ ص", "٢ نوفمبر ٢٠٢٣، ٩:٠٥ م",
       "CLDR long; ar-EG has Arabic digits"},
      {"ar-LB", "١٢ آذار ٢٠٢٣، ٩:٥٦ ص", "٢ تشرين الثاني ٢٠٢٣، ٩:٠٥ م",
       "CLDR long, Levantine months"},
      {"ar-MA", "12 مارس 2023، 09:56", "2 نونبر 2023، 21:05", "CLDR long"},
      {"fr", "12 mars 2023, 09:56", "2 nov. 2023, 21:05", "CLDR medium"},
      {"de", "12.03.2023, 09:56", "02.11.2023, 21:05", "CLDR medium"},
      {"es", "12 mar 2023, 9:56", "2 nov 2023, 21:05", "CLDR medium"},
      {"es-MX", "12 mar 2023, 9:56 a.m.", "2 nov 2023, 9:05 p.m.", "CLDR medium"},
      {"pt", "12 de mar. de 2023, 09:56", "2 de nov. de 2023, 21:05", "CLDR medium"},
      {"pt-PT", "12/03/2023, 09:56", "02/11/2023, 21:05", "CLDR medium"},
      {"it", "12 mar 2023, 09:56", "2 nov 2023, 21:05", "CLDR medium"},
      {"ru", "12 мар. 2023 г., 09:56", "2 нояб. 2023 г., 21:05", "CLDR medium"},
      {"uk", "12 бер. 2023 р., 09:56", "2 лист. 2023 р., 21:05", "CLDR medium"},
      {"pl", "12 mar 2023, 09:56", "2 lis 2023, 21:05", "CLDR medium"},
      {"nl", "12 mrt 2023, 09:56", "2 nov 2023, 21:05", "CLDR medium"},
      {"tr", "12 Mar 2023 09:56", "2 Kas 2023 21:05", "CLDR medium"},
      {"ja", "2023/03/12 9:56", "2023/11/02 21:05", "CLDR medium"},
      {"ko", "2023. 3. 12. 오전 9:56", "2023. 11. 2. 오후 9:05", "CLDR medium, wide day periods"},
      {"vi", "09:56 12 thg 3, 2023", "21:05 2 thg 11, 2023", "CLDR medium"},
      {"th", "12 มี.ค. 2566 09:56", "2 พ.ย. 2566 21:05", "CLDR medium, Buddhist calendar"},
      {"id", "12 Mar 2023, 09.56", "2 Nov 2023, 21.05", "CLDR medium"},
      {"ms", "12 Mac 2023, 9:56 PG", "2 Nov 2023, 9:05 PTG", "CLDR medium"},
      {"", "2023-03-12 09:56", "2023-11-02 21:05", "no language"},
      {"eo", "2023-03-12 09:56", "2023-11-02 21:05", "no pattern"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(format_time(morning, c.language), c.morning) << c.language << ": " << c.rule;
    EXPECT_EQ(format_time(evening, c.language), c.evening) << c.language << ": " << c.rule;
  }
}

TEST(FormatTime, LeavesOutAClockThatWasNotWritten) {
  const document::Time day = time(2023, 3, 2);
  const struct {
    std::string language;
    std::string date;
  } cases[] = {{"zh", "2023-03-02"},  {"en", "Mar 2, 2023"}, {"en-GB", "2 March 2023"},
               {"ar", "2 مارس 2023"}, {"ko", "2023. 3. 2."}, {"vi", "2 thg 3, 2023"}};
  for (const auto& c : cases) EXPECT_EQ(format_time(day, c.language), c.date);
}

TEST(FormatTime, CallsTheFirstHourTwelve) {
  EXPECT_EQ(format_time(time(2023, 5, 1, 0, 7), "en"), "May 1, 2023, 12:07 AM");
  EXPECT_EQ(format_time(time(2023, 5, 1, 12, 0), "en"), "May 1, 2023, 12:00 PM");
  EXPECT_EQ(format_time(time(2023, 5, 1, 11, 59), "en"), "May 1, 2023, 11:59 AM");
}

TEST(FormatTime, ConvertsNoOffset) {
  document::Time noted = time(2023, 3, 12, 9, 56);
  for (const int offset : {-720, 0, 480, 840}) {
    noted.offset_minutes = offset;
    EXPECT_EQ(format_time(noted, "zh-Hans"), "2023-03-12 09:56");
  }
}

TEST(FormatTime, NamesEveryMonth) {
  const struct {
    std::string language;
    std::string february;
    std::string september;
    std::string december;
  } cases[] = {
      {"en", "Feb 3, 2024", "Sep 3, 2024", "Dec 3, 2024"},
      {"en-GB", "3 February 2024", "3 September 2024", "3 December 2024"},
      {"ar", "3 فبراير 2024", "3 سبتمبر 2024", "3 ديسمبر 2024"},
      {"ar-TN", "3 فيفري 2024", "3 سبتمبر 2024", "3 ديسمبر 2024"},
      {"fr", "3 févr. 2024", "3 sept. 2024", "3 déc. 2024"},
      {"es", "3 feb 2024", "3 sept 2024", "3 dic 2024"},
      {"ru", "3 февр. 2024 г.", "3 сент. 2024 г.", "3 дек. 2024 г."},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(format_time(time(2024, 2, 3), c.language), c.february);
    EXPECT_EQ(format_time(time(2024, 9, 3), c.language), c.september);
    EXPECT_EQ(format_time(time(2024, 12, 3), c.language), c.december);
  }
}

TEST(FormatTime, ReadsTheTagAsRfc5646Does) {
  const document::Time noted = time(2023, 3, 12, 9, 56);
  const struct {
    std::string language;
    std::string like;
  } cases[] = {
      {"EN-gb", "en-GB"},       {"en-Latn-GB", "en-GB"}, {"en-GB-oed", "en-GB"},  {"en-DE", "en"},
      {"en-u-rg-gbzzzz", "en"}, {"english", ""},         {"ar-Arab-EG", "ar-EG"}, {"-", ""},
      {"en_UK", "en-GB"},       {"en--GB", ""}};
  for (const auto& c : cases) {
    EXPECT_EQ(format_time(noted, c.language), format_time(noted, c.like)) << c.language;
  }
}

TEST(FormatCount, GroupsAsTheLanguageDoes) {
  const struct {
    std::string language;
    std::int64_t count;
    std::string written;
    std::string rule;
  } cases[] = {
      {"en", 0, "0", "CLDR decimal"},
      {"en", 999, "999", "CLDR decimal"},
      {"en", 12345, "12,345", "CLDR decimal"},
      {"en", 1234567, "1,234,567", "CLDR decimal"},
      {"en-IN", 1234567, "12,34,567", "CLDR decimal"},
      {"en-IN", 123456, "1,23,456", "CLDR decimal"},
      {"ar", 12345, "12,345", "CLDR: ar has Latin digits"},
      {"ar-EG", 1234567, "١٬٢٣٤٬٥٦٧", "CLDR: ar-EG has Arabic digits"},
      {"ar-MA", 12345, "12.345", "CLDR decimal"},
      {"fr", 12345, "12\u202F345", "CLDR decimal"},
      {"de", 1234, "1.234", "CLDR decimal"},
      {"es", 1234, "1234", "CLDR minimumGroupingDigits 2"},
      {"es", 12345, "12.345", "CLDR decimal"},
      {"pt-PT", 1234, "1234", "CLDR minimumGroupingDigits 2"},
      {"pt-PT", 12345, "12\u00A0345", "CLDR decimal"},
      {"ru", 1234, "1\u00A0234", "CLDR decimal"},
      {"ja", 12345, "12,345", "CLDR decimal"},
      {"", 12345, "12,345", "CLDR root"},
      {"en", -1234, "-1,234", "sign"},
      {"en", std::numeric_limits<std::int64_t>::min(), "-9,223,372,036,854,775,808", "sign"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(format_count(c.count, c.language), c.written) << c.language << ": " << c.rule;
  }
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
  for (const auto& c : cases) {
    for (const char* language : {"zh", "zh_CN", "zh-Hans", "zh-Hans-HK", "cmn-Hans", "wuu"}) {
      EXPECT_EQ(format_count(c.count, language), c.simplified) << language;
    }
    for (const char* language : {"zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-hant-cn", "yue"}) {
      EXPECT_EQ(format_count(c.count, language), c.traditional) << language;
    }
  }
}

}  // namespace
}  // namespace article::layout
