#pragma once

#include <cstdint>
#include <vector>

#include "layout/box.h"

/// A page's blocks: what is drawn as one, on a canvas of its own.
namespace article::layout {

/// A paragraph, a figure, a slide, the panel of a tab, a comment, a button: the
/// outermost box that is no container (card, gallery, rankings, comments), with
/// all that is in it. It is drawn as if its scroller stood at 0; a host moves,
/// clips and stacks its drawing, and draws it anew only where it has changed.
struct Block {
  BoxIndex root = kNoBox;
  BoxIndex end = kNoBox;       ///< behind its last box
  std::int32_t scroller = -1;  ///< that moves what is drawn of it, -1 none
  /// What its drawing may cover, content CSS px; empty: nothing is drawn now.
  Rect ink;
  /// Nothing but areas of one colour, which a host can show by other means.
  bool flat = true;
};

struct Page;

/// The blocks of a laid-out page, in reading order; each box that draws
/// something is in exactly one. Cost: O(boxes).
[[nodiscard]] std::vector<Block> find_blocks(const Page& page);

/// The block that a box belongs to, nullptr where it is a container.
[[nodiscard]] const Block* block_of(const Page& page, BoxIndex box);

}  // namespace article::layout
