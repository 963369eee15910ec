// Times as documents write them, beside ICU: its regular expressions for the grammar, its calendar
// for the days that there are. The input is the time.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <unicode/gregocal.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "document/time.h"
#include "fuzz/support/promise.h"
#include "preview/icu_locale_host.h"

namespace article::fuzz {
namespace {

/// A day of the Gregorian calendar, also before there was one.
bool is_day(int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), status);
  calendar.setGregorianChange(-8.64e15, status);
  calendar.setLenient(false);
  calendar.clear();
  calendar.set(year, month - 1, day);
  (void)calendar.getTime(status);
  return U_SUCCESS(status) && year > 0;
}

/// The groups of a time: year, month, day, hour, minute, second, sign, offset's hours, minutes.
class Groups {
 public:
  explicit Groups(std::string_view written) {
    static const icu::UnicodeString kGrammar(
        "[ \\t\\r\\n]*([0-9]{4})-([0-9]{2})-([0-9]{2})"
        "(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]+)?)?"
        "(?:[Zz]| ?([+-])([0-9]{2}):?([0-9]{2}))?)?[ \\t\\r\\n]*");
    // A byte is a character: others than those of ASCII are nothing to the grammar.
    for (const char c : written) text_.append(static_cast<char16_t>(static_cast<std::uint8_t>(c)));
    matcher_ = std::make_unique<icu::RegexMatcher>(kGrammar, 0, status_);
    matcher_->reset(text_);
    matches_ = matcher_->matches(status_);
  }
  [[nodiscard]] bool matches() const { return matches_; }
  [[nodiscard]] std::string operator[](std::int32_t group) {
    std::string out;
    matcher_->group(group, status_).toUTF8String(out);
    return out;
  }
  [[nodiscard]] int number(std::int32_t group) { return std::atoi((*this)[group].c_str()); }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  icu::UnicodeString text_;
  std::unique_ptr<icu::RegexMatcher> matcher_;
  bool matches_ = false;
};

/// As HTML's `datetime` has it; "" where it is no time.
std::string read_by_icu(std::string_view written) {
  Groups groups(written);
  if (!groups.matches() || !is_day(groups.number(1), groups.number(2), groups.number(3))) return {};
  std::string out = groups[1] + '-' + groups[2] + '-' + groups[3];
  if (groups[4].empty()) return out;
  if (groups.number(4) > 23 || groups.number(5) > 59 || groups.number(6) > 60) return {};
  const std::string second = groups[6].empty() ? "00" : groups.number(6) == 60 ? "59" : groups[6];
  out += 'T' + groups[4] + ':' + groups[5] + ':' + second;
  if (written.find_first_of("Zz") != std::string_view::npos) return out + 'Z';
  if (groups[7].empty()) return out;
  if (groups.number(8) > 23 || groups.number(9) > 59) return {};
  if (groups.number(8) + groups.number(9) == 0) return out + 'Z';
  return out + groups[7] + groups[8] + ':' + groups[9];
}

void compare(std::string_view written) {
  const std::optional<document::Time> time = document::parse_time(written);
  const std::string read = time ? std::string(time->iso) : "";
  promise_same(read, read_by_icu(written), "a time is read as by ICU");
  if (!time) return;
  const std::optional<document::Time> again = document::parse_time(read);
  promise(again && std::string_view(again->iso) == read, "a time that was read is one");
  preview::IcuLocaleHost host;
  promise(!host.format_time(read, "en").empty(), "a time that was read can be told");
}

}  // namespace
}  // namespace article::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  article::fuzz::compare({reinterpret_cast<const char*>(data), size});
  return 0;
}
