#include "text/bidi.h"

#include <algorithm>

#include <SheenBidi/SheenBidi.h>

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

}  // namespace article::text
