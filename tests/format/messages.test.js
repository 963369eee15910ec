// docs/troubleshooting.md has a row for each message that the code tells a page, and none that it doesn't.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { readDeclared } from "../../tools/dist/declared.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const page = await fs.readFile(path.join(root, "docs/troubleshooting.md"), "utf8");

/** Messages that reach no page, and why. @type {Record<string, string>} */
const unseen = {
  "overtaken": "a load that was overtaken fires nothing",
  "no picture": "the reader is told, in the picture's place",
  "an answer that is no document": "who refreshes is silent",
  "the viewer's core has ended": "what is asked of it then is passed over",
  "… (see docs/troubleshooting.md)": "is put after each message of article-error",
};

/** Where a message is an argument, by what is called: which one. @type {Record<string, number>} */
const calls = {
  "console.warn": 0, "console.error": 0, Error: 0, DOMException: 0, LoadError: 1, failure: 1, refused: 1, contextGone: 0,
};

/** A text as it is written in the page. @param {ts.Expression} node @returns {string[]} with all that it may be */
function textsOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text ? [node.text] : [];
  if (ts.isTemplateExpression(node)) return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("")];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return [];
}

/** Messages of a module. @param {string} code */
function messagesOf(code) {
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.arguments) {
      const name = node.expression.getText().replace(/^(this|member)\.(#\w+\.)?/, "");
      if (Object.hasOwn(calls, name) && node.arguments[calls[name]]) found.push(...textsOf(node.arguments[calls[name]]));
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === "message") found.push(...textsOf(node.initializer));
    if (ts.isVariableDeclaration(node) && node.name.getText() === "message" && node.initializer) found.push(...textsOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.js", code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
  return found.map((text) => text.replace(/^article-viewer: /, ""));
}

/** Without what stands at its end and is of each case. @param {string} text */
const stem = (text) => text.replace(/…$/, "").replace(/,? $/, "").trim();
const rows = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, text]) => text);

const names = (await fs.readdir(path.join(root, "web"), { recursive: true })).filter((name) => name.endsWith(".js") && !name.startsWith("demo"));
const modules = await Promise.all(names.map((name) => fs.readFile(path.join(root, "web", name), "utf8")));
const messages = [...new Set(modules.flatMap(messagesOf))];

test("a message is seen, however it is told", () => {
  assert.deepEqual(messagesOf('console.warn(`article-viewer: no ${a} in ${b}`); throw new LoadError("http", c ? "one" : `two ${d}`);'), ["no … in …", "one", "two …"]);
  assert.deepEqual(messagesOf('const message = a ? "three" : ""; x = { reason, message: "four" }; member.contextGone("five"); f(new Error("six"));'), ["three", "four", "five", "six"]);
});

test("each message that a page may be told has its row", () => {
  assert.ok(messages.length > 20, `only ${messages.length} messages were found`);
  const lacking = messages.filter((text) => !Object.hasOwn(unseen, text) && text !== "…" && !rows.some((row) => stem(row) === stem(text)));
  assert.deepEqual(lacking, []);
  for (const text of Object.keys(unseen)) assert.ok(messages.includes(text), `"${text}" is told no more`);
});

test("each row's message is one that the code has", async () => {
  const files = (await fs.readdir(path.join(root, "src/document"))).filter((name) => name.endsWith(".cpp"));
  const core = (await Promise.all(files.map((name) => fs.readFile(path.join(root, "src/document", name), "utf8")))).join("\n");
  const words = [...(await readDeclared()).unions().flatMap(({ values }) => values)];
  for (const row of rows) {
    if (words.includes(row) || messages.some((text) => stem(text) === stem(row))) continue;
    for (const piece of row.split("…").map((one) => one.trim()).filter(Boolean)) assert.ok(core.includes(piece), `no code says "${piece}" of "${row}"`);
  }
});

test("each reason of article-error has its row", async () => {
  const { values } = (await readDeclared()).unions().find(({ name }) => name === "ErrorReason") ?? assert.fail();
  const table = page.split("## Reasons")[1].split("\n## ")[0];
  assert.deepEqual([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort(), [...values].sort());
});
