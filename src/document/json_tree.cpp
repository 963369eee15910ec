#include "document/json_tree.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>

#include "document/json_text.h"

// Two of the lexer's own functions, of nlohmann/json 3.11, for our input alone:
// the library has no setting for what they do.
using Lexer =
    nlohmann::detail::lexer<nlohmann::json, nlohmann::detail::iterator_input_adapter<const char*>>;

/// Leaves numbers as they are written, which is all that the tree keeps.
///
/// The library converts each with strtod, which costs the WebAssembly module
/// 6 KB (brotli; musl calculates with 128 bits), and loses a whole document for
/// one number that a double cannot hold.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push  // the primary template's attribute, which Clang refuses here
#pragma GCC diagnostic ignored "-Wmissing-attributes"
#endif
template <>
inline void Lexer::strtof(double& value, const char* text, char** end) noexcept {
  value = 0;
  *end = const_cast<char*>(text) + std::strlen(text);
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// Leaves out of messages what was read last: we tell line and column. The
/// library formats it with snprintf, which nothing else needs (4 KB).
template <>
inline std::string Lexer::get_token_string() const {
  return {};
}

namespace article::document {

/// Takes the parser's events (nlohmann's SAX interface) into a JsonTree.
class JsonTreeBuilder {
 public:
  explicit JsonTreeBuilder(JsonTree& tree, std::vector<Problem>& problems)
      : tree_(tree), problems_(problems) {}

  [[nodiscard]] std::size_t error_position() const { return error_position_; }
  [[nodiscard]] const std::string& error() const { return error_; }

  bool null() { return value(JsonKind::Null, {}); }
  bool boolean(bool on) { return value(on ? JsonKind::True : JsonKind::False, {}); }
  bool number_integer(std::int64_t n) { return value(JsonKind::Number, std::to_string(n)); }
  bool number_unsigned(std::uint64_t n) { return value(JsonKind::Number, std::to_string(n)); }
  bool number_float(double /*n*/, const std::string& text) {
    std::string written = text;
    // The parser writes the locale's decimal point.
    for (char& c : written) {
      if (std::string_view("0123456789+-eE").find(c) == std::string_view::npos) c = '.';
    }
    return value(JsonKind::Number, written);
  }
  bool string(std::string& text) { return value(JsonKind::String, text); }
  bool binary(std::vector<std::uint8_t>& /*bytes*/) { return true; }
  bool start_object(std::size_t /*elements*/) { return start(JsonKind::Object); }
  bool start_array(std::size_t /*elements*/) { return start(JsonKind::Array); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  bool key(std::string& name) {
    if (skipped_levels_ > 0) return true;
    const auto found = std::ranges::lower_bound(tree_.names_, std::string_view(name));
    name_known_ = found != tree_.names_.end() && *found == name;
    if (name_known_) {
      open_.back().at = static_cast<std::uint32_t>(found - tree_.names_.begin());
    } else {
      unknown_name_ = name;
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& error) {
    error_position_ = position;
    error_ = error.what();
    return false;
  }

 private:
  struct Level {
    std::uint32_t node;
    std::uint32_t at;  ///< index of the child to come, or its name
    bool is_array;
  };

  bool skipping() const { return skipped_levels_ > 0 || !name_known_; }

  bool value(JsonKind kind, std::string_view text) {
    if (!skipping()) add(kind, text);
    if (skipped_levels_ == 0) pass();
    return true;
  }

  bool start(JsonKind kind) {
    const bool too_deep = open_.size() + skipped_levels_ == kMaxLevels;
    if (too_deep && !told_depth_) {
      told_depth_ = true;
      problems_.push_back({Severity::Error, pointer(),
                           "found more than 64 levels, expected at most that; what lies deeper "
                           "is left out"});
    }
    if (skipping() || too_deep || !add(kind, {})) {
      if (too_deep && !skipping()) add(JsonKind::Dropped, {});
      ++skipped_levels_;
      return true;
    }
    open_.push_back(
        {static_cast<std::uint32_t>(tree_.nodes_.size() - 1), 0, kind == JsonKind::Array});
    return true;
  }

  bool end() {
    if (skipped_levels_ > 0) {
      if (--skipped_levels_ == 0) pass();
      return true;
    }
    tree_.nodes_[open_.back().node].next = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
    pass();
    return true;
  }

  /// Goes on to the next child of the innermost level that is kept.
  void pass() {
    name_known_ = true;
    if (!open_.empty() && open_.back().is_array) ++open_.back().at;
  }

  bool add(JsonKind kind, std::string_view text) {
    if (tree_.nodes_.size() == kMaxValues) {
      if (!told_values_) {
        told_values_ = true;
        problems_.push_back({Severity::Error, pointer(),
                             "found more than 500,000 values, expected at most that; the rest of "
                             "the document is left out"});
      }
      return false;
    }
    JsonNode node;
    node.kind = kind;
    if (!open_.empty() && !open_.back().is_array) {
      node.name = static_cast<std::uint8_t>(open_.back().at);
    }
    node.next = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
    node.text_begin = static_cast<std::uint32_t>(tree_.text_.size());
    node.text_size = static_cast<std::uint32_t>(text.size());
    tree_.text_ += text;
    tree_.nodes_.push_back(node);
    return true;
  }

  /// Where the parser is, as far as it is kept.
  std::string pointer() const {
    std::string out;
    for (const Level& level : open_) {
      const bool innermost = &level == &open_.back();
      if (level.is_array) {
        append_token(out, std::to_string(level.at));
      } else {
        append_token(out, innermost && !name_known_ ? unknown_name_ : tree_.names_[level.at]);
      }
    }
    return out;
  }

  JsonTree& tree_;
  std::vector<Problem>& problems_;
  std::vector<Level> open_;
  std::string unknown_name_;
  bool name_known_ = true;
  std::size_t skipped_levels_ = 0;  ///< that are open below `open_`
  bool told_depth_ = false;
  bool told_values_ = false;
  std::size_t error_position_ = 0;
  std::string error_;
};

namespace {

/// The parser's message in our words. Its form: "[json.exception.parse_error.101]
/// parse error at line 1, column 2: syntax error while parsing value -
/// unexpected '}'; expected '['", or "- invalid number; expected digit after '.'; last read:
/// '1.x'".
std::string found_and_expected(std::string_view message) {
  const auto after = [&](std::string_view mark) {
    const std::size_t at = message.find(mark);
    if (at != std::string_view::npos) message.remove_prefix(at + mark.size());
  };
  after(" - ");
  after("unexpected ");
  message = message.substr(0, message.find("; last read: "));
  const std::string_view found = message.substr(0, message.find("; "));
  const std::size_t expected = message.rfind("; expected ");
  std::string out = found.starts_with("invalid ") ? "found an " : "found ";
  out += found;
  out += ", expected ";
  if (expected == std::string_view::npos) {
    out += "JSON";
  } else {
    out += message.substr(expected + std::string_view("; expected ").size());
  }
  return out;
}

/// The byte at which the string begins whose last quote stands at `last`.
std::size_t string_begin(std::string_view text, std::size_t last) {
  // Within a string every quote stands behind an odd number of backslashes.
  for (std::size_t at = last; at > 0;) {
    --at;
    if (text[at] != '"') continue;
    std::size_t slashes = 0;
    while (slashes < at && text[at - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 0) return at;
    at -= slashes;
  }
  return last;
}

/// The byte at which the token begins that the parser stopped at, `read` bytes
/// into the text.
std::size_t token_begin(std::string_view text, std::size_t read, std::string_view message) {
  const auto says = [&](std::string_view words) {
    return message.find(words) != std::string_view::npos;
  };
  const auto in_word = [&](std::size_t at) {
    const char c = text[at];
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.';
  };
  if (read > text.size()) return text.size();
  std::size_t at = read == 0 ? 0 : read - 1;
  if (says("unexpected string")) return string_begin(text, at);
  if (says("invalid literal") || says("unexpected number") || says("literal; expected")) {
    while (at > 0 && in_word(at - 1)) --at;
  }
  while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
  return at;
}

void tell_of_mending(const JsonText& json, std::vector<Problem>& problems) {
  const auto tell = [&](std::size_t at, std::string_view what) {
    if (at == JsonText::kNowhere) return;
    Problem problem{Severity::Warning, {}, line_and_column(json.text, at)};
    problem.message += what;
    problem.message += "; each becomes U+FFFD";
    problems.push_back(std::move(problem));
  };
  tell(json.not_utf8, ": found bytes that are not UTF-8, expected UTF-8");
  tell(json.lone_surrogate, ": found half of a surrogate pair, expected both");
}

}  // namespace

const JsonNode* JsonTree::first_child(const JsonNode& parent) const {
  const auto index = static_cast<std::size_t>(&parent - nodes_.data());
  return index + 1 < parent.next ? &nodes_[index + 1] : nullptr;
}

const JsonNode* JsonTree::next_child(const JsonNode& parent, const JsonNode& child) const {
  return child.next < parent.next ? &nodes_[child.next] : nullptr;
}

ParsedJson parse_json(std::string_view bytes, std::span<const std::string_view> names) {
  const JsonText json = mended_json(bytes);
  ParsedJson out{JsonTree(names), {}, {}};
  tell_of_mending(json, out.problems);

  JsonTreeBuilder builder(out.tree, out.problems);
  const char* begin = json.text.data();
  if (!nlohmann::json::sax_parse(begin, begin + json.text.size(), &builder)) {
    const std::size_t at = token_begin(json.text, builder.error_position(), builder.error());
    out.syntax_error = line_and_column(json.text, at) + ": " + found_and_expected(builder.error());
  }
  return out;
}

void append_token(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

}  // namespace article::document
