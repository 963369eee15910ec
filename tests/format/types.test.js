// The types that pages get: they hold by themselves, and are the element's.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { attributes } from "../../web/element/attributes.js";
import { inPage, strict, tsc } from "./support/page-types.js";
import { linkKinds } from "../../web/core/semantic-tree.js";
import { madeTypes, typesFile } from "../../tools/document-types.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/**
 * Compiles a page's file as its own build would.
 * @param {string} text @param {string[]} [more]
 */
const compiled = (text, more = [], name = "page.ts") =>
  inPage({ [name]: text }, (folder) => tsc([...strict, ...more, path.join(folder, name)]));

/** @param {string} name */
const given = (name) => fs.readFile(path.join(root, "tests/format/types", name), "utf8");

const page = await given("page.ts");

test("a page's TypeScript compiles with the types that are delivered, each fault of it being seen", async () => {
  const { code, output } = await compiled(page);
  assert.equal(code, 0, output);
});

test("a server's TypeScript compiles with the types of what prerenders", async () => {
  const { code, output } = await compiled(await given("server.ts"));
  assert.equal(code, 0, output);
});

test("a page's JSX compiles with the types for React 19, and with the checks of stricter pages", async () => {
  const { code, output } = await compiled(await given("app.tsx"), ["--jsx", "react-jsx", "--exactOptionalPropertyTypes", "--isolatedModules"], "app.tsx");
  assert.equal(code, 0, output);
});

test("without these types JSX has no such element", async () => {
  const { output } = await compiled((await given("app.tsx")).replace('import "article-viewer/react";', ""), ["--jsx", "react-jsx"], "app.tsx");
  assert.match(output, /TS2339.*'article-viewer'/);
});

test("a page's templates are right with the types for Vue, each fault of them being seen", async () => {
  const options = { noEmit: true, strict: true, module: "esnext", moduleResolution: "bundler", target: "es2022", types: [] };
  const files = {
    "App.vue": await given("App.vue"), "Wrong.vue": await given("Wrong.vue"),
    "tsconfig.json": JSON.stringify({ compilerOptions: options, vueCompilerOptions: { strictTemplates: true }, files: ["App.vue", "Wrong.vue"] }),
  };
  const { output } = await inPage(files, (folder) => tsc(["-p", folder, "--pretty", "false"], "vue-tsc/bin/vue-tsc.js"));
  const faults = [...output.matchAll(/([\w-]+\.(?:vue|d\.ts))\((\d+),\d+\): error (TS\d+)/g)].map(([, file, line, code]) => `${file}:${line} ${code}`);
  assert.deepEqual(faults, ["Wrong.vue:7 TS2322", "Wrong.vue:8 TS2578"], output);
});

test("a fault that is not expected, and one that is and isn't there, fail", async () => {
  const { output } = await compiled(`${page}viewer.nosuch = 1;\n// @ts-expect-error none\nviewer.autoplay = 1;\n`);
  assert.match(output, /TS2339.*nosuch[^]*TS2578/);
});

test("the types hold with the checks that stricter pages ask for", async () => {
  const { code, output } = await compiled(page, ["--exactOptionalPropertyTypes", "--isolatedModules", "--verbatimModuleSyntax"]);
  assert.equal(code, 0, output);
});

test("the element has what is declared of it, and nothing else", async () => {
  const { code, output } = await tsc(["-p", "tests/format/types/tsconfig.json"]);
  assert.equal(code, 0, output);
});

/** The declared types, as the compiler sees them. */
const program = ts.createProgram([path.join(root, "web/element/types.d.ts")], { strict: true, target: ts.ScriptTarget.ES2022 });
const checker = program.getTypeChecker();
const source = /** @type {ts.SourceFile} */ (program.getSourceFile(path.join(root, "web/element/types.d.ts")));
const exported = checker.getExportsOfModule(/** @type {ts.Symbol} */ (checker.getSymbolAtLocation(source)));
/** @param {string} name */
const declared = (name) => checker.getDeclaredTypeOfSymbol(/** @type {ts.Symbol} */ (exported.find((one) => one.name === name)));
/** The values of a union of strings. @param {ts.Type} type @returns {string[]} */
const values = (type) => (type.isUnion() ? type.types : [type]).flatMap((one) => one.isStringLiteral() ? [one.value] : []);

test("an attribute takes the values that are declared", async () => {
  const table = await fs.readFile(path.join(root, "web/element/attributes.js"), "utf8");
  const lists = [...table.matchAll(/\["[\w-]+", "(\w+)", "\w+", oneOf\(\[(.*?)\]\)\]/g)];
  assert.ok(lists.length >= 3);
  for (const [, property, list] of lists) {
    const member = /** @type {ts.Symbol} */ (declared("ArticleViewerAttributes").getProperty(property));
    assert.deepEqual(values(checker.getTypeOfSymbol(member)).sort(), JSON.parse(`[${list}]`).sort(), property);
  }
  const names = declared("ArticleViewerAttributes").getProperties().map(({ name }) => name);
  assert.deepEqual(names.filter((name) => attributes.some(({ property }) => property === name)), attributes.map(({ property }) => property));
});

test("kinds of links are those of the core", () => {
  assert.deepEqual(values(declared("LinkKind")).sort(), [...linkKinds].sort());
});

test("the types of a document are made from its schema", async () => {
  assert.equal(await fs.readFile(typesFile, "utf8"), await madeTypes(), "run node tools/document-types.mjs");
});
