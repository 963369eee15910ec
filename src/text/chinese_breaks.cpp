#include "text/chinese_breaks.h"

#include <algorithm>
#include <string_view>

#include "text/characters.h"
#include "text/paragraph.h"
#include "text/standard_breaks.h"

namespace article::text {
namespace {

// Units that are written after a space; `8 km` is whole.
constexpr std::u32string_view kUnits[] = {
    U"%",   U"‰",  U"°",  U"°C",  U"°F",  U"℃",    U"℉",    U"m",   U"km",  U"cm",   U"mm",
    U"μm",  U"µm", U"nm", U"m²",  U"km²", U"cm²",  U"m³",   U"ha",  U"g",   U"kg",   U"mg",
    U"μg",  U"t",  U"s",  U"ms",  U"min", U"h",    U"km/h", U"m/s", U"Hz",  U"kHz",  U"MHz",
    U"GHz", U"W",  U"kW", U"MW",  U"GW",  U"kWh",  U"MWh",  U"V",   U"kV",  U"A",    U"mA",
    U"mAh", U"Ah", U"Ω",  U"J",   U"kJ",  U"N",    U"Pa",   U"kPa", U"MPa", U"hPa",  U"L",
    U"l",   U"mL", U"ml", U"B",   U"KB",  U"kB",   U"MB",   U"GB",  U"TB",  U"Mbps", U"Gbps",
    U"dB",  U"px", U"K",  U"mol", U"cal", U"kcal", U"¥",    U"€",   U"$"};

bool opening_quote(char32_t c) { return c == 0x2018 || c == 0x201C; }
bool closing_quote(char32_t c) { return c == 0x2019 || c == 0x201D; }

/// Marks that UAX #14 lets begin a line after Han and CLREQ does not.
bool begins_no_line(char32_t c) {
  return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF5E || c == 0x301C ||
         c == 0xFF0D || c == 0xFF0F || c == 0x2013 || c == '~';
}

bool unit_at(std::span<const char32_t> characters, std::size_t at) {
  std::size_t end = at;
  while (end < characters.size() && end - at < 6 && characters[end] != ' ' &&
         !is_wide(characters[end]) && mark_of(characters[end], HanRegion::Mainland) == Mark::None &&
         std::u32string_view(U",.;:!?)]}").find(characters[end]) == std::u32string_view::npos)
    ++end;
  const std::u32string_view word(characters.data() + at, end - at);
  return std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
}

}  // namespace

bool is_minus(std::span<const char32_t> characters, std::size_t at) {
  if (at == 0 || !is_han(characters[at - 1])) return true;
  if (is_one_of(U"由从自至到达为是约零在于降跌升涨负低超過從達為約於負漲", characters[at - 1]))
    return true;
  std::size_t end = at + 1;
  while (end < characters.size() && (is_digit(characters[end]) || characters[end] == '.')) ++end;
  return end < characters.size() && is_one_of(U"%‰°℃℉％度米元點点倍分摄攝", characters[end]);
}

Break chinese_break(Break standard, const BreakPlace& place) {
  if (standard == Break::Mandatory || (!place.chinese_before && !place.chinese_after))
    return standard;
  const std::span<const char32_t> text = place.characters;
  const std::size_t at = place.after;
  const char32_t before = text[at - 1];
  const char32_t after = text[at];
  const char32_t next = at + 1 < text.size() ? text[at + 1] : 0;
  const char32_t previous = at > 1 ? text[at - 2] : 0;

  // Dashes and ellipses are whole, however many (CLREQ #id88).
  if (before == after && (before == 0x2014 || before == 0x2026 || before == 0x22EF))
    return Break::Never;

  // Numbers are whole, with sign and unit (CLREQ, line-breaking of numbers).
  if (is_digit(before) && is_digit(after)) return Break::Never;
  if (is_digit(previous) && is_digit(after) &&
      (before == 0xFF0E || before == 0xFF0C || before == 0xFF1A))
    return Break::Never;
  if (before == ' ' && is_digit(previous) && unit_at(text, at)) return Break::Never;
  if (after == '-' && is_digit(next) &&
      (is_han(before) || mark_of(before, HanRegion::Mainland) == Mark::Stop))
    return is_minus(text, at) ? Break::Allowed : Break::Never;
  // One dash is a range's, a route's or a name's (GB/T 15834 4.13), two are a pause.
  if (after == 0x2014 && next != 0x2014 && before != 0x2014 && before != ' ') return Break::Never;

  // Quotation marks: UAX #14 cannot tell which side they are on (QU), the
  // run's language can. As brackets, for which the standard is asked again.
  const bool quote_before =
      place.chinese_before && (opening_quote(before) || closing_quote(before));
  const bool quote_after = place.chinese_after && (opening_quote(after) || closing_quote(after));
  if (quote_before || quote_after) {
    // An apostrophe stays in its word, a quote at its space.
    if (is_letter_or_digit(quote_before ? previous : before) &&
        is_letter_or_digit(quote_before ? after : next) &&
        (quote_before ? before : after) == 0x2019)
      return standard;
    if (before == ' ' || after == ' ') return standard;
    const auto bracket = [](char32_t c) {
      return opening_quote(c) ? char32_t{0x300C} : closing_quote(c) ? char32_t{0x300D} : c;
    };
    return standard_break(quote_before ? bracket(before) : before,
                          quote_after ? bracket(after) : after);
  }

  if (begins_no_line(after) && standard == Break::Allowed && before != ' ') return Break::Never;
  return standard;
}

}  // namespace article::text
