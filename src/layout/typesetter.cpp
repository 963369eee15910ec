#include "layout/typesetter.h"

#include <algorithm>
#include <cmath>

namespace article::layout {

Typesetter::Typesetter(const document::Document& document, const PageStyle& style,
                       const PageState& state, text::SegmentStore& store, host::LocaleHost& locale,
                       Page& page, const Extent& extent)
    : Composer(document, style, state, locale, page), store_(store), extent_(extent) {}

/// @return whether something was shaped that has not been placed.
bool Typesetter::measure() {
  if (!shaped_) return false;
  store_.measure();
  for (TextContent& content : page_.texts) content.measured = true;
  shaped_ = false;
  return true;
}

void Typesetter::finish() {
  while (page_.boxes.size() > made_) page_.boxes.pop_back();
  note_reached();
  page_.direction = text::direction_of(style_.language);
  if (page_.direction == Direction::LeftToRight) return;
  const auto mirror = [&](Rect& r) { r.x = style_.width - r.x - r.width; };
  for (Box& box : page_.boxes) mirror(box.frame);
  for (Scroller& scroller : page_.scrollers) mirror(scroller.clip);
}

/// What was reached once stays so; what holds something that was reached is, too.
void Typesetter::note_reached() {
  offset_ = CssPx(0);
  std::vector<std::uint8_t>& reached = page_.reached;
  reached.resize(page_.boxes.size());
  for (std::size_t i = page_.boxes.size(); i-- > 0;) {
    const Box& box = page_.boxes[i];
    if (box.absent) continue;
    if (!reached[i])
      reached[i] = box.text >= 0 ? page_.texts[static_cast<std::size_t>(box.text)].shape > 0
                                 : is_due(box.frame.y, box.frame.height);
    if (reached[i] && box.parent >= 0) reached[static_cast<std::size_t>(box.parent)] = true;
    if (!reached[i]) page_.whole = false;
  }
}

bool Typesetter::is_due(CssPx y, CssPx height) const {
  const CssPx top = y + offset_;
  return top <= extent_.bottom && top + height >= extent_.top;
}

TextContent& Typesetter::next_text() {
  if (texts_ == page_.texts.size()) page_.texts.emplace_back();
  return page_.texts[texts_++];
}

/// Shapes a text where it is due and not as it is to be.
/// @return whether it is, and was measured.
bool Typesetter::prepare(TextContent& content, const TextSpec& spec, const TextSource& source,
                         bool due) {
  // A size is part of the shape: the width decides it.
  const bool current = content.revision == spec.revision && content.font_size == spec.size &&
                       content.style.indent_em == spec.indent_em;
  if (!current) {
    if (!due) return false;
    shape(content, spec, source);
    content.revision = spec.revision;
    content.measured = false;
    shaped_ = true;
  }
  content.line_height = spec.line_height;
  const host::FontMetrics metrics = {spec.size.value * 0.88F, spec.size.value * 0.12F};
  // Han fonts differ in their ascent; their em boxes do not. The baseline
  // stands where the em box is centred in the line.
  content.baseline =
      CssPx((spec.line_height.value - metrics.ascent - metrics.descent) / 2 + metrics.ascent);
  return content.measured;
}

void Typesetter::shape(TextContent& content, const TextSpec& spec, const TextSource& source) {
  InlineText inline_text;
  source(inline_text);

  const float extent_em = content.extent_em;
  content = TextContent();
  content.extent_em = extent_em;
  content.shape = ++page_.shapes;
  content.font_size = spec.size;
  content.bold = spec.bold;
  content.headline_font = spec.headline_font;
  content.plain_links = spec.plain_links;
  content.language = spec.language;
  content.style.language =
      spec.language.empty() ? style_.language : document::Language(spec.language);
  content.style.direction = text::direction_of(style_.language);
  content.style.alignment = spec.alignment;
  content.style.kind = spec.kind;
  content.style.indent_em = spec.indent_em;
  content.tones.push_back(spec.tone);
  content.link_of_tag.push_back(-1);

  std::vector<text::Run> runs;
  const std::string_view all = inline_text.text();
  const std::vector<InlineText::OneLine> one_line = inline_text.on_one_line();
  auto kept = one_line.begin();
  for (const InlineText::Piece& piece : inline_text.pieces()) {
    for (; kept != one_line.end() && kept->begin <= piece.begin; ++kept) {
      InlineRange& range = content.ranges.emplace_back();
      range.begin = kept->begin;
      range.end = kept->end;
      range.room_em = kept->room_em;
    }
    const document::Language language =
        piece.language.empty() ? content.style.language : document::Language(piece.language);
    host::TextStyle style;
    const std::string& own_family = spec.headline_font && !style_.headline_family.empty()
                                        ? style_.headline_family
                                        : style_.font_family;
    style.family = own_family.empty() ? std::string(text::default_family(language)) : own_family;
    style.language = language.tag();
    style.size = spec.size;
    style.tabular_figures = spec.tabular;
    const bool slants = text::slants(language);
    const bool bold = spec.bold || piece.strong || (piece.emphasis && !slants);
    style.weight = bold ? host::Weight::Bold : host::Weight::Regular;
    style.slant = piece.emphasis && slants ? host::Slant::Italic : host::Slant::Upright;

    std::uint16_t tag = 0;
    std::int32_t link = -1;
    const std::size_t ranges_before = content.ranges.size();
    const auto range = [&](Role role) -> InlineRange& {
      InlineRange& r = content.ranges.emplace_back();
      r.begin = piece.begin;
      r.end = piece.end;
      r.role = role;
      return r;
    };
    if (!piece.url.empty()) {
      link = static_cast<std::int32_t>(content.ranges.size());
      InlineRange& r = range(Role::Link);
      r.url = piece.url;
      r.kind = piece.kind;
    }
    if (!piece.datetime.empty()) range(Role::Time).datetime = piece.datetime;
    if (piece.strong) range(Role::Strong);
    if (piece.emphasis) range(Role::Emphasis).upright = !slants;
    if (!piece.language.empty()) {
      if (content.ranges.size() == ranges_before) range(Role::Text);
      content.ranges.back().language = piece.language;
    }
    if (link >= 0) {
      // A document has fewer runs than there are tags.
      tag = static_cast<std::uint16_t>(content.tones.size());
      content.tones.push_back(spec.plain_links ? spec.tone : Tone::Link);
      content.link_of_tag.push_back(link);
    }
    runs.push_back(
        {all.substr(piece.begin, piece.end - piece.begin), store_.style(style), language, tag});
  }
  content.paragraph = text::Paragraph::shape(store_, runs, content.style, inline_text.holds());
}

CssPx Typesetter::estimated_width(TextContent& content, const TextSpec& spec,
                                  const TextSource& source) {
  if (content.extent_em < 0) {
    estimating_ = true;
    InlineText text;
    source(text);
    content.extent_em = length_em(text.text());
    estimating_ = false;
  }
  return spec.size * content.extent_em;
}

CssPx Typesetter::estimated_height(TextContent& content, const TextSpec& spec,
                                   const TextSource& source, CssPx width) {
  float lines = 0;
  if (content.lines.empty())
    lines = (estimated_width(content, spec, source) + spec.size * spec.indent_em) / width;
  else
    // The last one is half full.
    lines = (static_cast<float>(content.lines.size()) - 0.5F) * (content.broken_for / width);
  return spec.line_height * std::max(1.0F, std::ceil(lines - 0.01F));
}

BoxIndex Typesetter::text(Role role, const TextSpec& spec, const TextSource& source, CssPx x,
                          CssPx y, CssPx width) {
  TextContent& content = next_text();
  width = max(width, CssPx(1));
  CssPx height;
  if (!absent_) {
    if (!hidden_ && !takes_all()) height = estimated_height(content, spec, source, width);
    const bool due = is_due(y, height);
    const bool measured = prepare(content, spec, source, due);
    if (measured && due && !hidden_ && content.broken_for != width) {
      content.lines = content.paragraph.break_lines(store_, width);
      content.broken_for = width;
    }
    if (!measured || (!hidden_ && content.broken_for != width))
      page_.whole = false;
    else
      height = content.line_height * static_cast<float>(content.lines.size());
  }
  const auto number = static_cast<std::int32_t>(&content - page_.texts.data());
  return text_box(role, spec, number, {x, y, width, height});
}

BoxIndex Typesetter::label(Role role, const TextSpec& spec, const TextSource& source, CssPx x,
                           CssPx y, CssPx max_width) {
  CssPx width = max_width;
  if (!absent_) {
    TextContent& content = next_text();
    const bool measured = prepare(content, spec, source, is_due(y, spec.line_height));
    // A hair more than the text, so that rounding does not break it.
    width = min(max_width, (measured ? content.paragraph.natural_width(store_)
                                     : estimated_width(content, spec, source)) +
                               CssPx(0.02F));
    --texts_;
  }
  return text(role, spec, source, x, y, width);
}

}  // namespace article::layout
