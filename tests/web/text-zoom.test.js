// A reader's larger or smaller type: the drawing stays, and all of it grows with the type.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { flags, frames, readThrough, settle, shell, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { drawnSizes } from "./support/drawn-sizes.js";
import { measureLines } from "./support/layer-lines.js";
import { root } from "./support/server.js";
import { compare, placesOf, showDrawing } from "./support/stand-in.js";

const held = useBrowser();
const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const factors = [0.8, 1, 1.3, 1.5, 2];

/** @typedef {import("playwright-core").Page} Page */
/** @param {string} name @param {string} [css] */
const url = (name, css = "") =>
  held.server.page(`<article-viewer src="/demo/${name}.json" loading="eager" theme="light"></article-viewer>`, { lang: name, css });

/** What is there of the drawing, and in which sizes. @param {Page} page */
const look = (page) => page.evaluate(() => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const texts = viewer[Symbol.for("article-viewer.internals")].texts();
  const nodeOf = (/** @type {string} */ look) => texts.find(({ node }) => node.look === look)?.node;
  const sizeOf = (/** @type {string} */ look) => nodeOf(look)?.fontSize;
  const target = viewer.shadowRoot.querySelector('[role="tab"]').getBoundingClientRect();
  return {
    drawn: !viewer.matches(":state(plain)") && viewer.shadowRoot.querySelectorAll(".drawn > canvas").length > 3,
    body: sizeOf("body"), headline: sizeOf("headline"), caption: sizeOf("caption"), target: target.height,
    column: nodeOf("headline").width,
    /** Of each text, what the layer's size is used in against what is drawn. */
    sizes: texts.filter(({ element }) => element.checkVisibility({ contentVisibilityAuto: true })).map(({ node, element }) =>
      [Number.parseFloat(getComputedStyle(element).fontSize), node.fontSize]),
  };
});

/**
 * The lines lie on the drawn ones, and so does their ink.
 * @param {Page} page @param {import("node:test").TestContext} t
 * @param {number} [halfway] what a baseline may be off that lies half-way between two pixels of the screen, which browser
 *   and drawing may take another one each for; CSS px, by the mean of ink, whose edges differ
 */
async function assertLaidOn(page, t, halfway = 0) {
  await readThrough(page);
  const { lines, worstEnd, faults } = await measureLines(page, { ends: 1, segments: 3 });
  t.diagnostic(`${lines} lines, worst end ${worstEnd.toFixed(2)} CSS px`);
  assert.ok(lines > 60, `${lines} lines`);
  assert.deepEqual(faults.slice(0, 5), []);
  const { sizes } = await look(page);
  assert.deepEqual(sizes.filter(([used, drawn]) => Math.abs(used - drawn) > 0.02), []);
  const drawing = await page.screenshot({ scale: "device" });
  await showDrawing(page, false);
  await frames(page);
  const found = compare([drawing, await page.screenshot({ scale: "device" })], await placesOf(page),
    await page.evaluate(() => devicePixelRatio));
  assert.ok(found.lines > 5, `${found.lines} lines are compared`);
  const isHalfway = (/** @type {string} */ what, /** @type {unknown} */ off) => what.startsWith("baseline") && Math.abs(Number(off)) < halfway;
  assert.deepEqual(found.faults.filter(({ what, off }) => !what.startsWith("picture") && !isHalfway(what, off)).slice(0, 4), []);
  await showDrawing(page, true);
}

/** @param {Page} page @param {number} factor @param {number} [least] of any text, CSS px */
async function assertFollowed(page, factor, least = 0) {
  const found = await look(page);
  assert.ok(found.drawn, "it is drawn");
  const { target, ...sizes } = drawnSizes(factor, least, found.column);
  for (const [name, wanted] of Object.entries(sizes))
    assert.ok(Math.abs(/** @type {any} */ (found)[name] - wanted) < 0.05, `${name} of ${/** @type {any} */ (found)[name]} px, not ${wanted}`);
  assert.ok(Math.abs(found.target - target) < 1, `a target of ${found.target} px`);
}

