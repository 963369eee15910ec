#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "document/string_pool.h"

/// The article document as the core sees it: what the JSON said, with all
/// that was unsound left out. Strings are valid UTF-8, views of the document's
/// own pool; URLs are absolute (or
/// as given where there was no base to resolve them against), "" is none.
namespace article::document {

/// A point of a photo that a crop keeps, as shares of its width and height.
struct FocusPoint {
  float x = 0.5F;
  float y = 0.5F;
  bool operator==(const FocusPoint&) const = default;
};

struct PictureSource {
  std::string_view src;
  int width = 0;  ///< pixels, > 0
  std::string_view type;
};

/// With no `src`, a photo of which only the caption is known.
struct Photo {
  std::string_view src;
  std::vector<PictureSource> sources;
  int width = 0;   ///< pixels of `src`; 0 unknown
  int height = 0;  ///< pixels of `src`; 0 unknown
  std::string_view alt;
  std::string_view caption;
  std::string_view credit;
  FocusPoint focus;
  std::string_view url;
};

struct Link {
  std::string_view label;
  std::string_view url;  ///< "" where the label is only text
};

/// A point in time as it was written, in its own offset, never converted.
struct Time {
  /// A valid HTML `datetime` value: a date, or date, clock and, where one was given, offset.
  char iso[28] = {};
};

struct Name {
  std::string_view name;
  std::string_view title;
  std::string_view url;
};

struct Credit {
  std::string_view role;
  std::vector<Name> names;
};

/// A stretch of text of one style.
struct TextRun {
  std::string_view text;
  bool strong = false;
  bool emphasis = false;
  std::string_view language;  ///< BCP 47; "" is the document's
  std::string_view url;
};
using Text = std::vector<TextRun>;

enum class BlockType { Paragraph, Quote, Heading, List, Photo, Video, Rule, Slot };

/// The slots that stand behind card, gallery and rankings.
inline constexpr std::string_view kPartSlots[] = {"after-card", "after-gallery", "after-rankings"};

/// A block of the body. One type for all kinds, with the members that the
/// schema gives to each: it moves and goes as one (2 KB less WebAssembly than
/// a variant).
struct Block {
  BlockType type = BlockType::Rule;
  Text text;                   ///< of paragraph, quote and heading
  int level = 2;               ///< of a heading
  bool ordered = false;        ///< of a list
  std::vector<Text> items;     ///< of a list
  std::optional<Photo> photo;  ///< of a photo; a video's poster
  std::string_view url;        ///< of a video
  std::string_view title;
  double duration_s = 0;  ///< of a video; 0 unknown
  std::string_view name;  ///< of a slot: not "", no other slot's
  float height = 0;       ///< that a slot reserves, CSS px
};

struct Site {
  std::string_view name;
  std::string_view url;
  std::string_view logo;
  std::optional<Link> login;
  std::optional<Link> edition;
};

struct Article {
  std::string_view id;
  std::string_view url;
  std::string_view kicker;
  std::string_view headline;
  std::string_view summary;
  std::optional<Time> published;
  std::optional<Time> updated;
  std::optional<Link> source;
  std::vector<Credit> bylines;
  std::optional<Photo> lead;
  std::vector<Block> body;
  std::vector<Credit> credits;
  std::vector<Link> tags;
};

struct Gallery {
  std::string_view title;
  std::vector<Photo> photos;
};

struct RankingItem {
  std::string_view title;
  std::string_view url;
  std::optional<std::int64_t> views;
};

struct RankingTab {
  std::string_view id;
  std::string_view label;
  std::optional<Link> more;
  std::vector<RankingItem> items;
};

struct Rankings {
  std::string_view title;
  std::string_view selected;  ///< id of a tab that exists, or ""
  std::vector<RankingTab> tabs;
};

struct Comment {
  std::string_view author;
  std::string_view avatar;
  std::optional<Time> published;
  std::string_view text;
  std::optional<std::int64_t> likes;
};

struct Comments {
  std::string_view title;
  std::optional<std::int64_t> total;
  std::optional<std::int64_t> participants;
  std::optional<Link> write;
  std::optional<Link> more;
  std::string_view empty;
  std::vector<Comment> hot;
  std::vector<Comment> latest;
};

/// At least one of the four parts is there.
struct Document {
  StringPool strings;         ///< what all views below are of
  std::string_view language;  ///< BCP 47; "" where the document has none
  std::optional<Site> site;
  std::optional<Article> article;
  std::optional<Gallery> gallery;
  std::optional<Rankings> rankings;
  std::optional<Comments> comments;
};

}  // namespace article::document
