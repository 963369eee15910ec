import { Change, Role } from "../core/semantic-tree.js";
import { LayerElements, untilFound } from "./layer-elements.js";
import { paintElement } from "./paint-element.js";
import { Strips } from "./strips.js";
import { slack, TextBlock } from "./text-block.js";
import { asWritten } from "./text-scale.js";

/**
 * The semantic layer: real HTML over what is drawn, made from the semantic
 * tree. Elements are kept by their node's key, so that focus and state outlive
 * every change; each element stands where its node is drawn, and what scrolls
 * sideways moves by one transform on one wrapper. Where a block has no drawing
 * the layer is what is seen of it, in the drawing's colours.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./fonts.js").Fonts} Fonts
 * @typedef {import("../core/core-viewer.js").Scroller} Scroller
 * A text far from the reader is one text node; its lines are placed when it comes
 * near, and stay as long as it reads the same. Until the article is whole and the page at rest the browser may
 * skip it: not for longer, as it would be blank in a picture of the whole page.
 *
 * @typedef {import("../drawing/blocks.js").Range} Extent
 * @typedef {import("./layer-elements.js").Entry & {text: TextBlock | null, placed: boolean, renewed: boolean,
 *   left: number, top: number, bottom: number}} Entry `placed`: its lines are; `renewed`: its text is to be written anew; `left`,
 *   `top`, `bottom`: as it was written, content CSS px, NaN before
 */

/** Letters of a panel that is made when it is near: a longer one waits until it is shown. */
const fewLetters = 10_000;

/** Room behind the end of an element's lines, CSS px. @param {SemanticNode} node */
function roomOf({ text, role }) {
  return text && role !== Role.Status && role !== Role.None ? slack : 0;
}

/** @extends {LayerElements<Entry, Fonts>} */
export class SemanticLayer extends LayerElements {
  /** Texts that are far, or to be written. @type {Set<Entry>} */
  #unplaced = new Set();
  /** Texts whose lines are to be laid on the drawn ones. @type {Set<TextBlock>} */
  #unfitted = new Set();
  /** Texts that the browser may skip. @type {Set<HTMLElement>} */
  #skipped = new Set();
  /** Panels. @type {Set<Entry>} */
  #asleep = new Set();
  #strips = new Strips();
  /** @type {Map<string, [size: number, line: number]>} font size and line height, by look */
  #sizes = new Map();
  /** What the browser makes of sizes. */
  #scale = { ...asWritten };
  #linesOf;

  /**
   * @param {Fonts} fonts @param {(nodes: SemanticNode[]) => import("../core/semantic-tree.js").Line[][]} linesOf
   */
  constructor(fonts, linesOf) {
    super(fonts, (made) => ({ ...made, text: null, placed: false, renewed: true, left: NaN, top: NaN, bottom: NaN }));
    this.#linesOf = linesOf;
  }

  /**
   * Where the drawing of a block belongs: what scrolls moves with its strip, out of
   * the wrappers that hide it.
   * @param {number} key of its root
   * @returns {{element: HTMLElement, x: number, y: number} | null} and the place of its padding box, CSS px
   */
  holderOf(key) {
    const entry = this.entries.get(key);
    if (!entry) return null;
    const { node, element } = entry;
    const strip = this.#strips.at(node.block?.scroller ?? -1);
    if (strip) return { element: strip.strip, x: strip.x, y: strip.y };
    return { element, x: node.x - (node.rtl ? roomOf(node) : 0), y: node.y + this.fonts.shiftOf(node) };
  }

  /** Whether a block's drawing is seen in its place. @param {number} key of its root @param {boolean} drawn */
  setDrawn(key, drawn) {
    this.elementOf(key)?.classList.toggle("drawn", drawn);
  }

  /** Pictures that nothing has asked for yet. @returns {[HTMLImageElement, string][]} */
  waitingImages() {
    return [...this.entries.values()].flatMap(({ node, element }) =>
      element instanceof HTMLImageElement && node.url && !element.hasAttribute("src")
        ? [[element, node.url]] : []);
  }

  // ---- writing

  /**
   * Writes the texts that changed, and places the lines of those that have come near.
   * @param {Extent | null} near content CSS px; null: lines are the browser's
   * @returns {boolean} whether lines were placed
   */
  place(near) {
    const isNear = (/** @type {Entry} */ { node: { y, height }, placed, renewed }) =>
      near && (placed && !renewed || !untilFound || y < near.bottom && y + height > near.top);
    /** @type {Entry[]} */
    const now = [];
    for (const entry of this.#unplaced) {
      if (isNear(entry)) now.push(entry);
      else if (entry.renewed) {
        entry.placed = false;
        this.#write(entry, []);
      }
    }
    if (!now.length) return false;
    const lines = this.#linesOf(now.map(({ node }) => node));
    now.forEach((entry, i) => {
      entry.placed = true;
      this.#write(entry, lines[i]);
      this.#unplaced.delete(entry);
    });
    return true;
  }

