#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/full_document.h"
#include "document/reader.h"
#include "fakes/plain_hosts.h"

/// What tests of the reader have in common.
namespace article::document {

inline tests::PlainUrlHost urls;

inline std::string url(std::string_view path) { return "https://news.example" + std::string(path); }

/// A problem as one line: "warning /article/headline: found …, expected …".
inline std::string line(const Problem& problem) {
  return (problem.severity == Severity::Error ? "error " : "warning ") + problem.pointer + ": " +
         problem.message;
}

inline std::vector<std::string> lines(const ReadDocument& read) {
  std::vector<std::string> out;
  for (const Problem& problem : read.problems) out.push_back(line(problem));
  return out;
}

inline std::string plain(const Text& text) {
  std::string out;
  for (const TextRun& run : text) out += run.text;
  return out;
}

}  // namespace article::document
