#include <optional>
#include <vector>

#include "layout/composer.h"

/// The site's bar: its name, login and digital edition.
namespace article::layout {

CssPx compose_site(Composer& c, CssPx x, CssPx y, CssPx width) {
  const document::Site& site = *c.document().site;
  const BoxIndex nav = c.open(Role::Navigation, {x, y, width, CssPx(0)});
  c.at(nav).name = site.name.empty() ? c.word(Word::Site) : site.name;
  const CssPx height = c.target();
  CssPx start = x;
  CssPx row = y;

  if (!site.name.empty() || !site.logo.empty()) {
    const bool linked = !site.url.empty();
    const BoxIndex link = linked ? c.open(Role::Link, {x, row, CssPx(0), height}) : kNoBox;
    if (!site.logo.empty()) {
      const CssPx size = c.px(28);
      const BoxIndex logo =
          c.picture(site.logo, {start, row + (height - size) / 2, size, size}, Fit::Contain);
      c.at(logo).fill = Tone::Transparent;
      c.at(logo).look = Look::SiteLogo;
      if (site.name.empty()) {
        c.at(logo).name = c.word(Word::Site);
        c.at(logo).decorative = false;
      }
      start += size + c.px(8);
    }
    if (!site.name.empty()) {
      TextSpec spec = c.item();
      spec.look = Look::SiteName;
      spec.bold = spec.headline_font = true;
      spec.kind = text::TextKind::Label;
      const BoxIndex name = c.label(
          Role::Text, spec, [&](InlineText& t) { t.add(site.name); }, start,
          row + (height - spec.line_height) / 2, x + width - start);
      start += c.at(name).frame.width;
      row = max(row, c.bottom(name) + (height - spec.line_height) / 2 - height);
    }
    if (linked) {
      Box& box = c.at(link);
      box.frame.width = start - x;
      box.frame.height = row + height - y;
      c.ink_around_label(box);
      box.url = site.url;
      box.kind = LinkKind::Site;
      box.action = Action::Follow;
      c.close();
    }
  }

  // Login and edition stand at the row's end, or below where there is no room.
  struct Entry {
    const std::optional<document::Link>& link;
    LinkKind kind;
  };
  const Entry entries[] = {{site.login, LinkKind::Login}, {site.edition, LinkKind::Edition}};
  std::vector<BoxIndex> links;
  CssPx total;
  for (const Entry& entry : entries) {
    if (!entry.link) continue;
    const bool linked = !entry.link->url.empty();
    const BoxIndex box = c.open(linked ? Role::Link : Role::Text, {x, row, CssPx(0), height});
    TextSpec spec = c.caption();
    spec.look = Look::SiteLink;
    const BoxIndex label = c.label(
        Role::Text, spec, [&](InlineText& t) { t.add(entry.link->label); }, x,
        row + (height - spec.line_height) / 2, width);
    c.at(box).frame.width = max(c.at(label).frame.width, height);
    c.at(box).frame.height = height + c.at(label).frame.height - spec.line_height;
    if (linked) {
      c.ink_around_label(c.at(box));
      c.at(box).url = entry.link->url;
      c.at(box).kind = entry.kind;
      c.at(box).action = Action::Follow;
    }
    c.close();
    if (!links.empty()) total += c.px(16);
    total += c.at(box).frame.width;
    links.push_back(box);
  }
  if (!links.empty()) {
    const CssPx gap = c.px(16);
    CssPx at = x + width - total;
    if (start > x && at < start + gap) {
      row += height;
      at = x;
    }
    at = max(at, x);
    for (const BoxIndex box : links) {
      // A hair more, for what rounding has left over.
      if (at > x && at + c.at(box).frame.width > x + width + CssPx(0.02F)) {
        row += height;
        at = x;
      }
      // The label is the box after its link, in the middle of the target.
      Box& label = c.at(box + 1);
      label.frame.x = at + (c.at(box).frame.width - label.frame.width) / 2;
      label.frame.y += row - c.at(box).frame.y;
      c.at(box).frame.x = at;
      c.at(box).frame.y = row;
      at += c.at(box).frame.width + gap;
    }
  }
  const CssPx bottom = row + height;
  c.close_at(bottom);
  return bottom;
}

}  // namespace article::layout
