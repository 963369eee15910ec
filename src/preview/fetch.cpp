#include "preview/fetch.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <curl/curl.h>
#include <glib.h>

#include "preview/glib_ptr.h"

namespace article::preview {
namespace {

using Answer = Result<Fetched>;

struct Transfer {
  std::string bytes;
  std::size_t limit = 0;
  bool too_large = false;
  const std::atomic<bool>* stop = nullptr;
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  if (bytes > transfer.limit - transfer.bytes.size()) {
    transfer.too_large = true;
    return 0;
  }
  transfer.bytes.append(data, bytes);
  return bytes;
}

int progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const Transfer*>(user)->stop->load() ? 1 : 0;
}

Answer too_large(std::size_t limit) {
  return Answer::failed("larger than " + std::to_string(limit >> 20) + " MiB");
}

Answer fetch_http(const std::string& url, const FetchLimits& limits,
                  const std::atomic<bool>& stop) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                 &curl_easy_cleanup);
  if (!curl) return Answer::failed("the network can't be used");
  Transfer transfer;
  transfer.limit = limits.bytes;
  transfer.stop = &stop;
  char message[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_MAXREDIRS, 20L);
  curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "article-viewer-preview");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, limits.timeout_ms);
  curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, message);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &receive);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &progress);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &transfer);
  const CURLcode code = curl_easy_perform(curl.get());
  if (transfer.too_large) return too_large(limits.bytes);
  if (code != CURLE_OK)
    return Answer::failed(message[0] != '\0' ? message : curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status < 200 || status > 299)
    return Answer::failed("the server answered " + std::to_string(status));
  const char* final_url = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &final_url);
  return Answer::of({std::move(transfer.bytes), final_url != nullptr ? final_url : url});
}

Answer fetch_file(const std::string& url, const FetchLimits& limits) {
  const std::string path = path_of(url);
  if (path.empty()) return Answer::failed("not a file of this machine");
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return Answer::failed("there is no such file");
  if (!std::filesystem::is_regular_file(status)) return Answer::failed("not a file");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) return Answer::failed(std::string("the file can't be read: ") + std::strerror(errno));
  Fetched fetched;
  fetched.url = url;
  char block[65536];
  for (std::size_t got; (got = std::fread(block, 1, sizeof block, file.get())) > 0;) {
    if (got > limits.bytes - fetched.bytes.size()) return too_large(limits.bytes);
    fetched.bytes.append(block, got);
  }
  if (std::ferror(file.get()) != 0) return Answer::failed("the file can't be read");
  return Answer::of(std::move(fetched));
}

/// RFC 2397: data:[<type>][;base64],<data>
Answer fetch_data(const std::string& url, const FetchLimits& limits) {
  const std::size_t comma = url.find(',');
  if (comma == std::string::npos) return Answer::failed("a data: URL without data");
  const std::string_view head = std::string_view(url).substr(0, comma);
  gsize size = 0;
  std::unique_ptr<guchar, GFreeDeleter> decoded;
  GBytes* unescaped = g_uri_unescape_bytes(url.c_str() + comma + 1, -1, nullptr, nullptr);
  if (unescaped == nullptr) return Answer::failed("a data: URL that can't be decoded");
  decoded.reset(static_cast<guchar*>(g_bytes_unref_to_data(unescaped, &size)));
  std::string bytes(reinterpret_cast<const char*>(decoded.get()), size);
  if (head.ends_with(";base64")) {
    decoded.reset(g_base64_decode(bytes.c_str(), &size));
    bytes.assign(reinterpret_cast<const char*>(decoded.get()), size);
  }
  if (bytes.size() > limits.bytes) return too_large(limits.bytes);
  return Answer::of({std::move(bytes), url});
}

bool has_scheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() && url[scheme.size()] == ':' &&
         g_ascii_strncasecmp(url.data(), scheme.data(), scheme.size()) == 0;
}

}  // namespace

Network::Network() { curl_global_init(CURL_GLOBAL_DEFAULT); }
Network::~Network() { curl_global_cleanup(); }

Result<std::string> url_of(std::string_view location) {
  for (const std::string_view scheme : {"http", "https", "file"})
    if (has_scheme(location, scheme)) return Result<std::string>::of(std::string(location));
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(location, error);
  if (error) return Result<std::string>::failed(error.message());
  const GString8 url(g_filename_to_uri(path.lexically_normal().c_str(), nullptr, nullptr));
  if (!url) return Result<std::string>::failed("not a path");
  return Result<std::string>::of(std::string(url.get()));
}

std::string path_of(std::string_view url) {
  if (!has_scheme(url, "file")) return {};
  const std::string bare(url.substr(0, url.find_first_of("?#")));
  char* host = nullptr;
  const GString8 path(g_filename_from_uri(bare.c_str(), &host, nullptr));
  const GString8 owned_host(host);
  const bool here = host == nullptr || std::strcmp(host, "localhost") == 0;
  return path && here ? std::string(path.get()) : std::string();
}

Result<Fetched> fetch(const std::string& url, const FetchLimits& limits,
                      const std::atomic<bool>& stop) {
  if (has_scheme(url, "http") || has_scheme(url, "https")) return fetch_http(url, limits, stop);
  if (has_scheme(url, "file")) return fetch_file(url, limits);
  if (has_scheme(url, "data")) return fetch_data(url, limits);
  return Answer::failed("a URL of a kind that can't be fetched");
}

}  // namespace article::preview
