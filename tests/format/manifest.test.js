// What describes the element for tools: complete, and made of what the element has.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { attributes } from "../../web/element/attributes.js";
import { madeManifest } from "../../tools/dist/manifest.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (/** @type {string} */ file) => fs.readFile(path.join(root, file), "utf8");
const json = async (/** @type {string} */ file) => JSON.parse(await read(file));

const manifest = await json("dist/custom-elements.json");
const element = manifest.modules[0].declarations[0];
const names = (/** @type {{name: string}[]} */ list) => list.map(({ name }) => name).sort();
const matches = (/** @type {string} */ text, /** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

test("the manifest of dist/ is the one that is made now", async () => {
  assert.deepEqual(JSON.parse(JSON.stringify(await madeManifest())), manifest);
});

test("its module defines the element, and exports its class and the types that it names", async () => {
  assert.equal(element.tagName, "article-viewer");
  assert.deepEqual(manifest.modules[0].exports.slice(0, 2).map((/** @type {any} */ { kind, name }) => `${kind} ${name}`),
    ["js ArticleViewerElement", "custom-element-definition article-viewer"]);
  const types = await read("dist/article-viewer.d.ts");
  for (const { name } of manifest.modules[0].exports.slice(2)) assert.match(types, new RegExp(`export (type|interface) ${name}\\b`));
});

test("it has each attribute, with its type, its default and its property", () => {
  assert.deepEqual(names(element.attributes), attributes.map(({ name }) => name).sort());
  for (const { name, property, parse } of attributes) {
    const found = element.attributes.find((/** @type {any} */ one) => one.name === name);
    assert.equal(found.fieldName, property);
    assert.ok(found.type.text);
    if (parse(null) === null) assert.ok(!("default" in found), name);
    else assert.deepEqual(parse(found.default), parse(null), name);
    for (const value of matches(found.type.text, /"([\w-]+)"/g)) assert.equal(parse(value), value, name);
    const field = element.members.find((/** @type {any} */ one) => one.name === property);
    assert.equal(field.attribute, name);
    assert.ok("default" in field, name);
  }
});

test("it has each member of the element, and none that the browser alone calls", async () => {
  const { ArticleViewerElement } = await import("../../web/element/article-viewer.js");
  const own = [];
  for (let of = ArticleViewerElement.prototype; of && of !== Object.prototype; of = Object.getPrototypeOf(of)) own.push(...Object.getOwnPropertyNames(of));
  const called = new Set(["constructor", "connectedCallback", "connectedMoveCallback", "disconnectedCallback", "attributeChangedCallback"]);
  const members = element.members.filter((/** @type {any} */ one) => !one.static);
  assert.deepEqual(names(members), own.filter((name) => !called.has(name)).sort());
  for (const { kind, name, type, parameters, return: returned } of members) {
    const { get, value } = [ArticleViewerElement.prototype, Object.getPrototypeOf(ArticleViewerElement.prototype)]
      .map((of) => Object.getOwnPropertyDescriptor(of, name)).find(Boolean) ?? {};
    assert.equal(kind, get ? "field" : "method", name);
    if (get) assert.ok(type.text, name);
    else assert.ok(returned.type.text && parameters.filter((/** @type {any} */ one) => !one.optional).length === value.length, name);
  }
  const { parameters } = members.find((/** @type {any} */ one) => one.name === "selectTab");
  assert.deepEqual(parameters.map((/** @type {any} */ one) => [one.name, one.optional, one.default]), [["id", undefined, undefined], ["part", true, '"rankings"']]);
});

test("it has each event that is fired, with the type of its detail", async () => {
  const files = (await fs.readdir(path.join(root, "web"), { recursive: true })).filter((file) => file.endsWith(".js") && !file.startsWith("demo"));
  const code = (await Promise.all(files.map((file) => read(`web/${file}`)))).join("\n");
  const written = matches(code, /"(article-(?!viewer)[a-z-]+)"/g);
  assert.deepEqual(names(element.events), [...new Set(written)].sort());
  for (const { type } of element.events) assert.match(type.text, /^CustomEvent<.+>$/);
});

test("it has each custom property that is read", async () => {
  const table = JSON.parse(await read("assets/themes/properties.json"));
  assert.ok(table.length >= 40);
  assert.deepEqual(names(element.cssProperties), table.map((/** @type {any} */ { name }) => `--article-viewer-${name}`).sort());
  const source = await read("web/widget/style-properties.js");
  const asked = [...matches(source, /\["([a-z]+)", "[a-zA-Z]+"\]/g), ...matches(source, /\b(?:own|rowOf)\("([a-z-]+)"\)/g)];
  assert.deepEqual(asked.filter((name) => !table.some((/** @type {any} */ row) => row.name === name)), []);
  for (const { name, syntax, default: value } of element.cssProperties)
    if (syntax === "<color>") assert.match(value, /^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/, name);
});

test("it has each custom state and slot", async () => {
  const [states] = matches(await read("web/element/custom-states.js"), /const all = (\[.*\]);/g);
  assert.deepEqual(names(element.cssStates), JSON.parse(states).sort());
  const documented = matches((await read("docs/embedding.md")).split("## Slots")[1], /`(after-[a-z]+)`/g);
  assert.deepEqual(names(element.slots), ["", ...new Set(documented)].sort());
});

test("all of it is described in whole sentences", () => {
  const { attributes: list, members, events, cssProperties, slots, cssStates } = element;
  const parameters = members.flatMap((/** @type {any} */ one) => one.parameters ?? []);
  for (const { name, description } of [element, ...list, ...members, ...events, ...cssProperties, ...slots, ...cssStates, ...parameters])
    assert.match(description, /^[A-Z][^]{10,}\.$/, name);
});

test("what VS Code reads has the same attributes, values and custom properties", async () => {
  const html = await json("dist/vscode.html-custom-data.json");
  assert.equal(html.version, 1.1);
  const [tag] = html.tags;
  assert.equal(tag.name, "article-viewer");
  assert.deepEqual(names(tag.attributes), names(element.attributes));
  for (const { name, values, description } of tag.attributes) {
    assert.ok(description);
    const { parse } = /** @type {any} */ (attributes.find((one) => one.name === name));
    for (const value of values ?? []) assert.equal(parse(value.name), value.name);
  }
  assert.deepEqual(names(tag.attributes.find((/** @type {any} */ one) => one.name === "theme").values), ["auto", "dark", "light"]);
  const css = await json("dist/vscode.css-custom-data.json");
  assert.deepEqual(names(css.properties), names(element.cssProperties));
});
