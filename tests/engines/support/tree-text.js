/**
 * An exposed tree as lines, one a node: role, name, text where it is all that
 * the node holds, states. Long text is cut, with its length.
 *
 * @typedef {{role: string, name: string, marks: string[], children: (Item | string)[]}} Item
 */

const tidy = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();

/** @param {string} text */
function cut(text) {
  const letters = [...text];
  return letters.length > 32 ? `${letters.slice(0, 24).join("")}… (${letters.length})` : text;
}

const namedByContent = ["heading", "link", "button", "tab"];

/** @param {{role: string, name: string}} node */
export const title = ({ role, name }) => (role ? `${role} ${JSON.stringify(cut(name))}` : name);

/** @param {Item} item @param {number} [depth] @returns {string[]} */
export function treeLines({ role, name, marks, children }, depth = 0) {
  const inner = children.map((child) => (typeof child === "string" ? tidy(child) : child))
    .filter((child) => child !== "" && !(child === name && namedByContent.includes(role)));
  const text = inner.length === 1 && typeof inner[0] === "string" ? inner.pop() : "";
  const indent = "  ".repeat(depth);
  const line = [name ? title({ role, name }) : role, text && `: ${cut(String(text))}`, ...marks.map((mark) => `[${mark}]`)];
  return [
    indent + line.filter(Boolean).join(" "),
    ...inner.flatMap((child) => (typeof child === "string" ? [`${indent}  text : ${cut(child)}`] : treeLines(child, depth + 1))),
  ];
}
