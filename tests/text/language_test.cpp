#include <gtest/gtest.h>

#include "text/paragraph.h"

namespace article::text {
namespace {

TEST(Language, HasARegionOfHanTypography) {
  struct Case {
    std::string_view language;
    HanRegion region;
  };
  const Case cases[] = {{"zh", HanRegion::Mainland},
                        {"zh-CN", HanRegion::Mainland},
                        {"zh-SG", HanRegion::Mainland},
                        {"zh-Hans", HanRegion::Mainland},
                        {"zh-Hant", HanRegion::Taiwan},
                        {"zh-TW", HanRegion::Taiwan},
                        {"zh-HK", HanRegion::HongKong},
                        {"zh-MO", HanRegion::HongKong},
                        {"zh-Hant-CN", HanRegion::Mainland},
                        {"zh-hant-hk", HanRegion::HongKong},
                        {"ZH_tw", HanRegion::Taiwan},
                        {"yue", HanRegion::HongKong},
                        {"zh-yue", HanRegion::HongKong},
                        {"cmn-Hans", HanRegion::Mainland},
                        {"zh-Latn", HanRegion::None},
                        {"ja", HanRegion::Japan},
                        {"ko-KR", HanRegion::Korea},
                        {"en", HanRegion::None},
                        {"", HanRegion::None},
                        {"zha", HanRegion::None}};
  for (const Case& c : cases) EXPECT_EQ(han_region(c.language), c.region) << c.language;
}

TEST(Language, IsChineseOrNot) {
  for (const char* tag : {"zh", "zh-TW", "yue", "cmn-Hant"}) EXPECT_TRUE(is_chinese(tag)) << tag;
  for (const char* tag : {"ja", "en", "", "zh-Latn-pinyin"}) EXPECT_FALSE(is_chinese(tag)) << tag;
}

TEST(Language, HasADirection) {
  for (const char* tag : {"ar", "ar-EG", "he", "fa", "ur", "ug", "az-Arab", "ckb"})
    EXPECT_EQ(direction_of(tag), Direction::RightToLeft) << tag;
  for (const char* tag : {"en", "zh", "ar-Latn", "ku", "az", "", "x-ar"})
    EXPECT_EQ(direction_of(tag), Direction::LeftToRight) << tag;
}

TEST(Language, NamesFamiliesBeforeGenericOnes) {
  for (const char* tag : {"zh", "zh-TW", "zh-HK", "ja", "ko", "ar", "he", "en", ""}) {
    const std::string_view list = default_family(tag);
    EXPECT_TRUE(list.ends_with(", sans-serif")) << tag;
    EXPECT_EQ(list.find("system-ui"), std::string_view::npos) << tag;
  }
  EXPECT_TRUE(default_family("zh-CN").starts_with(R"("PingFang SC")"));
  EXPECT_TRUE(default_family("zh-TW").starts_with(R"("PingFang TC")"));
}

}  // namespace
}  // namespace article::text
