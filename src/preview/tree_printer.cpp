#include "preview/tree_printer.h"

#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "preview/stage.h"
#include "preview/surfaceless_context.h"

namespace article::preview {
namespace {

using Json = nlohmann::ordered_json;
using layout::Box;
using viewer::SemanticNode;

/// By layout::Role: HTML elements and ARIA roles, as box.h has them.
constexpr const char* kRoles[] = {
    "none",       "article", "group",        "navigation", "heading",   "paragraph", "text",
    "time",       "link",    "strong",       "emphasis",   "figure",    "image",     "caption",
    "blockquote", "list",    "ordered list", "listitem",   "separator", "carousel",  "slide",
    "button",     "tablist", "tab",          "tabpanel",   "status",    "slot"};
/// By layout::Action.
constexpr const char* kActions[] = {
    "",           "follow",        "previous photo", "next photo",
    "select tab", "retry picture", "enlarge photo",  "toggle autoplay"};
/// By layout::LinkKind.
constexpr const char* kKinds[] = {"login",   "edition", "site",  "source",  "article", "author",
                                  "ranking", "photo",   "video", "comment", "text",    "tag"};

/// To 1/64 CSS px, the same in every build.
double rounded(CssPx length) { return std::round(static_cast<double>(length.value) * 64) / 64; }

Json rect(const Rect& r) {
  return {rounded(r.x), rounded(r.y), rounded(r.width), rounded(r.height)};
}

void put(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = text;
}

Json lines_as_json(const SemanticNode& node) {
  Json lines = Json::array();
  const std::string_view text = node.text->paragraph.text();
  for (const viewer::SemanticLine& line : viewer::lines_of(node)) {
    Json json;
    json["text"] = text.substr(line.begin, line.end - line.begin);
    json["rect"] = rect({line.x, line.top, line.width, node.text->line_height});
    json["direction"] = node.text->style.direction == Direction::RightToLeft ? "rtl" : "ltr";
    lines.push_back(std::move(json));
  }
  return lines;
}

Json ranges_as_json(const layout::TextContent& text) {
  Json ranges = Json::array();
  for (const layout::InlineRange& range : text.ranges) {
    Json json;
    json["role"] = kRoles[static_cast<int>(range.role)];
    json["text"] = text.paragraph.text().substr(range.begin, range.end - range.begin);
    put(json, "url", range.url);
    if (!range.url.empty()) json["kind"] = kKinds[static_cast<int>(range.kind)];
    put(json, "language", range.language);
    put(json, "datetime", range.datetime);
    ranges.push_back(std::move(json));
  }
  return ranges;
}

Json node_as_json(const SemanticNode& node) {
  const Box& box = *node.box;
  Json json;
  json["role"] = kRoles[static_cast<int>(box.role)];
  put(json, "name", box.name);
  if (box.level > 0) json["level"] = box.level;
  for (const auto& [key, holds] :
       {std::pair{"hidden", box.hidden}, std::pair{"selected", box.selected},
        std::pair{"disabled", box.disabled}})
    if (holds) json[key] = true;
  put(json, "url", node.picture != nullptr ? node.picture->src : box.url);
  if (!box.url.empty()) json["kind"] = kKinds[static_cast<int>(box.kind)];
  put(json, "action", kActions[static_cast<int>(box.action)]);
  put(json, "language", box.language);
  put(json, "datetime", box.datetime);
  json["rect"] = rect(box.frame);
  if (node.text != nullptr) {
    json["text"] = node.text->paragraph.text();
    if (!node.text->ranges.empty()) json["ranges"] = ranges_as_json(*node.text);
    if (!node.text->lines.empty()) json["lines"] = lines_as_json(node);
  }
  return json;
}

}  // namespace

std::string tree_as_json(const viewer::SemanticTree& tree, Direction direction) {
  // From the last to the first: children are whole before their parent takes them.
  std::vector<Json> made;
  for (const SemanticNode& node : tree.nodes()) made.push_back(node_as_json(node));
  std::vector<std::vector<Json>> children(made.size());
  Json roots = Json::array();
  for (std::size_t i = made.size(); i-- > 0;) {
    for (auto child = children[i].rbegin(); child != children[i].rend(); ++child)
      made[i]["children"].push_back(std::move(*child));
    const Box& box = *tree.nodes()[i].box;
    if (box.role == layout::Role::None) continue;  // drawn, but means nothing
    if (box.role == layout::Role::Slot && box.frame.height <= CssPx(0)) continue;  // holds nothing
    const std::int32_t parent = tree.nodes()[i].parent;
    if (parent >= 0)
      children[static_cast<std::size_t>(parent)].push_back(std::move(made[i]));
    else
      roots.insert(roots.begin(), std::move(made[i]));
  }
  Json json;
  json["direction"] = direction == Direction::RightToLeft ? "rtl" : "ltr";
  json["nodes"] = std::move(roots);
  return json.dump(1);
}

std::string print_tree(const Options& options) {
  const SurfacelessContext context;
  if (!context.error().empty()) return context.error();
  Stage stage([] {});
  if (!stage.works()) return "Dear ImGui can't use this OpenGL";
  stage.set_width(options.width);
  stage.set_ratio(options.ratio.value_or(PixelRatio{1}));
  const Result<std::string> headline = stage.load(options.location);
  if (!headline) return options.location + ": " + headline.error;
  viewer::Viewer& viewer = stage.viewer();
  std::printf("%s\n", tree_as_json(viewer.semantics(), viewer.direction()).c_str());
  return {};
}

}  // namespace article::preview
