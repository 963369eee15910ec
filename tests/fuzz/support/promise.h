#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace article::fuzz {

/// Ends the program where something does not hold that holds for any input: what runs an input
/// takes that for a finding.
inline void promise(bool holds, std::string_view said) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(said.size()), said.data());
  std::abort();
}

/// The same of two texts that are to be one; says where they first differ.
inline void promise_same(std::string_view one, std::string_view other, std::string_view said) {
  if (one == other) return;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  const std::size_t begin = at == 0 ? 0 : one.rfind('\n', at - 1) + 1;
  for (const std::string_view text : {one, other})
    std::fprintf(stderr, "  %s\n", std::string(text.substr(begin, at - begin + 200)).c_str());
  promise(false, said);
}

}  // namespace article::fuzz
