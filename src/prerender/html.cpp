#include "prerender/html.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/box.h"
#include "prerender/markup.h"
#include "text/paragraph.h"

namespace article::prerender {
namespace {

using layout::Box;
using layout::BoxIndex;
using layout::Look;
using layout::Role;

/// By layout::Look: classes are these behind `av-`.
constexpr std::string_view kLooks[] = {
    "",           "kicker",        "headline", "summary", "meta",      "lead",         "body",
    "subheading", "minor-heading", "video",    "credits", "tags",      "site-name",    "site-logo",
    "site-link",  "part-title",    "caption",  "notice",  "tab-label", "ranking-item", "views",
    "empty",      "foot-link",     "counts",   "comment", "avatar",    "author",       "remark",
    "likes",      "quotation",     "credit"};

/// Types of pictures that every browser shows: others need an offer of their own.
constexpr std::string_view kPlainTypes[] = {"", "image/jpeg", "image/png", "image/gif",
                                            "image/webp"};
/// Others that are offered of one picture.
constexpr std::size_t kMostTypes = 8;
/// How wide pictures are in a page as wide as its article (layout::measures_for).
struct Room {
  int widest;    ///< from 1024, CSS px; 648 from 696
  int inset;     ///< how much narrower than the page below that
  double ratio;  ///< width by height of what the picture covers; 0: its own
};
constexpr Room kLeadRoom{612, 0, 16.0 / 9};
constexpr Room kBodyRoom{612, 40, 0};
constexpr Room kVideoRoom{612, 40, 16.0 / 9};
constexpr Room kSlideRoom{612, 52, 3.0 / 2};
constexpr Room kSpreadRoom{960, 52, 3.0 / 2};  ///< slides below the article
constexpr Room kAsideRoom{300, 52, 3.0 / 2};   ///< slides beside the article

/// @return the value of `sizes`: what covers its room is as much wider as it is cut.
std::string sizes_in(const Room& room, const document::Photo& photo) {
  double wider = 1;
  if (room.ratio > 0 && photo.width > 0 && photo.height > 0)
    wider = std::clamp(photo.width / (room.ratio * photo.height), 1.0, 10.0);
  const auto rounded = [](double number) { return std::to_string(static_cast<int>(number + 0.5)); };
  const auto px = [&](int width) { return rounded(wider * width); };
  const std::string percent = rounded(wider * 100) + "vw";
  return "(min-width: 1024px) " + px(room.widest) + "px, (min-width: 696px) " + px(648) + "px, " +
         (room.inset == 0 ? percent : "calc(" + percent + " - " + px(room.inset) + "px)");
}

/// Of rankings, which are no part of the article that reader modes show; no landmark.
constexpr std::string_view kAside = "aside";

/// By layout::Part, likewise: the card is an article.
constexpr std::string_view kParts[] = {"", "gallery", "rankings", "comments"};

/// An element of its own is made of a box, or nothing, or only of its children, in the row of
/// slides.
enum class Kind : std::uint8_t { Element, Slide, Nothing };

Kind kind_of(const Box& box) {
  if (box.absent) return Kind::Nothing;
  switch (box.role) {
    case Role::None:
    case Role::Button:
    case Role::TabList:
    case Role::Status:
    case Role::Slot:
      return Kind::Nothing;
    case Role::Slide:
      return Kind::Slide;
    default:
      return Kind::Element;
  }
}

class HtmlWriter {
 public:
  HtmlWriter(const Outline& outline, const layout::PageStyle& style)
      : outline_(outline),
        boxes_(outline.page.boxes),
        style_(style),
        in_columns_(outline.in_columns) {}

  std::string write() {
    out_ = "<div class=\"article-viewer-prerendered\"";
    if (!style_.language.tag().empty()) append_attribute(out_, "lang", style_.language.tag());
    const bool rtl = text::direction_of(style_.language) == Direction::RightToLeft;
    append_attribute(out_, "dir", rtl ? "rtl" : "ltr");
    out_ += "><div class=\"av-page";
    if (text::is_chinese(style_.language)) out_ += " av-chinese";
    if (in_columns_) out_ += " av-columns";
    out_ += "\">";
    open_.push_back({layout::kNoBox, "div"});
    holders_.resize(boxes_.size(), kNowhere);
    for (std::size_t i = 0; i < boxes_.size(); ++i) write_box(static_cast<BoxIndex>(i));
    close_to(layout::kNoBox);
    out_ += "</div></div>";
    return std::move(out_);
  }

