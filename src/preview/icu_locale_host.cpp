#include "preview/icu_locale_host.h"

#include <charconv>
#include <memory>
#include <optional>

#include <unicode/calendar.h>
#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace article::preview {
namespace {

using icu::DateFormat;

constexpr std::size_t kDate = 10;  ///< bytes of "2023-03-12"

/// The number of two or four digits at a place of a time.
int number_at(std::string_view time, std::size_t at, std::size_t digits = 2) {
  int number = 0;
  std::from_chars(time.data() + at, time.data() + at + digits, number);
  return number;
}

/// A time in UTC, where it is formatted: nothing is converted.
UDate date_of(std::string_view time, UErrorCode& status) {
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), status);
  calendar.clear();
  calendar.set(number_at(time, 0, 4), number_at(time, 5) - 1, number_at(time, 8));
  if (time.size() > kDate) {
    calendar.set(UCAL_HOUR_OF_DAY, number_at(time, 11));
    calendar.set(UCAL_MINUTE, number_at(time, 14));
  }
  return calendar.getTime(status);
}

/// Nothing for a language that ICU does not know: the machine's own would stand in for it.
std::optional<icu::Locale> known_locale(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale asked = icu::Locale::forLanguageTag(std::string(language), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::int32_t count = 0;
  const icu::Locale* known = icu::Locale::getAvailableLocales(count);
  for (std::int32_t i = 0; i < count; ++i)
    if (std::string_view(known[i].getLanguage()) == asked.getLanguage()) return asked;
  return std::nullopt;
}

/// See web/core/locale-host.js, which has the same.
std::unique_ptr<DateFormat> format_of(icu::Locale locale, bool clock, UErrorCode& status) {
  std::unique_ptr<DateFormat> format;
  if (std::string_view(locale.getLanguage()) == "ar") {
    locale.setKeywordValue("calendar", "gregorian", status);
    format.reset(
        DateFormat::createInstanceForSkeleton(clock ? "yMMMdjmm" : "yMMMd", locale, status));
  } else {
    format.reset(
        clock ? DateFormat::createDateTimeInstance(DateFormat::kMedium, DateFormat::kShort, locale)
              : DateFormat::createDateInstance(DateFormat::kMedium, locale));
  }
  if (!format) status = U_MEMORY_ALLOCATION_ERROR;
  return format;
}

}  // namespace

std::string IcuLocaleHost::format_time(std::string_view time, std::string_view language) {
  const std::optional<icu::Locale> locale = known_locale(language);
  if (!locale) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<DateFormat> format = format_of(*locale, time.size() > kDate, status);
  const UDate date = date_of(time, status);
  if (U_FAILURE(status)) return {};
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format->format(date, text);
  std::string out;
  return text.toUTF8String(out);
}

std::string IcuLocaleHost::format_number(std::string_view number, std::string_view language) {
  const std::optional<icu::Locale> locale = known_locale(language);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::number::NumberFormatter::withLocale(locale.value_or(icu::Locale::getEnglish()))
      .formatDecimal({number.data(), static_cast<std::int32_t>(number.size())}, status)
      .toString(status)
      .toUTF8String(out);
  return out;
}

}  // namespace article::preview
