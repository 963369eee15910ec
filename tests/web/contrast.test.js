import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { colorAt, contrast, hex, inkIn } from "./support/contrast.js";

/** Text, controls and focus as the screen shows them: WCAG 2.2, 1.4.3, 1.4.11 and 2.4.7, from pixels. */

const held = useBrowser();
const samples = ["zh-hans", "zh-hant", "en", "ar"];
const ratio = 2;
const viewport = { width: 390, height: 1600 };

/** @param {import("playwright-core").Page} page */
const screenshot = async (page) => decodePng(await page.screenshot({ scale: "device" }));

/**
 * The boxes of the layer's text that stand whole in the viewport; those that
 * were seen before are left out.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{text: string, kind: string, box: import("./support/contrast.js").Box}[]>}
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
async function paleText(page, least = 4.5) {
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

const options = { viewport, deviceScaleFactor: ratio };

for (const theme of ["light", "dark"])
  for (const sample of samples)
    test(`all text of ${sample} stands out 4.5:1 or more, ${theme}`, async () => {
      const url = held.server.page(`<article-viewer src="/demo/${sample}.json" theme="${theme}"></article-viewer>`);
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        const { pale, count } = await paleText(page);
        assert.deepEqual(pale, []);
        assert.ok(count > 100, `${count} pieces of text were looked at`);
      }, options);
    });

// WCAG 2.2, 1.4.6.
for (const theme of ["light", "dark"])
  for (const sample of ["zh-hans", "en"])
    test(`all large text of ${sample} stands out 7:1 or more, ${theme}`, async () => {
      const url = held.server.page(`<article-viewer src="/demo/${sample}.json" theme="${theme}" size="large"></article-viewer>`);
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        const { pale, count } = await paleText(page, 7);
        assert.deepEqual(pale, []);
        assert.ok(count > 100, `${count} pieces of text were looked at`);
      }, options);
    });

test("text in a pale colour of the page is reported", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" theme="light" parts="card"></article-viewer>',
    { css: "article-viewer { --article-viewer-text: #a0a0a0 }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const { pale, count } = await paleText(page);
    assert.ok(pale.length > count / 2, `${pale.length} of ${count}`);
    assert.match(pale.join("\n"), /article p ".*": #a0a0a0 on #ffffff, 2\.6/);
  }, options);
});

/**
 * One place of each kind that takes focus: its number among all, and its box
 * once it is in view.
 * @param {import("playwright-core").Page} page
 */
const focusPlaces = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const seen = new Set();
  return [...root.querySelectorAll("a, button, [tabindex='0']")].flatMap((element, index) => {
    if (element.closest("[hidden]")) return [];
    const kind = [element.parentElement?.parentElement, element.parentElement, element]
      .map((one) => one?.getAttribute("role") ?? one?.localName).join(" ");
    if (seen.has(kind)) return [];
    seen.add(kind);
    return [{ kind, index }];
  });
});

/** @param {import("playwright-core").Page} page @param {number} index @param {boolean} focused */
async function lookAt(page, index, focused) {
  const place = await page.evaluateHandle((n) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
    return /** @type {HTMLElement} */ (root.querySelectorAll("a, button, [tabindex='0']")[n]);
  }, index);
  await place.evaluate((element, on) => {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    if (on) element.focus({ preventScroll: true });
    else {
      /** @type {HTMLElement | null} */ (root.activeElement)?.blur();
      element.scrollIntoView({ block: "center", behavior: "instant" });
    }
  }, focused);
  // Focus is the layer's to show; what is scrolled to is placed and drawn.
  if (focused) await frames(page, 3);
  else await settle(page);
  const box = await place.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
  const reach = 6;
  const x = Math.max(0, Math.floor(box.left - reach));
  const y = Math.max(0, Math.floor(box.top - reach));
  const clip = { x, y, width: Math.ceil(box.right + reach) - x, height: Math.ceil(box.bottom + reach) - y };
  return { box, image: decodePng(await page.screenshot({ clip, scale: "device" })) };
}

/**
 * How focus changes what is seen.
 * @param {import("./support/contrast.js").Image} before @param {import("./support/contrast.js").Image} after
 */
function focusMark(before, after) {
  assert.deepEqual([before.width, before.height], [after.width, after.height], "the place stays");
  let changed = 0;
  let clear = 0;
  for (let y = 0; y < after.height; ++y)
    for (let x = 0; x < after.width; ++x) {
      const [from, to] = [colorAt(before, x, y), colorAt(after, x, y)];
      if (from === to) continue;
      changed += 1;
      if (contrast(from, to) >= 3) clear += 1;
    }
  return { changed, clear };
}

for (const theme of ["light", "dark"])
  for (const width of [390, 700])
    test(`focus stands out 3:1 or more on each kind of place, ${theme}, ${width} wide`, async () => {
      const url = held.server.page(`<article-viewer src="/demo/en.json" theme="${theme}"></article-viewer>`);
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        // All panels are there from now on: places are told by their number.
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        await settle(page);
        const places = await focusPlaces(page);
        assert.ok(places.length >= 8, `${places.length} kinds of places`);
        const faint = [];
        for (const { kind, index } of places) {
          const before = await lookAt(page, index, false);
          const after = await lookAt(page, index, true);
          const { left, top, right, bottom } = after.box;
          const { changed, clear } = focusMark(before.image, after.image);
          // Two CSS px along at least half of the way around; the second tone is for other surroundings.
          const least = (right - left + bottom - top) * 2 * ratio * ratio;
          if (clear < least) faint.push(`${kind}: ${clear} of ${changed} px, wanted ${least}`);
        }
        assert.deepEqual(faint, []);
      }, { viewport: { width, height: 900 }, deviceScaleFactor: ratio });
    });

for (const theme of ["light", "dark"])
  test(`the carousel's buttons stand out 3:1 or more, ${theme}`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/en.json" theme="${theme}"></article-viewer>`);
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
      for (const name of ["Previous photo", "Next photo"]) {
        const button = page.getByRole("button", { name });
        await button.scrollIntoViewIfNeeded();
        await settle(page);
        const box = await button.boundingBox();
        assert.ok(box);
        const { x, y, width, height } = box;
        const found = inkIn(await screenshot(page), { left: x, top: y, right: x + width, bottom: y + height }, ratio);
        assert.ok(found.ratio >= 3, `${name}: ${hex(found.ink)} on ${hex(found.background)}`);
      }
    }, options);
  });
