// The pages: what is made of the code is as it is made now, links lead somewhere, each page is found, and no example is
// left without a test.
import assert from "node:assert/strict";
import * as fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { examplesOf, proseOf, readPages } from "../../tools/docs/examples.mjs";
import { anchorOf } from "../../tools/docs/markdown.mjs";
import { groups } from "../../tools/docs/pages.mjs";
import { madeDocs } from "../../tools/make-docs.mjs";
import { runsIn, ways } from "../support/docs-ways.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pages = await readPages();
const exists = (/** @type {string} */ file) => fs.stat(path.join(root, file)).then(() => true, () => false);

test("what is made of the code is what is made now", async () => {
  for (const [file, text] of Object.entries(await madeDocs()))
    assert.equal(await fs.readFile(path.join(root, file), "utf8"), text, `run node tools/make-docs.mjs: ${file}`);
});

/** Anchors of a page. @param {string} text */
function anchorsOf(text) {
  const found = new Set();
  for (const [, heading] of proseOf(text).matchAll(/^#+ (.+)$/gm)) {
    const anchor = anchorOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", ""));
    found.add(found.has(anchor) ? `${anchor}-1` : anchor);
  }
  return found;
}

/** Links of a page into the project: file and anchor. @param {string} file @param {string} text */
const linksOf = (file, text) => [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link)
  .filter((link) => !/^[a-z]+:/.test(link))
  .map((link) => {
    const [to, anchor] = link.split("#");
    return { link, to: to ? path.posix.join(path.posix.dirname(file), to) : file, anchor };
  });

/** Links that lead nowhere. @param {string} file @param {string} text @returns {Promise<string[]>} */
async function brokenIn(file, text) {
  const broken = [];
  for (const { link, to, anchor } of linksOf(file, text)) {
    const target = to === file ? text : await fs.readFile(path.join(root, to), "utf8").catch(() => null);
    if (target === null || anchor && !anchorsOf(target).has(anchor)) broken.push(`${file}: ${link}`);
  }
  return broken;
}

test("a link to no page, and one to no heading, are seen", async () => {
  const text = "# A\n[a](#a) [b](#b) [c](nowhere.md) [d](embedding.md#slots) [e](embedding.md#nowhere)\n```\n[f](f.md)\n```\n";
  assert.deepEqual(await brokenIn("docs/a.md", text), ["docs/a.md: #b", "docs/a.md: nowhere.md", "docs/a.md: embedding.md#nowhere"]);
});

test("every link between pages leads somewhere", async () => {
  let count = 0;
  for (const [file, text] of pages) {
    assert.deepEqual(await brokenIn(file, text), []);
    count += linksOf(file, text).length;
  }
  assert.ok(count > 60, `only ${count} links were found`);
});

test("files that pages name are there", async () => {
  for (const [file, text] of pages)
    for (const [, named] of text.matchAll(/`((?:tests|tools|web|src|assets|docs)\/[\w/.-]+)`/g))
      assert.ok(await exists(named.replace(/\/$/, "")), `${file}: ${named}`);
});

test("each page is in the index once, and so two clicks from README", async () => {
  const names = Object.values(groups).flat();
  assert.equal(new Set(names).size, names.length);
  const inDocs = [...pages.keys()].filter((file) => file.startsWith("docs/") && file !== "docs/README.md");
  for (const file of inDocs) assert.ok(names.includes(path.basename(file, ".md")), `tools/docs/pages.mjs lacks ${file}`);
  const linked = (/** @type {string} */ file) => linksOf(file, pages.get(file) ?? "").map(({ to }) => to);
  assert.ok(linked("README.md").includes("docs/README.md"));
  for (const file of inDocs) assert.ok(linked("docs/README.md").includes(file), `the index lacks ${file}`);
});

test("a page's title is the question that it answers", () => {
  for (const [file, text] of pages)
    if (file.startsWith("docs/")) assert.match(text, /^# [^\n]+\?\n/, file);
});

test("pictures are small", async () => {
  for (const name of await fs.readdir(path.join(root, "docs/looks"))) {
    const { size } = await fs.stat(path.join(root, "docs/looks", name));
    assert.ok(size > 5_000 && size < 100_000, `${name}: ${size} bytes`);
    assert.ok(linksOf("docs/theming.md", pages.get("docs/theming.md") ?? "").some(({ to }) => to === `docs/looks/${name}`), `${name} is shown nowhere`);
  }
});

test("every example is run by a test, or says why not", async () => {
  const examples = [...pages].flatMap(([file, text]) => examplesOf(file, text));
  assert.ok(examples.length > 25, `only ${examples.length} examples were found`);
  for (const example of examples) {
    const where = `${example.page}:${example.line}`;
    if (example.notRun !== null) assert.match(example.notRun, /\w{3}.* \w/, `${where}: a reason was expected`);
    else assert.ok(runsIn(example), `${where}: no test runs ${example.language || "a block without language"} ${example.run ?? ""}`);
  }
  for (const file of Object.keys(ways)) assert.ok(await exists(file), file);
  for (const [file, text] of pages)
    assert.equal([...text.matchAll(/^<!-- (?:not )?run: /gm)].length, examplesOf(file, text).filter((one) => one.run ?? one.notRun).length, `${file}: a mark stands above no example`);
});

test("an example without language, and one of a way that is none, are seen", () => {
  const [one, other, third] = examplesOf("a.md", "```\na\n```\n\n<!-- run: nowhere -->\n```js\nb\n```\n<!-- not run: it would order food -->\n\n```sh\nc\n```\n");
  assert.equal(runsIn(one), undefined);
  assert.equal(runsIn(other), undefined);
  assert.equal(third.notRun, "it would order food");
  assert.deepEqual([one.line, other.line, third.line], [1, 6, 11]);
});
