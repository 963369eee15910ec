#pragma once

#include <string_view>

#include <gtest/gtest.h>

#include "document/reader.h"
#include "fakes/fixed_width_text_host.h"
#include "fakes/plain_hosts.h"
#include "layout/page.h"
#include "text/segment_store.h"

namespace article::layout {

/// A document that is laid out, with characters of fixed widths.
class PageCase : public testing::Test {
 protected:
  PageCase() : store_(host_) { style_.language = "zh-Hans"; }

  void read(std::string_view json) {
    read_ = document::read_document(urls_, json, "https://paper.example/news/");
    page_ = Page();
  }

  const Page& lay_out(float width) {
    style_.width = CssPx(width);
    layout::lay_out(read_.document, style_, state_, store_, locale_, page_);
    return page_;
  }

  tests::FixedWidthTextHost host_;
  tests::PlainLocaleHost locale_;
  tests::PlainUrlHost urls_;
  text::SegmentStore store_;
  document::ReadDocument read_;
  PageStyle style_;
  PageState state_;
  Page page_;
};

}  // namespace article::layout
