import { Role } from "../core/semantic-tree.js";

/**
 * Room for the page's own: the element's child whose `slot` is a name stands in the slot of that
 * name, in reading order, and is all its own. The core is told how high it is.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 */

/**
 * How high what stands in an element's slots is, by name, CSS px; 0: it is on its way, what is reserved
 * is kept; -1: there is nothing, or nothing any more. The element's next article begins with it.
 * @type {WeakMap<Element, Map<string, number>>}
 */
const found = new WeakMap();
/** What has nothing in it is not asked: that would cost a layout. */
const nothing = { width: "0", height: "0" };

export class Slots {
  /** @type {Map<Element, SemanticNode>} */
  #nodes = new Map();
  #host;
  #heights;
  #changed;
  #signal;
  #tell;
  #sizes;
  #inherited = { lang: "", dir: "" };

  /**
   * @param {Element} host @param {(number: number, height: number) => void} tell how high a slot is
   * @param {() => void} changed a frame is wanted @param {AbortSignal} signal
   */
  constructor(host, tell, changed, signal) {
    this.#host = host;
    this.#heights = found.get(host) ?? new Map();
    found.set(host, this.#heights);
    this.#tell = tell;
    this.#changed = changed;
    this.#signal = signal;
    this.#sizes = "ResizeObserver" in window ? new ResizeObserver((entries) => {
      for (const { target, contentRect: { width, height } } of entries) if (this.#note(target, width, height)) changed();
    }) : null;
    signal.addEventListener("abort", () => this.#sizes?.disconnect());
  }

  /** What the page hands on to its own, and the layer has otherwise. @param {string} language BCP 47 @param {string} dir */
  describe(language, dir) {
    this.#inherited = { lang: language || "und", dir };
    for (const slot of this.#nodes.keys()) this.#dress(slot);
  }

  /**
   * The tree was written. What stands in a new slot is measured at once.
   * @param {SemanticNode[]} nodes @param {(key: number) => HTMLElement | undefined} elementOf
   * @returns {boolean} whether something is not as high as it was laid out
   */
  follow(nodes, elementOf) {
    const before = this.#nodes;
    this.#nodes = new Map();
    let other = false;
    for (const node of nodes) {
      const slot = /** @type {HTMLSlotElement | null | undefined | false} */ (node.role === Role.Slot && elementOf(node.key)?.firstElementChild);
      if (!slot) continue;
      this.#nodes.set(slot, node);
      if (before.has(slot)) continue;
      this.#sizes?.observe(slot);
      slot.addEventListener("slotchange", () => {
        if (this.#set(slot)) this.#changed();
      }, { signal: this.#signal });
      const { width, height } = slot.assignedNodes().length ? getComputedStyle(slot) : nothing;
      other = this.#note(slot, Number.parseFloat(width), Number.parseFloat(height)) || this.#set(slot) || other;
    }
    return other;
  }

  /** The core has another document: its slots are as high as what stands in them. @param {() => SemanticNode[]} nodesOf its tree */
  tell(nodesOf) {
    if (!this.#heights.size) return;
    for (const node of nodesOf()) if (node.role === Role.Slot) this.#tell(node.argument, this.#roomOf(node));
  }

  /** @param {SemanticNode} node CSS px */
  #roomOf({ name, lineHeight: reserved }) {
    const height = this.#heights.get(name) ?? -1;
    return height < 0 ? 0 : height || reserved;
  }

  /** What stands in it inherits what the page says. @param {Element} slot */
  #dress(slot) {
    const there = (this.#heights.get(this.#nodes.get(slot)?.name ?? "") ?? -1) >= 0;
    for (const [name, value] of Object.entries(this.#inherited)) {
      if (there) slot.setAttribute(name, value);
      else slot.removeAttribute(name);
    }
  }

  /**
   * What is not shown has no size, nor has what stands in the slot of an article before this one.
   * @param {Element} slot @param {number} width @param {number} height @returns {boolean} as `follow`
   */
  #note(slot, width, height) {
    return width > 0 && /** @type {HTMLSlotElement} */ (slot).assignedNodes().length > 0 && this.#set(slot, height);
  }

  /** @param {Element} slot @param {number} [height] of what stands in it, where it is known @returns {boolean} as `follow` */
  #set(slot, height) {
    const node = this.#nodes.get(slot);
    if (!node) return false;
    const { name, argument, lineHeight: reserved } = node;
    const before = this.#heights.get(name) ?? -1;
    const isThere = [...this.#host.children].some((child) => child.slot === name);
    const now = !isThere ? -1 : height || (height === 0 && before ? -1 : Math.max(0, before));
    this.#heights.set(name, now);
    const room = this.#roomOf(node);
    this.#tell(argument, room);
    this.#dress(slot);
    // For where the layer stands in flow.
    const { classList, style } = /** @type {HTMLElement} */ (slot.parentElement);
    classList.toggle("full", room > 0);
    style.minHeight = now ? "" : `${reserved}px`;
    return Math.fround(room) !== node.height;
  }
}
