import assert from "node:assert/strict";
import { test } from "node:test";
import { attributes, readOptions } from "../../web/element/attributes.js";

/** @param {Record<string, string>} given @returns {any} */
const optionsOf = (given) => readOptions(/** @type {any} */ ({ getAttribute: (/** @type {string} */ name) => given[name] ?? null }));

test("an element without attributes has the defaults", () => {
  assert.deepEqual(optionsOf({}), { src: "", theme: "auto", loading: "lazy", parts: ["card", "gallery", "rankings", "comments"],
    headingLevel: 2, view: "auto", autoplay: null, crossOrigin: null, referrerPolicy: "", refresh: null, linkTarget: "", size: "normal" });
});

/** Attribute, value, what is read. @type {[string, string, unknown][]} */
const cases = [
  ["theme", "DARK", "dark"], ["theme", "sepia", "auto"], ["loading", " eager ", "eager"], ["view", "plain", "plain"],
  ["parts", "comments card", ["comments", "card"]], ["parts", "card card nothing", ["card"]], ["parts", "nothing", ["card", "gallery", "rankings", "comments"]],
  ["heading-level", "1", 1], ["heading-level", "6", 6], ["heading-level", "7", 2], ["heading-level", "x", 2],
  ["autoplay", "4.5", 4.5], ["autoplay", "0", null], ["autoplay", "", null],
  ["refresh", "60", 60], ["refresh", "3", 15], ["refresh", "0", null], ["refresh", "soon", null],
  ["size", "Large", "large"], ["size", "huge", "normal"],
  ["crossorigin", "", "anonymous"], ["crossorigin", "use-credentials", "use-credentials"], ["crossorigin", "other", "anonymous"],
  ["crossorigin", "Use-Credentials", "use-credentials"], ["crossorigin", " use-credentials", "anonymous"],
  ["referrerpolicy", "No-Referrer", "no-referrer"], ["referrerpolicy", "strict-origin-when-cross-origin", "strict-origin-when-cross-origin"],
  ["referrerpolicy", "unsafe-URL", "unsafe-url"], ["referrerpolicy", "never", ""], ["referrerpolicy", "always", ""], ["referrerpolicy", " origin", ""],
  ["referrerpolicy", "same-origin-when-cross-origin", ""],
];
test("large text does not move by itself", () => {
  assert.equal(optionsOf({ size: "large", autoplay: "5" }).autoplay, null);
  assert.equal(optionsOf({ size: "normal", autoplay: "5" }).autoplay, 5);
});

for (const [name, value, read] of cases)
  test(`${name}="${value}" is read as ${JSON.stringify(read)}`, () => {
    const attribute = attributes.find((one) => one.name === name);
    assert.ok(attribute);
    assert.deepEqual(optionsOf({ [name]: value })[attribute.property], read);
  });
