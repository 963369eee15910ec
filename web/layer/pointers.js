import { Action, Role } from "../core/semantic-tree.js";

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

/**
 * @param {import("./semantic-layer.js").SemanticLayer} layer
 * @param {Actions} actions @param {AbortSignal} signal
 */
export function listenToPointers(layer, actions, signal) {
  const { element } = layer;
  /** @type {Map<number, number>} pointers that are down on what can be dragged, and where the layer's top was then */
  const down = new Map();
  let dragging = false;
  let dragged = false;  // the click that ends a drag is none

  /** @param {MouseEvent} event @returns {[number, number]} */
  const place = (event) => {
    const { left, top, width } = element.getBoundingClientRect();
    const scale = width / element.offsetWidth || 1;
    return [(event.clientX - left) / scale, (event.clientY - top) / scale];
  };

  /**
   * Only what can move is dragged; a mouse selects text there.
   * @param {PointerEvent} event
   */
  const canDrag = (event) => {
    if (!(event.target instanceof Element) || event.button > 0 || !actions.canDrag()) return false;
    if (!event.target.closest(".clip, .carousel")) return false;
    if (event.pointerType !== "mouse") return true;
    const node = layer.nodeAt(event.target);
    return !(node && node.text && node.role !== Role.Tab && !event.target.closest("button"));
  };

  /**
   * What happens in the page's own, in a slot, is its own, but for the end of a press that began here.
   * @param {string} type @param {(event: any) => void} handler @param {AddEventListenerOptions} [options]
   */
  const on = (type, handler, options) =>
    element.addEventListener(type, (/** @type {any} */ event) => {
      if (element.contains(event.target) || down.has(event.pointerId)) handler(event);
    }, { ...options, signal });

  on("pointerdown", (/** @type {PointerEvent} */ event) => {
    dragged = false;
    if (event.button === 0) {
      actions.highlight(true, ...pressable(layer, event.target));
    }
    if (!canDrag(event)) return;
    down.set(event.pointerId, element.getBoundingClientRect().top);
    actions.down(event.pointerId, kinds[event.pointerType] ?? 0, ...place(event), event.timeStamp);
  });
  on("pointermove", (/** @type {PointerEvent} */ event) => {
    const top = down.get(event.pointerId);
    if (top === undefined) return;
    // Firefox pans the page by a finger that is 30 degrees or more off the horizontal, but
    // cancels the pointer from 45 on only: what has moved the page drags nothing.
    if (event.pointerType !== "mouse" && Math.abs(element.getBoundingClientRect().top - top) > 1) {
      cancel(event);
      return;
    }
    const drag = actions.move(event.pointerId, ...place(event), event.timeStamp);
    if (drag && !dragging) {
      actions.highlight(true, null, -1);
      element.setPointerCapture(event.pointerId);
    }
    dragging = drag;
    dragged ||= drag;
  });
  on("pointerup", (/** @type {PointerEvent} */ event) => {
    actions.highlight(true, null, -1);
    if (!down.delete(event.pointerId)) return;
    dragging = false;
    actions.up(event.pointerId, ...place(event), event.timeStamp);
  });
  const cancel = (/** @type {PointerEvent} */ event) => {
    actions.highlight(true, null, -1);
    if (!down.delete(event.pointerId)) return;
    dragging = false;
    actions.cancel(event.timeStamp);
  };
  on("pointercancel", cancel);
  // A press that leaves without capture ends outside.
  on("pointerleave", (/** @type {PointerEvent} */ event) => {
    actions.highlight(true, null, -1);
    if (!dragging && down.delete(event.pointerId)) actions.cancel(event.timeStamp);
  });
  // Pictures and links are not dragged away while the strip is.
  on("dragstart", (/** @type {DragEvent} */ event) => {
    if (down.size) event.preventDefault();
  });
  on("selectstart", (/** @type {Event} */ event) => {
    if (down.size) event.preventDefault();
  });

  on("pointerover", (/** @type {PointerEvent} */ event) => {
    if (event.pointerType !== "touch") actions.highlight(false, ...pressable(layer, event.target));
  });
  on("pointerout", (/** @type {PointerEvent} */ event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) actions.highlight(false, null, -1);
  });

  on("click", (/** @type {MouseEvent} */ event) => {
    // A drag by touch has no click of its own; one by key (detail 0) is never a drag's.
    if (dragged && event.detail) {
      dragged = false;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const link = layer.linkAt(event.target);
    if (link) {
      if (!actions.follow(link)) event.preventDefault();
      return;
    }
    const [node] = pressable(layer, event.target);
    if (node && !node.disabled) actions.activate(node);
  });
  on("auxclick", (/** @type {MouseEvent} */ event) => {
    const link = event.button === 1 ? layer.linkAt(event.target) : null;
    if (link && !actions.follow(link)) event.preventDefault();
  });

  // Only where something moves sideways may the wheel be taken.
  /** @type {WeakSet<Element>} */
  const wheeled = new WeakSet();
  return () => {
    for (const target of element.querySelectorAll(".carousel, [role=tablist]")) {
      if (wheeled.has(target)) continue;
      wheeled.add(target);
      target.addEventListener("wheel", (/** @type {any} */ event) => {
        if (event.ctrlKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
        const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? element.offsetWidth : 1;
        if (actions.wheel(...place(event), event.deltaX * unit, event.deltaY * unit, event.timeStamp))
          event.preventDefault();
      }, { passive: false, signal });
    }
  };
}

/**
 * What can be pressed around a target: a node with an action, or a link in a node's text.
 * @param {import("./semantic-layer.js").SemanticLayer} layer @param {EventTarget | null} target
 * @returns {[node: SemanticNode | null, range: number]}
 */
function pressable(layer, target) {
  // A picture in a link is the link's.
  const element = target instanceof Element ? target.closest("a, button.node") ?? target.closest("img.node") : null;
  const node = element && layer.nodeAt(element);
  const range = layer.linkAt(element)?.range ?? -1;
  return node && (node.action !== Action.None || range >= 0) ? [node, range] : [null, -1];
}
