import further from "../../assets/languages/further.json" with { type: "json" };
import { lists } from "./language.js";

/**
 * Where the words of further languages are: a file each, written out as bundlers look for it.
 *
 * @typedef {(load: import("./files.js").Load) => Promise<{default: Record<string, string>}>} WordsFile
 */

/** @type {Record<string, WordsFile>} */
const files = {
  de: (load) => load("article-viewer-words-de.js", () => import("../../assets/languages/words/de.json")),
  es: (load) => load("article-viewer-words-es.js", () => import("../../assets/languages/words/es.json")),
  fa: (load) => load("article-viewer-words-fa.js", () => import("../../assets/languages/words/fa.json")),
  fr: (load) => load("article-viewer-words-fr.js", () => import("../../assets/languages/words/fr.json")),
  he: (load) => load("article-viewer-words-he.js", () => import("../../assets/languages/words/he.json")),
  hi: (load) => load("article-viewer-words-hi.js", () => import("../../assets/languages/words/hi.json")),
  id: (load) => load("article-viewer-words-id.js", () => import("../../assets/languages/words/id.json")),
  it: (load) => load("article-viewer-words-it.js", () => import("../../assets/languages/words/it.json")),
  ja: (load) => load("article-viewer-words-ja.js", () => import("../../assets/languages/words/ja.json")),
  ko: (load) => load("article-viewer-words-ko.js", () => import("../../assets/languages/words/ko.json")),
  pt: (load) => load("article-viewer-words-pt.js", () => import("../../assets/languages/words/pt.json")),
  ru: (load) => load("article-viewer-words-ru.js", () => import("../../assets/languages/words/ru.json")),
  th: (load) => load("article-viewer-words-th.js", () => import("../../assets/languages/words/th.json")),
  tr: (load) => load("article-viewer-words-tr.js", () => import("../../assets/languages/words/tr.json")),
  vi: (load) => load("article-viewer-words-vi.js", () => import("../../assets/languages/words/vi.json")),
};

/** Whether a file has a language's words, as src/text/language.cpp says it. @param {Pick<import("./language.js").Language, "name" | "script">} language */
export const hasFurtherWords = ({ name, script }) => lists(further.latin, name) ||
  (script !== "Latn" && lists(further.other, name));

/**
 * @param {import("./files.js").Load} load @param {Parameters<typeof hasFurtherWords>[0]} language
 * @returns {Promise<Record<string, string>>} none: it has none; rejects where its file can't be had
 */
export const furtherWords = async (load, language) =>
  hasFurtherWords(language) ? (await files[language.name](load)).default : {};
