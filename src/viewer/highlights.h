#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "host/units.h"
#include "paint/painter.h"

/// How the states of what can be pressed come and go.
namespace article::viewer {

/// Hover, press and the bar of a row of tabs. Each change takes 200 ms, and the
/// first frame after it already shows some of it.
class Highlights {
 public:
  /// Something that can be pressed: a box, or a link in its text.
  struct Target {
    layout::BoxIndex box = layout::kNoBox;
    std::int32_t range = -1;  ///< number of the link among its text's ranges; -1: the box
    bool operator==(const Target&) const = default;
  };

  void set_reduced_motion(bool reduced) { reduced_ = reduced; }
  /// @param press or hover @return whether that is another one.
  bool set(bool press, Target target);
  /// A row's bar leaves a tab.
  void move_bar(layout::BoxIndex from) { bar_ = {from, 0}; }

  /// @return whether another frame is needed.
  bool advance(Milliseconds now);
  [[nodiscard]] std::span<const paint::Highlight> shown() const { return shown_; }
  [[nodiscard]] const paint::TabBar& bar() const { return bar_; }

 private:
  bool reduced_ = false;
  bool moving_ = false;
  double last_ = 0;
  std::array<Target, 2> held_;  ///< hovered, pressed
  /// Of each kind; the oldest of more ends at once.
  static constexpr std::size_t kSlots = 3;
  /// What is held, and what no longer is: hovered, then pressed.
  std::array<paint::Highlight, 2 * kSlots> shown_{};
  paint::TabBar bar_;
};

}  // namespace article::viewer
