#pragma once

#include <cstdint>
#include <vector>

#include "layout/page.h"

/// Which blocks look otherwise than when they were last told of.
namespace article::viewer {

class Damage {
 public:
  /// The page was laid out: blocks that came or changed are damaged, wherever
  /// they have moved to. Cost: O(boxes and lines).
  void follow(const layout::Page& page);
  /// A block draws a box otherwise; a container draws nothing.
  void add(const layout::Page& page, layout::BoxIndex box);
  /// All that draw the states of a box.
  void add_states_of(const layout::Page& page, layout::BoxIndex box);
  void add_all(const layout::Page& page);
  /// Another document.
  void clear();

  /// Root boxes, each once, in no order.
  [[nodiscard]] std::vector<layout::BoxIndex> take();

 private:
  struct Known {
    std::uint64_t print = 0;  ///< fingerprint; 0: none
    bool damaged = false;
  };
  void add_root(layout::BoxIndex root);

  std::vector<Known> known_;  ///< by root box
  std::vector<layout::BoxIndex> roots_;
};

}  // namespace article::viewer
