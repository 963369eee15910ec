#include <algorithm>
#include <iterator>
#include <string>

#include "layout/composer.h"

/// The article card: headline, meta, lead, body, credits, tags.
namespace article::layout {
namespace {

using document::Credit;

using text::HoldKind;

struct Separators {
  std::string_view colon;   ///< after a role
  std::string_view names;   ///< between names
  std::string_view groups;  ///< between credits on one line
};

Separators separators(const document::Language& language) {
  if (text::is_chinese(language) || text::han_region(language) == text::HanRegion::Japan)
    return {"：", "、", "\u3000"};
  // The dot stays with what stands before it.
  if (text::direction_of(language) == Direction::RightToLeft) return {": ", "، ", "\u00A0· "};
  return {": ", ", ", "\u00A0· "};
}

/// Each with the mark behind it, and the first with what stands before it, is whole.
/// @param out held since the role was begun
void write_names(InlineText& out, const Credit& credit, const document::Language& language,
                 LinkKind kind) {
  const Separators mark = separators(language);
  const bool title_first = !mark.names.starts_with(", ");
  const std::string_view stop = mark.names.substr(0, mark.names.find(' '));
  bool first = true;
  for (const document::Name& name : credit.names) {
    if (!first) {
      out.add(stop);
      out.release();
      out.add(mark.names.substr(stop.size()));
      out.hold(HoldKind::Whole);
    }
    first = false;
    if (title_first && !name.title.empty()) {
      out.add(name.title);
      if (mark.names.ends_with(' ')) out.add(" ");
    }
    InlineStyle style;
    style.url = name.url;
    style.kind = kind;
    out.add(name.name, style);
    if (!title_first && !name.title.empty()) {
      out.add(" (");
      out.add(name.title);
      out.add(")");
    }
  }
  out.release();
}

/// @param author before a credit without a role; "" is none
void write_credits(InlineText& out, const std::vector<Credit>& credits, std::string_view author,
                   std::string_view author_language, const document::Language& language) {
  const Separators mark = separators(language);
  bool first = true;
  for (const Credit& credit : credits) {
    if (!first) out.add(mark.groups);
    first = false;
    out.hold(HoldKind::Part);
    out.hold(HoldKind::Whole);
    if (!credit.role.empty()) {
      out.add(credit.role);
      out.add(mark.colon);
    } else if (!author.empty()) {
      out.add_in(author_language, author);
      out.add(mark.names == ", " ? " " : mark.colon);
    }
    write_names(out, credit, language, LinkKind::Author);
    out.release();
  }
}

class CardWriter {
 public:
  CardWriter(Composer& composer, const document::Article& article, CssPx x, CssPx y, CssPx width)
      : c_(composer), article_(article), x_(x), y_(y), width_(width) {}

  CssPx write() {
    write_head();
    write_body();
    write_foot();
    return y_;
  }

 private:
  BoxIndex text(Role role, const TextSpec& spec, const TextSource& source) {
    const BoxIndex box = c_.text(role, spec, source, x_, y_, width_);
    y_ = c_.bottom(box);
    return box;
  }

  [[nodiscard]] TextSpec in_head(TextSpec spec) const {
    if (c_.number(property("headline-align")) > 0) spec.alignment = text::Alignment::Center;
    return spec;
  }

  void write_head() {
    if (!article_.kicker.empty()) {
      TextSpec spec = c_.caption();
      spec.look = Look::Kicker;
      spec.bold = true;
      spec.tone = Tone::Accent;
      text(Role::Text, in_head(spec), [&](InlineText& t) { t.add(article_.kicker); });
      y_ += c_.px(8);
    }
    {
      InlineStyle style;
      if (article_.url != c_.style().page_url) style.url = article_.url;
      style.kind = LinkKind::Article;
      const BoxIndex box = text(Role::Heading, in_head(c_.headline()),
                                [&](InlineText& t) { t.add(article_.headline, style); });
      c_.at(box).level = static_cast<std::uint8_t>(c_.style().heading_level);
    }
    const CssPx below = c_.length(property("headline-gap"));
    y_ += below;
    if (!article_.summary.empty()) {
      text(Role::Paragraph, in_head(c_.summary()), [&](InlineText& t) { t.add(article_.summary); });
      y_ += below;
    }
    write_meta();
    if (article_.lead) write_lead(*article_.lead);
  }

