#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/member_reader.h"

namespace article::document {

inline constexpr std::size_t kMaxPhotos = 500;
inline constexpr std::size_t kMaxSources = 50;   ///< of a photo
inline constexpr std::size_t kMaxCredits = 100;  ///< bylines, or credits
inline constexpr std::size_t kMaxNames = 200;    ///< of a credit
inline constexpr std::size_t kMaxListItems = 5'000;
inline constexpr std::size_t kMaxRuns = 20'000;

/// Reads what articles are made of: the schema's definitions `text`, `link`,
/// `credit`, `photo` and `block`. What cannot be shown is `std::nullopt`, or
/// left out of its list, and a problem tells why.
///
/// `object` and `name` name a member; a `node` is the value at `in`'s current
/// place. Counts photos, items of lists and runs, and knows slots, over a whole document.
class ContentReader {
 public:
  using Node = MemberReader::Node;

  /// @param in, refused_types (a line each) viewed, must outlive the reader.
  ContentReader(MemberReader& in, std::string_view refused_types)
      : in_(in), refused_types_(refused_types) {}

  [[nodiscard]] std::optional<Link> link(Node node);
  [[nodiscard]] std::optional<Link> link(Node object, std::string_view name);
  [[nodiscard]] std::vector<Credit> credits(Node object, std::string_view name);
  /// @param node null where it is absent, which is no problem.
  [[nodiscard]] std::optional<Photo> photo(Node node);
  [[nodiscard]] std::optional<Photo> photo(Node object, std::string_view name);
  /// Reads a block into `out`. @return whether it can be shown.
  [[nodiscard]] bool block(Node node, Block& out);

 private:
  /// @param most characters
  Text text(Node node, std::size_t most = kMaxTextCharacters);
  Text text_member(Node object, std::string_view name, std::size_t most);
  std::optional<Name> name(Node node);
  void sources(Node node, Photo& photo);
  [[nodiscard]] bool is_shown(const PictureSource& source) const;
  std::optional<BlockType> block_type(Node node);
  int heading_level(Node node);
  // Each reads into `out`. @return whether it can be shown.
  bool texts(Node node, Block& out);
  bool list(Node node, Block& out);
  bool video(Node node, Block& out);
  bool photo_block(Node node, Block& out);
  bool slot(Node node, Block& out);

  MemberReader& in_;
  std::string_view refused_types_;
  std::size_t photos_ = 0;
  std::size_t list_items_left_ = kMaxListItems;
  std::size_t runs_left_ = kMaxRuns;
  /// Of slots, those behind the parts first.
  std::vector<std::string_view> slots_{std::begin(kPartSlots), std::end(kPartSlots)};
};

}  // namespace article::document
