#include "preview/caption_text.h"

#include <cmath>
#include <cstddef>
#include <memory>
#include <string_view>

#include "preview/pango_text_host.h"
#include "preview/straight_rgba.h"
#include "text/paragraph.h"

namespace article::preview {
namespace {

constexpr CssPx kSize{16};
constexpr CssPx kCreditSize{14};
/// #c9cdd2, of which Pango wants 16 bits a channel.
constexpr guint16 kCreditRed = 0xC9C9;
constexpr guint16 kCreditGreen = 0xCDCD;
constexpr guint16 kCreditBlue = 0xD2D2;
/// #8ab4f8
constexpr guint16 kLinkRed = 0x8A8A;
constexpr guint16 kLinkGreen = 0xB4B4;
constexpr guint16 kLinkBlue = 0xF8F8;
constexpr std::size_t kBytesPerPixel = 4;

struct FontDeleter {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct AttributesDeleter {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct SurfaceDeleter {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DrawingDeleter {
  void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
};
struct PatternDeleter {
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};

int pango_units(CssPx length, PixelRatio ratio) {
  return static_cast<int>(std::lround(to_device(length, ratio).value * PANGO_SCALE));
}

}  // namespace

CaptionText::CaptionText()
    : context_(pango_font_map_create_context(pango_cairo_font_map_get_default())),
      layout_(pango_layout_new(context_.get())) {
  pango_layout_set_auto_dir(layout_.get(), FALSE);
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

void CaptionText::set(const Words& words) {
  words_ = words;
  empty_ = words.caption.empty() && words.credit.empty();
}

void CaptionText::set_width(CssPx width, PixelRatio ratio) {
  width_ = width;
  ratio_ = ratio;
  // Half an em, wider than a space.
  const std::string_view gap = words_.caption.empty() || words_.credit.empty() ? "" : "\u2002";
  const std::string text = words_.caption + std::string(gap) + words_.credit;

  PangoLanguage* language = pango_language_from_string(pango_language(words_.language).c_str());
  pango_context_set_language(context_.get(), language);
  const bool mirrored = words_.direction == Direction::RightToLeft;
  pango_context_set_base_dir(context_.get(), mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_set_alignment(layout_.get(), mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_context_changed(layout_.get());

  const std::unique_ptr<PangoFontDescription, FontDeleter> font(pango_font_description_new());
  pango_font_description_set_family(font.get(),
                                    pango_families(text::default_family(words_.language)).c_str());
  pango_font_description_set_absolute_size(font.get(), pango_units(kSize, ratio));
  pango_layout_set_font_description(layout_.get(), font.get());

  const std::unique_ptr<PangoAttrList, AttributesDeleter> attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(),
                         pango_attr_line_height_new_absolute(pango_units(kLineHeight, ratio)));
  const auto from_credit = [&](PangoAttribute* attribute) {
    attribute->start_index = static_cast<guint>(text.size() - words_.credit.size());
    // Pango 1.50 takes no notice of breaks in what has no end.
    attribute->end_index = static_cast<guint>(text.size());
    pango_attr_list_insert(attributes.get(), attribute);
  };
  from_credit(pango_attr_size_new_absolute(pango_units(kCreditSize, ratio)));
  from_credit(pango_attr_foreground_new(kCreditRed, kCreditGreen, kCreditBlue));
  // A name stays whole where a line has room for it.
  from_credit(pango_attr_allow_breaks_new(FALSE));
  const auto on_caption = [&](PangoAttribute* attribute) {
    attribute->end_index = static_cast<guint>(words_.caption.size());
    pango_attr_list_insert(attributes.get(), attribute);
  };
  if (!words_.url.empty()) {
    on_caption(pango_attr_foreground_new(kLinkRed, kLinkGreen, kLinkBlue));
    on_caption(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
  }
  pango_layout_set_attributes(layout_.get(), attributes.get());

  pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_width(layout_.get(), pango_units(width, ratio));
}

CssPx CaptionText::height() const {
  if (empty_) return {};
  return kLineHeight * static_cast<float>(pango_layout_get_line_count(layout_.get()));
}

std::string_view CaptionText::link_at(Point at) const {
  int index = 0;
  int trailing = 0;
  const bool inside = pango_layout_xy_to_index(layout_.get(), pango_units(at.x, ratio_),
                                               pango_units(at.y, ratio_), &index, &trailing) != 0;
  const bool on_caption = inside && index < static_cast<int>(words_.caption.size());
  return on_caption ? std::string_view(words_.url) : std::string_view();
}

CaptionText::Pixels CaptionText::draw(CssPx top, CssPx height, CssPx fade_from) const {
  Pixels pixels;
  pixels.width = static_cast<int>(std::ceil(to_device(width_, ratio_).value));
  pixels.height = static_cast<int>(std::ceil(to_device(height, ratio_).value));
  const std::unique_ptr<cairo_surface_t, SurfaceDeleter> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
  const std::unique_ptr<cairo_t, DrawingDeleter> drawing(cairo_create(surface.get()));
  cairo_set_source_rgba(drawing.get(), 1, 1, 1, 1);
  cairo_move_to(drawing.get(), 0, -snap(to_device(top, ratio_)).value);
  pango_cairo_show_layout(drawing.get(), layout_.get());
  if (fade_from < height) {
    const std::unique_ptr<cairo_pattern_t, PatternDeleter> fade(cairo_pattern_create_linear(
        0, to_device(fade_from, ratio_).value, 0, to_device(height, ratio_).value));
    cairo_pattern_add_color_stop_rgba(fade.get(), 0, 0, 0, 0, 1);
    cairo_pattern_add_color_stop_rgba(fade.get(), 1, 0, 0, 0, 0);
    cairo_set_operator(drawing.get(), CAIRO_OPERATOR_DEST_IN);
    cairo_set_source(drawing.get(), fade.get());
    cairo_paint(drawing.get());
  }
  cairo_surface_flush(surface.get());
  const unsigned char* argb = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const std::size_t row_bytes = static_cast<std::size_t>(pixels.width) * kBytesPerPixel;
  pixels.rgba.resize(row_bytes * static_cast<std::size_t>(pixels.height));
  for (int y = 0; argb != nullptr && y < pixels.height; ++y)
    to_straight_rgba(argb + static_cast<std::ptrdiff_t>(y) * stride,
                     pixels.rgba.data() + static_cast<std::size_t>(y) * row_bytes, pixels.width);
  return pixels;
}

}  // namespace article::preview
