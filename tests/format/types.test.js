// The types that pages get: they hold by themselves, and are the element's.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { attributes } from "../../web/element/attributes.js";
import { linkKinds } from "../../web/core/semantic-tree.js";
import { madeTypes, typesFile } from "../../tools/document-types.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const strict = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022"];

/** @param {string[]} given @returns {Promise<{code: number, output: string}>} */
const tsc = (given) => new Promise((resolve) => {
  execFile(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), ...given], { cwd: root },
    (error, stdout) => resolve({ code: error ? 1 : 0, output: stdout }));
});

/**
 * Compiles a page's file as its own build would, the package being what dist/ has.
 * @param {string} text @param {string[]} [more]
 */
async function compiled(text, more = []) {
  const scratch = await fs.mkdtemp(path.join(root, "build/page-"));
  try {
    const folder = path.join(scratch, "node_modules/article-viewer");
    await fs.mkdir(folder, { recursive: true });
    for (const name of ["article-viewer.d.ts", "article-viewer-prerender.d.ts", "package.json"])
      await fs.copyFile(path.join(root, "dist", name), path.join(folder, name));
    await fs.writeFile(path.join(scratch, "page.ts"), text);
    return await tsc([...strict, ...more, path.join(scratch, "page.ts")]);
  } finally {
    await fs.rm(scratch, { recursive: true });
  }
}

const page = await fs.readFile(path.join(root, "tests/format/types/page.ts"), "utf8");

test("a page's TypeScript compiles with the types that are delivered, each fault of it being seen", async () => {
  const { code, output } = await compiled(page);
  assert.equal(code, 0, output);
});

test("a server's TypeScript compiles with the types of what prerenders", async () => {
  const server = await fs.readFile(path.join(root, "tests/format/types/server.ts"), "utf8");
  const { code, output } = await compiled(server);
  assert.equal(code, 0, output);
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
  const lists = [...table.matchAll(/property: "(\w+)".*oneOf\(\[(.*?)\]\)/g)];
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

test("each event and its detail is named as docs/embedding.md has it", async () => {
  const text = await fs.readFile(path.join(root, "docs/embedding.md"), "utf8");
  const rows = [...text.matchAll(/^\| (`article-[^|]*) \| (.*) \|$/gm)].flatMap(([, names, detail]) =>
    [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => /** @type {const} */ ([name, detail])));
  const events = declared("ArticleViewerEventMap");
  assert.deepEqual(events.getProperties().map(({ name }) => name).sort(), rows.map(([name]) => name).sort());
  for (const [name, said] of rows) {
    const event = checker.getTypeOfSymbol(/** @type {ts.Symbol} */ (events.getProperty(name)));
    const detail = checker.getTypeOfSymbol(/** @type {ts.Symbol} */ (event.getProperty("detail")));
    for (const member of detail.getProperties()) assert.match(said, new RegExp(`\`${member.name}\``), name);
  }
});

test("the types of a document are made from its schema", async () => {
  assert.equal(await fs.readFile(typesFile, "utf8"), await madeTypes(), "run node tools/document-types.mjs");
});
