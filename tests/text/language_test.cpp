#include <gtest/gtest.h>

#include "text/paragraph.h"

namespace article::text {
namespace {

/// Read by tests/modules/language.test.js too: web/core/language.js says the same.
struct Case {
  std::string_view written;
  std::string_view tag;
  std::string_view direction;
  std::string_view han;         ///< whose typography
  std::string_view characters;  ///< of Chinese
};

const Case kCases[] = {
    // Chinese as pages write it
    {"zh", "zh", "ltr", "Mainland", "Simplified"},
    {"ZH", "zh", "ltr", "Mainland", "Simplified"},
    {"zh_CN", "zh-CN", "ltr", "Mainland", "Simplified"},
    {"zh-cn", "zh-CN", "ltr", "Mainland", "Simplified"},
    {"zh-SG", "zh-SG", "ltr", "Mainland", "Simplified"},
    {"zh-my", "zh-MY", "ltr", "Mainland", "Simplified"},
    {"zh-Hans", "zh-Hans", "ltr", "Mainland", "Simplified"},
    {"zh_hans_cn", "zh-Hans-CN", "ltr", "Mainland", "Simplified"},
    {"zh-Hant", "zh-Hant", "ltr", "Taiwan", "Traditional"},
    {"ZH_tw", "zh-TW", "ltr", "Taiwan", "Traditional"},
    {"zh-HK", "zh-HK", "ltr", "HongKong", "Traditional"},
    {"zh-mo", "zh-MO", "ltr", "HongKong", "Traditional"},
    {"zh-CHS", "zh-Hans", "ltr", "Mainland", "Simplified"},
    {"zh-CHT", "zh-Hant", "ltr", "Taiwan", "Traditional"},
    // a script that is named decides on characters, a region on rules
    {"zh-hant-cn", "zh-Hant-CN", "ltr", "Mainland", "Traditional"},
    {"ZH-HANT-HK", "zh-Hant-HK", "ltr", "HongKong", "Traditional"},
    {"zh-Hans-HK", "zh-Hans-HK", "ltr", "HongKong", "Simplified"},
    {"zh-Hans-TW", "zh-Hans-TW", "ltr", "Taiwan", "Simplified"},
    {"zh-Hani-TW", "zh-Hani-TW", "ltr", "Taiwan", "Traditional"},
    {"zh-Latn-pinyin", "zh-Latn-pinyin", "ltr", "None", ""},
    // the languages of Chinese, by themselves and as extended languages
    {"cmn-Hans", "zh-Hans", "ltr", "Mainland", "Simplified"},
    {"zh-cmn-Hant-TW", "zh-Hant-TW", "ltr", "Taiwan", "Traditional"},
    {"zho", "zh", "ltr", "Mainland", "Simplified"},
    {"CHI_TW", "zh-TW", "ltr", "Taiwan", "Traditional"},
    {"yue", "yue", "ltr", "HongKong", "Traditional"},
    {"zh-yue-HK", "yue-HK", "ltr", "HongKong", "Traditional"},
    {"yue_hans", "yue-Hans", "ltr", "Mainland", "Simplified"},
    {"yue-CN", "yue-CN", "ltr", "Mainland", "Simplified"},
    {"wuu", "wuu", "ltr", "Mainland", "Simplified"},
    {"zh-min-nan", "nan", "ltr", "Mainland", "Simplified"},
    {"nan-Latn-TW", "nan-Latn-TW", "ltr", "None", ""},
    {"nan-tw", "nan-TW", "ltr", "Taiwan", "Traditional"},
    {"i-hak", "hak", "ltr", "Mainland", "Simplified"},
    {"zh-Hakka", "hak", "ltr", "Mainland", "Simplified"},
    {"lzh", "lzh", "ltr", "Mainland", "Traditional"},
    {"zha", "zha", "ltr", "None", ""},
    // other Han typography
    {"ja", "ja", "ltr", "Japan", ""},
    {"ja_JP", "ja-JP", "ltr", "Japan", ""},
    {"jpn", "ja", "ltr", "Japan", ""},
    {"jam", "jam", "ltr", "None", ""},
    {"ja-Latn", "ja-Latn", "ltr", "None", ""},
    {"ko-kr", "ko-KR", "ltr", "Korea", ""},
    {"kok", "kok", "ltr", "None", ""},
    // from right to left
    {"ar", "ar", "rtl", "None", ""},
    {"AR_eg", "ar-EG", "rtl", "None", ""},
    {"arb", "ar", "rtl", "None", ""},
    {"ar-arz", "arz", "rtl", "None", ""},
    {"ar-Latn", "ar-Latn", "ltr", "None", ""},
    {"iw", "he", "rtl", "None", ""},
    {"iw_IL", "he-IL", "rtl", "None", ""},
    {"ji", "yi", "rtl", "None", ""},
    {"fas", "fa", "rtl", "None", ""},
    {"ur", "ur", "rtl", "None", ""},
    {"ckb", "ckb", "rtl", "None", ""},
    {"az-arab", "az-Arab", "rtl", "None", ""},
    {"ku", "ku", "ltr", "None", ""},
    // others
    {"en_US", "en-US", "ltr", "None", ""},
    {"EN-gb", "en-GB", "ltr", "None", ""},
    {"en-UK", "en-GB", "ltr", "None", ""},
    {"en-GB-oed", "en-GB", "ltr", "None", ""},
    {"en-gb-OXENDICT", "en-GB-oxendict", "ltr", "None", ""},
    {"es-419", "es-419", "ltr", "None", ""},
    {"in", "id", "ltr", "None", ""},
    {"de-1901", "de-1901", "ltr", "None", ""},
    {"de-AT-1996", "de-AT-1996", "ltr", "None", ""},
    {"sr_latn_rs", "sr-Latn-RS", "ltr", "None", ""},
    {"und", "und", "ltr", "None", ""},
    // extensions and private use are left out
    {"zh-CN-u-nu-hanidec", "zh-CN", "ltr", "Mainland", "Simplified"},
    {"zh-x-Hant", "zh", "ltr", "Mainland", "Simplified"},
    {"en-a-bbb-x-a-ccc", "en", "ltr", "None", ""},
    // no language is named
    {"", "", "ltr", "None", ""},
    {"x", "", "ltr", "None", ""},
    {"x-ar", "", "ltr", "None", ""},
    {"i-default", "", "ltr", "None", ""},
    {"a b", "", "ltr", "None", ""},
    {"zh CN", "", "ltr", "None", ""},
    {" zh", "", "ltr", "None", ""},
    {"zh-", "", "ltr", "None", ""},
    {"-zh", "", "ltr", "None", ""},
    {"zh--CN", "", "ltr", "None", ""},
    {"zh-CN-", "", "ltr", "None", ""},
    {"zh-CN-u", "", "ltr", "None", ""},
    {"zh-u-", "", "ltr", "None", ""},
    {"zh-CN-TW", "", "ltr", "None", ""},
    {"zh-CN-Hans", "", "ltr", "None", ""},
    {"zh-Hans-Hant", "", "ltr", "None", ""},
    {"zh.CN", "", "ltr", "None", ""},
    {"zh-CN,en", "", "ltr", "None", ""},
    {"*", "", "ltr", "None", ""},
    {"Hant", "", "ltr", "None", ""},
    {"english", "", "ltr", "None", ""},
    {"12", "", "ltr", "None", ""},
    {"中文", "", "ltr", "None", ""},
    {"zh-中文", "", "ltr", "None", ""},
    {"de-1996-1996", "", "ltr", "None", ""},
    {"en-us-abc", "", "ltr", "None", ""},
    {"en-abcdefghi", "", "ltr", "None", ""},
    {"en-x-abcdefghi", "", "ltr", "None", ""},
};

std::string_view name_of(HanRegion region) {
  constexpr std::string_view kNames[] = {"None",     "Mainland", "Taiwan",
                                         "HongKong", "Japan",    "Korea"};
  return kNames[static_cast<int>(region)];
}

TEST(Language, IsReadInAnyUsualForm) {
  for (const Case& c : kCases) {
    const document::Language language(c.written);
    EXPECT_EQ(language.tag(), c.tag) << c.written;
    EXPECT_EQ(direction_of(language) == Direction::RightToLeft ? "rtl" : "ltr", c.direction)
        << c.written;
    EXPECT_EQ(name_of(han_region(language)), c.han) << c.written;
    EXPECT_EQ(is_chinese(language), !c.characters.empty()) << c.written;
    if (is_chinese(language)) {
      EXPECT_EQ(is_traditional(language), c.characters == "Traditional") << c.written;
    }
    EXPECT_EQ(slants(language), c.direction == "ltr" && c.han == "None") << c.written;
  }
}

TEST(Language, IsTheSameReadAgain) {
  for (const Case& c : kCases) EXPECT_EQ(document::Language(c.tag).tag(), c.tag);
}

TEST(Language, IsNoneInATagWithoutEnd) {
  std::string variants = "en";
  for (char c = 'a'; c <= 'n'; ++c) variants += std::string("-") + std::string(6, c);
  EXPECT_EQ(variants.size(), 100U);
  EXPECT_EQ(document::Language(variants).tag(), variants);
  EXPECT_EQ(document::Language(variants + "z").tag(), "");
  for (int i = 0; i < 12; ++i) variants += variants;  // half a MB: not to be gone through
  EXPECT_EQ(document::Language(variants).tag(), "");
}

TEST(Language, HasItsSubtags) {
  const document::Language all("ZH_hant_hk-variant-x-y");
  EXPECT_EQ(all.name(), "zh");
  EXPECT_EQ(all.script(), "Hant");
  EXPECT_EQ(all.region(), "HK");
  EXPECT_EQ(all.tag(), "zh-Hant-HK-variant");
  const document::Language some("es-419");
  EXPECT_EQ(some.script(), "");
  EXPECT_EQ(some.region(), "419");
  const document::Language none("-");
  EXPECT_EQ(none.name(), "");
  EXPECT_EQ(none.region(), "");
}

TEST(Language, NamesFamiliesBeforeGenericOnes) {
  for (const char* tag : {"zh", "zh-TW", "zh-HK", "ja", "ko", "ar", "he", "en", ""}) {
    const std::string_view list = default_family(tag);
    EXPECT_TRUE(list.ends_with(", sans-serif")) << tag;
    EXPECT_EQ(list.find("system-ui"), std::string_view::npos) << tag;
  }
  EXPECT_TRUE(default_family("zh-CN").starts_with(R"("PingFang SC")"));
  EXPECT_TRUE(default_family("zh-TW").starts_with(R"("PingFang TC")"));
  EXPECT_TRUE(default_family("iw").starts_with(R"("Arial Hebrew")"));
  EXPECT_TRUE(default_family("ar-EG").starts_with(R"("Geeza Pro")"));
  EXPECT_EQ(default_family("jam"), default_family("en"));
}

}  // namespace
}  // namespace article::text
