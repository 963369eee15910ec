#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "viewer/autoplay.h"
#include "viewer/damage.h"
#include "viewer/highlights.h"
#include "viewer/pictures.h"
#include "viewer/scrolling.h"
#include "viewer/viewer.h"

/// What a viewer is made of, and what its calls have in common.
namespace article::viewer {

struct Viewer::Impl {
  explicit Impl(Engine& shared) : engine(shared), canvas(shared.atlas()) {}

  Engine& engine;
  paint::Canvas canvas;
  Settings settings;

  /// What is shown; null: nothing. Boxes, events and requests view its strings.
  const document::Document* document = nullptr;
  std::unique_ptr<document::ReadDocument> read;  ///< holds it
  /// A document on its way, never moved.
  struct Incoming {
    Incoming(host::UrlHost& urls, std::string_view json, std::string_view base_url,
             std::string_view refused_types)
        : document(std::make_unique<document::ReadDocument>()),
          reading(*document, urls, json, base_url, refused_types) {}
    std::unique_ptr<document::ReadDocument> document;
    document::DocumentReading reading;
  };
  std::unique_ptr<Incoming> incoming;
  std::uint32_t generation = 0;
  std::vector<document::Problem> problems;

  layout::Page page;
  layout::PageState state;
  layout::Extent extent;
  bool layout_due = false;
  bool panels_sleep = false;  ///< of the next document
  bool tabs_due = false;      ///< the selected ones are to come into view
  bool frame_due = false;
  Damage damage;
  CssPx reported_width;
  CssPx reported_height;

  Scrolling scrolling;
  Autoplay autoplay;
  Event::Cause photo_cause = Event::Cause::User;
  bool photo_to_tell = false;  ///< the reader changed it: told of when it has come to rest

  Highlights highlights;

  Pictures pictures;
  Rect near_zone;

  SemanticTree tree;
  bool tree_due = true;

  std::vector<Event> events;

  [[nodiscard]] const layout::Box& box(layout::BoxIndex index) const {
    return page.boxes[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] bool may_play() const { return scrolling.photo_count() > 1 && scrolling.at_rest(); }
  [[nodiscard]] layout::BoxIndex box_of(std::int32_t node) const {
    if (node < 0 || static_cast<std::size_t>(node) >= tree.nodes().size()) return layout::kNoBox;
    return static_cast<layout::BoxIndex>(tree.nodes()[static_cast<std::size_t>(node)].key) - 1;
  }

  [[nodiscard]] paint::Scene scene() const;
  /// The canvas's first or next view. @return what it covers, content CSS px.
  Rect start_view(const View& view, bool first);
  void highlight(bool press, Highlights::Target target);
  /// @return whether another frame is needed.
  bool advance_highlights(Milliseconds now);
  void damage_picture(std::int32_t picture);
  void update_language();
  void start_page();
  void forget_texts();
  void lay_out();
  void ask_for_pictures();
  void settle_photo();
  void tell_photo();
  void stop_autoplay();
  bool play(Milliseconds now);
  void show_selected_tab();
  /// @param part rankings or comments, which has a tab of this number
  void select_tab(layout::Part part, int number, Event::Cause cause);
  bool act(const layout::Box& box, Milliseconds now);
  void navigate(std::string_view url, layout::LinkKind kind);
  [[nodiscard]] const layout::InlineRange* link_at(const layout::Box& box, Point at) const;
  [[nodiscard]] layout::BoxIndex target_at(Point at) const;
  [[nodiscard]] layout::BoxIndex target_at(Point at, bool above) const;
};

}  // namespace article::viewer
