import assert from "node:assert/strict";
import { test } from "node:test";
import { holdings, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { near, openPhoto } from "./support/enlarged.js";

/** The element, or what it stands in, over the whole screen. */

const held = useBrowser();

/** Where a paragraph in the middle stands, and how wide the article is. @param {import("playwright-core").Page} page */
const place = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const { width } = /** @type {Element} */ (root.querySelector(".content")).getBoundingClientRect();
  return { top: root.querySelectorAll("p.as-body")[4].getBoundingClientRect().top, width };
});

for (const selector of ["article-viewer", "#around"])
  test(`${selector} in full screen: what is read stays in view, as wide as the screen, and so back; a photo is seen there`, async () => {
    const url = held.server.page('<p>Before</p><div id="around"><article-viewer src="/demo/en.json" loading="eager"></article-viewer></div>',
      { css: "body { padding: 0 100px 2000px } #around { overflow: auto }" });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.as-body")[4].scrollIntoView());
      await settle(page);
      const before = await place(page);
      await page.evaluate((at) => document.querySelector(at)?.addEventListener("click", ({ currentTarget }) =>
        /** @type {Element} */ (currentTarget).requestFullscreen(), { once: true }), selector);
      await page.locator("article-viewer p.as-body").nth(4).click();
      await page.waitForFunction(() => document.fullscreenElement);
      await settle(page);
      const full = await place(page);
      near(full.top, before.top, 24, "in full screen");
      assert.deepEqual([before.width, full.width], [400, 600]);
      assert.ok((await holdings(page))[0] > 0, "it is drawn");

      await openPhoto(page, 1);
      assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.elementFromPoint(300, 350)?.closest("dialog")), "it is on top");
      await page.keyboard.press("Escape");
      await waitForEvent(page, "article-photo-close");
      assert.ok(await page.evaluate(() => document.fullscreenElement), "Escape is the photo's");
      await settle(page);
      near((await place(page)).top, full.top, 1, "after the photo");

      await page.evaluate(() => document.exitFullscreen());
      await page.waitForFunction(() => !document.fullscreenElement);
      await settle(page);
      near((await place(page)).top, before.top, 24, "back in the page");
    }, { viewport: { width: 600, height: 700 } });
  });
