#include "prerender/outline.h"

namespace article::prerender {
namespace {

using layout::BoxIndex;

/// Takes down what texts say.
class Outliner final : public layout::Composer {
 public:
  Outliner(const document::Document& document, const layout::PageStyle& style,
           const layout::PageState& state, host::LocaleHost& locale, Outline& outline)
      : Composer(document, style, state, locale, outline.page), texts_(outline.texts) {}

  BoxIndex text(layout::Role role, const layout::TextSpec& spec, const layout::TextSource& source,
                CssPx x, CssPx y, CssPx width) override {
    std::int32_t number = -1;
    if (!absent_ && role != layout::Role::None) {
      number = static_cast<std::int32_t>(texts_.size());
      source(texts_.emplace_back());
    }
    return text_box(role, spec, number, {x, y, width, spec.line_height});
  }

  BoxIndex label(layout::Role role, const layout::TextSpec& spec, const layout::TextSource& source,
                 CssPx x, CssPx y, CssPx max_width) override {
    return text(role, spec, source, x, y, max_width);
  }

 private:
  std::vector<layout::InlineText>& texts_;
};

}  // namespace

Outline outline_of(const document::Document& document, const layout::PageStyle& style,
                   host::LocaleHost& locale) {
  Outline outline;
  layout::PageState state;
  layout::choose_first_tabs(document, state);
  Outliner outliner(document, style, state, locale, outline);
  layout::compose_page(outliner, outline.page);
  outline.in_columns = layout::has_aside(document, style);
  outline.spreads = document.article && !outline.in_columns;
  return outline;
}

}  // namespace article::prerender