  void write_meta() {
    const Separators mark = separators(c_.language());
    TextSpec spec = in_head(c_.caption());
    spec.look = Look::Meta;
    spec.kind = text::TextKind::Label;
    bool something = false;
    if (article_.published || article_.updated || article_.source) {
      text(Role::Paragraph, spec, [&](InlineText& t) {
        const auto begin_part = [&] {
          if (!t.empty()) t.add(mark.groups);
          t.hold(HoldKind::Part);
          t.hold(HoldKind::Whole);
        };
        const auto end_part = [&] {
          t.release();
          t.release();
        };
        const auto time = [&](const document::Time& value) {
          InlineStyle style;
          style.datetime = value.iso;
          t.add(c_.time(value), style);
        };
        if (article_.published) {
          begin_part();
          time(*article_.published);
          end_part();
        }
        if (article_.updated) {
          begin_part();
          t.add_in(c_.language_of(Word::Updated), c_.word(Word::Updated));
          t.add(" ");
          time(*article_.updated);
          end_part();
        }
        if (article_.source) {
          begin_part();
          t.add_in(c_.language_of(Word::Source), c_.word(Word::Source));
          t.add(mark.colon);
          InlineStyle style;
          style.url = article_.source->url;
          style.kind = LinkKind::Source;
          t.add(article_.source->label, style);
          end_part();
        }
      });
      something = true;
    }
    if (!article_.bylines.empty()) {
      text(Role::Paragraph, spec, [&](InlineText& t) {
        write_credits(t, article_.bylines, c_.word(Word::Author), c_.language_of(Word::Author),
                      c_.language());
      });
      something = true;
    }
    if (something) y_ += c_.length(property("lead-gap"));
  }

  /// A picture and its caption. @param full_width edge to edge on a phone.
  void write_figure(const document::Photo& photo, bool full_width, float default_ratio,
                    bool fixed_ratio) {
    const Measures& m = c_.measures();
    const float bleed = full_width && !m.wide ? c_.number(property("lead-bleed")) : 0;
    const CssPx x = x_ * (1 - bleed);
    const CssPx width = width_ + 2 * (x_ - x);
    float ratio = default_ratio;
    Fit fit = Fit::Cover;
    if (!fixed_ratio && photo.width > 0 && photo.height > 0) {
      ratio = static_cast<float>(photo.height) / static_cast<float>(photo.width);
      if (ratio > 1.25F) {
        ratio = 1.25F;
        fit = Fit::Contain;
      }
    } else if (!fixed_ratio) {
      fit = Fit::Contain;  // the room is a guess
    }
    const BoxIndex figure = c_.open(Role::Figure, {x, y_, width, CssPx(0)});
    if (full_width) c_.at(figure).look = Look::Lead;
    if (!photo.src.empty()) {
      const Rect frame{x, y_, width, width * ratio};
      const BoxIndex picture = c_.picture(photo, frame, fit);
      if (bleed == 1) c_.at(picture).radius = CssPx(0);
      const std::int32_t number = c_.at(picture).picture;
      c_.at(picture).action = Action::EnlargePhoto;
      c_.at(picture).argument = number;
      c_.set_absent(c_.picture_state(picture) == PictureState::Failed);
      compose_enlarge(c_, frame, number);
      c_.set_absent(false);
      const CssPx bottom = compose_missing(c_, picture, frame, photo);
      y_ = compose_caption(c_, picture, photo, x_, bottom, width_);
    } else {
      // The caption stands in the photo's place.
      text(Role::Caption, caption_of(c_), [&](InlineText& t) { write_caption(t, photo); });
    }
    c_.close_at(y_);
  }

