#include "web/prerender.h"

#include <string>
#include <string_view>
#include <vector>

#include "prerender/prerender.h"
#include "web/platform_hosts.h"

// The state below is the module's own: one thread.
namespace {

std::string buffer;
article::prerender::Prerendered made;
std::vector<std::uint32_t> reply;

}  // namespace

extern "C" {

char* av_prerender_buffer(std::uint32_t bytes) noexcept {
  // What the last one left is not needed any more.
  made = {};
  std::string().swap(buffer);
  buffer.resize(bytes);
  return buffer.data();
}

const std::uint32_t* av_prerender(const char* text, std::uint32_t json_bytes,
                                  std::uint32_t base_bytes, std::uint32_t language_bytes,
                                  int heading_level) noexcept {
  article::prerender::Options options;
  options.base = {text + json_bytes, base_bytes};
  options.language = {text + json_bytes + base_bytes, language_bytes};
  options.heading_level = heading_level;
  article::web::WebUrlHost urls;
  article::web::WebLocaleHost locale;
  made = article::prerender::prerender({text, json_bytes}, options, urls, locale);
  reply.assign(1, static_cast<std::uint32_t>(made.refusal));
  for (const std::string* one :
       {&made.message, &made.html, &made.head, &made.json_ld, &made.share.title, &made.share.desc,
        &made.share.link, &made.share.image}) {
    reply.push_back(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(one->data())));
    reply.push_back(static_cast<std::uint32_t>(one->size()));
  }
  return reply.data();
}
}
