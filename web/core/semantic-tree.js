/**
 * The semantic tree as the core lays it out in words (src/web/core.h,
 * av_semantics), as plain objects: a model without elements, kept from change
 * to change. A node's `changes` say what of it is new, until it is written. Lines are asked for
 * alone (av_lines): only what is near has them in elements.
 *
 * @typedef {import("../element/types.js").LinkKind} LinkKind
 * @typedef {{end: number, width: number, natural: number, lead: number, byLetter: boolean, rtl: boolean,
 *   leftmost: boolean, rightmost: boolean, hyphen: boolean}} Stretch of a line, which one spacing serves:
 *   its width there and without spacing, behind the blank of its first mark that lies before it; all of one
 *   direction; `leftmost`, `rightmost`: of its line, as it is seen; `hyphen`: a soft hyphen that shows
 * @typedef {{begin: number, end: number, x: number, width: number, top: number,
 *   stretches: Stretch[]}} Line
 * @typedef {{begin: number, end: number, role: number, kind: LinkKind, url: string,
 *   language: string, datetime: string, tone: number, upright: boolean, roomEm: number}} Range `roomEm`: not 0: in
 *   flow it is on one line where a line has as many em
 * @typedef {{flat: boolean, scroller: number, x: number, y: number, width: number, height: number}} Block
 *   what of a node is drawn as one: `flat` is nothing but areas of one colour; what it may cover
 * @typedef {{role: number, part: number, hidden: boolean, selected: boolean,
 *   disabled: boolean, decorative: boolean, rtl: boolean, whole: boolean, round: boolean, look: string,
 *   fill: number, icon: number, level: number,
 *   action: number, argument: number, kind: LinkKind, picture: number, text: string,
 *   name: string, url: string, language: string, datetime: string, fontSize: number,
 *   lineHeight: number, bold: boolean, headline: boolean, plainLinks: boolean, tone: number,
 *   ranges: Range[], asleep: string}} Meaning `asleep`: what a panel of tabs has in it that no one has seen, a line each
 * @typedef {{scroller: number, x: number, y: number, width: number, height: number,
 *   block: Block | null}} Geometry of a text that means nothing: of its line
 * @typedef {{index: number, key: number, parent: number, changes: number} & Meaning &
 *   Geometry} SemanticNode
 * @typedef {import("./word-reader.js").Reply} Reply
 */

/*
 * Of Role and Action nothing but members is used, one by one and in no array: then what is delivered has their numbers
 * in their places, and no table (tools/size.mjs: 0.6 KB brotli).
 */

/** layout::Role, in its order. */
export const Role = /** @type {const} */ ({
  None: 0, Article: 1, Group: 2, Navigation: 3, Heading: 4, Paragraph: 5, Text: 6, Time: 7,
  Link: 8, Strong: 9, Emphasis: 10, Figure: 11, Image: 12, Caption: 13, Quote: 14, List: 15,
  OrderedList: 16, ListItem: 17, Separator: 18, Carousel: 19, Slide: 20, Button: 21, TabList: 22,
  Tab: 23, TabPanel: 24, Status: 25, Slot: 26,
});

/** layout::Action, in its order. */
export const Action = /** @type {const} */ ({
  None: 0, Follow: 1, PreviousPhoto: 2, NextPhoto: 3, SelectTab: 4, RetryPicture: 5,
  EnlargePhoto: 6,
  ToggleAutoplay: 7,
});

/** The same as names: `data-action` of the layer's buttons. */
export const actions = ["None", "Follow", "PreviousPhoto", "NextPhoto", "SelectTab", "RetryPicture", "EnlargePhoto", "ToggleAutoplay"];

/** layout::LinkKind, in its order: the kinds of `article-navigate`. */
export const linkKinds = /** @type {LinkKind[]} */ (["login", "edition", "site", "source", "article", "author", "ranking",
  "photo", "video", "comment", "text", "tag"]);

/** layout::Part, in its order. */
export const Part = /** @type {const} */ ({ card: 0, gallery: 1, rankings: 2, comments: 3 });

/** layout::Tone, in its order: custom properties of the layer with these colours. */
export const tones = ["", "paper", "panel", "text", "secondary", "line", "control", "accent", "link", "on-dark", "shade"];

/** The colour of a tone, "" where it is the text's own. @param {number} tone */
export const colourOf = (tone) => tone && tones[tone] !== "text" ? `var(--av-${tones[tone]})` : "";

/** layout::BoxIcon, in its order. */
export const icons = ["", "arrow-start", "arrow-end", "play", "missing", "like", "person", "enlarge", "pause"];

/** layout::Look, in its order: classes of the layer's elements. */
export const looks = ["", "kicker", "headline", "summary", "meta", "lead", "body", "subheading",
  "minor-heading", "video", "credits", "tags", "site-name", "site-logo", "site-link", "part-title",
  "caption", "notice", "tab-label", "ranking-item", "views", "empty", "foot-link", "counts",
  "comment", "avatar", "author", "remark", "likes", "quotation", "credit"];

