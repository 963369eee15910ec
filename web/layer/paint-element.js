import { colourOf, icons, Role, tones } from "../core/semantic-tree.js";
import { iconElement } from "./icons.js";
import { setAttribute } from "./node-element.js";

/**
 * How the element of a node looks where it stands in for its drawing.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 */

/** Tones, areas and icons as they are drawn. @param {HTMLElement} element @param {SemanticNode} node */
export function paintElement(element, node) {
  const { style } = element;
  const { role, icon } = node;
  style.color = node.text || icon ? colourOf(node.tone) : "";
  element.classList.toggle("plain", node.plainLinks);
  if (role === Role.None) {
    style.background = node.round ? "" : node.fill ? `var(--av-${tones[node.fill]})` : "";
    style.borderRadius = node.text || !node.fontSize ? "" : `${node.fontSize}px`;
    setAttribute(element, "data-text", node.text || null);
  }
  if (role !== Role.None && role !== Role.Button) return;
  const name = icons[icon] ?? "";
  setAttribute(element, "data-icon", name || null);
  const before = element.querySelector("svg");
  const now = name ? iconOf(node) : null;
  if (now ? before?.isEqualNode(now) : !before) return;
  before?.remove();
  if (now) element.prepend(now);
}

/** @param {SemanticNode} node */
function iconOf({ role, icon, round, fontSize: radius, width, height, fill }) {
  const extent = Math.min(width, height);
  const shade = round ? radius || extent / 2 : 0;
  const size = shade || (role === Role.Button ? Math.min(extent, 24) : fill ? extent * 0.66 : extent);
  return iconElement(icons[icon], size, shade);
}
