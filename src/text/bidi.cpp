#include "text/bidi.h"

#include <algorithm>

#include <SheenBidi/SheenBidi.h>

#include "document/utf8.h"

namespace article::text {

void bidi_levels(std::string_view text, Direction direction, std::vector<std::uint8_t>& out) {
  const SBLevel base = direction == Direction::RightToLeft ? 1 : 0;
  out.assign(text.size(), base);
  const SBCodepointSequence sequence{SBStringEncodingUTF8, text.data(), text.size()};
  const SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
  if (algorithm == nullptr) return;
  for (std::size_t begin = 0; begin < text.size();) {
    const SBParagraphRef paragraph =
        SBAlgorithmCreateParagraph(algorithm, begin, text.size() - begin, base);
    if (paragraph == nullptr) break;
    const std::size_t length = SBParagraphGetLength(paragraph);
    std::copy_n(SBParagraphGetLevelsPtr(paragraph), length,
                out.begin() + static_cast<std::ptrdiff_t>(begin));
    SBParagraphRelease(paragraph);
    if (length == 0) break;
    begin += length;
  }
  SBAlgorithmRelease(algorithm);
}

std::string forced(std::string_view text, Direction direction) {
  const bool rtl = direction == Direction::RightToLeft;
  for (std::size_t at = 0; at < text.size();) {
    const document::CodePoint c = document::code_point_at(text, at);
    const SBBidiType type = SBCodepointGetBidiType(c.value);
    // Numbers are of an odd level only where they are overridden (I1, I2).
    const bool against = rtl ? type == SBBidiTypeL || type == SBBidiTypeEN || type == SBBidiTypeAN
                             : type == SBBidiTypeR || type == SBBidiTypeAL;
    if (against) return (rtl ? "\u202E" : "\u202D") + std::string(text) + "\u202C";
    at += c.bytes;
  }
  return std::string(text);
}

}  // namespace article::text
