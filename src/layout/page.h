#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/article.h"
#include "document/language.h"
#include "host/locale_host.h"
#include "layout/blocks.h"
#include "layout/box.h"
#include "layout/properties.h"
#include "layout/words.h"
#include "text/segment_store.h"

/// A whole widget, laid out.
namespace article::layout {

enum class Fit : std::uint8_t {
  Cover,    ///< fills its box; what does not fit is cut around the focus point
  Contain,  ///< shown whole on the panel colour
};

enum class PictureState : std::uint8_t {
  Waiting,  ///< not there yet; room is kept
  Ready,
  Failed,       ///< the notice and Retry stand in its place
  ShownByHost,  ///< the host's own element lies there
};

/// A picture of the page. Numbers are the same in every layout of one document.
struct Picture {
  std::string_view src;                    ///< of the document
  const document::Photo* photo = nullptr;  ///< its sources and focus; nullptr: none
  BoxIndex box = kNoBox;
  Fit fit = Fit::Cover;
  std::int32_t slide = -1;  ///< of the gallery, -1: elsewhere
  bool round = false;       ///< an avatar
};

/// What moves sideways inside the page.
struct Scroller {
  Rect clip;      ///< content CSS px
  CssPx pitch;    ///< of slides; 0 for a row that scrolls freely
  int count = 0;  ///< slides
  CssPx extent;   ///< width of a free row's content
};
inline constexpr std::int32_t kCarouselScroller = 0;
inline constexpr std::int32_t kRankingTabsScroller = 1;
inline constexpr std::int32_t kCommentTabsScroller = 2;
inline constexpr std::int32_t kScrollerCount = 3;

enum class AutoplayState : std::uint8_t { Off, Playing, Stopped };

/// What the reader has chosen, and what has arrived.
struct PageState {
  int photo = 0;
  AutoplayState autoplay = AutoplayState::Off;
  int told_photo = -1;  ///< that the gallery's status tells of, -1 none
  int ranking_tab = 0;
  int comment_tab = 0;  ///< 0 hot, 1 latest
  /// Panels of tabs that are neither selected nor `awake` are laid out without their content.
  bool panels_sleep = false;
  std::vector<std::pair<Part, int>> awake;  ///< part and number of each panel
  std::vector<PictureState> pictures;       ///< by number; shorter: Waiting
  /// Heights of the host's own content, by the argument of its Slot; 0: it takes no room;
  /// less, or shorter: what is reserved for it is kept.
  std::vector<CssPx> slots;
};

/// Selects the tabs that are shown first: that which the document names, comments that there are.
void choose_first_tabs(const document::Document& document, PageState& state);

struct PageStyle {
  std::string page_language;    ///< as the page writes it, where the document has no language
  document::Language language;  ///< of what is laid out: the document's, else the page's
  std::string page_url;         ///< where it equals `article.url`, the headline is no link
  CssPx width{390.0F};          ///< of the widget, > 0
  CssPx font_size{17.0F};       ///< of body text on a phone; all sizes scale with it
  CssPx least_size{0.0F};       ///< of any text, `font_size` at most
  float line_height = 0;        ///< of body text, times its size; 0: the design's
  CssPx radius{2.0F};
  OwnValues own = no_own_values();
  std::string font_family;      ///< "" is the language's default list
  std::string headline_family;  ///< "" is `font_family`
  int heading_level = 2;        ///< 1 to 6
  /// The parts shown, in order.
  std::vector<Part> parts = {Part::Card, Part::Gallery, Part::Rankings, Part::Comments};
  OwnWords words;  ///< over the widget's own
};

/// A part of a page, content CSS px.
struct Extent {
  CssPx top{-std::numeric_limits<float>::infinity()};
  CssPx bottom{std::numeric_limits<float>::infinity()};
};

/// A tab's panel as it was composed: while it is asleep, what is in it is not composed anew.
struct Panel {
  BoxIndex end = kNoBox;  ///< after its last box; none: it was awake, or has pictures
  std::size_t texts_end = 0;
  CssPx height;
};

struct Page {
  std::vector<Box> boxes;
  std::vector<Block> blocks;
  std::vector<TextContent> texts;  ///< kept from layout to layout
  std::vector<Panel> panels;       ///< in their order
  std::uint32_t shapes = 0;        ///< texts that were shaped so far
  std::vector<Picture> pictures;
  Scroller scrollers[kScrollerCount];
  Direction direction = Direction::LeftToRight;
  CssPx height;
  /// By box: whether it has been laid out, be it for another width. The place of the
  /// others is estimated, and so is the height that follows.
  std::vector<std::uint8_t> reached;
  bool whole = false;             ///< nothing is estimated
  std::optional<bool> has_aside;  ///< once two columns were thought of
  /// Where what stands below two columns begins, as far as it is known.
  CssPx below_columns{std::numeric_limits<float>::max()};
};

/// Lays out `document` into `page`, whose texts are reused where they are from
/// an earlier layout of the same document and style but width. What stands out of
/// `extent` is left as it is, or estimated. Make another `Page` when the document or
/// its parts change, and call `forget_texts` when a font, a word or another part of
/// the style does. A pure function of its arguments and what
/// the store and the locale say.
/// Cost: O(boxes), and for what is in the extent O(bytes of text).
void lay_out(const document::Document& document, const PageStyle& style, const PageState& state,
             text::SegmentStore& store, host::LocaleHost& locale, Page& page,
             const Extent& extent = {});

/// All texts are to be shaped anew, those that are far when they are reached.
void forget_texts(Page& page);

/// Whether a box is drawn. Slides that are not current are hidden from the reader's
/// tree only: they are seen when they are dragged in.
[[nodiscard]] inline bool is_drawn(const Box& box) {
  return !box.absent && (!box.hidden || box.scroller == kCarouselScroller);
}

/// The frame of a box where it is seen: moved by its scroller.
[[nodiscard]] Rect seen_frame(const Box& box, const CssPx* scroller_offsets);

}  // namespace article::layout
