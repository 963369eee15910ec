#include "document/time.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace article::document {
namespace {

struct Parts {
  int year = 0;
  int month = 1;
  int day = 1;
  bool has_clock = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  /// Minutes east of UTC where an offset was given.
  std::optional<int> offset_minutes;
};

/// Takes what is expected off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view rest) : rest_(rest) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Exactly `count` digits, from `low` to `high`.
  bool number(std::size_t count, int low, int high, int& out) {
    if (rest_.size() < count) return false;
    out = 0;
    for (const char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return false;
      out = out * 10 + (c - '0');
    }
    rest_.remove_prefix(count);
    return out >= low && out <= high;
  }

 private:
  std::string_view rest_;
};

int days_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

void append_number(std::string& out, int value, int digits) {
  if (digits > 1) append_number(out, value / 10, digits - 1);
  out += static_cast<char>('0' + value % 10);
}

/// https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
std::string iso_of(const Parts& time) {
  std::string iso;
  append_number(iso, time.year, 4);
  iso += '-';
  append_number(iso, time.month, 2);
  iso += '-';
  append_number(iso, time.day, 2);
  if (!time.has_clock) return iso;
  iso += 'T';
  append_number(iso, time.hour, 2);
  iso += ':';
  append_number(iso, time.minute, 2);
  iso += ':';
  append_number(iso, time.second, 2);
  if (!time.offset_minutes) return iso;
  const int offset = *time.offset_minutes;
  if (offset == 0) return iso + 'Z';
  iso += offset < 0 ? '-' : '+';
  append_number(iso, std::abs(offset) / 60, 2);
  iso += ':';
  append_number(iso, std::abs(offset) % 60, 2);
  return iso;
}

/// RFC 3339 time-offset, or nothing where the text ends.
bool scan_offset(Scanner& in, Parts& time) {
  if (in.done()) return true;
  if (in.take("Zz")) {
    time.offset_minutes = 0;
    return in.done();
  }
  in.take(" ");
  const bool west = in.take("-");
  if (!west && !in.take("+")) return false;
  int hours = 0;
  int minutes = 0;
  if (!in.number(2, 0, 23, hours)) return false;
  in.take(":");
  if (!in.number(2, 0, 59, minutes) || !in.done()) return false;
  const int offset = hours * 60 + minutes;
  time.offset_minutes = west ? -offset : offset;
  return true;
}

bool scan_clock(Scanner& in, Parts& time) {
  if (!in.number(2, 0, 23, time.hour) || !in.take(":") || !in.number(2, 0, 59, time.minute)) {
    return false;
  }
  if (in.take(":")) {
    if (!in.number(2, 0, 60, time.second)) return false;
    time.second = std::min(time.second, 59);
    if (in.take(".")) {
      int digit = 0;
      if (!in.number(1, 0, 9, digit)) return false;
      while (in.take("0123456789")) {
      }
    }
  }
  time.has_clock = true;
  return scan_offset(in, time);
}

}  // namespace

std::optional<Time> parse_time(std::string_view written) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = std::min(written.find_first_not_of(kSpace), written.size());
  const std::size_t end = written.find_last_not_of(kSpace) + 1;
  Scanner in(written.substr(begin, end - begin));

  Parts time;
  if (!in.number(4, 1, 9999, time.year) || !in.take("-") || !in.number(2, 1, 12, time.month) ||
      !in.take("-") || !in.number(2, 1, days_of(time.year, time.month), time.day)) {
    return std::nullopt;
  }
  if (!in.done() && (!in.take("Tt ") || !scan_clock(in, time))) return std::nullopt;
  Time out;
  iso_of(time).copy(out.iso, sizeof out.iso - 1);
  return out;
}

}  // namespace article::document
