import { readLanguage } from "../core/language.js";
import { checkedWord, longestWord, wordRows } from "./controls.js";
import { find, make } from "./elements.js";

/**
 * A field for each of the widget's own words, beside the word that stands there without it.
 *
 * @typedef {import("./state.js").Store} Store
 */

/** Of the columns of a table of words. */
const columnTags = ["zh-Hans", "zh-Hant", "en", "ar"];
/** Words of further languages, by name. @type {Map<string, Promise<Record<string, string>>>} */
const fetched = new Map();

/** Where the element has them, beside this page's scripts. */
const file = new URL("../article-viewer-further-words.js", import.meta.url).href;

/** @param {import("../core/language.js").Language} language @returns {Promise<Record<string, string>>} none: it has none */
async function furtherWords(language) {
  try {
    const code = /** @type {typeof import("../core/further-words.js")} */ (await import(file));
    return await code.furtherWords((_, beside) => beside(), language);
  } catch {
    return {};  // English stands, as in the widget
  }
}

/** The words of a language, and the tag of what they are in. @param {string} tag */
async function wordsOf(tag) {
  const language = readLanguage(tag);
  const own = Object.fromEntries(wordRows.map(([key, columns]) => [key, columns[language.column]]));
  const { name } = language;
  if (!fetched.has(name)) fetched.set(name, furtherWords(language));
  const words = await fetched.get(name) ?? {};
  return { words: { ...own, ...words }, tag: Object.keys(words).length ? name : columnTags[language.column] };
}

/** @param {Store} store @param {() => string} language of the article, as it is shown */
export function setUpWords(store, language) {
  const rows = wordRows.map(([key]) => {
    const standard = make("span", { class: "hint", id: `word-${key}-standard` });
    const field = make("input", { id: `word-${key}`, type: "text", autocomplete: "off", maxlength: String(longestWord), "aria-describedby": standard.id });
    field.addEventListener("input", () => {
      const word = checkedWord(key, field.value);
      if (word !== null) store.set("words", key, word);
    });
    return { key, standard, field, row: make("div", { class: "row" }, make("div", { class: "what" },
      make("label", { for: field.id }, make("code", {}, key)), standard), field) };
  });
  find("#words", HTMLElement).append(...rows.map(({ row }) => row));
  find("#no-words", HTMLButtonElement).addEventListener("click", () => store.change({ words: {} }));
  store.follow(({ words }) => {
    for (const { key, field } of rows) if (field.value !== (words[key] ?? "")) field.value = words[key] ?? "";
  });
  let shown = "-";
  return async () => {
    const asked = language();
    if (asked === shown) return;
    shown = asked;
    const { words, tag } = await wordsOf(asked);
    if (asked !== shown) return;
    for (const { key, standard } of rows) {
      standard.textContent = words[key];
      standard.lang = tag;
    }
  };
}
