#include "viewer/semantics.h"

#include <string_view>
#include <utility>

#include "viewer/fingerprint.h"

namespace article::viewer {
namespace {

using layout::Box;
using layout::InlineRange;
using layout::TextContent;

std::uint64_t meaning_of(const Box& box, const TextContent* text, const layout::Picture* picture) {
  Fingerprint print;
  print.add(box.role);
  print.add(box.part);
  print.add(box.look);
  print.add(box.level);
  print.add(box.action);
  print.add(box.argument);
  print.add(box.kind);
  print.add(box.picture);
  for (const bool state :
       {box.hidden, box.selected, box.disabled, box.decorative, box.round, box.asleep})
    print.add(state);
  print.add(box.fill);
  print.add(box.icon);
  print.add(box.radius);
  print.add(box.reserved);
  for (const std::string_view part :
       {box.url, std::string_view(box.name), box.datetime, box.language})
    print.add(part);
  if (picture != nullptr) {
    print.add(picture->fit);
    print.add(picture->src);
  }
  if (text == nullptr) return print.value();
  print.add(text->paragraph.text());
  print.add(text->font_size);
  print.add(text->line_height);
  print.add(text->bold);
  print.add(text->headline_font);
  for (const layout::Tone tone : text->tones) print.add(tone);
  for (const InlineRange& range : text->ranges) {
    print.add(range.begin);
    print.add(range.end);
    print.add(range.role);
    print.add(range.kind);
    print.add(range.upright);
    print.add(range.room_em);
    for (const std::string_view part : {range.url, range.language, range.datetime}) print.add(part);
  }
  return print.value();
}

std::uint64_t geometry_of(const Box& box, const TextContent* text, const layout::Block* block) {
  Fingerprint print;
  print.add(box.scroller);
  if (block != nullptr) {
    print.add(block->flat);
    print.add(block->scroller);
    print.add(block->ink);
  }
  print.add(box.frame);
  if (text == nullptr) return print.value();
  for (const text::Line& line : text->lines) print.add(line);
  return print.value();
}

/// Whether a box that means nothing is seen.
bool draws(const layout::Page& page, const Box& box) {
  if (box.hidden) return false;
  if (box.text >= 0) return !page.texts[static_cast<std::size_t>(box.text)].lines.empty();
  return box.fill != layout::Tone::Transparent || box.icon != layout::BoxIcon::None;
}

}  // namespace

void SemanticTree::update(const layout::Page& page) {
  const std::uint32_t next = version_ + 1;
  bool changed = false;
  nodes_.clear();
  known_.resize(page.boxes.size());
  std::vector<std::int32_t> node_of_box(page.boxes.size(), -1);
  auto block = page.blocks.begin();
  for (std::size_t i = 0; i < page.boxes.size(); ++i) {
    const Box& box = page.boxes[i];
    Known& known = known_[i];
    const bool was_there = std::exchange(known.there, false);
    if (box.absent || !page.reached[i]) {
      changed = changed || was_there;
      continue;
    }
    const std::int32_t parent =
        box.parent < 0 ? -1 : node_of_box[static_cast<std::size_t>(box.parent)];
    while (block != page.blocks.end() && block->root < static_cast<layout::BoxIndex>(i)) ++block;
    if (box.role == layout::Role::None && !draws(page, box)) {
      changed = changed || was_there;
      continue;
    }
    SemanticNode node;
    node.key = static_cast<std::uint32_t>(i) + 1;
    node.parent = parent;
    node.box = &box;
    if (box.text >= 0) node.text = &page.texts[static_cast<std::size_t>(box.text)];
    if (box.picture >= 0) node.picture = &page.pictures[static_cast<std::size_t>(box.picture)];
    if (block != page.blocks.end() && block->root == static_cast<layout::BoxIndex>(i) &&
        block->ink.width > CssPx(0))
      node.block = &*block;
    known.there = true;
    const std::uint64_t meaning = meaning_of(box, node.text, node.picture);
    const std::uint64_t geometry = geometry_of(box, node.text, node.block);
    if (std::exchange(known.meaning, meaning) != meaning || !was_there)
      known.meaning_version = next;
    if (std::exchange(known.geometry, geometry) != geometry || !was_there)
      known.geometry_version = next;
    changed = changed || known.meaning_version == next || known.geometry_version == next;
    node.meaning_version = known.meaning_version;
    node.geometry_version = known.geometry_version;
    node_of_box[i] = static_cast<std::int32_t>(nodes_.size());
    nodes_.push_back(node);
  }
  if (changed) version_ = next;
}

void SemanticTree::clear() {
  nodes_.clear();
  known_.clear();
  ++version_;
}

std::vector<SemanticLine> lines_of(const SemanticNode& node) {
  std::vector<SemanticLine> lines;
  if (node.text == nullptr) return lines;
  const TextContent& text = *node.text;
  const Rect& frame = node.box->frame;
  CssPx top = frame.y;
  for (const text::Line& line : text.lines) {
    const auto [begin, end] = text.paragraph.text_range(line);
    lines.push_back(
        {begin, end, frame.x + text.paragraph.start_of(line, text.broken_for), line.width, top});
    top += text.line_height;
  }
  return lines;
}

}  // namespace article::viewer
