#pragma once

#include "host/units.h"
#include "layout/page.h"
#include "layout/properties.h"

namespace article::layout {

/// Sizes and gaps that follow from a width; CSS px, scaled by the font size.
/// The numbers are those of a page with 17 px body text.
struct Measures {
  float scale = 1;    ///< font size over 17
  bool wide = false;  ///< from 600: larger body text, arrows on the carousel
  bool two_columns = false;
  bool chinese = false;
  CssPx margin;
  CssPx column_x;  ///< of the main column, and its width
  CssPx column;
  CssPx aside_x;  ///< only in two columns
  CssPx aside;
  CssPx body_size;
  CssPx body_line;
  CssPx target;  ///< what can be pressed is at least so high and wide
  const OwnValues* own = nullptr;

  [[nodiscard]] CssPx px(float design) const { return CssPx(design * scale); }
  /// What the page has set, or the design's: of a length as `px` takes it.
  [[nodiscard]] float number(const Property& property) const;
  [[nodiscard]] CssPx length(const Property& property) const { return px(number(property)); }
};
[[nodiscard]] Measures measures_for(const PageStyle& style);

}  // namespace article::layout
