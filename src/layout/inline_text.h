#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "layout/box.h"
#include "text/paragraph.h"

namespace article::layout {

/// How a stretch of a text differs from its surroundings.
struct InlineStyle {
  bool strong = false;
  bool emphasis = false;
  std::string_view language;
  std::string_view url;
  LinkKind kind = LinkKind::Text;
  std::string_view datetime;  ///< not "": a `time`
};

/// The content of a text, stretch by stretch.
class InlineText {
 public:
  void add(std::string_view text, const InlineStyle& style = {});
  /// In another language than the text's, "" for the same.
  void add_in(std::string_view language, std::string_view text);
  void add(const document::Text& text);
  /// What is added until the `release` of this keeps together. They may nest.
  void hold(text::HoldKind kind);
  void release();
  [[nodiscard]] bool empty() const { return text_.empty(); }

  struct Piece : InlineStyle {
    std::uint32_t begin = 0;  ///< byte
    std::uint32_t end = 0;
  };
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::span<const Piece> pieces() const { return pieces_; }
  /// In order of their begin, outer ones first.
  [[nodiscard]] std::span<const text::Hold> holds() const { return holds_; }
  /// What is held and short, for hosts that set texts in flow: it is on one line where a line is
  /// of `room_em` em, one of few numbers. In order of their begin, outer ones first.
  struct OneLine {
    std::uint32_t begin = 0;  ///< byte
    std::uint32_t end = 0;
    std::uint8_t room_em = 0;
  };
  [[nodiscard]] std::vector<OneLine> on_one_line() const;

 private:
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<text::Hold> holds_;
  std::vector<std::size_t> open_;  ///< of `holds_`
};

/// About how long a text is on one line.
[[nodiscard]] float length_em(std::string_view text);

/// A call to what writes a text's content; made only when it must be shaped.
class TextSource {
 public:
  template <typename Writer>
  TextSource(const Writer& writer)  // NOLINT: implicit on purpose
      : writer_(&writer),
        call_([](const void* w, InlineText& out) { (*static_cast<const Writer*>(w))(out); }) {}
  void operator()(InlineText& out) const { call_(writer_, out); }

 private:
  const void* writer_;
  void (*call_)(const void*, InlineText&);
};

}  // namespace article::layout
