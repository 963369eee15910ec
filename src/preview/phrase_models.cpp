#include "preview/phrase_models.h"

#include <string_view>

namespace article::preview {
namespace {

struct Packed {
  text::PhraseLanguage language;
  std::string_view model;
};

/// By tools/pack-phrases.mjs.
constexpr Packed kModels[] = {{
                                  text::PhraseLanguage::Simplified,
#include "phrases/zh-hans.inc"
                              },
                              {
                                  text::PhraseLanguage::Traditional,
#include "phrases/zh-hant.inc"
                              },
                              {
                                  text::PhraseLanguage::Japanese,
#include "phrases/ja.inc"
                              }};

}  // namespace

void learn_phrases(text::Phrases& phrases) {
  for (const auto& [language, model] : kModels) phrases.learn(language, model);
}

}  // namespace article::preview
