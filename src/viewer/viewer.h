#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/language.h"
#include "document/problem.h"
#include "document/reader.h"
#include "host/locale_host.h"
#include "host/raster_host.h"
#include "host/text_host.h"
#include "host/units.h"
#include "host/url_host.h"
#include "layout/box.h"
#include "layout/motion.h"
#include "layout/page.h"
#include "paint/canvas.h"
#include "paint/painter.h"
#include "viewer/semantics.h"

/// One widget. Order of calls: make an Engine once for a page (or a window),
/// a Viewer for each widget; `configure`, `load`, then for each change its
/// setter and one `update` a frame, after which the host draws: the blocks of
/// `take_damage` (`draw`), or all that it shows (`frame`, which updates too).
/// Nothing is called back in between: what the host has to do is in
/// `take_requests` and `take_events`, to be drained after any call.
namespace article::viewer {

class Viewer;

/// What all viewers share: measured segments and the atlas. Outlives them.
class Engine {
 public:
  /// All hosts outlive it.
  Engine(host::TextHost& text, host::RasterHost& raster, host::LocaleHost& locale,
         host::UrlHost& urls);
  text::SegmentStore& segments() { return segments_; }
  paint::Atlas& atlas() { return atlas_; }
  /// A font arrived: all is measured and rasterised again. Every viewer needs
  /// `fonts_changed()` after it.
  void forget_fonts();

 private:
  friend class Viewer;
  /// Frees the segments that no viewer uses, once they have become many.
  void sweep();

  text::SegmentStore segments_;
  paint::Atlas atlas_;
  host::LocaleHost& locale_;
  host::UrlHost& urls_;
  std::vector<Viewer*> viewers_;
  std::size_t sweep_at_;
};

using paint::dark_palette;
using paint::light_palette;
using paint::Palette;

/// How a widget looks; `language` is the viewer's to set.
struct Settings : layout::PageStyle {
  PixelRatio ratio;  ///< pictures are asked for at it
  bool dark = false;
  Palette palette = light_palette();
  bool reduced_motion = false;
  /// Time between photos of the gallery; 0: it stays. Never with reduced motion.
  Milliseconds autoplay{0.0};
};

/// A picture that is to be loaded, or given back. Views are of the document: good
/// until the next one is loaded.
struct PictureRequest {
  enum class Kind : std::uint8_t { Load, Release } kind = Kind::Load;
  std::int32_t picture = 0;      ///< number within the viewer
  std::uint32_t generation = 0;  ///< of the document it belongs to
  std::string_view url;          ///< candidate chosen for this size
  int width = 0;                 ///< device px it is drawn at, at most; the
  int height = 0;                ///< texture need not be larger (cover: the
                                 ///< whole picture scaled so that it covers this;
                                 ///< contain: what of the room it fills)
};

/// Views are of the document: good until the next one is loaded.
struct Event {
  enum class Kind : std::uint8_t {
    Resize,     ///< content size, at first and whenever all is laid out: width, height
    Tab,        ///< part, id
    Photo,      ///< index, total: settled on another photo of the gallery
    PhotoOpen,  ///< part, index: the reader asked to enlarge it, see Action::EnlargePhoto
    Navigate,   ///< url, link kind: only from `activate`/taps, for hosts without real links
  } kind = Kind::Resize;
  enum class Cause : std::uint8_t { User, Script, Autoplay } cause = Cause::User;
  layout::Part part = layout::Part::Card;
  layout::LinkKind link_kind = layout::LinkKind::Text;
  int index = 0;
  int total = 0;
  float width = 0;
  float height = 0;
  std::string_view text;  ///< tab id or URL
};

/// A photo to be enlarged. Views are of the document: good until the next one
/// is loaded.
struct EnlargedPhoto {
  const document::Photo* photo = nullptr;
  std::string_view url;  ///< candidate chosen for the width asked for; "": none
  int index = 0;         ///< among the photos it is shown with
  int total = 1;
};

enum class Cursor : std::uint8_t { Default, Pointer, Text, Grab, Grabbing };

class Viewer {
 public:
  explicit Viewer(Engine& engine);
  ~Viewer();
  Viewer(const Viewer&) = delete;
  Viewer& operator=(const Viewer&) = delete;

