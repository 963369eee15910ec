#include "document/white_space.h"

#include <algorithm>

#include "document/marks.h"
#include "document/utf8.h"

namespace article::document {
namespace {

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || is_line_end(c); }

/// Spaces that are not collapsed, with which editors indent by hand.
bool is_wide_space(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Wide East Asian characters but Hangul, which is written with spaces.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x3190 && c <= 0xA4CF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

void WhiteSpace::append(std::string_view text, std::string& out, std::size_t& room) {
  const std::size_t before = std::min(room, left_);
  std::size_t within = before;
  append_within(text, out, within);
  // A space that is taken back may have been a former run's.
  room = room + within - before;
  left_ = left_ + within - before;
}

bool WhiteSpace::is_mark(char32_t c) {
  char32_t& known = known_marks_[c % known_marks_.size()];
  if (known == c) return true;
  if (!document::is_mark(c)) return false;
  known = c;
  return true;
}

void WhiteSpace::append_within(std::string_view text, std::string& out, std::size_t& room) {
  out.reserve(out.size() + std::min(text.size(), 4 * room));
  for (std::size_t at = 0; at < text.size();) {
    // Words in ASCII, which most of a Latin text is, at once.
    std::size_t end = at;
    const std::size_t last = at + std::min(text.size() - at, room);
    while (end < last && text[end] > ' ' && text[end] < 0x7F) ++end;
    if (end > at) {
      out.append(text, at, end - at);
      before_ = static_cast<unsigned char>(text[end - 1]);
      after_space_ = after_line_end_ = false;
      marks_ = 0;
      room -= end - at;
      at = end;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    at += point.bytes;
    if (is_space(c)) {
      marks_ = 0;
      after_line_end_ = after_line_end_ || is_line_end(c);
      if (!after_space_ && room > 0) {
        out += ' ';
        after_space_ = true;
        --room;
      }
      continue;
    }
    if (before_ == 0 && is_wide_space(c)) continue;
    if (is_control(c)) {
      controls_dropped_ = true;
      continue;
    }
    marks_ = is_mark(c) ? marks_ + 1 : 0;
    if (marks_ > kMostMarks) {
      marks_dropped_ = true;
      // The same one again and again costs a look at its bytes.
      std::size_t same = at;
      while (same < text.size() && text[same] == text[same - point.bytes]) ++same;
      at = same - (same - at) % point.bytes;
      continue;
    }
    if (after_line_end_ && is_wide(before_) && is_wide(c) && out.ends_with(' ')) {
      out.pop_back();
      ++room;
    }
    if (room == 0) {
      cut_ = true;
      return;
    }
    out.append(text, at - point.bytes, point.bytes);
    before_ = c;
    after_space_ = false;
    after_line_end_ = false;
    --room;
  }
}

}  // namespace article::document
