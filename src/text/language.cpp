#include <algorithm>
#include <array>

#include "text/paragraph.h"

namespace article::text {
namespace {

/// The subtags that matter, in lower case (BCP 47 section 2.1).
struct Tag {
  std::array<char, 8> language{};
  std::array<char, 8> script{};
  std::array<char, 8> region{};
};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view view(const std::array<char, 8>& subtag) { return subtag.data(); }

Tag parse(std::string_view text) {
  Tag tag;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("-_");
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (part.size() == 1) break;  // extensions and private use
    const auto put = [part](std::array<char, 8>& into) {
      if (part.size() < into.size()) std::transform(part.begin(), part.end(), into.begin(), lower);
    };
    const bool digits = part.size() == 3 && part[0] >= '0' && part[0] <= '9';
    if (first) {
      put(tag.language);
    } else if (part.size() == 4 && !(part[0] >= '0' && part[0] <= '9')) {
      put(tag.script);
    } else if ((part.size() == 2 || digits) && tag.region[0] == 0) {
      put(tag.region);
    } else if (part.size() == 3 && tag.script[0] == 0 && tag.region[0] == 0) {
      put(tag.language);  // an extended language, as in zh-yue
    }
    first = false;
  }
  return tag;
}

template <std::size_t N>
bool one_of(std::string_view what, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), what) != std::end(list);
}

bool chinese_language(std::string_view language) {
  static constexpr std::string_view kChinese[] = {"zh",  "cmn", "yue", "wuu", "nan",
                                                  "hak", "gan", "hsn", "cdo", "cjy",
                                                  "lzh", "mnp", "cpx", "czh", "czo"};
  return one_of(language, kChinese);
}

bool latin_script(std::string_view script) { return script == "latn" || script == "cyrl"; }

}  // namespace

Direction direction_of(std::string_view language) {
  static constexpr std::string_view kScripts[] = {"arab", "aran", "hebr", "syrc", "syre",
                                                  "syrj", "syrn", "thaa", "nkoo", "adlm",
                                                  "rohg", "mand", "samr", "mend", "yezi"};
  static constexpr std::string_view kLanguages[] = {
      "ar",  "he",  "iw",  "fa",  "prs", "ur",  "ps",  "sd",  "ug",  "yi",  "ji",
      "dv",  "ckb", "syr", "arc", "nqo", "rhg", "pnb", "skr", "azb", "lrc", "glk",
      "mzn", "bal", "bqi", "sdh", "arb", "ary", "arz", "apc", "acm", "aeb", "ajp"};
  const Tag tag = parse(language);
  const bool right_to_left = tag.script[0] != 0 ? one_of(view(tag.script), kScripts)
                                                : one_of(view(tag.language), kLanguages);
  return right_to_left ? Direction::RightToLeft : Direction::LeftToRight;
}

HanRegion han_region(std::string_view language) {
  const Tag tag = parse(language);
  const std::string_view name = view(tag.language);
  const std::string_view script = view(tag.script);
  const std::string_view region = view(tag.region);
  if (latin_script(script)) return HanRegion::None;
  if (name == "ja") return HanRegion::Japan;
  if (name == "ko") return HanRegion::Korea;
  if (!chinese_language(name)) return HanRegion::None;
  // Region beats script (CLREQ, differences of the regions).
  if (region == "tw") return HanRegion::Taiwan;
  if (region == "hk" || region == "mo") return HanRegion::HongKong;
  if (region == "cn" || region == "sg" || region == "my") return HanRegion::Mainland;
  if (script == "hans") return HanRegion::Mainland;
  if (name == "yue") return HanRegion::HongKong;
  return script == "hant" ? HanRegion::Taiwan : HanRegion::Mainland;
}

bool is_chinese(std::string_view language) {
  const Tag tag = parse(language);
  return chinese_language(view(tag.language)) && !latin_script(view(tag.script));
}

std::string_view default_family(std::string_view language) {
  switch (han_region(language)) {
    case HanRegion::Mainland:
      return R"("PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", )"
             R"("Noto Sans SC", "Microsoft YaHei", sans-serif)";
    case HanRegion::Taiwan:
      return R"("PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", )"
             R"(sans-serif)";
    case HanRegion::HongKong:
      return R"("PingFang HK", "PingFang TC", "Noto Sans CJK HK", "Noto Sans HK", )"
             R"("Microsoft JhengHei", sans-serif)";
    case HanRegion::Japan:
      return R"("Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", Meiryo, )"
             R"(sans-serif)";
    case HanRegion::Korea:
      return R"("Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", )"
             R"(sans-serif)";
    case HanRegion::None:
      break;
  }
  const Tag tag = parse(language);
  const std::string_view name = view(tag.language);
  const std::string_view script = view(tag.script);
  if (direction_of(language) == Direction::RightToLeft) {
    if (name == "he" || name == "iw" || name == "yi" || script == "hebr")
      return R"("Arial Hebrew", "Noto Sans Hebrew", "Segoe UI", Arial, sans-serif)";
    return R"("Geeza Pro", "Noto Sans Arabic", "Noto Sans", "Segoe UI", Tahoma, Arial, sans-serif)";
  }
  return R"("Helvetica Neue", "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif)";
}

}  // namespace article::text
