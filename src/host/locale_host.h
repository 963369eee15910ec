#pragma once

#include <string>
#include <string_view>

/// What the core asks of its host about languages: how the platform writes times and
/// numbers, by its own data (CLDR).
namespace article::host {

class LocaleHost {
 public:
  virtual ~LocaleHost() = default;

  /// A date, or date and clock, in the language's medium form.
  /// @param time     as HTML's `datetime` has it, `2023-03-12` or
  ///                 `2023-03-12T09:56:00+08:00`: not converted, seconds and offset are not shown
  /// @param language BCP 47, canonical
  /// @return "" where the host knows no such language.
  [[nodiscard]] virtual std::string format_time(std::string_view time,
                                                std::string_view language) = 0;

  /// A whole number in the language's digits and grouping.
  /// @param number   decimal digits
  /// @param language BCP 47, canonical; in one that the host does not know, and in "", as in
  /// English.
  [[nodiscard]] virtual std::string format_number(std::string_view number,
                                                  std::string_view language) = 0;
};

}  // namespace article::host
