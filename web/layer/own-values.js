import table from "../../assets/themes/properties.json" with { type: "json" };

/**
 * The custom properties that a page may set, by the one table of them (assets/themes/README.md), and what their values
 * are. A length is told in CSS px of a page with 17 px body text, a choice by its number; -1 is what is not set, or
 * none: the design's is taken.
 */

/** @typedef {{name: string, kind: string, least?: number, most?: number, choices?: string}} Property */
/** @type {readonly Property[]} */
const properties = table;

export const names = properties.map(({ name }) => name);

/** @param {string} value @returns {number} CSS px; NaN where it is none */
export function pixels(value) {
  const [, number, unit] = /^([\d.]+)(px|rem)?$/.exec(value) ?? [];
  if (unit !== "rem") return Number(number);
  return Number(number) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** By kind. @type {Record<string, (value: string, em: number, choices: string) => number>} `em`: body text on a phone, CSS px */
const readers = {
  number: Number,
  px: pixels,
  length: (value, em) => lengthOf(value, em) * 17 / em,
  em: (value, em) => lengthOf(value, em) / em,
  ratio: (value) => {
    const [width, height = "1"] = value.split("/");
    return Number(width) / Number(height);
  },
  choice: (value, em, choices) => choices.split(" ").indexOf(value.toLowerCase()),
};

/** @param {string} value @param {number} em */
const lengthOf = (value, em) => value.endsWith("em") && !value.endsWith("rem") ? Number(value.slice(0, -2)) * em : pixels(value);

/**
 * @param {(name: string) => string} own what the page has set, "" nothing @param {number} em @returns {number[]} by row of the table
 */
export const readOwn = (own, em) => properties.map(({ name, kind, least = 0, most = Infinity, choices = "" }) => {
  const text = own(name);
  const value = text && readers[kind] ? readers[kind](text, em, choices) : -1;
  return value >= 0 ? Math.min(most, Math.max(least, value)) : -1;
});

/** What style sheets read. @param {CSSStyleDeclaration} css @param {number[]} values */
export const writeOwn = (css, values) => properties.forEach(({ name, kind, choices }, i) => {
  if (!readers[kind]) return;
  if (values[i] < 0) css.removeProperty(`--av-${name}`);
  else css.setProperty(`--av-${name}`, choices ? choices.split(" ")[values[i]] : String(values[i]));
});

/** @param {string} name */
export const rowOf = (name) => names.indexOf(name);
