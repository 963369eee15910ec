// The plain view reads a document as the core does: the same problems, at the same places.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { readLanguage } from "../../web/core/language.js";
import { readDocument } from "../../web/plain/plain-document.js";
import { checked } from "./support/check.js";

const odd = [null, true, -1, 1e308, 1.5, "", " ", "\ud800", "a\udc00b", "\ud83d\ude00", "\\ud800", "\\\ud800", "1", "12px", "0.5", "1e2", "true", "x\u0001y",
  "javascript:alert(1)", "data:text/html,x", "http:/link", "http://%00/", "https://\u00ad/", "#x", "//e.example/x", "mailto:a@b", "blob:https://e.example/1",
  "data:image/png,x", " https://e.example/ ", "2023-13-01", "2023-03-12 09:56", "zh_CN", "en-", "__proto__", [], [[]], [null], {},
  { url: "vbscript:x", src: "file:///x" }, ["a", 5, { text: "b", url: "x" }], [{}]];

/** Each member of a value and each first item, however deep: what holds it, and its name there. @param {any} value @returns {Generator<[any, string]>} */
function* membersOf(value) {
  if (typeof value !== "object" || value === null) return;
  for (const name of Object.keys(value)) {
    if (Array.isArray(value) && name !== "0") continue;
    yield [value, name];
    yield* membersOf(value[name]);
  }
}

/** What of a problem both tell alike. @param {{severity: string, pointer: string}} problem */
const inShort = ({ severity, pointer }) => `${severity} ${pointer}`;

/** @param {string | Buffer} document */
const readPlainly = (document) => readDocument(readLanguage, Buffer.from(document), "https://news.example/a.json").problems.map(inShort);

/** @param {(string | Buffer)[]} documents */
async function assertAgree(documents) {
  const byCore = (await checked(documents)).map((problems) => problems.map(inShort));
  const differ = documents.flatMap((document, i) => {
    const [plain, core] = [readPlainly(document).sort(), byCore[i].sort()];
    return JSON.stringify(plain) === JSON.stringify(core) ? [] : [{ document: String(document).slice(0, 200), plain, core }];
  });
  assert.deepEqual(differ.slice(0, 3), []);
  return byCore.filter((problems) => problems.length).length;
}

test("of a sample with any value at any member", async () => {
  const sample = JSON.parse(await readFile(new URL("../../assets/en.json", import.meta.url), "utf8"));
  /** @type {string[]} */
  const documents = [];
  for (const [i, [holder, name]] of [...membersOf(sample)].entries()) {
    const before = holder[name];
    // Each value comes to each kind of member in time.
    for (let k = i % 4; k < odd.length; k += 4) {
      holder[name] = odd[k];
      documents.push(JSON.stringify(sample));
    }
    holder[name] = before;
  }
  assert.ok(documents.length > 1000, `${documents.length} documents`);
  const faulty = await assertAgree(documents);
  assert.ok(faulty > documents.length / 2, `${faulty} of ${documents.length} have problems`);
});

test("of members that stand twice, and of halves of characters", async () => {
  const faulty = await assertAgree([
    '{"article":{"headline":"a","headline":"b"},"odd":1,"odd":2}',
    '{"article":{"headline":"a","headline":"b"},"article":{"headline":"c"}}',
    '{"article":{"headline":"a"},"article":{"headline":"c","tags":["x"],"tags":[{"label":"y","label":"z"}]}}',
    '{"article":{"headline":"a","b\\"c":{"x":1,"x":2},"\\u0068eadline":"b","body":[{"type":"list","items":[],"items":["a"]}, {"type":"rule","type":"rule"}]}}',
    '{"article":{"headline":"{\\"a\\":1,\\"a\\":2}","summary":"]],,::"}}',
    '{"article":{"headline":"a\\ud800"},"article":{"headline":"c"}}',
    '{"article":{"headline":"\\\\ud800\\ud83d\\ude00\\\\\\uDBFFx"}}',
    '{"article":{"headline":"\\uD83D\\uD83D\\uDE00","summary":"\\ude00\\ud83d"}}',
    Buffer.from([...Buffer.from('{"article":{"headline":"a'), 0xff, ...Buffer.from('\\ud800"}}')]),
    Buffer.from('{"article":{"headline":"\ufffd"}}'),
  ]);
  assert.equal(faulty, 8);
});

test("of more than is read", async () => {
  const many = (/** @type {string} */ item, /** @type {number} */ count) => `[${Array(count).fill(item).join()}]`;
  const faulty = await assertAgree([
    ["tags", many('"t"', 201)], ["bylines", many('{"names":["n"]}', 101)], ["credits", `[{"names":${many('"n"', 201)}}]`],
    ["lead", `{"src":"p","sources":${many('{"src":"p","width":9}', 51)}}`], ["body", `[{"type":"list","items":["a"]},{"type":"list","items":${many('"b"', 5000)}}]`],
    ["body", `[{"type":"paragraph","text":${many('"b"', 20001)}},{"type":"paragraph","text":["b"]}]`], ["body", many('{"type":"rule"}', 2001)],
  ].map(([name, value]) => `{"article":{"headline":"a","${name}":${value}}}`));
  assert.equal(faulty, 7);
});

test("of texts that are too long, cut or made several paragraphs at the same places", async () => {
  const long = ["a".repeat(10_001), "渔船回港了。".repeat(3_000), "harbours ".repeat(1_200), `${"a".repeat(5_000)}。”b`, "👩‍👩‍👧".repeat(3_000), " ".repeat(6_000)];
  const documents = long.flatMap((text) => [{ headline: text }, { headline: "H", body: [text] },
    { headline: "H", body: [{ type: "paragraph", text: ["a ", { text, url: "x" }, 7, text, " z"] }] },
    { headline: "H", body: [{ type: "quote", text: [text, text] }, { type: "list", items: [text, "b"] }], tags: [text] }])
    .map((article) => JSON.stringify({ article }));
  assert.ok(await assertAgree(documents) > documents.length / 2);
  for (const document of documents) {
    const { html } = await renderArticle(document, { url: "https://news.example/a.json" });
    const core = [...html.matchAll(/<p class="av-body"[^>]*>([^]*?)<\/p>/g)].map(([, text]) => text.replace(/<[^>]*>/g, "").length);
    const { document: plain } = readDocument(readLanguage, Buffer.from(document), "https://news.example/a.json");
    const lengths = plain.article?.body.flatMap(({ type, text }) => type === "paragraph" ? [text.map((run) => run.text).join("").length] : []);
    assert.deepEqual(lengths, core, document.slice(0, 60));
  }
});
