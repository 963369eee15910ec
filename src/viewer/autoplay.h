#pragma once

#include <optional>

#include "host/units.h"

/// The gallery going on by itself.
namespace article::viewer {

/// When the next photo is due (WCAG 2.2, 2.2.2; WAI-ARIA APG, carousel): off by
/// default, stopped by its reader until asked for again, and waiting while it
/// is held: where nobody looks, or a pointer rests on it.
class Autoplay {
 public:
  /// @param interval between photos; 0 or less: off.
  void set_interval(Milliseconds interval) { interval_ = interval.value; }
  [[nodiscard]] bool on() const { return interval_ > 0; }
  [[nodiscard]] bool playing() const { return on() && !stopped_; }

  void stop() { stopped_ = true; }
  void toggle() {
    stopped_ = !stopped_;
    restart();
  }
  void hold(bool held) {
    held_ = held;
    if (held) restart();
  }
  /// A photo has come: the next one has its whole time.
  void restart() { since_.reset(); }

  /// @return whether the next photo is due. Its time begins with the first call.
  bool due(Milliseconds now) {
    if (!playing() || held_) return false;
    if (!since_) since_ = now.value;
    return now.value - *since_ >= interval_;
  }
  /// When `due` is to be asked: at once where its time has not begun.
  [[nodiscard]] std::optional<Milliseconds> wake_at() const {
    if (!playing() || held_) return std::nullopt;
    return Milliseconds(since_ ? *since_ + interval_ : 0);
  }

 private:
  double interval_ = 0;
  bool stopped_ = false;
  bool held_ = false;
  std::optional<double> since_;
};

}  // namespace article::viewer
