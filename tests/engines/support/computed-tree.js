/**
 * The accessibility tree that Chromium computes (`Accessibility.getFullAXTree`
 * of its DevTools protocol), as items of tree-text.js.
 *
 * @typedef {{nodeId: string, ignored: boolean, role?: {value: string}, name?: {value: string},
 *   properties?: {name: string, value: {value: any}}[], childIds?: string[]}} ComputedNode
 * @typedef {import("./tree-text.js").Item} Item
 */

/** Roles that Chromium spells in its own way. @type {Record<string, string>} */
const spellings = { Figcaption: "caption", Time: "time", splitter: "separator", img: "image" };
const withoutRole = ["generic", "none", "RootWebArea", "Iframe"];
const parts = ["InlineTextBox", "LineBreak", "ListMarker"];
const named = ["article", "navigation", "group", "tablist", "tabpanel", "dialog", "image", "heading", "link",
  "button", "tab"];

/** @param {ComputedNode} node */
function marksOf({ role, properties = [] }) {
  const has = (/** @type {string} */ name) => properties.find((one) => one.name === name)?.value.value;
  return [
    has("level") !== undefined && role?.value === "heading" && `level=${has("level")}`,
    role?.value === "tab" && `selected=${has("selected")}`,
    has("disabled") === true && "disabled=true",
    // A tab beside the selected one is not in the page's tab order.
    has("focusable") === true && (role?.value !== "tab" || has("selected")) && "focusable",
  ].filter((mark) => typeof mark === "string");
}

/** @param {ComputedNode[]} nodes from the root @returns {Item} */
export function computedTree(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @param {ComputedNode} node @param {Item} parent */
  const gather = (node, parent) => {
    const role = node.role?.value ?? "none";
    if (parts.includes(role)) return;
    const { children } = parent;
    if (role === "StaticText" && !node.ignored) {
      const text = node.name?.value ?? "";
      if (typeof children.at(-1) === "string") children.push(`${children.pop()}${text}`);
      else children.push(text);
      return;
    }
    const bare = node.ignored || withoutRole.includes(role);
    const own = spellings[role] ?? role;
    const item = bare ? parent
      : { role: own, name: named.includes(own) ? node.name?.value.trim() ?? "" : "", marks: marksOf(node), children: [] };
    if (!bare) children.push(item);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) gather(child, item);
    }
  };
  const top = { role: "document", name: "", marks: [], children: [] };
  gather(nodes[0], top);
  return top;
}