 private:
  /// The holder of what is left out.
  static constexpr BoxIndex kNowhere = -2;
  /// The row of slides, which no box is.
  static constexpr BoxIndex kSlides = -3;
  struct Element {
    BoxIndex box;
    std::string_view tag;
    bool empty = true;
  };

  [[nodiscard]] const Box& at(BoxIndex box) const { return boxes_[static_cast<std::size_t>(box)]; }
  BoxIndex& holder(BoxIndex box) { return holders_[static_cast<std::size_t>(box)]; }

  void write_box(BoxIndex index) {
    const Box& box = at(index);
    if (box.role == Role::TabList) tab_languages_.clear();
    if (box.parent >= 0 && at(box.parent).role == Role::Tab && box.role == Role::Text)
      tab_languages_.push_back(box.language);
    const BoxIndex parent = box.parent < 0 ? layout::kNoBox : holder(box.parent);
    if (parent == kNowhere || kind_of(box) == Kind::Nothing) return;
    if (kind_of(box) == Kind::Slide) {
      open_slides(parent);
      holder(index) = kSlides;
      return;
    }
    holder(index) = index;
    close_to(parent);
    begin_child();
    write_element(index, parent);
  }

  void open_slides(BoxIndex carousel) {
    if (std::ranges::find(open_, kSlides, &Element::box) != open_.end()) return;
    close_to(carousel);
    begin_child();
    out_ += "<div class=\"av-slides\">";
    open_.push_back({kSlides, "div"});
  }

  /// On a line of its own, so that words of neighbours stay apart.
  void begin_child() {
    if (!open_.back().empty) out_ += '\n';
    open_.back().empty = false;
  }

  void close_to(BoxIndex box) {
    while (open_.back().box != box) {
      out_ += "</";
      out_ += open_.back().tag;
      out_ += '>';
      open_.pop_back();
    }
  }

  void write_element(BoxIndex index, BoxIndex parent) {
    const Box& box = at(index);
    if (box.role == Role::Image) {
      write_picture(box, parent);
      return;
    }
    const std::string_view tag = tag_of(box, parent);
    out_ += '<';
    out_ += tag;
    write_class(class_of(box));
    if (!box.language.empty()) append_attribute(out_, "lang", box.language);
    if (!box.datetime.empty()) append_attribute(out_, "datetime", box.datetime);
    if (tag == kAside) append_attribute(out_, "role", "none");
    if (box.role == Role::Link) append_attribute(out_, "href", box.url);
    const bool named = box.role == Role::Navigation || box.role == Role::Link;
    if (named && !box.name.empty()) append_attribute(out_, "aria-label", box.name);
    out_ += '>';
    if (box.role == Role::Separator) return;
    open_.push_back({index, tag});
    if (box.role == Role::TabPanel) write_panel_title(box);
    // A link without a picture says what it is.
    if (box.role == Role::Link && !has_content(index)) append_text(out_, box.name);
    if (box.text >= 0) write_text(outline_.texts[static_cast<std::size_t>(box.text)]);
  }

  static std::string_view class_of(const Box& box) {
    if (box.role == Role::Carousel || box.role == Role::Group)
      return kParts[static_cast<std::size_t>(box.part)];
    // Reader modes take an author for that of the article.
    if (box.look == Look::Author) return "commenter";
    if (box.role == Role::TabPanel) return box.hidden ? "tab-panel" : "tab-panel av-selected";
    return kLooks[static_cast<std::size_t>(box.look)];
  }

  /// @param name behind `av-`; "" is none.
  void write_class(std::string_view name) {
    if (name.empty()) return;
    out_ += " class=\"av-";
    out_ += name;
    out_ += '"';
  }

