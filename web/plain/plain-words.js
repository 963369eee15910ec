import fonts from "../../assets/languages/fonts.json" with { type: "json" };
import words from "../../assets/languages/words.json" with { type: "json" };
import { hanRegion, isRightToLeft } from "./plain-language.js";

/**
 * Fonts and words of a language, as the core has them (src/text/language.cpp, src/layout/words.cpp), for the plain
 * view without it.
 *
 * @typedef {import("../core/language.js").Language} Language
 */

/** The fonts of a language where the page names none. @param {Language} language @returns {string} */
export function defaultFamily(language) {
  const { name, script } = language;
  if (!isRightToLeft(language)) return fonts[hanRegion(language)];
  return fonts[(script ? script === "Hebr" : name === "he" || name === "yi") ? 7 : 6];
}

/** @type {Map<string, string[]>} */
const rows = new Map(/** @type {any} */ (words));

/** Takes those that the element has, and says without an article too. @param {Iterable<[string, string[]]>} more */
export function addWords(more) {
  for (const [key, row] of more) rows.set(key, row);
}

/**
 * A word in the nearest of the four languages; others use English.
 * @param {string} key @param {Language} language @returns {string} "" for an unknown key
 */
export const wordIn = (key, language) => rows.get(key)?.[language.column] ?? "";

/** The language of what `wordIn` gives: English where there is none of its own. @param {Language} language */
export const wordLanguage = ({ column, name, tag }) => column === 2 && name !== "en" ? "en" : tag;

/** Each {name} replaced; unknown ones stay. @param {string} pattern @param {Record<string, string>} values */
export function fillIn(pattern, values) {
  return pattern.replace(/\{(\w*)\}/g, (whole, name) => Object.hasOwn(values, name) ? values[name] : whole);
}
