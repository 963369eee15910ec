#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "host/units.h"

/// How a host that sets the same line with spacing of its own (CSS
/// letter-spacing and word-spacing) comes to lie on it.
namespace article::text {

/// A stretch of a line that one spacing serves.
struct Stretch {
  std::uint32_t end = 0;  ///< byte in the paragraph's text; the next one's begin
  CssPx width;            ///< that it takes on the line
  CssPx natural;          ///< that it takes without spacing, behind its `lead`
  CssPx lead;             ///< blank of its first mark that lies before it on the line
  /// Its spacing falls between letters (Han, kana, Hangul and their marks);
  /// else on its spaces or, where it has none, behind it.
  bool by_letter = false;
  bool rtl = false;        ///< runs right to left: what is behind it is on its left
  bool leftmost = false;   ///< of its line, as it is seen
  bool rightmost = false;  ///< likewise
  bool hyphen = false;     ///< a soft hyphen that shows
};

/// A segment as stretches see it, in the order of the line.
struct StretchedSegment {
  std::uint32_t end = 0;  ///< byte in the paragraph's text
  float room = 0;         ///< CSS px that it takes on the line
  float natural = 0;      ///< that it takes alone, less its lead
  int units = 0;          ///< letters, or spaces, that spacing falls on
  bool by_letter = false;
  float lead = 0;  ///< blank of its start that lies before its room
};

/// Cuts a line into stretches, as few as keep every segment's end within
/// `tolerance` of where the line has it, and a segment with a lead at the start
/// of one: spacing falls behind letters, never before them. Appends to `out`.
/// @param segments in logical order, of one direction
/// @param tolerance CSS px, > 0
/// Cost: O(segments) for each stretch's length.
void cut_stretches(std::span<const StretchedSegment> segments, float tolerance,
                   std::vector<Stretch>& out);

}  // namespace article::text
