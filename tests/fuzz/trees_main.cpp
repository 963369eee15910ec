// article_fuzz_trees FILE…: the trees of documents, by a font of random widths. A line of JSON for
// each: why it is refused or what is wrong with it, then its tree in a narrow widget, once its
// panels are awake, and in a wide widget. support/both-trees.js has the same made by WebAssembly.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "fakes/plain_hosts.h"
#include "fuzz/support/blind_raster_host.h"
#include "fuzz/support/random_text_host.h"
#include "fuzz/support/tree.h"
#include "preview/ada_url_host.h"
#include "viewer/viewer.h"

namespace article::fuzz {
namespace {

constexpr std::string_view kBase = "https://news.example/2023/page.html";

/// Of numbers the digits that JavaScript's have.
class LocaleHost : public tests::PlainLocaleHost {
 public:
  std::string format_number(std::string_view number, std::string_view /*language*/) override {
    return std::string(number.substr(0, 15));
  }
};

nlohmann::json trees_of(std::string_view bytes) {
  RandomTextHost text(1);
  BlindRasterHost raster;
  LocaleHost locale;
  preview::AdaUrlHost urls;
  viewer::Engine engine(text, raster, locale, urls);
  viewer::Viewer viewer(engine);
  viewer.let_panels_sleep();
  viewer::Settings settings;
  settings.page_language = "en";
  settings.width = CssPx(320);
  viewer.configure(settings);
  std::string told = viewer.load(bytes, kBase).message;
  for (const document::Problem& problem : viewer.problems())
    told += '\n' + problem.pointer + ": " + problem.message;
  nlohmann::json out = {told};
  if (!viewer.has_document()) return out;
  viewer.layout();
  out.push_back(sound_tree(viewer));
  viewer.wake_panel(-1);
  viewer.layout();
  out.push_back(sound_tree(viewer));
  settings.width = CssPx(1280);
  viewer.configure(settings);
  viewer.layout();
  out.push_back(sound_tree(viewer));
  return out;
}

}  // namespace
}  // namespace article::fuzz

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) return std::fprintf(stderr, "%s can't be read\n", argv[i]), 1;
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::printf("%s\n", article::fuzz::trees_of(bytes).dump().c_str());
  }
  return 0;
}