  /// Whether something of an element is written within it.
  [[nodiscard]] bool has_content(BoxIndex index) const {
    for (auto i = static_cast<std::size_t>(index) + 1; i < boxes_.size(); ++i) {
      if (boxes_[i].parent < index) return false;
      if (boxes_[i].parent == index && kind_of(boxes_[i]) == Kind::Element) return true;
    }
    return false;
  }

  std::string_view tag_of(const Box& box, BoxIndex parent) {
    constexpr std::string_view kHeadings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (box.role) {
      case Role::Article:
        return "article";
      case Role::Navigation:
        return "nav";
      case Role::Heading:
        level_ = box.level;
        return kHeadings[std::clamp(level_, 1, 6) - 1];
      case Role::Paragraph:
        return "p";
      case Role::Time:
        return "time";
      case Role::Link:
        return "a";
      case Role::Figure:
        return "figure";
      case Role::Caption:
        return "figcaption";
      case Role::Quote:
        return "blockquote";
      case Role::List:
        return "ul";
      case Role::OrderedList:
        return "ol";
      case Role::ListItem:
        return "li";
      case Role::Separator:
        return "hr";
      case Role::Group:
        return box.part == layout::Part::Rankings ? kAside : "section";
      case Role::Text:
        return is_inline(parent) ? "span" : "p";
      default:
        return "section";
    }
  }

  /// Whether what stands in an element stands in a line.
  [[nodiscard]] bool is_inline(BoxIndex element) const {
    if (element < 0) return false;
    const Role role = at(element).role;
    return role == Role::Link || role == Role::ListItem || role == Role::Text ||
           role == Role::Navigation;
  }

  /// What the tab of a panel would say.
  void write_panel_title(const Box& panel) {
    const char level = static_cast<char>('0' + std::min(6, level_ + 1));
    out_ += "<h";
    out_ += level;
    const auto number = static_cast<std::size_t>(panel.argument);
    if (number < tab_languages_.size() && !tab_languages_[number].empty())
      append_attribute(out_, "lang", tab_languages_[number]);
    out_ += '>';
    append_text(out_, panel.name);
    out_ += "</h";
    out_ += level;
    out_ += '>';
    open_.back().empty = false;
  }

  void write_text(const layout::InlineText& text) {
    const std::vector<layout::InlineText::OneLine> one_line = text.on_one_line();
    auto next = one_line.begin();
    std::vector<std::uint32_t> ends;
    for (const layout::InlineText::Piece& piece : text.pieces()) {
      for (; next != one_line.end() && next->begin <= piece.begin; ++next) {
        out_ += "<span data-room=\"" + std::to_string(next->room_em) + "\">";
        ends.push_back(next->end);
      }
      write_piece(text, piece);
      for (; !ends.empty() && ends.back() <= piece.end; ends.pop_back()) out_ += "</span>";
    }
  }

  void write_piece(const layout::InlineText& text, const layout::InlineText::Piece& piece) {
    if (!piece.url.empty()) begin("a", "href", piece.url, piece.language);
    if (!piece.datetime.empty()) begin("time", "datetime", piece.datetime, {});
    const bool own = !piece.language.empty() && piece.url.empty();
    if (own) begin("span", "lang", piece.language, {});
    if (piece.strong) out_ += "<strong>";
    if (piece.emphasis) out_ += "<em>";
    append_text(out_, text.text().substr(piece.begin, piece.end - piece.begin));
    if (piece.emphasis) out_ += "</em>";
    if (piece.strong) out_ += "</strong>";
    if (own) out_ += "</span>";
    if (!piece.datetime.empty()) out_ += "</time>";
    if (!piece.url.empty()) out_ += "</a>";
  }

  void begin(std::string_view tag, std::string_view attribute, std::string_view value,
             std::string_view language) {
    out_ += '<';
    out_ += tag;
    append_attribute(out_, attribute, value);
    if (!language.empty()) append_attribute(out_, "lang", language);
    out_ += '>';
  }

