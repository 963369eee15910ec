#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace article::document {

/// Keeps texts at fixed addresses for as long as it lives, also when it is
/// moved, so that a document's members are plain views: they move, grow and go
/// without code of their own.
class StringPool {
 public:
  /// @return a view of a copy; no allocation of its own but for a long text.
  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room_) {
      room_ = std::max(kBlock, text.size());
      blocks_.emplace_back(new char[room_]);
      end_ = blocks_.back().get();
    }
    char* const at = end_;
    std::ranges::copy(text, at);
    end_ += text.size();
    room_ -= text.size();
    return {at, text.size()};
  }

 private:
  static constexpr std::size_t kBlock = 4096;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* end_ = nullptr;  ///< of what is used of the last block
  std::size_t room_ = 0;
};

}  // namespace article::document
