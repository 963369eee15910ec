#include "text/phrases.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "document/utf8.h"
#include "text_case.h"

namespace article::text {
namespace {

constexpr std::string_view kSimplified =
#include "phrases/zh-hans.inc"
    ;
constexpr std::string_view kTraditional =
#include "phrases/zh-hant.inc"
    ;
constexpr std::string_view kJapanese =
#include "phrases/ja.inc"
    ;
constexpr std::string_view kTitle = "国务院常务会议部署进一步优化营商环境的政策措施";

std::string_view packed(PhraseLanguage language) {
  return language == PhraseLanguage::Simplified    ? kSimplified
         : language == PhraseLanguage::Traditional ? kTraditional
                                                   : kJapanese;
}

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const document::CodePoint c = document::code_point_at(text, at);
    out += c.value;
    at += c.bytes;
  }
  return out;
}

/// The phrases of a text, parted by `|`.
std::string phrases(const PhraseModel& model, std::string_view text) {
  const std::u32string characters = decoded(text);
  const std::vector<std::int8_t> strengths = model.strengths(characters);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    EXPECT_GE(strengths[i], 0);
    if (strengths[i] > 0) out += '|';
    document::append_code_point(out, characters[i]);
  }
  return out;
}

TEST(PhraseModel, FindsWhatThePackageFinds) {
  struct Case {
    PhraseLanguage language;
    std::string_view phrases;
  };
  const Case cases[] = {
#include "phrases/titles.inc"  // of tests/
  };
  for (const Case& c : cases) {
    PhraseModel model;
    ASSERT_TRUE(model.read(packed(c.language)));
    std::string text(c.phrases);
    std::erase(text, '|');
    EXPECT_EQ(phrases(model, text), c.phrases);
  }
}

TEST(PhraseModel, IsSurerOfSomePhrases) {
  PhraseModel model;
  ASSERT_TRUE(model.read(kJapanese));
  const std::vector<std::int8_t> strengths = model.strengths(decoded("今日は天気が"));
  EXPECT_EQ(strengths[0], 0);
  EXPECT_EQ(strengths[1], 0);
  EXPECT_GT(strengths[3], 60);
}

TEST(PhraseModel, FindsNothingInOtherText) {
  PhraseModel model;
  EXPECT_EQ(phrases(model, "今日は天気が"), "今日は天気が") << "no model was read";
  ASSERT_TRUE(model.read(kSimplified));
  EXPECT_TRUE(model.strengths({}).empty());
  EXPECT_EQ(phrases(model, "𠮷"), "𠮷");
}

