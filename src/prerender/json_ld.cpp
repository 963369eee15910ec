#include "prerender/json_ld.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "prerender/markup.h"

namespace article::prerender {
namespace {

/// No more authors and pictures than a search engine shows.
constexpr std::size_t kMostAuthors = 50;
constexpr std::size_t kMostImages = 10;

bool has_web_url(const document::Photo& photo) { return document::is_web_url(photo.src); }

class JsonLdWriter {
 public:
  JsonLdWriter(const document::Document& document, const document::Share& share,
               std::string_view language)
      : document_(document), share_(share), language_(language) {}

  std::string write() {
    json_.begin_object();
    json_.text("@context", "https://schema.org");
    json_.begin_array("@graph");
    const std::size_t empty = out_.size();
    if (document_.article) write_article(*document_.article);
    if (document_.gallery && std::ranges::any_of(document_.gallery->photos, has_web_url))
      write_gallery(*document_.gallery);
    if (document_.rankings)
      for (const document::RankingTab& tab : document_.rankings->tabs) write_ranking(tab);
    if (out_.size() == empty) return {};
    json_.end_array();
    json_.end_object();
    return std::move(out_);
  }

 private:
  void begin(std::string_view key, std::string_view type) {
    json_.begin_object(key);
    json_.text("@type", type);
  }

  /// What is not to be had from anywhere is left out.
  void url(std::string_view key, std::string_view url) {
    if (document::is_web_url(url)) json_.text(key, url);
  }

  void write_article(const document::Article& article) {
    begin({}, "NewsArticle");
    json_.text("headline", article.headline);
    json_.text("description", share_.desc);
    url("url", share_.link);
    url("mainEntityOfPage", share_.link);
    json_.text("inLanguage", language_);
    write_images(article);
    if (article.published) json_.text("datePublished", article.published->iso);
    if (const auto& updated = article.updated ? article.updated : article.published)
      json_.text("dateModified", updated->iso);
    write_authors(article);
    write_publisher("publisher");
    if (article.source) write_organization("sourceOrganization", *article.source);
    if (!article.tags.empty()) {
      json_.begin_array("keywords");
      for (const document::Link& tag : article.tags) json_.text({}, tag.label);
      json_.end_array();
    }
    if (document_.comments && document_.comments->total)
      json_.number("commentCount", *document_.comments->total);
    json_.end_object();
  }

  void write_images(const document::Article& article) {
    std::vector<const document::Photo*> images;
    const auto take = [&](const document::Photo& photo) {
      if (images.size() < kMostImages && has_web_url(photo) &&
          std::ranges::none_of(
              images, [&](const document::Photo* other) { return other->src == photo.src; }))
        images.push_back(&photo);
    };
    if (article.lead) take(*article.lead);
    for (const document::Block& block : article.body)
      if (block.photo) take(*block.photo);
    if (images.empty() && document_.gallery)
      for (const document::Photo& photo : document_.gallery->photos)
        if (images.empty()) take(photo);
    if (images.empty()) return;
    json_.begin_array("image");
    for (const document::Photo* image : images) write_image(*image);
    json_.end_array();
  }

  void write_image(const document::Photo& photo) {
    begin({}, "ImageObject");
    json_.text("contentUrl", photo.src);
    if (photo.width > 0 && photo.height > 0) {
      json_.number("width", photo.width);
      json_.number("height", photo.height);
    }
    json_.text("caption", photo.caption.empty() ? photo.alt : photo.caption);
    json_.text("creditText", photo.credit);
    json_.end_object();
  }

  /// Without a byline its publisher is its author.
  void write_authors(const document::Article& article) {
    std::vector<const document::Name*> authors;
    for (const document::Credit& credit : article.bylines)
      for (const document::Name& name : credit.names)
        if (authors.size() < kMostAuthors &&
            std::ranges::none_of(authors, [&](const document::Name* other) {
              return other->name == name.name && other->url == name.url;
            }))
          authors.push_back(&name);
    if (authors.empty()) {
      write_publisher("author");
      return;
    }
    json_.begin_array("author");
    for (const document::Name* author : authors) {
      const bool organization = is_organization(*author);
      begin({}, organization ? "Organization" : "Person");
      json_.text("name", author->name);
      url("url", author->url);
      if (!organization) json_.text("jobTitle", author->title);
      json_.end_object();
    }
    json_.end_array();
  }

  /// Whether a byline names the site or the source.
  [[nodiscard]] bool is_organization(const document::Name& author) const {
    return (document_.site && author.name == document_.site->name) ||
           (document_.article->source && author.name == document_.article->source->label);
  }

  void write_organization(std::string_view key, const document::Link& organization) {
    begin(key, "Organization");
    json_.text("name", organization.label);
    url("url", organization.url);
    json_.end_object();
  }

  void write_publisher(std::string_view key) {
    if (document_.site && !document_.site->name.empty()) {
      const document::Site& site = *document_.site;
      begin(key, "NewsMediaOrganization");
      json_.text("name", site.name);
      url("url", site.url);
      if (document::is_web_url(site.logo)) {
        begin("logo", "ImageObject");
        json_.text("url", site.logo);
        json_.end_object();
      }
      json_.end_object();
    } else if (document_.article->source) {
      write_organization(key, *document_.article->source);
    }
  }

  void write_gallery(const document::Gallery& gallery) {
    begin({}, "ImageGallery");
    json_.text("name", gallery.title.empty() ? share_.title : gallery.title);
    url("url", share_.link);
    json_.begin_array("image");
    for (const document::Photo& photo : gallery.photos)
      if (has_web_url(photo)) write_image(photo);
    json_.end_array();
    json_.end_object();
  }

  /// Search engines take a list whose items all lead somewhere, each to a place of its own.
  void write_ranking(const document::RankingTab& tab) {
    std::vector<const document::RankingItem*> items;
    for (const document::RankingItem& item : tab.items)
      if (document::is_web_url(item.url) &&
          std::ranges::none_of(
              items, [&](const document::RankingItem* other) { return other->url == item.url; }))
        items.push_back(&item);
    if (items.empty()) return;
    begin({}, "ItemList");
    json_.text("name", tab.label);
    json_.number("numberOfItems", static_cast<long long>(items.size()));
    json_.begin_array("itemListElement");
    int position = 0;
    for (const document::RankingItem* item : items) {
      begin({}, "ListItem");
      json_.number("position", ++position);
      json_.text("name", item->title);
      json_.text("url", item->url);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }

  const document::Document& document_;
  const document::Share& share_;
  std::string_view language_;
  std::string out_;
  JsonWriter json_{out_};
};

}  // namespace

std::string json_ld_of(const document::Document& document, const document::Share& share,
                       std::string_view language) {
  return JsonLdWriter(document, share, language).write();
}

}  // namespace article::prerender
