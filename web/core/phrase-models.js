import { load } from "./files.js";
import { readLanguage } from "./language.js";

/**
 * The models by which the core breaks titles between phrases, in languages that have no spaces between words: a file
 * each, fetched where a title of that language has more than one line.
 */

/** The card's headline, CSS px, as src/layout/composer.cpp has it: in one column, in two. */
const sizes = [26, 34];
const twoColumns = 1024;

/** By their numbers in the core, less one. @type {(() => Promise<{default: string}>)[]} */
const files = [
  () => load("article-viewer-phrases-zh-hans.js", () => import("phrases:zh-hans")),
  () => load("article-viewer-phrases-zh-hant.js", () => import("phrases:zh-hant")),
  () => load("article-viewer-phrases-ja.js", () => import("phrases:ja")),
];

/** On their way or here, in the same order. @type {(Promise<string> | undefined)[]} */
const models = [];

/** @param {number} language its number @returns {Promise<string>} "": it can't be had now */
export const phraseModel = (language) => models[language - 1] ??= files[language - 1]()
  .then((file) => file.default, () => {
    models[language - 1] = undefined;
    return "";
  });

/**
 * Fetches the model beside the core where a headline will surely have more than one line. Looks at what documents write
 * first, and knows less than the core, which tells of what this misses.
 * @param {Uint8Array} bytes of the document @param {string} language of the page @param {number} width of the element, CSS px
 */
export function expectPhrases(bytes, language, width) {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096));
  const headline = /"(?:headline|title)"\s*:\s*"([^"\\]*)/.exec(text)?.[1] ?? "";
  const { column, name, script } = readLanguage(/"(?:language|inLanguage)"\s*:\s*"([\w-]+)"/.exec(text)?.[1] ?? language);
  const number = column < 2 ? column + 1 : name === "ja" && !script ? 3 : 0;
  const wide = headline.match(/[\u3000-\u9fff\uff00-\uff60]/g) ?? [];
  if (number && width && wide.length * sizes[Number(width >= twoColumns)] > width) void phraseModel(number);
}
