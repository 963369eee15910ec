#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "host/locale_host.h"
#include "layout/inline_text.h"
#include "layout/measures.h"
#include "layout/page.h"
#include "layout/words.h"
#include "text/paragraph.h"

/// The tools with which the parts of a page are laid out. All x are logical:
/// from the page's inline start; the typesetter mirrors them in right-to-left.
namespace article::layout {

/// How a text is set.
struct TextSpec {
  Look look = Look::None;
  CssPx size;
  CssPx line_height;
  bool bold = false;
  bool headline_font = false;
  bool tabular = false;
  bool plain_links = false;
  text::TextKind kind = text::TextKind::Label;
  text::Alignment alignment = text::Alignment::Start;
  float indent_em = 0;
  Tone tone = Tone::Text;
  std::string_view language;  ///< "" is the document's
  std::int32_t revision = 0;  ///< changes when the text's content does
};

/// What the parts compose with. What becomes of their texts is its kinds' business.
class Composer {
 public:
  Composer(const document::Document& document, const PageStyle& style, const PageState& state,
           host::LocaleHost& locale, Page& page);

  [[nodiscard]] const document::Document& document() const { return document_; }
  [[nodiscard]] const PageStyle& style() const { return style_; }
  [[nodiscard]] const PageState& state() const { return state_; }
  [[nodiscard]] const Measures& measures() const { return measures_; }
  [[nodiscard]] const document::Language& language() const { return style_.language; }
  [[nodiscard]] std::string_view word(Word word) const;
  /// The language of what `word` gives; "" where that is the document's, as
  /// the page's own words are.
  [[nodiscard]] std::string_view language_of(Word word) const;
  /// `spec` for a text that is made of a word.
  [[nodiscard]] TextSpec in_language_of(Word word, TextSpec spec) const;
  [[nodiscard]] CssPx px(float design) const { return measures_.px(design); }
  [[nodiscard]] CssPx length(const Property& property) const { return measures_.length(property); }
  [[nodiscard]] float number(const Property& property) const { return measures_.number(property); }
  [[nodiscard]] CssPx target() const { return measures_.target; }
  /// How lines are aligned by a property whose choices are start and justify.
  [[nodiscard]] text::Alignment alignment(const Property& property) const {
    return number(property) > 0 ? text::Alignment::Justify : text::Alignment::Start;
  }
  /// As the language writes them, see dates.h; where a text's length is estimated, the host
  /// is not asked.
  [[nodiscard]] std::string time(const document::Time& time) const;
  [[nodiscard]] std::string count(std::int64_t count) const;

  /// A box at a place; its parent is the innermost open one. Boxes made
  /// between `open` and `close` are its children.
  BoxIndex add(Role role, const Rect& frame = {});
  BoxIndex open(Role role, const Rect& frame = {});
  void close();
  /// The frame of the innermost open box ends where its content does.
  void close_at(CssPx bottom);
  [[nodiscard]] Box& at(BoxIndex box) { return page_.boxes[static_cast<std::size_t>(box)]; }

  [[nodiscard]] BoxIndex next_box() const { return static_cast<BoxIndex>(made_); }
  [[nodiscard]] Scroller& scroller(std::int32_t number) { return page_.scrollers[number]; }

  // States of what is made from here on.
  void set_hidden(bool hidden) { hidden_ = hidden; }
  void set_absent(bool absent) { absent_ = absent; }
  void set_scroller(std::int32_t scroller) { scroller_ = scroller; }
  void set_part(Part part) { part_ = part; }
  /// How much further down than it is composed it will stand.
  void set_offset(CssPx offset) { offset_ = offset; }

  [[nodiscard]] Panel& next_panel();
  /// @return whether what is in the open panel stays as it was composed: it was, and is asleep
  bool keep_panel(const Panel& panel);
  /// It has been composed, from picture `first_picture` on.
  void note_panel(Panel& panel, CssPx height, std::int32_t first_picture);

  /// A box of text, as high as its lines, or as those are estimated to be where it
  /// stands out of the extent. Hidden text is shaped, not broken.
  virtual BoxIndex text(Role role, const TextSpec& spec, const TextSource& source, CssPx x, CssPx y,
                        CssPx width) = 0;
  /// The same on one line: as wide as its text, `max_width` at most.
  virtual BoxIndex label(Role role, const TextSpec& spec, const TextSource& source, CssPx x,
                         CssPx y, CssPx max_width) = 0;
  [[nodiscard]] CssPx bottom(BoxIndex box) { return at(box).frame.bottom(); }

  /// How wide a text's last line is; as its box where that is not known.
  [[nodiscard]] CssPx last_line(BoxIndex box);

  /// A box of a picture, with its alternative text.
  BoxIndex picture(const document::Photo& photo, const Rect& frame, Fit fit,
                   std::int32_t slide = -1);
  BoxIndex picture(std::string_view src, const Rect& frame, Fit fit);
  [[nodiscard]] PictureState picture_state(BoxIndex box) { return state_of(at(box).picture); }
  [[nodiscard]] PictureState state_of(std::int32_t picture) const;
  [[nodiscard]] std::int32_t next_picture() const {
    return static_cast<std::int32_t>(page_.pictures.size());
  }
  /// The ink of its states stands around its label, between what is above and below.
  void ink_around_label(Box& box) const {
    box.ink_beside = px(8);
    box.ink_within = px(6);
  }
  /// A line of the design.
  void rule(CssPx x, CssPx y, CssPx width, Tone tone = Tone::Line, CssPx thickness = CssPx(1));

