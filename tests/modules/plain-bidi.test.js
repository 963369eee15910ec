// What a text leaves open is ended in the plain view as in the core: by the rows of its test.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { readLanguage } from "../../web/core/language.js";
import { missingEnds } from "../../web/plain/plain-bidi.js";
import { readDocument } from "../../web/plain/plain-document.js";

test("what a text leaves open is ended", async () => {
  const source = await readFile(new URL("../document/bidi_controls_test.cpp", import.meta.url), "utf8");
  const rows = [...source.matchAll(/^ {6}\{(".*"), (".*"), (".*")\},$/gm)].map((row) => row.slice(1).map((text) => JSON.parse(text)));
  assert.ok(rows.length > 10, `${rows.length} rows`);
  for (const [text, ends, rule] of rows) assert.equal(missingEnds(text), ends, rule);
});

test("texts that stand beside others, and links, leave nothing open", () => {
  const json = JSON.stringify({ article: { headline: "\u202ea", tags: ["\u2067b"], bylines: [{ role: "\u202ec", names: ["\u202ed\u202c"] }],
    body: [{ type: "paragraph", text: ["\u2067e", { text: "\u202ef", url: "/f" }, "g\u2069"] }] } });
  const { document: { article } } = readDocument(readLanguage, new TextEncoder().encode(json), "https://news.example/");
  assert.ok(article);
  assert.deepEqual([article.headline, article.tags[0].label, article.bylines[0].role, article.bylines[0].names[0].name],
    ["\u202ea\u202c", "\u2067b\u2069", "\u202ec\u202c", "\u202ed\u202c"]);
  const [block] = article.body;
  assert.deepEqual(block.text.map(({ text }) => text), ["\u2067e", "\u202ef\u202c", "g\u2069"]);
});
