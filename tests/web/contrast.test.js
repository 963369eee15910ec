import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { decodePng } from "../preview/support/png.js";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { colorAt, contrast, hex, inkIn } from "./support/contrast.js";
import { options, paleText, ratio, screenshot, testText } from "./support/contrast-tests.js";
import { root } from "./support/server.js";

/** Text, controls and focus as the screen shows them: WCAG 2.2, 1.4.3, 1.4.11 and 2.4.7, from pixels. */

const held = useBrowser();

// The other samples are in tests/slow.
testText(held, ["zh-hans"], "light", 4.5);
testText(held, ["ar"], "dark", 4.5);
testText(held, ["en"], "dark", 7, "large");

/** What a page sets for readers who ask for more contrast, the design's for them, and where each is seen. */
const more = /** @type {const} */ ([
  ["background", "#fffff0", "#ffffff", "body"], ["text", "#000080", "#000000", "body"], ["muted", "#400040", "#1a1c1e", "meta"],
  ["accent", "#800000", "#8a0f15", "kicker"], ["link", "#006000", "#0b3b85", "meta a"], ["line", "#ff0000", "#505459", ""],
]);

for (const view of ["canvas", "plain", "prerendered"])
  for (const own of [true, false])
    test(`who asks for more contrast gets the colours ${own ? "of the page" : "of the design"} for it, and only then, ${view}`, async () => {
      const sample = JSON.parse(await readFile(path.join(root, "assets/en.json"), "utf8"));
      const made = view === "prerendered" ? (await renderArticle(sample, { base: `${held.server.origin}/demo/` })).html : "";
      const attributes = made ? 'loading="interaction"' : `view="${view}"`;
      const set = more.map(([name, color]) => `--article-viewer-${name}: ${color};`).join(" ");
      const url = held.server.page(`<link rel="stylesheet" href="/article-viewer-prerendered.css">
        <article-viewer src="/demo/en.json" theme="light" ${attributes}>${made}</article-viewer>`,
        { css: own ? `@media (prefers-contrast: more) { article-viewer { ${set} } }` : "" });
      await withPage(held, url, async (page) => {
        if (!made) await waitUntilComplete(page);
        /** Colours by name, each of pixels. @returns {Promise<Record<string, number>>} */
        const seen = async () => {
          await (made ? frames(page) : settle(page));
          const image = await screenshot(page);
          /** @type {Record<string, number>} */
          const found = {};
          for (const [name, , , look] of more) {
            if (!look) continue;
            const box = await page.locator("article-viewer").locator(`:is(.as-${look}, .av-${look})`).first().boundingBox();
            assert.ok(box, name);
            const { x, y, width, height } = box;
            const { ink, background } = inkIn(image, { left: x, top: y, right: x + width, bottom: y + height }, ratio);
            found[name] = name === "background" ? background : ink;
          }
          // A rule is a row of one colour below the site's name.
          const rows = Array.from({ length: 200 }, (_, y) => new Set(Array.from({ length: 200 }, (_, x) => colorAt(image, 200 + x, y))));
          found.line = [...rows.find((row) => row.size === 1 && !row.has(found.background)) ?? [0]][0];
          return found;
        };
        const usual = await seen();
        await page.emulateMedia({ contrast: "more" });
        const found = await seen();
        for (const [name, ofPage, ofDesign] of more) {
          const wanted = Number.parseInt((own ? ofPage : ofDesign).slice(1), 16);
          // Thin strokes hold no pixel of the whole colour.
          const off = [16, 8, 0].map((shift) => Math.abs((found[name] >> shift & 255) - (wanted >> shift & 255)));
          assert.ok(Math.max(...off) <= 4, `${name}: ${hex(found[name])}, wanted ${hex(wanted)}`);
        }
        await page.emulateMedia({ contrast: "no-preference" });
        assert.deepEqual(await seen(), usual);
      }, { ...options, contrast: "no-preference" });
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
