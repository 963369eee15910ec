// The program behind `./dev prerender`: articles as HTML, head and JSON-LD, for pages that show
// them before a script runs.

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/share.h"
#include "prerender/prerender.h"
#include "preview/ada_url_host.h"
#include "preview/fetch.h"
#include "preview/icu_locale_host.h"

namespace {

using article::prerender::Prerendered;
using article::preview::Fetched;
using article::preview::Result;

constexpr std::string_view kUsage = "usage: prerender FILE|URL... [--out DIR] [--base URL]";

struct Arguments {
  std::vector<std::string> locations;
  std::filesystem::path out;  ///< "": all is printed
  std::string base;
};

/// @return "", or what is wrong.
std::string read_arguments(int argc, char** argv, Arguments& arguments) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (!argument.starts_with("--")) {
      arguments.locations.emplace_back(argument);
    } else if (argument != "--out" && argument != "--base") {
      return "no option " + std::string(argument);
    } else if (++i == argc || *argv[i] == '\0') {
      return std::string(argument) + " needs a value";
    } else if (argument == "--out") {
      arguments.out = argv[i];
    } else {
      arguments.base = argv[i];
      if (!article::document::is_web_url(arguments.base))
        return "--base needs an absolute URL of http or https";
    }
  }
  return arguments.locations.empty() ? "no document is named" : "";
}

bool complain(std::string_view about, std::string_view what) {
  std::fprintf(stderr, "prerender: %.*s: %.*s\n", static_cast<int>(about.size()), about.data(),
               static_cast<int>(what.size()), what.data());
  return false;
}

/// The document's file name without its ending, "article" where it has none.
std::string name_of(std::string_view location) {
  const std::string_view path = location.substr(0, location.find_first_of("?#"));
  const std::string name = std::filesystem::path(path).stem().string();
  return name.empty() ? "article" : name;
}

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"),
                                                       &std::fclose);
  if (!file) return complain(path.string(), "can't be written");
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  if (std::fclose(file.release()) != 0 || !whole)
    return complain(path.string(), "can't be written");
  return true;
}

bool write_files(const std::filesystem::path& folder, const std::string& name,
                 const Prerendered& made) {
  const auto write = [&](const char* ending, std::string_view bytes) {
    return write_file(folder / (name + ending), bytes);
  };
  return write(".html", made.html) && write(".head.html", made.head) &&
         write(".jsonld", made.json_ld) && write(".share.json", as_json(made.share));
}

Result<Fetched> fetch(const std::string& location) {
  const std::atomic<bool> stop = false;
  const Result<std::string> url = article::preview::url_of(location);
  if (!url) return Result<Fetched>::failed(url.error);
  return article::preview::fetch(*url.value, article::preview::kDocumentLimits, stop);
}

/// @param names of what is written already
bool prerender(const std::string& location, const Arguments& arguments,
               std::set<std::string>& names) {
  const Result<Fetched> fetched = fetch(location);
  if (!fetched) return complain(location, fetched.error);
  article::prerender::Options options;
  options.base = arguments.base;
  // A file of this machine is no place that a page could lead to.
  if (options.base.empty() && article::document::is_web_url(fetched.value->url))
    options.base = fetched.value->url;
  static article::preview::AdaUrlHost urls;
  static article::preview::IcuLocaleHost locale;
  const Prerendered made =
      article::prerender::prerender(fetched.value->bytes, options, urls, locale);
  if (made.refusal != article::document::Refusal::None) return complain(location, made.message);
  if (arguments.out.empty()) {
    std::printf("%s\n", as_json(made).c_str());
    return true;
  }
  const std::string name = name_of(location);
  if (!names.insert(name).second)
    return complain(location, "another document is written as " + name);
  return write_files(arguments.out, name, made);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  const std::string wrong = read_arguments(argc, argv, arguments);
  if (!wrong.empty()) {
    std::fprintf(stderr, "prerender: %s\n%s\n", wrong.c_str(), kUsage.data());
    return 2;
  }
  if (!arguments.out.empty()) {
    std::error_code error;
    std::filesystem::create_directories(arguments.out, error);
    if (error) return complain(arguments.out.string(), error.message()), 1;
  }
  const article::preview::Network network;
  std::set<std::string> names;
  bool all = true;
  for (const std::string& location : arguments.locations)
    all = prerender(location, arguments, names) && all;
  return all ? 0 : 1;
}
