#include "text/characters.h"

#include <algorithm>
#include <span>

#include "document/utf8.h"
#include "text/paragraph.h"

extern "C" {
#include <eastasianwidthdef.h>
}

namespace article::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool in_ranges(char32_t c, std::span<const Range> ranges) {
  const auto* const after =
      std::upper_bound(ranges.data(), ranges.data() + ranges.size(), c,
                       [](char32_t v, const Range& r) { return v < r.first; });
  return after != ranges.data() && c <= (after - 1)->last;
}

// Unicode 17.0 emoji-data.txt, Emoji_Presentation=Yes.
constexpr Range kEmojiPresentation[] = {
    {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},
    {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},
    {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},
    {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F1E6, 0x1F1FF}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F21A},
    {0x1F22F, 0x1F22F}, {0x1F232, 0x1F236}, {0x1F238, 0x1F23A}, {0x1F250, 0x1F251},
    {0x1F300, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393},
    {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4},
    {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D},
    {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC},
    {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6D8}, {0x1F6DC, 0x1F6DF}, {0x1F6EB, 0x1F6EC},
    {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB}, {0x1F7F0, 0x1F7F0}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FA7C}, {0x1FA80, 0x1FA8A},
    {0x1FA8E, 0x1FAC6}, {0x1FAC8, 0x1FAC8}, {0x1FACD, 0x1FADC}, {0x1FADF, 0x1FAEA},
    {0x1FAEF, 0x1FAF8}};

// Script=Han, Hiragana, Katakana, Bopomofo, and CJK strokes.
constexpr Range kHan[] = {{0x2E80, 0x2FD5}, {0x3005, 0x3007},   {0x3021, 0x3029},  {0x3031, 0x3035},
                          {0x303B, 0x303B}, {0x3041, 0x309F},   {0x30A1, 0x30FA},  {0x30FC, 0x30FF},
                          {0x3105, 0x312F}, {0x31A0, 0x31FF},   {0x3400, 0x4DBF},  {0x4E00, 0x9FFF},
                          {0xF900, 0xFAFF}, {0x1B000, 0x1B167}, {0x20000, 0x3FFFD}};

// Punctuation and symbols below U+2E80 that no gap parts from Han; all else
// outside ASCII that is not wide counts as letters.
constexpr Range kNotLetters[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},      {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2C2, 0x2DF},   {0x589, 0x58F},   {0x5BE, 0x5BE},    {0x5F3, 0x5F4},
    {0x600, 0x61F},   {0x66A, 0x66D},   {0x6D4, 0x6D4},   {0x2000, 0x206F},  {0x20A0, 0x20CF},
    {0x2103, 0x2103}, {0x2109, 0x2109}, {0x2190, 0x245F}, {0x2500, 0x2BFF},  {0x2E00, 0x2E7F},
    {0xE000, 0xF8FF}, {0xFE00, 0xFE0F}, {0xFFF9, 0xFFFD}, {0x1F000, 0x1FAFF}};

}  // namespace

bool is_color_emoji(std::string_view cluster) {
  const document::CodePoint first = document::code_point_at(cluster, 0);
  // The least character that can have VS16 is '#', of a keycap.
  if (cluster.size() < 3) return false;
  bool color = in_ranges(first.value, kEmojiPresentation);
  for (std::size_t at = first.bytes; at < cluster.size();) {
    const document::CodePoint next = document::code_point_at(cluster, at);
    if (next.value == 0xFE0F) return true;
    if (next.value == 0xFE0E && at == first.bytes) color = false;
    at += next.bytes;
  }
  return color;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const document::CodePoint c = document::code_point_at(text, at);
    if (!is_space(c.value) && !is_control(c.value) && !is_line_end(c.value) && c.value != 0xA0 &&
        c.value != 0x202F && c.value != 0x2007)
      return false;
    at += c.bytes;
  }
  return true;
}

bool is_control(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return !is_space(c) && !is_line_end(c);
  return c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         c == 0xE0001;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
         c == 0x205F || c == 0x3000;
}

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_han(char32_t c) { return c >= 0x2E80 && in_ranges(c, kHan); }

bool is_wide(char32_t c) {
  if (c < 0x1100) return false;
  if (is_han(c)) return true;
  const EastAsianWidthClass width = ub_get_char_eaw_class(c);
  return width == EAW_F || width == EAW_W || width == EAW_H;
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return !in_ranges(c, kNotLetters) && !is_wide(c) && !is_control(c) && !is_space(c);
}

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19); }

bool needs_bidi(char32_t c) {
  if (c < 0x590) return false;
  return c <= 0x8FF || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

Mark mark_of(char32_t c, HanRegion region) {
  if (region == HanRegion::None || c < 0xB7) return Mark::None;
  switch (c) {
    case 0xB7:
      return region == HanRegion::Korea ? Mark::None : Mark::MiddleDot;
    case 0x2027:
    case 0x30FB:
      return Mark::MiddleDot;
    case 0x2014:
    case 0x2026:
    case 0x22EF:
      return region == HanRegion::Korea ? Mark::None : Mark::Dash;
    case 0x2E3A:
      return Mark::Dash;
    case 0x2018:
    case 0x201C:
      return region == HanRegion::Korea ? Mark::None : Mark::Opening;
    case 0x2019:
    case 0x201D:
      return region == HanRegion::Korea ? Mark::None : Mark::Closing;
    case 0x3008:
    case 0x300A:
    case 0x300C:
    case 0x300E:
    case 0x3010:
    case 0x3014:
    case 0x3016:
    case 0x3018:
    case 0x301A:
    case 0x301D:
    case 0xFF08:
    case 0xFF3B:
    case 0xFF5B:
    case 0xFF5F:
      return Mark::Opening;
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0x3017:
    case 0x3019:
    case 0x301B:
    case 0x301E:
    case 0x301F:
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D:
    case 0xFF60:
      return Mark::Closing;
    case 0x3001:
    case 0x3002:
    case 0xFF0C:
    case 0xFF0E:
      return region == HanRegion::Mainland || region == HanRegion::Japan ? Mark::Stop
                                                                         : Mark::Centred;
    case 0xFF01:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
      return region == HanRegion::Mainland ? Mark::Stop : Mark::Centred;
    default:
      return Mark::None;
  }
}

}  // namespace article::text
