#include "document/member_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "document/bidi_controls.h"
#include "document/language.h"
#include "document/time.h"
#include "document/utf8.h"

namespace article::document {
namespace {

constexpr double kMaxCount = 9007199254740991;  // 2^53 - 1
constexpr double kMaxPixels = 1'000'000;
constexpr std::size_t kExcerptCharacters = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

/// A decimal number as JSON writes it (leading zeros allowed), whatever the
/// locale; far from a double's last bit, which no member needs.
std::optional<double> parse_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  double value = 0;
  int power = 0;
  bool fraction = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !fraction)); ++i) {
    if (text[i] == '.') {
      fraction = true;
    } else {
      value = value * 10 + (text[i] - '0');
      power -= fraction ? 1 : 0;
    }
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    const bool down = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (i == text.size()) return std::nullopt;
    int exponent = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) {
      exponent = std::min(exponent * 10 + (text[i] - '0'), 9999);
    }
    power += down ? -exponent : exponent;
  }
  if (i < text.size()) return std::nullopt;
  for (; power < 0 && value > 0; ++power) value /= 10;
  for (; power > 0 && value > 0 && value < 1e300; --power) value *= 10;
  return negative ? -value : value;
}

/// `text` in quotes, short and without control characters.
std::string excerpt(std::string_view text) {
  std::string out = "\"";
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    if (characters == kExcerptCharacters) {
      out += "…";
      break;
    }
    const CodePoint c = code_point_at(text, at);
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
    append_code_point(out, control ? kReplacement : c.value);
    at += c.bytes;
  }
  return out + '"';
}

}  // namespace

// --- Problems

void MemberReader::add(Severity severity, std::string_view found, std::string_view expected) {
  if (problems_.size() >= kMaxProblems) {
    ++(severity == Severity::Error ? unlisted_errors_ : unlisted_warnings_);
    return;
  }
  Problem problem{severity, {}, "found "};
  for (const Step& step : path_) {
    append_token(problem.pointer, step.name.empty() ? std::to_string(step.index) : step.name);
  }
  problem.message += found;
  problem.message += ", expected ";
  problem.message += expected;
  problems_.push_back(std::move(problem));
}

void MemberReader::error(std::string_view found, std::string_view expected) {
  add(Severity::Error, found, expected);
}

void MemberReader::warn(std::string_view found, std::string_view expected) {
  add(Severity::Warning, found, expected);
}

void MemberReader::error(Node found, std::string_view expected) {
  error(described(found), expected);
}

void MemberReader::warn(Node found, std::string_view expected) { warn(described(found), expected); }

std::vector<Problem> MemberReader::take_problems() {
  if (unlisted_errors_ + unlisted_warnings_ > 0) {
    problems_.push_back({unlisted_errors_ > 0 ? Severity::Error : Severity::Warning,
                         {},
                         "found " + std::to_string(unlisted_errors_) + " more errors and " +
                             std::to_string(unlisted_warnings_) +
                             " more warnings, expected none; they are not listed"});
  }
  unlisted_errors_ = 0;
  unlisted_warnings_ = 0;
  return std::exchange(problems_, {});
}

std::string MemberReader::described(Node value) const {
  if (value == nullptr) return "nothing";
  switch (value->kind) {
    case JsonKind::Null:
      return "null";
    case JsonKind::False:
      return "false";
    case JsonKind::True:
      return "true";
    case JsonKind::Number:
      return "the number " + std::string(tree_.text(*value).substr(0, kExcerptCharacters));
    case JsonKind::String:
      return "the string " + excerpt(tree_.text(*value));
    case JsonKind::Array:
      return "an array";
    case JsonKind::Object:
      return "an object";
  }
  return {};
}

// --- Objects and arrays

MemberReader::Node MemberReader::find(Node object, std::string_view name) {
  Node found = nullptr;
  std::size_t count = 0;
  for (Node child = tree_.first_child(*object); child != nullptr;
       child = tree_.next_child(*object, *child)) {
    if (tree_.name(*child) != name) continue;
    found = child;
    ++count;
  }
  if (count > 1) {
    warn("the member " + std::to_string(count) + " times", "it once; the last counts");
  }
  return found == nullptr || found->kind == JsonKind::Null ? nullptr : found;
}

MemberReader::Node MemberReader::object_of(Node value, std::string_view expected) {
  if (value == nullptr) return nullptr;
  if (value->kind == JsonKind::Object) return value;
  // PHP writes an empty object as an empty array.
  const bool empty = value->kind == JsonKind::Array && tree_.first_child(*value) == nullptr;
  if (empty) {
    warn("an empty array", expected);
  } else {
    error(value, expected);
  }
  return nullptr;
}

