import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { root } from "./support/server.js";

/** @param {string} file */
const read = (file) => readFile(path.join(root, file), "utf8");
/** @param {string} text @param {RegExp} pattern */
const names = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

const header = await read("src/web/core.h");
const declared = names(header.replace(/\/\/.*/g, ""), /\b(av_[a-z_]+)\(/g);
const isImport = (/** @type {string} */ name) => name.startsWith("av_host_");

test("core.js calls each function that core.h declares, and no other", async () => {
  const called = names(await read("web/core.js"), /\._(av_[a-z_]+)\(/g);
  assert.deepEqual(called, declared.filter((name) => !isImport(name)));
});

test("the module exports what core.h declares and asks for its imports", async () => {
  const module = await WebAssembly.compile(await readFile(path.join(root, "build/web/article-viewer.wasm")));
  const glue = await read("build/web/article-viewer.mjs");
  for (const name of declared)
    assert.ok(glue.includes(isImport(name) ? `${name}` : `_${name}`), `${name} is in the glue`);
  assert.ok(WebAssembly.Module.exports(module).length >= declared.filter((name) => !isImport(name)).length);
});

test("the imports' library has each av_host function of core.h, and no other", async () => {
  const given = names(await read("src/web/core-imports.js"), /^ {2}(av_host_[a-z_]+):/gm);
  assert.deepEqual(given, declared.filter(isImport));
});

test("the small module takes nothing of the heavy part with it", async () => {
  const output = JSON.parse(await read("build/web/dist-modules.json"));
  const entry = output["dist/article-viewer.js"];
  const loaded = entry.imports.filter((/** @type {{kind: string}} */ one) => one.kind === "import-statement");
  assert.deepEqual(loaded, []);
});
