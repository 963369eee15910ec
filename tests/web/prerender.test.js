import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { useBrowser, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

/** Articles are prerendered where code is fetched, too: in workers. */

const held = useBrowser();
const base = "https://news.example/page.html";
const json = await readFile(path.join(root, "assets/ar.json"), "utf8");

/** Begins a worker that answers a document with what is made of it, or why not. */
const worker = `import { renderArticle } from "/article-viewer-prerender.js";
onmessage = async ({ data }) => postMessage(await renderArticle(data, { base: "${base}" }).catch((error) => error.message));`;

test("in a worker as in Node, a failure being forgotten", async () => {
  held.server.route("/worker.js", { body: worker, type: "text/javascript" });
  held.server.route("/article-viewer-prerender.wasm", (_, response) => response.writeHead(503).end());
  await withPage(held, held.server.page(""), async (page) => {
    await page.evaluate(() => { /** @type {any} */ (window).worker = new Worker("/worker.js", { type: "module" }); });
    const ask = () => page.evaluate((text) => new Promise((resolve, reject) => {
      const { worker } = /** @type {any} */ (window);
      worker.onmessage = (/** @type {MessageEvent} */ { data }) => resolve(data);
      worker.onerror = () => reject(new Error("the worker failed"));
      worker.postMessage(text);
    }), json);
    assert.match(String(await ask()), /article-viewer-prerender\.wasm answered 503/);
    held.server.unroute("/article-viewer-prerender.wasm");
    assert.deepEqual(await ask(), await renderArticle(json, { base }));
  }).finally(() => {
    held.server.unroute("/article-viewer-prerender.wasm");
    held.server.unroute("/worker.js");
  });
});

test("without the file of its language's words English stands", async () => {
  held.server.route("/worker.js", { body: worker, type: "text/javascript" });
  held.server.route("/article-viewer-words-fr.js", (_, response) => response.writeHead(404).end());
  await withPage(held, held.server.page(""), async (page) => {
    const { html } = await page.evaluate((text) => new Promise((resolve, reject) => {
      const one = new Worker("/worker.js", { type: "module" });
      one.onmessage = ({ data }) => resolve(data);
      one.onerror = () => reject(new Error("the worker failed"));
      one.postMessage(text);
    }), JSON.stringify({ language: "fr", article: { headline: "H", source: { label: "S" } } }));
    assert.match(html, /<span[^>]* lang="en"[^>]*>Source<\/span>: S/);
  }).finally(() => {
    held.server.unroute("/article-viewer-words-fr.js");
    held.server.unroute("/worker.js");
  });
});

test("beside the widget, the page's own copy", async () => {
  await withPage(held, held.server.page('<article-viewer src="/demo/ar.json"></article-viewer>'), async (page) => {
    const made = await page.evaluate(async ([text, base]) => {
      const { renderArticle } = await import(/** @type {any} */ ("/article-viewer-prerender.js"));
      return renderArticle(text, { base });
    }, [json, base]);
    assert.deepEqual(made, await renderArticle(json, { base }));
  });
});
