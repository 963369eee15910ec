import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { root } from "./support/server.js";

/** @param {string} file */
const read = (file) => readFile(path.join(root, file), "utf8");
/** @param {string} text @param {RegExp} pattern */
const names = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

const platform = await read("src/web/platform.h");
const header = await read("src/web/core.h") + platform;
const declared = names(header.replace(/\/\/.*/g, ""), /\b(av_[a-z_]+)\(/g);
const isImport = (/** @type {string} */ name) => name.startsWith("av_host_");

const core = (await Promise.all(["core", "core-viewer", "core-hosts", "platform-host"].map((name) => read(`web/core/${name}.js`)))).join("\n");
const module = await WebAssembly.compile(await readFile(path.join(root, "build/web/article-viewer.wasm")));

test("web/core/ calls each function that core.h declares, and no other", () => {
  const called = names(core, /\.(av_[a-z_]+)\(/g);
  assert.deepEqual(called, declared.filter((name) => !isImport(name)));
});

test("web/core/ gives each av_host function of core.h, and no other", () => {
  assert.deepEqual(names(core, /^ {4}(av_host_[a-z_]+)[:(]/gm), declared.filter(isImport));
});

test("the module exports what core.h declares", () => {
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  for (const name of declared.filter((one) => !isImport(one)))
    assert.ok(exported.includes(name), name);
});

test("the module asks for nothing that web/core/ does not give", () => {
  const asked = WebAssembly.Module.imports(module).map(({ name }) => name);
  assert.ok(asked.includes("av_host_measure"));
  for (const name of asked) assert.match(core, new RegExp(`\\b${name}\\b`));
});

test("enlarged.h, its module and enlarged-core.js agree", async () => {
  const functions = names((await read("src/web/enlarged.h")).replace(/\/\/.*/g, ""), /\b(av_[a-z_]+)\(/g);
  const script = await read("web/enlarged/enlarged-core.js");
  assert.deepEqual(names(script, /\.(av_[a-z_]+)\(/g), functions);
  const own = await WebAssembly.compile(await readFile(path.join(root, "build/web/article-viewer-enlarged.wasm")));
  const exported = WebAssembly.Module.exports(own).map(({ name }) => name);
  for (const name of functions) assert.ok(exported.includes(name), name);
  for (const { name } of WebAssembly.Module.imports(own)) assert.match(script, new RegExp(`\\b${name}\\b`));
});

test("prerender.h, its module and prerender.js agree", async () => {
  const functions = names(`${await read("src/web/prerender.h")}${platform}`.replace(/\/\/.*/g, ""), /\b(av_[a-z_]+)\(/g)
    .filter((name) => !isImport(name));
  const script = await read("web/prerender/prerender.js") + await read("web/core/platform-host.js");
  assert.deepEqual(names(script, /\.(av_[a-z_]+)\(/g), functions);
  const own = await WebAssembly.compile(await readFile(path.join(root, "build/web/article-viewer-prerender.wasm")));
  const exported = WebAssembly.Module.exports(own).map(({ name }) => name);
  for (const name of functions) assert.ok(exported.includes(name), name);
  for (const { name } of WebAssembly.Module.imports(own)) assert.match(script, new RegExp(`\\b${name}\\b`));
});

test("the small module takes nothing of the heavy part with it", async () => {
  const output = JSON.parse(await read("build/web/dist-modules.json"));
  const entry = output["dist/article-viewer.js"];
  const loaded = entry.imports.filter((/** @type {{kind: string}} */ one) => one.kind === "import-statement");
  assert.deepEqual(loaded, []);
});