/** `roomEm` of ranges, in the core composer.cpp's kRooms. */
export const rooms = [8, 12, 16, 20, 24];

/** The slide that is shown. @param {SemanticNode[]} nodes */
export const currentSlide = (nodes) => nodes.find(({ role, hidden }) => role === Role.Slide && !hidden);

/** What of a node is not written yet: bits of its `changes`. */
export const Change = /** @type {const} */ ({ Meaning: 1, Geometry: 2 });

/** Most nodes have none. @type {Range[]} */
const noRanges = [];

/**
 * A node that the core tells of. There are hundreds for an article and they stay,
 * so each has all its fields from the beginning: one that gets them later takes four times the memory.
 * @implements {SemanticNode}
 */
class CoreNode {
  index = 0;
  parent = -1;
  changes = 0;
  role = 0;
  part = 0;
  #flags = 0;
  #font = 0;
  level = 0;
  action = 0;
  argument = 0;
  /** @type {LinkKind} */
  kind = "text";
  picture = -1;
  text = "";
  name = "";
  url = "";
  language = "";
  datetime = "";
  fontSize = 0;
  lineHeight = 0;
  tone = 0;
  ranges = noRanges;
  asleep = "";
  scroller = -1;
  x = 0;
  y = 0;
  width = 0;
  height = 0;
  /** @type {Block | null} */
  block = null;

  /** @param {number} key */
  constructor(key) {
    this.key = key;
  }

  get hidden() { return !!(this.#flags & 1); }
  get selected() { return !!(this.#flags & 2); }
  get disabled() { return !!(this.#flags & 4); }
  get decorative() { return !!(this.#flags & 8); }
  get rtl() { return !!(this.#flags & 16); }
  get whole() { return !!(this.#flags & 32); }
  get round() { return !!(this.#flags & 64); }
  get look() { return looks[this.#flags >> 8 & 255]; }
  get fill() { return this.#flags >> 16 & 255; }
  get icon() { return this.#flags >>> 24; }
  get bold() { return !!(this.#font & 1); }
  get headline() { return !!(this.#font & 2); }
  get plainLinks() { return !!(this.#font & 4); }

  /** @param {Reply} words */
  readMeaning(words) {
    this.role = words.number();
    this.part = words.number();
    this.#flags = words.integer();
    this.level = words.number();
    this.action = words.number();
    this.argument = words.integer();
    this.kind = linkKinds[words.number()];
    this.picture = words.integer();
    this.text = words.string();
    this.name = words.string();
    this.url = words.string();
    this.language = words.string();
    this.datetime = words.string();
    this.fontSize = words.real();
    this.lineHeight = words.real();
    this.#font = words.number();
    this.tone = words.number();
    const count = words.number();
    this.ranges = count ? Array.from({ length: count }, () => readRange(words)) : noRanges;
    this.asleep = this.#flags & 128 ? words.string() : "";
  }

  /** @param {Reply} words */
  readGeometry(words) {
    this.scroller = words.integer();
    this.x = words.real();
    this.y = words.real();
    this.width = words.real();
    this.height = words.real();
    this.block = readBlock(words);
  }
}

/** @param {Reply} words @returns {Range} */
function readRange(words) {
  const [begin, end, role, kind] = [words.number(), words.number(), words.number(), linkKinds[words.number()]];
  const [url, language, datetime] = [words.string(), words.string(), words.string()];
  const [tone, last] = [words.number(), words.number()];
  return { begin, end, role, kind, url, language, datetime, tone, upright: !!(last & 1), roomEm: last >> 1 };
}

/** @param {Reply} words @returns {Block | null} */
function readBlock(words) {
  const kind = words.number();
  return kind ? { flat: kind === 2, scroller: words.integer(), x: words.real(), y: words.real(),
    width: words.real(), height: words.real() } : null;
}

/** The lines of one text. @param {Reply} words @returns {Line[]} */
export function readLines(words) {
  return words.list(() => ({
    begin: words.number(), x: words.real(), width: words.real(), top: words.real(),
    stretches: words.list(() => {
      const [end, width, natural, lead, flags] = [words.number(), words.real(), words.real(), words.real(), words.number()];
      return { end, width, natural, lead, byLetter: !!(flags & 1), rtl: !!(flags & 2), leftmost: !!(flags & 4),
        rightmost: !!(flags & 8), hyphen: !!(flags & 16) };
    }),
    end: words.number(),
  }));
}

/**
 * @param {Reply} words what changed
 * @param {SemanticNode[]} before what was there before: nodes of this module, which are kept
 * @returns {CoreNode[]} all, in reading order
 */
export function readSemantics(words, before) {
  const known = new Map(before.map((node) => [node.key, /** @type {CoreNode} */ (node)]));
  return Array.from({ length: words.number() }, (_, index) => {
    const key = words.number();
    const parent = words.integer();
    const changes = words.number();
    const node = known.get(key) ?? new CoreNode(key);
    node.index = index;
    node.parent = parent;
    node.changes |= changes;
    if (changes & Change.Meaning) node.readMeaning(words);
    if (changes & Change.Geometry) node.readGeometry(words);
    return node;
  });
}
