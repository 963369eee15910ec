// Text as the screen shows it: WCAG 2.2, 1.4.3 and 1.4.6, from pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../../preview/support/png.js";
import { frames, settle, waitUntilComplete, withPage } from "./browser.js";
import { hex, inkIn } from "./contrast.js";

/** @typedef {ReturnType<typeof import("./browser.js").useBrowser>} Held */

export const ratio = 2;
const viewport = { width: 390, height: 1600 };
export const options = { viewport, deviceScaleFactor: ratio };

/** @param {import("playwright-core").Page} page */
export const screenshot = async (page) => decodePng(await page.screenshot({ scale: "device" }));

/**
 * The boxes of the layer's text that stand whole in the viewport; those that
 * were seen before are left out.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{text: string, kind: string, box: import("./contrast.js").Box}[]>}
 */
const textInView = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const layer = /** @type {Element} */ (root.querySelector(".layer"));
  const known = /** @type {any} */ (window).seenText ??= new WeakSet();
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const holder = /** @type {Element} */ (text.parentElement);
    if (!text.data.trim() || known.has(text) || holder.closest("[hidden], .said")) continue;
    const range = document.createRange();
    range.selectNode(text);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight || right <= left || left < 0 || right > innerWidth) continue;
    known.add(text);
    const node = /** @type {Element} */ (holder.closest(".node"));
    found.push({ text: text.data, kind: `${node.parentElement?.localName} ${node.localName}`, box: { left, top, right, bottom } });
  }
  return found;
});

/** Scrolls through the page; `look` is called at each stop. @param {import("playwright-core").Page} page @param {() => Promise<void>} look */
async function scrollThrough(page, look) {
  for (let top = 0; ; top += viewport.height - 200) {
    const last = await page.evaluate((y) => {
      scrollTo(0, y);
      return y >= document.documentElement.scrollHeight - innerHeight;
    }, top);
    await frames(page);
    await settle(page);
    await look();
    if (last) return;
  }
}

/** Text whose ink stands out too little, and how many pieces were looked at. @param {import("playwright-core").Page} page */
export async function paleText(page, least = 4.5) {
  /** @type {string[]} */
  const pale = [];
  let count = 0;
  await scrollThrough(page, async () => {
    const pieces = await textInView(page);
    if (!pieces.length) return;
    const image = await screenshot(page);
    count += pieces.length;
    for (const { text, kind, box } of pieces) {
      const found = inkIn(image, box, ratio);
      if (found.ratio < least)
        pale.push(`${kind} "${text.slice(0, 30)}": ${hex(found.ink)} on ${hex(found.background)}, ${found.ratio.toFixed(2)}`);
    }
  });
  return { pale, count };
}

/**
 * All text of samples, in a theme, has at least a contrast with what is behind it.
 * @param {Held} held @param {string[]} samples @param {string} theme @param {number} least @param {string} [size] of the text
 */
export function testText(held, samples, theme, least, size = "") {
  for (const sample of samples)
    test(`all text of ${sample} stands out ${least}:1 or more, ${theme}${size && `, ${size}`}`, async () => {
      const url = held.server.page(`<article-viewer src="/demo/${sample}.json" theme="${theme}"${size && ` size="${size}"`}></article-viewer>`);
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        const { pale, count } = await paleText(page, least);
        assert.deepEqual(pale, []);
        assert.ok(count > 100, `${count} pieces of text were looked at`);
      }, options);
    });
}
