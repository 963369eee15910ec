// The samples, shown by the layer and by the drawing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, settle, waitUntilComplete, withPage } from "./browser.js";
import { compare, placesOf, showDrawing } from "./stand-in.js";

/** @typedef {ReturnType<typeof import("./browser.js").useBrowser>} Held */

/** CSS px of the page in one picture: a browser's own are of 8,192 device px at most. */
const most = 4000;

/**
 * Opens a sample in a view as high as may be.
 * @param {Held} held @param {string} name @param {{width: number, ratio: number}} view
 * @param {(page: import("playwright-core").Page) => Promise<void>} body
 */
export const withSample = (held, name, { width, ratio }, body) =>
  withPage(held, held.server.page(`<article-viewer src="/demo/${name}.json" theme="light"></article-viewer>`, { lang: name }), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await body(page);
  }, { viewport: { width, height: most }, deviceScaleFactor: ratio });

/** All pictures that were asked for have come. @param {import("playwright-core").Page} page */
async function complete(page) {
  await settle(page);
  await page.evaluate(() => Promise.all([...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img") ?? []]
    .map((image) => image.getAttribute("src") && image.loading !== "lazy" ? image.decode().catch(() => {}) : null)));
  await settle(page);
}

/** Of buttons that show an icon of theirs. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
const iconsOff = (page) => page.evaluate(() => {
  const icons = [.../** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot).querySelectorAll("button > svg")];
  if (icons.length < 3) return [`${icons.length} icons`];
  return icons.flatMap((icon) => {
    const [own, around] = [icon, /** @type {Element} */ (icon.parentElement)].map((element) => element.getBoundingClientRect());
    const off = [own.x + own.width / 2 - around.x - around.width / 2, own.y + own.height / 2 - around.y - around.height / 2];
    return off.some((by) => Math.abs(by) > 0.6) ? [`${icon.parentElement?.getAttribute("aria-label")} ${off}`] : [];
  });
});

/** @param {import("playwright-core").Page} page @param {number} ratio */
async function bothOf(page, ratio) {
  const drawing = await page.screenshot({ scale: "device" });
  await showDrawing(page, false);
  await frames(page);
  const layer = await page.screenshot({ scale: "device" });
  const found = compare([drawing, layer], await placesOf(page), ratio);
  await showDrawing(page, true);
  return found;
}

/**
 * Tests of samples, light and dark.
 * @param {Held} held @param {{width: number, ratio: number}[]} views CSS px @param {string[]} samples
 */
export function testSamples(held, views, samples) {
  for (const name of samples)
    for (const { width, ratio } of views)
      test(`${name}, ${width} wide at ratio ${ratio}: the layer is seen where the drawing is, in its colours, light and dark`, () =>
        withSample(held, name, { width, ratio }, async (page) => {
          const found = { lines: 0, pictures: 0 };
          assert.deepEqual(await iconsOff(page), [], "icons stand in the middle of their buttons, as they are drawn");
          // From the top in the light theme, from the end in the dark one: what both have in common is seen in both.
          for (const [theme, top] of /** @type {[string, number][]} */ ([["light", 0], ["light", 1e6], ["dark", 1e6], ["dark", 0]])) {
            await page.evaluate(([wanted, at]) => {
              /** @type {any} */ (document.querySelector("article-viewer")).theme = wanted;
              scrollTo(0, Number(at));
            }, [theme, top]);
            await frames(page, 3);
            await complete(page);
            const { lines, pictures, faults } = await bothOf(page, ratio);
            found.lines += lines;
            found.pictures += pictures;
            assert.deepEqual(faults.slice(0, 6), [], `${theme}, from ${top}`);
          }
          assert.ok(found.lines > 160 && found.pictures >= 4, JSON.stringify(found));
        }));
}
