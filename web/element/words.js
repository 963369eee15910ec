import further from "../../assets/languages/further.json" with { type: "json" };
import { lists, readLanguage } from "../core/language.js";

/**
 * The widget's words in languages other than its four: a file each, fetched where a page or a document is in that.
 *
 * @typedef {Record<string, string>} Words
 */

/** @type {Words} */
const none = {};
/** By tag, on their way or here. @type {Map<string, Words | Promise<void>>} */
const known = new Map();

/** Whether a file has a language's words, as src/text/language.cpp says it. @param {import("../core/language.js").Language} language */
export const hasFurtherWords = ({ name, script }) => lists(further.latin, name) ||
  (script !== "Latn" && lists(further.other, name));

/** Without the file English stands. @param {string} tag @param {string} name of the language */
async function load(tag, name) {
  const words = await fetch(new URL(`article-viewer-words-${name}.json`, import.meta.url))
    .then((response) => response.ok ? response.json() : none).catch(() => none);
  known.set(tag, words);
}

/**
 * The same object each time; an empty one for a language that has none, and until they are here.
 * @param {string} tag @param {() => void} arrived is called then @returns {Words}
 */
export function wordsIn(tag, arrived) {
  let words = known.get(tag);
  if (!words) {
    const language = readLanguage(tag);
    words = hasFurtherWords(language) ? load(tag, language.name) : none;
    known.set(tag, words);
  }
  if (!(words instanceof Promise)) return words;
  void words.then(arrived);
  return none;
}
