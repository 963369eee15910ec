#include "document/share.h"

#include <cstddef>

namespace article::document {
namespace {

/// Code points of a paragraph that stands for a summary; web/widget/share.js takes as many.
constexpr int kMostCharacters = 120;

/// Ends a text that is longer.
void shorten(std::string& text) {
  int characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80 || ++characters <= kMostCharacters)
      continue;
    text.resize(at);
    return;
  }
}

std::string desc_of(const Article& article) {
  std::string desc(article.summary);
  for (const Block& block : article.body) {
    if (!desc.empty()) return desc;
    if (block.type != BlockType::Paragraph && block.type != BlockType::Quote) continue;
    for (const TextRun& run : block.text) desc += run.text;
    shorten(desc);
  }
  return desc;
}

}  // namespace

bool is_web_url(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

Share share_of(const Document& document) {
  Share share;
  const auto image = [&](const Photo& photo) {
    if (share.image.empty() && is_web_url(photo.src)) share.image = photo.src;
  };
  if (document.article) {
    const Article& article = *document.article;
    share.title = article.headline;
    share.desc = desc_of(article);
    share.link = article.url;
    if (article.lead) image(*article.lead);
    for (const Block& block : article.body)
      if (block.photo) image(*block.photo);
  }
  if (document.gallery) {
    if (share.title.empty()) share.title = document.gallery->title;
    for (const Photo& photo : document.gallery->photos) image(photo);
  }
  if (share.title.empty() && document.rankings) share.title = document.rankings->title;
  if (share.title.empty() && document.comments) share.title = document.comments->title;
  return share;
}

}  // namespace article::document
