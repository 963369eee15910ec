import { listenToKeys } from "./keyboard.js";
import { listenToPointers } from "./pointers.js";
import { Role } from "../core/semantic-tree.js";

/**
 * What a reader does on the layer, told to the core: keys, pointers, and what
 * the browser's find has found in a hidden slide or tab.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core.js").Core} Core
 * @typedef {{layer: import("./semantic-layer.js").SemanticLayer, core: Core, viewer: number,
 *   nodes: () => SemanticNode[], drawn: () => boolean,
 *   tell: (call: (core: Core) => void) => void, act: (call: () => void) => void,
 *   follow: (link: {url: string, kind: string}) => boolean}} Listener `tell` asks
 *   for a frame, `act` also hands on at once the events that the call made;
 *   only what is `drawn` is hovered and dragged
 */

/**
 * @param {Listener} listener @param {AbortSignal} signal
 * @returns {() => void} to be called when the layer has new elements
 */
export function listenToLayer({ layer, core, viewer, nodes, drawn, tell, act, follow }, signal) {
  const at = () => performance.now();
  /** @param {SemanticNode} node */
  const activate = (node) => act(() => core.activate(viewer, node.index, at()));
  /** @param {() => void} call */
  const whenDrawn = (call) => {
    if (drawn()) tell(call);
  };
  listenToKeys(layer, activate, signal);
  layer.element.addEventListener("beforematch", (event) => {
    const node = layer.nodeInWrapper(event.target);
    if (node?.role === Role.Slide) tell(() => core.showPhoto(viewer, node.argument, 0, at()));
    const tab = node?.role === Role.TabPanel && nodes().find((one) =>
      one.role === Role.Tab && one.part === node.part && one.argument === node.argument);
    if (tab) activate(tab);
  }, { signal });
  // Focus by a press is a click's to tell.
  layer.element.addEventListener("focusin", ({ target }) => {
    if (drawn() && target instanceof Element && target.matches(".carousel :focus-visible"))
      tell(() => core.autoplay(viewer, 2));
  }, { signal });
  return listenToPointers(layer, {
    activate,
    highlight: (press, node, range) => whenDrawn(() => core.highlight(viewer, press, node?.index ?? -1, range)),
    follow,
    canDrag: drawn,
    down: (id, kind, x, y, time) => tell(() => core.pointerDown(viewer, id, kind, x, y, time)),
    move: (id, x, y, time) => {
      let dragging = false;
      tell(() => { dragging = core.pointerMove(viewer, id, x, y, time); });
      return dragging;
    },
    up: (id, x, y, time) => tell(() => core.pointerUp(viewer, id, x, y, time)),
    cancel: (time) => tell(() => core.pointerCancel(viewer, time)),
    wheel: (x, y, dx, dy, time) => {
      let taken = false;
      whenDrawn(() => { taken = core.wheel(viewer, x, y, dx, dy, time); });
      return taken;
    },
  }, signal);
}
