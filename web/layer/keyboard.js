import { isHeld } from "../core/held-key.js";
import { Action, Role } from "../core/semantic-tree.js";

/**
 * Keys beyond those that links and buttons have of their own: arrows, Home and
 * End move among tabs, arrows on the carousel's buttons show its photos. Keys
 * with Ctrl, Alt or Meta are the browser's.
 *
 * @param {import("./layer-elements.js").LayerElements<any>} layer
 * @param {(node: import("../core/semantic-tree.js").SemanticNode) => void} activate
 * @param {AbortSignal} signal
 */
export function listenToKeys(layer, activate, signal) {
  layer.element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const node = layer.nodeAt(event.target);
    if (!node) return;
    if (isHeld(event)) {
      event.preventDefault();
      return;
    }
    const forward = layer.element.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.key === forward ? 1
      : event.key === "ArrowLeft" || event.key === "ArrowRight" ? -1 : 0;
    if (node.role === Role.Tab) {
      const tabs = layer.tabsBeside(node);
      const last = tabs.length - 1;
      const at = tabs.findIndex((tab) => tab.node === node);
      const to = event.key === "Home" ? 0 : event.key === "End" ? last
        : step ? (at + step + tabs.length) % tabs.length : -1;
      if (to < 0) return;
      event.preventDefault();
      activate(tabs[to].node);
      tabs[to].element.focus({ preventScroll: true });
    } else if (step && (node.action === Action.PreviousPhoto || node.action === Action.NextPhoto)) {
      event.preventDefault();
      const entry = layer.entryOfAction(step > 0 ? Action.NextPhoto : Action.PreviousPhoto);
      if (entry && !entry.node.disabled) activate(entry.node);
    }
  }, { signal });
}

/**
 * What the browser's find has found in a hidden slide or tab is shown.
 * @param {import("./layer-elements.js").LayerElements<any>} layer
 * @param {() => import("../core/semantic-tree.js").SemanticNode[]} nodes
 * @param {(tab: import("../core/semantic-tree.js").SemanticNode) => void} activate
 * @param {(photo: number) => void} showPhoto
 * @param {AbortSignal} signal
 */
export function listenToFind(layer, nodes, activate, showPhoto, signal) {
  layer.element.addEventListener("beforematch", (event) => {
    const node = layer.nodeInWrapper(event.target);
    if (node?.role === Role.Slide) showPhoto(node.argument);
    const tab = node?.role === Role.TabPanel && nodes().find((one) =>
      one.role === Role.Tab && one.part === node.part && one.argument === node.argument);
    if (tab) activate(tab);
  }, { signal });
}
