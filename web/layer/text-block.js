import { colourOf, Role } from "../core/semantic-tree.js";
import { setAttribute } from "./node-element.js";

/**
 * The text of one element of the layer: one block of inline pieces, a line of
 * the drawing each (or several, where a link or emphasis begins in a line, or
 * where another spacing does), with `wbr` between lines. So it is read, found,
 * selected and copied as one paragraph, and still breaks where the drawing
 * does: pieces do not wrap, and the room that a line leaves is a margin at its
 * end.
 *
 * What is far from the reader is one text node for each stretch of one meaning,
 * until its lines are asked for.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").Line} Line
 * @typedef {import("../core/semantic-tree.js").Range} Range
 * @typedef {{family: (language: string) => string,
 *   link: (element: HTMLAnchorElement, url: string, kind: import("../core/semantic-tree.js").LinkKind, range: number) => void}} Context
 * What a bidi paragraph reorders is one paragraph to the browser too: each
 * stretch is of one direction, so that its box is whole, and has its room at
 * its left and right, which are not its start and end where it runs against
 * its paragraph.
 *
 * @typedef {{pieces: HTMLElement[], width: number, natural: number, lead: number, spacing: number,
 *   byLetter: boolean, units: number, rtl: boolean, toLeft: boolean, turns: boolean, text: string, left: number,
 *   right: number}} Stretch as it is laid on the drawing: its width there, as it lies, the blank that lies
 *   before it, and the spacing that it lies with, which falls on so many units; `toLeft`: what it is
 *   narrower or wider than drawn lies at its left; `turns`: its line runs
 *   both ways; `left` and `right`: the room that its line leaves there
 */

/** Room behind the end of a block's lines, so that what fitting misses never breaks one early; CSS px. */
export const slack = 2;

/** What no spacing is written for: a line's stretches may add it up. A browser's own unit is 1/64. */
const leastSpare = 0.02;

const invisible = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;

/** @param {string} text @returns {number} characters that letter spacing falls on, about */
function countLetters(text) {
  let count = 0;
  for (const c of text) if (!invisible.test(c)) count += 1;
  return count;
}

/** What no character is narrower than that might come up from the next line, CSS px. */
const turnSlack = 4;

/** @type {Record<number, string>} */
const rangeTags = { [Role.Link]: "a", [Role.Strong]: "strong", [Role.Emphasis]: "em", [Role.Time]: "time" };

export class TextBlock {
  /** @type {string | null} null: nothing was written */
  #breakKey = null;
  #lineKey = "";
  /** @type {Stretch[][]} of each line */
  #lines = [];
  /** @type {HTMLElement[]} elements of the ranges */
  #ranges = [];
  #fitted = true;

  #scale;

  /** @param {HTMLElement} element @param {{spacing: number}} scale CSS px that each CSS px of a spacing comes to */
  constructor(element, scale) {
    this.element = element;
    this.#scale = scale;
  }

  /**
   * Writes what changed.
   * @param {SemanticNode} node @param {Line[]} lines none: it is not broken, or far
   * @param {boolean} renewed its meaning changed @param {Context} context
   */
  update(node, lines, renewed, context) {
    const breakKey = lines.map(({ begin, stretches }) =>
      [begin, ...stretches.map(({ end }) => end)].join()).join(";");
    if (renewed || breakKey !== this.#breakKey) {
      this.#breakKey = breakKey;
      this.#lineKey = "";
      this.#rebuild(node, lines, context);
    }
    const lineKey = [node.x, node.width, ...lines.flatMap(({ x, width, stretches }) =>
      [x, width, ...stretches.flatMap((stretch) => [stretch.width, stretch.natural])])].join();
    if (lineKey !== this.#lineKey) {
      this.#lineKey = lineKey;
      this.#placeLines(node, lines);
    }
  }

