#include "preview/pango_text_host.h"

#include <cassert>
#include <cmath>
#include <cstddef>

#include <hb-ot.h>

#include "text/paragraph.h"

namespace article::preview {
namespace {

float px(int pango_units) {
  return static_cast<float>(pango_units) / static_cast<float>(PANGO_SCALE);
}

/// Whether a font's glyphs bring their own colours.
bool is_colored(PangoFont* font) {
  hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
  return hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0 ||
         hb_ot_color_has_svg(face) != 0;
}

}  // namespace

std::string pango_families(std::string_view css_families) {
  std::string families;
  for (const char c : css_families)
    if (c != '"' && c != '\'') families.push_back(c);
  return families;
}

std::string pango_language(std::string_view language) {
  switch (text::han_region(language)) {
    case text::HanRegion::Mainland:
      return "zh-cn";
    case text::HanRegion::Taiwan:
      return "zh-tw";
    case text::HanRegion::HongKong:
      return "zh-hk";
    default:
      return std::string(language);
  }
}

PangoTextHost::PangoTextHost()
    : fonts_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(fonts_.get())) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  // A point is a pixel: sizes are absolute.
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);

  layout_.reset(pango_layout_new(context_.get()));
  pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
  pango_layout_set_auto_dir(layout_.get(), FALSE);
}

PangoTextHost::~PangoTextHost() = default;

void PangoTextHost::define_style(host::StyleId id, const host::TextStyle& style) {
  if (styles_.size() <= id.value) styles_.resize(id.value + std::size_t{1});
  Style& own = styles_[id.value];
  own.size = style.size.value;
  own.font.reset(pango_font_description_new());
  pango_font_description_set_family(own.font.get(), pango_families(style.family).c_str());
  pango_font_description_set_weight(
      own.font.get(), style.weight == host::Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(
      own.font.get(), style.slant == host::Slant::Italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  own.language = pango_language_from_string(pango_language(style.language).c_str());
  own.attributes.reset(pango_attr_list_new());
  pango_attr_list_insert(own.attributes.get(), pango_attr_language_new(own.language));
  if (style.tabular_figures)
    pango_attr_list_insert(own.attributes.get(), pango_attr_font_features_new("tnum=1"));
}

host::FontMetrics PangoTextHost::font_metrics(host::StyleId id) {
  assert(id.value < styles_.size() && styles_[id.value].font);
  const Style& style = styles_[id.value];
  pango_font_description_set_absolute_size(style.font.get(), style.size * PANGO_SCALE);
  // The first font is chosen in the context's language.
  pango_context_set_language(context_.get(), style.language);
  const GObjectPtr<PangoFont> font(
      pango_font_map_load_font(fonts_.get(), context_.get(), style.font.get()));
  if (!font) return {style.size, 0};
  PangoFontMetrics* metrics = pango_font_get_metrics(font.get(), style.language);
  const host::FontMetrics out{px(pango_font_metrics_get_ascent(metrics)),
                              px(pango_font_metrics_get_descent(metrics))};
  pango_font_metrics_unref(metrics);
  return out;
}

PangoLayoutLine* PangoTextHost::set_line(host::StyleId id, std::string_view text,
                                         Direction direction, float scale) {
  assert(id.value < styles_.size() && styles_[id.value].font);
  const Style& style = styles_[id.value];
  const PangoDirection base =
      direction == Direction::RightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  if (pango_context_get_base_dir(context_.get()) != base) {
    pango_context_set_base_dir(context_.get(), base);
    pango_layout_context_changed(layout_.get());
  }
  pango_font_description_set_absolute_size(style.font.get(), style.size * scale * PANGO_SCALE);
  pango_layout_set_font_description(layout_.get(), style.font.get());
  pango_layout_set_attributes(layout_.get(), style.attributes.get());
  pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
  return pango_layout_get_line_readonly(layout_.get(), 0);
}

void PangoTextHost::measure(std::span<const host::MeasureRequest> requests,
                            std::span<host::SegmentMetrics> out) {
  assert(requests.size() == out.size());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const host::MeasureRequest& request = requests[i];
    PangoLayoutLine* line = set_line(request.style, request.text, request.direction, 1);
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_line_get_extents(line, &ink, &logical);
    out[i] = {.advance = px(logical.width),
              .left = px(ink.x),
              .top = px(ink.y),
              .right = px(ink.x + ink.width),
              .bottom = px(ink.y + ink.height)};
  }
}

void PangoTextHost::find_words(std::string_view text, std::span<std::uint8_t> starts) {
  const auto length = static_cast<int>(text.size());
  // One answer more than characters.
  std::vector<PangoLogAttr> places(static_cast<std::size_t>(g_utf8_strlen(text.data(), length)) +
                                   1);
  pango_get_log_attrs(text.data(), length, -1, pango_language_from_string("th"), places.data(),
                      static_cast<int>(places.size()));
  std::size_t place = 0;
  for (std::size_t at = 0; at < text.size() && place < places.size(); ++place) {
    starts[at] = places[place].is_line_break != 0 ? 1 : 0;
    at = static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - text.data());
  }
}

void PangoTextHost::draw(cairo_t* target, const host::RasterJob& job) {
  PangoLayoutLine* line = set_line(job.style, job.text, job.direction, job.scale);
  cairo_set_source_rgba(target, 1, 1, 1, 1);
  double x = job.pen_x;
  for (GSList* at = line->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    PangoFont* font = run->item->analysis.font;
    cairo_move_to(target, x, job.pen_y);
    if (font != nullptr && is_colored(font)) {
      pango_cairo_show_glyph_string(target, font, run->glyphs);
    } else if (font != nullptr) {
      // Outlines, as cairo 1.16 puts glyphs that it shows on whole pixels.
      pango_cairo_glyph_string_path(target, font, run->glyphs);
      cairo_fill(target);
    }
    x += static_cast<double>(pango_glyph_string_get_width(run->glyphs)) / PANGO_SCALE;
  }
}

}  // namespace article::preview
