#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

/// Units as types. Layout works in CSS pixels; only paint and the hosts know
/// device pixels, and `to_device` is the one way from one to the other.
namespace article {

/// A length or coordinate in CSS pixels; y grows downwards.
struct CssPx {
  float value = 0;

  constexpr CssPx() = default;
  constexpr explicit CssPx(float v) : value(v) {}
  constexpr explicit CssPx(int v) : value(static_cast<float>(v)) {}
  constexpr explicit CssPx(double v) : value(static_cast<float>(v)) {}

  constexpr auto operator<=>(const CssPx&) const = default;
  constexpr CssPx& operator+=(CssPx o) {
    value += o.value;
    return *this;
  }
  constexpr CssPx& operator-=(CssPx o) {
    value -= o.value;
    return *this;
  }
};
constexpr CssPx operator-(CssPx a) { return CssPx(-a.value); }
constexpr CssPx operator+(CssPx a, CssPx b) { return CssPx(a.value + b.value); }
constexpr CssPx operator-(CssPx a, CssPx b) { return CssPx(a.value - b.value); }
constexpr CssPx operator*(CssPx a, float k) { return CssPx(a.value * k); }
constexpr CssPx operator*(float k, CssPx a) { return CssPx(a.value * k); }
constexpr CssPx operator/(CssPx a, float k) { return CssPx(a.value / k); }
constexpr float operator/(CssPx a, CssPx b) { return a.value / b.value; }
constexpr CssPx max(CssPx a, CssPx b) { return a < b ? b : a; }
constexpr CssPx min(CssPx a, CssPx b) { return b < a ? b : a; }

/// A length or coordinate in device pixels.
struct DevicePx {
  float value = 0;
  constexpr DevicePx() = default;
  constexpr explicit DevicePx(float v) : value(v) {}
  constexpr auto operator<=>(const DevicePx&) const = default;
};

/// Device pixels per CSS pixel, > 0.
struct PixelRatio {
  float value = 1;
  constexpr auto operator<=>(const PixelRatio&) const = default;
};

constexpr DevicePx to_device(CssPx length, PixelRatio ratio) {
  return DevicePx(length.value * ratio.value);
}
/// The nearest whole device pixel: text and hairlines start on one.
inline DevicePx snap(DevicePx v) { return DevicePx(std::floor(v.value + 0.5F)); }

/// Time as the host's monotonic clock tells it, or a duration.
struct Milliseconds {
  double value = 0;
  constexpr Milliseconds() = default;
  constexpr explicit Milliseconds(double v) : value(v) {}
  constexpr auto operator<=>(const Milliseconds&) const = default;
};
constexpr Milliseconds operator+(Milliseconds a, Milliseconds b) {
  return Milliseconds(a.value + b.value);
}
constexpr Milliseconds operator-(Milliseconds a, Milliseconds b) {
  return Milliseconds(a.value - b.value);
}

struct Point {
  CssPx x;
  CssPx y;
  bool operator==(const Point&) const = default;
};

/// A rectangle in CSS px: x, y is its top left corner, physically.
struct Rect {
  CssPx x;
  CssPx y;
  CssPx width;
  CssPx height;
  bool operator==(const Rect&) const = default;
  [[nodiscard]] constexpr CssPx right() const { return x + width; }
  [[nodiscard]] constexpr CssPx bottom() const { return y + height; }
  [[nodiscard]] constexpr bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  [[nodiscard]] constexpr bool intersects(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
};

/// The base direction of a document or of a run.
enum class Direction : std::uint8_t { LeftToRight, RightToLeft };

}  // namespace article
