#include "preview/picture_types.h"

#include <set>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "document/reader.h"

namespace article::preview {
namespace {

using Types = std::set<std::string_view>;

std::set<std::string> types_with_loader() {
  std::set<std::string> types;
  GSList* formats = gdk_pixbuf_get_formats();
  for (const GSList* at = formats; at != nullptr; at = at->next) {
    gchar** names = gdk_pixbuf_format_get_mime_types(static_cast<GdkPixbufFormat*>(at->data));
    for (gchar** name = names; *name != nullptr; ++name) types.insert(*name);
    g_strfreev(names);
  }
  g_slist_free(formats);
  return types;
}

void collect(const document::Photo& photo, Types& types) {
  for (const document::PictureSource& source : photo.sources)
    if (!source.type.empty()) types.insert(source.type);
}

}  // namespace

std::string refused_types(host::UrlHost& urls, std::string_view json) {
  // Any place will do: a URL that resolves is a source.
  const document::ReadDocument read =
      document::read_document(urls, json, "https://document.invalid/");
  Types types;
  if (const auto& article = read.document.article) {
    if (article->lead) collect(*article->lead, types);
    for (const document::Block& block : article->body)
      if (block.photo) collect(*block.photo, types);
  }
  if (const auto& gallery = read.document.gallery)
    for (const document::Photo& photo : gallery->photos) collect(photo, types);
  if (types.empty()) return {};
  const std::set<std::string> shown = types_with_loader();
  std::string out;
  for (const std::string_view type : types)
    if (!shown.contains(std::string(type.substr(0, type.find(';'))))) (out += type) += '\n';
  return out;
}

}  // namespace article::preview
