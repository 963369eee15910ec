#include "layout/dates.h"

#include <string_view>

#include "text/paragraph.h"

namespace article::layout {
namespace {

constexpr std::size_t kDate = 10;   ///< bytes of "2023-03-12"
constexpr std::size_t kClock = 16;  ///< of "2023-03-12T09:56"

std::string chinese_count(std::int64_t count, bool traditional) {
  constexpr std::int64_t kTenThousand = 10'000;
  constexpr std::int64_t kHundredMillion = 100'000'000;
  if (count < kTenThousand) return std::to_string(count);
  const bool large = count >= kHundredMillion;
  const std::int64_t tenths = count / ((large ? kHundredMillion : kTenThousand) / 10);
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out += "." + std::to_string(tenths % 10);
  if (large) {
    out += traditional ? "億" : "亿";
  } else {
    out += traditional ? "萬" : "万";
  }
  return out;
}

}  // namespace

std::string plain_time(const document::Time& time) {
  std::string out = std::string(time.iso).substr(0, kClock);
  if (out.size() > kDate) out[kDate] = ' ';
  return out;
}

std::string format_time(host::LocaleHost& host, const document::Time& time,
                        const document::Language& language) {
  std::string out;
  if (!language.tag().empty() && !text::is_chinese(language))
    out = host.format_time(time.iso, language.tag());
  return out.empty() ? plain_time(time) : out;
}

std::string format_count(host::LocaleHost& host, std::int64_t count,
                         const document::Language& language) {
  return text::is_chinese(language) ? chinese_count(count, text::is_traditional(language))
                                    : host.format_number(std::to_string(count), language.tag());
}

}  // namespace article::layout
