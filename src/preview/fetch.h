#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>

#include "preview/result.h"

namespace article::preview {

struct FetchLimits {
  std::size_t bytes = 0;
  long timeout_ms = 0;  ///< from start to last byte; files have none
};
inline constexpr FetchLimits kDocumentLimits{.bytes = std::size_t{8} << 20, .timeout_ms = 10'000};
inline constexpr FetchLimits kPictureLimits{.bytes = std::size_t{50} << 20, .timeout_ms = 10'000};

struct Fetched {
  std::string bytes;
  std::string url;  ///< where they came from in the end: relative URLs' base
};

/// Must live while `fetch` is used, on the thread that started the others.
class Network {
 public:
  Network();
  ~Network();
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;
};

/// The URL of what the command line names: a URL (http, https, file) as it is,
/// anything else as a path.
[[nodiscard]] Result<std::string> url_of(std::string_view location);

/// The path of a file: URL of this machine; "" for any other.
[[nodiscard]] std::string path_of(std::string_view url);

/// Gets a file, http(s) or data: URL. Redirections lead to http and https only.
/// @param stop set by another thread to give up; viewed until the end.
[[nodiscard]] Result<Fetched> fetch(const std::string& url, const FetchLimits& limits,
                                    const std::atomic<bool>& stop);

}  // namespace article::preview
