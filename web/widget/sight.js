import { InView } from "../drawing/in-view.js";
import { Placement } from "./placement.js";
import { watchSurroundings } from "./surroundings.js";

/**
 * What of a widget is seen and near, and what of it is therefore wanted. Places
 * are CSS px of its content.
 *
 * @typedef {import("../core/core-viewer.js").Extent} Extent
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {{element: HTMLElement, content: HTMLElement, probe: HTMLElement,
 *   elementOf: (key: number) => HTMLElement | undefined, isDrawn: () => boolean,
 *   changed: () => void, restyled: () => void, captured: () => void}} Watched `captured`: all of it may be
 *   seen in this frame
 */

/** A place that no part of a widget is near. */
const nowhere = { top: -1e6, height: 1 };
/** All of the content, however high. */
const everywhere = { top: 0, height: 1e7 };

export class Sight {
  place = new Placement();
  /** Whether it is near the viewport. */
  isNear = true;
  /** Who wants all of it, wherever the reader is. */
  #askers = 0;
  /** @type {InView | null} */
  #inView = null;
  #watched;

  /** @param {Watched} watched */
  constructor(watched) {
    this.#watched = watched;
  }

  /** Reads sizes and places. */
  read() {
    this.place.read(this.#watched.element, this.#watched.content);
  }

  /** All of it is wanted, until the call that this gives. @returns {() => void} */
  wantAll() {
    this.#askers += 1;
    return () => { this.#askers -= 1; };
  }

  /** Before anything was heard of it, it is near where its rectangle is. */
  guess() {
    this.isNear = this.place.isNear;
  }

  get seen() {
    return this.place.seen(this.#inView?.range ?? null);
  }

  /** What is seen and a screen more; null: it is out of sight. @returns {Extent | null} */
  get first() {
    if (this.#askers) return { top: 0, bottom: everywhere.height };
    if (!this.isNear) return null;
    const { top, bottom } = this.seen;
    const { viewport } = this.place;
    // In flow nobody knows where it is: as much as is seen and stands before it.
    return { top: this.#watched.isDrawn() ? top - viewport : -Infinity, bottom: bottom + viewport };
  }

  /** In which pictures are asked for: in flow the browser loads each when it is near. */
  get pictures() {
    if (!this.#watched.isDrawn()) return everywhere;
    const { first } = this;
    return first ? { top: first.top, height: first.bottom - first.top } : nowhere;
  }

  /** The blocks that are watched are these now: what is seen of it is asked where it is near. @param {SemanticNode[]} nodes */
  watch(nodes) {
    this.#nodes = nodes;
    if (!this.#inView) return;
    const { isDrawn, elementOf } = this.#watched;
    const blocks = this.isNear && isDrawn() ? nodes.filter(({ block }) => block && !block.flat) : [];
    this.#inView.watch(blocks.flatMap((node) => {
      const element = elementOf(node.key);
      return element ? [/** @type {[Element, SemanticNode]} */ ([element, node])] : [];
    }));
  }
  /** @type {SemanticNode[]} */
  #nodes = [];

  /** Watches size, place, style and sharpness. @param {AbortSignal} signal */
  observe(signal) {
    const { content, probe, changed, restyled, captured } = this.#watched;
    if ("IntersectionObserver" in window) this.#inView = new InView(changed, signal);
    this.watch(this.#nodes);
    watchSurroundings({
      content, probe, changed, restyled, captured,
      moved: () => {
        if (this.isNear && this.place.isRescaled(content)) changed();
      },
      nearer: (near) => {
        this.isNear = near;
        this.watch(this.#nodes);
        changed();
      },
      pinched: (scale) => {
        if (this.place.pinch(scale)) changed();
      },
    }, signal);
  }
}
