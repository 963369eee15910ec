import assert from "node:assert/strict";
import { test } from "node:test";
import { flowLoaded, holdings, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { near, openPhoto } from "./support/enlarged.js";

/** The element, or what it stands in, over the whole screen. */

const held = useBrowser();

/** Where a paragraph stands below the edge that cuts it off, and how wide the article is. @param {import("playwright-core").Page} page @param {number} number */
const place = (page, number) => page.evaluate((n) => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const { width } = /** @type {Element} */ (root.querySelector(".content")).getBoundingClientRect();
  const edge = root.host.clientHeight < root.host.scrollHeight ? Math.max(0, root.host.getBoundingClientRect().top) : 0;
  return { top: root.querySelectorAll("p.as-body")[n].getBoundingClientRect().top - edge, width };
}, number);

/** What comes into full screen, in which view, and what is said of the element. */
const cases = [
  ["article-viewer", "canvas", ""], ["#around", "canvas", ""], ["article-viewer", "plain", ""], ["#around", "plain", ""],
  // Where the drawing has yielded; where the element scrolls by itself.
  ["article-viewer", "yielded", ""], ["article-viewer", "canvas", "height: 400px"], ["article-viewer", "plain", "height: 400px"],
  // The whole page, which stays as wide as it is.
  ["html", "canvas", ""], ["html", "plain", ""],
];

for (const [selector, view, css] of cases)
  test(`${selector} in full screen: what is read stays in view, as wide as what is there, and so back; a photo is seen there, ${view}${css && `, ${css}`}`, async () => {
    const attribute = view === "plain" ? 'view="plain"' : "";
    const url = held.server.page(`<p>Before</p><div id="around"><article-viewer src="/demo/en.json" ${attribute} loading="eager"></article-viewer></div>`,
      { css: `body { padding: 0 100px 2000px } #around { overflow: auto } article-viewer:not(:fullscreen) { ${css} }` });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      if (view === "yielded") await page.emulateMedia({ forcedColors: "active" });
      if (view === "yielded") await flowLoaded(page);
      await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.as-body")[4].scrollIntoView());
      if (css) await page.evaluate(() => scrollTo(0, 0));
      await settle(page);
      const before = await place(page, 4);
      await page.evaluate((at) => document.querySelector(at)?.addEventListener("click", ({ currentTarget }) =>
        /** @type {Element} */ (currentTarget).requestFullscreen(), { once: true }), selector);
      await page.locator("article-viewer p.as-body").nth(4).click();
      await page.waitForFunction(() => document.fullscreenElement);
      await settle(page);
      const full = await place(page, 4);
      near(full.top, before.top, 24, "in full screen");
      assert.deepEqual([before.width, full.width], [400, selector === "html" ? 400 : 600]);
      assert.equal((await holdings(page))[0] > 0, view === "canvas", "it is drawn");

      await openPhoto(page, 1);
      assert.ok(await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.elementFromPoint(300, 350)?.closest("dialog")), "it is on top");
      await page.keyboard.press("Escape");
      await waitForEvent(page, "article-photo-close");
      assert.ok(await page.evaluate(() => document.fullscreenElement), "Escape is the photo's");
      await settle(page);
      near((await place(page, 4)).top, full.top, 1, "after the photo");

      await page.mouse.move(300, 350);
      await page.mouse.wheel(0, (await place(page, 6)).top - 10);
      await page.waitForFunction(() => Math.abs(/** @type {any} */ (document.querySelector("article-viewer")).shadowRoot
        .querySelectorAll("p.as-body")[6].getBoundingClientRect().top - 10) < 2);
      await settle(page);
      await page.evaluate(() => document.exitFullscreen());
      await page.waitForFunction(() => !document.fullscreenElement);
      await settle(page);
      near((await place(page, 6)).top, 10, 24, "back in the page");
    }, { viewport: { width: 600, height: 700 } });
  });
