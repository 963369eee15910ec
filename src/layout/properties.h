#pragma once

#include <array>
#include <cstddef>
#include <string_view>

/// The numbers of the design that a page may change, by CSS custom properties; the table is
/// assets/themes/properties.json, which its README explains.
namespace article::layout {

/// A row of the table. Lengths are CSS px of a page with 17 px body text.
struct PropertyRow {
  std::string_view name;
  std::string_view kind;
  double least = 0;
  double most = 0;
  double value = -1;
  double wide = -1;     ///< from 600 wide, where that differs
  double columns = -1;  ///< in two columns
  double han = -1;      ///< in Chinese, but not in two columns
  std::string_view choices = {};
  std::string_view role = {};
  std::string_view standard = {};
  std::string_view said = {};
};

/// Only for what is computed when it is compiled: what is said of a property is in no program.
inline constexpr PropertyRow kPropertyRows[] = {
#include "themes/properties.inc"
};

inline constexpr std::size_t kProperties = std::size(kPropertyRows);

/// What a page has set, by row: of a length CSS px of a page with 17 px body text; less than 0:
/// nothing.
using OwnValues = std::array<float, kProperties>;
[[nodiscard]] constexpr OwnValues no_own_values() {
  OwnValues values{};
  values.fill(-1);
  return values;
}

/// A row's number and defaults.
struct Property {
  std::size_t row;
  float value;
  float wide;
  float columns;
  float han;
};

/// @param name as in the table: another one does not compile
consteval Property property(std::string_view name) {
  std::size_t row = 0;
  while (kPropertyRows[row].name != name) ++row;
  const PropertyRow& found = kPropertyRows[row];
  return {row, static_cast<float>(found.value), static_cast<float>(found.wide),
          static_cast<float>(found.columns), static_cast<float>(found.han)};
}

}  // namespace article::layout
