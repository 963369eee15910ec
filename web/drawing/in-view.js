/**
 * What is seen of a widget, asked of the browser: of its blocks, wherever
 * scrollers, transforms, frames and other shadow trees have put them.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("./blocks.js").Range} Range
 */

/** How finely a block that is taller than the view is asked for. */
const steps = 32;

export class InView {
  #observer;
  /** @type {Map<Element, SemanticNode>} blocks that are watched */
  #nodes = new Map();
  /** @type {Map<Element, {from: number, to: number}>} shares of the height of what is seen */
  #seen = new Map();

  /** @param {() => void} changed something else is seen @param {AbortSignal} signal */
  constructor(changed, signal) {
    this.#observer = new IntersectionObserver((entries) => {
      for (const entry of entries) this.#note(entry);
      changed();
    }, { threshold: Array.from({ length: steps + 1 }, (_, i) => i / steps) });
    signal.addEventListener("abort", () => this.#observer.disconnect());
  }

  /** @param {IntersectionObserverEntry} entry */
  #note({ target, isIntersecting, boundingClientRect: all, intersectionRect: part }) {
    if (!isIntersecting || !this.#nodes.has(target)) {
      this.#seen.delete(target);
      return;
    }
    const height = all.height || 1;
    this.#seen.set(target, { from: (part.top - all.top) / height, to: (part.bottom - all.top) / height });
  }

  /** Watches these blocks, and no others. @param {Iterable<[Element, SemanticNode]>} blocks */
  watch(blocks) {
    const before = this.#nodes;
    this.#nodes = new Map(blocks);
    for (const element of this.#nodes.keys()) if (!before.has(element)) this.#observer.observe(element);
    for (const element of before.keys()) {
      if (this.#nodes.has(element)) continue;
      this.#observer.unobserve(element);
      this.#seen.delete(element);
    }
  }

  /** What is seen of the content, CSS px; null: nothing, or nothing is known yet. @returns {Range | null} */
  get range() {
    let top = Infinity;
    let bottom = -Infinity;
    for (const [element, { from, to }] of this.#seen) {
      const node = this.#nodes.get(element);
      if (!node) continue;
      top = Math.min(top, node.y + from * node.height);
      bottom = Math.max(bottom, node.y + to * node.height);
    }
    return top < bottom ? { top, bottom } : null;
  }
}
