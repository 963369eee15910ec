#include "preview/panel_font.h"

#include <memory>

#include <fontconfig/fontconfig.h>
#include <imgui.h>

namespace article::preview {
namespace {

struct PatternDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using PatternPtr = std::unique_ptr<FcPattern, PatternDeleter>;

PatternPtr chinese_font() {
  const PatternPtr wanted(FcNameParse(reinterpret_cast<const FcChar8*>("sans-serif:lang=zh-cn")));
  if (!wanted) return nullptr;
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  PatternPtr found(FcFontMatch(nullptr, wanted.get(), &result));
  // What comes nearest may have no Chinese at all.
  FcLangSet* languages = nullptr;
  if (!found || FcPatternGetLangSet(found.get(), FC_LANG, 0, &languages) != FcResultMatch ||
      FcLangSetHasLang(languages, reinterpret_cast<const FcChar8*>("zh-cn")) == FcLangDifferentLang)
    return nullptr;
  return found;
}

}  // namespace

void load_panel_font() {
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  const PatternPtr found = chinese_font();
  FcChar8* file = nullptr;
  int index = 0;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) {
    fonts.AddFontDefault();
    return;
  }
  FcPatternGetInteger(found.get(), FC_INDEX, 0, &index);
  ImFontConfig config;
  config.FontNo = index & 0xFFFF;  // the upper half names a variable font's instance
  config.Flags |= ImFontFlags_NoLoadError;
  constexpr float kSize = 15;
  if (fonts.AddFontFromFileTTF(reinterpret_cast<const char*>(file), kSize, &config) == nullptr)
    fonts.AddFontDefault();
}

}  // namespace article::preview
