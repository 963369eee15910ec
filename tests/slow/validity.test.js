// Prerendered pages are valid HTML: the W3C's checker finds no error in them.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { documents, pageOf, samples } from "../support/prerendered-documents.js";
import { root } from "../web/support/server.js";

const checker = path.join(root, "node_modules/vnu-jar/build/dist/vnu.jar");

/** Comments are articles by their author, who is no heading. */
const known = /^Article lacks heading/;

/**
 * What the checker says of pages, but for what is known.
 * @param {Record<string, string>} pages by name @returns {Promise<string[]>}
 */
async function problemsOf(pages) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-valid-"));
  try {
    const names = Object.keys(pages);
    const files = names.map((_, i) => path.join(folder, `${i}.html`));
    await Promise.all(files.map((file, i) => fs.writeFile(file, pages[names[i]])));
    const said = await new Promise((resolve, reject) => {
      execFile("java", ["-jar", checker, "--format", "json", "--exit-zero-always", ...files], { maxBuffer: 1 << 26, timeout: 120_000 },
        (error, _, stderr) => (error ? reject(error) : resolve(stderr)));
    });
    return JSON.parse(String(said)).messages.filter((/** @type {any} */ { message }) => !known.test(message))
      .map((/** @type {any} */ { url, type, subType, message, lastLine }) => `${names[parseInt(path.basename(url), 10)]}, line ${lastLine}: ${subType ?? type}: ${message}`);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

test("the checker sees a paragraph in a span", async () => {
  const page = await pageOf(samples.en, { base: "https://news.example/page.html" });
  const problems = await problemsOf({ planted: page.replace("</main>", "<span><p>planted</p></span></main>") });
  assert.equal(problems.length, 1);
  assert.match(problems[0], /^planted, line \d+: error: Element “p” not allowed as child of element “span”/);
});

test("prerendered pages have no error, and no warning", async () => {
  /** @type {Record<string, string>} */
  const pages = {};
  for (const [name, document] of Object.entries({ ...samples, ...documents }))
    pages[name] = await pageOf(document, { base: "https://news.example/page.html" });
  assert.deepEqual(await problemsOf(pages), []);
});
