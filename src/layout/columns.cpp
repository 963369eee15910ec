#include <algorithm>
#include <cmath>

#include "layout/composer.h"

/// Whether there are two columns, told from the document alone, so that it is known before the
/// first text is shaped and stays.
namespace article::layout {
namespace {

/// About how high parts of a page are in two columns, in the design's px.
class Heights {
 public:
  Heights(float width, bool chinese) : width_(width), chinese_(chinese) {}

  [[nodiscard]] float text(float length_em, float size, float line_height) const {
    return std::max(1.0F, std::ceil(length_em * size / width_)) * line_height;
  }
  [[nodiscard]] float text(std::string_view text, float size, float line_height) const {
    return text.empty() ? 0 : this->text(length_em(text), size, line_height);
  }
  [[nodiscard]] float caption(std::string_view text) const {
    return text.empty() ? 0 : 8 + this->text(text, 14, 22);
  }

  [[nodiscard]] float of(const document::Article& article) const {
    float height = 100 + text(article.headline, 34, 46) + text(article.summary, 18, 30);
    if (!article.bylines.empty()) height += 22;
    if (article.lead) height += width_ * 9 / 16 + caption(article.lead->caption) + 20;
    for (const document::Block& block : article.body) height += of(block);
    if (!article.credits.empty()) height += 46;
    return article.tags.empty() ? height : height + 56;
  }

  [[nodiscard]] float of(const document::Gallery& gallery) const {
    if (gallery.photos.empty()) return 142;
    return 60 + width_ * 2 / 3 + caption(gallery.photos.front().caption);
  }

  [[nodiscard]] float of(const document::Rankings& rankings) const {
    const document::RankingTab* tab = rankings.tabs.empty() ? nullptr : rankings.tabs.data();
    for (const document::RankingTab& other : rankings.tabs)
      if (other.id == rankings.selected) tab = &other;
    if (tab == nullptr || tab->items.empty()) return 186;
    float height = tab->more ? 128 : 84;
    for (const document::RankingItem& item : tab->items)
      height += std::max(48.0F, 24 + Heights(width_ - 28, chinese_).text(item.title, 16, 24) +
                                    (item.views ? 22 : 0)) +
                1;
    return height;
  }

 private:
  [[nodiscard]] float paragraph(const document::Text& runs, float inset) const {
    float length = 0;
    for (const document::TextRun& run : runs) length += length_em(run.text);
    return Heights(width_ - inset, chinese_).text(length + 1, 18, 32);
  }

  [[nodiscard]] float of(const document::Block& block) const {
    switch (block.type) {
      case document::BlockType::Paragraph:
        return paragraph(block.text, 0) + (chinese_ ? 0 : 12);
      case document::BlockType::Quote:
        return paragraph(block.text, 20) + 44;
      case document::BlockType::Heading:
        return paragraph(block.text, 0) + 28;
      case document::BlockType::List: {
        float height = 14;
        for (const document::Text& item : block.items) height += paragraph(item, 36) + 6;
        return height;
      }
      case document::BlockType::Photo: {
        const document::Photo& photo = *block.photo;
        float ratio = 2.0F / 3;
        if (photo.width > 0 && photo.height > 0)
          ratio =
              std::min(1.25F, static_cast<float>(photo.height) / static_cast<float>(photo.width));
        return (photo.src.empty() ? 0 : width_ * ratio) + caption(photo.caption) + 28;
      }
      case document::BlockType::Video:
        return width_ * 9 / 16 + 58;
      case document::BlockType::Rule:
        return 33;
      case document::BlockType::Slot:
        return block.height;
    }
    return 0;
  }

  float width_;
  bool chinese_;
};

/// What of the first column may stand beside nothing, below the aside: a share, or the design's px.
constexpr float kMostBlank = 0.2F;
constexpr float kLeastBlank = 400;

}  // namespace

bool has_aside(const document::Document& document, const PageStyle& style) {
  if (!document.article || std::ranges::find(style.parts, Part::Card) == style.parts.end())
    return false;
  const bool chinese = text::is_chinese(style.language);
  const Heights narrow(300, chinese);
  float aside = 0;
  for (const Part part : style.parts) {
    if (part == Part::Gallery && document.gallery) aside += 64 + narrow.of(*document.gallery);
    if (part == Part::Rankings && document.rankings) aside += 64 + narrow.of(*document.rankings);
  }
  const float column = Heights(612, chinese).of(*document.article);
  return aside > 0 && column - aside <= std::max(kLeastBlank, kMostBlank * column);
}

}  // namespace article::layout
