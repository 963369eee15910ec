#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "host/units.h"
#include "layout/box.h"
#include "layout/page.h"

/// The semantic tree: what the web's layer shows to assistive technology, made
/// from the boxes that are drawn.
namespace article::viewer {

/// One drawn line of a node's text. Places are content CSS px.
struct SemanticLine {
  std::uint32_t begin = 0;  ///< bytes of the node's text
  std::uint32_t end = 0;
  CssPx x;  ///< left end of what is drawn
  CssPx width;
  CssPx top;  ///< of the line box
};

struct SemanticRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const layout::InlineRange* range = nullptr;
};

/// A node; its children are the nodes whose `parent` it is, in order. `key` is
/// the same for the same thing as long as the document is the same.
struct SemanticNode {
  std::uint32_t key = 0;
  std::int32_t parent = -1;  ///< index in the tree, < own index
  const layout::Box* box = nullptr;
  const layout::TextContent* text = nullptr;  ///< nullptr: no text of its own
  const layout::Picture* picture = nullptr;   ///< nullptr: none
};

struct SemanticTree {
  std::vector<SemanticNode> nodes;
  /// Grows when nodes, texts or states change.
  std::uint32_t meaning_version = 0;
  /// Grows when frames or lines change.
  std::uint32_t geometry_version = 0;
};

}  // namespace article::viewer