  /// Settings may change at any time; layout follows in the next frame.
  void configure(Settings settings);
  void set_width(CssPx width);
  /// Pictures are asked for at it from now on; nothing else has to be drawn.
  void set_ratio(PixelRatio ratio);
  void fonts_changed();
  /// A model of phrases has come, and nothing of it is seen yet.
  void break_titles_anew();

  struct Loaded {
    document::Refusal refusal = document::Refusal::None;
    std::string message;
    // Of the article, "" none. Views are of the document: good until the next one is loaded.
    std::string_view headline;
    std::string_view url;
    std::string_view id;
  };
  /// Reads and shows a document; the former one is gone where this one can be
  /// shown. @return refusal and message; problems are in `problems()`.
  /// `refused_types`: as document::read_document takes them.
  Loaded load(std::string_view json, std::string_view base_url,
              std::string_view refused_types = {});
  /// The same in steps, for a host that has other things to do meanwhile: `read`, then
  /// `read_on` until it says that all is read, then `load`. What is shown stays until then.
  void read(std::string_view json, std::string_view base_url, std::string_view refused_types = {});
  /// Reads about so many JSON values more.
  bool read_on(std::size_t values);
  Loaded load();
  void clear();
  [[nodiscard]] bool has_document() const;
  [[nodiscard]] std::span<const document::Problem> problems() const;
  /// Language and base direction of what is shown.
  [[nodiscard]] const document::Language& language() const;
  [[nodiscard]] Direction direction() const;
  struct Said {
    std::string_view text;
    std::string_view language;  ///< English stands in for what has no words
  };
  /// One of the widget's words in the document's language, `words` over it, until the next
  /// call that is not const; "" for an unknown key.
  [[nodiscard]] Said word(std::string_view key) const;

  /// Lays out what changed, as far as it is in the extent. Called by `frame`; hosts
  /// call it to know the height before they draw. @return the content's height.
  CssPx layout();
  /// The part of the content that is laid out; what is out of it stays as it is, or
  /// is estimated and not in the semantic tree, until a later extent has it. All
  /// of it unless said otherwise.
  void set_extent(const layout::Extent& extent);
  /// Whether all is laid out: nothing is estimated.
  [[nodiscard]] bool is_whole() const;

  /// Moves time on and lays out what changed. @return whether it is to be called
  /// again in the next frame: something moves or changes its look.
  bool update(Milliseconds now);

  /// Blocks (layout/blocks.h) that look otherwise than when they were last told
  /// of, as keys of the semantic tree's nodes, each once.
  [[nodiscard]] std::vector<std::uint32_t> take_damage();

  /// The part of the content that a canvas covers.
  struct View {
    Point origin{};  ///< of the content, at the canvas's top left
    int width = 0;   ///< device px of the canvas
    int height = 0;
    PixelRatio ratio{};
  };
  /// A view of one block alone, as it is drawn on no ground and as if its
  /// scroller stood at 0.
  struct BlockView : View {
    std::uint32_t key = 0;  ///< of its node
  };
  /// Draws blocks as they stand after `update`, a view of the frame each.
  [[nodiscard]] paint::Frame draw(std::span<const BlockView> views);
  /// Updates, and draws what of the page is in a view.
  [[nodiscard]] paint::Frame frame(const View& view, Milliseconds now);
  /// Whether something changed since the last `update`.
  [[nodiscard]] bool needs_frame() const;
  /// When `update` is wanted although nothing changed until then.
  [[nodiscard]] std::optional<Milliseconds> wake_at() const;

