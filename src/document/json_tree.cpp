#include "document/json_tree.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "document/eight_bytes.h"
#include "document/json_text.h"

// The library's lexer, of nlohmann/json 3.11, without its parser: that brings the
// library's exceptions with it, which cost the WebAssembly module 2 KB (brotli).
// It reads from a place that the parser goes on by itself, see JsonParser::plain_string.
namespace article::document {
struct JsonBytes {
  using char_type = char;
  const char** at;
  const char* end;

  std::char_traits<char>::int_type get_character() {
    if (*at == end) return std::char_traits<char>::eof();
    return std::char_traits<char>::to_int_type(*(*at)++);
  }
};
}  // namespace article::document

using Lexer = nlohmann::detail::lexer<nlohmann::json, article::document::JsonBytes>;

/// Leaves numbers as they are written, which is all that the tree keeps. The
/// library has no setting for that: it converts each with strtod, 6 KB (musl
/// calculates with 128 bits).
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

namespace article::document {

/// Puts values into a JsonTree in the order of the text.
class JsonTreeBuilder {
 public:
  explicit JsonTreeBuilder(JsonTree& tree, std::vector<Problem>& problems)
      : tree_(tree), problems_(problems) {}

  void value(JsonKind kind, std::string_view text = {}) {
    if (!skipping()) add(kind, text);
    if (skipped_levels_ == 0) pass();
  }

  void start(JsonKind kind) {
    const bool too_deep = open_.size() + skipped_levels_ == kMaxLevels;
    if (too_deep && !told_depth_) {
      told_depth_ = true;
      problems_.push_back({Severity::Error, pointer(),
                           "found more than 64 levels, expected at most that; what lies deeper "
                           "is left out"});
    }
    if (skipping() || too_deep || !add(kind, {})) {
      ++skipped_levels_;
      return;
    }
    open_.push_back(
        {static_cast<std::uint32_t>(tree_.nodes_.size() - 1), 0, kind == JsonKind::Array});
  }

  void end() {
    if (skipped_levels_ > 0) {
      if (--skipped_levels_ == 0) pass();
      return;
    }
    tree_.nodes_[open_.back().node].next = static_cast<std::uint32_t>(tree_.nodes_.size());
    open_.pop_back();
    pass();
  }

  /// The name of the member whose value comes next.
  void key(std::string_view name) {
    if (skipped_levels_ > 0) return;
    const auto found = std::ranges::lower_bound(tree_.names_, name);
    name_known_ = found != tree_.names_.end() && *found == name;
    if (name_known_) {
      open_.back().at = static_cast<std::uint32_t>(found - tree_.names_.begin());
    } else {
      unknown_name_ = name;
    }
  }

 private:
  struct Level {
    std::uint32_t node;
    std::uint32_t at;  ///< index of the child to come, or its name
    bool is_array;
  };

  bool skipping() const { return skipped_levels_ > 0 || !name_known_; }

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
};

namespace {

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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool in_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == 'E' || c == '-' || c == '+' || c == '.';
}

/// The byte at which the number or literal begins that ends in text[at].
std::size_t word_begin(std::string_view text, std::size_t at) {
  while (at > 0 && in_word(text[at - 1])) --at;
  return at;
}

/// The byte from `at` on that a string without escapes ends before: a quote, a
/// backslash or a control character, eight bytes at a time.
std::size_t plain_end(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t bytes = eight_bytes(text, at);
    const std::uint64_t quotes = bytes ^ kOnes * '"';
    const std::uint64_t slashes = bytes ^ kOnes * '\\';
    // A byte that borrows has been below what is taken away; bytes of 0x80 and more are none of
    // these.
    if ((((quotes - kOnes) & ~quotes) | ((slashes - kOnes) & ~slashes) |
         ((bytes - kOnes * 0x20) & ~bytes)) &
        kHighs) {
      break;
    }
  }
  while (at < text.size() && text[at] != '"' && text[at] != '\\' &&
         static_cast<unsigned char>(text[at]) >= 0x20) {
    ++at;
  }
  return at;
}

