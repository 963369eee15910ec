/**
 * The semantic tree as the core lays it out in words (src/web/core.h,
 * av_semantics), as plain objects: a model without elements, kept from change
 * to change. A node's `changes` say what of it is new. Lines are asked for
 * alone (av_lines): only what is near has them in elements.
 *
 * @typedef {{end: number, width: number, natural: number, lead: number, byLetter: boolean}} Stretch of
 *   a line, which one spacing serves: its width there and without spacing, behind the blank of its first
 *   mark that lies before it
 * @typedef {{begin: number, end: number, x: number, width: number, top: number,
 *   stretches: Stretch[]}} Line
 * @typedef {{begin: number, end: number, role: number, kind: string, url: string,
 *   language: string, datetime: string, tone: number}} Range
 * @typedef {{flat: boolean, scroller: number, x: number, y: number, width: number, height: number}} Block
 *   what of a node is drawn as one: `flat` is nothing but areas of one colour; what it may cover
 * @typedef {{role: number, part: number, hidden: boolean, selected: boolean,
 *   disabled: boolean, decorative: boolean, rtl: boolean, whole: boolean, round: boolean, look: string,
 *   fill: number, icon: number, level: number,
 *   action: number, argument: number, kind: string, picture: number, text: string,
 *   name: string, url: string, language: string, datetime: string, fontSize: number,
 *   lineHeight: number, bold: boolean, headline: boolean, plainLinks: boolean, tone: number,
 *   ranges: Range[]}} Meaning
 * @typedef {{scroller: number, x: number, y: number, width: number, height: number,
 *   block: Block | null}} Geometry of a text that means nothing: of its line
 * @typedef {{index: number, key: number, parent: number, changes: number} & Meaning &
 *   Geometry} SemanticNode
 * @typedef {import("./word-reader.js").Reply} Reply
 */

/** layout::Role, in its order. */
export const Role = /** @type {const} */ ({
  None: 0, Article: 1, Group: 2, Navigation: 3, Heading: 4, Paragraph: 5, Text: 6, Time: 7,
  Link: 8, Strong: 9, Emphasis: 10, Figure: 11, Image: 12, Caption: 13, Quote: 14, List: 15,
  OrderedList: 16, ListItem: 17, Separator: 18, Carousel: 19, Slide: 20, Button: 21, TabList: 22,
  Tab: 23, TabPanel: 24, Status: 25,
});

/** layout::Action, in its order. */
export const Action = /** @type {const} */ ({
  None: 0, Follow: 1, PreviousPhoto: 2, NextPhoto: 3, SelectTab: 4, RetryPicture: 5,
  EnlargePhoto: 6,
  ToggleAutoplay: 7,
});

/** layout::LinkKind, in its order: the kinds of `article-navigate`. */
export const linkKinds = ["login", "edition", "site", "source", "article", "author", "ranking",
  "photo", "video", "comment", "text", "tag"];

/** layout::Part, in its order. */
export const Part = /** @type {const} */ ({ card: 0, gallery: 1, rankings: 2, comments: 3 });

/** layout::Tone, in its order: custom properties of the layer with these colours. */
export const tones = ["", "paper", "panel", "text", "secondary", "line", "control", "accent", "link", "on-dark", "shade"];

/** The colour of a tone, "" where it is the text's own. @param {number} tone */
export const colourOf = (tone) => tone && tones[tone] !== "text" ? `var(--${tones[tone]})` : "";

/** layout::BoxIcon, in its order. */
export const icons = ["", "arrow-start", "arrow-end", "play", "missing", "like", "person", "enlarge", "pause"];

/** layout::Look, in its order: classes of the layer's elements. */
export const looks = ["", "kicker", "headline", "summary", "meta", "lead", "body", "subheading",
  "minor-heading", "video", "credits", "tags", "site-name", "site-logo", "site-link", "part-title",
  "caption", "notice", "tab-label", "ranking-item", "views", "empty", "foot-link", "counts",
  "comment", "avatar", "author", "remark", "likes"];

/** What of a node is new: bits of its `changes`. */
export const Change = /** @type {const} */ ({ Meaning: 1, Geometry: 2 });

/** @param {Reply} words @returns {Meaning} */
function readMeaning(words) {
  const role = words.number();
  const part = words.number();
  const flags = words.number();
  const node = {
    role, part,
    hidden: !!(flags & 1), selected: !!(flags & 2), disabled: !!(flags & 4),
    decorative: !!(flags & 8), rtl: !!(flags & 16), whole: !!(flags & 32),
    round: !!(flags & 64), look: looks[flags >> 8 & 255], fill: flags >> 16 & 255, icon: flags >>> 24,
    level: words.number(), action: words.number(), argument: words.integer(),
    kind: linkKinds[words.number()], picture: words.integer(),
    text: words.string(), name: words.string(), url: words.string(), language: words.string(),
    datetime: words.string(), fontSize: words.real(), lineHeight: words.real(),
  };
  const font = words.number();
  return {
    ...node, bold: !!(font & 1), headline: !!(font & 2), plainLinks: !!(font & 4), tone: words.number(),
    ranges: Array.from({ length: words.number() }, () => ({
      begin: words.number(), end: words.number(), role: words.number(),
      kind: linkKinds[words.number()], url: words.string(), language: words.string(),
      datetime: words.string(), tone: words.number(),
    })),
  };
}

/** @param {Reply} words @returns {Block | null} */
function readBlock(words) {
  const kind = words.number();
  return kind ? { flat: kind === 2, scroller: words.integer(), x: words.real(), y: words.real(),
    width: words.real(), height: words.real() } : null;
}

/** @param {Reply} words @returns {Geometry} */
function readGeometry(words) {
  return {
    scroller: words.integer(), x: words.real(), y: words.real(), width: words.real(),
    height: words.real(), block: readBlock(words),
  };
}

/** The lines of one text. @param {Reply} words @returns {Line[]} */
export function readLines(words) {
  return words.list(() => ({
    begin: words.number(), x: words.real(), width: words.real(), top: words.real(),
    stretches: words.list(() => ({
      end: words.number(), width: words.real(), natural: words.real(), lead: words.real(), byLetter: words.number() === 1,
    })),
    end: words.number(),
  }));
}

/**
 * @param {Reply} words what changed
 * @param {Map<number, SemanticNode>} known by key: what was there before; gets
 *   what is there now
 * @returns {SemanticNode[]} all, in reading order
 */
export function readSemantics(words, known) {
  const nodes = Array.from({ length: words.number() }, (_, index) => {
    const key = words.number();
    const parent = words.integer();
    const changes = words.number();
    const node = known.get(key) ?? /** @type {SemanticNode} */ ({ key });
    return Object.assign(node, { index, parent, changes },
      changes & Change.Meaning && readMeaning(words),
      changes & Change.Geometry && readGeometry(words));
  });
  known.clear();
  for (const node of nodes) known.set(node.key, node);
  return nodes;
}