  void write_lead(const document::Photo& lead) {
    write_figure(lead, true, 1 / c_.number(property("lead-ratio")), true);
    y_ += c_.length(property("lead-gap"));
  }

  void gap(CssPx size) {
    if (y_ > body_top_) y_ += size;
  }

  void write_body() {
    body_top_ = y_;
    for (const document::Block& block : article_.body) write_block(block);
  }

  void write_block(const document::Block& block) {
    switch (block.type) {
      case document::BlockType::Paragraph:
        return write_paragraph(block);
      case document::BlockType::Quote:
        return write_quote(block);
      case document::BlockType::Heading:
        return write_heading(block);
      case document::BlockType::List:
        return write_list(block);
      case document::BlockType::Photo:
        return write_photo(*block.photo);
      case document::BlockType::Video:
        return write_video(block);
      case document::BlockType::Rule:
        return write_rule();
      case document::BlockType::Slot:
        return write_slot(block);
    }
  }

  void write_paragraph(const document::Block& block) {
    TextSpec spec = c_.body();
    // Two of a dozen characters would be a hole.
    const bool narrow = width_ < c_.measures().body_size * 13.99F;
    spec.indent_em = std::min(c_.number(property("body-indent")), narrow ? 1.0F : 6.0F);
    gap(after_paragraph_ ? c_.length(property("paragraph-gap")) : c_.px(16));
    text(Role::Paragraph, spec, [&](InlineText& t) { t.add(block.text); });
    after_paragraph_ = true;
  }

  void write_heading(const document::Block& block) {
    gap(c_.px(block.level <= 2 ? 32 : 24));
    const int level = heading_level(block.level);
    const BoxIndex box =
        text(Role::Heading, c_.subheading(block.level), [&](InlineText& t) { t.add(block.text); });
    c_.at(box).level = static_cast<std::uint8_t>(level);
    y_ -= c_.px(4);  // the paragraph after it keeps its 16
    after_paragraph_ = false;
  }

  /// `heading_level` + n - 1, 6 at most, none skipped.
  int heading_level(int level) {
    const int base = c_.style().heading_level;
    int wanted = std::min(6, base + level - 1);
    if (last_heading_ == 0) last_heading_ = base;
    wanted = std::max(std::min(wanted, last_heading_ + 1), std::min(6, base + 1));
    last_heading_ = wanted;
    return wanted;
  }

  void write_quote(const document::Block& block) {
    gap(c_.px(20));
    const CssPx line(c_.number(property("quote-line")));
    const CssPx inset = line + c_.px(17);
    c_.open(Role::Quote, {x_, y_, width_, CssPx(0)});
    const BoxIndex bar = c_.add(Role::None, {x_, y_, line, CssPx(0)});
    c_.at(bar).fill = Tone::Accent;
    const TextSpec spec = c_.quotation();
    const BoxIndex box = c_.text(
        Role::Paragraph, spec, [&](InlineText& t) { t.add(block.text); }, x_ + inset, y_,
        whole_em(width_ - inset, spec.size));
    y_ = c_.bottom(box);
    c_.at(bar).frame.height = y_ - c_.at(bar).frame.y;
    c_.close_at(y_);
    y_ += c_.px(4);
    after_paragraph_ = false;
  }

  /// A Chinese measure is a whole number of Han.
  [[nodiscard]] CssPx whole_em(CssPx width, CssPx size) const {
    if (!c_.measures().chinese) return width;
    const auto count = static_cast<int>(width / size + 0.001F);
    return size * static_cast<float>(std::max(1, count));
  }

