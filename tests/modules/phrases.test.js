// The packed models say what the package's own do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { names, pack, packed } from "../../tools/pack-phrases.mjs";
import { modelOf, parserOf } from "../phrases/parser.js";
import { file, record } from "../phrases/record.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Reads what src/text/phrases.cpp reads, in the same order. @param {string} text */
function unpack(text) {
  let at = 0;
  const digit = () => {
    const c = text.charCodeAt(at++);
    assert.ok(c >= 35 && c <= 126 && c !== 92, "a printable digit");
    return c - 35 - Number(c > 92);
  };
  const number = () => {
    let value = 0;
    for (let scale = 1, last = 45; last >= 45; scale *= 46) value += scale * (last = digit());
    return value;
  };
  const [step, negative, size, least] = [number(), number(), number(), number()];
  /** @type {string[]} */
  let characters = [];
  /** @type {Record<string, Record<string, number>>} */
  const model = {};
  /** @type {[table: string, feature: string][]} */
  const order = [];
  [["UW", 6], ["BW", 3], ["TW", 4]].forEach(([prefix, places], before) => {
    let value = 0;
    const features = Array.from({ length: number() }, () => value += number()).map((feature) => {
      if (!before) return String.fromCharCode(feature);
      let word = "";
      for (let i = 0; i <= before; ++i, feature = Math.floor(feature / characters.length)) word = characters[feature % characters.length] + word;
      return word;
    });
    if (!before) characters = features;
    const bits = features.map(digit);
    for (let place = 0; place < Number(places); ++place)
      features.forEach((feature, i) => { if (bits[i] >> place & 1) order.push([`${prefix}${place + 1}`, feature]); });
  });
  const greater = order.map(digit);
  order.forEach(([table, feature], i) => { (model[table] ??= {})[feature] = (greater[i] * 91 + digit() - least) * step; });
  assert.equal(at, text.length, "all of it is read");
  return { model, base: negative ? -size : size };
}

test("features are all there, weights to within two", () => {
  for (const name of names) {
    const own = modelOf(name);
    const { model, base } = unpack(packed(name));
    for (const [table, weights] of Object.entries(own)) {
      assert.deepEqual(Object.keys(model[table]).sort(), Object.keys(weights).sort(), `${name} ${table}`);
      for (const [feature, weight] of Object.entries(weights)) assert.ok(Math.abs(model[table][feature] - weight) <= 2, `${name} ${table} ${feature}`);
    }
    assert.equal(base, Math.ceil(parserOf(name).baseScore) + 0, name);
  }
});

test("of 200,000 places in messages of a compiler no more than four a language are another's", async () => {
  for (const [name, folder] of [["zh-hans", "zh-cn"], ["zh-hant", "zh-tw"], ["ja", "ja"]]) {
    const messages = JSON.parse(await readFile(path.join(root, `node_modules/typescript/lib/${folder}/diagnosticMessages.generated.json`), "utf8"));
    const own = parserOf(name);
    const { model, base } = unpack(packed(name));
    const ours = parserOf(name, model);
    ours.baseScore = base;
    let places = 0;
    let found = 0;
    let others = 0;
    for (const text of Object.values(messages)) {
      const expected = own.parseBoundaries(text);
      const got = ours.parseBoundaries(text);
      places += text.length - 1;
      found += expected.length;
      others += expected.filter((at) => !got.includes(at)).length + got.filter((at) => !expected.includes(at)).length;
    }
    assert.ok(places > 50_000 && found > 10_000, `${name}: ${found} of ${places}`);
    assert.ok(others <= 4, `${name}: ${others} of ${places}`);
  }
});

test("a model that is far off is seen, and so is one that can't be packed", () => {
  const model = structuredClone(modelOf("ja"));
  model.UW3["。"] += 40;
  assert.notEqual(pack(model), packed("ja"));
  model.UW3["。"] = 1_000_000;
  assert.throws(() => pack(model), RangeError);
});

test("each model takes 12,000 bytes at most, in characters that need no escape", () => {
  for (const name of names) {
    const text = packed(name);
    assert.match(text, /^[#-[\]-~]+$/, name);
    const { length } = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    assert.ok(length <= 12_000, `${name}: ${length}`);
  }
});

test("the recorded titles are what the package makes of them", async () => {
  assert.equal(await readFile(file, "utf8"), record(), "node tests/phrases/record.js");
});