  /** The browser is to lay out so many texts that it may skip now. @param {number} most @returns {boolean} whether there are more */
  layOutSkipped(most) {
    for (const element of this.#skipped) {
      if (--most < 0) return true;
      element.classList.remove("skipped");
      this.#skipped.delete(element);
    }
    return false;
  }

  /** Panels that are asleep and near. @param {Extent | null} near content CSS px; null: it is out of sight */
  sleepersIn(near) {
    return [...this.#asleep].map(({ node }) => node).filter(({ y, height, asleep: { length } }) =>
      near && length < fewLetters && y < near.bottom && y + height > near.top);
  }

  /** @protected @override @param {Entry} entry */
  remove(entry) {
    super.remove(entry);
    this.#unplaced.delete(entry);
    this.#asleep.delete(entry);
    this.#skipped.delete(entry.element);
  }

  /**
   * Writes the tree, but for its texts.
   * @param {SemanticNode[]} nodes whose `changes` are what is not written yet @param {Scroller[]} scrollers
   * @param {Extent | null} laid content CSS px; what stands out of it, now and as it was written, is late: it stays as it
   *   is, or is not there. null: nothing is late
   */
  update(nodes, scrollers, laid) {
    this.round += 1;
    this.isLate = false;
    /** @type {(Entry | null)[]} by index; null: it is not there */
    const entries = [];
    /** @type {Set<number>} indices of those that were put elsewhere: what is in them stands elsewhere too */
    const moved = new Set();
    /** @type {Map<HTMLElement, Element>} each parent's child that was put last */
    const last = new Map();
    for (const node of nodes) {
      const parent = entries[node.parent];
      if (moved.has(node.parent)) node.changes |= Change.Geometry;
      const isLate = laid && (parent === null || this.#isFar(node, laid));
      const entry = isLate ? this.entries.get(node.key) ?? null : this.entry(node);
      entries.push(entry);
      if (!entry) {
        this.isLate = true;
        continue;
      }
      if (!entry.seen) node.changes = Change.Meaning | Change.Geometry;  // another element, of which nothing is written
      const enters = node.scroller >= 0 && parent?.node.scroller !== node.scroller;
      let holder = parent?.element ?? this.element;
      let originX = parent?.node.x ?? 0;
      let originY = parent?.node.y ?? 0;
      if (enters) {
        const scroller = scrollers[node.scroller];
        const { clip, strip, moved: round } = this.#strips.place(node.scroller, scroller, originX, originY, this.round);
        if (!last.has(strip)) this.insert(last, holder, clip);
        holder = strip;
        originX = scroller.x;
        originY = scroller.y;
        if (round === this.round) node.changes |= Change.Geometry;
      }
      if (entry.outer.parentElement !== holder) node.changes |= Change.Geometry;
      this.insert(last, holder, entry.outer);
      entry.node = node;
      entry.seen = this.round;
      if (isLate) {
        this.isLate ||= node.changes > 0;
        continue;
      }
      if (node.changes & Change.Geometry && (entry.left !== node.x || entry.top !== node.y)) moved.add(node.index);
      this.#writeNode(entry, originX, originY);
    }
    this.sweep();
    this.connectTabs(nodes, entries);
  }
  /** Some of what has changed is not written yet. */
  isLate = false;

  /** Slots are the page's, and never late. @param {SemanticNode} node @param {Extent} laid */
  #isFar({ key, role, y, height }, laid) {
    const isOut = (/** @type {number} */ from, /** @type {number} */ to) => from >= laid.bottom || to <= laid.top;
    const known = this.entries.get(key);
    return role !== Role.Slot && isOut(y, y + height) && (!known || isOut(known.top, known.bottom));
  }

