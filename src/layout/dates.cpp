#include "layout/dates.h"

#include <cstddef>

namespace article::layout {
namespace {

enum class Digits : std::uint8_t { Latin, Arabic };
enum class Grouping : std::uint8_t {
  Thousands,
  FromTenThousand,  ///< 1234, but 12.345 (CLDR minimumGroupingDigits 2)
  Indian,           ///< 12,34,567
};

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
  Grouping grouping = Grouping::Thousands;
  Digits digits = Digits::Latin;
};

constexpr std::string_view kEnglishShort = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
constexpr std::string_view kEnglish =
    "January|February|March|April|May|June|July|August|September|October|"
    "November|December";
constexpr std::string_view kArabic =
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|"
    "ديسمبر";
constexpr std::string_view kLevantine =
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين "
    "الثاني|كانون الأول";
constexpr std::string_view kMaghrebi =
    "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر";
constexpr std::string_view kMoroccan =
    "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر";
constexpr std::string_view kSpanish = "ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic";

constexpr std::string_view kArabicClock = "%D، %I:%M %A";
constexpr std::string_view kClock = "%D, %H:%M";
constexpr std::string_view kHalfDayClock = "%D, %I:%M %A";
constexpr std::string_view kNoBreak = "\u00A0";
constexpr std::string_view kNarrowNoBreak = "\u202F";

constexpr Style kPlain = {"", "%Y-%m-%d", "%D %H:%M", "", "", "", ","};

constexpr Style kStyles[] = {
    {"en", "%b %e, %Y", kHalfDayClock, kEnglishShort, "AM", "PM", ","},
    {"en-CA", "%b %e, %Y", kHalfDayClock, kEnglishShort, "a.m.", "p.m.", ","},
    {"en-GB en-IE en-150 en-KE en-NG", "%e %b %Y", kClock, kEnglish, "", "", ","},
    {"en-AU en-NZ en-SG en-HK en-MO en-MY en-001", "%e %b %Y", kHalfDayClock, kEnglish, "am", "pm",
     ","},
    {"en-IN", "%e %b %Y", kHalfDayClock, kEnglish, "am", "pm", ",", Grouping::Indian},
    {"ar ar-AE ar-EH", "%e %b %Y", kArabicClock, kArabic, "ص", "م", ","},
    {"ar-BH ar-DJ ar-EG ar-ER ar-KW ar-OM ar-QA ar-SA ar-SD ar-SO ar-SS ar-TD "
     "ar-YE",
     "%e %b %Y", kArabicClock, kArabic, "ص", "م", "٬", Grouping::Thousands, Digits::Arabic},
    {"ar-IQ ar-JO ar-LB ar-PS ar-SY", "%e %b %Y", kArabicClock, kLevantine, "ص", "م", "٬",
     Grouping::Thousands, Digits::Arabic},
    {"ar-DZ ar-TN", "%e %b %Y", kArabicClock, kMaghrebi, "ص", "م", "."},
    {"ar-LY", "%e %b %Y", kArabicClock, kArabic, "ص", "م", "."},
    {"ar-MA", "%e %b %Y", "%D، %H:%M", kMoroccan, "", "", "."},
    {"fr", "%e %b %Y", kClock, "janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.", "",
     "", kNarrowNoBreak},
    {"de", "%d.%m.%Y", kClock, "", "", "", "."},
    {"de-AT", "%d.%m.%Y", kClock, "", "", "", kNoBreak},
    {"de-CH", "%d.%m.%Y", kClock, "", "", "", "'"},
    {"es", "%e %b %Y", "%D, %k:%M", kSpanish, "", "", ".", Grouping::FromTenThousand},
    {"es-US", "%e %b %Y", kHalfDayClock, kSpanish, "a.m.", "p.m.", ","},
    {"es-MX", "%e %b %Y", kHalfDayClock, "ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic", "a.m.",
     "p.m.", ","},
    {"pt", "%e de %b de %Y", kClock, "jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.",
     "", "", "."},
    {"pt-PT", "%d/%m/%Y", kClock, "", "", "", kNoBreak, Grouping::FromTenThousand},
    {"it", "%e %b %Y", kClock, "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic", "", "", ".",
     Grouping::FromTenThousand},
    {"ru", "%e %b %Y г.", kClock, "янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.",
     "", "", kNoBreak},
    {"uk", "%e %b %Y р.", kClock,
     "січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.", "", "", kNoBreak},
    {"pl", "%e %b %Y", kClock, "sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru", "", "", kNoBreak,
     Grouping::FromTenThousand},
    {"nl", "%e %b %Y", kClock, "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec", "", "", "."},
    {"tr", "%e %b %Y", "%D %H:%M", "Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara", "", "", "."},
    {"ja", "%Y/%m/%d", "%D %k:%M", "", "", "", ","},
    {"ko", "%Y. %n. %e.", "%D %A %I:%M", "", "오전", "오후", ","},
    {"vi", "%e thg %n, %Y", "%H:%M %D", "", "", "", "."},
    {"th", "%e %b %T", "%D %H:%M", "ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.",
     "", "", ","},
    {"id", "%e %b %Y", "%D, %H.%M", "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des", "", "", "."},
    {"ms", "%e %b %Y", kHalfDayClock, "Jan|Feb|Mac|Apr|Mei|Jun|Jul|Ogo|Sep|Okt|Nov|Dis", "PG",
     "PTG", ","},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

/// Takes what stands before `separator`, or all, off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view first = rest.substr(0, end);
  rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
  return first;
}

struct Tag {
  std::string_view language;
  std::string_view script;
  std::string_view region;
};

/// The subtags that matter, by their lengths (RFC 5646, 2.1).
Tag read_tag(std::string_view tag) {
  Tag result;
  result.language = take(tag, '-');
  while (!tag.empty()) {
    const std::string_view subtag = take(tag, '-');
    if (subtag.size() < 2) break;  // an extension follows, or nothing sound
    const bool digits = subtag[0] >= '0' && subtag[0] <= '9';
    if (subtag.size() == 4 && !digits && result.script.empty()) {
      result.script = subtag;
    } else if (subtag.size() == 2 || (subtag.size() == 3 && digits)) {
      result.region = subtag;
    }
  }
  return result;
}

bool is_chinese(const Tag& tag) { return same(tag.language, "zh"); }

bool is_traditional(const Tag& tag) {
  if (!tag.script.empty()) return same(tag.script, "Hant");
  return same(tag.region, "TW") || same(tag.region, "HK") || same(tag.region, "MO");
}

const Style& style_of(const Tag& tag) {
  const Style* of_language = &kPlain;
  for (const Style& style : kStyles) {
    std::string_view tags = style.tags;
    while (!tags.empty()) {
      std::string_view region = take(tags, ' ');
      if (!same(take(region, '-'), tag.language)) continue;
      if (region.empty()) of_language = &style;
      if (!region.empty() && same(region, tag.region)) return style;
    }
  }
  return *of_language;
}

void append_digit(std::string& out, char digit, Digits digits) {
  if (digits == Digits::Latin) {
    out += digit;
  } else {  // U+0660..U+0669
    out += '\xD9';
    out += static_cast<char>(0xA0 + (digit - '0'));
  }
}

void append_number(std::string& out, int value, int width, Digits digits) {
  std::string written = std::to_string(value);
  for (int n = static_cast<int>(written.size()); n < width; ++n) {
    append_digit(out, '0', digits);
  }
  for (const char digit : written) append_digit(out, digit, digits);
}

void append_pattern(std::string& out, std::string_view pattern, const document::Time& time,
                    const Style& style) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      out += pattern[i];
      continue;
    }
    const auto number = [&](int value, int width) {
      append_number(out, value, width, style.digits);
    };
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

bool group_before(std::size_t digits_left, Grouping grouping) {
  if (grouping != Grouping::Indian) return digits_left % 3 == 0;
  return digits_left == 3 || (digits_left > 3 && digits_left % 2 == 1);
}

}  // namespace

std::string format_time(const document::Time& time, std::string_view language) {
  const Style& style = style_of(read_tag(language));
  std::string out;
  append_pattern(out, time.has_clock ? style.date_and_clock : style.date, time, style);
  return out;
}

std::string format_count(std::int64_t count, std::string_view language) {
  const Tag tag = read_tag(language);
  std::string out;
  auto magnitude = static_cast<std::uint64_t>(count);
  if (count < 0) {
    out = "-";
    magnitude = 0 - magnitude;
  }
  if (is_chinese(tag)) return out + chinese_count(magnitude, is_traditional(tag));
  const Style& style = style_of(tag);
  const std::string digits = std::to_string(magnitude);
  const bool grouped = digits.size() > (style.grouping == Grouping::FromTenThousand ? 4 : 3);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && grouped && group_before(digits.size() - i, style.grouping)) {
      out += style.group;
    }
    append_digit(out, digits[i], style.digits);
  }
  return out;
}

}  // namespace article::layout
