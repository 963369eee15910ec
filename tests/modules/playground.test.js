import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { attributeControls, checkedAttribute, checkedProperty, propertyControls, themeColor } from "../../web/demo/controls.js";
import { htmlCode, reactCode } from "../../web/demo/embed-code.js";
import { placeOf, syntaxError, treeOf } from "../../web/demo/json-places.js";
import { hashOf, stateOf } from "../../web/demo/link.js";
import { looks } from "../../web/demo/looks.js";
import { pack, unpack } from "../../web/demo/packed.js";
import { startingState } from "../../web/demo/state.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

test("each value of an attribute with a few is one that the element reads as that", () => {
  for (const { name, kind, values, parse } of attributeControls) {
    if (kind !== "one") continue;
    assert.ok(values.length > 1, name);
    for (const value of values.filter(Boolean)) assert.equal(String(parse(value)), value, name);
    assert.ok(values.includes("") || values.includes(String(parse(null))), `the default of ${name} can be chosen`);
  }
});

test("every attribute of the element says how it is asked for", () => {
  const unknown = attributeControls.filter(({ hint }) => !hint).map(({ name }) => name);
  assert.deepEqual(unknown, [], "a row in web/demo/controls.js says more");
});

test("the custom properties are those that there are", async () => {
  const table = JSON.parse(await readFile(path.join(root, "assets/themes/properties.json"), "utf8"));
  assert.deepEqual(propertyControls.map(({ name }) => name), table.map((/** @type {any} */ { name }) => name));
  for (const { name, kind, standard, role, choices } of propertyControls) {
    assert.ok(kind && (standard || role), name);
    if (kind === "choice") assert.ok(choices.length > 1, name);
  }
  assert.equal(checkedProperty("body-align", "middle", () => true), null);
  assert.equal(checkedProperty("body-indent", "2em", () => true), "2em");
  assert.equal(checkedProperty("carousel-ratio", "4 / 3", () => true), "4 / 3");
});

test("looks have values that may be set", () => {
  for (const { name, theme, properties } of looks) {
    assert.notEqual(checkedAttribute("theme", theme), null, name);
    for (const [property, value] of Object.entries(properties)) assert.equal(checkedProperty(property, value, () => true), value, name);
  }
  assert.equal(themeColor("light", "accent"), "#af1219");
});

const text = `{
  "version": 1,
  "a/b": { "c~d": [10, { "e": "f" }, []] },
  "twice": 1,
  "twice": { "inner": true }
}`;

/** Pointer, the text at its place. @type {[string, string][]} */
const places = [
  ["", "{"],
  ["/version", '"version": 1'],
  ["/a~1b", '"a/b"'],
  ["/a~1b/c~0d", '"c~d"'],
  ["/a~1b/c~0d/0", "10"],
  ["/a~1b/c~0d/1", "{"],
  ["/a~1b/c~0d/1/e", '"e": "f"'],
  ["/a~1b/c~0d/2", "["],
  ["/twice/inner", '"inner": true'],  // the last counts
  ["/a~1b/missing/deeper", '"a/b"'],  // what is nearest
  ["/a~1b/c~0d/9", '"c~d"'],
  ["/nothing", "{"],
];

for (const [pointer, found] of places)
  test(`the place of "${pointer}" is ${found}`, () => {
    const { from, to } = placeOf(treeOf(text), text, pointer);
    assert.equal(text.slice(from, to), found);
  });

/** Broken JSON, the text at its place, what is said. @type {[string, string, RegExp][]} */
const faults = [
  ['{"a": 1 "b": 2}', '"b"', /found "b": 2}, expected a comma/],
  ['{"a": [1, 2', "", /the text ends here/],
  ["", "", /the text ends here, expected an object/],
  ["{'a': 1}", "'", /found 'a'/],
  ['{"a": }', "}", /expected a value/],
  ['{"a": 1,}', "}", /the last one has no comma/],
  ["x", "x", /found x, expected an object in braces/],
];

for (const [json, at, said] of faults)
  test(`${json || "nothing"} is no JSON at ${at || "its end"}`, () => {
    const fault = syntaxError(json);
    assert.ok(fault);
    assert.ok(json.slice(fault.from).startsWith(at), `at ${fault.from}: ${json.slice(fault.from)}`);
    assert.match(fault.message, said);
  });

test("JSON has no fault", () => assert.equal(syntaxError(text), null));

test("texts are packed and unpacked, and one that is too long is not", async () => {
  for (const one of ["", "清晨的渔港 🚢", text]) assert.equal(await unpack(await pack(one)), one);
  assert.equal(await pack("x".repeat((1 << 20) + 1)), "");
  await assert.rejects(unpack("q.AAAA"), /no known form/);
});

test("the state at the start has no address, and every other comes back", async () => {
  assert.deepEqual(await hashOf(startingState()), { hash: "", whole: true });
  const state = { ...startingState(), sample: "en", text: '{"version": 1}', lang: "ja", width: "390", words: { retry: "+&=#%" } };
  state.attributes = { ...state.attributes, theme: "dark", loading: "" };
  const { hash } = await hashOf(state);
  assert.deepEqual(await stateOf(hash, "https://example.com/"), { state, refused: [] });
});

test("code is escaped for where it stands", () => {
  const state = { ...startingState(), words: { retry: "</script>\u2028" } };
  const addresses = { module: "https://a.example/?a&b", document: 'https://a.example/"<', title: "<b>&", frame: "" };
  const html = htmlCode(state, addresses);
  assert.ok(html.includes('src="https://a.example/?a&amp;b"'));
  assert.ok(html.includes('href="https://a.example/&quot;&lt;">&lt;b&gt;&amp;</a>'));
  assert.ok(html.includes('"\\u003c/script>\\u2028"'));
  assert.ok(reactCode(state, addresses).includes('src={"https://a.example/\\"<"}'));
});
