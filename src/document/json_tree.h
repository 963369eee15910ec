#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/problem.h"

namespace article::document {

inline constexpr std::size_t kMaxLevels = 64;
/// Enough for a million characters in runs of two; bounds time and memory.
inline constexpr std::size_t kMaxValues = 500'000;

enum class JsonKind : std::uint8_t {
  Null,
  False,
  True,
  Number,  ///< its text is the number's
  String,
  Array,
  Object,
};

/// A value of a JsonTree. Its children follow it; `next` is the index of what
/// follows them.
struct JsonNode {
  JsonKind kind = JsonKind::Null;
  std::uint8_t name = 0;  ///< index among the tree's names, in an object
  std::uint32_t next = 0;
  std::uint32_t text_begin = 0;
  std::uint32_t text_size = 0;
};

/// A JSON text as values in the order of the text, the root first. Holds only
/// members whose names are among those looked for, and nothing that is too deep
/// or beyond the limit of values, of which it told.
class JsonTree {
 public:
  /// @param names sorted, at most 255; viewed, must outlive the tree.
  explicit JsonTree(std::span<const std::string_view> names) : names_(names) {}

  /// Null where there is no root.
  [[nodiscard]] const JsonNode* root() const { return nodes_.empty() ? nullptr : nodes_.data(); }
  /// The first child of an array or object; null where it has none.
  [[nodiscard]] const JsonNode* first_child(const JsonNode& parent) const;
  /// The child after `child`; null after the last.
  [[nodiscard]] const JsonNode* next_child(const JsonNode& parent, const JsonNode& child) const;
  [[nodiscard]] std::string_view name(const JsonNode& member) const { return names_[member.name]; }
  /// Of a number or string, valid UTF-8.
  [[nodiscard]] std::string_view text(const JsonNode& value) const {
    return std::string_view(text_).substr(value.text_begin, value.text_size);
  }

 private:
  friend class JsonTreeBuilder;
  std::span<const std::string_view> names_;
  std::vector<JsonNode> nodes_;
  std::string text_;
};

struct ParsedJson {
  JsonTree tree;
  std::string syntax_error;  ///< with line and column; "" where there is none
  std::vector<Problem> problems;
};

/// Parses in steps, so that a long text does not hold its thread. What `parse_json`
/// says holds.
class JsonParsing {
 public:
  /// @param json copied. @param names as those of JsonTree.
  JsonParsing(std::string_view json, std::span<const std::string_view> names);
  ~JsonParsing();
  JsonParsing(const JsonParsing&) = delete;
  JsonParsing& operator=(const JsonParsing&) = delete;

  /// Parses so many values more. @return whether that was all.
  bool step(std::size_t values);
  /// Complete when all is parsed.
  [[nodiscard]] ParsedJson& parsed();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Parses RFC 8259 JSON. What is not UTF-8 and lone surrogates become U+FFFD,
/// a byte order mark is skipped, what lies deeper than `kMaxLevels` or beyond
/// `kMaxValues` is dropped, each with a problem.
/// Cost: linear in time and memory, whatever the nesting.
[[nodiscard]] ParsedJson parse_json(std::string_view json, std::span<const std::string_view> names);

/// Appends "/" and the reference token for `name` (RFC 6901 §4) to `pointer`.
void append_token(std::string& pointer, std::string_view name);

}  // namespace article::document
