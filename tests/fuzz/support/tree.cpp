#include "fuzz/support/tree.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <set>
#include <string_view>
#include <vector>

#include "document/soundness.h"
#include "fuzz/support/promise.h"

namespace article::fuzz {
namespace {

using layout::Box;
using viewer::SemanticNode;

void put(std::string& out, std::string_view text) {
  promise(document::is_utf8(text), "text of the tree is UTF-8");
  out += " \"";
  out += text;
  out += '"';
}

void put(std::string& out, int number) { out += ' ' + std::to_string(number); }

void put(std::string& out, CssPx length) {
  promise(std::isfinite(length.value), "a length is a number");
  char text[32];
  std::snprintf(text, sizeof text, " %.3f", static_cast<double>(length.value));
  out += text;
}

void put(std::string& out, const Rect& rect) {
  promise(rect.width >= CssPx(0) && rect.height >= CssPx(0), "no width or height is less than 0");
  for (const CssPx length : {rect.x, rect.y, rect.width, rect.height}) put(out, length);
}

void put_text(std::string& out, const SemanticNode& node) {
  const layout::TextContent& content = *node.text;
  const std::string_view text = content.paragraph.text();
  const bool placed = layout::is_drawn(*node.box);
  for (const layout::InlineRange& range : content.ranges) {
    promise(range.begin <= range.end && range.end <= text.size(), "a range lies in its text");
    out += "\n  range";
    for (const std::uint32_t number : {range.begin, range.end}) put(out, static_cast<int>(number));
    put(out, static_cast<int>(range.role));
    for (const std::string_view said : {range.url, range.language, range.datetime}) put(out, said);
  }
  std::uint32_t end = 0;
  const std::vector<viewer::SemanticLine> lines = viewer::lines_of(node);
  for (const viewer::SemanticLine& line : lines) {
    promise(line.begin == end && line.end >= end, "a line begins where the one before ends");
    end = line.end;
    if (!placed) continue;
    out += "\n  line";
    put(out, static_cast<int>(line.end));
    for (const CssPx length : {line.x, line.width, line.top}) put(out, length);
  }
  promise(lines.empty() || end == text.size(), "the lines have the whole text");
}

std::string told(const viewer::Viewer& viewer, const SemanticNode& node) {
  const Box& box = *node.box;
  std::string out = std::to_string(node.key);
  for (const int number :
       {node.parent, static_cast<std::int32_t>(box.role), static_cast<std::int32_t>(box.level),
        static_cast<std::int32_t>(box.action), box.argument, static_cast<std::int32_t>(box.look),
        static_cast<std::int32_t>(box.icon), box.scroller, static_cast<std::int32_t>(box.hidden),
        static_cast<std::int32_t>(box.selected), static_cast<std::int32_t>(box.disabled)})
    put(out, number);
  promise(box.role != layout::Role::Heading || (box.level >= 1 && box.level <= 6),
          "a heading's level is 1 to 6");
  const std::string asleep = box.asleep ? viewer.text_of_panel(box) : "";
  for (const std::string_view said :
       {std::string_view(box.name), node.picture ? node.picture->src : box.url, box.language,
        box.datetime, std::string_view(asleep), node.text ? node.text->paragraph.text() : ""})
    put(out, said);
  // What is not seen may stand as it did when it was.
  std::string frame;
  put(frame, box.frame);
  // A text that means nothing is where its line is.
  const bool is_line = box.role == layout::Role::None && node.text != nullptr;
  if (layout::is_drawn(box) && !is_line) out += frame;
  if (node.text) put_text(out, node);
  return out + '\n';
}

}  // namespace

std::string sound_tree(viewer::Viewer& viewer) {
  std::string out;
  std::set<std::uint32_t> keys;
  std::int32_t number = 0;
  for (const SemanticNode& node : viewer.semantics().nodes()) {
    promise(node.box != nullptr, "a node has a box");
    promise(node.parent < number++, "a parent comes before its children");
    promise(keys.insert(node.key).second, "each node has a key of its own");
    out += told(viewer, node);
  }
  return out;
}

}  // namespace article::fuzz