/** Of the root's size over that of a page that is as it was designed. @param {Page} page */
const rems = (page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);

/**
 * Ways of a reader, or of an app for its reader, to larger type.
 * @type {Record<string, {options?: import("playwright-core").BrowserContextOptions,
 *   set: (page: Page, factor: number) => Promise<number>}>} `set`: once it is open; gives the factor that came of it
 */
const ways = {
  "the browser's font size": { set: async (page, factor) => {
    const client = await page.context().newCDPSession(page);
    const [standard, fixed] = [16, 13].map((size) => Math.round(size * factor));
    await client.send("Page.setFontSizes", { fontSizes: { standard, fixed } });
    return standard / 16;
  } },
  "an app's text-size-adjust on body": { options: phone, set: async (page, factor) => {
    await page.evaluate((percent) => document.body.style.setProperty("-webkit-text-size-adjust", percent), `${factor * 100}%`);
    return factor;
  } },
  "the system's text size, in a page that asks for it": { options: phone, set: async (page, factor) => {
    await page.evaluate(() => {
      const meta = document.createElement("meta");
      Object.assign(meta, { name: "text-scale", content: "scale" });
      document.head.append(meta);
    });
    const client = await page.context().newCDPSession(page);
    await client.send(/** @type {any} */ ("Emulation.setEmulatedOSTextScale"), { scale: factor });
    await frames(page);
    const used = await rems(page);
    assert.ok(Math.abs(used - factor) < 0.1, `the system's text size is ${used}`);
    return used;
  } },
};

for (const [way, { options, set }] of Object.entries(ways))
  for (const factor of factors)
    for (const name of factor === 1.5 ? ["zh-hans", "zh-hant", "en", "ar"] : factor === 1.3 ? ["zh-hans", "en"] : ["zh-hans"])
      test(`${name}, ${way} at ${factor * 100} %: it is drawn in that size, its lines on the drawn ones`, async (t) => {
        await withPage(held, url(name), async (page) => {
          await waitUntilComplete(page);
          await settle(page);
          const used = await set(page, factor);
          await frames(page, 4);
          await settle(page);
          await assertFollowed(page, used);
          await assertLaidOn(page, t);
          await assertFollowed(page, used);
        }, { viewport: { width: 390, height: 844 }, ...options });
      });

test("an app's zoom that stands before the article does, and goes while it is read", async (t) => {
  await withPage(held, url("zh-hans", "html { -webkit-text-size-adjust: 100% } body { -webkit-text-size-adjust: 150% }"), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await assertFollowed(page, 1.5);
    await assertLaidOn(page, t);
    await page.evaluate(() => document.body.style.setProperty("-webkit-text-size-adjust", "100%"));
    await frames(page, 4);
    await settle(page);
    await assertFollowed(page, 1);
    await assertLaidOn(page, t);
  }, phone);
});

test("a zoom that comes as the article is told of is followed", async () => {
  const script = 'addEventListener("article-load", () => document.body.style.setProperty("-webkit-text-size-adjust", "150%"))';
  await withPage(held, url("zh-hans"), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await assertFollowed(page, 1.5);
  }, { ...phone, script });
});

test("prerendered content under an app's zoom gives its place to a drawing of its size", async (t) => {
  const src = `${held.server.origin}/demo/zh-hans.json`;
  const { html } = await renderArticle(JSON.parse(await readFile(path.join(root, "assets/zh-hans.json"), "utf8")), { base: src });
  const body = `<link rel="stylesheet" href="/article-viewer-prerendered.css"><article-viewer src="${src}" loading="eager" theme="light">${html}</article-viewer>`;
  await withPage(held, held.server.page(body, { lang: "zh-hans", css: "body { -webkit-text-size-adjust: 150% }" }), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await assertFollowed(page, 1.5);
    await assertLaidOn(page, t);
  }, phone);
});

