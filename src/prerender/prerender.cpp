#include "prerender/prerender.h"

#include <algorithm>
#include <utility>

#include "document/share.h"
#include "prerender/head.h"
#include "prerender/html.h"
#include "prerender/json_ld.h"
#include "prerender/markup.h"
#include "prerender/outline.h"
#include "text/paragraph.h"

namespace article::prerender {

Prerendered prerender(std::string_view json, const Options& options, host::UrlHost& urls,
                      host::LocaleHost& locale) {
  Prerendered out;
  document::ReadDocument read = document::read_document(urls, json, options.base);
  out.refusal = read.refusal;
  out.message = std::move(read.message);
  if (out.refusal != document::Refusal::None) return out;

  const document::Document& document = read.document;
  layout::PageStyle style;
  style.language = document.language.empty() ? options.language : document.language;
  if (text::has_further_words(style.language)) out.further_words = style.language.name();
  for (const auto& [language, words] : options.words)
    if (language == out.further_words) style.words = words;
  style.page_url = options.base;
  style.heading_level = std::clamp(options.heading_level, 1, 6);
  document::Share share = document::share_of(document);
  if (share.link.empty() && document::is_web_url(options.base)) share.link = options.base;

  out.html = html_of(outline_of(document, style, locale), style);
  out.head = head_of(document, share);
  out.json_ld = json_ld_of(document, share, style.language.tag());
  out.share = {std::string(share.title), share.desc, std::string(share.link),
               std::string(share.image)};
  return out;
}

namespace {

void write(JsonWriter& json, std::string_view key, const Share& share) {
  json.begin_object(key);
  json.member("title", share.title);
  json.member("desc", share.desc);
  json.member("link", share.link);
  json.member("image", share.image);
  json.end_object();
}

}  // namespace

std::string as_json(const Share& share) {
  std::string out;
  JsonWriter json(out);
  write(json, {}, share);
  return out;
}

std::string as_json(const Prerendered& prerendered) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("html", prerendered.html);
  json.member("head", prerendered.head);
  json.member("jsonLd", prerendered.json_ld);
  write(json, "share", prerendered.share);
  json.end_object();
  return out;
}

}  // namespace article::prerender
