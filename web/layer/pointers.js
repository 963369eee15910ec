import { click, pressable } from "./clicks.js";
import { Role } from "../core/semantic-tree.js";
import { wheeled } from "../core/wheel.js";

/**
 * Pointers, wheel and clicks on the layer, handed to the core in content
 * CSS px. A vertical pan, a pinch and a vertical wheel stay the page's.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {{
 *   highlight: (press: boolean, node: SemanticNode | null, range: number) => void,
 *   activate: (node: SemanticNode) => void,
 *   canDrag: () => boolean,
 *   follow: (link: {url: string, kind: LinkKind}) => boolean,
 *   down: (id: number, kind: number, x: number, y: number, time: number) => void,
 *   move: (id: number, x: number, y: number, time: number) => boolean,
 *   up: (id: number, x: number, y: number, time: number) => void,
 *   cancel: (time: number) => void,
 *   wheel: (x: number, y: number, dx: number, dy: number, time: number) => boolean,
 * }} Actions `highlight`: what is pressed, or else hovered; `range` is a link in the node's
 *   text, -1 the node itself
 */

/** @type {Record<string, number>} */
const kinds = { mouse: 0, touch: 1, pen: 2 };
const lineHeight = 16;
/** How far a press may move and be a click, CSS px, where no core says. */
const slop = 10;

export class Pointers {
  #layer;
  #actions;
  #signal;
  /**
   * Pointers that are down on what can be dragged, where the layer's top was then, where each went down and where it was
   * last, and whether the core that knew of it has ended.
   * @type {Map<number, {top: number, from: [number, number], place: [number, number], isLost?: boolean}>}
   */
  #down = new Map();
  /** The last of them is a finger. */
  #byTouch = false;
  #dragging = false;
  /** The click that ends a drag is none. */
  #dragged = false;
  /** Who waits until none is down. @type {(() => void)[]} */
  #waiting = [];
  /** What listens to the wheel. @type {WeakSet<Element>} */
  #wheeled = new WeakSet();

  /** @param {import("./semantic-layer.js").SemanticLayer} layer @param {Actions} actions @param {AbortSignal} signal */
  constructor(layer, actions, signal) {
    this.#layer = layer;
    this.#actions = actions;
    this.#signal = signal;
    this.#listenToPresses();
    this.#listenToHovers();
    this.#listenToClicks();
  }

