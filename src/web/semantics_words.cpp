#include "web/semantics_words.h"

#include <string_view>
#include <vector>

#include "text/paragraph.h"

namespace article::web {
namespace {

/// Turns byte offsets of a UTF-8 text into UTF-16 units. Offsets that grow
/// cost one walk over the text.
class Utf16Offsets {
 public:
  explicit Utf16Offsets(std::string_view text) : text_(text) {}
  std::uint32_t at(std::uint32_t byte) {
    if (byte < byte_) byte_ = units_ = 0;
    for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
      const auto c = static_cast<unsigned char>(text_[byte_]);
      if ((c & 0xC0U) != 0x80) units_ += c >= 0xF0 ? 2 : 1;
    }
    return units_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t units_ = 0;
};

void write_ranges(const layout::TextContent& text, Reply& reply) {
  Utf16Offsets offsets(text.paragraph.text());
  reply.number(static_cast<std::uint32_t>(text.ranges.size()));
  for (std::size_t i = 0; i < text.ranges.size(); ++i) {
    const layout::InlineRange& range = text.ranges[i];
    layout::Tone tone = text.tones.empty() ? layout::Tone::Text : text.tones[0];
    for (std::size_t tag = 0; tag < text.link_of_tag.size(); ++tag)
      if (text.link_of_tag[tag] == static_cast<std::int32_t>(i)) tone = text.tones[tag];
    reply.number(offsets.at(range.begin));
    reply.number(offsets.at(range.end));
    reply.number(static_cast<std::uint32_t>(range.role));
    reply.number(static_cast<std::uint32_t>(range.kind));
    reply.string(range.url);
    reply.string(range.language);
    reply.string(range.datetime);
    reply.number(static_cast<std::uint32_t>(tone));
    reply.number((range.upright ? 1U : 0U) | static_cast<std::uint32_t>(range.room_em) << 1U);
  }
}

void write_meaning(const viewer::SemanticNode& node, const viewer::Viewer& viewer, Reply& reply) {
  const layout::Box& box = *node.box;
  const layout::TextContent* text = node.text;
  const Direction direction = text != nullptr ? text->style.direction : viewer.direction();
  const bool rtl = direction == Direction::RightToLeft;
  reply.number(static_cast<std::uint32_t>(box.role));
  reply.number(static_cast<std::uint32_t>(box.part));
  reply.number((box.hidden ? 1U : 0U) | (box.selected ? 2U : 0U) | (box.disabled ? 4U : 0U) |
               (box.decorative ? 8U : 0U) | (rtl ? 16U : 0U) |
               (node.picture != nullptr && node.picture->fit == layout::Fit::Contain ? 32U : 0U) |
               (box.round ? 64U : 0U) | (box.asleep ? 128U : 0U) |
               static_cast<std::uint32_t>(box.look) << 8U |
               static_cast<std::uint32_t>(box.fill) << 16U |
               static_cast<std::uint32_t>(box.icon) << 24U);
  reply.number(box.level);
  reply.number(static_cast<std::uint32_t>(box.action));
  reply.integer(box.argument);
  reply.number(static_cast<std::uint32_t>(box.kind));
  reply.integer(box.picture);
  reply.string(text != nullptr ? text->paragraph.text() : std::string_view());
  reply.string(box.name);
  reply.string(node.picture != nullptr ? node.picture->src : box.url);
  reply.string(box.language);
  reply.string(box.datetime);
  if (node.picture != nullptr) {
    const document::Photo* photo = node.picture->photo;
    const document::FocusPoint focus = photo != nullptr ? photo->focus : document::FocusPoint();
    reply.real(focus.x);
    reply.real(focus.y);
  } else {
    reply.real(text != nullptr ? text->font_size.value : box.radius.value);
    reply.real(text != nullptr ? text->line_height.value : box.reserved.value);
  }
  reply.number(text == nullptr ? 0
                               : (text->bold ? 1U : 0U) | (text->headline_font ? 2U : 0U) |
                                     (text->plain_links ? 4U : 0U));
  reply.number(static_cast<std::uint32_t>(text != nullptr && !text->tones.empty() ? text->tones[0]
                                                                                  : box.tone));
  if (text == nullptr)
    reply.number(0);
  else
    write_ranges(*text, reply);
  if (box.asleep) reply.string(viewer.text_of_panel(box));
}

void write_block(const layout::Block* block, Reply& reply) {
  if (block == nullptr) {
    reply.number(0);
    return;
  }
  reply.number(block->flat ? 2 : 1);
  reply.integer(block->scroller);
  for (const CssPx side : {block->ink.x, block->ink.y, block->ink.width, block->ink.height})
    reply.real(side.value);
}

void write_geometry(const viewer::SemanticNode& node, Reply& reply) {
  const layout::Box& box = *node.box;
  Rect frame = box.frame;
  if (box.role == layout::Role::None && node.text != nullptr) {
    const viewer::SemanticLine line = viewer::lines_of(node).front();
    frame.x = line.x;
    frame.width = line.width;
  }
  reply.integer(box.scroller);
  for (const CssPx side : {frame.x, frame.y, frame.width, frame.height}) reply.real(side.value);
  write_block(node.block, reply);
}

}  // namespace

void write_lines(const viewer::SemanticNode& node, const text::SegmentStore& store, Reply& reply) {
  const std::vector<viewer::SemanticLine> lines = viewer::lines_of(node);
  reply.number(static_cast<std::uint32_t>(lines.size()));
  if (lines.empty()) return;
  const layout::TextContent& text = *node.text;
  Utf16Offsets offsets(text.paragraph.text());
  std::vector<text::Stretch> stretches;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const viewer::SemanticLine& line = lines[i];
    reply.number(offsets.at(line.begin));
    for (const CssPx number : {line.x, line.width, line.top}) reply.real(number.value);
    stretches.clear();
    text.paragraph.stretches(store, text.lines[i], text.broken_for, stretches);
    reply.number(static_cast<std::uint32_t>(stretches.size()));
    for (const text::Stretch& stretch : stretches) {
      reply.number(offsets.at(stretch.end));
      for (const CssPx number : {stretch.width, stretch.natural, stretch.lead})
        reply.real(number.value);
      reply.number((stretch.by_letter ? 1U : 0U) | (stretch.rtl ? 2U : 0U) |
                   (stretch.leftmost ? 4U : 0U) | (stretch.rightmost ? 8U : 0U) |
                   (stretch.hyphen ? 16U : 0U));
    }
    reply.number(offsets.at(line.end));
  }
}

