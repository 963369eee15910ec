#include "document/marks.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <linebreak.h>
extern "C" {
#include <linebreakdef.h>
}

namespace article::document {
namespace {

struct Range {
  std::uint16_t first;
  std::uint16_t last;
};

/// Marks that line breaking does not tell from letters: Thai, Lao, Burmese,
/// Khmer and their relatives (class SA), and a few of other classes.
constexpr Range kMarks[] = {
    {0x035C, 0x0362}, {0x0E31, 0x0E31}, {0x0E33, 0x0E3A}, {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1},
    {0x0EB3, 0x0EBC}, {0x0EC8, 0x0ECE}, {0x0F7F, 0x0F7F}, {0x102D, 0x1037}, {0x1039, 0x103E},
    {0x1056, 0x1059}, {0x105E, 0x1060}, {0x1071, 0x1074}, {0x1082, 0x1082}, {0x1084, 0x1086},
    {0x108D, 0x108D}, {0x109D, 0x109D}, {0x17B4, 0x17D3}, {0x17DD, 0x17DD}, {0x1A55, 0x1A60},
    {0x1A62, 0x1A62}, {0x1A65, 0x1A7C}, {0x1A7F, 0x1A7F}, {0x1DCD, 0x1DCD}, {0x1DFC, 0x1DFC},
    {0xA9E5, 0xA9E5}, {0xAA7C, 0xAA7C}, {0xAAB0, 0xAAB0}, {0xAAB2, 0xAAB4}, {0xAAB7, 0xAAB8},
    {0xAABE, 0xAABF}, {0xAAC1, 0xAAC1}, {0xFF9E, 0xFF9F}};

}  // namespace

bool is_mark(char32_t c) {
  // Before the first mark, Han and Hangul, and formats, which are of class CM too.
  if (c < 0x300 || (c > 0x309A && c < 0xA66F) || (c >= 0xAC00 && c < 0xFB1E) || c == 0x61C ||
      (c >= 0x200B && c <= 0x206F)) {
    return false;
  }
  const auto* const after =
      std::upper_bound(std::begin(kMarks), std::end(kMarks), c,
                       [](char32_t value, const Range& range) { return value < range.first; });
  if (after != std::begin(kMarks) && c <= (after - 1)->last) return true;
  const LineBreakContext context{};
  const LineBreakClass breaks = lb_get_char_class(&context, c);
  return breaks == LBP_CM || breaks == LBP_EM;
}

}  // namespace article::document
