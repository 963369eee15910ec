#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "host/units.h"
#include "layout/finger_path.h"
#include "layout/spring.h"

/// Gestures and motion of the carousel: pure functions of pointer samples and
/// time, the same at 30, 60 and 120 Hz and in a test.
namespace article::layout {

enum class PointerKind : std::uint8_t { Mouse, Touch, Pen };

/// What a press has become.
enum class Gesture : std::uint8_t {
  None,      ///< nothing pressed
  Pressed,   ///< down, not moved past the slop: a release is a tap
  Dragging,  ///< along the inline axis: the carousel has it
  Yielded,   ///< along the block axis, or a second finger: the page has it until
             ///< all fingers are up or cancelled
};

/// Where the strip stands. `offset` is in photos: 0 shows the first, 1.5 lies
/// half-way between the second and third; it may leave [0, count-1] at the ends.
///
/// Touch and pen have 8 px of slop, a mouse 4. The axis that reaches the slop
/// first has the press, both at once go to the page. From that very point the
/// strip follows 1:1, so that it neither jumps by the slop nor depends on how
/// often the finger is sampled. Only a drag or a wheel changes the photo: a
/// press on a moving strip holds it where it is, and a press let go, yielded or
/// cancelled lets it run on, or back, to the photo it was on or bound for.
///
/// A release settles on the nearest photo; at 0.5 px/ms (over the last 100 ms,
/// 0 if the finger rested for 80) on the next one in its direction, faster
/// ones on the one their momentum reaches. The spring is critically damped, is
/// within half a pixel in 300 ms and does not overshoot a photo.
///
/// A wheel moves at most one photo on until it rests, turns or is pushed anew,
/// as `scroll-snap-stop: always` has it, so that a trackpad's momentum skips
/// none. It commits from 40 px, so that a notch turns a page.
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
  /// @return whether it was a tap: pressed and released within the slop, on a
  /// strip that lay within the slop of its photo (else it caught the strip).
  bool pointer_up(int pointer_id, Point at, Milliseconds now);
  /// All pointers are gone; nothing is pressed after it.
  void pointer_cancel(Milliseconds now);
  /// A wheel's inline delta in CSS px. Settles when the wheel rests.
  void wheel(CssPx delta_inline, Milliseconds now);

  /// Either takes the strip out of a finger's hand; `index` is clamped.
  void go_to(int index, Milliseconds now);  ///< animated
  void jump_to(int index);                  ///< at once

  /// Moves time on. @return whether another frame is needed: not while a
  /// finger or a wheel moves the strip, each sample of theirs asks for its own.
  bool advance(Milliseconds now);

  [[nodiscard]] double offset() const;
  /// Photo it shows or settles on; the nearest while a finger or wheel has it.
  [[nodiscard]] int target() const;
  /// Whether it is anywhere but at rest on a photo.
  [[nodiscard]] bool moving() const;
  [[nodiscard]] Gesture gesture() const;
  /// The time at which `advance` wants to be called though no frame is due
  /// (a wheel that may have come to rest).
  [[nodiscard]] std::optional<Milliseconds> wake_at() const;

 private:
  enum class Mode : std::uint8_t {
    Rest,      ///< on `target_`
    Held,      ///< caught by a press, off `target_`
    Dragged,   ///< follows the finger
    Wheeled,   ///< follows the wheel
    Settling,  ///< the spring has it
  };
  /// Where a wheel's run began and how far it may go.
  struct WheelRun {
    double from = 0;  ///< offset
    int anchor = 0;   ///< photo it may leave by one
    double last_time = 0;
    /// Slowest since it came to its limit, px/ms; < 0 before that.
    double trough = -1;
  };

  void begin_press(PointerKind kind, Point at, Milliseconds now);
  void yield(Milliseconds now);
  void release(Milliseconds now);
  void follow(double x);
  void begin_wheel_run(double time);
  void end_wheel_run();
  void settle(int index, double velocity, double time);
  void rest_on(int index);
  [[nodiscard]] std::size_t place_of(int pointer_id) const;
  [[nodiscard]] double last_photo() const;
  [[nodiscard]] int nearest() const;

  int count_ = 1;
  double pitch_ = 1;
  bool reduced_ = false;
  Mode mode_ = Mode::Rest;
  double offset_ = 0;
  int target_ = 0;
  double now_ = 0;

  // The press: the pointers that are down, the finger's path, and where the
  // unresisted strip would be with the finger at x = 0.
  Gesture gesture_ = Gesture::None;
  std::array<int, 8> pointers_{};  ///< no hand has more fingers that count
  std::size_t pointer_count_ = 0;
  double slop_ = 0;
  Point pressed_at_;
  Point last_at_;
  bool caught_ = false;
  int pressed_target_ = 0;
  double grip_ = 0;
  FingerPath path_;

  WheelRun wheel_;

  Spring spring_;  ///< to `target_`, in photos
  double spring_start_ = 0;
};

}  // namespace article::layout
