#include "viewer/damage.h"

#include <utility>

#include "paint/painter.h"
#include "viewer/fingerprint.h"

namespace article::viewer {
namespace {

using layout::Block;
using layout::Box;
using layout::BoxIndex;

/// Of what is drawn of a box, wherever its block stands.
void add_box(Fingerprint& print, const layout::Page& page, const Box& box, const Rect& origin) {
  print.add(layout::is_drawn(box));
  if (!layout::is_drawn(box)) return;
  for (const CssPx length : {box.frame.x - origin.x, box.frame.y - origin.y, box.frame.width,
                             box.frame.height, box.radius})
    print.add(length);
  print.add(box.fill);
  print.add(box.icon);
  print.add(box.tone);
  print.add(box.picture);
  for (const bool state : {box.round, box.above, box.disabled}) print.add(state);
  if (box.text < 0) return;
  const layout::TextContent& text = page.texts[static_cast<std::size_t>(box.text)];
  print.add(text.shape);
  print.add(text.line_height);
  for (const text::Line& line : text.lines) print.add(line);
}

std::uint64_t fingerprint_of(const layout::Page& page, const Block& block) {
  Fingerprint print;
  const Box& root = page.boxes[static_cast<std::size_t>(block.root)];
  const Rect& origin = root.frame;
  if (root.asleep) return print.value();
  for (BoxIndex i = block.root; i < block.end; ++i)
    add_box(print, page, page.boxes[static_cast<std::size_t>(i)], origin);
  return print.value();
}

}  // namespace

void Damage::follow(const layout::Page& page) {
  known_.resize(page.boxes.size());
  for (const Block& block : page.blocks) {
    const std::uint64_t print = fingerprint_of(page, block);
    if (std::exchange(known_[static_cast<std::size_t>(block.root)].print, print) != print)
      add_root(block.root);
  }
}

void Damage::add(const layout::Page& page, BoxIndex box) {
  if (const Block* block = layout::block_of(page, box)) add_root(block->root);
}

void Damage::add_states_of(const layout::Page& page, BoxIndex box) {
  const Box& target = page.boxes[static_cast<std::size_t>(box)];
  // A photo's are seen on the button that enlarges it.
  if (target.role != layout::Role::Image) add(page, box);
  if (target.action == layout::Action::None) return;
  for (std::size_t i = 0; i < page.boxes.size(); ++i)
    if (page.boxes[i].role == layout::Role::Button &&
        paint::shows_states_of(page, static_cast<BoxIndex>(i), box))
      add(page, static_cast<BoxIndex>(i));
}

void Damage::add_all(const layout::Page& page) {
  for (const Block& block : page.blocks) add_root(block.root);
}

void Damage::clear() {
  known_.clear();
  roots_.clear();
}

std::vector<BoxIndex> Damage::take() {
  for (const BoxIndex root : roots_) known_[static_cast<std::size_t>(root)].damaged = false;
  return std::exchange(roots_, {});
}

void Damage::add_root(BoxIndex root) {
  if (!std::exchange(known_[static_cast<std::size_t>(root)].damaged, true)) roots_.push_back(root);
}

}  // namespace article::viewer
