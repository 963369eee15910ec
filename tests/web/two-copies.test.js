// A page may get the script twice: from two places, in two versions.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { inside, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();

/** Serves dist/ below another path too. @param {string} copy @param {(name: string, text: string) => string} [change] */
async function serveCopy(copy, change = (_, text) => text) {
  for (const name of await readdir(path.join(root, "dist"))) {
    if (!/^article-viewer.*\.(js|wasm)$/.test(name)) continue;
    const bytes = await readFile(path.join(root, "dist", name));
    const script = name.endsWith(".js");
    held.server.route(`/${copy}/${name}`, {
      body: script ? change(name, bytes.toString("utf8")) : bytes,
      type: script ? "text/javascript" : "application/wasm",
    });
  }
}

const widgets = '<article-viewer id="one" src="/demo/en.json" loading="eager" parts="card"></article-viewer>' +
  '<article-viewer id="two" src="/demo/ar.json" loading="eager" parts="gallery"></article-viewer>';

/** @param {import("playwright-core").Page} page */
async function bothWork(page) {
  for (const id of ["#one", "#two"]) await waitUntilComplete(page, id);
  await settle(page);
  assert.equal((await inside(page, "#one")).stats[5], 2, "one core holds both");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("#two")).openPhoto(0));
  await page.getByRole("dialog").waitFor();
}

/** @param {string} copy */
const wasmOf = (copy) => held.server.asked.filter((name) => name === `${copy}/article-viewer.wasm`).length;

test("two copies of the script on a page: the first defines the element, the other fetches nothing more", async () => {
  await serveCopy("a");
  await serveCopy("b");
  // The tests' page has one of its own in its head: that is the first.
  const scripts = ["a", "b"].map((copy) => `<script type="module" src="/${copy}/article-viewer.js"></script>`);
  await withPage(held, held.server.page(scripts.join("") + widgets), async (page) => {
    const warned = [page.waitForEvent("console", (message) => message.text().includes("/a/article-viewer.js is not used")),
      page.waitForEvent("console", (message) => message.text().includes("/b/article-viewer.js is not used"))];
    await page.reload();
    await Promise.all(warned);
    await bothWork(page);
    const asked = held.server.asked.filter((name) => /^\/[ab]\//.test(name));
    assert.deepEqual(asked.filter((name) => !name.endsWith("/article-viewer.js") && !name.includes("-shared-")), []);
  });
});

test("two versions of it: what the first defined stays whole, with its own modules", async () => {
  // Each module says where it is from, and the other release's wasm is not to be had.
  await serveCopy("old", (name, text) => `globalThis.loaded = [...globalThis.loaded ?? [], "old ${name}"];${text}`);
  await serveCopy("new", (name, text) => `globalThis.loaded = [...globalThis.loaded ?? [], "new ${name}"];${text}`);
  held.server.route("/new/article-viewer.wasm", (_, response) => response.writeHead(404).end());
  held.server.route("/two-versions.html", { type: "text/html; charset=utf-8", body: `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Test</title><link rel="icon" href="data:,"><script type="module" src="/old/article-viewer.js"></script>
<script type="module" src="/new/article-viewer.js"></script><body>${widgets}` });
  await withPage(held, `${held.server.origin}/two-versions.html`, async (page) => {
    await bothWork(page);
    const loaded = /** @type {string[]} */ (await page.evaluate(() => /** @type {any} */ (window).loaded));
    assert.ok(loaded.includes("old article-viewer-widget.js") && loaded.includes("old article-viewer-enlarging.js"), loaded.join());
    assert.deepEqual(loaded.filter((one) => one.startsWith("new") && !one.includes("-shared-")), ["new article-viewer.js"]);
    assert.equal(wasmOf("/old"), 1);
    assert.equal(wasmOf("/new"), 0);
    assert.deepEqual(await page.evaluate(() => {
      const own = Object.keys(window).filter((name) => /article|viewer/i.test(name));
      return { own, same: document.querySelector("#one")?.constructor === customElements.get("article-viewer") };
    }), { own: [], same: true }, "no name of the page's is taken");
  });
});

test("where a page has an element of that name already, that stays", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await page.waitForFunction(() => /** @type {any} */ (window).scriptRan);
    assert.equal(await page.evaluate(() => document.querySelector("article-viewer")?.textContent), "the page's own");
  }, { script: `customElements.define("article-viewer", class extends HTMLElement {
      connectedCallback() { this.textContent = "the page's own"; }
    });
    addEventListener("load", () => { window.scriptRan = true; });` });
});