MemberReader::Items::Items(MemberReader& in, Node array, Need need, std::size_t limit,
                           std::string_view what)
    : in_(in) {
  start(array, need, limit, what);
}

MemberReader::Items::Items(MemberReader& in, Node object, std::string_view name, Need need,
                           std::size_t limit, std::string_view what)
    : in_(in), steps_(1) {
  in_.path_.push_back({name, 0});
  start(in_.find(object, name), need, limit, what);
}

MemberReader::Items::~Items() { in_.path_.resize(in_.path_.size() - steps_); }

void MemberReader::Items::start(Node array, Need need, std::size_t limit, std::string_view what) {
  left_ = limit;
  if (array == nullptr) {
    if (need == Need::Required) in_.error("nothing", "an array");
    return;
  }
  if (array->kind == JsonKind::String || array->kind == JsonKind::Object) {
    in_.warn(array, "an array; taken as its one item");
    item_ = array;
    return;
  }
  if (array->kind != JsonKind::Array) {
    in_.error(array, "an array");
    return;
  }
  array_ = array;
  std::size_t count = 0;
  for (Node item = in_.tree_.first_child(*array); item != nullptr;
       item = in_.tree_.next_child(*array, *item)) {
    ++count;
  }
  if (count > limit) {
    in_.error(std::to_string(count) + ' ' + std::string(what),
              std::to_string(limit) + " at most; the rest is left out");
  }
}

MemberReader::Node MemberReader::Items::next() {
  if (array_ == nullptr) return std::exchange(item_, nullptr);
  if (item_ == nullptr) {
    item_ = in_.tree_.first_child(*array_);
    in_.path_.push_back({{}, 0});
    ++steps_;
  } else {
    item_ = in_.tree_.next_child(*array_, *item_);
    ++in_.path_.back().index;
  }
  if (item_ == nullptr || left_ == 0) {
    array_ = nullptr;
    in_.path_.pop_back();
    --steps_;
    return item_ = nullptr;
  }
  --left_;
  return item_;
}

// --- Strings

std::optional<std::string_view> MemberReader::string_of(Node value, Need need,
                                                        std::string_view expected) {
  if (value != nullptr && value->kind == JsonKind::String) return tree_.text(*value);
  if (value != nullptr && value->kind == JsonKind::Number) {
    warn(value, expected);
    return tree_.text(*value);
  }
  if (value != nullptr || need == Need::Required) error(value, expected);
  return std::nullopt;
}

std::string_view MemberReader::text(Node object, std::string_view name, Need need) {
  const At at(*this, name);
  return text_of(find(object, name), need);
}

std::string_view MemberReader::text_of(Node value, Need need) {
  WhiteSpace white_space(kMaxTextCharacters);
  const std::optional<std::string_view> written = string_of(value, need, "a string");
  if (!written) return {};
  std::string_view out = cleaned(*written, white_space);
  if (out.ends_with(' ')) out.remove_suffix(1);
  if (out.empty() && need == Need::Required && !text_is_cut_) {
    warn("a string without text", "text");
  }
  return closed(out);
}

std::string_view MemberReader::closed(std::string_view text) {
  const std::string ends = missing_ends(text);
  return ends.empty() ? text : strings_.keep(std::string(text) + ends);
}

std::string_view MemberReader::run_of(Node value, WhiteSpace& white_space) {
  const std::optional<std::string_view> written = string_of(value, Need::Required, "a string");
  return written ? cleaned(*written, white_space) : std::string_view();
}

std::string_view MemberReader::cleaned(std::string_view written, WhiteSpace& white_space) {
  std::string out;
  const bool told = white_space.controls_dropped();
  const bool cut = white_space.cut();
  const bool marked = white_space.marks_dropped();
  white_space.append(written, out, room_);
  if (white_space.controls_dropped() && !told) warn("control characters", "none");
  if (white_space.marks_dropped() && !marked)
    warn("more than 30 combining marks in a row", "that at most");
  if (!white_space.cut() || text_is_cut_) return strings_.keep(out);
  text_is_cut_ = room_ == 0;
  if (text_is_cut_)
    error("more than 1,000,000 characters of text", "that at most; the rest is left out");
  else if (!cut)
    error("a text of more than 10,000 characters", "that at most; the rest is left out");
  return strings_.keep(out);
}

std::string_view MemberReader::token(Node object, std::string_view name) {
  const At at(*this, name);
  return token_of(find(object, name));
}

