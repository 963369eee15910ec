import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitForEvent, waitUntilComplete, wholeChromium, withPage } from "./support/browser.js";

/** The back-forward cache keeps a page as it was left: with its context, its timers and its pictures. */

const held = useBrowser({ executablePath: wholeChromium, ignoreDefaultArgs: ["--disable-back-forward-cache"] });

/** A page that may be kept. @param {string} body */
function keptPage(body) {
  const { pathname } = new URL(held.server.page(body));
  held.server.route(`/kept${pathname}`, async (_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(await (await fetch(held.server.origin + pathname)).text());
  });
  return `${held.server.origin}/kept${pathname}`;
}

test("a page that comes back from the browser's cache is as it was, and works", async () => {
  await withPage(held, keptPage('<article-viewer src="/demo/en.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await page.evaluate(() => addEventListener("pageshow", ({ persisted }) => { /** @type {any} */ (window).persisted = persisted; }));
    await page.goto(keptPage("<p>Another page</p>"));
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => /** @type {any} */ (window).persisted === true);
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).state), "ready");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(2));
    const { detail } = await waitForEvent(page, "article-photo");
    assert.equal(detail.index, 2);
    await settle(page);
  });
});
