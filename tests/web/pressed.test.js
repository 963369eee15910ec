import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** What can be pressed says so: hovered, pressed and focused it looks otherwise, each time. */

const held = useBrowser();
const html = '<article-viewer src="/demo/en.json" autoplay="3600"></article-viewer>';

/** Controls, and which of them take focus by key. */
const kinds = /** @type {const} */ ([
  ["the site", "nav a", true], ["a headline", ".headline a", true], ["a link in a text", "p.as-meta a", true],
  ["a photo", "article > figure img", false], ["a button on a photo", "article > figure button", true],
  ["a video", "a.as-video", true], ["a tag", "ul.as-tags a", true], ["an arrow", '[data-action="NextPhoto"]', true],
  ["autoplay's button", '[data-action="ToggleAutoplay"]', true], ["a tab", '[role=tab][aria-selected="false"]', true],
  ["the selected tab", '[role=tab][aria-selected="true"]', true], ["a row of the rankings", ".wrapper:not([hidden]) [role=tabpanel] ol a", true],
  ["a link below a list", "a:has(.as-foot-link) >> nth=-1", true],
]);

/** @param {import("../preview/support/png.js").Image} one @param {import("../preview/support/png.js").Image} other */
function differing(one, other) {
  let count = 0;
  for (let at = 0; at < one.pixels.length; at += one.step)
    if ([0, 1, 2].some((i) => Math.abs(one.pixels[at + i] - other.pixels[at + i]) > 4)) count += 1;
  return count;
}

/** On a wide one the arrows stand on the photos. */
for (const [width, some] of /** @type {const} */ ([[390, kinds], [1024, kinds.filter(([kind]) => /arrow|autoplay/.test(kind))]]))
  test(`whatever can be pressed is seen to be hovered, pressed and focused, ${width} px wide`, async () => {
    await withPage(held, held.server.page(html), async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
      await settle(page);
      /** @type {string[]} */
      const silent = [];
      for (const [kind, selector, focusable] of some) {
        const control = page.locator("article-viewer").locator(selector).first();
        await control.evaluate((element) => element.scrollIntoView({ block: "center" }));
        await page.mouse.move(0, 0);
        await settle(page);
        const box = await control.boundingBox();
        assert.ok(box, kind);
        const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
        const look = async () => {
          await settle(page);
          return decodePng(await page.screenshot({ clip, scale: "device" }));
        };
        const rest = await look();
        const x = box.x + Math.min(20, box.width / 2);
        await page.mouse.move(x, box.y + box.height / 2);
        const hovered = await look();
        await page.mouse.down();
        const pressed = await look();
        await page.mouse.move(x, 890);  // sideways it would drag the photos
        await page.mouse.up();
        const after = await look();
        if (differing(rest, hovered) < 20) silent.push(`${kind}, hovered`);
        if (differing(hovered, pressed) < 20) silent.push(`${kind}, pressed`);
        if (differing(rest, after)) silent.push(`${kind}, left`);
        if (!focusable) continue;
        await page.keyboard.press("Shift");
        await control.evaluate((element) => /** @type {HTMLElement} */ (element).focus({ preventScroll: true }));
        if (differing(rest, await look()) < 40) silent.push(`${kind}, focused`);
        await control.evaluate((element) => /** @type {HTMLElement} */ (element).blur());
      }
      assert.deepEqual(silent, []);
    }, { viewport: { width, height: 900 } });
  });
