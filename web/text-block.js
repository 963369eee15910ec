import { Role } from "./semantic-tree.js";

/**
 * The text of one element of the layer: one block of inline pieces, a line of
 * the drawing each (or several, where a link or emphasis begins in a line),
 * with `wbr` between lines. So it is read, found, selected and copied as one
 * paragraph, and still breaks where the drawing does: pieces do not wrap, and
 * the room that a line leaves is a margin at its end.
 *
 * @typedef {import("./semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./semantic-tree.js").Range} Range
 * @typedef {{family: (language: string) => string,
 *   link: (element: HTMLAnchorElement, url: string, kind: string) => void}} Context
 */

/** Room that is left at a line's end, so that rounding never breaks a line early; CSS px. */
const slack = 0.5;

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const joined = /[\p{Script=Arabic}\p{Script=Syriac}]/u;
const invisible = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;

/** @param {string} text @returns {number} characters that letter spacing falls on, about */
function countLetters(text) {
  let count = 0;
  for (const c of text) if (!invisible.test(c)) count += 1;
  return count;
}

/** @type {Record<number, string>} */
const rangeTags = { [Role.Link]: "a", [Role.Strong]: "strong", [Role.Emphasis]: "em", [Role.Time]: "time" };

export class TextBlock {
  #contentKey = "";
  #lineKey = "";
  /** @type {{pieces: HTMLElement[], width: number, natural: number, text: string}[]} */
  #lines = [];
  /** @type {HTMLElement[]} elements of the ranges */
  #ranges = [];
  #fitted = true;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** Writes. @param {SemanticNode} node @param {Context} context */
  update(node, context) {
    const contentKey = [node.text, JSON.stringify(node.ranges), node.language,
      node.lines.map((line) => line.begin).join()].join("\0");
    if (contentKey !== this.#contentKey) {
      this.#contentKey = contentKey;
      this.#lineKey = "";
      this.#rebuild(node, context);
    }
    const lineKey = [node.x, node.width, node.fontSize, node.bold, node.rtl,
      ...node.lines.flatMap((line) => [line.x, line.width])].join();
    if (lineKey !== this.#lineKey) {
      this.#lineKey = lineKey;
      this.#placeLines(node);
    }
  }

  /** Another font: the spacing has to be found anew. */
  refit() {
    this.#fitted = !this.#lines.length;
    for (const { pieces } of this.#lines) setSpacing(pieces, "", "");
  }

  get needsFit() {
    return !this.#fitted;
  }

  /** @param {SemanticNode} node @param {Context} context */
  #rebuild(node, context) {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    const focused = this.element.contains(root.activeElement ?? null) ? root.activeElement : null;
    this.#lines = node.lines.map(({ begin, end, width }) =>
      ({ pieces: [], width, natural: 0, text: node.text.slice(begin, end) }));
    const ranges = node.ranges.map((range, i) => this.#rangeElement(range, i, context));
    this.#ranges = ranges;
    const content = document.createDocumentFragment();
    /** @type {number[]} */
    const open = [];
    const points = [...new Set([0, node.text.length,
      ...node.lines.map((line) => line.begin),
      ...node.ranges.flatMap(({ begin, end }) => [begin, end])])].sort((a, b) => a - b);
    let line = node.lines.length ? 0 : -1;
    for (let i = 0; i + 1 < points.length; ++i) {
      const [begin, end] = [points[i], points[i + 1]];
      const active = node.ranges.flatMap((range, number) =>
        range.begin <= begin && range.end >= end ? [number] : []);
      while (open.length && open.some((number, depth) => active[depth] !== number)) open.pop();
      if (line >= 0 && begin >= (node.lines[line + 1]?.begin ?? Infinity)) {
        line += 1;
        (open.length ? ranges[/** @type {number} */ (open.at(-1))] : content)
          .append(document.createElement("wbr"));
      }
      for (const number of active.slice(open.length)) {
        (open.length ? ranges[/** @type {number} */ (open.at(-1))] : content).append(ranges[number]);
        open.push(number);
      }
      const piece = document.createElement("span");
      piece.textContent = node.text.slice(begin, end);
      if (line >= 0) this.#lines[line].pieces.push(piece);
      (open.length ? ranges[/** @type {number} */ (open.at(-1))] : content).append(piece);
    }
    this.element.replaceChildren(content);
    this.element.classList.toggle("broken", node.lines.length > 0);
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
    element.style.fontFamily = range.language ? context.family(range.language) : "";
    if (element instanceof HTMLTimeElement) element.dateTime = range.datetime;
    if (element instanceof HTMLAnchorElement) context.link(element, range.url, range.kind);
    return element;
  }

  /** @param {SemanticNode} node */
  #placeLines(node) {
    node.lines.forEach(({ x, width }, i) => {
      const { pieces } = this.#lines[i];
      this.#lines[i].width = width;
      if (!pieces.length) return;
      const start = node.rtl ? node.x + node.width - x - width : x - node.x;
      const end = node.width - start - width - slack;
      for (const piece of pieces) piece.style.marginInline = "";
      pieces[0].style.marginInlineStart = Math.abs(start) > 0.01 ? `${start}px` : "";
      if (i + 1 < node.lines.length)
        /** @type {HTMLElement} */ (pieces.at(-1)).style.marginInlineEnd = `${Math.max(0, end)}px`;
    });
    this.refit();
  }

  /** Reads the lines' widths. @param {number} scale of the layer on the screen */
  measure(scale) {
    let shown = false;
    for (const line of this.#lines) {
      line.natural = line.pieces.reduce(
        (sum, piece) => sum + piece.getBoundingClientRect().width, 0) / scale;
      shown ||= line.natural > 0;
    }
    // What is hidden is fitted when it is shown.
    this.#fitted = shown || this.#lines.every(({ width }) => width === 0);
  }

  /** Writes the spacing that makes each line as wide as it is drawn. */
  fit() {
    if (!this.#fitted) return;
    for (const { pieces, width, natural, text } of this.#lines) {
      const spare = width - natural;
      if (!natural || Math.abs(spare) < 0.05) continue;
      const inner = text.trim();
      const spaces = inner.split(/[ \u00a0]/).length - 1;
      if (han.test(inner) || (!spaces && !joined.test(inner)))
        setSpacing(pieces, `${spare / Math.max(1, countLetters(inner))}px`, "");
      else if (spaces) setSpacing(pieces, "", `${spare / spaces}px`);
    }
  }
}

/** @param {HTMLElement[]} pieces @param {string} letter @param {string} word */
function setSpacing(pieces, letter, word) {
  for (const { style } of pieces) {
    style.letterSpacing = letter;
    style.wordSpacing = word;
  }
}
