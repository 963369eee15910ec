/**
 * The semantic tree as the core lays it out in words (src/web/core.h,
 * av_semantics), as plain objects: a model without elements.
 *
 * @typedef {{begin: number, end: number, x: number, width: number, top: number}} Line
 * @typedef {{begin: number, end: number, role: number, kind: string, url: string,
 *   language: string, datetime: string, tone: number}} Range
 * @typedef {{index: number, key: number, parent: number, role: number, part: number,
 *   hidden: boolean, selected: boolean, disabled: boolean, decorative: boolean,
 *   rtl: boolean, whole: boolean, look: string, level: number, action: number, argument: number, kind: string,
 *   picture: number, scroller: number, x: number, y: number, width: number,
 *   height: number, text: string, name: string, url: string, language: string,
 *   datetime: string, fontSize: number, lineHeight: number, bold: boolean,
 *   headline: boolean, tone: number, lines: Line[], ranges: Range[]}} SemanticNode
 * @typedef {import("./core.js").WordReader} WordReader
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
});

/** layout::LinkKind, in its order: the kinds of `article-navigate`. */
export const linkKinds = ["login", "edition", "site", "source", "article", "author", "ranking",
  "photo", "video", "comment", "text", "tag"];

/** layout::Part, in its order. */
export const Part = /** @type {const} */ ({ card: 0, gallery: 1, rankings: 2, comments: 3 });

/** layout::Look, in its order: classes of the layer's elements. */
export const looks = ["", "kicker", "headline", "summary", "meta", "lead", "body", "subheading",
  "minor-heading", "video", "credits", "tags", "site-name", "site-logo", "site-link", "part-title",
  "caption", "notice", "tab-label", "ranking-item", "views", "empty", "foot-link", "counts",
  "comment", "avatar", "author", "remark", "likes"];

/** @param {WordReader} words @param {number} index @returns {SemanticNode} */
function readNode(words, index) {
  const key = words.number();
  const parent = words.integer();
  const role = words.number();
  const part = words.number();
  const flags = words.number();
  const node = {
    index, key, parent, role, part,
    hidden: !!(flags & 1), selected: !!(flags & 2), disabled: !!(flags & 4),
    decorative: !!(flags & 8), rtl: !!(flags & 16), whole: !!(flags & 32),
    look: looks[flags >> 8],
    level: words.number(), action: words.number(), argument: words.integer(),
    kind: linkKinds[words.number()], picture: words.integer(), scroller: words.integer(),
    x: words.real(), y: words.real(), width: words.real(), height: words.real(),
    text: words.string(), name: words.string(), url: words.string(), language: words.string(),
    datetime: words.string(), fontSize: words.real(), lineHeight: words.real(),
  };
  const font = words.number();
  const tone = words.number();
  const lineCount = words.number();
  const rangeCount = words.number();
  words.real();
  /** @type {Line[]} */
  const lines = Array.from({ length: lineCount }, () => ({
    begin: words.number(), end: words.number(), x: words.real(), width: words.real(),
    top: words.real(),
  }));
  /** @type {Range[]} */
  const ranges = Array.from({ length: rangeCount }, () => ({
    begin: words.number(), end: words.number(), role: words.number(),
    kind: linkKinds[words.number()], url: words.string(), language: words.string(),
    datetime: words.string(), tone: words.number(),
  }));
  return { ...node, bold: !!(font & 1), headline: !!(font & 2), tone, lines, ranges };
}

/** @param {WordReader} words @returns {SemanticNode[]} in reading order */
export function readSemantics(words) {
  return Array.from({ length: words.number() }, (_, index) => readNode(words, index));
}