  /**
   * What happens in the page's own, in a slot, is its own, but for the end of a press that began here.
   * @template {Event} Type @param {string} type @param {(event: Type) => void} handler
   */
  #on(type, handler) {
    const { element } = this.#layer;
    element.addEventListener(type, (/** @type {any} */ event) => {
      if (element.contains(event.target) || this.#down.has(event.pointerId)) handler(event);
    }, { signal: this.#signal });
  }

  /** @param {MouseEvent} event @returns {[number, number]} content CSS px */
  #place({ clientX, clientY }) {
    const { element } = this.#layer;
    const { left, top, width } = element.getBoundingClientRect();
    const scale = width / element.offsetWidth || 1;
    return [(clientX - left) / scale, (clientY - top) / scale];
  }

  /** Only what can move is dragged; a mouse selects text there. @param {PointerEvent} event */
  #canDrag({ target, button, pointerType }) {
    if (!(target instanceof Element) || button > 0 || !this.#actions.canDrag()) return false;
    if (!target.closest(".clip, .carousel")) return false;
    if (pointerType !== "mouse") return true;
    const node = this.#layer.nodeAt(target);
    return !(node && node.text && node.role !== Role.Tab && !target.closest("button"));
  }

  /** Whether something is held that can be dragged. */
  get areDown() {
    return this.#down.size > 0;
  }

  /** @returns {Promise<void>} when none is down, or nobody listens any more */
  released() {
    return new Promise((done) => {
      this.#waiting.push(done);
      this.#signal.addEventListener("abort", () => done(), { once: true });
    });
  }

  /** The core has ended: no drag follows what is down, and if that moves it is no click either. */
  lose() {
    for (const down of this.#down.values()) down.isLost = true;
  }

  /** @param {number} id @param {[number, number]} [place] where it was released @returns {boolean} whether it was down */
  #lift(id, place) {
    const down = this.#down.get(id);
    if (down?.isLost && place) this.#dragged ||= Math.hypot(place[0] - down.from[0], place[1] - down.from[1]) > slop;
    const was = this.#down.delete(id);
    if (was) this.#dragging = false;
    // What ends with it is done first.
    if (was && !this.areDown) for (const done of this.#waiting.splice(0)) setTimeout(done);
    return was;
  }

  #release() {
    this.#actions.highlight(true, null, -1);
  }

  #listenToPresses() {
    this.#on("pointerdown", (/** @type {PointerEvent} */ event) => {
      this.#dragged = false;
      // What is down is known before the core is asked, and what is not any more is forgotten before: any call may end it.
      const place = this.#canDrag(event) ? this.#place(event) : null;
      if (place) this.#down.set(event.pointerId, { top: this.#layer.element.getBoundingClientRect().top, from: place, place });
      this.#byTouch = event.pointerType === "touch";
      if (event.button === 0) this.#actions.highlight(true, ...pressable(this.#layer, event.target));
      if (place) this.#actions.down(event.pointerId, kinds[event.pointerType] ?? 0, ...place, event.timeStamp);
    });
    this.#on("pointermove", (/** @type {PointerEvent} */ event) => this.#move(event));
    this.#on("pointerup", (/** @type {PointerEvent} */ event) => this.#up(event));
    // Where its release was lost; what a finger was on loses it to the layer.
    this.#on("lostpointercapture", (/** @type {PointerEvent} */ event) => {
      if (event.target === this.#layer.element) this.#up(event, this.#down.get(event.pointerId)?.place);
    });
    this.#on("pointercancel", (/** @type {PointerEvent} */ event) => this.#cancel(event));
    // A press that leaves without capture ends outside.
    this.#on("pointerleave", (/** @type {PointerEvent} */ event) => {
      const was = !this.#dragging && this.#lift(event.pointerId);
      this.#release();
      if (was) this.#actions.cancel(event.timeStamp);
    });
    // A long press is the browser's: its menu, and what a finger selects or drags away by it.
    const yields = (/** @type {Event} */ { timeStamp }) => {
      for (const pointerId of [...this.#down.keys()]) this.#cancel({ pointerId, timeStamp });
    };
    this.#on("contextmenu", (event) => {
      yields(event);
      this.#release();
    });
    // Pictures and links are not dragged away while the strip is.
    for (const type of ["dragstart", "selectstart"])
      this.#on(type, (event) => {
        if (this.#byTouch) yields(event);
        else if (this.#down.size) event.preventDefault();
      });
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const { element } = this.#layer;
    const down = this.#down.get(event.pointerId);
    if (!down) return;
    // Its release was lost, to a dialog or to another window: it ends where it was.
    if (!event.buttons) {
      this.#up(event, down.place);
      return;
    }
    // Firefox pans the page by a finger that is 30 degrees or more off the horizontal, but
    // cancels the pointer from 45 on only: what has moved the page drags nothing.
    if (event.pointerType !== "mouse" && Math.abs(element.getBoundingClientRect().top - down.top) > 1) {
      this.#cancel(event);
      return;
    }
    down.place = this.#place(event);
    const drag = this.#actions.move(event.pointerId, ...down.place, event.timeStamp);
    if (drag && !this.#dragging) {
      this.#release();
      element.setPointerCapture(event.pointerId);
    }
    this.#dragging = drag;
    this.#dragged ||= drag;
  }

  /** @param {PointerEvent} event @param {[number, number]} [place] */
  #up(event, place = this.#place(event)) {
    const was = this.#lift(event.pointerId, place);
    this.#release();
    if (was) this.#actions.up(event.pointerId, ...place, event.timeStamp);
  }

  /** @param {Pick<PointerEvent, "pointerId" | "timeStamp">} event */
  #cancel({ pointerId, timeStamp }) {
    const was = this.#lift(pointerId);
    this.#release();
    if (was) this.#actions.cancel(timeStamp);
  }

  #listenToHovers() {
    this.#on("pointerover", (/** @type {PointerEvent} */ { pointerType, target }) => {
      if (pointerType !== "touch") this.#actions.highlight(false, ...pressable(this.#layer, target));
    });
    this.#on("pointerout", (/** @type {PointerEvent} */ { relatedTarget }) => {
      if (!this.#layer.element.contains(/** @type {Node | null} */ (relatedTarget))) this.#actions.highlight(false, null, -1);
    });
  }

  #listenToClicks() {
    this.#on("click", (/** @type {MouseEvent} */ event) => {
      // A drag by touch has no click of its own; one by key (detail 0) is never a drag's.
      if (!this.#dragged || !event.detail) return click(this.#layer, event, this.#actions);
      this.#dragged = false;
      event.preventDefault();
      event.stopPropagation();
    });
    this.#on("auxclick", (/** @type {MouseEvent} */ event) => click(this.#layer, event, this.#actions));
  }

  /** The layer has new elements. Only where something moves sideways may the wheel be taken. @param {SemanticNode[]} nodes */
  attachWheel(nodes) {
    const { element } = this.#layer;
    for (const { role, key } of nodes) {
      if (role !== Role.Carousel && role !== Role.TabList) continue;
      const target = this.#layer.elementOf(key);
      if (!target || this.#wheeled.has(target)) continue;
      this.#wheeled.add(target);
      target.addEventListener("wheel", (/** @type {any} */ event) => {
        const [along, down] = wheeled(event);
        if (event.ctrlKey || Math.abs(along) <= Math.abs(down)) return;
        const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? element.offsetWidth : 1;
        if (this.#actions.wheel(...this.#place(event), along * unit, down * unit, event.timeStamp))
          event.preventDefault();
      }, { passive: false, signal: this.#signal });
    }
  }
}
