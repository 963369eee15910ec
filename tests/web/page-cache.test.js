import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, holdings, settle, useBrowser, waitForEvent, waitUntilComplete, wholeChromium, withPage } from "./support/browser.js";
import { atRest, openPhoto } from "./support/enlarged.js";

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

test("a photo that is open when its page is left is open after Back, and closing it leaves no entry behind", async () => {
  const other = keptPage("<p>Another page</p>");
  const photos = ["One", "Two", "Three"].map((caption) => ({ src: "/demo/photos/tram-1600.jpg", width: 1600, height: 900, caption, url: other }));
  held.server.route("/photos.json", { body: JSON.stringify({ version: 1, language: "en", gallery: { photos } }) });
  await withPage(held, keptPage('<article-viewer src="/photos.json" loading="eager"></article-viewer>'), async (page) => {
    await openPhoto(page, 1);
    await page.evaluate(() => addEventListener("pageshow", ({ persisted }) => { /** @type {any} */ (window).persisted = persisted; }));
    await page.getByRole("dialog").getByRole("link", { name: "Two" }).click();
    await page.waitForURL(other);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => /** @type {any} */ (window).persisted === true);
    assert.deepEqual(await eventsOf(page, "article-photo-close"), []);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "Photo 3 / 3" }).waitFor();
    await atRest(page);
    assert.ok((await holdings(page))[0] > 0, "what lies behind is drawn");
    await page.keyboard.press("Escape");
    await waitForEvent(page, "article-photo-close");
    await page.waitForFunction(() => /** @type {any} */ (window).navigation.currentEntry.index === 0);
    assert.equal(await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.activeElement?.getAttribute("aria-label")), "Enlarge photo");
  });
});
