// Language tags are read in JavaScript as the core reads them: by the rows of the core's own test.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { hasFurtherWords } from "../../web/core/further-words.js";
import { readLanguage } from "../../web/core/language.js";
import { hanRegion, isChinese, isRightToLeft, isTraditional, slants } from "../../web/plain/plain-language.js";
import { addWords, defaultFamily, wordIn, wordLanguage } from "../../web/plain/plain-words.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const source = await readFile(path.join(root, "tests/text/language_test.cpp"), "utf8");
/** Written, tag, direction, Han typography, characters. @type {string[][]} */
const cases = [...source.matchAll(/^ {4}\{("[^}]*")\},$/gm)].map(([, row]) => JSON.parse(`[${row}]`));
const regions = ["None", "Mainland", "Taiwan", "HongKong", "Japan", "Korea"];

test("a tag in any usual form is read as the core reads it", () => {
  assert.ok(cases.length > 95, `${cases.length} rows`);
  for (const [written, tag, direction, han, characters] of cases) {
    const language = readLanguage(written);
    assert.equal(language.tag, tag, written);
    assert.equal(isRightToLeft(language), direction === "rtl", written);
    assert.equal(regions[hanRegion(language)], han, written);
    assert.equal(isChinese(language), characters !== "", written);
    if (characters) assert.equal(isTraditional(language), characters === "Traditional", written);
    assert.equal(slants(language), direction === "ltr" && han === "None", written);
  }
});

test("what it is called is a valid tag, and canonical", () => {
  const tags = cases.map(([, tag]) => tag).filter((tag) => tag);
  // CLDR gives Zhuang its shorter name.
  for (const tag of tags) assert.deepEqual(Intl.getCanonicalLocales(tag), [tag === "zha" ? "za" : tag]);
  assert.ok(tags.length > 60);
});

test("a tag without end is none", () => {
  const variants = "en" + [..."abcdefghijklmn"].map((letter) => `-${letter.repeat(6)}`).join("");
  assert.equal(readLanguage(variants).tag, variants);
  assert.equal(readLanguage(`${variants}z`).tag, "");
  assert.equal(readLanguage(variants.repeat(1_000_000)).tag, "");
});

test("words and fonts go by what was read", async () => {
  /** Written, word, its language, a font. @type {[string, string, string, string][]} */
  const rows = [
    ["zh_CN", "来源", "zh-CN", "PingFang SC"], ["zh-hant-cn", "來源", "zh-Hant-CN", "PingFang SC"],
    ["cmn-Hans", "来源", "zh-Hans", "PingFang SC"], ["yue", "來源", "yue", "PingFang HK"],
    ["zh-Hans-HK", "来源", "zh-Hans-HK", "PingFang HK"], ["zh-Latn", "Source", "en", "Helvetica Neue"],
    ["AR_eg", "المصدر", "ar-EG", "Geeza Pro"], ["ar-Latn", "Source", "en", "Helvetica Neue"],
    ["en_US", "Source", "en-US", "Helvetica Neue"], ["jam", "Source", "en", "Helvetica Neue"],
    ["iw", "Source", "en", "Arial Hebrew"], ["ja_JP", "Source", "en", "Hiragino Sans"], ["a b", "Source", "en", "Helvetica Neue"],
  ];
  addWords(JSON.parse(await readFile(path.join(root, "assets/languages/status-words.json"), "utf8")));
  for (const [written, word, tag, font] of rows) {
    const language = readLanguage(written);
    assert.equal(wordIn("source", language), word, written);
    assert.equal(wordLanguage(language), tag, written);
    assert.equal(wordIn("retry", language), ["重试", "重試", "Retry", "إعادة المحاولة"][language.column], written);
    assert.ok(defaultFamily(language).startsWith(`"${font}"`), written);
  }
  assert.equal(wordIn("constructor", readLanguage("en")), "");
});

const languages = path.join(root, "assets/languages");
/** @param {string} file @returns {Promise<any>} */
const table = async (file) => JSON.parse(await readFile(path.join(languages, file), "utf8"));

test("each further language has all words, with what is filled in, and nothing else", async () => {
  const { latin, other } = await table("further.json");
  const files = await readdir(path.join(languages, "words"));
  assert.deepEqual(files.sort(), `${latin} ${other}`.split(" ").map((name) => `${name}.json`).sort());
  /** @type {[string, string[]][]} */
  const rows = [...await table("words.json"), ...await table("status-words.json")];
  const filledIn = (/** @type {string} */ text) => text.match(/\{\w*\}/g) ?? [];
  for (const file of files) {
    const words = await table(`words/${file}`);
    assert.deepEqual(Object.keys(words), rows.map(([key]) => key), `${file}: keys, in their order`);
    for (const [key, texts] of rows) {
      assert.deepEqual(filledIn(words[key]), filledIn(texts[2]), `${file}: ${key}`);
      assert.match(words[key], /^\S(?:[^"\\[\];]*\S)?$/, `${file}: ${key}`);
    }
    assert.match(words.counts, /\{participants\}.+[ ،]\{total\}./, `${file}: clauses of counts`);
  }
});

test("whether a file has a language's words is said as the core says it", async () => {
  const unit = await readFile(path.join(root, "tests/layout/words_test.cpp"), "utf8");
  /** Written, word, its language. @type {string[][]} */
  const told = [...unit.matchAll(/^ {4}\{("[^}]*")\},$/gm)].map(([, row]) => JSON.parse(`[${row}]`));
  const further = new Set();
  for (const [written, close, tag] of told) {
    const language = readLanguage(written);
    if (hasFurtherWords(language)) further.add(language.name);
    const { close: own } = hasFurtherWords(language) ? await table(`words/${language.name}.json`) : { close: wordIn("close", language) };
    assert.equal(own, close, written);
    assert.equal(hasFurtherWords(language) ? language.tag : wordLanguage(language), tag, written);
  }
  assert.equal(further.size, 15);
  assert.ok(told.length > 25, `${told.length} rows`);
});
