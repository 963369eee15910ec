#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "preview/ada_url_host.h"
#include "preview/icu_locale_host.h"

/// The native hosts beside what Node.js makes of the same: tests/hosts/record.js writes that.
namespace article::preview {
namespace {

nlohmann::json recorded(const std::string& name) {
  std::ifstream file(ARTICLE_HOSTS_FOLDER + name);
  return nlohmann::json::parse(file, nullptr, false);
}

/// With plain spaces, of which data differ in kind.
std::string normalised(std::string text) {
  for (const std::string_view space : {"\u00A0", "\u202F"})
    for (std::size_t at = 0; (at = text.find(space)) != std::string::npos;)
      text.replace(at, space.size(), " ");
  return text;
}

TEST(AdaUrlHost, ResolvesAsNodeDoes) {
  AdaUrlHost host;
  const nlohmann::json cases = recorded("urls.json");
  ASSERT_GE(cases.size(), 600U);
  for (const nlohmann::json& c : cases)
    EXPECT_EQ(host.resolve_url(c[0].get<std::string>(), c[1].get<std::string>()),
              c[2].get<std::string>())
        << c[0] << " in " << c[1];
}

TEST(IcuLocaleHost, WritesAsNodeDoes) {
  // What ICU 72 (CLDR 42), which Debian has, writes otherwise than the record's ICU 78 (CLDR 48).
  const std::map<std::string, std::vector<std::string>> of_icu_72 = {
      {"en-IN",
       {"12-Mar-2023, 9:56 am", "02-Nov-2023, 9:05 pm", "29-Feb-2024", "31-Dec-1900, 12:00 am"}},
      {"ar",
       {"١٢ مارس ٢٠٢٣، ٩:٥٦ ص", "٢ نوفمبر ٢٠٢٣، ٩:٠٥ م", "٢٩ فبراير ٢٠٢٤",
        "٣١ ديسمبر ١٩٠٠، ١٢:٠٠ ص", "٠", "٩٩٩", "١٬٢٣٤", "١٢٬٣٤٥", "١٬٢٣٤٬٥٦٧",
        "٩٬٠٠٧٬١٩٩٬٢٥٤٬٧٤٠٬٩٩١"}},
      {"ar-MA", {"12 مارس 2023، 09:56", "31 دجنبر 1900، 00:00"}},
      {"de-CH", {"1’234", "12’345", "1’234’567", "9’007’199’254’740’991"}},
      {"es-MX", {"12 mar 2023, 09:56", "2 nov 2023, 21:05", "31 dic 1900, 00:00"}},
      {"it", {"1.234"}},
      {"nl", {"12 mrt 2023 09:56", "2 nov 2023 21:05", "31 dec 1900 00:00"}},
      {"ko", {"2023. 3. 12. 오전 9:56", "2023. 11. 2. 오후 9:05", "1900. 12. 31. 오전 12:00"}},
      {"eo", {"2023-mar-12 09:56", "2023-nov-02 21:05", "2024-feb-29", "1900-dec-31 00:00"}},
  };
  IcuLocaleHost host;
  const auto expect = [&](const std::string& language, std::string written, std::string wanted) {
    written = normalised(std::move(written));
    const auto others = of_icu_72.find(language);
    if (others != of_icu_72.end() &&
        std::ranges::find(others->second, written) != others->second.end())
      return;
    EXPECT_EQ(written, normalised(std::move(wanted))) << language;
  };
  const nlohmann::json cases = recorded("locales.json");
  ASSERT_GE(cases.size(), 35U);
  for (const nlohmann::json& c : cases) {
    const auto language = c[0].get<std::string>();
    for (const nlohmann::json& time : c[1])
      expect(language, host.format_time(time[0].get<std::string>(), language),
             time[1].get<std::string>());
    for (const nlohmann::json& number : c[2])
      expect(language, host.format_number(number[0].get<std::string>(), language),
             number[1].get<std::string>());
  }
}

}  // namespace
}  // namespace article::preview
