#include <algorithm>
#include <string>
#include <vector>

#include "layout/composer.h"

/// The rankings: a row of tabs and a numbered list for each.
namespace article::layout {
namespace {

CssPx compose_item(Composer& c, const document::RankingItem& item, int rank, CssPx x, CssPx y,
                   CssPx width) {
  const CssPx padding = c.length(property("item-padding"));
  // The column holds two figures, three from rank 100.
  const CssPx number_width = c.px(rank < 100 ? 28 : 40);
  const BoxIndex row = c.open(Role::ListItem, {x, y, width, CssPx(0)});

  TextSpec number = c.item();
  number.kind = text::TextKind::Label;
  number.tabular = true;
  number.bold = rank <= 3;
  number.tone = rank <= 3 ? Tone::Accent : Tone::Secondary;
  c.text(
      Role::None, number, [&](InlineText& t) { t.add(std::to_string(rank)); }, x, y + padding,
      number_width);

  const bool linked = !item.url.empty();
  const BoxIndex link = linked ? c.open(Role::Link, {x, y, width, CssPx(0)}) : kNoBox;
  const BoxIndex title = c.text(
      Role::Text, c.item(), [&](InlineText& t) { t.add(item.title); }, x + number_width,
      y + padding, width - number_width);
  CssPx bottom = c.bottom(title);
  if (linked) {
    Box& box = c.at(link);
    box.url = item.url;
    box.kind = LinkKind::Ranking;
    box.ink_beside = c.px(8);
    box.action = Action::Follow;
    c.close();
  }
  if (item.views) {
    TextSpec spec = c.caption();
    spec.look = Look::Views;
    const BoxIndex views = c.text(
        Role::Text, c.in_language_of(Word::Views, spec),
        [&](InlineText& t) {
          t.add(fill_in(c.word(Word::Views), {{"n", c.count(*item.views)}}));
        },
        x + number_width, bottom, width - number_width);
    bottom = c.bottom(views);
  }
  bottom = max(bottom + padding, y + max(c.px(48), c.target()));
  if (linked) c.at(link).frame.height = bottom - y;
  c.at(row).frame.height = bottom - y;
  c.rule(x, bottom, width);
  c.close();
  return bottom + CssPx(1);
}

CssPx compose_tab(Composer& c, const document::RankingTab& tab, CssPx x, CssPx y, CssPx width) {
  if (tab.items.empty()) {
    y = compose_empty(c, {}, x, y, width);
  } else {
    c.open(Role::OrderedList, {x, y, width, CssPx(0)});
    int rank = 1;
    for (const document::RankingItem& item : tab.items)
      y = compose_item(c, item, rank++, x, y, width);
    c.close_at(y);
  }
  return tab.more ? compose_foot_link(c, *tab.more, LinkKind::Ranking, x, y, width) : y;
}

}  // namespace

CssPx compose_rankings(Composer& c, CssPx x, CssPx y, CssPx width) {
  c.set_part(Part::Rankings);
  const document::Rankings& rankings = *c.document().rankings;
  const std::string_view title = rankings.title.empty() ? c.word(Word::Rankings) : rankings.title;
  c.at(c.open(Role::Group, {x, y, width, CssPx(0)})).name = title;
  y = compose_part_title(c, rankings.title, Word::Rankings, x, y, width);
  if (rankings.tabs.empty()) {
    y = compose_empty(c, {}, x, y, width);
    c.close_at(y);
    return y;
  }

  std::vector<TabLabel> labels;
  for (const document::RankingTab& tab : rankings.tabs) labels.push_back({tab.label, {}});
  const int selected = c.state().ranking_tab;
  y = compose_tabs(c, title, labels, selected, kRankingTabsScroller, x, y, width);

  CssPx bottom = y;
  for (std::size_t i = 0; i < rankings.tabs.size(); ++i) {
    const document::RankingTab& tab = rankings.tabs[i];
    const int number = static_cast<int>(i);
    const CssPx at = compose_panel(c, tab.label, number, selected, x, y, width,
                                   [&] { return compose_tab(c, tab, x, y, width); });
    if (number == selected) bottom = at;
  }
  c.close_at(bottom);
  return bottom;
}

}  // namespace article::layout
