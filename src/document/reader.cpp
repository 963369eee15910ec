#include "document/reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/content_reader.h"
#include "document/json_tree.h"
#include "document/long_paragraphs.h"
#include "document/member_reader.h"
#include "document/steps.h"

namespace article::document {
namespace {

constexpr std::size_t kMaxBytes = 8 * 1024 * 1024;
constexpr std::size_t kMaxBlocks = 2'000;
constexpr std::size_t kMaxTags = 200;
constexpr std::size_t kMaxTabs = 50;
constexpr std::size_t kMaxTabItems = 500;
constexpr std::size_t kMaxComments = 500;

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

/// Reads the parts of the schema, each by the function of its name.
class DocumentReader {
 public:
  DocumentReader(MemberReader& in, std::string_view refused_types)
      : in_(in), content_(in, refused_types) {}

  /// Reads into `out`, whose strings `in` keeps; so do the others. Pauses behind each
  /// block, photo, tab and comment.
  Steps document(Node root, Document& out);

 private:
  void check_version(Node root);
  Steps part(Node root, std::string_view name, Document& out);
  void site(Node node, Site& out);
  Steps article(Node node, Article& out);
  Steps gallery(Node node, Gallery& out);
  std::string_view tab_id(Node node, const std::vector<RankingTab>& before);
  std::optional<RankingTab> tab(Node node, const std::vector<RankingTab>& before);
  std::vector<RankingItem> tab_items(Node node);
  Steps rankings(Node node, Rankings& out);
  Steps comment_list(Node object, std::string_view name, std::vector<Comment>& out);
  Steps comments(Node node, Comments& out);

