#include "layout/dates.h"

#include <cstddef>

#include "text/paragraph.h"

namespace article::layout {
namespace {

using document::Language;

/// How a language writes. In the patterns, %Y is the year, %T the year of the
/// Thai calendar, %m and %d month and day with two digits, %n and %e without a
/// zero, %b the month's name, %H and %k the hour of 24 with and without a zero,
/// %I the hour of 12 and %A its half of the day, %M the minute, %D the date.
struct Style {
  std::string_view tags;  ///< "en-GB en-IE": a language, or one in a region
  std::string_view date;
  std::string_view date_and_clock;
  std::string_view months;  ///< by '|'
  std::string_view am;
  std::string_view pm;
  std::string_view group;
  /// How numbers differ from 1,234,567: "late": 1234, but 12,345 (CLDR
  /// minimumGroupingDigits 2); "indian": 12,34,567; "arabic": Arabic digits.
  std::string_view numbers = "";
};

constexpr Style kPlain = {"", "%Y-%m-%d", "%D %H:%M", "", "", "", ","};

constexpr Style kStyles[] = {
#include "languages/forms.inc"
};

/// Takes what stands before `separator`, or all, off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view first = rest.substr(0, end);
  rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
  return first;
}

const Style& style_of(const Language& language) {
  const Style* of_language = &kPlain;
  for (const Style& style : kStyles) {
    std::string_view tags = style.tags;
    while (!tags.empty()) {
      std::string_view region = take(tags, ' ');
      if (take(region, '-') != language.name()) continue;
      if (region.empty()) of_language = &style;
      if (!region.empty() && region == language.region()) return style;
    }
  }
  return *of_language;
}

void append_digit(std::string& out, char digit, const Style& style) {
  if (style.numbers != "arabic") {
    out += digit;
  } else {  // U+0660..U+0669
    out += '\xD9';
    out += static_cast<char>(0xA0 + (digit - '0'));
  }
}

void append_number(std::string& out, int value, int width, const Style& style) {
  std::string written = std::to_string(value);
  for (int n = static_cast<int>(written.size()); n < width; ++n) {
    append_digit(out, '0', style);
  }
  for (const char digit : written) append_digit(out, digit, style);
}

void append_pattern(std::string& out, std::string_view pattern, const document::Time& time,
                    const Style& style) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      out += pattern[i];
      continue;
    }
    const auto number = [&](int value, int width) { append_number(out, value, width, style); };
    constexpr int kBuddhistEra = 543;
    switch (pattern[++i]) {
      case 'Y':
        number(time.year, 4);
        break;
      case 'T':
        number(time.year + kBuddhistEra, 4);
        break;
      case 'm':
        number(time.month, 2);
        break;
      case 'n':
        number(time.month, 1);
        break;
      case 'd':
        number(time.day, 2);
        break;
      case 'e':
        number(time.day, 1);
        break;
      case 'H':
        number(time.hour, 2);
        break;
      case 'k':
        number(time.hour, 1);
        break;
      case 'I':
        number((time.hour + 11) % 12 + 1, 1);
        break;
      case 'M':
        number(time.minute, 2);
        break;
      case 'A':
        out += time.hour < 12 ? style.am : style.pm;
        break;
      case 'D':
        append_pattern(out, style.date, time, style);
        break;
      case 'b': {
        std::string_view months = style.months;
        for (int month = 1; month < time.month; ++month) take(months, '|');
        out += take(months, '|');
        break;
      }
      default:
        break;
    }
  }
}

std::string chinese_count(std::uint64_t count, bool traditional) {
  constexpr std::uint64_t kTenThousand = 10'000;
  constexpr std::uint64_t kHundredMillion = 100'000'000;
  if (count < kTenThousand) return std::to_string(count);
  const bool large = count >= kHundredMillion;
  const std::uint64_t tenths = count / ((large ? kHundredMillion : kTenThousand) / 10);
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out += "." + std::to_string(tenths % 10);
  if (large) {
    out += traditional ? "億" : "亿";
  } else {
    out += traditional ? "萬" : "万";
  }
  return out;
}

bool group_before(std::size_t digits_left, const Style& style) {
  if (style.numbers != "indian") return digits_left % 3 == 0;
  return digits_left == 3 || (digits_left > 3 && digits_left % 2 == 1);
}

}  // namespace

std::string format_time(const document::Time& time, const Language& language) {
  const Style& style = style_of(language);
  std::string out;
  append_pattern(out, time.has_clock ? style.date_and_clock : style.date, time, style);
  return out;
}

std::string format_count(std::int64_t count, const Language& language) {
  std::string out;
  auto magnitude = static_cast<std::uint64_t>(count);
  if (count < 0) {
    out = "-";
    magnitude = 0 - magnitude;
  }
  if (text::is_chinese(language))
    return out + chinese_count(magnitude, text::is_traditional(language));
  const Style& style = style_of(language);
  const std::string digits = std::to_string(magnitude);
  const bool grouped = digits.size() > (style.numbers == "late" ? 4 : 3);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && grouped && group_before(digits.size() - i, style)) {
      out += style.group;
    }
    append_digit(out, digits[i], style);
  }
  return out;
}

}  // namespace article::layout
