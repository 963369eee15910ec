#include "prerender/outline.h"

#include <string>

#include <gtest/gtest.h>

#include "document/full_document.h"
#include "document/reader.h"
#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "layout/page.h"

namespace article::prerender {
namespace {

/// What of a box the semantic tree tells, but for its text.
std::string meaning(const layout::Box& box) {
  std::string out;
  for (const int number :
       {static_cast<int>(box.parent), static_cast<int>(box.role), static_cast<int>(box.part),
        static_cast<int>(box.look), static_cast<int>(box.level), static_cast<int>(box.action),
        box.argument, static_cast<int>(box.kind), box.picture, static_cast<int>(box.absent),
        static_cast<int>(box.hidden), static_cast<int>(box.decorative)})
    out += std::to_string(number) + ' ';
  return out + std::string(box.url) + '|' + box.name + '|' + std::string(box.datetime) + '|' +
         std::string(box.language);
}

TEST(Outline, HasTheBoxesAndTextsOfThePageThatIsLaidOut) {
  for (const char* language : {"zh-Hans", "ar", "fi"}) {
    tests::PlainUrlHost urls;
    tests::PlainLocaleHost locale;
    document::ReadDocument read =
        document::read_document(urls, document::kFullDocument, document::kBaseUrl);
    layout::PageStyle style;
    style.language = language;
    tests::FixedWidthTextHost host;
    text::SegmentStore store(host);
    layout::Page page;
    layout::PageState state;
    layout::choose_first_tabs(read.document, state);
    layout::lay_out(read.document, style, state, store, locale, page);

    const Outline outline = outline_of(read.document, style, locale);
    ASSERT_EQ(outline.page.boxes.size(), page.boxes.size());
    std::size_t texts = 0;
    for (std::size_t i = 0; i < page.boxes.size(); ++i) {
      const layout::Box& box = page.boxes[i];
      EXPECT_EQ(meaning(outline.page.boxes[i]), meaning(box)) << i;
      if (box.text < 0 || box.absent || box.role == layout::Role::None) continue;
      ++texts;
      const auto own = static_cast<std::size_t>(outline.page.boxes[i].text);
      EXPECT_EQ(outline.texts[own].text(),
                page.texts[static_cast<std::size_t>(box.text)].paragraph.text());
    }
    EXPECT_EQ(texts, outline.texts.size());
    EXPECT_EQ(outline.page.pictures.size(), page.pictures.size());
  }
}

}  // namespace
}  // namespace article::prerender
