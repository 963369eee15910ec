#pragma once

#include <string>
#include <vector>

namespace article::document {

enum class Severity {
  Error,    ///< something was dropped
  Warning,  ///< shown, but changed
};

/// What was found wrong in a document, where, and what was expected.
struct Problem {
  Severity severity = Severity::Error;
  std::string pointer;  ///< RFC 6901 JSON pointer; "" is the root
  std::string message;  ///< "found X, expected Y"
  bool operator==(const Problem&) const = default;
};

/// A value that is always showable, and what was wrong on the way to it.
template <typename T>
struct [[nodiscard]] Read {
  T value;
  std::vector<Problem> problems;
};

}  // namespace article::document
