#include "paint/pen.h"

#include <algorithm>
#include <cmath>

namespace article::paint {
namespace {

/// Device px that a polygon may lie inside its circle.
constexpr float kArcError = 0.08F;
/// Half the width of the antialiased edge, device px.
constexpr float kHalfFringe = 0.5F;
/// Points nearer than this are one.
constexpr float kSamePoint = 0.01F;
/// Bends with a greater cosine need no round join.
constexpr float kSmoothBend = 0.9F;

constexpr float kHalfTurn = 3.14159265F;

ImVec2 add(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
ImVec2 subtract(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }
ImVec2 times(ImVec2 a, float k) { return {a.x * k, a.y * k}; }
float dot(ImVec2 a, ImVec2 b) { return a.x * b.x + a.y * b.y; }
float cross_product(ImVec2 a, ImVec2 b) { return a.x * b.y - a.y * b.x; }
float length(ImVec2 a) { return std::sqrt(dot(a, a)); }
ImVec2 unit(ImVec2 a) {
  const float l = length(a);
  return l > 0 ? times(a, 1 / l) : ImVec2(0, 0);
}
/// To the left of a direction where y grows downwards.
ImVec2 left_of(ImVec2 direction) { return {direction.y, -direction.x}; }
ImVec2 turned(ImVec2 a, float cosine, float sine) {
  return {a.x * cosine - a.y * sine, a.x * sine + a.y * cosine};
}

int arc_steps(float angle, float radius) {
  const float step = 2 * std::acos(1 - std::min(kArcError / std::max(radius, 0.5F), 0.5F));
  return std::max(1, static_cast<int>(std::ceil(angle / step)));
}

std::uint32_t without_alpha(std::uint32_t color) { return color & ~IM_COL32_A_MASK; }

}  // namespace

void Pen::fill(std::span<const Corner> corners, const Placement& placement, std::uint32_t color) {
  trace(corners, Outline::Closed, placement, 0);
  list_.AddConvexPolyFilled(points_.data(), static_cast<int>(points_.size()), color);
}

void Pen::stroke(std::span<const Corner> corners, Outline outline, const Placement& placement,
                 float thickness, std::uint32_t color) {
  const float half = thickness / 2;
  trace(corners, outline, placement, half + kHalfFringe);
  const std::size_t count = points_.size();
  if (count < 2) return;
  const auto direction = [&](std::size_t from) {
    return unit(subtract(points_[(from + 1) % count], points_[from % count]));
  };
  sections_.clear();
  if (outline == Outline::Closed) {
    for (std::size_t i = 0; i < count; ++i)
      add_join(points_[i], direction(i + count - 1), direction(i), half);
    sections_.push_back(sections_.front());
  } else {
    add_cap(points_.front(), direction(0), half, true);
    for (std::size_t i = 1; i + 1 < count; ++i)
      add_join(points_[i], direction(i - 1), direction(i), half);
    add_cap(points_.back(), direction(count - 2), half, false);
  }
  add_strip(half, color);
}

/// Turns corners into points of device px. Those that would be of a smaller
/// radius than `tightest` stay sharp.
void Pen::trace(std::span<const Corner> corners, Outline outline, const Placement& placement,
                float tightest) {
  points_.clear();
  const std::size_t count = corners.size();
  const auto at = [&](std::size_t i) {
    const Corner& corner = corners[i % count];
    const float x = placement.mirrored_width > 0 ? placement.mirrored_width - corner.x : corner.x;
    return ImVec2(placement.x + placement.scale * x, placement.y + placement.scale * corner.y);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const ImVec2 corner = at(i);
    const bool is_end = outline == Outline::Open && (i == 0 || i + 1 == count);
    const ImVec2 to_previous = subtract(at(i + count - 1), corner);
    const ImVec2 to_next = subtract(at(i + 1), corner);
    const ImVec2 u = unit(to_previous);
    const ImVec2 v = unit(to_next);
    const float radius_wanted = corners[i].radius * placement.scale;
    const float turn = std::acos(std::clamp(-dot(u, v), -1.0F, 1.0F));
    const float tangent_of_half = std::tan(turn / 2);
    if (is_end || radius_wanted <= 0 || turn < 0.01F || turn > kHalfTurn - 0.01F) {
      add_point(corner);
      continue;
    }
    const float room = std::min(length(to_previous), length(to_next)) / 2;
    const float tangent = std::min(radius_wanted * tangent_of_half, room);
    const float radius = tangent / tangent_of_half;
    if (radius < tightest) {
      add_point(corner);
      continue;
    }
    const float side = cross_product(u, v) > 0 ? -1.0F : 1.0F;
    const ImVec2 start = add(corner, times(u, tangent));
    const ImVec2 inward = times(left_of(u), side);
    const ImVec2 centre = add(start, times(inward, radius));
    const int steps = arc_steps(turn, radius);
    const float angle = side * turn / static_cast<float>(steps);
    const float cosine = std::cos(angle);
    const float sine = std::sin(angle);
    ImVec2 spoke = times(inward, -radius);
    for (int step = 0; step <= steps; ++step) {
      add_point(add(centre, spoke));
      spoke = turned(spoke, cosine, sine);
    }
  }
  const auto same = [](ImVec2 a, ImVec2 b) {
    return std::abs(a.x - b.x) < kSamePoint && std::abs(a.y - b.y) < kSamePoint;
  };
  if (outline == Outline::Closed && points_.size() > 1 && same(points_.front(), points_.back()))
    points_.pop_back();
}

void Pen::add_point(ImVec2 point) {
  if (!points_.empty() && std::abs(points_.back().x - point.x) < kSamePoint &&
      std::abs(points_.back().y - point.y) < kSamePoint)
    return;
  points_.push_back(point);
}

void Pen::add_join(ImVec2 point, ImVec2 before, ImVec2 after, float half) {
  const ImVec2 n0 = left_of(before);
  const ImVec2 n1 = left_of(after);
  const float cosine = dot(before, after);
  const ImVec2 mitre = times(add(n0, n1), 1 / std::max(1 + cosine, 0.1F));
  if (cosine > kSmoothBend) {
    sections_.push_back({point, mitre, times(mitre, -1)});
    return;
  }
  // The inner edges meet in a point; the outer edge goes round it.
  const float turn = std::acos(std::clamp(cosine, -1.0F, 1.0F));
  const bool to_right = cross_product(before, after) > 0;
  const int steps = arc_steps(turn, half + kHalfFringe);
  const float angle = (to_right ? turn : -turn) / static_cast<float>(steps);
  const float c = std::cos(angle);
  const float s = std::sin(angle);
  ImVec2 spoke = to_right ? n0 : times(n0, -1);
  for (int step = 0; step <= steps; ++step) {
    if (to_right)
      sections_.push_back({point, spoke, times(mitre, -1)});
    else
      sections_.push_back({point, mitre, spoke});
    spoke = turned(spoke, c, s);
  }
}

/// A half circle, as pairs of points on either side of the line's axis.
void Pen::add_cap(ImVec2 point, ImVec2 direction, float half, bool at_start) {
  const ImVec2 side = left_of(direction);
  const ImVec2 outward = at_start ? times(direction, -1) : direction;
  const int steps = std::max(3, arc_steps(kHalfTurn / 2, half + kHalfFringe));
  for (int step = 0; step <= steps; ++step) {
    const int i = at_start ? steps - step : step;
    const float angle = kHalfTurn / 2 * static_cast<float>(i) / static_cast<float>(steps);
    const ImVec2 along = times(outward, std::sin(angle));
    const ImVec2 across = times(side, std::cos(angle));
    sections_.push_back({point, add(along, across), subtract(along, across)});
  }
}

/// Four vertices a section: the faded left edge, the core, the faded right.
void Pen::add_strip(float half, std::uint32_t color) {
  const float core = std::max(half - kHalfFringe, 0.0F);
  const float edge = half + kHalfFringe;
  const std::uint32_t faded = without_alpha(color);
  const int count = static_cast<int>(sections_.size());
  list_.PrimReserve((count - 1) * 18, count * 4);
  const unsigned first = list_._VtxCurrentIdx;
  for (const Section& s : sections_) {
    write(add(s.centre, times(s.left, edge)), faded);
    write(add(s.centre, times(s.left, core)), color);
    write(add(s.centre, times(s.right, core)), color);
    write(add(s.centre, times(s.right, edge)), faded);
  }
  for (int i = 0; i + 1 < count; ++i)
    for (unsigned lane = 0; lane < 3; ++lane) {
      const unsigned a = first + static_cast<unsigned>(i) * 4 + lane;
      for (const unsigned index : {a, a + 1, a + 5, a, a + 5, a + 4})
        list_.PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }
}

void Pen::write(ImVec2 position, std::uint32_t color) {
  list_.PrimWriteVtx(position, white_uv_, color);
}

}  // namespace article::paint
