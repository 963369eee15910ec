#pragma once

#include <string>

namespace article::bench {

/// An article document of `paragraphs` paragraphs, each of about 90 Chinese
/// characters with marks, figures and Latin words, in a random order that is
/// the same in every run.
[[nodiscard]] std::string generated_article(int paragraphs);

}  // namespace article::bench
