import { attributeControls, checkedAttribute, checkedProperty, checkedWord, propertyControls, startingAttributes } from "./controls.js";
import { pack, unpack } from "./packed.js";
import { sampleNames, startingState, widths } from "./state.js";

/**
 * A state as the part of an address after `#`, and back: docs/playground.md has the form. What is read there is never
 * trusted: values are checked as those that are typed, and what is unknown is named and left out.
 *
 * @typedef {import("./state.js").State} State
 */

/** A language tag, more or less: the element reads it. */
const tagForm = /^[A-Za-z]{2,8}([-_][A-Za-z\d]{1,8}){0,8}$/;

/** An http(s) URL as it is to be fetched, or null. @param {string} text @param {string} base */
export function checkedUrl(text, base) {
  try {
    const url = new URL(text, base);
    return ["http:", "https:"].includes(url.protocol) && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * @param {State} state
 * @returns {Promise<{hash: string, whole: boolean}>} without `#`, "" for the state at the start; not whole: the document is too long for it
 */
export async function hashOf(state) {
  const start = startingState();
  const parameters = new URLSearchParams();
  let whole = true;
  if (state.url) parameters.set("url", state.url);
  else if (state.sample !== start.sample) parameters.set("sample", state.sample);
  for (const { name } of attributeControls)
    if (state.attributes[name] !== startingAttributes[name]) parameters.set(name, state.attributes[name]);
  for (const { name } of propertyControls)
    if (state.properties[name]) parameters.set(`--${name}`, state.properties[name]);
  for (const [key, word] of Object.entries(state.words)) parameters.set(`word.${key}`, word);
  if (state.lang) parameters.set("lang", state.lang);
  if (state.width) parameters.set("width", state.width);
  if (state.text !== null) {
    const packed = await pack(state.text);
    if (packed) parameters.set("doc", packed);
    else whole = false;
  }
  return { hash: String(parameters), whole };
}

/**
 * Puts one parameter into a state.
 * @param {State} state @param {string} name @param {string} value @param {string} base of URLs
 * @returns {boolean | Promise<boolean>} whether it is one
 */
function take(state, name, value, base) {
  /** @param {"attributes" | "properties" | "words"} table @param {string} key @param {string | null} checked */
  const into = (table, key, checked) => {
    if (checked !== null) state[table][key] = checked;
    return checked !== null;
  };
  switch (name) {
    case "sample":
      if (!sampleNames.includes(/** @type {any} */ (value))) return false;
      state.sample = value;
      return true;
    case "url":
      state.url = checkedUrl(value, base) ?? "";
      return Boolean(state.url);
    case "lang":
      state.lang = tagForm.test(value) ? value : "";
      return Boolean(state.lang);
    case "width":
      state.width = widths.includes(value) ? value : "";
      return Boolean(state.width);
    case "doc":
      return unpack(value).then((text) => {
        state.text = text;
        return true;
      }, () => false);
  }
  if (name.startsWith("--")) return into("properties", name.slice(2), checkedProperty(name.slice(2), value) || null);
  if (name.startsWith("word.")) return into("words", name.slice(5), checkedWord(name.slice(5), value) || null);
  return into("attributes", name, checkedAttribute(name, value));
}

/**
 * @param {string} hash without `#` @param {string} base of URLs
 * @returns {Promise<{state: State, refused: string[]}>} `refused`: names of what is no state
 */
export async function stateOf(hash, base) {
  const state = startingState();
  const refused = [];
  for (const [name, value] of new URLSearchParams(hash))
    if (!await take(state, name, value, base)) refused.push(name);
  return { state, refused };
}
