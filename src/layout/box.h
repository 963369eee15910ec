#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "host/units.h"
#include "text/paragraph.h"

/// What layout makes: boxes in reading order, each with its place, what is
/// drawn there and what it means. Painting and the semantic tree are both made
/// from these boxes, so the two cannot drift apart.
namespace article::layout {

/// What a box is to a reader; the web's layer makes one HTML element of each.
/// HTML element and ARIA role behind each name.
enum class Role : std::uint8_t {
  None,         ///< drawn only (not in the semantic tree)
  Article,      ///< article, named by its headline
  Group,        ///< div role=group, named
  Navigation,   ///< nav, named
  Heading,      ///< h1 to h6 by level
  Paragraph,    ///< p
  Text,         ///< span or div
  Time,         ///< time with datetime
  Link,         ///< a where there is a URL, else span
  Strong,       ///< strong
  Emphasis,     ///< em
  Figure,       ///< figure
  Image,        ///< img
  Caption,      ///< figcaption
  Quote,        ///< blockquote
  List,         ///< ul
  OrderedList,  ///< ol
  ListItem,     ///< li
  Separator,    ///< hr
  Carousel,     ///< div role=group, roledescription carousel
  Slide,        ///< div role=group, roledescription slide, named N / TOTAL
  Button,       ///< button
  TabList,      ///< div role=tablist
  Tab,          ///< button role=tab
  TabPanel,     ///< div role=tabpanel
  Status,       ///< div role=status, visually hidden
  Slot,         ///< slot, for the host's own content
};

enum class Part : std::uint8_t { Card, Gallery, Rankings, Comments };

/// What a press on a box does. `action_argument` says on which.
enum class Action : std::uint8_t {
  None,
  Follow,  ///< the box's URL
  PreviousPhoto,
  NextPhoto,
  SelectTab,     ///< argument: tab number within `part`
  RetryPicture,  ///< argument: picture number
  EnlargePhoto,  ///< argument: photo of the gallery; elsewhere picture number
  ToggleAutoplay,
};

/// `article-navigate`'s kinds.
enum class LinkKind : std::uint8_t {
  Login,
  Edition,
  Site,
  Source,
  Article,
  Author,
  Ranking,
  Photo,
  Video,
  Comment,
  Text,
  Tag,
};

enum class Tone : std::uint8_t {  ///< colours by role; the palette has the numbers
  Transparent,
  Paper,
  Panel,
  Text,
  Secondary,
  Line,
  Control,
  Accent,
  Link,
  OnDark,  ///< white, on a shade
  Shade,   ///< black at 72 %, behind what stands on a picture
};

/// What a box is set as: the design's styles, by which the layer's own style
/// sheet sets the same article in flow. Texts of one look have one size.
enum class Look : std::uint8_t {
  None,
  Kicker,
  Headline,
  Summary,
  Meta,  ///< times, source, bylines
  Lead,  ///< the figure at the card's head
  Body,
  Subheading,
  MinorHeading,  ///< below level 2 of the document
  Video,         ///< the link on a poster
  Credits,
  Tags,  ///< the list, and a tag's text
  SiteName,
  SiteLogo,
  SiteLink,
  PartTitle,
  Caption,
  Notice,  ///< that a picture is missing
  TabLabel,
  RankingItem,
  Views,
  Empty,  ///< an empty tab's text
  FootLink,
  Counts,
  Comment,
  Avatar,
  Author,
  Remark,  ///< a comment's text
  Likes,
  Quotation,
  Credit,  ///< of a photo, at the end of its caption
};

enum class BoxIcon : std::uint8_t {
  None,
  ArrowStart,
  ArrowEnd,
  Play,
  Missing,
  Like,
  Person,
  Enlarge,
  Pause,
};

/// A box's number. It is the same for the same thing in every layout of one
/// document, so that states, pointers and the layer's elements can hold it.
using BoxIndex = std::int32_t;
inline constexpr BoxIndex kNoBox = -1;

/// A stretch of a text box with its own meaning: a link, strong, a language.
struct InlineRange {
  std::uint32_t begin = 0;  ///< bytes of the paragraph's text
  std::uint32_t end = 0;
  Role role = Role::Text;  ///< Link, Strong, Emphasis, Time or Text (language only)
  std::string_view url;
  std::string_view language;  ///< "" is its parent's
  std::string_view datetime;
  LinkKind kind = LinkKind::Text;
  bool upright = false;      ///< an emphasis that is weight, not slant
  std::uint8_t room_em = 0;  ///< not 0: it is on one line where a line has as many em
};

/// A laid-out paragraph.
struct TextContent {
  text::Paragraph paragraph;
  text::ParagraphStyle style;
  std::vector<text::Line> lines;
  CssPx broken_for;            ///< width the lines were broken for; 0: not yet
  std::int32_t revision = -1;  ///< of its source when it was shaped; -1: it is to be shaped
  std::uint32_t shape = 0;     ///< another number each time that it is shaped; 0: not yet
  bool measured = true;        ///< false: shaped since the store measured
  float extent_em = -1;        ///< about how long it is on one line; -1: not known
  CssPx font_size;
  CssPx line_height;
  CssPx baseline;  ///< of the first line, from the box's top
  bool bold = false;
  bool headline_font = false;
  bool plain_links = false;               ///< a link's text has the box's tone, no underline
  std::string_view language;              ///< "" is the document's
  std::vector<Tone> tones;                ///< by tag; tag 0 is the box's
  std::vector<InlineRange> ranges;        ///< in order; may nest (outer first)
  std::vector<std::int32_t> link_of_tag;  ///< index into `ranges`, -1 none
};

struct Box {
  BoxIndex parent = kNoBox;
  Role role = Role::None;
  Part part = Part::Card;
  Rect frame;                  ///< content CSS px, as if its scroller stood at 0
  std::int32_t scroller = -1;  ///< number of the scroller that moves it, -1 none

  // what is drawn
  Tone fill = Tone::Transparent;  ///< Accent: the bar of a selected tab, which moves there
  CssPx radius;
  std::int32_t text = -1;     ///< number of its TextContent
  std::int32_t picture = -1;  ///< number of its picture
  BoxIcon icon = BoxIcon::None;
  Tone tone = Tone::Text;  ///< of icon and text
  bool round = false;      ///< a round button with a shade behind
  bool above = false;      ///< drawn above what comes after it
  CssPx ink_beside;        ///< how far the ink of its states goes beyond its sides
  CssPx ink_within;        ///< and lies within its top and bottom

  // what it means
  Look look = Look::None;
  std::uint8_t level = 0;  ///< of a heading
  Action action = Action::None;
  std::int32_t argument = 0;
  LinkKind kind = LinkKind::Text;
  bool hidden = false;  ///< not shown and not exposed now (another slide, another tab)
  bool absent = false;  ///< keeps its number but is neither drawn nor meant now
  bool selected = false;
  bool disabled = false;
  bool decorative = false;  ///< an Image whose alt is empty
  bool asleep = false;      ///< a TabPanel whose content is absent, see PageState::panels_sleep
  std::string_view url;
  std::string name;  ///< accessible name where it is not its text; an Image's alt; a Slot's own
  std::string_view datetime;
  std::string_view language;  ///< "" is its parent's
  CssPx reserved;             ///< height that a Slot keeps for what is on its way
};

}  // namespace article::layout
