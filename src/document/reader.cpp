#include "document/reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/json_tree.h"
#include "document/member_reader.h"

namespace article::document {
namespace {

constexpr std::size_t kMaxBytes = 8 * 1024 * 1024;
constexpr std::size_t kMaxBlocks = 2'000;
constexpr std::size_t kMaxPhotos = 500;
constexpr std::size_t kMaxTabs = 50;
constexpr std::size_t kMaxTabItems = 500;
constexpr std::size_t kMaxComments = 500;
constexpr double kMaxDuration_s = 1e9;

/// Every member's name in the schema, sorted.
constexpr std::string_view kNames[] = {
    "alt",      "article", "author",   "avatar",    "body",     "bylines",  "caption",
    "comments", "credit",  "credits",  "duration",  "edition",  "emphasis", "empty",
    "focus",    "gallery", "headline", "height",    "hot",      "id",       "items",
    "kicker",   "label",   "language", "latest",    "lead",     "level",    "likes",
    "login",    "logo",    "more",     "name",      "names",    "ordered",  "participants",
    "photo",    "photos",  "poster",   "published", "rankings", "role",     "selected",
    "site",     "source",  "sources",  "src",       "strong",   "summary",  "tabs",
    "tags",     "text",    "title",    "total",     "type",     "updated",  "url",
    "version",  "views",   "width",    "write",     "x",        "y"};
static_assert(std::ranges::is_sorted(kNames) && std::size(kNames) < 255);

using Node = MemberReader::Node;
using Items = MemberReader::Items;
using At = MemberReader::At;

/// Reads the parts of the schema (article.schema.json), each by the function
/// of its name. `std::nullopt` and false: what was read cannot be shown, and a
/// problem tells why.
class DocumentReader {
 public:
  explicit DocumentReader(MemberReader& in) : in_(in) {}

  Document document(Node root);

 private:
  void check_version(Node root);
  Site site(Node node);
  Article article(Node node);
  Gallery gallery(Node node);
  Rankings rankings(Node node);
  std::optional<RankingTab> tab(Node node, const std::vector<RankingTab>& before);
  Comments comments(Node node);
  std::vector<Comment> comment_list(Node object, std::string_view name);
  std::optional<Block> block(Node node);
  /// One of the types that we know, or "".
  std::string_view block_type(Node node);
  int heading_level(Node node);
  std::optional<Block> list(Node node);
  std::optional<Block> video(Node node);
  std::optional<Photo> photo(Node node);
  std::optional<Photo> photo(Node object, std::string_view name);
  void sources(Node node, Photo& photo);
  std::optional<Link> link(Node node);
  std::optional<Link> link(Node object, std::string_view name);
  std::vector<Credit> credits(Node object, std::string_view name);
  std::optional<Name> name(Node node);
  Text text(Node node);
  Text text_member(Node object, std::string_view name);