  [[nodiscard]] const Room& room_in(BoxIndex parent) const {
    if (parent < 0) return kBodyRoom;
    if (at(parent).part == layout::Part::Gallery)
      return in_columns_ ? kAsideRoom : outline_.spreads ? kSpreadRoom : kSlideRoom;
    if (at(parent).look == Look::Video) return kVideoRoom;
    return at(parent).look == Look::Lead ? kLeadRoom : kBodyRoom;
  }

  void write_picture(const Box& box, BoxIndex parent) {
    const bool lead = parent >= 0 && at(parent).look == Look::Lead;
    const layout::Picture& picture = outline_.page.pictures[static_cast<std::size_t>(box.picture)];
    const document::Photo* photo = picture.photo;
    const std::string sizes = photo != nullptr ? sizes_in(room_in(parent), *photo) : std::string();
    const std::size_t offers = photo != nullptr ? write_offers(*photo, sizes) : 0;
    out_ += "<img";
    const bool tall = photo != nullptr && photo->width > 0 && photo->height > photo->width;
    write_class(tall ? "tall" : class_of(box));
    append_attribute(out_, "src", picture.src);
    if (photo != nullptr) write_plain_candidates(*photo, sizes);
    const int width = photo != nullptr ? photo->width : static_cast<int>(box.frame.width.value);
    const int height = photo != nullptr ? photo->height : static_cast<int>(box.frame.height.value);
    if (width > 0 && height > 0) {
      append_attribute(out_, "width", std::to_string(width));
      append_attribute(out_, "height", std::to_string(height));
    }
    append_attribute(out_, "alt", box.decorative ? std::string_view() : box.name);
    if (!lead && box.look != Look::SiteLogo) out_ += " loading=\"lazy\"";
    out_ += '>';
    if (offers > 0) out_ += "</picture>";
  }

  static bool is_plain(const document::PictureSource& source) {
    return std::ranges::find(kPlainTypes, source.type) != std::end(kPlainTypes);
  }

  void write_candidate(std::string_view src, int width, bool& first) {
    if (!first) out_ += ", ";
    first = false;
    append_candidate(out_, src);
    out_ += ' ';
    out_ += std::to_string(width);
    out_ += 'w';
  }

  void begin_candidates() { out_ += " srcset=\""; }
  void end_candidates(std::string_view sizes) {
    out_ += '"';
    append_attribute(out_, "sizes", sizes);
  }

  /// Sources of types that not every browser shows, a `source` for each type, in a `picture`.
  /// @return how many.
  std::size_t write_offers(const document::Photo& photo, std::string_view sizes) {
    std::vector<std::string_view> types;
    for (const document::PictureSource& source : photo.sources)
      if (types.size() < kMostTypes && !is_plain(source) &&
          std::ranges::find(types, source.type) == types.end())
        types.push_back(source.type);
    if (!types.empty()) out_ += "<picture>";
    for (const std::string_view type : types) {
      out_ += "<source";
      append_attribute(out_, "type", type);
      begin_candidates();
      bool first = true;
      for (const document::PictureSource& source : photo.sources)
        if (source.type == type) write_candidate(source.src, source.width, first);
      end_candidates(sizes);
      out_ += '>';
    }
    return types.size();
  }

  void write_plain_candidates(const document::Photo& photo, std::string_view sizes) {
    bool first = true;
    bool own = photo.width <= 0;
    for (const document::PictureSource& source : photo.sources) {
      if (!is_plain(source)) continue;
      if (first) begin_candidates();
      write_candidate(source.src, source.width, first);
      own = own || source.src == photo.src;
    }
    if (first) return;
    if (!own) write_candidate(photo.src, photo.width, first);
    end_candidates(sizes);
  }

  const Outline& outline_;
  const std::vector<Box>& boxes_;
  const layout::PageStyle& style_;
  std::string out_;
  std::vector<Element> open_;
  /// By box: the element that its children stand in.
  std::vector<BoxIndex> holders_;
  std::vector<std::string_view> tab_languages_;  ///< of the labels of the last row
  bool in_columns_;
  int level_ = 1;  ///< of the last heading
};

}  // namespace

std::string html_of(const Outline& outline, const layout::PageStyle& style) {
  return HtmlWriter(outline, style).write();
}

}  // namespace article::prerender
