// Any bytes as a document: read at once and in steps, prerendered, laid out as a whole and part by
// part. The input is the document.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "document/reader.h"
#include "document/soundness.h"
#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "fuzz/support/blind_raster_host.h"
#include "fuzz/support/markup.h"
#include "fuzz/support/promise.h"
#include "fuzz/support/tree.h"
#include "prerender/prerender.h"
#include "preview/ada_url_host.h"
#include "viewer/viewer.h"

namespace article::fuzz {
namespace {

constexpr std::string_view kBase = "https://news.example/dir/doc.json";

preview::AdaUrlHost urls;
tests::PlainLocaleHost locale;

/// Problems and refusal, in words.
std::string told(const document::ReadDocument& read) {
  std::string out = read.message + '\n';
  for (const document::Problem& problem : read.problems)
    out += problem.pointer + ": " + problem.message + '\n';
  return out;
}

/// @return whether it can be shown.
bool reads(std::string_view json) {
  const document::ReadDocument read = document::read_document(urls, json, kBase);
  const std::string fault = document::unsound(read);
  promise(fault.empty(), fault);
  document::ReadDocument stepped;
  document::DocumentReading reading(stepped, urls, json, kBase);
  while (!reading.step(3)) {
  }
  promise_same(told(stepped), told(read), "a document is read in steps as at once");
  return read.refusal == document::Refusal::None;
}

void prerenders(std::string_view json, std::string_view base, bool shown) {
  const prerender::Prerendered made =
      prerender::prerender(json, {.base = base, .language = "fi"}, urls, locale);
  promise((made.refusal == document::Refusal::None) == shown, "what can be shown is prerendered");
  for (const std::string_view markup : {made.html, made.head}) {
    const std::string_view fault = unsound_markup(markup);
    promise(fault.empty(), fault);
    promise(document::is_utf8(markup), "HTML is UTF-8");
  }
  promise(made.json_ld.empty() || nlohmann::json::accept(made.json_ld), "JSON-LD is JSON");
  promise(made.json_ld.find('<') == std::string::npos, "JSON-LD ends no script element");
  promise(nlohmann::json::accept(as_json(made)), "what is printed is JSON");
}

/// A viewer of `width`, all that it needs with it.
struct Shown {
  Shown(std::string_view json, float width) {
    viewer::Settings settings;
    settings.page_language = "en";
    settings.width = CssPx(width);
    viewer.configure(settings);
    (void)viewer.load(json, kBase);
  }
  std::string tree() { return sound_tree(viewer); }

  tests::FixedWidthTextHost text;
  BlindRasterHost raster;
  viewer::Engine engine{text, raster, locale, urls};
  viewer::Viewer viewer{engine};
};

void lays_out(std::string_view json, float width) {
  Shown whole(json, width);
  const float height = whole.viewer.layout().value;
  const std::string tree = whole.tree();
  whole.viewer.set_near(CssPx(0), CssPx(height));
  (void)whole.viewer.frame({.width = static_cast<int>(width), .height = 1000}, Milliseconds(16.0));

  Shown grown(json, width);
  for (float bottom = 600; !grown.viewer.is_whole(); bottom *= 3) {
    promise(bottom < 1e9F, "layout comes to an end");
    grown.viewer.set_extent({CssPx(0), CssPx(bottom)});
    (void)grown.tree();
  }
  promise_same(grown.tree(), tree, "what is laid out part by part is as at once");
}

}  // namespace
}  // namespace article::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace article::fuzz;
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const bool shown = reads(json);
  prerenders(json, kBase, shown);
  prerenders(json, "", shown);
  if (!shown) return 0;
  lays_out(json, 320);
  lays_out(json, 1280);
  return 0;
}
