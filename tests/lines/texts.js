// The texts of the line record: made by chance from a seed, the same each time.
import { emoji, latin, marks, pairs, units, urls, words } from "./words.js";

/**
 * @typedef {{name: string, language: string, family: string, texts: string[]}} Group texts of one
 *   kind, set in one list of fonts. Han texts are set as English, which has no tailoring of theirs:
 *   the fonts name the region.
 * @typedef {(() => number) & {pick: <T>(list: T[]) => T, chance: (p: number) => boolean,
 *   whole: (least: number, most: number) => number}} Dice
 */

/** A seeded source of chance (mulberry32). @param {number} seed @returns {Dice} */
function makeDice(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (/** @type {number} */ least, /** @type {number} */ most) =>
    least + Math.floor(roll() * (most - least + 1));
  return Object.assign(roll, {
    whole,
    chance: (/** @type {number} */ p) => roll() < p,
    pick: /** @type {Dice["pick"]} */ ((list) => list[whole(0, list.length - 1)]),
  });
}

/** Languages that write no spaces between words. */
const unspaced = new Set(["zh-Hans", "zh-Hant", "ja", "th"]);

/** @param {Dice} dice */
function number(dice) {
  const n = dice.whole(1, 999);
  if (dice.chance(0.3)) return `${n}`;
  return dice.pick([
    () => `${n}.${dice.whole(0, 99)}`, () => `${dice.whole(1, 99)},${dice.whole(100, 999)}`,
    () => `${dice.whole(1990, 2026)}`, () => `${dice.whole(1, 12)}:${dice.whole(10, 59)}`, () => `${n}%`,
    () => `-${n}`, () => `+${n}.${dice.whole(0, 9)}`, () => `$${n}`, () => `€${n},50`, () => `¥${n}`, () => `${n} €`,
    () => `№${n}`, () => `${n}–${n + 7}`, () => `${dice.whole(1, 28)}/${dice.whole(1, 12)}/2024`,
    () => dice.chance(0.22) ? `2024-0${dice.whole(1, 9)}-1${dice.whole(0, 9)}` : `${n + 1000}`, () => `${n}${dice.pick(units)}`, () => `${n} ${dice.pick(units)}`,
    () => `(${n})`, () => `±${n}`, () => `${dice.whole(1, 9)}/${dice.whole(2, 9)}`, () => `1.${dice.whole(1, 9)}.${dice.whole(1, 9)}`,
  ])();
}

/** What is neither a word nor a mark of the language. @param {Dice} dice @param {string} language */
function foreign(dice, language) {
  const roll = dice();
  if (roll < 0.5) return number(dice);
  if (roll < 0.62) return dice.pick(emoji);
  if (roll < 0.72) return dice.pick(urls);
  if (roll < 0.9) return dice.pick(unspaced.has(language) || language === "ko" ? latin : [...latin, ...words.en]);
  const word = () => dice.pick(words[language]);
  return dice.pick([
    () => `${word()}\u00A0${word()}`, () => `${word()}/${word()}`, () => `${word()}\u2060${word()}`,
    () => `${word()}\u200B${word()}`, () => unspaced.has(language) ? word() : `inter\u00ADnation\u00ADal`, () => `${number(dice)}\u00A0km`,
    () => `${word()} & ${word()}`, () => `${word()}*`, () => `<${word()}>`, () => `${word()}_${word()}`, () => `a=b+c`,
  ])();
}

/** @param {Dice} dice @param {string} language @param {number} strangers chance of something foreign for each word */
function sentence(dice, language, strangers) {
  const gap = unspaced.has(language) ? "" : " ";
  const [inner, final] = marks[language];
  let text = "";
  let since = 0;
  const count = dice.whole(5, 14);
  for (let i = 0; i < count; ++i) {
    let unit = dice.pick(words[language]);
    if (dice.chance(strangers)) {
      unit = foreign(dice, language);
      // Both habits are met: a space at Latin in Chinese, and none.
      if (!gap && dice.chance(0.3)) unit = ` ${unit} `;
    }
    if (dice.chance(0.07)) {
      const [open, close] = dice.pick(pairs[language]);
      const more = dice.chance(0.5) ? gap + dice.pick(words[language]) : "";
      unit = `${open}${unit}${more}${close}`;
    }
    text += unit;
    since += 1;
    if (i + 1 === count) text += dice.pick(final);
    else if (since > 3 && dice.chance(0.3)) {
      text += dice.pick(inner);
      since = 0;
    } else text += gap;
  }
  return text;
}

/**
 * White space as HTML has it, and as no one writes otherwise: one space, none at the ends, within
 * brackets or at full-width marks.
 * @param {string} text
 */
const tidied = (text) => text.replace(/ +/g, " ")
  .replace(/ (?=[，。、；：！？．）」』》〉】”’)～·]|——|……)/gu, "").replace(/(?<=[，。、；：！？．（「『《〈【“‘(～·])　? /gu, "").trim();

const others = `"Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"`;
/** @param {string} region */
const latinFirst = (region) => `"Noto Sans", ${others}, "Noto Sans CJK ${region}"`;
/** @param {string} region */
const hanFirst = (region) => `"Noto Sans CJK ${region}", "Noto Sans", ${others}`;

/** Name, language, families, texts, chance of something foreign. @type {[string, string, string, number, number][]} */
const kinds = [
  ["Chinese, simplified", "zh-Hans", hanFirst("SC"), 100, 0.06],
  ["Chinese, traditional", "zh-Hant", hanFirst("TC"), 45, 0.06],
  ["Chinese, mixed", "zh-Hans", hanFirst("SC"), 90, 0.3],
  ["English", "en", latinFirst("SC"), 90, 0.06],
  ["English, mixed", "en", latinFirst("SC"), 40, 0.3],
  ["Arabic", "ar", latinFirst("SC"), 70, 0.08],
  ["Cyrillic", "ru", latinFirst("SC"), 25, 0.1],
  ["Greek", "el", latinFirst("SC"), 20, 0.1],
  ["Hebrew", "he", latinFirst("SC"), 25, 0.1],
  ["Devanagari", "hi", latinFirst("SC"), 25, 0.1],
  ["Thai", "th", latinFirst("SC"), 10, 0.08],
  ["Japanese", "ja", hanFirst("JP"), 35, 0.1],
  ["Korean", "ko", latinFirst("KR"), 25, 0.1],
];

/** Lines end at URLs and Russian dashes by other rules than a browser's: docs/line-breaking.md. @param {string} text */
const isOurs = (text) => /https?:\/\/|www\./.test(text) || /[а-я].* —/.test(text);

/** 600 texts of one or two sentences, less those of which our rules are others. @returns {Group[]} */
export function makeTexts() {
  return kinds.map(([name, language, family, count, strangers], kind) => ({
    name, family,
    language: ["zh-Hans", "zh-Hant", "ja", "ko"].includes(language) ? "en" : language,
    texts: Array.from({ length: count }, (_, i) => {
      const dice = makeDice(1000 * (kind + 1) + i);
      const sentences = Array.from({ length: dice.whole(1, 2) }, () => sentence(dice, language, strangers));
      return tidied(sentences.join(unspaced.has(language) ? "" : " "));
    }).filter((text) => !isOurs(text)),
  }));
}
