import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { measure } from "../../tools/size.mjs";

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../dist");

/** The faults found in a copy of dist/ after a change. */
async function faultsAfter(change) {
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-size-"));
  try {
    for (const name of await fs.readdir(dist))
      if (/^article-viewer.*\.(js|css|wasm|json)$/.test(name))
        await fs.copyFile(path.join(dist, name), path.join(copy, name));
    await change(copy);
    return (await measure(copy)).faults;
  } finally {
    await fs.rm(copy, { recursive: true });
  }
}

test("a module of 200,000 bytes that do not compress is over two budgets", async () => {
  const faults = await faultsAfter((copy) =>
    fs.writeFile(path.join(copy, "article-viewer.wasm"), randomBytes(200_000)));
  assert.deepEqual(faults.filter((fault) => /over budget/.test(fault)).map((fault) => fault.split(":")[0]),
    ["to show a document, with what follows when idle", "all code"]);
});

test("what no reader fetches counts for itself alone", async () => {
  const faults = await faultsAfter((copy) =>
    fs.writeFile(path.join(copy, "article-viewer-prerender.wasm"), randomBytes(200_000)));
  assert.deepEqual(faults.map((fault) => fault.split(":")[0]), ["to prerender"]);
});

test("of words the largest file counts, and no code has them", async () => {
  const faults = await faultsAfter((copy) =>
    fs.writeFile(path.join(copy, "article-viewer-words-xx.js"), randomBytes(200_000)));
  assert.deepEqual(faults.map((fault) => fault.split(":")[0]), ["words of one more language"]);
});

test("of models of phrases the largest file counts, and no code has them", async () => {
  const faults = await faultsAfter((copy) =>
    fs.writeFile(path.join(copy, "article-viewer-phrases-xx.js"), randomBytes(12_001)));
  assert.deepEqual(faults.map((fault) => fault.split(":")[0]), ["phrases of a language, for titles of more than one line"]);
});

test("what the small file imports statically counts as the small file", async () => {
  const faults = await faultsAfter(async (copy) => {
    await fs.appendFile(path.join(copy, "article-viewer.js"), '\nimport "./article-viewer-planted.js";');
    await fs.writeFile(path.join(copy, "article-viewer-planted.js"),
      `"${randomBytes(20_000).toString("base64")}"`);
  });
  assert.ok(faults.some((fault) => fault.startsWith("before any widget is near")), String(faults));
});

test("a file that is missing is a fault", async () => {
  const faults = await faultsAfter((copy) => fs.rm(path.join(copy, "article-viewer.js")));
  assert.ok(faults.some((fault) => /article-viewer\.js is missing/.test(fault)), String(faults));
});

test("what is delivered is within budget", async () => {
  const { faults } = await measure(dist);
  assert.deepEqual(faults, []);
});

test("no font is delivered", async () => {
  const names = await fs.readdir(dist, { recursive: true });
  assert.deepEqual(names.filter((name) => /\.(woff2?|ttf|otf|eot|ttc)$/i.test(name)), []);
});
