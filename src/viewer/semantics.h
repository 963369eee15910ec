#pragma once

#include <cstdint>
#include <vector>

#include "layout/box.h"
#include "layout/page.h"

/// The semantic tree: what a host shows to assistive technology, made from the
/// boxes that are drawn. It is kept from layout to layout, and each node knows
/// when it last changed, so that a host updates only what did.
///
/// | field of a node                        | where it is from         | part     |
/// | role, part, level, action, argument    | Box                      | meaning  |
/// | states: hidden, selected, disabled, …  | Box                      | meaning  |
/// | name, url, link kind, language, time   | Box                      | meaning  |
/// | text, its ranges and its font          | TextContent              | meaning  |
/// | what a slot reserves                   | Box                      | meaning  |
/// | a picture's URL, focus and fit         | Picture                  | meaning  |
/// | rectangle, scroller                    | Box                      | geometry |
/// | what its block may cover               | Block                    | geometry |
/// | lines: bytes, place, stretches         | TextContent              | geometry |
///
/// What layout has not reached yet is not in it. Places are content CSS px, x physical, as if every
/// scroller stood at 0. What is drawn and means nothing (Role::None: rules, dots, numbers of a
/// ranking) has nodes too, for a host that shows the article by other means.
namespace article::viewer {

/// A node; its children are the nodes whose `parent` it is, in order.
struct SemanticNode {
  std::uint32_t key = 0;     ///< the same for the same thing as long as the document is
  std::int32_t parent = -1;  ///< index in the tree, < own index
  const layout::Box* box = nullptr;
  const layout::TextContent* text = nullptr;  ///< nullptr: no text of its own
  const layout::Picture* picture = nullptr;   ///< nullptr: none
  const layout::Block* block = nullptr;       ///< that it is the root of and that draws something
  /// The tree's version when this part of it last changed.
  std::uint32_t meaning_version = 0;
  std::uint32_t geometry_version = 0;
};

/// One drawn line of a node's text.
struct SemanticLine {
  std::uint32_t begin = 0;  ///< bytes of the node's text
  std::uint32_t end = 0;
  CssPx x;  ///< left end of what is drawn
  CssPx width;
  CssPx top;  ///< of the line box
};

class SemanticTree {
 public:
  /// In reading order. Boxes and texts are viewed: good until the page is laid
  /// out anew.
  [[nodiscard]] const std::vector<SemanticNode>& nodes() const { return nodes_; }
  /// Grows with each change.
  [[nodiscard]] std::uint32_t version() const { return version_; }

  /// Takes over a layout. Cost: O(boxes and bytes of text).
  void update(const layout::Page& page);
  /// Another document: keys mean other things now.
  void clear();

 private:
  struct Known {
    std::uint64_t meaning = 0;  ///< fingerprints; 0: not known
    std::uint64_t geometry = 0;
    std::uint32_t meaning_version = 0;
    std::uint32_t geometry_version = 0;
    bool there = false;
  };
  std::vector<SemanticNode> nodes_;
  std::vector<Known> known_;  ///< by box
  std::uint32_t version_ = 0;
};

/// The lines of a node's text, none where it is not broken (hidden).
[[nodiscard]] std::vector<SemanticLine> lines_of(const SemanticNode& node);

}  // namespace article::viewer
