// docs/reference-element.md: all of the element, from the package's manifest, its types and its words.
import * as fs from "node:fs/promises";
import { readDeclared } from "../dist/declared.mjs";
import { elementOf, madeManifest } from "../dist/manifest.mjs";
import { at } from "../dist/paths.mjs";
import { codes, note, table, typeText } from "./markdown.mjs";

/** Objects that members and events give. */
const objects = [["Problem", "types.d.ts"], ["EnlargedPhotoDetail", "types.d.ts"], ["Share", "share.d.ts"]];

/** @param {{name: string, parameters: {name: string, optional?: boolean, default?: string}[]}} method */
const callOf = ({ name, parameters }) =>
  `\`${name}(${parameters.map((one) => one.default ? `${one.name} = ${one.default}` : one.name).join(", ")})\``;

/** @param {{description: string, parameters: {name: string, description?: string}[]}} method */
const saidOf = ({ description, parameters }) =>
  [description, ...parameters.map(({ name, description: said }) => `\`${name}\`: ${said}`)].join(" ");

/** The members of an event's detail. @param {string} type `CustomEvent<…>` */
function detailOf(type) {
  const [, inner] = /^CustomEvent<(.*)>$/.exec(type) ?? [];
  const members = /^\{(.*)\}$/.exec(inner ?? "")?.[1];
  if (members === undefined) return `[\`${inner}\`](#objects)`;
  return members.split(";").map((one) => one.trim()).filter(Boolean).map((one) => `\`${one}\``).join(", ");
}

/** Key, then the word in each language that the core has. @returns {Promise<string>} */
async function wordsTable() {
  const lists = await Promise.all(["words", "status-words"].map(async (name) =>
    JSON.parse(await fs.readFile(at(`assets/languages/${name}.json`), "utf8"))));
  /** @type {Map<string, string[]>} */
  const words = new Map(lists.flat());
  return table(["key", "zh-Hans", "zh-Hant", "en", "ar"], [...words].map(([key, list]) => [`\`${key}\``, ...list]));
}

/** Types of which a page writes or reads the values. @param {any} element @param {Awaited<ReturnType<typeof readDeclared>>} declared */
function valuesTable({ events }, declared) {
  const load = events.find((/** @type {any} */ one) => one.name === "article-load").type.text;
  const formats = [.../format: ([^;]*);/.exec(load)?.[1].matchAll(/"([\w-]+)"/g) ?? []].map(([, value]) => value);
  if (!formats.length) throw new Error("article-load tells no format");
  const rows = declared.unions().map(({ name, description, values }) => [`\`${name}\``, codes(values), description]);
  return table(["type", "values", "what it is"], [...rows, ["`format`", codes(formats), "The format that a document was read in."]]);
}

async function objectsTable() {
  const rows = await Promise.all(objects.map(async ([name, file]) => {
    const declared = await readDeclared(file);
    return declared.members(declared.interface(name)).map((one, i) =>
      [i ? "" : `\`${name}\``, `\`${one.name}\``, typeText(one.type.text), one.description]);
  }));
  return table(["object", "member", "type", "what it is"], rows.flat());
}

/** Custom properties of CSS, for docs/theming.md. @param {any} element */
export const customProperties = ({ cssProperties }) => table(["custom property", "default", "what it is"],
  cssProperties.map((/** @type {any} */ one) => [`\`${one.name}\``, one.default ? `\`${one.default}\`` : "", one.description]));

/** @returns {Promise<{page: string, custom: string}>} */
export async function madeElement() {
  const [manifest, declared, words] = await Promise.all([madeManifest(), readDeclared(), wordsTable()]);
  const element = elementOf(manifest);
  /** @type {any[]} */
  const { members, events, attributes, slots, cssStates } = element;
  const own = members.filter((one) => !one.attribute && !one.static);
  const fields = own.filter(({ kind }) => kind === "field");
  const named = (/** @type {any[]} */ list, /** @type {string} */ unnamed) =>
    list.map(({ name, description }) => [name ? `\`${name}\`` : unnamed, description]);
  const page = [
    "# What attributes, properties, methods and events are there?",
    note("the types of `web/element/`, the package's manifest and `assets/languages/`"),
    "How they are used is said in [embedding.md](embedding.md); custom properties of CSS are in [theming.md](theming.md#custom-properties).",
    "## Attributes",
    "Each has a property, which writes it. Changes take effect in the next frame.",
    table(["attribute", "property", "values", "default", "what it is"], attributes.map((one) =>
      [`\`${one.name}\``, `\`${one.fieldName}\``, typeText(one.type.text), one.default ? `\`${one.default}\`` : "", one.description])),
    "## Properties",
    table(["property", "type", "what it is"], fields.map((one) =>
      [`\`${one.name}\``, `${typeText(one.type.text)}${one.readonly ? ", read only" : ""}`, one.description])),
    "## Methods",
    "Each returns a promise. The last two tables are of the class, `ArticleViewerElement`, which the module exports.",
    table(["method", "what it does"], own.filter(({ kind }) => kind === "method").map((one) => [callOf(one), saidOf(one)])),
    table(["method of the class", "what it does"], members.filter((one) => one.static && one.kind === "method").map((one) => [callOf(one), saidOf(one)])),
    table(["property of the class", "what it is"], members.filter((one) => one.static && one.kind === "field").map((one) => [`\`${one.name}\``, one.description])),
    "## Events",
    "All bubble and cross shadow boundaries.",
    table(["event", "detail", "when"], events.map((one) => [`\`${one.name}\``, detailOf(one.type.text), one.description])),
    "## Values",
    "What each reason asks you to do is said in [troubleshooting.md](troubleshooting.md#reasons).",
    valuesTable(element, declared),
    "## Objects",
    await objectsTable(),
    "## Custom states",
    table(["state", "what it is"], named(cssStates, "")),
    "## Slots",
    table(["slot", "what stands there"], named(slots, "no name")),
    "## Words",
    "The keys of `words`, and the widget's own; what stands in braces is filled in. Fifteen more languages have the same keys.",
    words,
  ];
  return { page: `${page.join("\n\n")}\n`, custom: customProperties(element) };
}