  MemberReader& in_;
  std::size_t photos_ = 0;
};

// --- Text

Text DocumentReader::text(Node node) {
  Text out;
  WhiteSpace white_space;
  const auto keep = [&](TextRun run) {
    if (!run.text.empty()) out.push_back(std::move(run));
  };
  const auto keep_plain = [&](Node plain) {
    TextRun run;
    run.text = in_.run_of(plain, white_space);
    keep(std::move(run));
  };
  if (node != nullptr && (node->kind == JsonKind::String || node->kind == JsonKind::Number)) {
    keep_plain(node);
  } else if (node == nullptr || node->kind == JsonKind::True || node->kind == JsonKind::False) {
    in_.error(in_.described(node), "a string or an array of runs");
  } else {
    Items runs(in_, node, Need::Required);
    while (const Node item = runs.next()) {
      if (item->kind != JsonKind::Object) {
        keep_plain(item);
        continue;
      }
      TextRun run;
      {
        const At at(in_, "text");
        run.text = in_.run_of(in_.find(item, "text"), white_space);
      }
      run.strong = in_.flag(item, "strong");
      run.emphasis = in_.flag(item, "emphasis");
      run.language = in_.language(item, "language");
      run.url = in_.url(item, "url", UrlUse::Link);
      keep(std::move(run));
    }
  }
  if (!out.empty() && out.back().text.ends_with(' ')) {
    out.back().text.pop_back();
    if (out.back().text.empty()) out.pop_back();
  }
  return out;
}

Text DocumentReader::text_member(Node object, std::string_view name) {
  const At at(in_, name);
  const Node node = in_.find(object, name);
  Text out = text(node);
  const bool told = node == nullptr || node->kind == JsonKind::True ||
                    node->kind == JsonKind::False || in_.text_is_cut();
  if (out.empty() && !told) in_.warn("no text", "text");
  return out;
}

std::optional<Link> DocumentReader::link(Node node) {
  if (node != nullptr && node->kind == JsonKind::String) {
    in_.warn(in_.described(node), "an object with label and url; taken as its label");
    return Link{in_.text_of(node), {}};
  }
  node = in_.object_of(node, "an object with label and url");
  if (node == nullptr) return std::nullopt;
  Link out{in_.text(node, "label", Need::Required), in_.url(node, "url", UrlUse::Link)};
  if (out.label.empty()) return std::nullopt;
  return out;
}

std::optional<Link> DocumentReader::link(Node object, std::string_view name) {
  const At at(in_, name);
  return link(in_.find(object, name));
}

std::optional<Name> DocumentReader::name(Node node) {
  Name out;
  if (node->kind == JsonKind::Object) {
    out.name = in_.text(node, "name", Need::Required);
    out.title = in_.text(node, "title");
    out.url = in_.url(node, "url", UrlUse::Link);
  } else {
    out.name = in_.text_of(node);
  }
  if (out.name.empty()) return std::nullopt;
  return out;
}

std::vector<Credit> DocumentReader::credits(Node object, std::string_view member) {
  std::vector<Credit> out;
  Items items(in_, object, member, Need::Optional);
  while (Node item = items.next()) {
    Credit credit;
    if (item->kind == JsonKind::String) {
      in_.warn(in_.described(item), "an object with names; taken as a name");
      credit.names.push_back({in_.text_of(item), {}, {}});
    } else {
      item = in_.object_of(item, "an object with role and names");
      if (item == nullptr) continue;
      credit.role = in_.text(item, "role");
      Items names(in_, item, "names", Need::Required);
      while (const Node node = names.next()) {
        if (std::optional<Name> read = name(node)) credit.names.push_back(std::move(*read));
      }
    }
    std::erase_if(credit.names, [](const Name& read) { return read.name.empty(); });
    if (!credit.names.empty()) {
      out.push_back(std::move(credit));
    } else if (!in_.text_is_cut()) {
      in_.warn("a credit without a name", "at least one name");
    }
  }
  return out;
}

// --- Photos

void DocumentReader::sources(Node node, Photo& photo) {
  Items items(in_, node, "sources", Need::Optional);
  while (Node item = items.next()) {
    item = in_.object_of(item, "an object with src and width");
    if (item == nullptr) continue;
    PictureSource source;
    source.src = in_.url(item, "src", UrlUse::Picture, Need::Required);
    source.width = in_.pixels(item, "width", Need::Required);
    source.type = in_.token(item, "type");
    if (!source.src.empty() && source.width > 0) photo.sources.push_back(std::move(source));
  }
}

std::optional<Photo> DocumentReader::photo(Node node) {
  if (node == nullptr || MemberReader::is_told(node)) return std::nullopt;
  if (photos_ == kMaxPhotos) {
    in_.error("more than 500 photos", "500 at most in a document; the rest is left out");
    ++photos_;
  }
  if (photos_ > kMaxPhotos) return std::nullopt;

  Photo out;
  if (node->kind == JsonKind::String) {
    in_.warn(in_.described(node), "an object with src; taken as its src");
    out.src = in_.url_of(node, UrlUse::Picture);
  } else {
    node = in_.object_of(node, "an object with src or caption");
    if (node == nullptr) return std::nullopt;
    out.src = in_.url(node, "src", UrlUse::Picture);
    sources(node, out);
    out.width = in_.pixels(node, "width");
    out.height = in_.pixels(node, "height");
    out.alt = in_.text(node, "alt");
    out.caption = in_.text(node, "caption");
    out.credit = in_.text(node, "credit");
    out.url = in_.url(node, "url", UrlUse::Link);
    const At at(in_, "focus");
    if (const Node focus = in_.object_of(in_.find(node, "focus"), "an object with x and y")) {
      constexpr MemberReader::Range kShare{0, 1, false, "a number from 0 to 1"};
      const auto x = in_.number(focus, "x", kShare, Need::Required);
      const auto y = in_.number(focus, "y", kShare, Need::Required);
      out.focus = {static_cast<float>(x.value_or(0.5)), static_cast<float>(y.value_or(0.5))};
    }
  }
  if (out.src.empty() && !out.sources.empty()) {
    in_.warn("sources without src", "src; the widest source takes its place");
    out.src = std::ranges::max_element(out.sources, {}, &PictureSource::width)->src;
  }
  if (out.src.empty() && out.caption.empty()) {
    if (!in_.text_is_cut()) in_.error("a photo without src and caption", "one of them");
    return std::nullopt;
  }
  ++photos_;
  return out;
}

std::optional<Photo> DocumentReader::photo(Node object, std::string_view member) {
  const At at(in_, member);
  return photo(in_.find(object, member));
}

// --- Blocks

int DocumentReader::heading_level(Node node) {
  constexpr std::string_view kExpected = "an integer from 2 to 6";
  const auto read = in_.number(node, "level", {-1e9, 1e9, true, kExpected});
  const int level = static_cast<int>(read.value_or(2));
  const int clamped = std::clamp(level, 2, 6);
  if (clamped != level) {
    const At at(in_, "level");
    in_.warn("the number " + std::to_string(level), kExpected);
  }
  return clamped;
}

std::optional<Block> DocumentReader::list(Node node) {
  List out;
  out.ordered = in_.flag(node, "ordered");
  Items items(in_, node, "items", Need::Required);
  while (const Node item = items.next()) {
    Text read = text(item);
    if (!read.empty()) out.items.push_back(std::move(read));
  }
  if (!out.items.empty()) return out;
  if (!in_.text_is_cut()) in_.warn("a list without items", "one at least; it is left out");
  return std::nullopt;
}

std::optional<Block> DocumentReader::video(Node node) {
  Video out;
  out.url = in_.url(node, "url", UrlUse::Link, Need::Required);
  out.title = in_.text(node, "title");
  out.duration_s =
      in_.number(node, "duration", {0, kMaxDuration_s, false, "a number of seconds"}).value_or(0);
  out.poster = photo(node, "poster");
  if (!out.url.empty()) return out;
  // What remains of a video that cannot be reached is its poster.
  if (!out.poster) return std::nullopt;
  if (out.poster->caption.empty()) out.poster->caption = std::move(out.title);
  return PhotoBlock{std::move(*out.poster)};
}

std::string_view DocumentReader::block_type(Node node) {
  constexpr std::string_view kTypes[] = {"paragraph", "heading", "quote", "list",
                                         "photo",     "video",   "rule"};
  const At at(in_, "type");
  const Node type = in_.find(node, "type");
  if (type != nullptr && type->kind == JsonKind::String) {
    const auto known = std::ranges::find(kTypes, in_.tree().text(*type));
    if (known != std::end(kTypes)) return *known;
  }
  in_.error(in_.described(type), "paragraph, heading, quote, list, photo, video or rule");
  return {};
}

std::optional<Block> DocumentReader::block(Node node) {
  if (node->kind == JsonKind::String) {
    in_.warn(in_.described(node), "an object with a type; taken as a paragraph");
    Text read = text(node);
    if (read.empty()) return std::nullopt;
    return Paragraph{std::move(read)};
  }
  node = in_.object_of(node, "an object with a type");
  if (node == nullptr) return std::nullopt;

  const std::string_view type = block_type(node);
  if (type == "paragraph" || type == "quote" || type == "heading") {
    Text read = text_member(node, "text");
    const int level = type == "heading" ? heading_level(node) : 0;
    if (read.empty()) return std::nullopt;
    if (type == "quote") return Quote{std::move(read)};
    if (type == "heading") return Heading{level, std::move(read)};
    return Paragraph{std::move(read)};
  }
  if (type == "list") return list(node);
  if (type == "video") return video(node);
  if (type == "rule") return Rule{};
  if (type == "photo") {
    const At at(in_, "photo");
    const Node found = in_.find(node, "photo");
    if (found == nullptr) in_.error("nothing", "an object with src or caption");
    if (std::optional<Photo> read = photo(found)) return PhotoBlock{std::move(*read)};
    return std::nullopt;
  }
  return std::nullopt;
}

// --- Parts

Site DocumentReader::site(Node node) {
  Site out;
  out.name = in_.text(node, "name");
  out.url = in_.url(node, "url", UrlUse::Link);
  out.logo = in_.url(node, "logo", UrlUse::Picture);
  out.login = link(node, "login");
  out.edition = link(node, "edition");
  return out;
}

Article DocumentReader::article(Node node) {
  Article out;
  out.id = in_.token(node, "id");
  out.url = in_.url(node, "url", UrlUse::Link);
  out.kicker = in_.text(node, "kicker");
  out.headline = in_.text(node, "headline", Need::Required);
  out.summary = in_.text(node, "summary");
  out.published = in_.time(node, "published");
  out.updated = in_.time(node, "updated");
  out.source = link(node, "source");
  out.bylines = credits(node, "bylines");
  out.lead = photo(node, "lead");
  {
    Items items(in_, node, "body", Need::Optional, kMaxBlocks, "blocks");
    while (const Node item = items.next()) {
      if (std::optional<Block> read = block(item)) out.body.push_back(std::move(*read));
    }
  }
  out.credits = credits(node, "credits");
  Items tags(in_, node, "tags", Need::Optional);
  while (const Node item = tags.next()) {
    if (item->kind == JsonKind::Object) {
      if (std::optional<Link> read = link(item)) out.tags.push_back(std::move(*read));
    } else if (std::string label = in_.text_of(item); !label.empty()) {
      out.tags.push_back({std::move(label), {}});
    }
  }
  return out;
}

Gallery DocumentReader::gallery(Node node) {
  Gallery out;
  out.title = in_.text(node, "title");
  Items items(in_, node, "photos", Need::Required);
  while (const Node item = items.next()) {
    if (std::optional<Photo> read = photo(item)) out.photos.push_back(std::move(*read));
  }
  return out;
}

std::optional<RankingTab> DocumentReader::tab(Node node, const std::vector<RankingTab>& before) {
  RankingTab out;
  const auto taken = [&](const std::string& id) {
    return std::ranges::find(before, id, &RankingTab::id) != before.end();
  };
  out.id = in_.token(node, "id");
  if (out.id.empty() || taken(out.id)) {
    const At at(in_, "id");
    const std::string stem = out.id.empty() ? "tab" : out.id;
    for (std::size_t n = before.size() + 1; out.id.empty() || taken(out.id); ++n) {
      out.id = stem + '-' + std::to_string(n);
    }
    in_.warn(stem == "tab" ? "no id" : "the id of another tab",
             "an id of its own; " + out.id + " is taken");
  }
  out.label = in_.text(node, "label", Need::Required);
  out.more = link(node, "more");
  Items items(in_, node, "items", Need::Required, kMaxTabItems, "items");
  while (Node item = items.next()) {
    RankingItem read;
    if (item->kind == JsonKind::String) {
      in_.warn(in_.described(item), "an object with a title; taken as its title");
      read.title = in_.text_of(item);
    } else {
      item = in_.object_of(item, "an object with a title");
      if (item == nullptr) continue;
      read.title = in_.text(item, "title", Need::Required);
      read.url = in_.url(item, "url", UrlUse::Link);
      read.views = in_.count(item, "views");
    }
    if (!read.title.empty()) out.items.push_back(std::move(read));
  }
  if (out.label.empty() && out.items.empty()) return std::nullopt;
  if (out.label.empty()) out.label = out.id;
  return out;
}

Rankings DocumentReader::rankings(Node node) {
  Rankings out;
  out.title = in_.text(node, "title");
  {
    Items items(in_, node, "tabs", Need::Required, kMaxTabs, "tabs");
    while (Node item = items.next()) {
      item = in_.object_of(item, "an object with id, label and items");
      if (item == nullptr) continue;
      if (std::optional<RankingTab> read = tab(item, out.tabs))
        out.tabs.push_back(std::move(*read));
    }
  }
  const At at(in_, "selected");
  const Node selected = in_.find(node, "selected");
  out.selected = in_.token_of(selected);
  if (!out.selected.empty() &&
      std::ranges::find(out.tabs, out.selected, &RankingTab::id) == out.tabs.end()) {
    in_.warn(in_.described(selected), "the id of a tab; the first is shown");
    out.selected.clear();
  }
  return out;
}

std::vector<Comment> DocumentReader::comment_list(Node object, std::string_view member) {
  std::vector<Comment> out;
  Items items(in_, object, member, Need::Optional, kMaxComments, "comments");
  while (Node item = items.next()) {
    item = in_.object_of(item, "an object with author and text");
    if (item == nullptr) continue;
    Comment read;
    read.author = in_.text(item, "author", Need::Required);
    read.avatar = in_.url(item, "avatar", UrlUse::Picture);
    read.published = in_.time(item, "published");
    read.text = in_.text(item, "text", Need::Required);
    read.likes = in_.count(item, "likes");
    if (!read.text.empty()) out.push_back(std::move(read));
  }
  return out;
}

Comments DocumentReader::comments(Node node) {
  Comments out;
  out.title = in_.text(node, "title");
  out.total = in_.count(node, "total");
  out.participants = in_.count(node, "participants");
  out.write = link(node, "write");
  out.more = link(node, "more");
  out.empty = in_.text(node, "empty");
  out.hot = comment_list(node, "hot");
  out.latest = comment_list(node, "latest");
  return out;
}

void DocumentReader::check_version(Node root) {
  const At at(in_, "version");
  const Node version = in_.find(root, "version");
  if (version == nullptr) return;
  const bool known = version->kind == JsonKind::Number &&
                     (in_.tree().text(*version) == "1" || in_.tree().text(*version) == "1.0");
  if (!known) in_.warn(in_.described(version), "1; read as that");
}

Document DocumentReader::document(Node root) {
  Document out;
  check_version(root);
  out.language = in_.language(root, "language");
  const auto part = [&]<typename T>(std::string_view member, std::optional<T>& into,
                                    T (DocumentReader::*read)(Node)) {
    const At at(in_, member);
    if (const Node node = in_.object_of(in_.find(root, member))) into = (this->*read)(node);
  };
  part("site", out.site, &DocumentReader::site);
  part("article", out.article, &DocumentReader::article);
  part("gallery", out.gallery, &DocumentReader::gallery);
  part("rankings", out.rankings, &DocumentReader::rankings);
  part("comments", out.comments, &DocumentReader::comments);
  return out;
}

ReadDocument& refuse(ReadDocument& out, Refusal refusal, std::string message) {
  out.refusal = refusal;
  out.problems.push_back({Severity::Error, {}, message});
  out.message = std::move(message);
  return out;
}

}  // namespace

ReadDocument read_document(std::string_view json, std::string_view base_url) {
  ReadDocument out;
  if (json.size() > kMaxBytes) {
    return refuse(out, Refusal::Document,
                  "found " + std::to_string(json.size()) + " bytes, expected 8 MiB at most");
  }
  ParsedJson parsed = parse_json(json, kNames);
  out.problems = std::move(parsed.problems);
  if (!parsed.syntax_error.empty()) return refuse(out, Refusal::Json, parsed.syntax_error);

  const std::optional<Url> base = parse_url(base_url, nullptr);
  MemberReader in(parsed.tree, base ? &*base : nullptr);
  const Node root = parsed.tree.root();
  if (root == nullptr || root->kind != JsonKind::Object) {
    return refuse(out, Refusal::Document, "found " + in.described(root) + ", expected an object");
  }
  out.document = DocumentReader(in).document(root);
  std::ranges::move(in.take_problems(), std::back_inserter(out.problems));
  const Document& read = out.document;
  if (!read.article && !read.gallery && !read.rankings && !read.comments) {
    refuse(out, Refusal::Document,
           "found no article, gallery, rankings or comments, expected at least one of them");
  }
  return out;
}

}  // namespace article::document
