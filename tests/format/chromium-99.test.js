// What the plain view's files ask of a browser, looked up in @mdn/browser-compat-data: nothing that came after
// Chromium 99, but what is asked for first or does no harm where it is not known. Syntax is esbuild's matter
// (tools/dist/styles.mjs).
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import data from "@mdn/browser-compat-data" with { type: "json" };
import ts from "typescript";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const oldest = 99;
/** Modules that the plain view loads, each with what it imports. */
const entries = ["web/element/article-viewer.js", "web/widget/plain-widget.js", "web/enlarged/enlarging.js",
  "web/widget/successor.js", "web/element/refresher.js", "web/layer/selecting.js"];

/** What is newer, and why it may be there. @type {Record<string, string>} */
const allowed = {
  "checkVisibility": "asked for first",
  "currentEntry": "asked for first: a page loaded anew in a photo's entry is left by two Backs",
  "getComposedRanges": "asked for first",
  "overscroll-behavior": "only for what does not scroll, to which it means nothing",
  "popover": "asked for first",
  "showPopover": "asked for first",
  "@container": "the column is as on a phone",
  "container-type": "the same",
  ":has": "links at a part's foot are underlined, the gallery's position is not shown",
  "text-wrap": "headlines break as they come",
  "text-autospace": "ignored",
  "text-spacing-trim": "ignored",
  "transition-behavior": "a change of the page's own fonts is seen with the next one",
  "updateCurrentEntry": "as currentEntry",
};

/** The Chromium that had it first; Infinity: none yet, undefined: nothing is known. @param {any} feature */
function versionOf(feature) {
  const support = feature?.__compat?.support.chrome;
  if (!support) return undefined;
  const plain = [support].flat().filter(({ flags, version_removed: removed }) => !flags && !removed);
  return Math.min(Infinity, ...plain.map(({ version_added: added }) => added ? Number.parseInt(String(added).replace(/\D*/, ""), 10) : Infinity));
}

/** Members of interfaces and of what the language has, by name: the oldest of each. @type {Map<string, number>} */
const members = new Map();
for (const one of [...Object.values(data.api), ...Object.values(data.javascript.builtins)])
  for (const [name, feature] of Object.entries(one)) {
    const version = versionOf(feature);
    if (version !== undefined) members.set(name.replace(/_static$/, ""), Math.min(version, members.get(name.replace(/_static$/, "")) ?? Infinity));
  }

/** @param {string} name of a global */
const globalVersion = (name) => versionOf(data.api[name]) ?? versionOf(data.javascript.builtins[name]);

/** Names that a style sheet uses, with their versions. @param {string} css @returns {[string, number | undefined][]} */
function inStyles(css) {
  const text = css.replace(/\/\*[^]*?\*\//g, "").replace(/"[^"]*"/g, '""');
  const all = (/** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
  return [
    ...all(/[{;]\s*([a-z][a-z-]*)\s*:\s*[^{};]+(?=[;}])/g).map((name) => /** @type {[string, number | undefined]} */ ([name, versionOf(data.css.properties[name])])),
    ...all(/@([a-z-]+)/g).map((name) => /** @type {[string, number | undefined]} */ ([`@${name}`, versionOf(data.css["at-rules"][name])])),
    ...all(/[^\s:{;]?::?([a-z-]+)\b(?=[^;{}]*\{)/g).map((name) => /** @type {[string, number | undefined]} */ ([`:${name}`, versionOf(data.css.selectors[name])])),
  ];
}

/** Of a member that is not ours: a property of style, or of an interface. @param {string} name */
const memberVersion = (name) =>
  versionOf(data.css.properties[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)]) ?? members.get(name);

/** What modules ask for that is newer, by module. @param {ReturnType<typeof newer>[]} modules */
function newerIn(modules) {
  const own = new Set(modules.flatMap((one) => one.own));
  return modules.map(({ found, asked }) => [...found, ...asked.filter((name) => !own.has(name) && (memberVersion(name) ?? 0) > oldest)]);
}

/** What a module asks for, and which modules it imports. @param {string} text @param {string} file */
function newer(text, file) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  /** @type {Set<string>} */
  const found = new Set();
  /** @type {string[]} */
  const imports = [];
  /** Members that are asked for. @type {string[]} */
  const asked = [];
  /** And what is ours. @type {string[]} */
  const own = [];
  /** @param {string} name @param {number | undefined} version */
  const note = (name, version) => {
    if (version !== undefined && version > oldest) found.add(name);
  };
  /** @param {ts.Node} node */
  const walk = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      imports.push(node.moduleSpecifier.text);
    else if (ts.isPropertyAccessExpression(node)) asked.push(node.name.text);
    else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) note(node.expression.text, globalVersion(node.expression.text));
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) asked.push(node.expression.text);
    if ((ts.isClassElement(node) || ts.isObjectLiteralElement(node) || ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) ||
      ts.isParameter(node) || ts.isBindingElement(node)) && node.name && ts.isIdentifier(node.name)) own.push(node.name.text);
    if (ts.isNoSubstitutionTemplateLiteral(node) && node.text.includes("{"))
      for (const [name, version] of inStyles(node.text)) note(name, version);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return { found, imports, asked, own };
}

for (const [code, name] of [["[].toSorted();", "toSorted"], ["new EditContext();", "EditContext"], ["const css = `a { text-wrap: pretty; }`;", "text-wrap"],
  ["const css = `@container (width > 1px) { a { color: red; } }`;", "@container"], ["const css = `a:has(b) { color: red; }`;", ":has"]])
  test(`${name} is seen to be newer than Chromium ${oldest}`, () => {
    assert.deepEqual(newerIn([newer(code, "planted.js")])[0], [name]);
  });

test("what is as old as Chromium 99 is let pass", () => {
  const code = "structuredClone([].at(-1)); Object.hasOwn({}, 'a'); document.adoptedStyleSheets = []; const css = `:is(a)::before { inset: 0; content: ''; }`;";
  assert.deepEqual(newerIn([newer(code, "planted.js")])[0], []);
});

test(`the plain view needs nothing newer than Chromium ${oldest}, but what is named here`, async () => {
  const files = new Set(entries);
  /** @type {ReturnType<typeof newer>[]} */
  const modules = [];
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    modules.push(newer(await fs.readFile(path.join(root, file), "utf8"), file));
    for (const module of modules[modules.length - 1].imports) files.add(path.join(path.dirname(file), module));
  }
  assert.ok(modules.length > 40, `only ${modules.length} modules were found`);
  const found = [...new Set(newerIn(modules).flat())].sort();
  assert.deepEqual(found, Object.keys(allowed).sort());
});
