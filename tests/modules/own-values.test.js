import assert from "node:assert/strict";
import { test } from "node:test";

// Lengths in rem are those of a page whose root has 16 px.
Object.assign(globalThis, { document: {}, getComputedStyle: () => ({ fontSize: "16px" }) });
const { names, readOwn, rowOf, writeOwn } = await import("../../web/layer/own-values.js");

/** @param {Record<string, string>} set @param {number} [em] */
const read = (set, em = 17) => readOwn((name) => set[name] ?? "", em);

test("nothing is set where nothing is", () => {
  assert.equal(read({}).length, names.length);
  assert.ok(read({}).every((value) => value === -1));
});

/** Property, value, body text in CSS px, what is read. @type {[string, string, number, number][]} */
const cases = [
  ["headline-size", "34px", 17, 34], ["headline-size", "34px", 34, 17], ["headline-size", "2em", 20, 34], ["headline-size", "2rem", 17, 32],
  ["headline-size", "500px", 17, 80], ["headline-size", "1px", 17, 14],
  ["headline-size", "34", 17, 34], ["headline-size", "2vw", 17, -1], ["headline-size", "-1px", 17, -1], ["headline-size", "large", 17, -1],
  ["body-indent", "0", 17, 0], ["body-indent", "2em", 30, 2], ["body-indent", "34px", 17, 2], ["body-indent", "90em", 17, 6],
  ["paragraph-gap", "0px", 17, 0], ["margin", "24px", 34, 24], ["margin", "1.5em", 17, -1],
  ["body-align", "justify", 17, 1], ["body-align", "START", 17, 0], ["body-align", "middle", 17, -1],
  ["carousel-ratio", "4/3", 17, 4 / 3], ["carousel-ratio", "16 / 9", 17, 16 / 9], ["carousel-ratio", "1.25", 17, 1.25],
  ["carousel-ratio", "1/0", 17, 4], ["carousel-ratio", "0", 17, 0.5], ["carousel-ratio", "wide", 17, -1],
  ["line-height", "1.7", 17, 1.7], ["line-height", "150%", 17, -1], ["target-size", "20px", 17, 44],
];
for (const [name, value, em, expected] of cases)
  test(`${name}: ${value} is ${expected} where body text has ${em} px`, () => {
    assert.ok(Math.abs(read({ [name]: value }, em)[rowOf(name)] - expected) < 1e-6, String(read({ [name]: value }, em)[rowOf(name)]));
  });

test("style sheets get what is set, and choices by name", () => {
  /** @type {Record<string, string>} */
  const written = { "--av-headline-size": "old", "--av-measure": "old" };
  writeOwn(/** @type {any} */ ({
    setProperty: (/** @type {string} */ name, /** @type {string} */ value) => { written[name] = value; },
    removeProperty: (/** @type {string} */ name) => { delete written[name]; },
  }), read({ "headline-size": "34px", "body-align": "justify", accent: "red" }));
  assert.deepEqual(written, { "--av-headline-size": "34", "--av-body-align": "justify" });
});
