#include "web/prerender.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prerender/prerender.h"
#include "web/platform_hosts.h"

// The state below is the module's own: one thread.
namespace {

std::string buffer;
article::prerender::Prerendered made;
std::vector<std::uint32_t> reply;
std::vector<std::pair<std::string, article::layout::OwnWords>> words;

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
  options.words = words;
  article::web::WebUrlHost urls;
  article::web::WebLocaleHost locale;
  made = article::prerender::prerender({text, json_bytes}, options, urls, locale);
  reply.assign(1, static_cast<std::uint32_t>(made.refusal));
  for (const std::string* one :
       {&made.message, &made.html, &made.head, &made.json_ld, &made.share.title, &made.share.desc,
        &made.share.link, &made.share.image, &made.further_words}) {
    reply.push_back(static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(one->data())));
    reply.push_back(static_cast<std::uint32_t>(one->size()));
  }
  return reply.data();
}

void av_prerender_word(const char* text, std::uint32_t language_bytes, std::uint32_t key_bytes,
                       std::uint32_t word_bytes) noexcept {
  const std::string_view language(text, language_bytes);
  if (words.empty() || words.back().first != language)
    words.emplace_back(language, article::layout::OwnWords());
  words.back().second.emplace_back(std::string(text + language_bytes, key_bytes),
                                   std::string(text + language_bytes + key_bytes, word_bytes));
}
}
