import { listenToFind, listenToKeys } from "./keyboard.js";
import { Pointers } from "./pointers.js";

/**
 * What a reader does on the layer, told to the core: keys, pointers, and what
 * the browser's find has found in a hidden slide or tab.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {{layer: import("./semantic-layer.js").SemanticLayer, viewer: CoreViewer,
 *   nodes: () => SemanticNode[], drawn: () => boolean,
 *   tell: (call: (viewer: CoreViewer) => void) => void, act: (call: () => void) => void,
 *   follow: (link: {url: string, kind: LinkKind}) => boolean}} Listener `tell` asks
 *   for a frame, `act` also hands on at once the events that the call made;
 *   only what is `drawn` is hovered and dragged
 */

/**
 * @param {Listener} listener @param {AbortSignal} signal
 * @returns {Pointers}
 */
export function listenToLayer({ layer, viewer, nodes, drawn, tell, act, follow }, signal) {
  const at = () => performance.now();
  /** @param {SemanticNode} node */
  const activate = (node) => act(() => viewer.activate(node.index, at()));
  /** @param {() => void} call */
  const whenDrawn = (call) => {
    if (drawn()) tell(call);
  };
  listenToKeys(layer, activate, signal);
  listenToFind(layer, nodes, activate, (photo) => tell(() => viewer.showPhoto(photo, 0, at())), signal);
  // Focus by a press is a click's to tell.
  layer.element.addEventListener("focusin", ({ target }) => {
    if (drawn() && target instanceof Element && layer.element.contains(target) && target.matches(".carousel :focus-visible"))
      tell(() => viewer.autoplay(2));
  }, { signal });
  return new Pointers(layer, {
    activate,
    highlight: (press, node, range) => whenDrawn(() => viewer.highlight(press, node?.index ?? -1, range)),
    follow,
    canDrag: drawn,
    down: (id, kind, x, y, time) => tell(() => viewer.pointerDown(id, kind, x, y, time)),
    move: (id, x, y, time) => {
      let dragging = false;
      tell(() => { dragging = viewer.pointerMove(id, x, y, time); });
      return dragging;
    },
    up: (id, x, y, time) => tell(() => viewer.pointerUp(id, x, y, time)),
    cancel: (time) => tell(() => viewer.pointerCancel(time)),
    wheel: (x, y, dx, dy, time) => {
      let taken = false;
      whenDrawn(() => { taken = viewer.wheel(x, y, dx, dy, time); });
      return taken;
    },
  }, signal);
}
