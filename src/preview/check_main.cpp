// The program behind `./dev check`: reads documents as the viewer would and
// prints what is wrong with them.

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "document/reader.h"
#include "preview/ada_url_host.h"

namespace {

using article::document::Problem;
using article::document::Severity;

/// Where a document would stand: relative URLs resolve, and lead nowhere.
constexpr std::string_view kBaseUrl = "https://document.invalid/";
/// Enough to see that a file is larger than any document may be.
constexpr std::size_t kMaxBytes = 8 * 1024 * 1024 + 1;

/// The file's bytes, `kMaxBytes` at most; nothing where it cannot be read.
std::optional<std::string> bytes_of(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return std::nullopt;
  std::string bytes(kMaxBytes, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  const bool failed = std::ferror(file) != 0;
  std::fclose(file);
  if (failed) return std::nullopt;
  return bytes;
}

/// A line stays a line, whatever the document's names hold.
std::string printable(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return text;
}

void print(const char* path, const Problem& problem) {
  const char* severity = problem.severity == Severity::Error ? "error" : "warning";
  std::printf("%s: %s: %s: %s\n", path, printable(problem.pointer).c_str(), severity,
              printable(problem.message).c_str());
}

/// @return whether the document can be shown and has no error.
bool check(const char* path) {
  const std::optional<std::string> bytes = bytes_of(path);
  if (!bytes) {
    print(path, {Severity::Error, {}, "found no file that can be read, expected a document"});
    return false;
  }
  article::preview::AdaUrlHost urls;
  const article::document::ReadDocument read =
      article::document::read_document(urls, *bytes, kBaseUrl);
  bool sound = read.refusal == article::document::Refusal::None;
  for (const Problem& problem : read.problems) {
    print(path, problem);
    sound = sound && problem.severity != Severity::Error;
  }
  return sound;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: check FILE...\n", stderr);
    return 1;
  }
  bool sound = true;
  for (int i = 1; i < argc; ++i) sound = check(argv[i]) && sound;
  return sound ? 0 : 1;
}
