#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/member_reader.h"

namespace article::document {

inline constexpr std::size_t kMaxPhotos = 500;

/// Reads what articles are made of: the schema's definitions `text`, `link`,
/// `credit`, `photo` and `block`. What cannot be shown is `std::nullopt`, or
/// left out of its list, and a problem tells why.
///
/// `object` and `name` name a member; a `node` is the value at `in`'s current
/// place. Counts photos over a whole document.
class ContentReader {
 public:
  using Node = MemberReader::Node;

  /// @param in viewed, must outlive the reader.
  explicit ContentReader(MemberReader& in) : in_(in) {}

  [[nodiscard]] std::optional<Link> link(Node node);
  [[nodiscard]] std::optional<Link> link(Node object, std::string_view name);
  [[nodiscard]] std::vector<Credit> credits(Node object, std::string_view name);
  /// @param node null where it is absent, which is no problem.
  [[nodiscard]] std::optional<Photo> photo(Node node);
  [[nodiscard]] std::optional<Photo> photo(Node object, std::string_view name);
  [[nodiscard]] std::optional<Block> block(Node node);

 private:
  Text text(Node node);
  Text text_member(Node object, std::string_view name);
  std::optional<Name> name(Node node);
  void sources(Node node, Photo& photo);
  /// One of the types that we know, or "".
  std::string_view block_type(Node node);
  int heading_level(Node node);
  std::optional<Block> list(Node node);
  std::optional<Block> video(Node node);

  MemberReader& in_;
  std::size_t photos_ = 0;
};

}  // namespace article::document