  // The design's text styles.
  [[nodiscard]] TextSpec body() const;
  [[nodiscard]] TextSpec summary() const;
  [[nodiscard]] TextSpec headline() const;
  [[nodiscard]] TextSpec section_title() const;
  [[nodiscard]] TextSpec subheading(int level) const;
  [[nodiscard]] TextSpec item() const;     ///< 16/24
  [[nodiscard]] TextSpec caption() const;  ///< 14/22, secondary
  [[nodiscard]] TextSpec quotation() const;

 protected:
  ~Composer() = default;
  /// No smaller than any text may be; its lines grow with it.
  [[nodiscard]] TextSpec legible(TextSpec spec) const;
  void begin();
  /// Adds the box of a text. @param number of that, -1: it says nothing
  BoxIndex text_box(Role role, const TextSpec& spec, std::int32_t number, const Rect& frame);

  const document::Document& document_;
  const PageStyle& style_;
  const PageState& state_;
  host::LocaleHost& locale_;
  Page& page_;
  Measures measures_;
  bool estimating_ = false;  ///< what is asked for is not shown
  std::size_t made_ = 0;     ///< boxes: those of an earlier layout are written over
  std::size_t texts_ = 0;
  std::size_t panels_ = 0;

 private:
  [[nodiscard]] const std::string* own_word(Word word) const;

  std::vector<BoxIndex> open_;

 protected:
  bool hidden_ = false;
  bool absent_ = false;

 private:
  std::int32_t scroller_ = -1;
  Part part_ = Part::Card;

 protected:
  CssPx offset_;
};

/// Whether gallery and rankings stand beside the article where there is room for two columns: not
/// where much of its column would have nothing beside it. The same for every width and state.
[[nodiscard]] bool has_aside(const document::Document& document, const PageStyle& style);

/// All parts that the style names and the document has.
void compose_page(Composer& composer, Page& page);

// The parts, each at a place in a column. @return the bottom of its content.
CssPx compose_site(Composer& composer, CssPx x, CssPx y, CssPx width);
/// @param site_width of the site's row @param below_site becomes its bottom
CssPx compose_card(Composer& composer, CssPx x, CssPx y, CssPx width, CssPx site_width,
                   CssPx& below_site);
CssPx compose_gallery(Composer& composer, CssPx x, CssPx y, CssPx width, bool to_edge);
CssPx compose_rankings(Composer& composer, CssPx x, CssPx y, CssPx width);
CssPx compose_comments(Composer& composer, CssPx x, CssPx y, CssPx width);

/// A part's heading. @return its bottom, gap included.
CssPx compose_part_title(Composer& composer, std::string_view title, Word fallback, CssPx x,
                         CssPx y, CssPx width);
/// A link, a target high, at inline start. @return its bottom.
CssPx compose_foot_link(Composer& composer, const document::Link& link, LinkKind kind, CssPx x,
                        CssPx y, CssPx width);
/// A button of one word, a target high, about `centre`. @return its bottom.
CssPx compose_button(Composer& composer, Action action, std::int32_t argument, TextSpec spec,
                     Word word, CssPx centre, CssPx y);
/// What stands in the place of a picture that failed: its caption, if it has
/// one, at body size, the notice and Retry; absent until it has failed.
/// @param arrows whether arrows stand on it, which the caption gives room
/// @return the bottom of the picture's panel, that grows where it has no room for these
CssPx compose_missing(Composer& composer, BoxIndex picture, const Rect& frame,
                      const document::Photo& photo, bool arrows = false);
/// The button that enlarges a picture, in its corner at the inline end.
/// @param argument see Action::EnlargePhoto
BoxIndex compose_enlarge(Composer& composer, const Rect& picture, std::int32_t argument);
/// The caption below a picture; absent where it stands in the picture's place.
/// @return its bottom, or `y`.
CssPx compose_caption(Composer& composer, BoxIndex picture, const document::Photo& photo, CssPx x,
                      CssPx y, CssPx width);
/// How a caption below what it tells of is set.
[[nodiscard]] TextSpec caption_of(const Composer& composer);
/// Caption, a link where the photo has a URL, and credit.
void write_caption(InlineText& text, const document::Photo& photo);

/// Room for the host's own content. @param number see PageState::slots
/// @param gap above it, where it takes room @return its bottom, or `y`.
CssPx compose_slot(Composer& composer, std::int32_t number, std::string_view name, CssPx reserved,
                   CssPx x, CssPx y, CssPx width, CssPx gap);

struct TabLabel {
  std::string_view text;
  std::string_view language;  ///< "" is the document's
};
/// A row of tabs; `labels` in order. @return its bottom.
CssPx compose_tabs(Composer& composer, std::string_view name, std::span<const TabLabel> labels,
                   int selected, std::int32_t scroller, CssPx x, CssPx y, CssPx width);
void open_panel(Composer& composer, std::string_view name, int number, int selected, CssPx x,
                CssPx y, CssPx width);
void close_panel(Composer& composer, CssPx bottom);
/// The panel of a tab, hidden unless it is selected. It may be asleep: then all that is in it is
/// absent. @param content composes that from `y` on, and returns its bottom @return its bottom
template <typename Content>
CssPx compose_panel(Composer& c, std::string_view name, int number, int selected, CssPx x, CssPx y,
                    CssPx width, const Content& content) {
  open_panel(c, name, number, selected, x, y, width);
  Panel& panel = c.next_panel();
  CssPx bottom = y + panel.height;
  if (!c.keep_panel(panel)) {
    const std::int32_t first_picture = c.next_picture();
    bottom = content();
    c.note_panel(panel, bottom - y, first_picture);
  }
  close_panel(c, bottom);
  return bottom;
}
/// What an empty panel says: `own`, or the widget's word. @return its bottom.
CssPx compose_empty(Composer& composer, std::string_view own, CssPx x, CssPx y, CssPx width);

}  // namespace article::layout