std::string_view MemberReader::token_of(Node value) {
  const std::optional<std::string_view> written = string_of(value, Need::Optional, "a string");
  return strings_.keep(trimmed(written.value_or("")));
}

std::string_view MemberReader::language(Node object, std::string_view name) {
  const At at(*this, name);
  const Node value = find(object, name);
  const std::optional<std::string_view> written = string_of(value, Need::Optional, "a string");
  const std::string_view tag = trimmed(written.value_or(""));
  if (tag.empty()) return {};
  const Language language(tag);
  if (language.tag().empty())
    error(value, "a BCP 47 language tag");
  else if (tag.find('_') != std::string_view::npos)
    warn(value, "a BCP 47 language tag, with hyphens");
  return strings_.keep(language.tag());
}

std::string_view MemberReader::url(Node object, std::string_view name, UrlUse use, Need need) {
  const At at(*this, name);
  return url_of(find(object, name), use, need);
}

std::string_view MemberReader::url_of(Node value, UrlUse use, Need need) {
  const std::string_view expected =
      use == UrlUse::Link ? "an http, https, mailto or relative URL"
                          : "an http, https or relative URL, or data: or blob: of an image";
  if (value == nullptr || value->kind != JsonKind::String) {
    if (value != nullptr || need == Need::Required) error(value, expected);
    return {};
  }
  const std::string_view written = tree_.text(*value);
  if (trimmed(written).empty() && need == Need::Optional) return {};
  ResolvedUrl resolved = urls_.resolve(written, use);
  if (!resolved.fault.empty()) {
    error(std::string(resolved.fault) + ": " + excerpt(written), expected);
  }
  return strings_.keep(resolved.url);
}

std::optional<Time> MemberReader::time(Node object, std::string_view name) {
  const At at(*this, name);
  const Node value = find(object, name);
  if (value == nullptr) return std::nullopt;
  std::optional<Time> out;
  if (value->kind == JsonKind::String) {
    const std::string_view written = tree_.text(*value);
    if (trimmed(written).empty()) return std::nullopt;
    out = parse_time(written);
  }
  if (!out) error(value, "a time such as 2023-03-12 09:56 or 2023-03-12T09:56:00+08:00");
  return out;
}

// --- Numbers

bool MemberReader::flag(Node object, std::string_view name) {
  const At at(*this, name);
  const Node value = find(object, name);
  if (value == nullptr || value->kind == JsonKind::False) return false;
  if (value->kind == JsonKind::True) return true;
  const std::string_view written =
      value->kind == JsonKind::String || value->kind == JsonKind::Number ? tree_.text(*value) : "";
  const bool yes = written == "true" || written == "1";
  if (yes || written == "false" || written == "0") {
    warn(value, "true or false");
  } else {
    error(value, "true or false");
  }
  return yes;
}

std::optional<double> MemberReader::number_of(Node value, Need need, const Range& range) {
  if (value == nullptr && need == Need::Optional) return std::nullopt;
  std::optional<double> out;
  bool mended = false;
  if (value != nullptr && value->kind == JsonKind::Number) {
    out = parse_number(tree_.text(*value));
  } else if (value != nullptr && value->kind == JsonKind::String) {
    std::string_view written = trimmed(tree_.text(*value));
    if (written.empty() && need == Need::Optional) return std::nullopt;
    if (range.whole && written.ends_with("px"))
      written = trimmed(written.substr(0, written.size() - 2));
    out = parse_number(written);
    mended = out.has_value();
  }
  if (out && range.whole && *out != std::floor(*out)) {
    out = std::floor(*out);
    mended = true;
  }
  if (!out || !(*out >= range.low && *out <= range.high)) {
    error(value, range.expected);
    return std::nullopt;
  }
  if (mended) warn(value, range.expected);
  return out;
}

std::optional<double> MemberReader::number(Node object, std::string_view name, const Range& range,
                                           Need need) {
  const At at(*this, name);
  return number_of(find(object, name), need, range);
}

std::optional<std::int64_t> MemberReader::count(Node object, std::string_view name) {
  const std::optional<double> value =
      number(object, name, {0, kMaxCount, true, "an integer from 0 to 2^53 - 1"});
  if (!value) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

int MemberReader::pixels(Node object, std::string_view name, Need need) {
  const double least = need == Need::Required ? 1 : 0;
  const std::optional<double> value =
      number(object, name, {least, kMaxPixels, true, "an integer from 1 to 1,000,000"}, need);
  return static_cast<int>(value.value_or(0));
}

}  // namespace article::document
