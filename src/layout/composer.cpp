#include "layout/composer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "document/eight_bytes.h"
#include "layout/dates.h"

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

void InlineText::add(std::string_view text, const InlineStyle& style) {
  if (text.empty()) return;
  Piece piece;
  piece.begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  piece.end = static_cast<std::uint32_t>(text_.size());
  piece.strong = style.strong;
  piece.emphasis = style.emphasis;
  piece.language = style.language;
  piece.url = style.url;
  piece.kind = style.kind;
  piece.datetime = style.datetime;
  pieces_.push_back(piece);
}

void InlineText::hold(text::HoldKind kind) {
  open_.push_back(holds_.size());
  const auto begin = static_cast<std::uint32_t>(text_.size());
  holds_.push_back({begin, begin, kind});
}

void InlineText::release() {
  holds_[open_.back()].end = static_cast<std::uint32_t>(text_.size());
  open_.pop_back();
}

void InlineText::add_in(std::string_view language, std::string_view text) {
  InlineStyle style;
  style.language = language;
  add(text, style);
}

void InlineText::add(const document::Text& text) {
  for (const document::TextRun& run : text) {
    InlineStyle style;
    style.strong = run.strong;
    style.emphasis = run.emphasis;
    style.language = run.language;
    style.url = run.url;
    add(run.text, style);
  }
}

Composer::Composer(const document::Document& document, const PageStyle& style,
                   const PageState& state, host::LocaleHost& locale, Page& page)
    : document_(document),
      style_(style),
      state_(state),
      locale_(locale),
      page_(page),
      measures_(measures_for(style)) {}

Typesetter::Typesetter(const document::Document& document, const PageStyle& style,
                       const PageState& state, text::SegmentStore& store, host::LocaleHost& locale,
                       Page& page, const Extent& extent)
    : Composer(document, style, state, locale, page), store_(store), extent_(extent) {}

const std::string* Composer::own_word(Word word) const {
  return layout::own_word(style_.words, key_of(word));
}

std::string_view Composer::word(Word word) const {
  const std::string* own = own_word(word);
  return own != nullptr ? std::string_view(*own) : layout::word(word, style_.language);
}

std::string_view Composer::language_of(Word word) const {
  if (own_word(word) != nullptr) return {};
  const std::string_view language = word_language(style_.language);
  return language == style_.language.tag() ? std::string_view() : language;
}

std::string Composer::time(const document::Time& time) const {
  return estimating_ ? plain_time(time) : format_time(locale_, time, style_.language);
}

std::string Composer::count(std::int64_t count) const {
  return estimating_ ? std::to_string(count) : format_count(locale_, count, style_.language);
}

TextSpec Composer::in_language_of(Word word, TextSpec spec) const {
  spec.language = language_of(word);
  return spec;
}

void Composer::begin() {
  page_.whole = true;
  made_ = texts_ = panels_ = 0;
  page_.pictures.clear();
  for (Scroller& scroller : page_.scrollers) scroller = Scroller();
  open_.clear();
  hidden_ = absent_ = false;
  scroller_ = -1;
}

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

BoxIndex Composer::add(Role role, const Rect& frame) {
  if (made_ == page_.boxes.size()) page_.boxes.emplace_back();
  Box& box = page_.boxes[made_];
  std::destroy_at(&box);
  std::construct_at(&box);
  box.parent = open_.empty() ? kNoBox : open_.back();
  box.role = role;
  box.part = part_;
  box.frame = frame;
  box.scroller = scroller_;
  box.hidden = hidden_;
  box.absent = absent_;
  return static_cast<BoxIndex>(made_++);
}

BoxIndex Composer::open(Role role, const Rect& frame) {
  const BoxIndex box = add(role, frame);
  open_.push_back(box);
  return box;
}

void Composer::close() { open_.pop_back(); }

void Composer::close_at(CssPx bottom) {
  Box& box = at(open_.back());
  box.frame.height = bottom - box.frame.y;
  open_.pop_back();
}

Panel& Composer::next_panel() {
  if (panels_ == page_.panels.size()) page_.panels.emplace_back();
  return page_.panels[panels_++];
}

bool Composer::keep_panel(const Panel& panel) {
  const bool kept = absent_ && panel.end != kNoBox;
  if (kept) {
    made_ = static_cast<std::size_t>(panel.end);
    texts_ = panel.texts_end;
  }
  return kept;
}

