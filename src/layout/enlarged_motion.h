#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "host/units.h"
#include "layout/finger_path.h"
#include "layout/motion.h"
#include "layout/spring.h"

/// Gestures and motion of the enlarged photo: a pure function of pointer
/// samples and time, the same at 30, 60 and 120 Hz and in a test.
namespace article::layout {

/// Photos lie side by side, one in view; that one zooms, pans, and drops out.
/// Points are CSS px from the middle of the area, x physical, y downwards.
///
/// Scale 1 is the photo as it fits its area. A pinch and a pan follow the
/// fingers 1:1 and resist past 1, past the largest scale and past the photo's
/// edges; let go there, it springs back. A pan goes on with its momentum, which
/// loses 0.5 % a millisecond. Two taps within 300 ms and 25 px zoom in about
/// their point, or out; one on a zoomed photo centres there.
///
/// A drag along the inline axis is the strip's (CarouselMotion) where the photo
/// has no more room in its direction; one along the block axis of a photo that
/// is not zoomed drops it: past a fifth of the area's height, or flicked
/// downwards, it asks to be closed, else it returns. A press catches what moves.
/// A photo keeps its zoom until the strip has come to rest on another one.
class EnlargedMotion {
 public:
  struct Geometry {
    CssPx width;  ///< of the area, > 0
    CssPx height;
    CssPx photo_width;  ///< of `photo()` at scale 1, 0 unknown
    CssPx photo_height;
    /// Scale at which one of its pixels is one of the device's.
    double own_scale = 1;
    int count = 1;  ///< photos, > 0
    Direction direction = Direction::LeftToRight;
    bool reduced_motion = false;  ///< changes are at once
  };
  /// Shows `index` at rest; a geometry has to follow.
  explicit EnlargedMotion(int index) : photo_(index), zoomed_photo_(index) {}
  /// May change at any time; has to when `photo()` does.
  void set_geometry(const Geometry& geometry);

  void pointer_down(int pointer_id, PointerKind kind, const Point& at, Milliseconds now);
  void pointer_move(int pointer_id, const Point& at, Milliseconds now);
  void pointer_up(int pointer_id, const Point& at, Milliseconds now);
  /// All pointers are gone; what they held goes back, or on.
  void pointer_cancel(Milliseconds now);
  /// By a wheel or a button: the point stays where it is. Further ones multiply.
  /// @param factor 0: back to scale 1.
  void zoom_by(double factor, const Point& about, Milliseconds now);
  /// A wheel's delta along x: pans, or moves the strip.
  void wheel(CssPx delta_x, Milliseconds now);
  void go_to(int index, Milliseconds now);

  /// Moves time on. @return whether another frame is needed; a finger's samples
  /// ask for their own.
  bool advance(Milliseconds now);

  /// The photo that it shows or settles on.
  [[nodiscard]] int photo() const { return photo_; }
  /// The photo that is at `scale` and `x`, `y`; others are at 1 and 0, 0.
  [[nodiscard]] int zoomed_photo() const { return zoomed_photo_; }
  [[nodiscard]] double scale() const { return axes_[kScale].at; }
  /// Of the photo's middle from its place in the strip.
  [[nodiscard]] double x() const { return axes_[kX].at; }
  [[nodiscard]] double y() const { return axes_[kY].at; }
  /// Of the strip, in photos along the inline axis.
  [[nodiscard]] double offset() const { return strip_.offset(); }
  /// From one photo of the strip to the next.
  [[nodiscard]] CssPx pitch() const;
  /// How far it is dropped, 0 to 1, the area's height.
  [[nodiscard]] double drop() const;
  [[nodiscard]] bool can_zoom_in() const;
  [[nodiscard]] bool can_zoom_out() const;
  /// Whether it was let go to be closed. It stays where it is.
  [[nodiscard]] bool closes() const { return closes_; }

 private:
  enum class Press : std::uint8_t {
    None,
    Pressed,  ///< not moved past the slop
    Swiping,  ///< the strip has it
    Panning,
    Dropping,
    Pinching,  ///< two fingers
  };
  struct Finger {
    int id = 0;
    double x = 0;
    double y = 0;
  };
  /// Two fingers: what is between them, and how far they are apart.
  struct Span {
    double x;
    double y;
    double apart;
  };
  /// One number that fingers and springs move.
  struct Axis {
    double at = 0;
    double target = 0;  ///< same as `at`, but while it settles
    Spring spring;

    void put(double value) { at = target = value; }
  };
  enum : std::size_t { kScale, kX, kY };

  [[nodiscard]] double largest() const;
  [[nodiscard]] double in_range(double scale) const;
  /// How far the photo may be moved to either side.
  [[nodiscard]] double limit(std::size_t axis, double scale) const;
  [[nodiscard]] Point mirrored(double x, double y) const;
  [[nodiscard]] std::size_t finger_of(int pointer_id) const;
  [[nodiscard]] Span span() const;
  /// What the springs still move, at most, CSS px.
  [[nodiscard]] double way_left() const;

  void decide(double x, double y, Milliseconds now);
  void grip(double x, double y);
  void tap(double x, double y, bool caught);
  void let_go(double x, double y, Milliseconds now);
  void zoom_to(double scale, double x, double y);
  void pan_to(double scale, double x, double y);
  void glide(std::size_t axis, double velocity);
  void settle();
  void stop();
  /// What follows from where the strip goes or has come to rest.
  void follow_strip();
  /// The photo that is shown is the one that zooms, from here on.
  void adopt();

  Geometry geometry_;
  CarouselMotion strip_;
  int photo_;
  int zoomed_photo_;
  std::array<Axis, 3> axes_{{{1, 1, {}}, {}, {}}};
  bool settling_ = false;
  double settling_since_ = 0;
  double now_ = 0;
  bool closes_ = false;

  Press press_ = Press::None;
  std::array<Finger, 2> fingers_;
  std::size_t finger_count_ = 0;
  double pressed_x_ = 0;
  double pressed_y_ = 0;
  double slop_ = 0;
  bool caught_ = false;
  FingerPath path_x_;
  FingerPath path_y_;
  // One finger: the unresisted place with the finger in the middle. Two: the
  // place in the photo that is between them.
  double grip_x_ = 0;
  double grip_y_ = 0;
  double scale_per_px_ = 0;  ///< unresisted, per px between two fingers
  double tapped_x_ = 0;
  double tapped_y_ = 0;
  double tapped_time_ = -1e9;
};

}  // namespace article::layout
