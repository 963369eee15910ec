#include <string>
#include <vector>

#include "layout/composer.h"

/// The comments: counts, tabs of the hottest and the latest, links.
namespace article::layout {
namespace {

/// The pattern's clause of what is known: participants come first, then, from
/// its placeholder on, the total.
std::string_view counts_pattern(std::string_view pattern, const document::Comments& comments) {
  const std::size_t total = pattern.find("{total}");
  if (total == std::string_view::npos || (comments.total && comments.participants)) return pattern;
  if (comments.total) return pattern.substr(total);
  std::string_view first = pattern.substr(0, total);
  for (const std::string_view mark : {" ", ",", "،", "，"})
    if (first.ends_with(mark)) first.remove_suffix(mark.size());
  return first;
}

CssPx compose_comment(Composer& c, const document::Comment& comment, CssPx x, CssPx y,
                      CssPx width) {
  const CssPx padding = c.px(16);
  const CssPx avatar_size = c.px(36);
  const CssPx inset = avatar_size + c.px(12);
  const CssPx text_width = width - inset;
  const CssPx text_x = x + inset;
  const BoxIndex article = c.open(Role::Article, {x, y, width, CssPx(0)});
  c.at(article).name = comment.author;
  c.at(article).look = Look::Comment;
  y += padding;

  const Rect round{x, y, avatar_size, avatar_size};
  const BoxIndex avatar = comment.avatar.empty() ? c.add(Role::None, round)
                                                 : c.picture(comment.avatar, round, Fit::Cover);
  c.at(avatar).fill = Tone::Panel;
  c.at(avatar).radius = avatar_size / 2;
  c.at(avatar).icon = BoxIcon::Person;
  c.at(avatar).look = Look::Avatar;
  c.at(avatar).tone = Tone::Control;

  TextSpec meta = c.caption();
  meta.look = Look::Meta;
  TextSpec author = c.caption();
  author.look = Look::Author;
  author.bold = true;
  author.tone = Tone::Text;
  BoxIndex box = c.text(
      Role::Text, author, [&](InlineText& t) { t.add(comment.author); }, text_x, y, text_width);
  y = c.bottom(box);
  if (comment.published) {
    box = c.text(
        Role::Time, meta, [&](InlineText& t) { t.add(c.time(*comment.published)); }, text_x, y,
        text_width);
    c.at(box).datetime = comment.published->iso;
    y = c.bottom(box);
  }
  y += c.px(4);
  TextSpec body = c.item();
  body.look = Look::Remark;
  body.kind = text::TextKind::Body;
  body.line_height = body.size * (26.0F / 16);
  box = c.text(
      Role::Paragraph, body, [&](InlineText& t) { t.add(comment.text); }, text_x, y, text_width);
  y = c.bottom(box);
  if (comment.likes) {
    y += c.px(4);
    const CssPx size = c.px(16);
    const BoxIndex icon = c.add(Role::None, {text_x, y + c.px(3), size, size});
    c.at(icon).icon = BoxIcon::Like;
    c.at(icon).tone = Tone::Secondary;
    TextSpec likes = c.caption();
    likes.look = Look::Likes;
    box = c.text(
        Role::Text, c.in_language_of(Word::Likes, likes),
        [&](InlineText& t) {
          t.add(fill_in(c.word(Word::Likes), {{"n", c.count(*comment.likes)}}));
        },
        text_x + size + c.px(6), y, text_width - size - c.px(6));
    y = c.bottom(box);
  }
  y += padding;
  c.at(article).frame.height = y - c.at(article).frame.y;
  c.rule(x, y, width);
  c.close();
  return y + CssPx(1);
}

}  // namespace

CssPx compose_comments(Composer& c, CssPx x, CssPx y, CssPx width) {
  c.set_part(Part::Comments);
  const document::Comments& comments = *c.document().comments;
  const std::string_view title = comments.title.empty() ? c.word(Word::Comments) : comments.title;
  c.at(c.open(Role::Group, {x, y, width, CssPx(0)})).name = title;
  y = compose_part_title(c, comments.title, Word::Comments, x, y, width) - c.px(8);

  if (comments.total || comments.participants) {
    TextSpec spec = c.caption();
    spec.look = Look::Counts;
    const BoxIndex counts = c.text(
        Role::Text, c.in_language_of(Word::Counts, spec),
        [&](InlineText& t) {
          t.add(fill_in(counts_pattern(c.word(Word::Counts), comments),
                        {{"participants", c.count(comments.participants.value_or(0))},
                         {"total", c.count(comments.total.value_or(0))}}));
        },
        x, y, width);
    y = c.bottom(counts);
  }
  const TabLabel labels[] = {{c.word(Word::Hot), c.language_of(Word::Hot)},
                             {c.word(Word::Latest), c.language_of(Word::Latest)}};
  y = compose_tabs(c, title, labels, c.state().comment_tab, kCommentTabsScroller, x, y, width);

  CssPx bottom = y;
  int number = 0;
  for (const std::vector<document::Comment>* list : {&comments.hot, &comments.latest}) {
    const CssPx at =
        compose_panel(c, labels[number].text, number, c.state().comment_tab, x, y, width, [&] {
          CssPx end = y;
          for (const document::Comment& comment : *list)
            end = compose_comment(c, comment, x, end, width);
          return list->empty() ? compose_empty(c, comments.empty, x, end, width) : end;
        });
    if (number == c.state().comment_tab) bottom = at;
    ++number;
  }
  if (comments.write)
    bottom = compose_foot_link(c, *comments.write, LinkKind::Comment, x, bottom, width);
  if (comments.more)
    bottom = compose_foot_link(c, *comments.more, LinkKind::Comment, x, bottom, width);
  c.close_at(bottom);
  return bottom;
}

}  // namespace article::layout
