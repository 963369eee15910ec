import { Action } from "../core/semantic-tree.js";

/**
 * Clicks on links and on what can be pressed.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/semantic-tree.js").LinkKind} LinkKind
 * @typedef {{activate: (node: SemanticNode) => void, follow: (link: {url: string, kind: LinkKind}) => boolean}} Clicked
 *   `follow` is false where the page cancelled it
 * @typedef {Pick<import("./layer-elements.js").LayerElements<any>, "nodeAt" | "linkAt">} Layer
 */

/**
 * What can be pressed around a target: a node with an action, or a link in a node's text.
 * @param {Layer} layer @param {EventTarget | null} target
 * @returns {[node: SemanticNode | null, range: number]}
 */
export function pressable(layer, target) {
  // A picture in a link is the link's.
  const element = target instanceof Element ? target.closest("a, button.node") ?? target.closest("img.node") : null;
  const node = element && layer.nodeAt(element);
  const range = layer.linkAt(element)?.range ?? -1;
  return node && (node.action !== Action.None || range >= 0) ? [node, range] : [null, -1];
}

/**
 * A click with the main button (`click`) or another one (`auxclick`).
 * @param {Layer} layer @param {MouseEvent} event @param {Clicked} clicked
 */
export function click(layer, event, { activate, follow }) {
  const main = event.type === "click";
  const link = main || event.button === 1 ? layer.linkAt(event.target) : null;
  if (link) {
    if (!follow(link)) event.preventDefault();
    return;
  }
  const [node] = main ? pressable(layer, event.target) : [null];
  if (node && !node.disabled) activate(node);
}
