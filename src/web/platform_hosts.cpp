#include "web/platform_hosts.h"

#include <utility>

#include "web/platform.h"

namespace article::web {
namespace {

std::uint32_t bytes_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

/// What JavaScript answered last, until it is taken.
std::string answer;

}  // namespace

std::string WebLocaleHost::format_time(std::string_view time, std::string_view language) {
  av_host_format_time(time.data(), bytes_of(time), language.data(), bytes_of(language));
  return std::move(answer);
}

std::string WebLocaleHost::format_number(std::string_view number, std::string_view language) {
  av_host_format_number(number.data(), bytes_of(number), language.data(), bytes_of(language));
  return std::move(answer);
}

std::string WebUrlHost::resolve_url(std::string_view written, std::string_view base) {
  av_host_resolve_url(written.data(), bytes_of(written), base.data(), bytes_of(base));
  return std::move(answer);
}

}  // namespace article::web

char* av_answer(std::uint32_t bytes) noexcept {
  article::web::answer.resize(bytes);
  return article::web::answer.data();
}
