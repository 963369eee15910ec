#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "host/raster_host.h"
#include "host/text_host.h"
#include "preview/glib_ptr.h"

namespace article::preview {

/// A CSS font-family list as Pango reads it: without quotes.
[[nodiscard]] std::string pango_families(std::string_view css_families);

/// A BCP 47 tag as fontconfig and the fonts' language systems know it: Chinese
/// by region (`zh-Hant` is `zh-tw`), others as they are.
[[nodiscard]] std::string pango_language(std::string_view language);

/// Measures and draws segments with Pango (HarfBuzz, fontconfig) and Cairo.
/// Nothing is hinted: advances are linear in the size, glyphs lie on fractions
/// of pixels.
class PangoTextHost : public host::TextHost {
 public:
  PangoTextHost();
  ~PangoTextHost() override;
  PangoTextHost(const PangoTextHost&) = delete;
  PangoTextHost& operator=(const PangoTextHost&) = delete;

  void define_style(host::StyleId id, const host::TextStyle& style) override;
  [[nodiscard]] host::FontMetrics font_metrics(host::StyleId id) override;
  void measure(std::span<const host::MeasureRequest> requests,
               std::span<host::SegmentMetrics> out) override;
  /// Pango knows the words of Thai (libthai), those of no other script.
  void find_words(std::string_view text, std::span<std::uint8_t> starts) override;

  /// Draws a job's text with its pen at the job's pen position: in white, but
  /// glyphs of colour fonts in their colours.
  void draw(cairo_t* target, const host::RasterJob& job);

 private:
  struct FontDeleter {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  };
  struct AttributesDeleter {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
  };
  struct Style {
    std::unique_ptr<PangoFontDescription, FontDeleter> font;
    std::unique_ptr<PangoAttrList, AttributesDeleter> attributes;
    PangoLanguage* language = nullptr;  ///< interned: lives as long as the process
    float size = 0;
  };
  /// The text as one line in a style, `scale` times its size.
  PangoLayoutLine* set_line(host::StyleId style, std::string_view text, Direction direction,
                            float scale);

  GObjectPtr<PangoFontMap> fonts_;
  GObjectPtr<PangoContext> context_;
  GObjectPtr<PangoLayout> layout_;
  std::vector<Style> styles_;  ///< by id
};

}  // namespace article::preview