TEST(PhraseModel, ReadsNoOtherBytes) {
  PhraseModel model;
  for (const std::string_view text :
       {std::string_view(), std::string_view("#"), kJapanese.substr(1)}) {
    EXPECT_FALSE(model.read(text));
    EXPECT_TRUE(model.empty());
  }
  for (std::size_t size = 0; size < kJapanese.size(); size += size < 100 ? 1 : 37) {
    EXPECT_FALSE(model.read(kJapanese.substr(0, size))) << size;
    EXPECT_TRUE(model.empty());
  }
  EXPECT_FALSE(model.read(std::string(kJapanese) + '#'));
  EXPECT_FALSE(model.read(std::string(100'000, '~')));
}

TEST(PhraseModel, LivesWithBytesThatWereChanged) {
  std::uint32_t random = 1;
  const auto next = [&random] { return random = random * 1664525U + 1013904223U; };
  int refused = 0;
  for (int i = 0; i < 500; ++i) {
    std::string text(kJapanese);
    // What comes first says how much follows.
    const std::size_t among = i % 2 == 0 ? 12 : text.size();
    for (int flips = 1 + i % 3; flips > 0; --flips)
      text[(next() >> 8U) % among] ^= static_cast<char>(1U << (next() >> 8U) % 8);
    PhraseModel model;
    if (!model.read(text)) ++refused;
    (void)model.strengths(decoded("今日は天気が良いので散歩に行きましょう"));
  }
  EXPECT_GT(refused, 100);
}

TEST(PhraseLanguage, GoesByCharactersAndScript) {
  struct Case {
    std::string_view tag;
    PhraseLanguage language;
  };
  const Case cases[] = {{"zh", PhraseLanguage::Simplified},
                        {"zh-Hant-CN", PhraseLanguage::Traditional},
                        {"zh-TW", PhraseLanguage::Traditional},
                        {"yue", PhraseLanguage::Traditional},
                        {"zh-Hans-HK", PhraseLanguage::Simplified},
                        {"zh-Latn", PhraseLanguage::None},
                        {"ja", PhraseLanguage::Japanese},
                        {"ja-Latn", PhraseLanguage::None},
                        {"ko", PhraseLanguage::None},
                        {"en", PhraseLanguage::None},
                        {"", PhraseLanguage::None}};
  for (const Case& c : cases) EXPECT_EQ(phrase_language(c.tag), c.language) << c.tag;
}

class TitlePhrases : public testing::Test {
 protected:
  /// Breaks the title, and says whether its phrases were known.
  bool breaks_by_phrases(float em) {
    const std::vector<Line> lines = typeset_.lines(em);
    EXPECT_GT(lines.size(), 1U);
    std::vector<Item> items;
    return knows(em, items);
  }

  bool knows(float em, std::vector<Item>& items) {
    items = items_of(kTitle, typeset_.store(), "zh-Hans", TextKind::Title);
    phrases_.find(PhraseLanguage::Simplified, kTitle, CssPx(em * kEm), items);
    return std::any_of(items.begin(), items.end(),
                       [](const Item& item) { return item.phrase > 0; });
  }

  Typeset typeset_{kTitle, {.language = "zh-Hans", .kind = TextKind::Title}};
  Phrases& phrases_ = typeset_.store().phrases();
};

TEST_F(TitlePhrases, WantsTheModelOfATitleOfTwoLines) {
  (void)typeset_.lines(30);
  EXPECT_EQ(phrases_.take_wanted(), PhraseLanguage::None) << "one line";
  (void)typeset_.lines(12);
  EXPECT_EQ(phrases_.take_wanted(), PhraseLanguage::Simplified);
  EXPECT_EQ(phrases_.take_wanted(), PhraseLanguage::None) << "once";
  for (const TextKind kind : {TextKind::Body, TextKind::Label}) {
    Typeset other(kTitle, {.language = "zh-Hans", .kind = kind});
    (void)other.lines(12);
    EXPECT_EQ(other.store().phrases().take_wanted(), PhraseLanguage::None);
  }
  ASSERT_TRUE(phrases_.learn(PhraseLanguage::Simplified, kSimplified));
  (void)typeset_.lines(11);
  EXPECT_EQ(phrases_.take_wanted(), PhraseLanguage::None) << "it is there";
}

TEST_F(TitlePhrases, StandBehindTheItemsThatEndThem) {
  ASSERT_TRUE(phrases_.learn(PhraseLanguage::Simplified, kSimplified));
  std::vector<Item> items;
  ASSERT_TRUE(knows(12, items));
  std::string out;
  for (const Item& item : items) {
    out += typeset_.store()[item.segment].text;
    if (item.phrase > 0) out += '|';
  }
  EXPECT_EQ(out, "国务院|常务|会议|部署|进一步|优化|营商|环境的|政策|措施");
}

TEST_F(TitlePhrases, ChangeNoLineThatIsShown) {
  (void)typeset_.lines(12);
  phrases_.show();
  ASSERT_TRUE(phrases_.learn(PhraseLanguage::Simplified, kSimplified));
  EXPECT_FALSE(breaks_by_phrases(12)) << "same title, same width";
  EXPECT_FALSE(breaks_by_phrases(12)) << "however often";
  EXPECT_TRUE(breaks_by_phrases(11)) << "another width";
  EXPECT_TRUE(breaks_by_phrases(12)) << "and back";
}

TEST_F(TitlePhrases, AreUsedAtOnceWhereNothingIsShown) {
  (void)typeset_.lines(12);
  ASSERT_TRUE(phrases_.learn(PhraseLanguage::Simplified, kSimplified));
  EXPECT_TRUE(breaks_by_phrases(12));
}

TEST(TitleLines, EndWithPhrases) {
  struct Case {
    std::string_view language;
    std::string_view title;
    float room;  ///< of 26 px type, px
    std::string_view lines;
  };
  const Case cases[] = {
#include "phrases/lines.inc"  // of tests/, which tests/web/phrases.test.js reads too
  };
  for (const Case& c : cases) {
    Typeset typeset(c.title, {.language = c.language, .kind = TextKind::Title});
    const PhraseLanguage language = phrase_language(c.language);
    ASSERT_TRUE(typeset.store().phrases().learn(language, packed(language)));
    std::string lines;
    for (const std::string& line : typeset.texts(c.room / 26))
      lines += (lines.empty() ? "" : "|") + line;
    EXPECT_EQ(lines, c.lines) << c.title << " in " << c.room << " px";
  }
}

TEST_F(TitlePhrases, OfAModelThatIsNoneAreNotUsed) {
  EXPECT_FALSE(phrases_.learn(PhraseLanguage::Simplified, "no model"));
  EXPECT_FALSE(breaks_by_phrases(12));
  EXPECT_EQ(phrases_.take_wanted(), PhraseLanguage::Simplified);
}

}  // namespace
}  // namespace article::text
