#pragma once

#include <cstdint>

#include "text/segment_store.h"
#include "viewer/viewer.h"
#include "web/reply.h"

/// The semantic tree in words, as web/core.h lays them out.
namespace article::web {

/// What of the tree changed since version `known` (av_semantics).
void write_changes(viewer::Viewer& viewer, std::uint32_t known, Reply& reply);

/// The lines of a node's text (av_lines).
void write_lines(const viewer::SemanticNode& node, const text::SegmentStore& store, Reply& reply);

/// Where the segments of a node's lines are drawn (av_segments).
void write_segments(const viewer::SemanticNode& node, text::SegmentStore& store, Reply& reply);

}  // namespace article::web
