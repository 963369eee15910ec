import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

/** What a messenger's card says: the element tells of it as what is prerendered does. */

const held = useBrowser();

/** @param {import("playwright-core").Page} page */
const shareOf = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).share);

/** Documents, where they are not a sample: JSON. @type {[string, object][]} */
const documents = [
  ["a paragraph for a summary", { article: { headline: "H", body: [{ type: "heading", text: "h" }, { type: "paragraph", text: ["潮".repeat(130), { text: "x", strong: true }] }] } }],
  ["a photo of the body", { article: { headline: "H", url: "/other", lead: { src: "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" },
    body: [{ type: "paragraph", text: ["one ", "two"] }, { type: "photo", photo: { src: "/demo/photos/harbour-400.jpg" } }] } }],
  ["a gallery", { gallery: { title: "G", photos: [{ caption: "c" }, { src: "/demo/photos/harbour-400.jpg" }] }, comments: { hot: [{ author: "a", avatar: "/a.webp", text: "b" }] } }],
];

for (const view of ["canvas", "plain"]) {
  for (const sample of ["zh-hans", "en"])
    test(`of ${sample} in the ${view} view`, async () => {
      const json = await readFile(path.join(root, `assets/${sample}.json`), "utf8");
      await withPage(held, held.server.page(`<article-viewer src="/demo/${sample}.json" view="${view}"></article-viewer>`), async (page) => {
        await waitUntilComplete(page);
        const { share } = await renderArticle(json, { base: new URL(`/demo/${sample}.json`, page.url()).href });
        assert.deepEqual(await shareOf(page), share);
        await page.evaluate(() => document.querySelector("article-viewer")?.removeAttribute("src"));
        await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer")).state === "empty");
        assert.equal(await shareOf(page), null);
      });
    });

  test(`of others in the ${view} view`, async () => {
    await withPage(held, held.server.page(`<article-viewer view="${view}"></article-viewer>`), async (page) => {
      assert.equal(await shareOf(page), null);
      for (const [name, document] of documents) {
        await page.evaluate((value) => { /** @type {any} */ (window.document.querySelector("article-viewer")).document = value; }, document);
        await waitUntilComplete(page);
        const { share } = await renderArticle(/** @type {any} */ (document), { base: page.url() });
        assert.deepEqual(await shareOf(page), share, name);
      }
    });
  });
}
