// `./dev prerender` and the module for Node: what they make, that both make the same, and how the command ends.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { root, samples, withScratch } from "./support/preview.js";

const program = process.env.ARTICLE_PRERENDER ?? path.join(root, "build/native/article_prerender_files");
const base = "https://news.example/2023/page.html";

/** @returns {Promise<{code: number, stdout: string, stderr: string}>} */
function run(...args) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, timeout: 60_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : 127) : 0;
      resolve({ code, stdout, stderr: stderr + (code === 127 ? String(error) : "") });
    });
  });
}

/** What the command prints of documents, one after the other. */
async function printed(...args) {
  const { code, stdout, stderr } = await run(...args);
  assert.equal(code, 0, stderr);
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}

const hostile = '</script><script>a()</script><!-- " \' & \\ \u2028 \u0007!';
/** Documents that are not as the samples are: JSON text. */
const others = [
  { article: { headline: hostile, summary: hostile, url: "javascript:a()", body: [hostile, { type: "paragraph", text: [{ text: hostile, url: `https://news.example/${hostile}` }] }],
    lead: { src: `photo ${hostile}.jpg`, sources: [{ src: "a b,.avif", width: 100, type: "image/avif" }], alt: hostile }, tags: [hostile] } },
  { language: "fi", site: { logo: "/logo.svg" }, gallery: { photos: [{ caption: "none" }, { src: "/1.jpg", url: "mailto:a@b.example" }] } },
  { language: "ar-EG", rankings: { tabs: [{ id: "a", label: "A", items: [{ title: "b", views: 1234567 }] }] }, comments: { total: 3, hot: [], latest: [{ author: "\ud83d\ude00", text: "\ud800x" }] } },
].map((document) => JSON.stringify(document));

/** Of ICU and of JavaScript the data have other spaces, and Arabic other digits: nothing else may differ. */
const alike = (made) => JSON.parse(JSON.stringify(made).replace(/[\u00a0\u202f]/g, " ").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
  .replace(/٬/g, ",").replace(/\u200f/g, ""));

for (const sample of samples)
  test(`${sample} is the same from both, with and without a base`, async () => {
    const json = await fs.readFile(path.join(root, sample), "utf8");
    assert.deepEqual(alike(await renderArticle(json, { base })), alike((await printed(sample, "--base", base))[0]));
    assert.deepEqual(alike(await renderArticle(JSON.parse(json))), alike((await printed(sample))[0]));
  });

test("documents that are odd or hostile are the same from both", () => withScratch(async (scratch) => {
  const files = others.map((_, i) => path.join(scratch, `${i}.json`));
  await Promise.all(files.map((file, i) => fs.writeFile(file, others[i])));
  const native = await printed(...files, "--base", base);
  assert.deepEqual(alike(await Promise.all(others.map((json) => renderArticle(json, { base })))), alike(native));
}));

test("each language's own words are the same from both", () => withScratch(async (scratch) => {
  const languages = (await fs.readdir(path.join(root, "assets/languages/words"))).map((name) => path.basename(name, ".json"));
  const documents = [...languages, "hi-Latn", "pt-PT", "iw", "sv"].map((language) => JSON.stringify({ language, site: { logo: "/logo.svg" },
    article: { headline: "H", source: { label: "S" }, bylines: ["Ann"], body: [{ type: "video", url: "/v" }] },
    gallery: { photos: [{ src: "/1.jpg" }] }, rankings: { tabs: [{ id: "a", label: "A", items: [{ title: "b", views: 12 }] }, { id: "b", label: "B", items: [] }] },
    comments: { total: 3, participants: 2, hot: [], latest: [{ author: "A", text: "B", likes: 4 }] } }));
  const files = documents.map((_, i) => path.join(scratch, `${i}.json`));
  await Promise.all(files.map((file, i) => fs.writeFile(file, documents[i])));
  // All at once, and once more when the words are there.
  const first = await Promise.all([...documents, ...documents].map((json) => renderArticle(json, { base })));
  const again = await Promise.all(documents.map((json) => renderArticle(json, { base })));
  assert.deepEqual(first, [...again, ...again]);
  const digits = (made) => JSON.parse(JSON.stringify(alike(made)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)));
  assert.deepEqual(digits(again), digits(await printed(...files, "--base", base)));
  for (const [i, language] of languages.entries()) {
    const { source, counts } = JSON.parse(await fs.readFile(path.join(root, `assets/languages/words/${language}.json`), "utf8"));
    assert.ok(again[i].html.includes(source), language);
    assert.ok(digits(again[i]).html.includes(counts.replace("{participants}", "2").replace("{total}", "3")), language);
    assert.doesNotMatch(again[i].html, /lang="en"/, language);
  }
}));

