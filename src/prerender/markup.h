#pragma once

#include <string>
#include <string_view>

/// Text on its way into HTML and JSON, where it stays text whatever it holds.
namespace article::prerender {

/// Text of an element or of an attribute between double quotes.
void append_text(std::string& out, std::string_view text);

/// ` name="value"`.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// A URL of a `srcset`: white space, and commas at its ends, would part it from the others.
void append_candidate(std::string& out, std::string_view url);

/// A JSON value, written member by member. No `<` stands in it, so that it may stand in a `script`.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object(std::string_view key = {}) { begin(key, '{'); }
  void end_object() { end('}'); }
  void begin_array(std::string_view key = {}) { begin(key, '['); }
  void end_array() { end(']'); }
  /// @param key "" within an array
  void member(std::string_view key, std::string_view text);
  /// The same, nothing where there is no text.
  void text(std::string_view key, std::string_view text);
  void number(std::string_view key, long long number);

 private:
  void key(std::string_view key);
  void begin(std::string_view name, char bracket);
  void end(char bracket);
  void quoted(std::string_view text);

  std::string& out_;
  bool first_ = true;
};

}  // namespace article::prerender