  /// From the next document on what is in a panel of tabs is laid out, and in the tree, once it has
  /// been selected or woken; until then `text_of_panel` says what it has.
  void let_panels_sleep();
  /// Lays out what is in a panel, a node of the tree; -1: in all of them.
  void wake_panel(std::int32_t node);
  /// The texts of a panel, a line each.
  [[nodiscard]] std::string text_of_panel(const layout::Box& panel) const;

  /// The part of the content near the reader (viewport and margin): pictures
  /// in it are asked for.
  void set_near(CssPx top, CssPx height);

  [[nodiscard]] const SemanticTree& semantics();
  /// What can be pressed, as a node of the semantic tree.
  struct Target {
    std::int32_t node = -1;   ///< -1 none
    std::int32_t range = -1;  ///< a link in its text: number among its ranges
  };
  /// The topmost box with an action, a URL or a link in its text at a point.
  [[nodiscard]] Target hit_test(Point at) const;
  [[nodiscard]] Cursor cursor_at(Point at) const;

  // Input. Boxes are indices of the semantic tree's nodes.
  /// Shows what is pressed, or else hovered; one of each at a time.
  void highlight(bool press, Target target);
  /// Does a node's action as the reader's own. @return whether it had one.
  bool activate(std::int32_t node, Milliseconds now);
  /// Does what stands under a point, a link in running text included, for
  /// hosts without elements of their own. @return whether there was something.
  bool click(Point at, Milliseconds now);
  bool select_tab(layout::Part part, std::string_view id, Event::Cause cause);
  bool show_photo(int index, Event::Cause cause, Milliseconds now);
  /// Pointers, in content CSS px. `down` on the carousel starts a drag; @return
  /// for `up`: whether it was a tap (nothing was dragged).
  void pointer_down(int id, layout::PointerKind kind, Point at, Milliseconds now);
  void pointer_move(int id, Point at, Milliseconds now);
  bool pointer_up(int id, Point at, Milliseconds now);
  void pointer_cancel(Milliseconds now);
  /// @return whether it took the wheel: only an inline delta over a scroller.
  bool wheel(Point at, CssPx dx, CssPx dy, Milliseconds now);
  /// Whether a drag along the inline axis is under way.
  [[nodiscard]] bool dragging() const;

  /// Autoplay waits while it is held: out of sight, or under a pointer.
  void hold_autoplay(bool held);
  /// Until its reader asks for it again.
  void stop_autoplay();

  /// How high what the host itself has put into a slot is, >= 0, see layout::PageState. Until
  /// it is told of, a slot keeps what it reserves. @param number the argument of its box
  void set_slot(std::uint32_t number, CssPx height);

  /// Pictures, by number; `generation` as in the request.
  void picture_ready(std::int32_t picture, std::uint32_t generation, host::TextureId texture,
                     int natural_width, int natural_height);
  void picture_failed(std::int32_t picture, std::uint32_t generation);
  /// Drawn by the host itself (an `img` that cannot be a texture): room is kept.
  void picture_shown_by_host(std::int32_t picture, std::uint32_t generation);
  /// All textures are gone (context lost): pictures are asked for again.
  void textures_lost();

  /// The photo that PhotoOpen tells of.
  /// @param device_width pixels it will be shown at
  /// @return nothing where there is none.
  [[nodiscard]] std::optional<EnlargedPhoto> enlarged_photo(layout::Part part, int index,
                                                            int device_width) const;

  [[nodiscard]] std::vector<PictureRequest> take_requests();
  [[nodiscard]] std::vector<Event> take_events();

  /// How far a scroller (carousel strip, tab row) is moved, CSS px to be
  /// added to its boxes' x; for the layer's transforms.
  [[nodiscard]] std::span<const CssPx> scroller_offsets() const;
  /// The clip of one of the `kScrollerCount` scrollers, content CSS px.
  [[nodiscard]] Rect scroller_clip(std::int32_t scroller) const;

 private:
  friend class Engine;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace article::viewer
