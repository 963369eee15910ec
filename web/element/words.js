import { load } from "../core/files.js";
import { readLanguage } from "../core/language.js";

/**
 * The widget's words in languages other than its four: a file each, fetched where a page or a document is in that.
 *
 * @typedef {Record<string, string>} Words
 */

/** @type {Words} */
const none = {};
/** By tag, on their way or here. @type {Map<string, Words | Promise<void>>} */
const known = new Map();

/** Without the file English stands. @param {string} tag @param {import("../core/language.js").Language} language */
async function learn(tag, language) {
  const words = await load("article-viewer-further-words.js", () => import("../core/further-words.js"))
    .then(({ furtherWords }) => furtherWords(load, language)).catch(() => none);
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
    words = /^(zh|en|ar|)$/.test(language.name) ? none : learn(tag, language);
    known.set(tag, words);
  }
  if (!(words instanceof Promise)) return words;
  void words.then(arrived);
  return none;
}
