#include "document/content_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace article::document {
namespace {

using Items = MemberReader::Items;
using At = MemberReader::At;

constexpr double kMaxDuration_s = 1e9;
constexpr double kMaxSlotHeight = 1e6;

}  // namespace

// --- Text

Text ContentReader::text(Node node, std::size_t most) {
  Text out;
  WhiteSpace white_space(most);
  const auto keep = [&](TextRun run) {
    if (!run.text.empty()) out.push_back(run);
  };
  const auto keep_plain = [&](Node plain) {
    TextRun run;
    run.text = in_.run_of(plain, white_space);
    keep(run);
  };
  if (node != nullptr && (node->kind == JsonKind::String || node->kind == JsonKind::Number)) {
    keep_plain(node);
  } else if (node == nullptr || node->kind == JsonKind::True || node->kind == JsonKind::False) {
    in_.error(node, "a string or an array of runs");
  } else {
    Items runs(in_, node, Need::Required, runs_left_, "runs");
    while (const Node item = runs.next()) {
      --runs_left_;
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
      if (!run.url.empty()) run.text = in_.closed(run.text);
      keep(run);
    }
  }
  if (!out.empty() && out.back().text.ends_with(' ')) {
    out.back().text.remove_suffix(1);
    if (out.back().text.empty()) out.pop_back();
  }
  return out;
}

Text ContentReader::text_member(Node object, std::string_view name, std::size_t most) {
  const At at(in_, name);
  const Node node = in_.find(object, name);
  Text out = text(node, most);
  const bool told = node == nullptr || node->kind == JsonKind::True ||
                    node->kind == JsonKind::False || in_.text_is_cut();
  if (out.empty() && !told) in_.warn("no text", "text");
  return out;
}

// --- Links and credits

std::optional<Link> ContentReader::link(Node node) {
  if (node != nullptr && node->kind == JsonKind::String) {
    in_.warn(node, "an object with label and url; taken as its label");
    return Link{in_.text_of(node), {}};
  }
  node = in_.object_of(node, "an object with label and url");
  if (node == nullptr) return std::nullopt;
  Link out{in_.text(node, "label", Need::Required), in_.url(node, "url", UrlUse::Link)};
  if (out.label.empty()) return std::nullopt;
  return out;
}

std::optional<Link> ContentReader::link(Node object, std::string_view name) {
  const At at(in_, name);
  return link(in_.find(object, name));
}

