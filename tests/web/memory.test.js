// The core is given less memory than it asks for: each article is shown all the same, drawn or plain.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { settle, useBrowser, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();

/** The core's own memory may grow to so many pages of 64 KiB: what its malloc asks for beyond is refused. @param {Buffer} core @param {number} pages */
function limited(core, pages) {
  const number = (/** @type {number} */ at) => {
    let value = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      value |= (core[at] & 127) << shift;
      more = (core[at++] & 128) > 0;
    }
    return { value, at };
  };
  const limited = Buffer.from(core);
  for (let at = 8; at < core.length;) {
    const { value: bytes, at: begin } = number(at + 1);
    if (core[at] === 5) {  // the section of memories: count, flags, least, most
      const most = number(begin + 2).at;
      assert.equal(number(most).at - most, 3, "its limit is written in three bytes");
      limited.set([pages & 127 | 128, pages >> 7 & 127 | 128, pages >> 14], most);
      return { core: limited, least: number(begin + 2).value };
    }
    at = begin + bytes;
  }
  throw new Error("no memory");
}

const core = await readFile(path.join(root, "dist/article-viewer.wasm"));
const { least } = limited(core, 1000);
const limits = process.env.PAGES ? Array.from({ length: Number(process.env.PAGES) }, (_, i) => least + i) : [0, 1, 2, 4, 6, 9, 13].map((more) => least + more);

for (const pages of limits) {
  test(`with ${pages} pages of memory each article is shown, and the page lives`, async (t) => {
    held.server.route("/article-viewer.wasm", { body: limited(core, pages).core, type: "application/wasm" });
    const url = held.server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer><article-viewer src="/demo/zh-hans.json" loading="eager"></article-viewer>');
    await withPage(held, url, async (page, errors) => {
      await page.waitForFunction(() => [...document.querySelectorAll("article-viewer")].every((viewer) => /** @type {any} */ (viewer).state === "ready"));
      for (let top = 0; top < 6; ++top) {
        await page.evaluate((screens) => scrollTo(0, screens * innerHeight), top * 2);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      }
      await page.evaluate(async () => {
        for (const viewer of /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")])) await viewer.showPhoto(2).catch(() => {});
        for (const viewer of /** @type {any[]} */ ([...document.querySelectorAll("article-viewer")])) await viewer.updateComplete;
      });
      await settle(page);
      const found = await page.evaluate(() => [...document.querySelectorAll("article-viewer")].map((viewer) => ({
        state: /** @type {any} */ (viewer).state, plain: viewer.matches(":state(plain)"), text: /** @type {any} */ (viewer.shadowRoot).querySelector(".layer")?.textContent.length ?? 0 })));
      t.diagnostic(`${JSON.stringify(found)}, ${errors.length} traps`);
      for (const { state, text } of found) assert.ok(state === "ready" && text > 500, JSON.stringify(found));
      assert.deepEqual(errors.splice(0).filter((error) => !/RuntimeError: unreachable/.test(error)), []);
    });
  });
}
