// pack-phrases.mjs FOLDER: writes the models that tell phrases apart, packed, as C++ string literals: FOLDER/zh-hans.inc and
// so on. They are BudouX's, of the package `budoux`; tools/dist/modules.mjs makes a module of each.
import * as fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @typedef {Record<string, Record<string, number>>} Model weights of features by table (UW1 to TW4), as BudouX has them */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);

export const names = ["zh-hans", "zh-hant", "ja"];

/** Files that the packed ones are made of. */
export const modelFiles = names.map((name) => path.join(root, `node_modules/budoux/dist/data/models/${name}.js`));

/**
 * Weights are multiples of it: as they are, a model of Chinese would take more than the 12,000 bytes that it may. Half of
 * it would take 900 bytes more and agree as well: tests/modules/phrases.test.js says how far.
 */
const step = 4;

/** Tables of features of one, two and three characters. */
const orders = [["UW", 6], ["BW", 3], ["TW", 4]];

// All is printable ASCII, which needs no escape in a string of JavaScript or C++: a digit is one of 91 characters.
const first = 35;
const digits = Array.from({ length: 92 }, (_, i) => String.fromCharCode(first + i)).filter((one) => one !== "\\");
const radix = digits.length;
/** Of a number's digits but the last: the greater half. */
const half = 45;

/** @param {number} value of one digit */
function digit(value) {
  if (!(value in digits)) throw new RangeError(`no digit for ${value}`);
  return digits[value];
}

/** @param {number} value @returns {string} the last digit is less than `half` */
function number(value) {
  let text = "";
  for (; value >= half; value = Math.floor((value - half) / (radix - half))) text += digit(half + (value - half) % (radix - half));
  return text + digit(value);
}

/** @param {Model} model @param {string} key of a table */
const table = (model, key) => model[key] ?? {};

/** Features of an order, each with the number it has. @param {Model[string][]} tables @param {string[]} characters */
function featuresOf(tables, characters) {
  const place = new Map(characters.map((one, i) => [one, i]));
  const value = (/** @type {string} */ text) => [...text].reduce((sum, one) => sum * characters.length + Number(place.get(one)), 0);
  const texts = new Set(tables.flatMap((one) => Object.keys(one)));
  return [...texts].map((text) => ({ text, value: text.length === 1 ? text.charCodeAt(0) : value(text) })).sort((a, b) => a.value - b.value);
}

/**
 * A model as src/text/phrases.h reads it: its base score, then for each order the count of its features, how far each is
 * from the one before, and in which tables it is; then the weights of all tables, the greater digits first. Columns, not
 * rows, which compress better.
 * @param {Model} model
 */
export function pack(model) {
  const characters = [...new Set(Object.values(model).flatMap((one) => Object.keys(one)).join(""))].sort();
  const sum = Object.values(model).flatMap((one) => Object.values(one)).reduce((total, weight) => total + weight, 0);
  let text = "";
  /** @type {number[]} */
  const weights = [];
  for (const [prefix, count] of orders) {
    const tables = Array.from({ length: Number(count) }, (_, i) => table(model, `${prefix}${i + 1}`));
    // A character that is in no table of its own stands in features of more.
    const features = featuresOf(prefix === "UW" ? [...tables, Object.fromEntries(characters.map((one) => [one, 0]))] : tables, characters);
    let before = 0;
    text += number(features.length);
    for (const { value } of features) {
      text += number(value - before);
      before = value;
    }
    text += features.map((feature) => digit(tables.reduce((bits, one, i) => bits | Number(feature.text in one) << i, 0))).join("");
    for (const one of tables) weights.push(...features.filter((feature) => feature.text in one).map((feature) => Math.round(one[feature.text] / step)));
  }
  const least = Math.min(...weights);
  // Scores are whole: more than -124.5 is more than -124 or as much.
  const base = Math.ceil(-sum / 2);
  const columns = [(/** @type {number} */ one) => Math.floor((one - least) / radix), (/** @type {number} */ one) => (one - least) % radix];
  return [step, Number(base < 0), Math.abs(base), -least].map(number).join("") + text + columns.map((column) => weights.map((one) => digit(column(one))).join("")).join("");
}

/** @param {string} name of `names` @returns {string} */
export function packed(name) {
  const { model } = require(modelFiles[names.indexOf(name)]);
  return pack(model);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  await fs.mkdir(folder, { recursive: true });
  for (const name of names) {
    const file = path.join(folder, `${name}.inc`);
    const literal = `${JSON.stringify(packed(name)).replaceAll("?", "\\?")}\n`;  // two of these begin a trigraph
    if (literal !== await fs.readFile(file, "utf8").catch(() => "")) await fs.writeFile(file, literal);
  }
}