  void write_list(const document::Block& block) {
    gap(c_.px(16));
    c_.open(block.ordered ? Role::OrderedList : Role::List, {x_, y_, width_, CssPx(0)});
    const CssPx inset = c_.measures().body_size * 2;
    int number = 1;
    for (const document::Text& item : block.items) {
      if (number > 1) y_ += c_.px(6);
      c_.open(Role::ListItem, {x_, y_, width_, CssPx(0)});
      TextSpec spec = c_.body();
      TextSpec marker = spec;
      marker.kind = text::TextKind::Label;
      marker.tone = Tone::Secondary;
      marker.tabular = true;
      c_.text(
          Role::None, marker,
          [&](InlineText& t) { t.add(block.ordered ? std::to_string(number) + "." : "•"); },
          x_ + (block.ordered ? CssPx(0) : c_.measures().body_size * 0.5F), y_, inset);
      const BoxIndex box = c_.text(
          Role::Text, spec, [&](InlineText& t) { t.add(item); }, x_ + inset, y_,
          whole_em(width_ - inset, spec.size));
      y_ = c_.bottom(box);
      c_.close_at(y_);
      ++number;
    }
    c_.close_at(y_);
    y_ += c_.px(4);
    after_paragraph_ = false;
  }

  void write_photo(const document::Photo& photo) {
    gap(c_.px(20));
    write_figure(photo, false, 2.0F / 3, false);
    y_ += c_.px(8);
    after_paragraph_ = false;
  }

  void write_video(const document::Block& block) {
    gap(c_.px(20));
    c_.open(Role::Figure, {x_, y_, width_, CssPx(0)});
    const Rect frame{x_, y_, width_, width_ * (9.0F / 16)};
    const BoxIndex link = c_.open(Role::Link, frame);
    c_.at(link).url = block.url;
    c_.at(link).look = Look::Video;
    c_.at(link).kind = LinkKind::Video;
    c_.at(link).action = Action::Follow;
    std::string& name = c_.at(link).name;
    name = c_.word(Word::PlayVideo);
    if (block.title.empty()) {
      c_.at(link).language = c_.language_of(Word::PlayVideo);
    } else {
      name += c_.measures().chinese ? "：" : ": ";
      name += block.title;
    }
    if (block.photo && !block.photo->src.empty()) {
      c_.at(c_.picture(*block.photo, frame, Fit::Cover)).decorative = true;
    } else {
      const BoxIndex panel = c_.add(Role::None, frame);
      c_.at(panel).fill = Tone::Panel;
    }
    const CssPx size = c_.px(64);
    const BoxIndex play = c_.add(Role::None, {frame.x + (frame.width - size) / 2,
                                              frame.y + (frame.height - size) / 2, size, size});
    c_.at(play).icon = BoxIcon::Play;
    c_.at(play).round = true;
    c_.at(play).tone = Tone::OnDark;
    c_.close();
    y_ = frame.bottom();
    std::string text_of_caption(block.title);
    if (block.duration_s > 0) {
      const auto total = static_cast<int>(std::min(block.duration_s, 359999.0) + 0.5);
      const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
      std::string clock = total >= 3600 ? std::to_string(total / 3600) + ":" +
                                              two(total / 60 % 60) + ":" + two(total % 60)
                                        : std::to_string(total / 60) + ":" + two(total % 60);
      if (!text_of_caption.empty()) text_of_caption += "\u2003";
      text_of_caption += clock;
    }
    if (!text_of_caption.empty()) {
      y_ += c_.px(8);
      text(Role::Caption, caption_of(c_), [&](InlineText& t) { t.add(text_of_caption); });
    }
    c_.close_at(y_);
    y_ += c_.px(8);
    after_paragraph_ = false;
  }

  void write_rule() {
    gap(c_.px(24));
    const BoxIndex rule = c_.add(Role::Separator, {x_, y_, width_, CssPx(1)});
    c_.at(rule).fill = Tone::Line;
    y_ += c_.px(9);
    after_paragraph_ = false;
  }

