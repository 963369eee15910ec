#pragma once

#include <optional>
#include <string>
#include <utility>

namespace article::preview {

/// A value, or why there is none.
template <typename T>
struct [[nodiscard]] Result {
  std::optional<T> value;
  std::string error;  ///< plain English; "" where there is a value

  [[nodiscard]] static Result of(T made) { return {std::move(made), {}}; }
  [[nodiscard]] static Result failed(std::string why) { return {std::nullopt, std::move(why)}; }
  explicit operator bool() const { return value.has_value(); }
};

}  // namespace article::preview
