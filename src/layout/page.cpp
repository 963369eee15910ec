#include "layout/page.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "layout/typesetter.h"

namespace article::layout {
namespace {

bool has_part(const document::Document& document, Part part) {
  switch (part) {
    case Part::Card:
      return document.article || document.site;
    case Part::Gallery:
      return document.gallery.has_value();
    case Part::Rankings:
      return document.rankings.has_value();
    case Part::Comments:
      return document.comments.has_value();
  }
  return false;
}

CssPx compose_part(Composer& c, Part part, CssPx x, CssPx y, CssPx width, bool aside) {
  switch (part) {
    case Part::Card:
      break;
    case Part::Gallery:
      return compose_gallery(c, x, y, width, !aside && !c.measures().wide);
    case Part::Rankings:
      return compose_rankings(c, x, y, width);
    case Part::Comments:
      return compose_comments(c, x, y, width);
  }
  return y;
}

/// Where a column has come to, and whether something stands in it.
struct Column {
  CssPx x;
  CssPx width;
  CssPx y;
  bool empty = true;
};

/// Parts stand apart, with a line and a title.
void start_part(Composer& c, Column& column, Part part) {
  const bool first = column.empty;
  column.empty = false;
  if (first) {
    if (part != Part::Card) column.y += c.px(24);
  } else {
    column.y += c.length(property("part-gap"));
  }
  c.set_part(part);
  const CssPx line(c.number(property("part-line")));
  c.set_absent(first || line == CssPx(0));
  c.rule(column.x, column.y, column.width, Tone::Line, line);
  c.set_absent(false);
  if (!first) column.y += c.px(24);
}

}  // namespace

void choose_first_tabs(const document::Document& document, PageState& state) {
  if (document.rankings) {
    const std::vector<document::RankingTab>& tabs = document.rankings->tabs;
    for (std::size_t i = 0; i < tabs.size(); ++i)
      if (tabs[i].id == document.rankings->selected) state.ranking_tab = static_cast<int>(i);
  }
  if (document.comments && document.comments->hot.empty() && !document.comments->latest.empty())
    state.comment_tab = 1;
}

void compose_page(Composer& c, Page& page) {
  const Measures& m = c.measures();
  std::vector<Part> parts;
  for (const Part part : c.style().parts)
    if (has_part(c.document(), part)) parts.push_back(part);

  const auto is_aside = [](Part part) { return part == Part::Gallery || part == Part::Rankings; };
  if (m.two_columns && !page.has_aside) page.has_aside = has_aside(c.document(), c.style());
  const bool two = m.two_columns && *page.has_aside;
  // Below an article that is too long for an aside the gallery takes the width of both columns.
  const bool spreads = m.two_columns && !two && c.document().article &&
                       std::ranges::find(parts, Part::Card) != parts.end();

  const CssPx column_x = m.two_columns && !two ? (c.style().width - m.column) / 2 : m.column_x;
  Column first{column_x, m.column, CssPx(0)};
  Column second{m.aside_x, m.aside, CssPx(0)};
  // In two columns the comments stand below both, wherever they come in
  // `parts`: they are laid out from 0 and moved down when both have ended.
  Column below{column_x, m.column, CssPx(0), false};
  BoxIndex below_begin = 0;
  BoxIndex below_end = 0;
  for (const Part part : parts) {
    const bool in_aside = two && is_aside(part);
    const bool in_below = two && part == Part::Comments;
    Column& column = in_below ? below : in_aside ? second : first;
    if (in_below) below_begin = c.next_box();
    c.set_offset(in_below ? page.below_columns : CssPx(0));
    const Column before = column;
    if (spreads && part == Part::Gallery) {
      column.x = m.column_x;
      column.width = m.aside_x + m.aside - m.column_x;
    }
    start_part(c, column, part);
    if (part == Part::Card) {
      // The site's row stands over both columns where nothing is there before it.
      const bool over_both = two && part == parts.front();
      CssPx below_site;
      column.y =
          compose_card(c, column.x, column.y, column.width,
                       over_both ? second.x + second.width - column.x : column.width, below_site);
      if (over_both) second.y = below_site;
    } else {
      column.y = compose_part(c, part, column.x, column.y, column.width, in_aside);
    }
    const auto number = static_cast<std::size_t>(part);
    if (number < std::size(document::kPartSlots))
      column.y = compose_slot(c, static_cast<std::int32_t>(number), document::kPartSlots[number],
                              CssPx(0), column.x, column.y, column.width, c.px(24));
    if (in_below) below_end = c.next_box();
    column.x = before.x;
    column.width = before.width;
  }
  const CssPx columns = max(first.y, second.y);
  page.below_columns = columns;
  for (BoxIndex i = below_begin; i < below_end; ++i)
    if (!c.at(i).absent) c.at(i).frame.y += columns;
  if (below_end > 0) c.scroller(kCommentTabsScroller).clip.y += columns;
  page.height = columns + below.y + m.px(32);
}

void lay_out(const document::Document& document, const PageStyle& style, const PageState& state,
             text::SegmentStore& store, host::LocaleHost& locale, Page& page,
             const Extent& extent) {
  Typesetter typesetter(document, style, state, store, locale, page, extent);
  typesetter.run([&](Composer& c) { compose_page(c, page); });
  page.blocks = find_blocks(page);
}

void forget_texts(Page& page) {
  for (TextContent& content : page.texts) content.revision = -1;
}

Rect seen_frame(const Box& box, const CssPx* scroller_offsets) {
  Rect frame = box.frame;
  if (box.scroller >= 0) frame.x += scroller_offsets[box.scroller];
  return frame;
}

}  // namespace article::layout
