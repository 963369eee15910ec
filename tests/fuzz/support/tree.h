#pragma once

#include <string>

#include "viewer/viewer.h"

namespace article::fuzz {

/// Holds the tree of what a viewer shows to its promises, and tells it: a line for each node, with
/// all that a host writes of it. Two that are told alike look and read alike.
[[nodiscard]] std::string sound_tree(viewer::Viewer& viewer);

}  // namespace article::fuzz