std::optional<Name> ContentReader::name(Node node) {
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

std::vector<Credit> ContentReader::credits(Node object, std::string_view member) {
  std::vector<Credit> out;
  Items items(in_, object, member, Need::Optional, kMaxCredits, "credits");
  while (Node item = items.next()) {
    Credit credit;
    if (item->kind == JsonKind::String) {
      in_.warn(item, "an object with names; taken as a name");
      credit.names.push_back({in_.text_of(item), {}, {}});
    } else {
      item = in_.object_of(item, "an object with role and names");
      if (item == nullptr) continue;
      credit.role = in_.text(item, "role");
      Items names(in_, item, "names", Need::Required, kMaxNames, "names");
      while (const Node node = names.next()) {
        if (std::optional<Name> read = name(node)) credit.names.push_back(*read);
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

void ContentReader::sources(Node node, Photo& photo) {
  Items items(in_, node, "sources", Need::Optional, kMaxSources, "sources");
  while (Node item = items.next()) {
    item = in_.object_of(item, "an object with src and width");
    if (item == nullptr) continue;
    PictureSource source;
    source.src = in_.url(item, "src", UrlUse::Picture, Need::Required);
    source.width = in_.pixels(item, "width", Need::Required);
    source.type = in_.token(item, "type");
    if (!source.src.empty() && source.width > 0) photo.sources.push_back(source);
  }
}

bool ContentReader::is_shown(const PictureSource& source) const {
  for (std::string_view rest = refused_types_; !rest.empty();) {
    const std::string_view type = rest.substr(0, rest.find('\n'));
    if (type == source.type) return false;
    rest.remove_prefix(std::min(type.size() + 1, rest.size()));
  }
  return true;
}

std::optional<Photo> ContentReader::photo(Node node) {
  if (node == nullptr) return std::nullopt;
  if (photos_ == kMaxPhotos) {
    in_.error("more than 500 photos", "500 at most in a document; the rest is left out");
    ++photos_;
  }
  if (photos_ > kMaxPhotos) return std::nullopt;

  Photo out;
  if (node->kind == JsonKind::String) {
    in_.warn(node, "an object with src; taken as its src");
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
    // Where none can be shown one of them is tried.
    const auto width = [&](const PictureSource& s) { return is_shown(s) ? s.width : 0; };
    out.src = std::ranges::max_element(out.sources, {}, width)->src;
  }
  std::erase_if(out.sources, [&](const PictureSource& source) { return !is_shown(source); });
  if (out.src.empty() && out.caption.empty()) {
    if (!in_.text_is_cut()) in_.error("a photo without src and caption", "one of them");
    return std::nullopt;
  }
  ++photos_;
  return out;
}

std::optional<Photo> ContentReader::photo(Node object, std::string_view member) {
  const At at(in_, member);
  return photo(in_.find(object, member));
}

// --- Blocks

int ContentReader::heading_level(Node node) {
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

bool ContentReader::texts(Node node, Block& out) {
  out.text = text_member(node, "text",
                         out.type == BlockType::Paragraph ? kMaxCharacters : kMaxTextCharacters);
  if (out.type == BlockType::Heading) out.level = heading_level(node);
  return !out.text.empty();
}

bool ContentReader::list(Node node, Block& out) {
  out.ordered = in_.flag(node, "ordered");
  Items items(in_, node, "items", Need::Required, list_items_left_, "items of lists");
  while (const Node item = items.next()) {
    --list_items_left_;
    Text read = text(item);
    if (!read.empty()) out.items.push_back(std::move(read));
  }
  if (!out.items.empty()) return true;
  if (!in_.text_is_cut()) in_.warn("a list without items", "one at least; it is left out");
  return false;
}

bool ContentReader::video(Node node, Block& out) {
  out.url = in_.url(node, "url", UrlUse::Link, Need::Required);
  out.title = in_.text(node, "title");
  out.duration_s =
      in_.number(node, "duration", {0, kMaxDuration_s, false, "a number of seconds"}).value_or(0);
  out.photo = photo(node, "poster");
  if (!out.url.empty()) return true;
  // What remains of a video that cannot be reached is its poster.
  if (!out.photo) return false;
  out.type = BlockType::Photo;
  if (out.photo->caption.empty()) out.photo->caption = out.title;
  return true;
}

bool ContentReader::photo_block(Node node, Block& out) {
  const At at(in_, "photo");
  const Node found = in_.find(node, "photo");
  if (found == nullptr) in_.error("nothing", "an object with src or caption");
  out.photo = photo(found);
  return out.photo.has_value();
}

bool ContentReader::slot(Node node, Block& out) {
  constexpr MemberReader::Range kHeight{0, kMaxSlotHeight, false, "a number from 0 to 1,000,000"};
  out.height = static_cast<float>(in_.number(node, "height", kHeight).value_or(0));
  const At at(in_, "name");
  const Node found = in_.find(node, "name");
  out.name = in_.token_of(found);
  const bool told = found != nullptr && found->kind != JsonKind::String && out.name.empty();
  if (out.name.empty()) {
    if (!told) in_.error("no name", "a slot's name");
    return false;
  }
  // Of slots with one name HTML fills the first.
  if (std::ranges::find(slots_, out.name) != slots_.end()) {
    in_.error(found, "a name that no other slot has");
    return false;
  }
  slots_.push_back(out.name);
  return true;
}

std::optional<BlockType> ContentReader::block_type(Node node) {
  constexpr std::string_view kTypes[] = {"paragraph", "quote", "heading", "list",
                                         "photo",     "video", "rule",    "slot"};  // as BlockType
  const At at(in_, "type");
  const Node type = in_.find(node, "type");
  if (type != nullptr && type->kind == JsonKind::String) {
    const auto known = std::ranges::find(kTypes, in_.tree().text(*type));
    if (known != std::end(kTypes)) return static_cast<BlockType>(known - std::begin(kTypes));
  }
  in_.error(type, "paragraph, heading, quote, list, photo, video, rule or slot");
  return std::nullopt;
}

bool ContentReader::block(Node node, Block& out) {
  if (node->kind == JsonKind::String) {
    in_.warn(node, "an object with a type; taken as a paragraph");
    out.type = BlockType::Paragraph;
    out.text = text(node, kMaxCharacters);
    return !out.text.empty();
  }
  node = in_.object_of(node, "an object with a type");
  if (node == nullptr) return false;

  const std::optional<BlockType> type = block_type(node);
  if (!type) return false;
  out.type = *type;
  switch (*type) {
    case BlockType::Paragraph:
    case BlockType::Quote:
    case BlockType::Heading:
      return texts(node, out);
    case BlockType::List:
      return list(node, out);
    case BlockType::Photo:
      return photo_block(node, out);
    case BlockType::Video:
      return video(node, out);
    case BlockType::Rule:
      return true;
    case BlockType::Slot:
      return slot(node, out);
  }
  return false;
}

}  // namespace article::document
