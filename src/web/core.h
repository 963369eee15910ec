#pragma once

#include <cstdint>

/// The flat C interface between the core and JavaScript. Text is a pointer and
/// a count of bytes, UTF-8, valid during the call only. Viewers are handles of
/// index and generation; 0 is none, a stale one is reported on the console and
/// ignored. Any call may grow the memory: make heap views after it.
///
/// Results that are longer than one number are left in the *reply*: a buffer
/// of 32-bit words at `av_reply()`, `av_reply_words()` long, good until the
/// next call. Floats are stored by their bits. All strings of a reply stand in
/// one pool, whose byte address and byte count are its first two words, so that
/// they are decoded once; a string is two words: its first UTF-16 unit in the
/// pool and the count of its units. What the calls below call a reply follows
/// the first two words.
extern "C" {

/// Makes the one engine of the page. Called once.
void av_start() noexcept;

const std::uint32_t* av_reply() noexcept;
std::uint32_t av_reply_words() noexcept;
/// A buffer of `bytes` for text that the caller writes next (documents, ids);
/// good until the next call of it.
char* av_buffer(std::uint32_t bytes) noexcept;

std::uint32_t av_create_viewer() noexcept;
void av_destroy_viewer(std::uint32_t viewer) noexcept;

/// Settings as numbers, then strings.
/// floats: width CSS px, ratio, font_size CSS px, line_height (0 default), radius,
/// autoplay ms (0 off), least_size CSS px, then layout::OwnValues
/// ints: dark, heading_level, reduced_motion, parts (4 nibbles: part number + 1
/// each, first part in the lowest; 0 ends), then the palette: paper, panel,
/// text, secondary, line, control, accent, link as 0xTTRRGGBB, T the transparency;
/// 0xFFFFFFFF is the theme's own.
/// strings, joined by U+001F: page_language, page_url, font_family,
/// headline_family, then key and text of each word.
/// Reply: the palette in force, in the order above.
void av_configure(std::uint32_t viewer, const float* floats, const std::uint32_t* ints,
                  const char* strings, std::uint32_t bytes) noexcept;

/// Begins to read a document: `text` is JSON bytes, `base` the URL, `refused` the types of
/// pictures that the browser does not show, a line each.
void av_read(std::uint32_t viewer, const char* text, std::uint32_t bytes, const char* base,
             std::uint32_t base_bytes, const char* refused, std::uint32_t refused_bytes) noexcept;
/// Reads about so many JSON values more. @return 1: that was all.
int av_read_on(std::uint32_t viewer, std::uint32_t values) noexcept;
/// Shows what was read. Reply: refusal (0 none, 1 json, 2
/// document), message (string), headline, URL and id of the article, language (strings), direction
/// (0 ltr, 1 rtl), whether it is Chinese (0, 1), count of problems, then each: severity (0 error,
/// 1 warning), pointer (string), message (string).
void av_load(std::uint32_t viewer) noexcept;

/// Reply: the word and its language (strings).
void av_word(std::uint32_t viewer, const char* key, std::uint32_t bytes) noexcept;
/// Reply: the CSS font-family list (string) that text of a BCP 47 tag is set
/// in where the page names no font.
void av_default_family(const char* language, std::uint32_t bytes) noexcept;

/// Lays out a part of the content, of which nothing is seen yet. @return the language whose model
/// of phrases some title lacks: 0 none, 1 zh-Hans, 2 zh-Hant, 3 ja.
int av_lay_out(std::uint32_t viewer, float top, float bottom) noexcept;
/// A language's model, as tools/pack-phrases.mjs makes it, for all viewers. viewer: one that is
/// laid out but not seen, whose titles are broken anew; 0: none. @return 0: it is no model.
int av_learn_phrases(std::uint32_t viewer, int language, const char* packed,
                     std::uint32_t bytes) noexcept;

/// Moves time on and does all that is due, once a frame. near_top, near_height:
/// the part of the content near the reader, in which pictures are asked for at
/// `ratio`. laid_top, laid_bottom: the part that is laid out now, infinite where all
/// is; the rest stays as it is, or is estimated and not in the tree.
/// Reply: content height (float, CSS px); whether nothing is estimated (0, 1); the
/// tree's version; whether it is to be called again in the next frame (0, 1); ms until it is wanted
/// although nothing changes (float, -1 never); whose model of phrases a title lacks, as
/// av_lay_out says it; scroller count, then each: offset, clip x, y, width, height (floats); count
/// of blocks that look otherwise, then each one's node key; count of picture requests, then each:
/// kind (0 load, 1 release), picture, generation, width, height, url (string); count of events,
/// then each: kind, cause, part, link kind, index, total, width (float), height (float), text
/// (string).
void av_update(std::uint32_t viewer, float near_top, float near_height, float laid_top,
               float laid_bottom, float ratio, double now) noexcept;
/// Draws blocks as they stand. Each view is 6 words: node key, left, top
/// (floats, content CSS px), width, height (device px), ratio (float). Reply:
/// vertices (address), vertex count, indices (address), index count, commands
/// (address), command count, then the address of each view's end among the
/// commands; DrawCommand's layout is in paint/canvas.h.
void av_draw(std::uint32_t viewer, const std::uint32_t* views, std::uint32_t count) noexcept;

/// What changed since version `known` (0: all). Reply: node count, then the
/// nodes in reading order: key, parent (index, -1), flags (1 its meaning
/// follows, 2 its geometry follows), then these.
/// Meaning, 23 words: 0 layout::Role, 1 layout::Part, 2 flags (1 hidden, 2
/// selected, 4 disabled, 8 decorative, 16 right-to-left, 32 a picture shown
/// whole, 64 round, 128 a panel of tabs that is asleep; bits 8 to 15 layout::Look, 16 to 23
/// layout::Tone of its fill, 24 to 31 layout::BoxIcon), 3 level, 4 layout::Action, 5 argument, 6
/// layout::LinkKind, 7 picture (-1), 8 text (string), 10 name (string), 12 url
/// (string; a picture's own), 14 language (string), 16 datetime (string), 18
/// font size, 19 line height (floats; of a picture its focus, as shares of its
/// width and height; of others without text 18 is the radius, 19 what a slot reserves), 20 font
/// flags (1 bold, 2 headline, 4 plain links), 21 layout::Tone, 22 range count. A range is 12 words:
/// begin, end (UTF-16 units of the text), layout::Role, layout::LinkKind, url (string), language
/// (string), datetime (string), layout::Tone, whether an emphasis stands upright (1) and twice
/// InlineRange::room_em. Behind them, of a panel that is asleep, what it has in it (string).
/// Geometry: scroller (-1), frame x, y, width, height (floats, content CSS px; of a text that means
/// nothing those of its first line); whether it is the root of a block that draws something (0, 1,
/// 2: nothing but areas of one colour) and, where it is, the scroller of what is drawn and what
/// that may cover, x, y, width, height (floats).
void av_semantics(std::uint32_t viewer, std::uint32_t known) noexcept;
/// The lines of some nodes' texts. Reply, for each: line count, then each: begin
/// (UTF-16 units), x, width, top (floats, content CSS px), stretch count, then
/// each stretch's end (UTF-16 units), width, natural width, lead (floats) and
/// flags (1: spaced by letter, 2: right to left, 4: leftmost of its line, 8:
/// rightmost, 16: a soft hyphen that shows), then the line's end (UTF-16 units).
void av_lines(std::uint32_t viewer, const std::uint32_t* nodes, std::uint32_t count) noexcept;
/// For tests: the segments of a node's lines as they are drawn. Reply: count,
/// then each: line, begin, end (UTF-16 units), its room's left, its
/// own left and right, its room's right (the room has the gap to the next one
/// too), its ink's left and right (floats, content CSS px), blank (1: nothing is
/// drawn).
void av_segments(std::uint32_t viewer, int node) noexcept;

/// node: -1 none. range: a link in its text, by its number among the text's ranges; -1: the node.
/// press: 0 hovered, 1 pressed.
void av_highlight(std::uint32_t viewer, int press, int node, int range) noexcept;
/// Lays out what is in a panel of tabs that is asleep. node: -1 all panels.
void av_wake_panel(std::uint32_t viewer, int node) noexcept;
int av_activate(std::uint32_t viewer, int node, double now) noexcept;
/// part: 2 rankings, 3 comments. cause: 0 user, 1 script, 2 autoplay.
int av_select_tab(std::uint32_t viewer, int part, const char* id, std::uint32_t bytes,
                  int cause) noexcept;
int av_show_photo(std::uint32_t viewer, int index, int cause, double now) noexcept;
/// kind: 0 mouse, 1 touch, 2 pen.
void av_pointer_down(std::uint32_t viewer, int id, int kind, float x, float y, double now) noexcept;
/// @return 1 while a drag along the inline axis is under way.
int av_pointer_move(std::uint32_t viewer, int id, float x, float y, double now) noexcept;
/// @return 1 where it was a tap.
int av_pointer_up(std::uint32_t viewer, int id, float x, float y, double now) noexcept;
void av_pointer_cancel(std::uint32_t viewer, double now) noexcept;
/// what: 0 the gallery may go on by itself, 1 it waits, 2 its reader stopped it.
void av_autoplay(std::uint32_t viewer, int what) noexcept;
int av_wheel(std::uint32_t viewer, float x, float y, float dx, float dy, double now) noexcept;

void av_picture_ready(std::uint32_t viewer, int picture, std::uint32_t generation,
                      std::uint32_t texture, int width, int height) noexcept;
void av_picture_failed(std::uint32_t viewer, int picture, std::uint32_t generation) noexcept;
void av_picture_shown_by_host(std::uint32_t viewer, int picture, std::uint32_t generation) noexcept;
/// A photo to be enlarged: `part` and `index` as the event tells them, `width`
/// in device px. Reply: whether there is one (0, 1), then index, total, photo's
/// width, height (pixels, 0 unknown), url, src, alt, caption, credit, url of
/// the caption (strings).
void av_enlarged_photo(std::uint32_t viewer, int part, int index, int width) noexcept;
/// How high what the page has put into a slot is, CSS px. number: the argument of its node.
void av_slot(std::uint32_t viewer, std::uint32_t number, float height) noexcept;
/// The context was lost: pages and pictures are made anew.
void av_context_lost() noexcept;
/// A font of the page arrived: measure and rasterise again.
void av_fonts_changed() noexcept;
/// Reply: atlas pages, slots, rasterised, evicted shelves, live segments, live viewers.
void av_stats() noexcept;

// Imports, given by web/core/core.js:
/// `family` and `language` are text; see web/core/text-host.js.
void av_host_define_style(std::uint32_t style, const char* family, std::uint32_t family_bytes,
                          const char* language, std::uint32_t language_bytes, float size, int bold,
                          int italic, int tabular);
/// out: ascent, descent.
void av_host_font_metrics(std::uint32_t style, float* out);
/// Each request 2 words: style, direction (0, 1); their texts in the same order,
/// joined by U+000A. `out` 5 floats each: advance, left, top, right, bottom.
/// Without `ink`, the last four may be NaN, see host::TextHost::measure.
void av_host_measure(const std::uint32_t* requests, std::uint32_t count, const char* texts,
                     std::uint32_t bytes, int ink, float* out);
/// `starts` has a byte for each of the text, all 0; gets 1 where a word begins.
void av_host_find_words(const char* text, std::uint32_t bytes, std::uint8_t* starts);
/// @return texture id, 0 on failure.
std::uint32_t av_host_create_page(int width, int height);
/// Each job 11 words: style, direction, ink (0 dark, 1 light), page, x, y,
/// width, height, pen_x, pen_y, scale (the last three floats); their texts in
/// the same order, joined by U+000A; each upload 5 words: page, x, y, width,
/// height.
void av_host_rasterise(const std::uint32_t* jobs, std::uint32_t job_count, const char* texts,
                       std::uint32_t bytes, const std::uint32_t* uploads,
                       std::uint32_t upload_count);
/// code 0: `value` is a viewer's handle that is stale or none.
void av_host_warn(std::uint32_t code, std::uint32_t value);
}
