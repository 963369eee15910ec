import statusWords from "../../assets/languages/status-words.json" with { type: "json" };
import ownWords from "../../assets/languages/words.json" with { type: "json" };
import properties from "../../assets/themes/properties.json" with { type: "json" };
import palettes from "../../assets/themes/palettes.json" with { type: "json" };
import roles from "../../assets/themes/roles.json" with { type: "json" };
import { attributes, partNames } from "../element/attributes.js";

/**
 * What can be chosen: the one table of controls. Attributes, parts, words and colours are those of the element's own
 * tables; what is said here is how each is asked for.
 *
 * @typedef {"one" | "number" | "text" | "parts" | "json"} AttributeKind
 * @typedef {{name: string, kind: AttributeKind, values: string[], hint: string, parse: (value: string | null) => any}} AttributeControl
 *   `values` of one that has a few; "" is none
 * @typedef {"color" | "fonts" | "length" | "number" | "choice"} PropertyKind
 * @typedef {{name: string, kind: PropertyKind, role: string, standard: string, hint: string, choices: string[]}} PropertyControl
 *   `role` of a color in the themes' palettes
 */

/** By name: how an attribute is asked for. One that is not here is a text. @type {Record<string, [AttributeKind, string, string[]?]>} */
const asked = {
  theme: ["one", "auto: the page’s color-scheme, then the system’s", ["auto", "light", "dark"]],
  loading: ["one", "counts when the page loads", ["lazy", "eager", "idle", "interaction"]],
  parts: ["parts", "in the order shown"],
  "heading-level": ["one", "of the headline", ["1", "2", "3", "4", "5", "6"]],
  view: ["one", "auto: the canvas wherever it can be had", ["auto", "canvas", "plain"]],
  size: ["one", "large: for readers who need it", ["normal", "large"]],
  autoplay: ["number", "seconds between photos; empty: none"],
  crossorigin: ["one", "as on img", ["", "anonymous", "use-credentials"]],
  referrerpolicy: ["one", "as on img", ["", "no-referrer", "origin", "same-origin", "strict-origin",
    "strict-origin-when-cross-origin", "no-referrer-when-downgrade", "origin-when-cross-origin", "unsafe-url"]],
  refresh: ["number", "seconds, 15 at least; rankings and comments are fetched again"],
  "link-target": ["one", "where links open", ["", "_blank", "_top", "_parent"]],
  map: ["json", "for documents of an unknown shape: the contract’s, with JSON pointers"],
};

/** All but `src`, which is chosen with the document. @type {readonly AttributeControl[]} */
export const attributeControls = attributes.filter(({ name }) => name !== "src").map(({ name, parse }) => {
  const [kind, hint, values = []] = asked[name] ?? ["text", ""];
  return { name, kind, values, hint, parse };
});

/** How the playground starts; "" is an attribute that is absent. @type {Record<string, string>} */
export const startingAttributes = Object.fromEntries(attributeControls.map(({ name }) =>
  [name, name === "loading" ? "eager" : name === "link-target" ? "_blank" : ""]));

export { partNames };

/** By kind of the table's rows: how it is asked for. @type {Record<string, PropertyKind>} */
const kinds = { color: "color", fonts: "fonts", size: "length", px: "length", length: "length", em: "length", number: "number", ratio: "number", choice: "choice" };

/** @typedef {{name: string, kind: string, role?: string, standard?: string, value?: number, choices?: string, said: string}} Row */

/** @type {readonly PropertyControl[]} */
export const propertyControls = /** @type {Row[]} */ (properties).map(({ name, kind, role = "", standard, value, choices = "", said }) => ({
  name, kind: kinds[kind], role, hint: said, choices: choices.split(" ").filter(Boolean),
  standard: standard ?? (value === undefined ? "as the language’s" : `${Math.round(value * 1000) / 1000}${kinds[kind] === "length" ? kind === "em" ? "em" : "px" : ""}`),
}));

/** A property as style sheets name it. @param {string} name */
export const customProperty = (name) => `--article-viewer-${name}`;

/** A theme's color, as CSS has it. @param {"light" | "dark"} theme @param {string} role */
export const themeColor = (theme, role) => palettes[theme][roles.indexOf(role)].replace("0x", "#");

/** The widget's own words: key, and the word in zh-Hans, zh-Hant, en and ar. */
export const wordRows = /** @type {[string, string[]][]} */ ([...ownWords, ...statusWords]);

/** Words longer than this are none. */
export const longestWord = 200;
const longestText = 4000;

/**
 * An attribute's value as it may be set, or null where it is none.
 * @param {string} name @param {string} value
 */
export function checkedAttribute(name, value) {
  const control = attributeControls.find((one) => one.name === name);
  if (!control || value.length > longestText) return null;
  if (value === "") return "";
  switch (control.kind) {
    case "one": return control.values.includes(value) ? value : null;
    case "number": return Number(value) > 0 && Number.isFinite(Number(value)) ? value : null;
    case "parts": return value.split(" ").every((part, i, all) => partNames.some((known) => known === part) && all.indexOf(part) === i) ? value : null;
    case "json": return isObject(value) ? value : null;
    case "text": return value;
  }
}

/** @param {string} json */
function isObject(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** By kind: the CSS property that takes such values, and their form. @type {Record<Exclude<PropertyKind, "choice">, [property: string, form: RegExp]>} */
const judges = {
  color: ["color", /^[^;{}]+$/],
  fonts: ["font-family", /^[^;{}()]+$/],
  length: ["border-radius", /^(0|\d*\.?\d+(px|r?em))$/],
  number: ["aspect-ratio", /^\d*\.?\d+( ?\/ ?\d*\.?\d+)?$/],
};

/**
 * A custom property's value as it may be set, or null where it is none.
 * @param {string} name @param {string} value
 * @param {(property: string, value: string) => boolean} [supports] as the browser says
 */
export function checkedProperty(name, value, supports = (property, text) => CSS.supports(property, text)) {
  const control = propertyControls.find((one) => one.name === name);
  const text = value.trim();
  if (!control || text.length > longestText) return null;
  if (!text) return "";
  if (control.kind === "choice") return control.choices.includes(text) ? text : null;
  const [property, form] = judges[control.kind];
  return form.test(text) && supports(property, text) ? text : null;
}

/** @param {string} key @param {string} value */
export const checkedWord = (key, value) =>
  wordRows.some(([known]) => known === key) && value.length <= longestWord ? value : null;