  MemberReader& in_;
  ContentReader content_;
};

void DocumentReader::site(Node node, Site& out) {
  out.name = in_.text(node, "name");
  out.url = in_.url(node, "url", UrlUse::Link);
  out.logo = in_.url(node, "logo", UrlUse::Picture);
  out.login = content_.link(node, "login");
  out.edition = content_.link(node, "edition");
}

Steps DocumentReader::article(Node node, Article& out) {
  out.id = in_.token(node, "id");
  out.url = in_.url(node, "url", UrlUse::Link);
  out.kicker = in_.text(node, "kicker");
  out.headline = in_.text(node, "headline", Need::Required);
  out.summary = in_.text(node, "summary");
  out.published = in_.time(node, "published");
  out.updated = in_.time(node, "updated");
  out.source = content_.link(node, "source");
  out.bylines = content_.credits(node, "bylines");
  out.lead = content_.photo(node, "lead");
  {
    Items items(in_, node, "body", Need::Optional, kMaxBlocks, "blocks");
    while (const Node item = items.next()) {
      if (!content_.block(item, out.body.emplace_back())) {
        out.body.pop_back();
      } else if (const std::size_t count = split_long_paragraph(out.body); count > 1) {
        in_.warn("a paragraph of more than 5,000 characters",
                 "that at most; shown as " + std::to_string(count) + " paragraphs");
      }
      co_yield {};
    }
  }
  out.credits = content_.credits(node, "credits");
  Items tags(in_, node, "tags", Need::Optional, kMaxTags, "tags");
  while (const Node item = tags.next()) {
    if (item->kind == JsonKind::Object) {
      if (std::optional<Link> read = content_.link(item)) out.tags.push_back(*read);
    } else if (const std::string_view label = in_.text_of(item); !label.empty()) {
      out.tags.push_back({label, {}});
    }
  }
}

Steps DocumentReader::gallery(Node node, Gallery& out) {
  out.title = in_.text(node, "title");
  Items items(in_, node, "photos", Need::Required);
  while (const Node item = items.next()) {
    if (std::optional<Photo> read = content_.photo(item)) out.photos.push_back(std::move(*read));
    co_yield {};
  }
}

std::string_view DocumentReader::tab_id(Node node, const std::vector<RankingTab>& before) {
  const auto is_free = [&](std::string_view id) {
    return !id.empty() && std::ranges::find(before, id, &RankingTab::id) == before.end();
  };
  const At at(in_, "id");
  const std::string_view given = in_.token_of(in_.find(node, "id"));
  if (is_free(given)) return given;
  std::string id;
  for (std::size_t n = before.size() + 1; !is_free(id); ++n) {
    id = given.empty() ? "tab" : given;
    id += '-';
    id += std::to_string(n);
  }
  in_.warn(given.empty() ? "no id" : "the id of another tab", "an id of its own; one is made");
  return in_.strings().keep(id);
}

std::vector<RankingItem> DocumentReader::tab_items(Node node) {
  std::vector<RankingItem> out;
  Items items(in_, node, "items", Need::Required, kMaxTabItems, "items");
  while (Node item = items.next()) {
    RankingItem read;
    if (item->kind == JsonKind::String) {
      in_.warn(item, "an object with a title; taken as its title");
      read.title = in_.text_of(item);
    } else {
      item = in_.object_of(item, "an object with a title");
      if (item == nullptr) continue;
      read.title = in_.text(item, "title", Need::Required);
      read.url = in_.url(item, "url", UrlUse::Link);
      read.views = in_.count(item, "views");
    }
    if (!read.title.empty()) out.push_back(read);
  }
  return out;
}

std::optional<RankingTab> DocumentReader::tab(Node node, const std::vector<RankingTab>& before) {
  RankingTab out;
  out.id = tab_id(node, before);
  out.label = in_.text(node, "label", Need::Required);
  out.more = content_.link(node, "more");
  out.items = tab_items(node);
  if (out.label.empty() && out.items.empty()) return std::nullopt;
  if (out.label.empty()) out.label = out.id;
  return out;
}

Steps DocumentReader::rankings(Node node, Rankings& out) {
  out.title = in_.text(node, "title");
  {
    Items items(in_, node, "tabs", Need::Required, kMaxTabs, "tabs");
    while (Node item = items.next()) {
      item = in_.object_of(item, "an object with id, label and items");
      if (item == nullptr) continue;
      if (std::optional<RankingTab> read = tab(item, out.tabs))
        out.tabs.push_back(std::move(*read));
      co_yield {};
    }
  }
  const At at(in_, "selected");
  const Node selected = in_.find(node, "selected");
  out.selected = in_.token_of(selected);
  if (!out.selected.empty() &&
      std::ranges::find(out.tabs, out.selected, &RankingTab::id) == out.tabs.end()) {
    in_.warn(selected, "the id of a tab; the first is shown");
    out.selected = {};
  }
}

Steps DocumentReader::comment_list(Node object, std::string_view member,
                                   std::vector<Comment>& out) {
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
    if (!read.text.empty()) out.push_back(read);
    co_yield {};
  }
}

Steps DocumentReader::comments(Node node, Comments& out) {
  out.title = in_.text(node, "title");
  out.total = in_.count(node, "total");
  out.participants = in_.count(node, "participants");
  out.write = content_.link(node, "write");
  out.more = content_.link(node, "more");
  out.empty = in_.text(node, "empty");
  for (Steps steps = comment_list(node, "hot", out.hot); steps.next();) co_yield {};
  for (Steps steps = comment_list(node, "latest", out.latest); steps.next();) co_yield {};
}

void DocumentReader::check_version(Node root) {
  const At at(in_, "version");
  const Node version = in_.find(root, "version");
  if (version == nullptr) return;
  const bool known = version->kind == JsonKind::Number &&
                     (in_.tree().text(*version) == "1" || in_.tree().text(*version) == "1.0");
  if (!known) in_.warn(version, "1; read as that");
}

/// What reads a part into `out`, or nothing where there is none.
Steps DocumentReader::part(Node root, std::string_view name, Document& out) {
  const Node node = in_.object_of(in_.find(root, name));
  if (node == nullptr) return {};
  if (name == "article") return article(node, out.article.emplace());
  if (name == "gallery") return gallery(node, out.gallery.emplace());
  if (name == "rankings") return rankings(node, out.rankings.emplace());
  return comments(node, out.comments.emplace());
}

Steps DocumentReader::document(Node root, Document& out) {
  check_version(root);
  out.language = in_.language(root, "language");
  {
    const At at(in_, "site");
    if (const Node node = in_.object_of(in_.find(root, "site"))) site(node, out.site.emplace());
  }
  for (const std::string_view name : {"article", "gallery", "rankings", "comments"}) {
    const At at(in_, name);
    for (Steps steps = part(root, name, out); steps.next();) co_yield {};
  }
}

void refuse(ReadDocument& out, Refusal refusal, std::string message) {
  out.refusal = refusal;
  out.problems.push_back({Severity::Error, {}, message});
  out.message = std::move(message);
}

/// What reads a document, from the values of its JSON on.
struct Reading {
  Reading(ParsedJson& parsed, const UrlResolver& urls, std::string_view refused_types,
          Document& out)
      : in(parsed.tree, urls, out.strings),
        reader(in, refused_types),
        steps(reader.document(parsed.tree.root(), out)) {}

