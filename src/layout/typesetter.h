#pragma once

#include "layout/composer.h"
#include "text/segment_store.h"

namespace article::layout {

/// Lays out: shapes, measures and breaks the texts that are due.
class Typesetter final : public Composer {
 public:
  Typesetter(const document::Document& document, const PageStyle& style, const PageState& state,
             text::SegmentStore& store, host::LocaleHost& locale, Page& page, const Extent& extent);

  /// Runs `compose` until it needed no text that was not measured: once where all
  /// are, twice where some are shaped, and once more where what stands below
  /// them came nearer by that. Each time one measuring call serves all.
  template <typename Compose>
  void run(const Compose& compose) {
    do {
      begin();
      compose(*this);
    } while (measure());
    finish();
  }

  BoxIndex text(Role role, const TextSpec& spec, const TextSource& source, CssPx x, CssPx y,
                CssPx width) override;
  BoxIndex label(Role role, const TextSpec& spec, const TextSource& source, CssPx x, CssPx y,
                 CssPx max_width) override;

 private:
  /// Further down than any page goes, CSS px.
  static constexpr float kFar = 1e12F;
  bool measure();
  void finish();
  void note_reached();
  [[nodiscard]] bool is_due(CssPx y, CssPx height) const;
  [[nodiscard]] bool takes_all() const { return extent_.bottom.value > kFar; }
  void shape(TextContent& content, const TextSpec& spec, const TextSource& source);
  bool prepare(TextContent& content, const TextSpec& spec, const TextSource& source, bool due);
  TextContent& next_text();
  [[nodiscard]] CssPx estimated_width(TextContent& content, const TextSpec& spec,
                                      const TextSource& source);
  [[nodiscard]] CssPx estimated_height(TextContent& content, const TextSpec& spec,
                                       const TextSource& source, CssPx width);

  text::SegmentStore& store_;
  Extent extent_;
  bool shaped_ = false;  ///< something is to be measured
};

}  // namespace article::layout
