import { hold } from "./anchor.js";
import { Drawing } from "../drawing/drawing.js";
import { holdFocus } from "../layer/focus.js";
import { Fonts } from "../layer/fonts.js";
import { keepingSelection } from "../layer/selection.js";
import { SemanticLayer } from "../layer/semantic-layer.js";
import { Slots } from "../layer/slots.js";

/**
 * An article as it stands in the page: the core's tree, the layer and the drawing
 * that are made of it, and the height that it takes.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core-viewer.js").Extent} Extent
 * @typedef {import("../core/core-viewer.js").Update} Update
 * @typedef {import("./successor.js").Succession} Succession
 */

export class ArticleView {
  content = document.createElement("div");
  layer;
  drawing;
  slots;
  height = -1;
  /** @type {SemanticNode[]} in reading order */
  nodes = [];
  /** @type {import("../core/core-viewer.js").Scroller[]} */
  scrollers = [];
  /** Of the tree. */
  #version = 0;
  #viewer;

  /** Slots are to be looked at. */
  #slotsDue = false;
  #host;

  /**
   * @param {{element: HTMLElement, readonly root: ShadowRoot}} host that it stands in @param {import("./page.js").Page} page
   * @param {import("../core/core-viewer.js").CoreViewer} viewer
   * @param {() => void} changed a frame is wanted @param {AbortSignal} signal
   */
  constructor(host, page, viewer, changed, signal) {
    this.#host = host;
    this.#viewer = viewer;
    this.content.className = "content placed";
    const { text } = page;
    const fonts = new Fonts((language) => page.core.defaultFamily(language),
      (weight, size, family, language) => text.metrics(weight, size, family, language),
      (spare) => text.leading(spare));
    this.layer = new SemanticLayer(fonts, (nodes) => viewer.lines(nodes));
    this.drawing = new Drawing(viewer, this.layer);
    this.slots = new Slots(host.element, (number, height) => viewer.slot(number, height), changed, signal);
    this.content.append(this.layer.element);
  }

  /**
   * Writes what changed into the layer, and holds what is seen where it is.
   * @param {Update} update
   * @param {{near: Extent | null, laid: Extent | null, seen: Extent | null, drawn: boolean}} place `near`: where lines are placed;
   *   `laid`: what of a document that is not written yet is written now, null: all; `seen`: null: it is not in the page yet
   * @param {Succession | null} [succession] the tree is another document's
   * @returns {{tree: boolean, text: boolean, again: boolean}} what was written; `again`: the core has to lay it out
   *   around what stands in its slots
   */
  write({ height, version, whole, scrollers, damage }, { near, laid, seen, drawn }, succession = null) {
    // Each slice moves all that follows it: what is far is written when all of it is laid out.
    const inSlices = succession !== null || this.layer.isLate || !seen || !whole;
    const tree = inSlices || version !== this.#version;
    const root = seen && this.#host.root;
    const holdsFocus = tree && root ? holdFocus(root, this.layer.element) : null;
    const release = tree && seen && this.#version ? this.#hold(seen, drawn, succession) : null;
    if (succession) this.#rename(succession);
    this.scrollers = scrollers;
    if (height !== this.height) {
      this.height = height;
      this.content.style.height = `${height}px`;  // a custom property would restyle all that is in it
    }
    let placed = false;
    const write = () => {
      if (tree) {
        this.nodes = succession?.nodes ?? this.#viewer.semantics(this.#version, this.nodes);
        this.#version = version;
        this.layer.update(this.nodes, scrollers, inSlices && drawn ? laid : null);
      }
      placed = this.layer.place(drawn ? near : null);
    };
    if (root) keepingSelection(root, (node) => this.layer.textAt(node), write, succession?.match.moved);
    else write();
    this.#slotsDue ||= tree;
    const again = root !== null && this.#slotsDue && this.slots.follow(this.nodes, (key) => this.layer.elementOf(key));
    this.#slotsDue &&= !root;
    if (tree) this.drawing.follow(this.nodes);
    release?.();
    holdsFocus?.();
    if (drawn) this.layer.scroll(scrollers);
    this.drawing.note({ damage, scrollers });
    return { tree, text: tree || placed, again };
  }

  /**
   * What flows the browser holds itself, but for another document.
   * @param {Extent} seen @param {boolean} drawn @param {Succession | null} succession
   */
  #hold(seen, drawn, succession) {
    if (!drawn && !succession) return null;
    const elementOf = (/** @type {number} */ key) => this.layer.elementOf(key);
    if (!succession) return hold(this.nodes, seen, this.content, elementOf, (node) => node);
    const now = new Map([...succession.match.pairs].map(([node, was]) => [was, node]));
    return hold(this.nodes.filter((node) => now.has(node)), seen, this.content, elementOf,
      drawn ? (node) => /** @type {SemanticNode} */ (now.get(node)) : null);
  }

  /** @param {Succession} succession */
  #rename({ match: { pairs, drawn } }) {
    const keys = new Map([...pairs].map(([node, was]) => [node.key, was.key]));
    this.drawing.rename(keys, drawn);
    this.layer.rename(keys);
  }

  /** For tests: each text with its element, its lines and its segments as they are drawn. */
  get texts() {
    return this.nodes.filter((node) => node.text && node.role).map((node) => ({
      node: Object.assign(node, { lines: this.#viewer.lines([node])[0] }),
      element: this.layer.elementOf(node.key),
      segments: this.#viewer.segments(node.index),
    }));
  }
}