  MemberReader in;
  DocumentReader reader;
  Steps steps;
};

/// Values that an item has, about.
constexpr std::size_t kValuesOfItem = 200;

}  // namespace

struct DocumentReading::Impl {
  Impl(ReadDocument& into, host::UrlHost& host, std::string_view base_url, std::string_view refused)
      : out(into), urls(host, base_url), refused_types(refused) {}

  ReadDocument& out;
  UrlResolver urls;
  std::string refused_types;
  std::optional<JsonParsing> parsing;
  std::optional<Reading> reading;

  void begin();
  void end();
};

/// All is parsed.
void DocumentReading::Impl::begin() {
  ParsedJson& parsed = parsing->parsed();
  out.problems = std::move(parsed.problems);
  if (!parsed.syntax_error.empty()) {
    refuse(out, Refusal::Json, std::move(parsed.syntax_error));
    return;
  }
  const Node root = parsed.tree.root();
  if (root->kind != JsonKind::Object) {
    const MemberReader in(parsed.tree, urls, out.document.strings);
    refuse(out, Refusal::Document, "found " + in.described(root) + ", expected an object");
    return;
  }
  reading.emplace(parsed, urls, refused_types, out.document);
}

void DocumentReading::Impl::end() {
  std::ranges::move(reading->in.take_problems(), std::back_inserter(out.problems));
  const Document& read = out.document;
  if (!read.article && !read.gallery && !read.rankings && !read.comments) {
    refuse(out, Refusal::Document,
           "found no article, gallery, rankings or comments, expected at least one of them");
  }
}

DocumentReading::DocumentReading(ReadDocument& out, host::UrlHost& urls, std::string_view json,
                                 std::string_view base_url, std::string_view refused_types)
    : impl_(std::make_unique<Impl>(out, urls, base_url, refused_types)) {
  if (json.size() > kMaxBytes)
    refuse(out, Refusal::Document,
           "found " + std::to_string(json.size()) + " bytes, expected 8 MiB at most");
  else
    impl_->parsing.emplace(json, kNames);
}

DocumentReading::~DocumentReading() = default;

bool DocumentReading::step(std::size_t values) {
  Impl& d = *impl_;
  if (d.out.refusal != Refusal::None) return true;
  if (!d.reading) {
    if (!d.parsing->step(values)) return false;
    d.begin();
    return !d.reading;  // else it goes on: both go over all of a long text
  }
  for (std::size_t items = values / kValuesOfItem + 1; items > 0; --items) {
    if (d.reading->steps.next()) continue;
    d.end();
    return true;
  }
  return false;
}

ReadDocument read_document(host::UrlHost& urls, std::string_view json, std::string_view base_url,
                           std::string_view refused_types) {
  ReadDocument out;
  DocumentReading reading(out, urls, json, base_url, refused_types);
  while (!reading.step(SIZE_MAX)) {
  }
  return out;
}

}  // namespace article::document
