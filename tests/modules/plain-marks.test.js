// Marks that browsers take long for are left out of the plain view as of the core.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { readLanguage } from "../../web/core/language.js";
import { readDocument } from "../../web/plain/plain-document.js";

/** @param {string} text @returns {[text: string, problems: number]} as it is read */
function read(text) {
  const json = JSON.stringify({ article: { headline: "H", body: [{ type: "paragraph", text }] } });
  const { document: { article }, problems } = readDocument(readLanguage, new TextEncoder().encode(json), "https://news.example/");
  return [article?.body[0].text[0].text ?? "", problems.length];
}

test("marks behind thirty in a row are left out: those of the core's test", async () => {
  const source = await readFile(new URL("../document/marks_test.cpp", import.meta.url), "utf8");
  const rows = [...source.matchAll(/\{0x([0-9A-F]+), (true|false)\}/g)];
  assert.ok(rows.length > 30, `${rows.length} rows`);
  for (const [, hex, isMark] of rows) {
    const c = String.fromCodePoint(parseInt(hex, 16));
    assert.deepEqual(read(`a${c.repeat(30)}b`), [`a${c.repeat(30)}b`, 0], hex);
    assert.deepEqual(read(`a${c.repeat(40)}b`), isMark === "true" ? [`a${c.repeat(30)}b`, 1] : [`a${c.repeat(40)}b`, 0], hex);
  }
});
