// The schema says what the reader reads, and marks what it does not read yet.
import assert from "node:assert/strict";
import Ajv from "ajv/dist/2020.js";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readLanguage } from "../../web/core/language.js";
import { readDocument } from "../../web/plain/plain-document.js";

/** @typedef {Record<string, any>} Schema */

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (/** @type {string} */ file) => readFile(path.join(root, file), "utf8");
/** @type {Schema} */
const schema = JSON.parse(await read("src/document/article.schema.json"));
/** The mark of what is not read yet. */
const later = "Not shown yet.";
const isLater = (/** @type {Schema} */ { $comment }) => $comment === later;
/** Is for editors. */
const unread = "$schema";

/** @param {Schema} one @returns {Schema} */
const resolved = (one) => one.$ref ? schema.$defs[one.$ref.replace("#/$defs/", "")] : one;

/**
 * Values as the schema has them, together with each member and each alternative.
 * @param {boolean} all with what is not read yet
 */
function examples(all) {
  /** @type {Map<object, Schema>} what is an object, by its schema */
  const objects = new Map();
  const kept = (/** @type {Schema} */ one) => all || !isLater(one);

  /** @param {Schema} given @param {string} name of the member @param {Schema[]} within @returns {any[]} */
  function values(given, name, within) {
    const one = resolved(given);
    if (within.filter((outer) => outer === one).length > 1) return [];  // a block within a block
    const inner = [...within, one];
    if ("const" in one) return [one.const];
    if (one.enum) return one.enum;
    if (one.oneOf) return one.oneOf.filter(kept).flatMap((/** @type {Schema} */ each) => values(each, name, inner));
    if (one.type === "array") return [values(one.items ?? {}, name, inner)];
    if (one.type === "object") return objectsOf(one, inner);
    if (one.type === "boolean") return [true];
    if (one.type === "integer" || one.type === "number") return [one.minimum || one.maximum || 3];
    if (given.$ref === "#/$defs/url") return ["https://paper.example/picture.png"];
    if (given.$ref === "#/$defs/time") return ["2023-03-12 09:56"];
    return one.type ? [name === "language" ? "en" : "any"] : [];
  }

  /** One with all members, and one for each further value of one. @param {Schema} one @param {Schema[]} within */
  function objectsOf(one, within) {
    const members = Object.entries(one.properties).filter(([, member]) => kept(member))
      .map(([name, member]) => /** @type {const} */ ([name, values(member, name, within)])).filter(([, found]) => found.length);
    const whole = Object.fromEntries(members.map(([name, found]) => [name, found.at(-1)]));
    const made = [whole, ...members.flatMap(([name, found]) => found.slice(0, -1).map((value) => ({ ...whole, [name]: value })))];
    for (const object of made) objects.set(object, one);
    return made;
  }

  return { document: values(schema, "", [])[0], objects };
}

/** @param {unknown} document */
const problemsOf = (document) => {
  const { refusal, problems } = readDocument(readLanguage, new TextEncoder().encode(JSON.stringify(document)), "https://paper.example/");
  return refusal ? [...problems, { severity: "error", pointer: "", message: `refused: ${refusal}` }] : problems;
};

