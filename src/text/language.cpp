#include <algorithm>

#include "text/paragraph.h"

namespace article::text {
namespace {

using document::Language;

/// Lists, words between spaces.
struct Kinds {
  std::string_view chinese;
  std::string_view traditional;  ///< languages and regions
  std::string_view rightToLeft;
  std::string_view rightToLeftScripts;
};

constexpr Kinds kKinds = {
#include "languages/kinds.inc"
};

/// Languages whose words are in a file each: those written in Latin letters, and others.
struct Further {
  std::string_view latin;
  std::string_view other;
};

constexpr Further kFurther = {
#include "languages/further.inc"
};

/// By HanRegion, then of Arabic and of Hebrew script.
constexpr std::string_view kFonts[] = {
#include "languages/fonts.inc"
};
constexpr int kArabicFonts = 6;
constexpr int kHebrewFonts = 7;

bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::string_view first = list.substr(0, list.find(' '));
    if (first == word) return true;
    list.remove_prefix(std::min(list.size(), first.size() + 1));
  }
  return false;
}

bool has_latin_script(const Language& language) {
  return language.script() == "Latn" || language.script() == "Cyrl";
}

}  // namespace

Direction direction_of(const Language& language) {
  const bool right_to_left = language.script().empty()
                                 ? lists(kKinds.rightToLeft, language.name())
                                 : lists(kKinds.rightToLeftScripts, language.script());
  return right_to_left ? Direction::RightToLeft : Direction::LeftToRight;
}

HanRegion han_region(const Language& language) {
  const std::string_view region = language.region();
  if (has_latin_script(language)) return HanRegion::None;
  if (language.name() == "ja") return HanRegion::Japan;
  if (language.name() == "ko") return HanRegion::Korea;
  if (!is_chinese(language)) return HanRegion::None;
  // Region beats script (CLREQ, differences of the regions).
  if (region == "TW") return HanRegion::Taiwan;
  if (region == "HK" || region == "MO") return HanRegion::HongKong;
  if (region == "CN" || region == "SG" || region == "MY") return HanRegion::Mainland;
  if (language.script() == "Hans") return HanRegion::Mainland;
  if (language.name() == "yue") return HanRegion::HongKong;
  return language.script() == "Hant" ? HanRegion::Taiwan : HanRegion::Mainland;
}

bool is_chinese(const Language& language) {
  return lists(kKinds.chinese, language.name()) && !has_latin_script(language);
}

bool is_traditional(const Language& language) {
  const std::string_view script = language.script();
  if (script == "Hant" || script == "Hans") return script == "Hant";
  return lists(kKinds.traditional, language.region().empty() ? language.name() : language.region());
}

bool has_further_words(const Language& language) {
  return lists(kFurther.latin, language.name()) ||
         (language.script() != "Latn" && lists(kFurther.other, language.name()));
}

bool slants(const Language& language) {
  return !is_chinese(language) && han_region(language) == HanRegion::None &&
         direction_of(language) == Direction::LeftToRight;
}

std::string_view default_family(const Language& language) {
  if (direction_of(language) == Direction::LeftToRight)
    return kFonts[static_cast<int>(han_region(language))];
  const bool hebrew = language.script().empty() ? language.name() == "he" || language.name() == "yi"
                                                : language.script() == "Hebr";
  return kFonts[hebrew ? kHebrewFonts : kArabicFonts];
}

}  // namespace article::text
