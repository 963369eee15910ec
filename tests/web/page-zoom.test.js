import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitForState, withPage } from "./support/browser.js";

const held = useBrowser();

test("a page that is pinched larger is drawn at that sharpness soon after it rests, and back", async (t) => {
  const url = held.server.page('<article-viewer src="/demo/en.json" parts="card"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForState(page, "ready");
    await settle(page);
    const client = await page.context().newCDPSession(page);
    await page.evaluate(() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector("canvas"));
      /** @type {any} */ (window).seen = [];
      let width = canvas.width;
      visualViewport?.addEventListener("resize", () => { /** @type {any} */ (window).rested = performance.now(); });
      const look = () => {
        if (canvas.width !== width) {
          width = canvas.width;
          /** @type {any} */ (window).seen.push({ width, after: performance.now() - /** @type {any} */ (window).rested });
        }
        requestAnimationFrame(look);
      };
      look();
    });
    for (const scale of [1.5, 3, 10, 1]) {
      await page.evaluate(() => { /** @type {any} */ (window).seen = []; });
      await client.send("Emulation.setPageScaleFactor", { pageScaleFactor: scale });
      const found = await page.waitForFunction(() => /** @type {any} */ (window).seen.at(-1));
      const { width, after } = await found.jsonValue();
      // Four times the device's own sharpness at most.
      assert.equal(width, Math.min(Math.round(390 * Math.min(scale, 4)), 4096), `at scale ${scale}`);
      // 60 ms of rest, then a frame, which is many pixels where a processor draws them.
      assert.ok(after < 3000, `${after} ms after the page rested`);
      t.diagnostic(`scale ${scale}: ${after.toFixed(0)} ms`);
    }
  }, { isMobile: true, hasTouch: true });
});