void Composer::note_panel(Panel& panel, CssPx height, std::int32_t first_picture) {
  panel.end = absent_ && first_picture == next_picture() ? next_box() : kNoBox;
  panel.texts_end = texts_;
  panel.height = height;
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

BoxIndex Composer::text_box(Role role, const TextSpec& spec, std::int32_t number,
                            const Rect& frame) {
  const BoxIndex index = add(role, frame);
  Box& box = at(index);
  box.text = number;
  box.tone = spec.tone;
  box.look = spec.look;
  box.language = spec.language;
  return index;
}

float length_em(std::string_view text) {
  using document::kHighs;
  using document::kOnes;
  // UTF-8, eight bytes at a time: a bit for each byte of a kind.
  std::string_view rest = text;
  int spaces = 0;
  int wide = 0;
  int half = 0;
  for (; !rest.empty(); rest.remove_prefix(std::min<std::size_t>(rest.size(), 8))) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, rest.data(), std::min<std::size_t>(rest.size(), 8));
    const auto count = [&](unsigned byte) {
      const std::uint64_t off = bytes ^ kOnes * byte;
      return std::popcount(~(((off & ~kHighs) + ~kHighs) | off | ~kHighs));
    };
    const int tails = std::popcount(bytes & ~(bytes << 1) & kHighs);
    const int now_spaces = count(' ');
    // From U+2E80 on most are as wide as high; others are about half as wide.
    const int now_wide = bytes & kHighs ? std::popcount(bytes & bytes << 1 & bytes << 2 & kHighs) -
                                              count(0xE0) - count(0xE1) - count(0xE2)
                                        : 0;
    spaces += now_spaces;
    wide += now_wide;
    half += 8 - tails - now_spaces - now_wide - count(0);
  }
  return static_cast<float>(wide) + 0.5F * static_cast<float>(half) +
         0.27F * static_cast<float>(spaces);
}

/// web/core/semantic-tree.js has them too.
constexpr std::uint8_t kRooms[] = {8, 12, 16, 20, 24};

std::vector<InlineText::OneLine> InlineText::on_one_line() const {
  std::vector<OneLine> out;
  for (const text::Hold& hold : holds_) {
    if (!out.empty() && out.back().begin == hold.begin && out.back().end == hold.end) continue;
    // Letters of another font may be wider than estimated.
    const float least = 1.2F * length_em(text().substr(hold.begin, hold.end - hold.begin));
    for (const std::uint8_t em : kRooms) {
      if (least > static_cast<float>(em) || hold.begin == hold.end) continue;
      out.push_back({hold.begin, hold.end, em});
      break;
    }
  }
  return out;
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

CssPx Composer::last_line(BoxIndex box) {
  const auto number = static_cast<std::size_t>(at(box).text);
  if (number >= page_.texts.size() || page_.texts[number].lines.empty()) return at(box).frame.width;
  const text::Line& line = page_.texts[number].lines.back();
  return line.indent + line.width;
}

PictureState Composer::state_of(std::int32_t picture) const {
  const auto i = static_cast<std::size_t>(picture);
  return i < state_.pictures.size() ? state_.pictures[i] : PictureState::Waiting;
}

BoxIndex Composer::picture(std::string_view src, const Rect& frame, Fit fit) {
  const BoxIndex index = add(Role::Image, frame);
  Box& box = at(index);
  box.picture = static_cast<std::int32_t>(page_.pictures.size());
  box.fill = Tone::Panel;
  box.radius = style_.radius;
  box.decorative = true;
  Picture& picture = page_.pictures.emplace_back();
  picture.src = src;
  picture.box = index;
  picture.fit = fit;
  return index;
}

BoxIndex Composer::picture(const document::Photo& photo, const Rect& frame, Fit fit,
                           std::int32_t slide) {
  const BoxIndex index = picture(photo.src, frame, fit);
  page_.pictures.back().photo = &photo;
  page_.pictures.back().slide = slide;
  Box& box = at(index);
  // Where its caption says the same already, the picture says nothing.
  if (photo.alt != photo.caption) box.name = photo.alt;
  box.decorative = box.name.empty();
  return index;
}

void Composer::rule(CssPx x, CssPx y, CssPx width, Tone tone, CssPx thickness) {
  const BoxIndex box = add(Role::None, {x, y, width, thickness});
  at(box).fill = tone;
}

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
