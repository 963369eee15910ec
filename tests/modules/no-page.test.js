// Where there is no page the module can be imported, and does nothing: servers that render, workers, jsdom.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";

const entry = JSON.stringify(new URL("../../web/element/article-viewer.js", import.meta.url).href);
const run = promisify(execFile);

/** What a program says, run as a module in a process of its own. @param {string} program */
async function said(program) {
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "--eval", program]);
  assert.equal(stderr, "");
  return stdout.trim();
}

test("in Node it gives its class and defines nothing", async () => {
  assert.equal(await said(`const { ArticleViewerElement } = await import(${entry});
    console.log(typeof ArticleViewerElement, Object.keys(globalThis).includes("customElements"));`), "function false");
});

test("in a worker likewise", async () => {
  assert.equal(await said(`import { Worker } from "node:worker_threads";
    new Worker('import(${entry}).then(() => console.log("imported"))', { eval: true });`), "imported");
});

test("where there are elements but nothing that shows them, it is not defined", async () => {
  assert.equal(await said(`globalThis.HTMLElement = class {};
    globalThis.customElements = { get() {}, define() { throw new Error("defined"); } };
    await import(${entry});
    console.log("imported");`), "imported");
});
