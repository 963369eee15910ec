import { scrollAround } from "./scroller.js";
import { Role } from "../core/semantic-tree.js";

/**
 * Holds what is seen where it is while what stands above it becomes higher or lower:
 * the scroller is moved by as much. Browsers do so for what follows a widget, but not
 * for what is placed in it, and WebKit does for nothing.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {import("../core/core-viewer.js").Extent} Extent
 */

const anchors = CSS.supports("overflow-anchor", "auto");

/**
 * What is to be held: what of a text or picture is seen first, else what the page has put into
 * a slot, or what follows a widget that is above the view.
 * @param {SemanticNode[]} nodes @param {Extent} seen CSS px of the content
 * @param {HTMLElement} content @param {(key: number) => HTMLElement | undefined} elementOf
 * @param {((node: SemanticNode) => SemanticNode) | null} now what a node is when the layer was written; null: in flow only
 *   the browser knows where it is
 * @returns {() => void} to be called then
 */
export function hold(nodes, seen, content, elementOf, now) {
  const { top, bottom } = content.getBoundingClientRect();
  if (bottom <= 0) return anchors ? () => {} : holdEdge(content, "bottom");
  if (seen.top <= 0) return () => {};
  const shown = (/** @type {SemanticNode} */ { y, height, key }) => now ? y < seen.bottom && y + height > seen.top
    : (elementOf(key)?.getBoundingClientRect().bottom ?? 0) > top + seen.top;
  const first = (/** @type {(node: SemanticNode) => boolean} */ is) =>
    nodes.find((one) => one.scroller < 0 && !one.hidden && is(one) && shown(one));
  const node = first(({ text, picture }) => text !== "" || picture >= 0) ?? first(({ role }) => role === Role.Slot);
  const element = node && elementOf(node.key);
  if (!element) return () => {};
  const { y } = node;
  const release = holdEdge(element, "top");
  return () => {
    if (!now || now(node).y !== y) release();
  };
}

/** @param {Element} element @param {"top" | "bottom"} edge @returns {() => void} */
function holdEdge(element, edge) {
  const before = element.getBoundingClientRect()[edge];
  return () => {
    const moved = element.getBoundingClientRect()[edge] - before;
    if (element.isConnected && Math.abs(moved) >= 0.5) scrollAround(element, moved);
  };
}
