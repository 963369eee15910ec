// What docs/security.md says that the code never does: found where it would be written.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const names = (await fs.readdir(path.join(root, "web"), { recursive: true })).filter((name) => name.endsWith(".js") && !name.startsWith("demo/"));

/** What is never done, by what it would be written as. @type {Record<string, RegExp>} */
const never = {
  "markup from a string": /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe|DOMParser|\.srcdoc\b/,
  "code from a string": /\beval\(|\bnew Function\b|setTimeout\(["'`]|createElement\("script"\)/,
  "an inline style": /setAttribute\("style"|cssText/,
  "cookies and storage": /document\.cookie|cookieStore|(local|session)Storage|indexedDB|\bcaches\./,
  "a message to somebody": /sendBeacon|XMLHttpRequest|\bWebSocket\b|EventSource|\bnew Image\(\)\.src|fetchLater/,
};

/** @param {string} code @returns {string[]} what it does of these */
const doneIn = (code) => Object.keys(never).filter((what) => never[what].test(code));

test("each is seen", () => {
  assert.deepEqual(doneIn("a.innerHTML = b; eval(c); d.setAttribute(\"style\", e); localStorage.f = 1; navigator.sendBeacon(g)"), Object.keys(never));
});

test("no module of web/ does any of it", async () => {
  assert.ok(names.length > 60, `only ${names.length} modules were found`);
  for (const name of names) assert.deepEqual(doneIn(await fs.readFile(path.join(root, "web", name), "utf8")), [], name);
});

test("only documents and the viewer's own files are fetched by script", async () => {
  const fetching = [];
  for (const name of names) if (/(?<![#.\w`])fetch\((?!\))/.test((await fs.readFile(path.join(root, "web", name), "utf8")).replace(/\/\*[^]*?\*\/|\/\/.*/g, ""))) fetching.push(name);
  assert.deepEqual(fetching.sort(), ["core/compile.js", "core/core-code.js", "element/document-source.js"]);
});

test("a page's colour is never where a picture may stand, which would be fetched", async () => {
  const sheet = await fs.readFile(path.join(root, "dist/article-viewer-prerendered.css"), "utf8");
  assert.ok(sheet.includes("background-color:"));
  assert.doesNotMatch(sheet, /background: ?var\(/);
});
