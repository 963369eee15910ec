#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "document/language.h"
#include "text/item.h"

/// Where lines may end beyond the standard's tables, in any language but Chinese.
namespace article::text {

/// What a run's language asks for; most ask for nothing.
enum class LineHabit : std::uint8_t {
  None,
  Japanese,  ///< small kana and the prolonged sound mark begin no line (JLREQ
             ///< #characters_not_starting_a_line)
  Korean,    ///< lines end between words alone (CSS Text 3 #word-break-property, keep-all)
  Slavic,    ///< a dash begins no line
};

/// @param language none has no habit
[[nodiscard]] LineHabit line_habit(const document::Language& language);

/// The answer before character `at`, > 0, of a run with a habit.
[[nodiscard]] Break habitual_break(Break standard, std::span<const char32_t> characters,
                                   std::size_t at, LineHabit habit);

/// A URL in running text ends a line after `/ . - ? &` and before `%`, never within a number, so
/// that it begins on the line where it is met. All other places of it are closed.
/// @param breaks of `characters`, as `standard_breaks` made them
void break_urls(std::span<const char32_t> characters, std::vector<Break>& breaks);

}  // namespace article::text
