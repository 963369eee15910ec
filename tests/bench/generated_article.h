#pragma once

#include <string>
#include <vector>

namespace article::bench {

/// An article document of `paragraphs` paragraphs, each of about 90 Chinese
/// characters with marks, figures and Latin words, in a random order that is
/// the same in every run.
[[nodiscard]] std::string generated_article(int paragraphs);

/// The text of each of its paragraphs.
[[nodiscard]] std::vector<std::string> generated_paragraphs(int paragraphs);

}  // namespace article::bench
