#include "layout/measures.h"

#include <algorithm>
#include <cmath>

#include "text/paragraph.h"

namespace article::layout {

float Measures::number(const Property& property) const {
  const float set = (*own)[property.row];
  if (set >= 0) return set;
  if (two_columns && property.columns >= 0) return property.columns;
  if (chinese && property.han >= 0) return property.han;
  return wide && property.wide >= 0 ? property.wide : property.value;
}

/// In Han scripts and Arabic the lines of body text are further apart than in Latin; all are of
/// whole pixels, or what is held in view would drift.
float line_height_for(const PageStyle& style, bool wide) {
  if (style.line_height > 0) return style.line_height;
  if (text::direction_of(style.language) == Direction::RightToLeft)
    return wide ? 34.0F / 18 : 32.0F / 17;
  if (text::han_region(style.language) == text::HanRegion::None)
    return wide ? 29.0F / 18 : 27.0F / 17;
  return wide ? 32.0F / 18 : 30.0F / 17;
}

Measures measures_for(const PageStyle& style) {
  Measures m;
  m.own = &style.own;
  m.scale = style.font_size.value / 17;
  m.chinese = text::is_chinese(style.language);
  const CssPx width = style.width;
  // Columns are of text, so the breakpoints grow with it.
  const float design_width = width.value / m.scale;
  m.wide = design_width >= 600;
  m.two_columns = design_width >= 1024;
  // Beside large text the room is for the text.
  m.margin = CssPx(m.number(property("margin")) * (width < CssPx(360) ? 0.8F : 1.0F));
  m.body_size = m.wide ? m.length(property("wide-font-size")) : m.px(17);
  m.body_line = m.body_size * line_height_for(style, m.wide);
  m.target = CssPx(m.number(property("target-size")) * std::max(1.0F, m.scale));

  const CssPx available = width - 2 * m.margin;
  // A measure of Latin is 66 characters, about 34 em; of Han 38 at most.
  m.column = m.body_size * m.number(property("measure"));
  if (m.two_columns) {
    m.aside = m.length(property("aside-width"));
    const CssPx gap = m.length(property("column-gap"));
    m.column = min(m.column, available - gap - m.aside);
    m.column_x = (width - m.column - gap - m.aside) / 2;
    m.aside_x = m.column_x + m.column + gap;
  } else {
    m.column = max(min(m.column, available), m.body_size);
    m.column_x = (width - m.column) / 2;
  }
  if (m.chinese || text::han_region(style.language) == text::HanRegion::Japan) {
    // A whole number of Han; the spare pixels go to the margins.
    const float em = m.body_size.value;
    const CssPx whole(std::max(1.0F, std::floor(m.column.value / em + 0.001F)) * em);
    if (!m.two_columns) m.column_x += (m.column - whole) / 2;
    m.column = whole;
  }
  return m;
}

}  // namespace article::layout