  /** Another font: the spacing has to be found anew. */
  refit() {
    this.#fitted = !this.#lines.length;
    for (const stretch of this.#lines.flat()) space(stretch, this.#scale.spacing);
  }

  get hasDash() {
    return this.#lines.flat().some(({ text }) => /——|……/.test(text));
  }

  get needsFit() {
    return !this.#fitted;
  }

  /** @param {SemanticNode} node @param {Line[]} lines @param {Context} context */
  #rebuild(node, lines, context) {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const focused = this.element.contains(root.activeElement ?? null) ? root.activeElement : null;
    this.#lines = lines.map(({ begin, stretches }) => {
      const turns = stretches.some(({ rtl }) => rtl);
      return stretches.map(({ byLetter, rtl, end }, i) => {
        const text = node.text.slice(stretches[i - 1]?.end ?? begin, end);
        return { pieces: [], width: 0, natural: 0, lead: 0, spacing: 0, byLetter, units: unitsOf(byLetter, text),
          rtl, toLeft: rtl || node.rtl, turns, left: 0, right: 0, text };
      });
    });
    const ranges = node.ranges.map((range, i) => this.#rangeElement(range, i, context));
    this.#ranges = ranges;
    const content = document.createDocumentFragment();
    /** @type {number[]} */
    const open = [];
    const points = [...new Set([0, node.text.length,
      ...lines.flatMap(({ begin, stretches }) => [begin, ...stretches.map(({ end }) => end)]),
      ...node.ranges.flatMap(({ begin, end }) => [begin, end])])].sort((a, b) => a - b);
    let line = lines.length ? 0 : -1;
    let stretch = 0;
    for (let i = 0; i + 1 < points.length; ++i) {
      const [begin, end] = [points[i], points[i + 1]];
      const active = node.ranges.flatMap((range, number) =>
        range.begin <= begin && range.end >= end ? [number] : []);
      while (open.length && open.some((number, depth) => active[depth] !== number)) open.pop();
      if (line >= 0 && begin >= (lines[line + 1]?.begin ?? Infinity)) {
        // Where a soft hyphen shows, the browser has to break at that.
        const hyphen = lines[line].stretches.at(-1)?.hyphen;
        line += 1;
        stretch = 0;
        if (!hyphen)
          (open.length ? ranges[/** @type {number} */ (open.at(-1))] : content)
            .append(lineBreak());
      }
      for (const number of active.slice(open.length)) {
        (open.length ? ranges[/** @type {number} */ (open.at(-1))] : content).append(ranges[number]);
        open.push(number);
      }
      const words = node.text.slice(begin, end);
      const piece = line < 0 ? words : pieceOf(words);
      const last = (lines[line]?.stretches.length ?? 0) - 1;
      if (stretch < last && begin >= lines[line].stretches[stretch].end) stretch += 1;
      // What hangs over the line's end is in no stretch.
      if (typeof piece !== "string" && last >= 0) {
        piece.classList.toggle("hyphen", lines[line].stretches[stretch].hyphen);
        if (begin < lines[line].stretches[last].end) this.#lines[line][stretch].pieces.push(piece);
        else piece.classList.add("hung");
      }
      (open.length ? ranges[/** @type {number} */ (open.at(-1))] : content).append(piece);
    }
    // What it is drawn on is not text: a block may be drawn a moment before its lines are placed.
    const canvases = [...this.element.children].filter((child) => child.localName === "canvas");
    this.element.replaceChildren(content, ...canvases);
    this.element.classList.toggle("broken", lines.length > 0);
    if (focused instanceof HTMLElement && focused.isConnected && root.activeElement !== focused)
      focused.focus({ preventScroll: true });
  }

  /** @param {Range} range @param {number} index @param {Context} context */
  #rangeElement(range, index, context) {
    const tag = range.role === Role.Link && !range.url ? "span" : rangeTags[range.role] ?? "span";
    const before = this.#ranges[index];
    const element = before?.localName === tag ? before : document.createElement(tag);
    element.replaceChildren();
    element.lang = range.language;
    if (!range.language) element.removeAttribute("lang");
    element.classList.toggle("upright", range.upright);
    setAttribute(element, "data-room", String(range.roomEm || "") || null);
    element.style.fontFamily = range.language ? context.family(range.language) : "";
    element.style.color = colourOf(range.tone);
    if (element instanceof HTMLTimeElement) element.dateTime = range.datetime;
    if (element instanceof HTMLAnchorElement) context.link(element, range.url, range.kind, index);
    return element;
  }

  /** @param {SemanticNode} node @param {Line[]} lines */
  #placeLines(node, lines) {
    lines.forEach(({ x, width, stretches }, i) => {
      const line = this.#lines[i];
      const start = node.rtl ? node.x + node.width - x - width : x - node.x;
      // WebKit breaks a line with words from right to left as if its spaces were not squeezed, and its words wider than
      // it sets them: the line is told to be narrower than it is.
      const told = node.rtl || !line[0]?.turns ? 0
        : stretches.reduce((sum, one) => sum + Math.min(0, one.width - one.natural), -turnSlack);
      const end = (i + 1 < lines.length ? Math.max(0, node.width - start - width) : 0) + told;
      const [left, right] = node.rtl ? [end, start] : [start, end];
      stretches.forEach(({ width: wide, natural, lead, leftmost, rightmost }, j) =>
        Object.assign(line[j], { width: wide, natural, lead, spacing: 0,
          left: leftmost ? left : 0, right: rightmost ? right : 0 }));
    });
    this.refit();
  }

  /** Reads the stretches' widths. @param {number} scale of the layer on the screen */
  measure(scale) {
    let shown = false;
    for (const stretch of this.#lines.flat()) {
      const { lead, spacing, natural, turns } = stretch;
      const width = stretch.pieces.reduce((sum, piece) => sum + widthOf(piece, turns), 0) / scale;
      shown ||= width > 0;
      if (!width) continue;
      // Marks beside Arabic words have their script, in which Chromium spaces no letters.
      if (stretch.turns && Math.abs(spacing) > 0.25) {
        const taken = Math.min(stretch.units, Math.max(0, Math.round((width - lead - natural) / spacing)));
        if (stretch.units && !taken) stretch.spacing = 0;
        stretch.units = taken;
      }
      // What it would be without its spacing.
      stretch.natural = width - lead - stretch.spacing * stretch.units;
    }
    // What is hidden is fitted when it is shown.
    this.#fitted = shown || this.#lines.flat().every(({ width }) => width === 0);
  }

  /** Writes the spacing that makes each stretch as wide as it is drawn. */
  fit() {
    if (!this.#fitted) return;
    for (const stretch of this.#lines.flat()) {
      const is = stretch.natural + stretch.spacing * Math.max(1, stretch.units);
      if (stretch.natural && Math.abs(stretch.width - is) >= leastSpare) space(stretch, this.#scale.spacing);
    }
  }
}

/** @param {string} words */
function pieceOf(words) {
  const piece = document.createElement("span");
  piece.className = "piece";
  piece.textContent = words;
  return piece;
}

/** What spacing falls on: letters, else spaces. @param {boolean} byLetter @param {string} text */
function unitsOf(byLetter, text) {
  return byLetter ? countLetters(text) : text.split(/[ \u00a0]/).length - 1;
}

/** @param {HTMLElement} piece @param {boolean} turns where its line does, another piece may stand between two parts of it */
function widthOf(piece, turns) {
  if (!turns) return piece.getBoundingClientRect().width;
  return [...piece.getClientRects()].reduce((sum, { width }) => sum + width, 0);
}

/** Gives a stretch the width that it is drawn with, from its natural one. @param {Stretch} stretch @param {number} scale of spacings */
function space(stretch, scale) {
  const { units } = stretch;
  const spare = stretch.natural ? stretch.width - stretch.natural : 0;
  stretch.spacing = Math.abs(spare) < leastSpare ? 0 : units ? spare / units : spare;
  const spacing = stretch.spacing ? `${stretch.spacing / scale}px` : "";
  if (!units) setSpacing(stretch, "", "", stretch.spacing);
  else if (stretch.byLetter) setSpacing(stretch, spacing, "", 0);
  else setSpacing(stretch, "", spacing, 0);
}

/** Chromium puts a space into the name of a link or heading where a `wbr` is exposed. */
function lineBreak() {
  const element = document.createElement("wbr");
  element.setAttribute("aria-hidden", "true");
  return element;
}

/** @param {Stretch} stretch @param {string} letter @param {string} word @param {number} behind CSS px */
function setSpacing({ pieces, rtl, toLeft, lead, left, right }, letter, word, behind) {
  const ends = rtl ? [left, right - lead] : [left - lead, right];
  ends[toLeft ? 0 : 1] += behind;
  const [marginLeft, marginRight] = ends.map((room) => (Math.abs(room) > 0.01 ? `${room}px` : ""));
  const [first, last] = rtl ? [pieces.length - 1, 0] : [0, pieces.length - 1];
  pieces.forEach(({ style }, i) => Object.assign(style, { letterSpacing: letter, wordSpacing: word,
    marginLeft: i === first ? marginLeft : "", marginRight: i === last ? marginRight : "" }));
}
