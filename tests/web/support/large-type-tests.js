// Large text on narrow screens: nothing is cut off, nothing lies on something else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, waitUntilComplete, withPage } from "./browser.js";

/** @typedef {ReturnType<typeof import("./browser.js").useBrowser>} Held */

/** What is wrong in the layer, as it is seen. @param {import("playwright-core").Page} page @returns {Promise<{count: number, faults: string[], headline: number}>} */
export const faultsOf = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const layer = /** @type {Element} */ (root.querySelector(".layer"));
  /** @type {string[]} */
  const faults = [];
  /** @type {{name: string, lines: DOMRect[], element: Element}[]} */
  const texts = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  /** @type {Map<Element, Text[]>} by the element that a text is in */
  const held = new Map();
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const node = text.parentElement?.closest(".node, i, figcaption, li");
    if (text.data.trim() && node && !node.closest("[hidden], .said, .gauge, [role=status], [role=tablist]")) held.set(node, [...held.get(node) ?? [], text]);
  }
  for (const [element, parts] of held) {
    const lines = parts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width }) => width > 0.5);
    });
    const name = `${element.localName}.${element.className} "${parts[0].data.slice(0, 12)}"`;
    for (const { left, right } of lines) if (left < -1 || right > innerWidth + 1) faults.push(`${name} reaches from ${left} to ${right}`);
    texts.push({ name, lines, element });
  }
  // The ink of a line is no higher than its letters, whose boxes have room above and below.
  const inkOf = (/** @type {DOMRect} */ { left, right, top, bottom }) => ({ left, right, top: top + (bottom - top) * 0.25, bottom: bottom - (bottom - top) * 0.25 });
  texts.forEach((one, i) => texts.slice(0, i).forEach((other) => {
    if (one.element.contains(other.element) || other.element.contains(one.element)) return;
    for (const a of one.lines.map(inkOf)) {
      for (const b of other.lines.map(inkOf)) {
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) {
          faults.push(`${one.name} lies on ${other.name}`);
          return;
        }
      }
    }
  }));
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const headline = /** @type {Element} */ (layer.querySelector(".as-headline"));
  return { count: texts.length, faults,
    headline: headline.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(headline).fontSize) };
});

/** @param {number} width CSS px */
export const options = (width) => ({ viewport: { width, height: 1200 } });

/**
 * @param {Held} held @param {[sample: string, view: string, width: number][]} shown `width`: CSS px
 * @param {number[]} sizes of body text, CSS px
 */
export function testSizes(held, shown, sizes) {
  for (const [sample, view, width] of shown)
    test(`${sample}, ${view}, ${width} wide: at ${sizes[0]} to ${sizes.at(-1)} px all stands whole and apart`, async () => {
      const url = held.server.page(`<article-viewer src="/demo/${sample}.json" loading="eager" view="${view}"></article-viewer>`);
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        for (const size of sizes) {
          await page.evaluate((px) => document.querySelector("article-viewer")?.style.setProperty("--article-viewer-font-size", `${px}px`), size);
          await settle(page);
          await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
          // Lines are placed where they come near the reader.
          for (let top = 0; top < await page.evaluate(() => document.documentElement.scrollHeight); top += 1000) {
            await page.evaluate((y) => scrollTo(0, y), top);
            await settle(page);
          }
          const { count, faults, headline } = await faultsOf(page);
          assert.ok(count > 60, `${count} texts were looked at`);
          assert.deepEqual(faults, [], `at ${size}px`);
          assert.ok(headline >= 8.99, `at ${size}px ${headline} em of the headline fit its line`);
        }
      }, options(width));
    });
}