  void write_slot(const document::Block& block) {
    const CssPx before = y_;
    y_ = compose_slot(c_, next_slot_++, block.name, CssPx(block.height), x_, y_, width_,
                      y_ > body_top_ ? c_.px(20) : CssPx(0));
    if (y_ == before) return;
    y_ += c_.px(4);
    after_paragraph_ = false;
  }

  void write_foot() {
    if (!article_.credits.empty()) {
      y_ += c_.px(24);
      TextSpec spec = c_.caption();
      spec.look = Look::Credits;
      spec.kind = text::TextKind::Label;
      text(Role::Paragraph, spec,
           [&](InlineText& t) { write_credits(t, article_.credits, "", "", c_.language()); });
    }
    if (!article_.tags.empty()) write_tags();
  }

  void write_tags() {
    y_ += c_.px(12);
    c_.at(c_.open(Role::List, {x_, y_, width_, CssPx(0)})).look = Look::Tags;
    const CssPx height = c_.target();
    const CssPx padding = c_.px(12);
    CssPx x = x_;
    for (const document::Link& tag : article_.tags) {
      const BoxIndex item = c_.open(Role::ListItem);
      const BoxIndex fill = c_.add(Role::None);
      c_.at(fill).fill = Tone::Panel;
      c_.at(fill).radius = c_.style().radius;
      const bool linked = !tag.url.empty();
      const BoxIndex link = linked ? c_.open(Role::Link) : kNoBox;
      TextSpec spec = c_.caption();
      spec.look = Look::Tags;
      spec.tone = linked ? Tone::Link : Tone::Secondary;
      const CssPx room = width_ - 2 * padding;
      const BoxIndex text = c_.label(
          Role::Text, spec, [&](InlineText& t) { t.add(tag.label); }, x, y_, room);
      const CssPx width = c_.at(text).frame.width + 2 * padding;
      if (x > x_ && x + width > x_ + width_) {
        x = x_;
        y_ += height;
      }
      const CssPx line = spec.line_height;
      const CssPx text_height = max(c_.at(text).frame.height, line);
      c_.at(text).frame.x = x + padding;
      c_.at(text).frame.y = y_ + (height - line) / 2;
      const Rect frame{x, y_, width, height + text_height - line};
      c_.at(item).frame = frame;
      c_.at(fill).frame = {x, y_ + c_.px(6), width, frame.height - c_.px(12)};
      if (linked) {
        Box& box = c_.at(link);
        box.frame = frame;
        box.url = tag.url;
        box.kind = LinkKind::Tag;
        box.ink_within = c_.px(6);  // as its panel
        box.action = Action::Follow;
        c_.close();
      }
      c_.close();
      x += width + c_.px(8);
      if (frame.height > height) y_ += frame.height - height;
    }
    y_ += height;
    c_.close_at(y_);
  }

  Composer& c_;
  const document::Article& article_;
  CssPx x_;
  CssPx y_;
  CssPx width_;
  CssPx body_top_;
  bool after_paragraph_ = false;
  int last_heading_ = 0;  ///< 0: none yet
  std::int32_t next_slot_ = static_cast<std::int32_t>(std::size(document::kPartSlots));
};

}  // namespace

CssPx compose_card(Composer& c, CssPx x, CssPx y, CssPx width, CssPx site_width,
                   CssPx& below_site) {
  c.set_part(Part::Card);
  const std::optional<document::Article>& article = c.document().article;
  if (article) c.at(c.open(Role::Article, {x, y, width, CssPx(0)})).name = article->headline;
  if (c.document().site) {
    y = compose_site(c, x, y, site_width);
    c.rule(x, y, site_width);
    below_site = y;
    y += c.px(24);
  } else {
    y += c.px(20);
  }
  if (article) {
    y = CardWriter(c, *article, x, y, width).write();
    c.close_at(y);
  }
  return y;
}

}  // namespace article::layout
