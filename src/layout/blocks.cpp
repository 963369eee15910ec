#include "layout/blocks.h"

#include <algorithm>

#include "layout/page.h"

namespace article::layout {
namespace {

/// How far glyphs reach beyond their line's box and ends, em: italics, marks
/// above and below the letters of some scripts.
constexpr float kOverhangEm = 0.4F;

bool is_container(const Box& box) {
  switch (box.role) {
    case Role::Article:
      return box.look != Look::Comment;
    case Role::Group:
    case Role::Carousel:
      return true;
    case Role::TabPanel:
      return box.part == Part::Comments;
    default:
      return false;
  }
}

Rect joined(const Rect& a, const Rect& b) {
  const CssPx x = min(a.x, b.x);
  const CssPx y = min(a.y, b.y);
  return {x, y, max(a.right(), b.right()) - x, max(a.bottom(), b.bottom()) - y};
}

Rect grown(const Rect& rect, CssPx across, CssPx down) {
  return {rect.x - across, rect.y - down, rect.width + 2 * across, rect.height + 2 * down};
}

/// What is drawn of a box; of no width where nothing is.
Rect ink_of(const Page& page, const Box& box) {
  Rect ink;
  if (!is_drawn(box)) return ink;
  if (box.text >= 0) {
    const TextContent& text = page.texts[static_cast<std::size_t>(box.text)];
    if (!text.lines.empty())
      ink = grown(box.frame, text.font_size * kOverhangEm, text.font_size * kOverhangEm);
  } else if (box.picture >= 0 || box.icon != BoxIcon::None || box.fill != Tone::Transparent ||
             box.action != Action::None) {
    ink = grown(box.frame, max(box.ink_beside, CssPx(1)), CssPx(1));
  }
  return ink;
}

void add_box(const Page& page, const Box& box, Block& block) {
  const Rect ink = ink_of(page, box);
  if (ink.width <= CssPx(0) || ink.height <= CssPx(0)) return;
  block.ink = block.ink.width > CssPx(0) ? joined(block.ink, ink) : ink;
  block.scroller = box.scroller;
  if (box.text >= 0 || box.picture >= 0 || box.icon != BoxIcon::None || box.action != Action::None)
    block.flat = false;
}

}  // namespace

std::vector<Block> find_blocks(const Page& page) {
  std::vector<Block> blocks;
  const auto count = static_cast<BoxIndex>(page.boxes.size());
  for (BoxIndex i = 0; i < count;) {
    const Box& root = page.boxes[static_cast<std::size_t>(i)];
    if (is_container(root)) {
      ++i;
      continue;
    }
    Block block;
    block.root = i;
    do {
      add_box(page, page.boxes[static_cast<std::size_t>(i)], block);
      ++i;
      // What is in the root follows it.
    } while (i < count && page.boxes[static_cast<std::size_t>(i)].parent >= block.root);
    block.end = i;
    blocks.push_back(block);
  }
  return blocks;
}

const Block* block_of(const Page& page, BoxIndex box) {
  const auto after = std::ranges::upper_bound(page.blocks, box, {}, &Block::root);
  if (after == page.blocks.begin()) return nullptr;
  const Block& block = *std::prev(after);
  return box < block.end ? &block : nullptr;
}

}  // namespace article::layout
