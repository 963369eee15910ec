import { actions, Role } from "../core/semantic-tree.js";

/**
 * The element of a node: what it is.
 *
 * @typedef {import("../core/semantic-tree.js").SemanticNode} SemanticNode
 */

/** @type {Record<number, string>} elements of roles; others are `div` */
const tags = {
  [Role.Article]: "article", [Role.Navigation]: "nav", [Role.Paragraph]: "p", [Role.Text]: "span",
  [Role.Time]: "time", [Role.Link]: "a", [Role.Strong]: "strong", [Role.Emphasis]: "em",
  [Role.Figure]: "figure", [Role.Image]: "img", [Role.Caption]: "figcaption",
  [Role.Quote]: "blockquote", [Role.List]: "ul", [Role.OrderedList]: "ol", [Role.ListItem]: "li",
  [Role.Separator]: "hr", [Role.Button]: "button", [Role.Tab]: "button",
};

/** @type {Record<number, string>} ARIA roles where the element says too little */
const ariaRoles = {
  [Role.Group]: "group", [Role.List]: "list", [Role.OrderedList]: "list", [Role.Carousel]: "group",
  [Role.Slide]: "group", [Role.TabList]: "tablist", [Role.Tab]: "tab", [Role.TabPanel]: "tabpanel",
  [Role.Status]: "status",
};

/** @param {SemanticNode} node */
export function tagOf(node) {
  if (node.role === Role.None) return "i";
  if (node.role === Role.Heading) return `h${Math.min(6, Math.max(1, node.level))}`;
  if (node.role === Role.Link && !node.url) return "span";
  return tags[node.role] ?? "div";
}

/** @param {Element} element @param {string} name @param {string | null} value */
export function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {SemanticNode} node @param {string} tag
 * @returns {{element: HTMLElement, outer: HTMLElement}} `outer`: what is put into the layer
 */
export function makeElement(node, tag) {
  const element = document.createElement(tag);
  element.classList.add("node");
  if (node.look) element.classList.add(`as-${node.look}`);
  // On the slide or panel itself `hidden` would leave it exposed, but empty.
  const wrapped = node.role === Role.Slide || node.role === Role.TabPanel;
  const outer = wrapped ? document.createElement("div") : element;
  if (wrapped) {
    outer.className = "wrapper";
    outer.append(element);
  }
  const role = ariaRoles[node.role];
  if (role) element.setAttribute("role", role);
  if (element instanceof HTMLButtonElement) {
    element.type = "button";
    element.dataset.action = actions[node.action];
  }
  if (element instanceof HTMLImageElement) element.decoding = "async";
  if (node.role === Role.Status) element.className = "said";
  if (node.role === Role.None) element.setAttribute("aria-hidden", "true");
  if (node.role === Role.Carousel) element.classList.add("carousel");
  if (node.role === Role.Slide) element.classList.add("slide");
  if (node.role === Role.Heading) element.classList.add("heading");
  if (node.role === Role.Slot) {
    element.classList.add("slot");
    element.append(document.createElement("slot"));
  }
  return { element, outer };
}
