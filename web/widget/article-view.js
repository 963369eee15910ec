import { hold } from "./anchor.js";
import { Drawing } from "../drawing/drawing.js";
import { Fonts } from "../layer/fonts.js";
import { keepingSelection } from "../layer/selection.js";
import { SemanticLayer } from "../layer/semantic-layer.js";

/**
 * An article as it stands in the page: the core's tree, the layer and the drawing
 * that are made of it, and the height that it takes.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core-viewer.js").Extent} Extent
 * @typedef {import("../core/core-viewer.js").Update} Update
 */

export class ArticleView {
  content = document.createElement("div");
  layer;
  drawing;
  height = -1;
  /** @type {SemanticNode[]} in reading order */
  nodes = [];
  /** @type {import("../core/core-viewer.js").Scroller[]} */
  scrollers = [];
  /** Of the tree. */
  #version = 0;
  #viewer;

  #root;

  /**
   * @param {ShadowRoot} root that it stands in @param {import("./page.js").Page} page
   * @param {import("../core/core-viewer.js").CoreViewer} viewer
   * @param {boolean} drawn whether there may be a drawing
   */
  constructor(root, { core, text }, viewer, drawn) {
    this.#root = root;
    this.#viewer = viewer;
    this.content.className = "content placed";
    const fonts = new Fonts((language) => core.defaultFamily(language),
      (weight, size, family, language) => text?.metrics(weight, size, family, language) ?? [0, 0]);
    this.layer = new SemanticLayer(fonts, (nodes) => viewer.lines(nodes), drawn);
    this.drawing = new Drawing(viewer, this.layer);
    this.content.append(this.layer.element);
  }

  /**
   * Writes what changed into the layer, and holds what is seen where it is.
   * @param {Update} update
   * @param {{near: Extent | null, seen: Extent, drawn: boolean}} place `near`: where lines are placed
   * @returns {{tree: boolean, text: boolean}} what was written
   */
  write({ height, version, scrollers, damage }, { near, seen, drawn }) {
    const tree = version !== this.#version;
    const release = drawn && tree && this.#version
      ? hold(this.nodes, seen, this.content, (key) => this.layer.elementOf(key)) : null;
    this.scrollers = scrollers;
    if (height !== this.height) {
      this.height = height;
      this.content.style.height = `${height}px`;  // a custom property would restyle all that is in it
    }
    let placed = false;
    keepingSelection(this.#root, (node) => this.layer.textAt(node), () => {
      if (tree) {
        this.nodes = this.#viewer.semantics(this.#version, this.nodes);
        this.#version = version;
        this.layer.update(this.nodes, scrollers);
      }
      placed = this.layer.place(drawn ? near : null);
    });
    if (tree) this.drawing.follow(this.nodes);
    release?.();
    if (drawn) this.layer.scroll(scrollers);
    this.drawing.note({ damage, scrollers });
    return { tree, text: tree || placed };
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