/** Elements, as they begin and end. Fails where one does not end where it should. @param {string} html */
function elementsOf(html) {
  const open = [];
  const names = [];
  for (const [, end, name, attributes] of html.matchAll(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g)) {
    if (end) {
      assert.equal(open.pop(), name);
      continue;
    }
    names.push(name);
    for (const [, attribute] of attributes.matchAll(/ ([a-z-]+)="[^"]*"/g)) assert.doesNotMatch(attribute, /^(on.*|style)$/);
    if (!["img", "hr", "source", "meta", "link"].includes(name)) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(html.replace(/<\/?[a-z0-9]+(?: [a-z-]+="[^"<>]*")*>/g, ""), /[<>]/);
  return names;
}

for (const sample of samples)
  test(`${sample} shows all that it has in elements that end where they should`, async () => {
    const document = JSON.parse(await fs.readFile(path.join(root, sample), "utf8"));
    const { html, head } = await renderArticle(document, { base });
    const names = elementsOf(html);
    elementsOf(head);
    const count = (name) => names.filter((one) => one === name).length;
    const { article, gallery, rankings, comments } = document;
    const ofType = (type) => article.body.filter((block) => block.type === type).length;
    assert.equal(count("h2"), 1);
    assert.equal(count("blockquote"), ofType("quote"));
    assert.equal(count("figure"), 1 + ofType("photo") + ofType("video") + gallery.photos.length);
    assert.equal(count("article"), 1 + comments.hot.length + comments.latest.length);
    assert.equal(count("ol"), rankings.tabs.filter(({ items }) => items.length).length
      + article.body.filter(({ type, ordered }) => type === "list" && ordered).length);
    for (const { items } of rankings.tabs) for (const { title } of items) assert.ok(html.includes(title.replaceAll("&", "&amp;").replaceAll('"', "&quot;")), title);
    assert.ok(!names.includes("script") && !names.includes("style") && !names.includes("button"));
    assert.equal(new Set(html.match(/ (?:src|href)="(?!https:)[^"]*"/g)).size, 0, "each URL is absolute");
  });

test("hostile text is told by its own letters", async () => {
  const { html, head, jsonLd } = await renderArticle(others[0], { base });
  elementsOf(html);
  elementsOf(head);
  assert.doesNotMatch(jsonLd, /</);
  const { headline, keywords } = JSON.parse(jsonLd)["@graph"][0];
  assert.equal(headline, hostile.replace(" \u2028 \u0007", " "));
  assert.deepEqual(keywords, [headline]);
  assert.ok(html.includes("&lt;/script&gt;&lt;script&gt;a()&lt;/script&gt;&lt;!-- &quot; ' &amp; \\"));
});

test("what is no document is refused by both", async () => {
  for (const [json, reason] of /** @type {const} */ ([["{", "json"], ["{}", "document"]])) {
    await assert.rejects(renderArticle(json), (/** @type {any} */ error) => error.reason === reason && error.message !== "");
    await withScratch(async (scratch) => {
      const file = path.join(scratch, "bad.json");
      await fs.writeFile(file, json);
      const { code, stdout, stderr } = await run(file, samples[0]);
      assert.equal(code, 1);
      assert.equal(stdout.trimEnd().split("\n").length, 1, "the others are made");
      assert.ok(stderr.startsWith(`prerender: ${file}: `), stderr);
    });
  }
});

test("files get the names of the documents", () => withScratch(async (scratch) => {
  const out = path.join(scratch, "made/here");
  const { code, stdout, stderr } = await run(samples[0], samples[2], "--out", out, "--base", base);
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: "", stderr: "" });
  const expected = await renderArticle(await fs.readFile(path.join(root, samples[2]), "utf8"), { base });
  const read = (ending) => fs.readFile(path.join(out, `en${ending}`), "utf8");
  assert.deepEqual(alike(await read(".html")), alike(expected.html));
  assert.equal(await read(".head.html"), expected.head);
  assert.equal(await read(".jsonld"), expected.jsonLd);
  assert.deepEqual(JSON.parse(await read(".share.json")), expected.share);
  assert.equal((await fs.readdir(out)).length, 8);
}));

test("two documents of one name are not written over each other", () => withScratch(async (scratch) => {
  await fs.writeFile(path.join(scratch, "en.json"), others[1]);
  const { code, stderr } = await run(samples[2], path.join(scratch, "en.json"), "--out", scratch);
  assert.equal(code, 1);
  assert.match(stderr, /another document is written as en/);
}));

test("a document that is fetched has its own URL as its base", async () => {
  const server = http.createServer((request, response) => {
    if (request.url === "/news/a.json?b") response.end(others[1]);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(null)); });
  try {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const url = `http://127.0.0.1:${port}/news/a.json?b`;
    const [{ html, share }] = await printed(url);
    assert.ok(html.includes(`src="http://127.0.0.1:${port}/1.jpg"`));
    assert.equal(share.link, url);
    const { code, stderr } = await run(`http://127.0.0.1:${port}/none`);
    assert.equal(code, 1);
    assert.match(stderr, /the server answered 404/);
  } finally {
    server.close();
  }
});

for (const [args, said] of /** @type {[string[], RegExp][]} */ ([
  [[], /no document is named/],
  [["a.json", "--nosuch", "b"], /no option --nosuch/],
  [["a.json", "--out"], /--out needs a value/],
  [["a.json", "--base", "/news"], /--base needs an absolute URL/],
]))
  test(`arguments ${JSON.stringify(args)} are refused`, async () => {
    const { code, stderr } = await run(...args);
    assert.equal(code, 2);
    assert.match(stderr, said);
    assert.match(stderr, /usage: prerender/);
  });

test("it runs in a worker, and with code that is handed over", async () => {
  const [module, wasm] = ["js", "wasm"].map((ending) => new URL(`../../dist/article-viewer-prerender.${ending}`, import.meta.url));
  const worker = new Worker(`
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.module).then(async ({ renderArticle }) =>
      parentPort.postMessage(await renderArticle(workerData.json, { code: await WebAssembly.compile(workerData.wasm) })));`,
  { eval: true, workerData: { module: module.href, wasm: await fs.readFile(wasm), json: others[2] } });
  const answer = await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
  assert.deepEqual(answer, await renderArticle(others[2]));
  await worker.terminate();
});

test("the package of dist/ has it under its own name", async () => {
  const { exports } = JSON.parse(await fs.readFile(path.join(root, "dist/package.json"), "utf8"));
  for (const file of [exports["."], exports["./prerender"]].flatMap((entry) => Object.values(entry)))
    await fs.access(path.join(root, "dist", file));
});
