#pragma once

#include <string>

#include "preview/options.h"
#include "viewer/semantics.h"

namespace article::preview {

/// The semantic tree as JSON: an array of nodes, each with its children. A
/// member that says nothing ("", false, none) is left out; `rect` is x, y,
/// width, height in content CSS px.
[[nodiscard]] std::string tree_as_json(const viewer::SemanticTree& tree, Direction direction);

/// Prints the tree of a document to standard output, without a window.
/// @return why that failed; "" where it did not.
[[nodiscard]] std::string print_tree(const Options& options);

}  // namespace article::preview