/// The grammar of RFC 8259 over the library's tokens. Depth costs no stack.
class JsonParser {
 public:
  JsonParser(std::string_view text, JsonTreeBuilder& builder)
      : text_(text),
        at_(text.data()),
        lexer_(JsonBytes{&at_, text.data() + text.size()}),
        builder_(builder) {}
  JsonParser(const JsonParser&) = delete;  // its lexer reads from its own place
  JsonParser& operator=(const JsonParser&) = delete;
  ~JsonParser() = default;

  enum class Progress : std::uint8_t { GoesOn, Done, Failed };

  /// Parses so many values more. Where it failed, `error` says why.
  [[nodiscard]] Progress parse(std::size_t values) {
    if (token_ == Token::uninitialized) next();
    for (; values > 0; --values) {
      const std::optional<bool> ended = parse_value();
      if (ended) return *ended ? Progress::Done : Progress::Failed;
    }
    return Progress::GoesOn;
  }

  /// "line 1, column 2: found …, expected …".
  [[nodiscard]] std::string error() const {
    const bool no_token = token_ == Token::parse_error;
    std::string_view found = Lexer::token_type_name(token_);
    std::string_view expected = Lexer::token_type_name(expected_);
    if (no_token) {
      // "invalid number; expected digit after '.'", "invalid literal".
      const std::string_view message = lexer_.get_error_message();
      constexpr std::string_view kMark = "; expected ";
      const std::size_t mark = message.find(kMark);
      found = message.substr(0, message.find("; "));
      expected = mark == std::string_view::npos ? "JSON" : message.substr(mark + kMark.size());
    }
    std::string out = line_and_column(text_, token_begin(found));
    out += no_token ? ": found an " : ": found ";
    out += found;
    out += ", expected ";
    out += expected;
    return out;
  }

 private:
  using Token = Lexer::token_type;

  /// A value that is no container, or the beginning of one, with what closes behind it.
  /// @return nothing: more follows; else whether the text is JSON.
  [[nodiscard]] std::optional<bool> parse_value() {
    if (token_ == Token::begin_array || token_ == Token::begin_object) {
      in_array_.push_back(token_ == Token::begin_array);
      builder_.start(in_array_.back() ? JsonKind::Array : JsonKind::Object);
      next();
      if (token_ != closing()) {
        if (!in_array_.back() && !member_name()) return false;
        return std::nullopt;
      }
    } else {
      if (!scalar()) return false;
      next();
    }
    while (!in_array_.empty() && token_ == closing()) {
      builder_.end();
      in_array_.pop_back();
      next();
    }
    if (in_array_.empty()) return is(Token::end_of_input);
    if (token_ != Token::value_separator) return is(closing());
    next();
    if (!in_array_.back() && !member_name()) return false;
    return std::nullopt;
  }

  void next() {
    if (plain_string()) return;
    token_ = lexer_.scan();
    if (token_ == Token::value_string) string_ = lexer_.get_string();
  }

  /// Reads a string without escapes, which is most of a document, at once: the
  /// lexer copies byte by byte. What is no such string is left to it.
  [[nodiscard]] bool plain_string() {
    // Behind other tokens the lexer may have looked ahead.
    if (token_ != Token::begin_object && token_ != Token::begin_array &&
        token_ != Token::name_separator && token_ != Token::value_separator) {
      return false;
    }
    const std::string_view rest = text_.substr(static_cast<std::size_t>(at_ - text_.data()));
    const std::size_t begin = rest.find_first_not_of(" \t\n\r");
    if (begin == std::string_view::npos || rest[begin] != '"') return false;
    const std::size_t end = plain_end(rest, begin + 1);
    if (end == rest.size() || rest[end] != '"') return false;
    string_ = rest.substr(begin + 1, end - begin - 1);
    token_ = Token::value_string;
    at_ += end + 1;
    unseen_ += end + 1;
    return true;
  }

