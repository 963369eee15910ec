#include "document/language.h"

#include <algorithm>
#include <utility>

namespace article::document {
namespace {

/// "cmn=zh": another name of a language, and its own.
constexpr std::string_view kAliases[] = {
#include "languages/aliases.inc"
};

/// RFC 5646 §4.4.1 asks for 35 at least.
constexpr std::size_t kLongest = 100;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

template <class Test>
bool is(std::string_view part, std::size_t least, std::size_t most, Test test) {
  return part.size() >= least && part.size() <= most && std::ranges::all_of(part, test);
}

bool is_region(std::string_view part) {
  return is(part, 2, 2, is_letter) || is(part, 3, 3, is_digit);
}

bool is_variant(std::string_view part) {
  return is(part, 5, 8, is_letter_or_digit) ||
         (is(part, 4, 4, is_letter_or_digit) && is_digit(part[0]));
}

std::string_view first(std::string_view text) { return text.substr(0, text.find('-')); }

std::string_view after_first(std::string_view text) {
  return text.substr(std::min(text.size(), first(text).size() + 1));
}

/// "u-ca-gregory", "x-anything".
bool is_extension(std::string_view text) {
  std::string_view rest = after_first(text);
  if (!is(first(text), 1, 1, is_letter_or_digit) || rest.empty()) return false;
  for (; !rest.empty(); rest = after_first(rest))
    if (!is(first(rest), 1, 8, is_letter_or_digit)) return false;
  return true;
}

bool has_part(std::string_view tag, std::string_view part) {
  for (; !tag.empty(); tag = after_first(tag))
    if (first(tag) == part) return true;
  return false;
}

/// The language that stands first in `text` has its own name.
std::string renamed(std::string_view text) {
  for (const std::string_view alias : kAliases) {
    const std::string_view other = alias.substr(0, alias.find('='));
    if (!text.starts_with(other)) continue;
    const std::string_view rest = text.substr(other.size());
    if (rest.empty() || rest[0] == '-') {
      std::string name(alias.substr(other.size() + 1));
      name += rest;
      return name;
    }
  }
  return std::string(text);
}

/// In lower case, with hyphens and the language's own name.
std::string normalised(std::string_view written) {
  std::string text(written);
  for (char& c : text) {
    if (c == '_') c = '-';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  text = renamed(text);
  // An extended language stands for itself.
  std::string_view rest = text;
  while (is(first(rest), 2, 3, is_letter) && is(first(after_first(rest)), 3, 3, is_letter))
    rest = after_first(rest);
  return renamed(rest);
}

}  // namespace

Language::Language(std::string_view written) {
  const std::string text = normalised(written);
  if (text.size() > kLongest || text.ends_with('-') || !is(first(text), 2, 3, is_letter)) return;
  std::string_view rest = text;
  std::string tag;
  const auto take = [&](std::size_t capitals) {
    const std::string_view part = first(rest);
    if (!tag.empty()) tag += '-';
    for (std::size_t i = 0; i < part.size(); ++i)
      tag += i < capitals && is_letter(part[i]) ? static_cast<char>(part[i] - 'a' + 'A') : part[i];
    rest = after_first(rest);
    return static_cast<unsigned char>(part.size());
  };
  const unsigned char name = take(0);
  const unsigned char script = is(first(rest), 4, 4, is_letter) ? take(1) : 0;
  const unsigned char region = is_region(first(rest)) ? take(3) : 0;
  while (is_variant(first(rest)) && !has_part(tag, first(rest))) take(0);
  if (!rest.empty() && !is_extension(rest)) return;
  tag_ = std::move(tag);
  name_ = name;
  script_ = script;
  region_ = region;
}

}  // namespace article::document
