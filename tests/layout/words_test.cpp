#include "layout/words.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace article::layout {
namespace {

struct Case {
  std::string_view written;
  std::string_view close;
  std::string_view language;  ///< of the word
};

/// tests/modules/language.test.js reads these rows too.
constexpr Case kCases[] = {
    {"zh_CN", "关闭", "zh-CN"},
    {"yue", "關閉", "yue"},
    {"zh-Latn", "Close", "en"},
    {"en_US", "Close", "en-US"},
    {"ar", "إغلاق", "ar"},
    {"ar-Latn", "Close", "en"},
    {"ja_JP", "閉じる", "ja-JP"},
    {"ja-Jpan", "閉じる", "ja-Jpan"},
    {"jpn", "閉じる", "ja"},
    {"ko-KR", "닫기", "ko-KR"},
    {"de-AT-1996", "Schließen", "de-AT-1996"},
    {"de-Latn", "Schließen", "de-Latn"},
    {"fr", "Fermer", "fr"},
    {"es-419", "Cerrar", "es-419"},
    {"pt-BR", "Fechar", "pt-BR"},
    {"pt_PT", "Fechar", "pt-PT"},
    {"ru", "Закрыть", "ru"},
    {"ru-Latn", "Close", "en"},
    {"vi", "Đóng", "vi"},
    {"th", "ปิด", "th"},
    {"in", "Tutup", "id"},
    {"hi", "बंद करें", "hi"},
    {"hi-Latn", "Close", "en"},
    {"iw_IL", "סגירה", "he-IL"},
    {"fas", "بستن", "fa"},
    {"tr", "Kapat", "tr"},
    {"it", "Chiudi", "it"},
    {"sv", "Close", "en"},
    {"jam", "Close", "en"},
    {"a b", "Close", "en"},
};

TEST(Words, AreInTheLanguageOrInEnglish) {
  for (const Case& one : kCases) {
    const document::Language language(one.written);
    EXPECT_EQ(word(Word::Close, language), one.close) << one.written;
    EXPECT_EQ(word_language(language), one.language) << one.written;
  }
}

TEST(Words, AreThereInEachLanguage) {
  for (const Case& one : kCases)
    for (int i = 0; i < kWordCount; ++i)
      EXPECT_NE(word(static_cast<Word>(i), one.written), "") << one.written << " " << i;
}

TEST(Words, HaveKeys) {
  for (int i = 0; i < kWordCount; ++i) EXPECT_EQ(word_of_key(key_of(static_cast<Word>(i))), i);
  EXPECT_EQ(key_of(Word::MissingPhoto), "missingPhoto");
  EXPECT_EQ(key_of(Word::Failed), "failed");
  for (const std::string_view key : {"", "miss", "missingPhotos", "Failed"})
    EXPECT_EQ(word_of_key(key), -1) << key;
}

TEST(Words, OfThePageAreFoundByTheirKeys) {
  const OwnWords words = {{"next", "Onward"}, {"unknown", "x"}};
  ASSERT_NE(own_word(words, "next"), nullptr);
  EXPECT_EQ(*own_word(words, "next"), "Onward");
  EXPECT_EQ(own_word(words, "previous"), nullptr);
  EXPECT_EQ(own_word({}, "next"), nullptr);
}

}  // namespace
}  // namespace article::layout