for (const least of [15, 20, 30])
  for (const [name, factor] of /** @type {[string, number][]} */ ([["zh-hans", 1], ["en", 1], ["zh-hans", 2]]))
    test(`${name} where no text may be under ${least} px, at ${factor * 100} %: small texts are of that size, and all is drawn`, async (t) => {
      const browser = await chromium.launch({ executablePath: shell, args: [...flags, `--blink-settings=minimumFontSize=${least}`] });
      try {
        await withPage({ ...held, browser }, url(name), async (page) => {
          await ways["the browser's font size"].set(page, factor);
          await page.reload();
          await waitUntilComplete(page);
          await settle(page);
          await assertFollowed(page, Math.max(factor, least / 17), least);
          await assertLaidOn(page, t, least === 30 && factor === 1 ? 1.01 : 0);
        });
      } finally {
        await browser.close();
      }
    });

for (const view of ["plain", "auto"])
  test(`view ${view}, where HTML shows it, follows an app's zoom`, async () => {
    const page = held.server.page(`<article-viewer src="/demo/zh-hans.json" loading="eager" view="${view}"></article-viewer>`, { lang: "zh-hans" });
    await withPage(held, page, async (page) => {
      await waitUntilComplete(page);
      if (view === "auto") {
        await page.emulateMedia({ forcedColors: "active" });
        await page.waitForFunction(() => document.querySelector("article-viewer")?.matches(":state(plain)"));
      }
      const sizes = () => page.evaluate(() => ["p.as-body", ".as-headline", ".as-caption"].map((selector) =>
        Number.parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(selector))).fontSize)));
      const before = await sizes();
      for (const factor of [0.8, 1.5, 2, 1]) {
        await ways["an app's text-size-adjust on body"].set(page, factor);
        await frames(page, 4);
        const found = await sizes();
        found.forEach((size, i) => assert.ok(Math.abs(size - before[i] * factor) < 0.05, `${size} px of ${before[i]} at ${factor}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, 390, "nothing is wider than the page");
      }
    }, { viewport: { width: 390, height: 844 }, ...phone });
  });

for (const view of ["auto", "plain"])
  test(`three lines of an enlarged photo's caption are seen in each size, view ${view}`, async () => {
    held.server.route("/captions.json", { body: JSON.stringify({ version: 1, language: "zh-Hans",
      gallery: { photos: [{ src: "/demo/photos/none.jpg", caption: "渔船陆续回港，码头上人声鼎沸。".repeat(12) }] } }) });
    await withPage(held, held.server.page(`<article-viewer src="/captions.json" loading="eager" view="${view}"></article-viewer>`, { lang: "zh-hans" }), async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      const caption = page.locator("article-viewer .enlarged .caption");
      await caption.waitFor();
      for (const factor of [1, 1.5, 2, 0.8]) {
        await ways["an app's text-size-adjust on body"].set(page, factor);
        await frames(page, 4);
        const found = await caption.evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const tops = [...new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))];
          const { bottom } = element.getBoundingClientRect();
          const size = Number.parseFloat(getComputedStyle(element).fontSize);
          return { size, seen: tops.filter((one) => one <= bottom + 1).length, within: bottom <= innerHeight + 1 };
        });
        assert.deepEqual(found, { size: 16 * factor, seen: 3, within: true }, `at ${factor}`);
        assert.ok(await page.locator("article-viewer .enlarged .more").isVisible(), "the rest can be seen");
      }
    }, { viewport: { width: 390, height: 844 }, ...phone });
  });

test("a layer that is zoomed on its own is seen", async () => {
  await withPage(held, url("en"), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => {
      const paragraph = /** @type {HTMLElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector("p.as-body"));
      paragraph.style.setProperty("-webkit-text-size-adjust", "110%");
    });
    const { sizes } = await look(page);
    assert.ok(sizes.some(([used, drawn]) => Math.abs(used - drawn) > 0.02));
    const { faults } = await measureLines(page, { ends: 1, segments: 3 });
    assert.ok(faults.length > 0);
  }, phone);
});
