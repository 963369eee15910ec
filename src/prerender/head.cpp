#include "prerender/head.h"

#include <optional>
#include <string_view>
#include <utility>

#include "prerender/markup.h"

namespace article::prerender {
namespace {

/// `YYYY-MM-DDThh:mm:ss`, the one form that Baidu takes.
std::string without_offset(const document::Time& time) {
  constexpr std::string_view kMidnight = "0000-00-00T00:00:00";
  std::string text(std::string_view(time.iso).substr(0, kMidnight.size()));
  text += kMidnight.substr(text.size());
  return text;
}

class HeadWriter {
 public:
  /// Nothing where there is no content. @param key `name` or `property`
  void meta(std::string_view key, std::string_view name, std::string_view content) {
    if (content.empty()) return;
    out_ += "<meta";
    append_attribute(out_, key, name);
    append_attribute(out_, "content", content);
    out_ += ">\n";
  }

  void title(std::string_view title) {
    if (title.empty()) return;
    out_ += "<title>";
    append_text(out_, title);
    out_ += "</title>\n";
  }

  void canonical(std::string_view url) {
    if (url.empty()) return;
    out_ += "<link rel=\"canonical\"";
    append_attribute(out_, "href", url);
    out_ += ">\n";
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::string head_of(const document::Document& document, const document::Share& share) {
  // What crawlers can follow.
  const std::string_view link = document::is_web_url(share.link) ? share.link : std::string_view();
  HeadWriter head;
  head.title(share.title);
  head.canonical(link);
  head.meta("name", "description", share.desc);
  head.meta("property", "og:type", document.article ? "article" : "website");
  head.meta("property", "og:title", share.title);
  head.meta("property", "og:description", share.desc);
  head.meta("property", "og:url", link);
  head.meta("property", "og:image", share.image);
  if (document.site) head.meta("property", "og:site_name", document.site->name);
  if (!document.article) return head.take();
  const std::optional<document::Time>& published = document.article->published;
  const std::optional<document::Time>& updated =
      document.article->updated ? document.article->updated : published;
  if (published) head.meta("property", "article:published_time", published->iso);
  if (updated) head.meta("property", "article:modified_time", updated->iso);
  if (published) head.meta("name", "pubDate", without_offset(*published));
  if (updated) head.meta("name", "upDate", without_offset(*updated));
  return head.take();
}

}  // namespace article::prerender
