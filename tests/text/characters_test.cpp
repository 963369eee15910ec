#include "text/characters.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "document/utf8.h"
#include "text/paragraph.h"

namespace article::text {
namespace {

/// Those of some characters that are so.
std::u32string those(bool (*is)(char32_t), std::u32string_view of) {
  std::u32string found;
  for (const char32_t c : of)
    if (is(c)) found += c;
  return found;
}

TEST(Characters, AreSpacesControlsOrLineEndsOrNone) {
  constexpr std::u32string_view kSpaces = U" \t\u1680\u2000\u2006\u2008\u200A\u205F\u3000";
  constexpr std::u32string_view kControls =
      U"\u0001\u001F\u007F\u0080\u009F\u061C\u200B\u200E\u200F\u202A\u202E\u2060\u206F\uFEFF\uFFF9"
      U"\uFFFB\U000E0001";
  constexpr std::u32string_view kLineEnds = U"\n\v\f\r\u0085\u2028\u2029";
  constexpr std::u32string_view kOthers =
      U"!~\u00A0\u167F\u1681\u1FFF\u2007\u202F\u2030\u205E\u2070\u3001a字\uFFF8\uFFFC\U000E0002";
  const std::u32string all =
      std::u32string(kSpaces).append(kControls).append(kLineEnds).append(kOthers);
  EXPECT_EQ(those(is_space, all), kSpaces);
  EXPECT_EQ(those(is_control, all), kControls);
  EXPECT_EQ(those(is_line_end, all), kLineEnds);
}

TEST(Characters, DrawNothingWhereAllAreWhiteOrControls) {
  for (const std::string_view text : {"", " \t", "\u00A0\u202F\u2007", "\u200B\u2028\n"})
    EXPECT_TRUE(is_blank(text));
  for (const std::string_view text : {"a", " 字", "\u00A0.", "\u2012"})
    EXPECT_FALSE(is_blank(text));
}

TEST(Characters, AreWideAsUax11HasThem) {
  // Full-width, wide, half-width; what is ambiguous or neutral is narrow.
  constexpr std::u32string_view kWide = U"\u1100字あㄅ，Ａ｡ﾊ\u2329😀\U00020000";
  EXPECT_EQ(those(is_wide, std::u32string(kWide) + U"a\u0905·“—\u2103\u10FF\u2E3A"),
            std::u32string(kWide));
}

TEST(Characters, AreLettersOrDigitsBesideHan) {
  constexpr std::u32string_view kLetters = U"azAZ09éжاक";
  EXPECT_EQ(
      those(is_letter_or_digit, std::u32string(kLetters) + U"/:@[`{字，。·—\u00A0\u2003 \u200B"),
      kLetters);
  EXPECT_EQ(those(is_digit, U"/09:\uFF0F０９\uFF1A٣"), U"09０９");
}

TEST(Characters, MayBeOfRightToLeftScripts) {
  constexpr std::u32string_view kBidi =
      U"\u0590א\u05F2ا\u08FF\u200F\u202A\u202E\u2066\u2069\uFB1D\uFDFF\uFE70\uFEFE\U00010800"
      U"\U00010FFF\U0001E800\U0001EFFF";
  constexpr std::u32string_view kOthers =
      U"a\u058F\u0900\u200E\u2029\u202F\u2065\u206A\uFB1C\uFE00\uFE6F\uFEFF\U000107FF\U00011000"
      U"\U0001E7FF\U0001F000字";
  EXPECT_EQ(those(needs_bidi, std::u32string(kBidi).append(kOthers)), kBidi);
}

TEST(Characters, AreMarksByWhereTheirInkIs) {
  constexpr HanRegion kRegions[] = {HanRegion::Mainland, HanRegion::Taiwan, HanRegion::Japan,
                                    HanRegion::Korea, HanRegion::None};
  const auto marks = [&](char32_t c) {
    std::string found;
    for (const HanRegion region : kRegions)
      found += "nocstmd"[static_cast<int>(mark_of(c, region))];
    return found;
  };
  struct Case {
    std::u32string_view characters;
    std::string_view marks;  ///< none, opening, closing, stop, cenTred, middle dot, dash, by region
  };
  const Case cases[] = {{U"〈《「『【〔〖〘〚〝（［｛｟", "oooon"},
                        {U"〉》」』】〕〗〙〛〞〟）］｝｠", "ccccn"},
                        {U"‘“", "ooonn"},
                        {U"’”", "cccnn"},
                        {U"、。，．", "ststn"},
                        {U"·", "mmmnn"},
                        {U"・‧", "mmmmn"},
                        {U"—…⋯", "dddnn"},
                        {U"⸺", "ddddn"},
                        {U"a字\u00B6", "nnnnn"}};
  for (const Case& c : cases)
    for (const char32_t character : c.characters) {
      std::string name;
      document::append_code_point(name, character);
      EXPECT_EQ(marks(character), c.marks) << name;
    }
}

}  // namespace
}  // namespace article::text