/** The members that the reader asks each object for. @returns {Map<Schema, Set<string>>} by the object's schema */
function asked() {
  const { document, objects } = examples(true);
  /** @type {Map<Schema, Set<string>>} */
  const found = new Map([...objects.values()].map((one) => [one, new Set()]));
  /** @param {any} value @returns {any} */
  const watched = (value) => typeof value !== "object" || value === null ? value : new Proxy(value, {
    get: (target, name, self) => watched(Reflect.get(target, name, self)),
    getOwnPropertyDescriptor: (target, name) => {
      const one = objects.get(target);
      if (one) found.get(one)?.add(String(name));
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  const { parse } = JSON;
  JSON.parse = () => watched(document);
  try {
    readDocument(readLanguage, new Uint8Array(), "https://paper.example/");
  } finally {
    JSON.parse = parse;
  }
  return found;
}

const askedOf = asked();
/** Objects, of which some are not read yet as a whole. @type {Set<Schema>} */
const laterObjects = new Set();
{
  /** @param {any} value @param {boolean} within */
  const mark = (value, within) => {
    if (typeof value !== "object" || value === null) return;
    const here = within || isLater(value);
    if (here && value.type === "object") laterObjects.add(value);
    for (const inner of Object.values(value)) mark(inner, here);
  };
  mark(schema, false);
}

test("each member that the reader asks for is in the schema", () => {
  assert.ok(askedOf.size > 20);
  for (const [one, names] of askedOf) {
    if (laterObjects.has(one)) continue;
    for (const name of names) assert.ok(one.properties[name], `${name} of ${Object.keys(one.properties)}`);
  }
});

test("each member of the schema is asked for, or marked as one that is not shown yet", () => {
  for (const [one, names] of askedOf) {
    if (laterObjects.has(one)) continue;
    for (const [name, member] of Object.entries(one.properties))
      assert.equal(names.has(name), !isLater(member) && name !== unread, `${name} of ${Object.keys(one.properties)}`);
  }
});

test("the core knows the same names and types of blocks", async () => {
  const table = (/** @type {string} */ text, /** @type {string} */ name) =>
    [...(new RegExp(`${name}\\[\\] = \\{([^}]*)\\}`).exec(text)?.[1] ?? "").matchAll(/"([^"]*)"/g)].map(([, word]) => word).sort();
  const names = new Set([...askedOf.values()].flatMap((some) => [...some]));
  assert.deepEqual(table(await read("src/document/reader.cpp"), "kNames"), [...names].sort());
  const types = schema.$defs.block.oneOf.filter((/** @type {Schema} */ one) => !isLater(one))
    .flatMap((/** @type {Schema} */ { properties: { type } }) => type.enum ?? [type.const]);
  assert.deepEqual(table(await read("src/document/content_reader.cpp"), "kTypes"), types.sort());
});

test("what the schema allows is read without a problem", () => {
  assert.deepEqual(problemsOf(examples(false).document), []);
});

test("what the schema requires is missed, and nothing else", () => {
  const { document, objects } = examples(false);
  let tried = 0;
  /** @param {any} object @param {string[]} names */
  const without = (object, names) => {
    const before = { ...object };
    for (const name of names) delete object[name];
    const problems = problemsOf(document);
    Object.assign(object, before);
    tried += 1;
    return problems;
  };
  for (const [object, { required = [], anyOf = [], properties }] of objects) {
    const alternatives = anyOf.flatMap((/** @type {Schema} */ one) => one.required);
    for (const name of Object.keys(object)) {
      if (alternatives.includes(name)) continue;
      const problems = without(object, [name]);
      assert.equal(problems.length > 0, required.includes(name), `${name} of ${Object.keys(properties)}: ${JSON.stringify(problems)}`);
    }
    if (anyOf.length) assert.ok(without(object, alternatives).length, `one of ${alternatives}`);
  }
  assert.ok(tried > 100, `${tried}`);
});

test("a value of another type, and one that is none of the schema's, are told", () => {
  const { document, objects } = examples(false);
  let tried = 0;
  for (const [object, { properties }] of /** @type {Map<any, Schema>} */ (objects))
    for (const name of Object.keys(object)) {
      if (name === unread) continue;
      const before = object[name];
      const member = resolved(properties[name]);
      object[name] = member.type === "boolean" || member.enum || "const" in member ? "nonsense" : true;
      assert.ok(problemsOf(document).length, `${name} of ${Object.keys(properties)}`);
      object[name] = before;
      tried += 1;
    }
  assert.ok(tried > 100, `${tried}`);
});

const valid = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

test("the samples are valid by the schema, and what is not is seen", async () => {
  for (const name of ["zh-hans", "zh-hant", "en", "ar"]) {
    const document = JSON.parse(await read(`assets/${name}.json`));
    assert.ok(valid(document), `${name}: ${JSON.stringify(valid.errors)}`);
    delete document.article.headline;
    assert.equal(valid(document), false, name);
  }
  assert.ok(valid(examples(true).document), JSON.stringify(valid.errors));
});
