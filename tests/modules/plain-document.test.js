// Whatever stands in a document, the plain view reads and composes the rest of it, and leads to no URL that may not be followed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { readLanguage } from "../../web/core/language.js";
import { PlainComposer } from "../../web/plain/plain-composer.js";
import { readDocument } from "../../web/plain/plain-document.js";

const odd = [null, true, -1, 1e308, "", " ", "\ud800", "javascript:alert(1)", "data:text/html,x", "__proto__", [], [[]], [null], {}, { url: "vbscript:x", src: "file:///x" }];

/** @param {any} json */
function composed(json) {
  const { document, refusal } = readDocument(readLanguage, new TextEncoder().encode(JSON.stringify(json)), "https://example.com/news/");
  const style = { language: readLanguage("en"), readLanguage, headingLevel: 2, parts: [0, 1, 2, 3], pageUrl: "", words: {} };
  const state = { photo: 0, toldPhoto: -1, rankingTab: 0, commentTab: 0, failed: new Set(), awake: null };
  return refusal ? [] : new PlainComposer(document, style, state).nodes;
}

/** Each member of a value, however deep: what holds it, and its name there. @param {any} value @returns {Generator<[any, string]>} */
function* membersOf(value) {
  if (typeof value !== "object" || value === null) return;
  for (const name of Object.keys(value)) {
    yield [value, name];
    yield* membersOf(value[name]);
  }
}

test("each member of a sample may be anything", async () => {
  const sample = JSON.parse(await readFile(new URL("../../assets/en.json", import.meta.url), "utf8"));
  const whole = composed(sample).length;
  assert.ok(whole > 150, `${whole} nodes`);
  let shown = 0;
  let tried = 0;
  for (const [holder, name] of [...membersOf(sample)]) {
    const before = holder[name];
    const value = holder[name] = odd[tried % odd.length];
    const nodes = composed(sample);
    tried += 1;
    if (nodes.length > whole / 4) shown += 1;
    for (const { url } of nodes.flatMap((node) => [node, ...node.ranges]))
      if (url) assert.match(url, /^(https?:|mailto:|data:image\/|blob:)/, `${name}: ${JSON.stringify(value)}`);
    holder[name] = before;
  }
  assert.ok(tried > 200, `${tried} documents`);
  assert.ok(shown > tried * 0.9, `${shown} of ${tried} show the rest`);
});

/** Each is short; read in quadratic time they take six seconds and more. @type {Record<string, string>} */
const long = {
  "lines of one text in Chinese": JSON.stringify({ article: { headline: "a", summary: "文\n".repeat(120_000) } }),
  "members that stand twice": `{"article":{"headline":"a"},"x":{${Array.from({ length: 40_000 }, (_, i) => `"a${i}":1,"a${i}":1`).join()}}}`,
  "members that stand twice, each in the other": `{"article":{"headline":"a"},"x":${'{"a":1,"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
};
for (const [what, json] of Object.entries(long))
  test(`${what} are read in linear time`, () => {
    const start = performance.now();
    const { refusal } = readDocument(readLanguage, new TextEncoder().encode(json), "https://example.com/news/");
    assert.equal(refusal, 0);
    assert.ok(performance.now() - start < 3000, `${Math.round(performance.now() - start)} ms`);
  });
