#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The article document as the core sees it: what the JSON said, with all
/// that was unsound left out. Strings are valid UTF-8; URLs are absolute (or
/// as given where there was no base to resolve them against), "" is none.
namespace article::document {

/// A point of a photo that a crop keeps, as shares of its width and height.
struct FocusPoint {
  float x = 0.5F;
  float y = 0.5F;
  bool operator==(const FocusPoint&) const = default;
};

struct PictureSource {
  std::string src;
  int width = 0;  ///< pixels, > 0
  std::string type;
};

/// With no `src`, a photo of which only the caption is known.
struct Photo {
  std::string src;
  std::vector<PictureSource> sources;
  int width = 0;   ///< pixels of `src`; 0 unknown
  int height = 0;  ///< pixels of `src`; 0 unknown
  std::string alt;
  std::string caption;
  std::string credit;
  FocusPoint focus;
  std::string url;
};

struct Link {
  std::string label;
  std::string url;  ///< "" where the label is only text
};

/// A point in time as it was written, in its own offset, never converted.
struct Time {
  int year = 0;
  int month = 1;
  int day = 1;
  bool has_clock = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  /// Minutes east of UTC where an offset was given.
  std::optional<int> offset_minutes;
  /// A valid HTML `datetime` value.
  std::string iso;
};

struct Name {
  std::string name;
  std::string title;
  std::string url;
};

struct Credit {
  std::string role;
  std::vector<Name> names;
};

/// A stretch of text of one style.
struct TextRun {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  std::string language;  ///< BCP 47; "" is the document's
  std::string url;
};
using Text = std::vector<TextRun>;

struct Paragraph {
  Text text;
};
struct Quote {
  Text text;
};
struct Heading {
  int level = 2;
  Text text;
};
struct List {
  bool ordered = false;
  std::vector<Text> items;
};
struct PhotoBlock {
  Photo photo;
};
struct Video {
  std::string url;
  std::string title;
  double duration_s = 0;  ///< 0 unknown
  std::optional<Photo> poster;
};
struct Rule {};
using Block = std::variant<Paragraph, Quote, Heading, List, PhotoBlock, Video, Rule>;

struct Site {
  std::string name;
  std::string url;
  std::string logo;
  std::optional<Link> login;
  std::optional<Link> edition;
};

struct Article {
  std::string id;
  std::string url;
  std::string kicker;
  std::string headline;
  std::string summary;
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
  std::string title;
  std::vector<Photo> photos;
};

struct RankingItem {
  std::string title;
  std::string url;
  std::optional<std::int64_t> views;
};

struct RankingTab {
  std::string id;
  std::string label;
  std::optional<Link> more;
  std::vector<RankingItem> items;
};

struct Rankings {
  std::string title;
  std::string selected;  ///< id of a tab that exists, or ""
  std::vector<RankingTab> tabs;
};

struct Comment {
  std::string author;
  std::string avatar;
  std::optional<Time> published;
  std::string text;
  std::optional<std::int64_t> likes;
};

struct Comments {
  std::string title;
  std::optional<std::int64_t> total;
  std::optional<std::int64_t> participants;
  std::optional<Link> write;
  std::optional<Link> more;
  std::string empty;
  std::vector<Comment> hot;
  std::vector<Comment> latest;
};

/// At least one of the four parts is there.
struct Document {
  std::string language;  ///< BCP 47; "" where the document has none
  std::optional<Site> site;
  std::optional<Article> article;
  std::optional<Gallery> gallery;
  std::optional<Rankings> rankings;
  std::optional<Comments> comments;
};

}  // namespace article::document