  /** Writes what of a node has changed. @param {Entry} entry @param {number} originX of what holds it, content CSS px @param {number} originY */
  #writeNode(entry, originX, originY) {
    const { element, node } = entry;
    const { changes, role } = node;
    if (!changes) return;
    node.changes = 0;
    if (changes & Change.Meaning) {
      this.describeNode(entry);
      if (node.text && role !== Role.Image) this.#writeSize(node);
      paintElement(element, node);
      this.#asleep[node.asleep ? "add" : "delete"](entry);
    } else if (node.icon) {
      paintElement(element, node);  // in another size
    }
    if (changes & Change.Geometry) this.#place(entry, originX, originY);
    if (role === Role.Image) element.style.aspectRatio = `${node.width} / ${node.height}`;
    if (this.isText(node)) {
      entry.renewed ||= (changes & Change.Meaning) > 0;
      this.#unplaced.add(entry);
    }
  }

  /** Sizes hang on the layer, so that what is in flow may have others. @param {Pick<SemanticNode, "look" | "fontSize" | "lineHeight">} text */
  #writeSize({ look, fontSize, lineHeight }) {
    const [size, line] = this.#sizes.get(look) ?? [];
    if (size === fontSize && line === lineHeight) return;
    this.#sizes.set(look, [fontSize, lineHeight]);
    const { style } = this.element;
    style.setProperty(`--av-${look}-size`, `${fontSize / this.#scale.size}px`);
    style.setProperty(`--av-${look}-line`, `${lineHeight / this.#scale.line}px`);
  }

  /** What is written from now on comes to the sizes that are drawn. @param {import("./text-scale.js").TextScale} scale of the browser */
  follow(scale) {
    const { size, line, spacing } = this.#scale;
    if (scale.size === size && scale.line === line && scale.spacing === spacing) return;
    Object.assign(this.#scale, scale);
    const sizes = [...this.#sizes];
    this.#sizes.clear();
    for (const [look, [fontSize, lineHeight]] of sizes) this.#writeSize({ look, fontSize, lineHeight });
    this.refit();
  }

  /** @param {Entry} entry @param {number} originX @param {number} originY */
  #place(entry, originX, originY) {
    const { node, element: { style } } = entry;
    entry.left = node.x;
    entry.top = node.y;
    entry.bottom = node.y + node.height;
    const room = roomOf(node);
    style.left = `${node.x - originX - (node.rtl ? room : 0)}px`;
    // A line of the design is of whole device px, as it is drawn.
    const thin = node.block?.flat && node.height <= 1;
    const whole = (/** @type {number} */ length) => Math.round(length * devicePixelRatio) / devicePixelRatio;
    style.top = `${(thin ? whole(node.y) : node.y) - originY + this.fonts.shiftOf(node)}px`;
    style.width = `${node.width + room}px`;
    const height = thin ? Math.max(whole(1), 1 / devicePixelRatio) : node.height;
    style.height = `${height}px`;
    style.marginBottom = `${-height}px`;
  }

  /** @param {Entry} entry @param {import("../core/semantic-tree.js").Line[]} lines none: it is far */
  #write(entry, lines) {
    entry.text ??= new TextBlock(entry.element, this.#scale);
    entry.text.update(entry.node, lines, entry.renewed, {
      family: (language) => this.fonts.of(language),
      link: (element, url, kind, range) => this.link(element, url, kind, range),
    });
    entry.renewed = false;
    entry.element.classList.toggle("far", !entry.placed);
    const skips = !entry.placed && untilFound;
    entry.element.classList.toggle("skipped", skips);
    this.#skipped[skips ? "add" : "delete"](entry.element);
    if (entry.text.needsFit) this.#unfitted.add(entry.text);
  }

  /** Moves what scrolls sideways. @param {Scroller[]} scrollers */
  scroll(scrollers) {
    this.#strips.scroll(scrollers);
  }

  /** Lays every line on its drawn one: all reads, then all writes. */
  fit() {
    // What is hidden has no width, and is fitted when it is shown.
    const due = [...this.#unfitted].filter(({ element }) => element.isConnected && !element.closest("[hidden]"));
    if (!due.length) return;
    const width = this.element.offsetWidth;
    const scale = width ? this.element.getBoundingClientRect().width / width : 0;
    if (!scale) return;
    // Firefox sets a dash of two as one letter where it is spaced: what has one is fitted again, until it lies.
    const dashed = due.filter((text) => text.hasDash);
    for (const some of [due, dashed, dashed, dashed]) {
      for (const text of some) text.measure(scale);
      for (const text of some) text.fit();
    }
    for (const text of this.#unfitted) if (!text.needsFit || !text.element.isConnected) this.#unfitted.delete(text);
  }

  /** Fonts changed. */
  refit() {
    this.fonts.forget();
    for (const { text } of this.entries.values()) {
      text?.refit();
      if (text?.needsFit) this.#unfitted.add(text);
    }
  }
}
