#pragma once

#include <cstdint>
#include <optional>

#include "host/units.h"

/// Gestures and motion of the carousel: pure functions of pointer samples and
/// time, the same at 30, 60 and 120 Hz and in a test.
namespace article::layout {

enum class PointerKind : std::uint8_t { Mouse, Touch, Pen };

/// What a press has become.
enum class Gesture : std::uint8_t {
  None,     ///< nothing pressed
  Pressed,  ///< down, not moved past the slop: a release is a tap
  Dragging, ///< along the inline axis: the carousel has it
  Yielded,  ///< along the block axis, a second finger, cancelled: the page has it
};

/// Where the strip stands. `offset` is in photos: 0 shows the first, 1.5 lies
/// half-way between the second and third; it may leave [0, count-1] at the ends.
class CarouselMotion {
 public:
  /// @param count photos, > 0. @param pitch distance from one photo to the
  /// next, CSS px, > 0. Keeps the current photo when either changes.
  void set_geometry(int count, CssPx pitch);
  /// With reduced motion every change is at once.
  void set_reduced_motion(bool reduced);

  /// Pointer samples; x grows in the inline direction (the caller mirrors it
  /// in right-to-left), y downwards, in CSS px.
  void pointer_down(int pointer_id, PointerKind kind, Point at, Milliseconds now);
  void pointer_move(int pointer_id, Point at, Milliseconds now);
  /// @return whether it was a tap (pressed and released within the slop).
  bool pointer_up(int pointer_id, Point at, Milliseconds now);
  void pointer_cancel(Milliseconds now);
  /// A wheel's inline delta in CSS px. Settles when the wheel rests.
  void wheel(CssPx delta_inline, Milliseconds now);

  void go_to(int index, Milliseconds now);  ///< animated
  void jump_to(int index);                  ///< at once

  /// Moves time on. @return whether another frame is needed.
  bool advance(Milliseconds now);

  [[nodiscard]] double offset() const;
  [[nodiscard]] int target() const;  ///< photo it shows or settles on
  [[nodiscard]] bool moving() const;
  [[nodiscard]] Gesture gesture() const;
  /// The time at which `advance` wants to be called though no frame is due
  /// (a wheel that may have come to rest).
  [[nodiscard]] std::optional<Milliseconds> wake_at() const;

 private:
  // the author's
};

}  // namespace article::layout
