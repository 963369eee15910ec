/**
 * The models by which the core breaks titles between phrases, in languages that have no spaces between words: a file
 * each, fetched where a title of that language has more than one line. What is seen by then keeps its lines until its
 * width or text changes (src/text/phrases.h).
 *
 * @typedef {import("../core/files.js").Load} Load
 * @typedef {import("../core/core-viewer.js").CoreViewer} CoreViewer
 * @typedef {import("./widget.js").Host} Host
 */

/** How long an article that is to be seen waits for its model, ms. */
const patience = 100;

/** The card's headline, CSS px, as src/layout/composer.cpp has it: in one column, in two. */
const sizes = [26, 34];
const twoColumns = 1024;

/** By their numbers in the core, less one. @type {((load: Load) => Promise<{default: string}>)[]} */
const files = [
  (load) => load("article-viewer-phrases-zh-hans.js", () => import("phrases:zh-hans")),
  (load) => load("article-viewer-phrases-zh-hant.js", () => import("phrases:zh-hant")),
  (load) => load("article-viewer-phrases-ja.js", () => import("phrases:ja")),
];

/** On their way or here, in the same order. @type {(Promise<string> | undefined)[]} */
const models = [];

/** @param {Load} load @param {number} language its number @returns {Promise<string>} "": it can't be had now */
const fetchModel = (load, language) => models[language - 1] ??= files[language - 1](load)
  .then((file) => file.default, () => {
    models[language - 1] = undefined;
    return "";
  });

/**
 * Fetches the model beside the core where a headline will surely have more than one line. Looks at what documents write
 * first, and knows less than the core, which tells of what this misses.
 * @param {Host} host @param {Uint8Array} bytes of the document
 */
export function expectPhrases({ load, language, readLanguage, element }, bytes) {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096));
  const headline = /"(?:headline|title)"\s*:\s*"([^"\\]*)/.exec(text)?.[1] ?? "";
  const { column, name, script } = readLanguage(/"(?:language|inLanguage)"\s*:\s*"([\w-]+)"/.exec(text)?.[1] ?? language());
  const number = column < 2 ? column + 1 : name === "ja" && !script ? 3 : 0;
  const width = element.clientWidth;
  const wide = headline.match(/[\u3000-\u9fff\uff00-\uff60]/g) ?? [];
  if (number && width && wide.length * sizes[Number(width >= twoColumns)] > width) void fetchModel(load, number);
}

/**
 * Before anything of an article is seen.
 * @param {Load} load @param {CoreViewer} viewer @param {number} language whose model its titles lack
 */
export async function breakByPhrases(load, viewer, language) {
  let seen = false;
  const learned = fetchModel(load, language).then((model) => { if (model) viewer.learnPhrases(language, model, !seen); });
  await Promise.race([learned, new Promise((late) => setTimeout(late, patience))]);
  seen = true;
}

/** For what is laid out from then on. @param {Load} load @param {CoreViewer} viewer @param {number} language */
export async function learnPhrases(load, viewer, language) {
  const model = await fetchModel(load, language);
  if (model) viewer.learnPhrases(language, model, false);
}
