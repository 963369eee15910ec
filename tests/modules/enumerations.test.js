// What has numbers on both sides of the boundary has the same ones.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Action, actions, Change, icons, linkKinds, looks, Part, Role, tones } from "../../web/core/semantic-tree.js";
import { causeNumbers, EventKind } from "../../web/widget/core-events.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (/** @type {string} */ file) => readFile(path.join(root, file), "utf8");

/** The names of an enumeration, in order. @param {string} source @param {string} name @returns {string[]} */
function enumeration(source, name) {
  const body = new RegExp(`enum class ${name}\\b[^{]*\\{([^}]*)\\}`).exec(source.replace(/\/\/.*/g, ""))?.[1];
  assert.ok(body, `there is no ${name}`);
  return body.split(",").map((part) => part.trim()).filter(Boolean);
}

/** "PartTitle" as "part-title". @param {string} name */
const kebab = (name) => name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
/** An object's names, by their numbers. @param {Record<string, number>} object */
const byNumber = (object) => Object.entries(object).sort(([, a], [, b]) => a - b).map(([name], i) => {
  assert.equal(Object.values(object).sort((a, b) => a - b)[i], i, "no number is left out");
  return name;
});
/** Names of a table of texts in C++. @param {string} source @param {string} name @returns {string[]} */
const table = (source, name) => [...(new RegExp(`${name}\\[\\] = \\{([^}]*)\\}`).exec(source)?.[1] ?? "").matchAll(/"([^"]*)"/g)]
  .map(([, text]) => text);

const box = await read("src/layout/box.h");
const viewer = await read("src/viewer/viewer.h");
const printer = await read("src/preview/tree_printer.cpp");

test("an enumeration is read with all its names", () => {
  assert.deepEqual(enumeration("enum class A : std::uint8_t {\n  One,  ///< first, of two\n  Two\n};", "A"), ["One", "Two"]);
});

test("roles", () => {
  const roles = enumeration(box, "Role");
  assert.deepEqual(byNumber(Role), roles);
  assert.equal(table(printer, "kRoles").length, roles.length);
});

test("actions", () => {
  const names = enumeration(box, "Action");
  assert.deepEqual(byNumber(Action), names);
  assert.deepEqual(actions, names);
  assert.deepEqual(table(printer, "kActions").slice(1), names.slice(1).map((name) => kebab(name).replaceAll("-", " ")));
});

test("parts and kinds of links", () => {
  assert.deepEqual(byNumber(Part), enumeration(box, "Part").map(kebab));
  const kinds = enumeration(box, "LinkKind").map(kebab);
  assert.deepEqual(linkKinds, kinds);
  assert.deepEqual(table(printer, "kKinds"), kinds);
});

test("looks, tones and icons", async () => {
  for (const [names, name] of /** @type {[readonly string[], string][]} */ ([[looks, "Look"], [tones, "Tone"], [icons, "BoxIcon"]]))
    assert.deepEqual(names.slice(1), enumeration(box, name).slice(1).map(kebab), name);
  assert.deepEqual(table(await read("src/prerender/html.cpp"), "kLooks"), looks);
});

test("words", async () => {
  const files = await Promise.all(["words", "status-words"].map((name) => read(`assets/languages/${name}.json`)));
  const keys = files.flatMap((file) => JSON.parse(file).map((/** @type {[string, string[]]} */ [key]) => key));
  assert.deepEqual(keys.map((key) => key[0].toUpperCase() + key.slice(1)), enumeration(await read("src/layout/words.h"), "Word"));
});

test("events and who caused them", () => {
  const event = viewer.slice(viewer.indexOf("struct Event {"));
  assert.deepEqual(byNumber(EventKind), enumeration(event, "Kind"));
  assert.deepEqual(byNumber(causeNumbers), enumeration(event, "Cause").map(kebab));
});

test("refusals, requests, changes and kinds of pointers are as core.h tells them", async () => {
  const header = (await read("src/web/core.h")).replace(/\n\/\/\/ ?/g, " ");
  assert.deepEqual(enumeration(await read("src/document/reader.h"), "Refusal").map(kebab), ["none", "json", "document"]);
  assert.match(header, /refusal \(0 none, 1 json, 2 document\)/);
  assert.deepEqual(enumeration(viewer.slice(viewer.indexOf("struct PictureRequest")), "Kind"), ["Load", "Release"]);
  assert.match(header, /kind \(0 load, 1 release\)/);
  assert.match(header, /flags \(1 its meaning follows, 2 its geometry follows\)/);
  assert.deepEqual(Change, { Meaning: 1, Geometry: 2 });
  assert.deepEqual(enumeration(await read("src/layout/motion.h"), "PointerKind"), ["Mouse", "Touch", "Pen"]);
  assert.match(await read("web/layer/pointers.js"), /kinds = \{ mouse: 0, touch: 1, pen: 2 \}/);
});
