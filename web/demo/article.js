import { attributeControls, customProperty, propertyControls } from "./controls.js";

/**
 * A state on the element: what differs is set, and nothing but what the tables name.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("../element/types.js").ArticleViewerElement} Viewer
 */

/** Where a sample lies, as the page names it. @param {string} sample */
export const sampleUrl = (sample) => `demo/${sample}.json`;

/** What is fetched for a state, or what a typed document was made from. @param {State} state */
export const sourceOf = ({ url, sample }) => url || sampleUrl(sample);

/** Names of members that are URLs, by the schema. */
const urlMembers = new Set(PLAYGROUND_URL_MEMBERS);

/** @param {string} url @param {string} base */
function wholeUrl(url, base) {
  try {
    return new URL(url, base).href;
  } catch {
    return url;  // the element says what is wrong with it
  }
}

/**
 * A copy of a document whose URLs are whole: an object that the page sets has those of the page, not of the file that it
 * was made from.
 * @param {any} value @param {string} base @param {string} [member] that it is of @returns {any}
 */
export function withWholeUrls(value, base, member = "") {
  if (Array.isArray(value)) return value.map((item) => withWholeUrls(item, base));
  if (typeof value === "string") return urlMembers.has(member) && value ? wholeUrl(value, base) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withWholeUrls(one, base, name)]));
}

/** @param {Viewer} viewer @param {State} state @param {State | null} before null: all is new */
export function showState(viewer, state, before) {
  for (const { name } of attributeControls) {
    const value = state.attributes[name];
    if (value === before?.attributes[name]) continue;
    if (value) viewer.setAttribute(name, value);
    else viewer.removeAttribute(name);
  }
  for (const { name } of propertyControls) {
    const value = state.properties[name] ?? "";
    if (value === (before?.properties[name] ?? "")) continue;
    if (value) viewer.style.setProperty(customProperty(name), value);
    else viewer.style.removeProperty(customProperty(name));
  }
  if (state.words !== before?.words && (before || Object.keys(state.words).length)) viewer.words = state.words;
  if (state.lang !== (before?.lang ?? "")) {
    if (state.lang) viewer.lang = state.lang;
    else viewer.removeAttribute("lang");
  }
}

/**
 * Shows the document of a state.
 * @param {Viewer} viewer @param {State} state
 * @returns {boolean} false: what was typed is no JSON, and what stood there stays
 */
export function showDocument(viewer, state) {
  const source = sourceOf(state);
  if (state.text === null) {
    viewer.setAttribute("src", source);
    return true;
  }
  try {
    viewer.document = withWholeUrls(JSON.parse(state.text), new URL(source, document.baseURI).href);
    return true;
  } catch {
    return false;
  }
}
