// Examples in the pages that need no browser: JSON by its schema, types by the compiler, commands by ./dev's own help.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Ajv from "ajv/dist/2020.js";
import { examplesOf, readPages } from "../../tools/docs/examples.mjs";
import { readLanguage } from "../../web/core/language.js";
import { readDocument } from "../../web/plain/plain-document.js";
import { runsIn } from "../support/docs-ways.js";
import { inPage, strict, tsc } from "./support/page-types.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const all = [...await readPages()].flatMap(([file, text]) => examplesOf(file, text))
  .filter((example) => example.notRun === null && runsIn(example) === "tests/format/docs-examples.test.js");
/** @param {string} language */
const of = (language) => all.filter((example) => example.language === language);
/** @param {{page: string, line: number}} example */
const where = ({ page, line }) => `${page}:${line}`;

const schema = JSON.parse(await fs.readFile(path.join(root, "src/document/article.schema.json"), "utf8"));
const ajv = new Ajv({ strict: false });
const isDocument = ajv.compile(schema);
const isBlock = ajv.compile({ $ref: "#/$defs/block", $defs: schema.$defs });

/** What is wrong with JSON that a page shows: a document, a block, or settings that name files of the package. @param {string} text */
async function faultOf(text) {
  const value = JSON.parse(text);
  if ("article" in value || "version" in value) return isDocument(value) ? null : ajv.errorsText(isDocument.errors);
  if ("type" in value) return isBlock(value) ? null : ajv.errorsText(isBlock.errors);
  const files = [...text.matchAll(/article-viewer\/([\w./-]+)"/g)].map(([, name]) => name);
  if (!files.length) return "neither a document, nor a block, nor settings that name a file of the package";
  for (const name of files) await fs.stat(path.join(root, "dist", name));
  return null;
}

test("a document with a wrong member, and JSON that is nothing, are seen", async () => {
  assert.match(String(await faultOf('{ "version": 1, "article": { "headline": 1 } }')), /must be string/);
  assert.match(String(await faultOf('{ "type": "heading", "level": 9, "text": "a" }')), /oneOf/);
  assert.match(String(await faultOf('{ "a": 1 }')), /neither/);
});

test("JSON is valid by the schema, or names files that are delivered", async () => {
  assert.ok(of("json").length >= 4);
  for (const example of of("json")) assert.equal(await faultOf(example.text), null, where(example));
});

test("a document of the pages is read without a problem", () => {
  const problemsOf = (/** @type {string} */ json) => readDocument(readLanguage, new TextEncoder().encode(json), "https://news.example/page.html").problems;
  assert.equal(problemsOf('{ "article": { "headline": "a", "published": "yesterday" } }').length, 1);
  const documents = of("json").filter(({ text }) => text.includes('"article":'));
  assert.ok(documents.length >= 3);
  for (const example of documents) assert.deepEqual(problemsOf(example.text), [], where(example));
});

for (const [language, options] of /** @type {[string, string[]][]} */ ([["ts", []], ["tsx", ["--jsx", "react-jsx"]]]))
  test(`${language} compiles with the types of the package`, async () => {
    assert.ok(of(language).length);
    for (const example of of(language)) {
      const name = `example.${language}`;
      const { code, output } = await inPage({ [name]: example.text }, (folder) => tsc([...strict, ...options, path.join(folder, name)]));
      assert.equal(code, 0, `${where(example)}: ${output}`);
      const wrong = `${example.text}\nexport const planted: number = document.querySelector("article-viewer");\n`;
      const { output: seen } = await inPage({ [name]: wrong }, (folder) => tsc([...strict, ...options, path.join(folder, name)]));
      assert.match(seen, /TS2322.*ArticleViewerElement/, `${where(example)}: a wrong type is not seen`);
    }
  });

test("templates of Vue are right with the types of the package", async () => {
  assert.ok(of("vue").length);
  for (const example of of("vue")) {
    const compilerOptions = { noEmit: true, strict: true, module: "esnext", moduleResolution: "bundler", target: "es2022", types: [] };
    const files = { "App.vue": example.text, "tsconfig.json": JSON.stringify({ compilerOptions, vueCompilerOptions: { strictTemplates: true }, files: ["App.vue"] }) };
    const { code, output } = await inPage(files, (folder) => tsc(["-p", folder, "--pretty", "false"], "vue-tsc/bin/vue-tsc.js"));
    assert.equal(code, 0, `${where(example)}: ${output}`);
  }
});

/** Commands of ./dev, with what each takes. */
const help = (await promisify(execFile)(path.join(root, "dev"), ["help"])).stdout;
const commands = new Set([...help.matchAll(/^\.\/dev (\w+)/gm)].map(([, name]) => name));
/** What the pages call beside ./dev, by its first word; files that it names must be there. */
const others = new Set(["npm", "node", "cmake", "ctest"]);

/** What is wrong with a command. @param {string} line @returns {Promise<string | null>} */
async function faultOfCommand(line) {
  for (const command of line.replace(/\s#.*$/, "").split("&&").map((one) => one.trim()).filter(Boolean)) {
    const [program, ...given] = command.split(/\s+/);
    if (program === "./dev") {
      if (!commands.has(given[0])) return `./dev has no ${given[0]}`;
    } else if (!others.has(program)) return `nothing is known of ${program}`;
    for (const word of given)
      if (/^\.?\/?(tools|tests|assets|dist)(\/|$)/.test(word) && !await fs.stat(path.join(root, word)).catch(() => null)) return `there is no ${word}`;
  }
  return null;
}

test("a command that is none, and a file that is not there, are seen", async () => {
  assert.match(String(await faultOfCommand("./dev fly")), /no fly/);
  assert.match(String(await faultOfCommand("node tools/nowhere.mjs")), /no tools\/nowhere/);
  assert.match(String(await faultOfCommand("rm -rf dist")), /rm/);
});

test("commands are those of ./dev, and files that they name are there", async () => {
  assert.ok(of("sh").length >= 3);
  for (const example of of("sh"))
    for (const line of example.text.trim().split("\n")) assert.equal(await faultOfCommand(line), null, `${where(example)}: ${line}`);
  for (const [file, text] of await readPages())
    for (const [, name] of text.matchAll(/`\.\/dev (\w+)/g)) assert.ok(commands.has(name), `${file}: ./dev ${name}`);
});
