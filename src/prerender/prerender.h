#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "document/reader.h"
#include "host/locale_host.h"
#include "host/url_host.h"
#include "layout/words.h"

/// An article for readers, search engines and link previews without script.
namespace article::prerender {

struct Options {
  /// Absolute URL of the page that will hold the article, or of the document; what is relative
  /// stays so without it.
  std::string_view base{};
  std::string_view language{};  ///< of the page, where the document has none
  int heading_level = 2;        ///< of the headline, 1 to 6
  /// Of languages whose words are not built in, by their names.
  std::span<const std::pair<std::string, layout::OwnWords>> words{};
};

struct Share {
  std::string title;
  std::string desc;
  std::string link;
  std::string image;
};

/// All texts are UTF-8. Texts of the document stand in them as text, whatever they hold, and URLs
/// are those that the reader lets through.
struct Prerendered {
  document::Refusal refusal = document::Refusal::None;
  std::string message;  ///< of the refusal; nothing else is there then
  std::string html;     ///< content of the element, or of a page
  std::string head;     ///< elements of the page's head
  std::string json_ld;  ///< content of a `script type="application/ld+json"`
  Share share;
  std::string further_words;  ///< of which language it has its words, where those are a file's
};

/// A pure function of its arguments and what the hosts answer. Cost: O(bytes of the document).
[[nodiscard]] Prerendered prerender(std::string_view json, const Options& options,
                                    host::UrlHost& urls, host::LocaleHost& locale);

/// As a JSON object.
[[nodiscard]] std::string as_json(const Share& share);
/// What was prerendered as one JSON object: `html`, `head`, `jsonLd`, `share`.
[[nodiscard]] std::string as_json(const Prerendered& prerendered);

}  // namespace article::prerender
