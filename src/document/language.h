#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace article::document {

/// A language as a tag names it (BCP 47: RFC 5646 §2.1), in any usual form:
/// subtags of any case, between hyphens or underscores.
///
/// Its own tag is canonical: `zh_hant_cn` is `zh-Hant-CN`; a language that has
/// a shorter or newer name has that (`cmn-Hans` is `zh-Hans`, `iw` is `he`); an
/// extended language stands for itself (`zh-yue` is `yue`). Extensions and
/// private use say nothing of how a text is shown, and are left out. What is
/// not of that form, is longer than 100 bytes, or names no language
/// (`x-private`), has no tag.
///
/// The names are those of assets/languages/aliases.json; web/core/language.js reads
/// tags in the same way.
class Language {
 public:
  Language() = default;
  /// @param written viewed, not kept. Cost: O(its length), and a walk through the names.
  explicit Language(std::string_view written);
  template <std::convertible_to<std::string_view> Text>
  Language(const Text& written) : Language(std::string_view(written)) {}

  /// Canonical; "" where none is named.
  [[nodiscard]] std::string_view tag() const { return tag_; }
  /// "zh", "yue"; in lower case.
  [[nodiscard]] std::string_view name() const { return part(0, name_); }
  /// "Hant"; "" where the tag has none.
  [[nodiscard]] std::string_view script() const { return part(name_ + 1U, script_); }
  /// "TW", "419"; "" where the tag has none.
  [[nodiscard]] std::string_view region() const {
    return part(name_ + (script_ > 0 ? script_ + 2U : 1U), region_);
  }

 private:
  [[nodiscard]] std::string_view part(std::size_t at, std::size_t size) const {
    return size == 0 ? std::string_view() : std::string_view(tag_).substr(at, size);
  }

  std::string tag_;
  unsigned char name_ = 0;  ///< bytes of each part
  unsigned char script_ = 0;
  unsigned char region_ = 0;
};

}  // namespace article::document
