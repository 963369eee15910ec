// The diagrams of docs/architecture.md are what the layers may know, and do.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { allowed, floors, importsOf, includesOf, readSources } from "../../tools/check-layers.mjs";
import { examplesOf, readPages } from "../../tools/docs/examples.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const page = "docs/architecture.md";
const [core, web] = examplesOf(page, (await readPages()).get(page) ?? "").filter(({ language }) => language === "mermaid").map(({ text }) => arrowsOf(text));

/** Who may know whom, as it is drawn. @param {string} diagram @returns {Record<string, string[]>} */
function arrowsOf(diagram) {
  /** @type {Record<string, string[]>} */
  const arrows = {};
  for (const line of diagram.trim().split("\n").slice(1)) {
    const [, from, to] = /^ {2}(\w+) --> (\w+(?: & \w+)*)$/.exec(line) ?? assert.fail(`no arrow: ${line}`);
    (arrows[from] ??= []).push(...to.split(" & "));
    for (const one of to.split(" & ")) arrows[one] ??= [];
  }
  return arrows;
}

/** One arrow after another. @param {Record<string, string[]>} arrows */
function closed(arrows) {
  /** @param {string} from @returns {string[]} */
  const reached = (from) => [...new Set(arrows[from].flatMap((to) => [to, ...reached(to)]))].sort();
  return Object.fromEntries(Object.keys(arrows).map((from) => [from, reached(from)]));
}

/** @param {Record<string, string[]>} table */
const sorted = (table) => Object.fromEntries(Object.entries(table).map(([from, to]) => [from, [...to].sort()]));

test("an arrow more or less is seen", () => {
  const arrows = arrowsOf("flowchart BT\n  b --> a\n  c --> b\n");
  assert.deepEqual(closed(arrows), { a: [], b: ["a"], c: ["a", "b"] });
  assert.throws(() => arrowsOf("flowchart BT\n  b -> a\n"), /no arrow/);
});

test("the core's diagram is what its layers may include", () => {
  assert.deepEqual(closed(core), sorted(allowed));
});

test("the page's diagram is what the floors of web/ may import", () => {
  assert.deepEqual(sorted(web), sorted(floors));
});

test("each arrow is used", async () => {
  const included = new Set((await readSources(path.join(root, "src"))).flatMap((source) =>
    includesOf(source.text).map(({ header }) => `${source.path.split("/")[0]} ${header.split("/")[0]}`)));
  for (const [from, to] of Object.entries(core)) for (const one of to) assert.ok(included.has(`${from} ${one}`), `${from} includes nothing of ${one}`);
  const imported = new Set((await readSources(path.join(root, "web"), /\.js$/)).flatMap(({ path: file, text }) =>
    importsOf(text).map(({ module }) => `${path.posix.dirname(file)} ${path.posix.join(path.posix.dirname(file), module).split("/")[0]}`)));
  for (const [from, to] of Object.entries(web)) for (const one of to) assert.ok(imported.has(`${from} ${one}`), `${from} imports nothing of ${one}`);
});

test("each layer and floor has its row", async () => {
  const text = (await readPages()).get(page) ?? "";
  for (const layer of Object.keys(allowed)) assert.match(text, new RegExp(`^\\| \`src/${layer}/\``, "m"));
  for (const floor of Object.keys(floors)) assert.match(text, new RegExp(`^\\| \`${floor}/\``, "m"));
});