void write_changes(viewer::Viewer& viewer, std::uint32_t known, Reply& reply) {
  const viewer::SemanticTree& tree = viewer.semantics();
  reply.number(static_cast<std::uint32_t>(tree.nodes().size()));
  for (const viewer::SemanticNode& node : tree.nodes()) {
    const bool meaning = node.meaning_version > known;
    const bool geometry = node.geometry_version > known;
    reply.number(node.key);
    reply.integer(node.parent);
    reply.number((meaning ? 1U : 0U) | (geometry ? 2U : 0U));
    if (meaning) write_meaning(node, viewer, reply);
    if (geometry) write_geometry(node, reply);
  }
}

void write_segments(const viewer::SemanticNode& node, text::SegmentStore& store, Reply& reply) {
  struct Row {
    std::uint32_t line;
    text::PlacedSegment segment;
    CssPx left;  ///< of its room
  };
  std::vector<Row> rows;
  std::vector<text::PlacedSegment> placed;
  if (node.text != nullptr) {
    const layout::TextContent& text = *node.text;
    for (std::size_t i = 0; i < text.lines.size(); ++i) {
      placed.clear();
      text.paragraph.place(store, text.lines[i], text.broken_for, placed);
      CssPx left = text.paragraph.start_of(text.lines[i], text.broken_for);
      for (const text::PlacedSegment& segment : placed) {
        rows.push_back({static_cast<std::uint32_t>(i), segment, left});
        left = segment.x + segment.advance;
      }
    }
  }
  reply.number(static_cast<std::uint32_t>(rows.size()));
  const CssPx origin = node.box->frame.x;
  for (const Row& row : rows) {
    Utf16Offsets offsets(node.text->paragraph.text());
    const text::Segment& segment = store.with_ink(row.segment.segment);
    const CssPx pen = origin + row.segment.x;
    // A gap is nobody's: neither that behind a word nor, right to left, before it.
    const CssPx natural = pen + CssPx(segment.metrics.advance);
    reply.number(row.line);
    reply.number(offsets.at(row.segment.text_begin));
    reply.number(offsets.at(row.segment.text_end));
    for (const CssPx number :
         {origin + row.left, max(origin + row.left, pen), min(pen + row.segment.advance, natural),
          pen + row.segment.advance, pen + CssPx(segment.metrics.left),
          pen + CssPx(segment.metrics.right)})
      reply.real(number.value);
    reply.number(segment.blank ? 1 : 0);
  }
}

}  // namespace article::web
