import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitForState, withPage } from "./support/browser.js";

const held = useBrowser();
const url = () => held.server.page('<article-viewer src="/demo/zh-hans.json" view="canvas"></article-viewer>');

/** How often text is measured, and what of it. */
const counting = `
  window.measured = [];
  const { measureText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.measureText = function (text) {
    window.measured.push(text);
    const metrics = measureText.call(this, text);
    if (text !== window.narrow) return metrics;
    const { width, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent,
      actualBoundingBoxDescent } = metrics;
    return { width: width / 2, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent,
      actualBoundingBoxDescent };
  };`;

/** Advances of one ideograph in em, wherever it stands. @param {import("playwright-core").Page} page @param {string} wanted */
const advancesOf = (page, wanted) => page.evaluate((character) => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  return viewer[Symbol.for("article-viewer.internals")].texts().flatMap((/** @type {any} */ { node, segments }) =>
    segments.filter((/** @type {any} */ { begin, end }) => node.text.slice(begin, end) === character)
      .map((/** @type {any} */ { left, roomRight }) => (roomRight - left) / node.fontSize));
}, wanted);

test("ideographs that nobody has seen yet are not measured one by one", async () => {
  await withPage(held, url(), async (page) => {
    await waitForState(page, "ready");
    await settle(page);
    const { measured, all } = await page.evaluate(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      const han = /^\p{Script=Han}$/u;
      const one = (/** @type {string[]} */ texts) => new Set(texts.filter((text) => han.test(text))).size;
      return {
        measured: one(/** @type {any} */ (window).measured),
        all: one(viewer[Symbol.for("article-viewer.internals")].texts()
          .flatMap((/** @type {any} */ { node }) => [...node.text])),
      };
    });
    assert.ok(all > 500, `${all} ideographs in the article`);
    assert.ok(measured < all / 2, `${measured} of ${all} measured`);
  }, { script: counting });
});

test("in a font whose ideographs differ in width, each has its own", async () => {
  await withPage(held, url(), async (page) => {
    await waitForState(page, "ready");
    await settle(page);
    const widths = await advancesOf(page, "海");
    assert.ok(widths.length > 3, "it stands in the article");
    for (const width of widths) assert.ok(Math.abs(width - 0.5) < 0.15, `${width} em`);
    const others = await advancesOf(page, "上");
    assert.ok(others.length > 0 && others.every((width) => Math.abs(width - 1) < 0.15), others.join());
    const calls = () => page.evaluate(() => /** @type {any} */ (window).measured.length);
    const before = await calls();
    await page.setViewportSize({ width: 400, height: 844 });
    await settle(page);
    assert.ok(await calls() < before + 500, "and all are measured anew once, not for ever");
  }, { script: `window.narrow = "海";${counting}` });
});
