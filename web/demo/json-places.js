import { parser } from "@lezer/json";

/**
 * Where things are in a JSON text, by its syntax tree, which there is of broken JSON too.
 *
 * @typedef {{from: number, to: number}} Place offsets in UTF-16 units
 * @typedef {import("@lezer/common").SyntaxNode} Node
 */

/** @param {string} text */
export const treeOf = (text) => parser.parse(text);

const values = ["Object", "Array", "String", "Number", "True", "False", "Null"];

/** The parts of a pointer (RFC 6901). @param {string} pointer */
const partsOf = (pointer) => pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The name of a property. @param {Node} property @param {string} text */
function nameOf(property, text) {
  const name = property.getChild("PropertyName");
  try {
    return name ? JSON.parse(text.slice(name.from, name.to)) : null;
  } catch {
    return null;  // it is being typed
  }
}

/** @param {Node} node */
function childValues(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (values.includes(child.name)) found.push(child);
  return found;
}

/** Of members of one name the last counts, as it does for `JSON.parse`. @param {Node} value @param {string} part @param {string} text */
function member(value, part, text) {
  if (value.name === "Array") return /^\d+$/.test(part) ? childValues(value)[Number(part)] : undefined;
  return value.getChildren("Property").filter((property) => nameOf(property, text) === part).at(-1);
}

/**
 * The place of a pointer: of a member its name, with a value that is short; of an item its beginning. Where it leads
 * nowhere, of what is nearest.
 * @param {import("@lezer/common").Tree} tree @param {string} text @param {string} pointer @returns {Place}
 */
export function placeOf(tree, text, pointer) {
  let value = childValues(tree.topNode)[0];
  let found = value;
  for (const part of value ? partsOf(pointer) : []) {
    const next = member(value, part, text);
    if (!next) break;
    found = next;
    const inner = next.name === "Property" ? childValues(next)[0] : next;
    if (!inner) break;
    value = inner;
  }
  if (!found) return { from: 0, to: Math.min(1, text.length) };
  const name = found.getChild("PropertyName");
  const holds = ["Object", "Array"].includes(value.name);
  if (name && holds) return { from: name.from, to: name.to };
  return { from: found.from, to: holds ? Math.min(found.from + 1, found.to) : found.to };
}

/** The first place that is no JSON, or null. @param {import("@lezer/common").Tree} tree @param {string} text @returns {Place | null} */
function brokenAt(tree, text) {
  /** @type {Place | null} */
  let found = null;
  tree.iterate({
    enter({ type, from, to }) {
      if (found) return false;
      if (type.isError) found = { from, to: Math.max(to, Math.min(from + 1, text.length)) };
      return !found;
    },
  });
  return found;
}

/**
 * What keeps a text from being JSON, or null.
 * @param {string} text @returns {(Place & {message: string}) | null}
 */
export function syntaxError(text) {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const said = String(error instanceof Error ? error.message : error);
    const [, position] = /position (\d+)/.exec(said) ?? [];
    const from = Number(position ?? 0);
    const place = brokenAt(treeOf(text), text) ?? { from, to: Math.min(from + 1, text.length) };
    const shown = text.slice(place.from, place.from + 20).split("\n")[0].trim();
    const found = place.from >= text.trimEnd().length ? "the text ends here" : shown ? `found ${shown}` : "found a line's end";
    return { ...place, message: `This is no JSON: ${found}, expected ${expected(text, place.from)}` };
  }
}

/** What may stand at a place, by what stands before it. @param {string} text @param {number} at */
function expected(text, at) {
  const before = text.slice(0, at).trimEnd().at(-1) ?? "";
  switch (before) {
    case "": return "an object in braces";
    case "{": return "a name in double quotes or }";
    case "[": return "a value or ]";
    case ":": return "a value";
    case ",": return "another item: the last one has no comma after it";
    default: return "a comma, a colon or the closing bracket";
  }
}
