// Larger and smaller type of a reader's, in the samples: the drawing stays, and all of it grows with the type.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { flags, frames, readThrough, settle, shell, waitUntilComplete, withPage } from "./browser.js";
import { drawnSizes } from "./drawn-sizes.js";
import { measureLines } from "./layer-lines.js";
import { compare, placesOf, showDrawing } from "./stand-in.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {ReturnType<typeof import("./browser.js").useBrowser>} Held */

export const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** @param {Held} held @param {string} name of a sample @param {string} [css] */
export const pageOf = (held, name, css = "") =>
  held.server.page(`<article-viewer src="/demo/${name}.json" loading="eager" theme="light"></article-viewer>`, { lang: name, css });

/** What is there of the drawing, and in which sizes. @param {Page} page */
export const look = (page) => page.evaluate(() => {
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
export async function assertLaidOn(page, t, halfway = 0) {
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
export async function assertFollowed(page, factor, least = 0) {
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
export const ways = {
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

/**
 * Each of the ways to these sizes.
 * @param {Held} held @param {[name: string, factor: number][]} sizes
 */
export function testFactors(held, sizes) {
  for (const [way, { options, set }] of Object.entries(ways))
    for (const [name, factor] of sizes)
      test(`${name}, ${way} at ${factor * 100} %: it is drawn in that size, its lines on the drawn ones`, async (t) => {
        await withPage(held, pageOf(held, name), async (page) => {
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
}

/**
 * No text under a size that the browser is set to.
 * @param {Held} held @param {[name: string, factor: number, least: number][]} sizes least: CSS px
 */
export function testLeast(held, sizes) {
  for (const [name, factor, least] of sizes)
    test(`${name} where no text may be under ${least} px, at ${factor * 100} %: small texts are of that size, and all is drawn`, async (t) => {
      const browser = await chromium.launch({ executablePath: shell, args: [...flags, `--blink-settings=minimumFontSize=${least}`] });
      try {
        await withPage({ ...held, browser }, pageOf(held, name), async (page) => {
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
}
