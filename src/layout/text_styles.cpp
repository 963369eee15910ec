#include <algorithm>
#include <cmath>

#include "layout/composer.h"

/// The design's text styles, as the page's own properties change them.
namespace article::layout {
namespace {

/// A ratio is written with a few digits: what is meant to be whole is.
CssPx line_height(CssPx size, float ratio) {
  return CssPx(std::floor(size.value * ratio * 256 + 0.5F) / 256);
}

}  // namespace

TextSpec Composer::legible(TextSpec spec) const {
  if (spec.size >= style_.least_size) return spec;
  // Of whole pixels, so that its baselines are where a page's own are.
  spec.line_height =
      CssPx(std::floor((spec.line_height * (style_.least_size / spec.size)).value + 0.5F));
  spec.size = style_.least_size;
  return spec;
}

TextSpec Composer::body() const {
  TextSpec spec;
  spec.look = Look::Body;
  spec.size = measures_.body_size;
  spec.line_height = measures_.body_line;
  spec.kind = text::TextKind::Body;
  constexpr Property align = property("body-align");
  spec.alignment = alignment(align);
  // Japanese is justified as Chinese is (JLREQ #line_composition).
  if (style_.own[align.row] < 0 && text::han_region(language()) == text::HanRegion::Japan)
    spec.alignment = text::Alignment::Justify;
  return spec;
}

TextSpec Composer::quotation() const {
  TextSpec spec = body();
  spec.look = Look::Quotation;
  const CssPx size = length(property("quote-size"));
  // In whole px of the design, as all else stands.
  spec.line_height = px(std::floor(size / px(1) * (spec.line_height / spec.size) + 0.5F));
  spec.size = size;
  return spec;
}

TextSpec Composer::summary() const {
  TextSpec spec;
  spec.look = Look::Summary;
  spec.size = length(property("summary-size"));
  spec.line_height = line_height(spec.size, 30.0F / 18);
  spec.kind = text::TextKind::Body;
  spec.tone = Tone::Secondary;
  return spec;
}

TextSpec Composer::headline() const {
  TextSpec spec;
  spec.look = Look::Headline;
  // Nine Han fit a line.
  spec.size = min(length(property("headline-size")), measures_.column / 9);
  spec.line_height = line_height(spec.size, number(property("headline-line-height")));
  spec.headline_font = spec.plain_links = true;
  spec.bold = number(property("headline-weight")) == 0;
  spec.kind = text::TextKind::Title;
  return legible(spec);
}

TextSpec Composer::section_title() const {
  TextSpec spec;
  spec.look = Look::PartTitle;
  spec.size = min(length(property("title-size")), measures_.column / 9);
  spec.line_height = line_height(spec.size, 1.4F);
  spec.bold = spec.headline_font = true;
  spec.kind = text::TextKind::Title;
  return legible(spec);
}

TextSpec Composer::subheading(int level) const {
  TextSpec spec = section_title();
  spec.look = Look::Subheading;
  if (level > 2) {
    spec.look = Look::MinorHeading;
    spec.size = measures_.body_size;
    spec.line_height = px(28);
  }
  return spec;
}

TextSpec Composer::item() const {
  TextSpec spec;
  spec.look = Look::RankingItem;
  spec.size = length(property("item-size"));
  spec.line_height = line_height(spec.size, 1.5F);
  spec.kind = text::TextKind::Title;
  return legible(spec);
}

TextSpec Composer::caption() const {
  TextSpec spec;
  spec.look = Look::Caption;
  // Beside large text what is small grows less.
  const float small = number(property("small-size"));
  spec.size = px(small);
  spec.size = min(spec.size, CssPx(small + (measures_.scale - 1) * 17 * 2 / 3));
  spec.line_height = line_height(spec.size, number(property("small-line-height")));
  spec.kind = text::TextKind::Body;
  spec.tone = Tone::Secondary;
  return legible(spec);
}

}  // namespace article::layout