  [[nodiscard]] bool is(Token expected) {
    expected_ = expected;
    return token_ == expected;
  }

  [[nodiscard]] Token closing() const {
    return in_array_.back() ? Token::end_array : Token::end_object;
  }

  /// Goes on to the member's value.
  [[nodiscard]] bool member_name() {
    if (!is(Token::value_string)) return false;
    builder_.key(string_);
    next();
    if (!is(Token::name_separator)) return false;
    next();
    return true;
  }

  [[nodiscard]] bool scalar() {
    switch (token_) {
      case Token::literal_null:
        builder_.value(JsonKind::Null);
        return true;
      case Token::literal_false:
        builder_.value(JsonKind::False);
        return true;
      case Token::literal_true:
        builder_.value(JsonKind::True);
        return true;
      case Token::value_string:
        builder_.value(JsonKind::String, string_);
        return true;
      case Token::value_unsigned:
      case Token::value_integer:
      case Token::value_float: {
        std::string& written = lexer_.get_string();
        // The lexer writes the locale's decimal point.
        for (char& c : written) {
          if (std::string_view("0123456789+-eE").find(c) == std::string_view::npos) c = '.';
        }
        builder_.value(JsonKind::Number, written);
        return true;
      }
      default:
        return is(Token::literal_or_value);
    }
  }

  /// The byte at which the token begins that was read last.
  [[nodiscard]] std::size_t token_begin(std::string_view found) const {
    const std::size_t read = lexer_.get_position().chars_read_total + unseen_;
    std::size_t at = std::min(read - 1, text_.size());
    switch (token_) {
      case Token::value_string:
        return string_begin(text_, at);
      case Token::value_unsigned:
      case Token::value_integer:
      case Token::value_float:
      case Token::literal_null:
      case Token::literal_false:
      case Token::literal_true:
        return word_begin(text_, at);
      default:
        break;
    }
    // A number ends before what is no part of a word: [1;2].
    const bool behind_number =
        at < text_.size() && !in_word(text_[at]) && at > 0 && is_digit(text_[at - 1]);
    if (found == "invalid literal" && !behind_number) at = word_begin(text_, at);
    while (at < text_.size() && at > 0 && (text_[at] & 0xC0) == 0x80) --at;
    return at;
  }

  std::string_view text_;
  const char* at_;
  Lexer lexer_;
  JsonTreeBuilder& builder_;
  Token token_ = Token::uninitialized;
  Token expected_ = Token::uninitialized;
  std::string_view string_;             ///< of the token, where that is one
  std::size_t unseen_ = 0;              ///< bytes that the lexer was not shown
  std::vector<std::uint8_t> in_array_;  ///< of the open levels, the outermost first
};

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

struct JsonParsing::Impl {
  Impl(std::string_view bytes, std::span<const std::string_view> names)
      : json(mended_json(bytes)),
        out{JsonTree(names), {}, {}},
        builder(out.tree, out.problems),
        parser(json.text, builder) {
    tell_of_mending(json, out.problems);
  }

  JsonText json;
  ParsedJson out;
  JsonTreeBuilder builder;
  JsonParser parser;
};

JsonParsing::JsonParsing(std::string_view json, std::span<const std::string_view> names)
    : impl_(std::make_unique<Impl>(json, names)) {}

JsonParsing::~JsonParsing() = default;

bool JsonParsing::step(std::size_t values) {
  const JsonParser::Progress progress = impl_->parser.parse(values);
  if (progress == JsonParser::Progress::Failed) impl_->out.syntax_error = impl_->parser.error();
  return progress != JsonParser::Progress::GoesOn;
}

ParsedJson& JsonParsing::parsed() { return impl_->out; }

ParsedJson parse_json(std::string_view bytes, std::span<const std::string_view> names) {
  JsonParsing parsing(bytes, names);
  parsing.step(SIZE_MAX);
  return std::move(parsing.parsed());
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
