// Forty articles on a page: each is drawn where it is seen, and costs little where it is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deadline, holdings, inside, pixels, settle, useBrowser, withPage } from "../web/support/browser.js";

const held = useBrowser();
const samples = ["zh-hans", "zh-hant", "en", "ar"];
const count = 40;

/** @param {number} number of widgets @param {string} loading */
const pageOf = (number, loading) => held.server.page(Array.from({ length: number }, (_, i) =>
  `<article-viewer id="v${i}" src="/demo/${samples[i % samples.length]}.json?${i}" loading="${loading}"></article-viewer>`).join(""));

test("forty widgets with forty articles are all drawn, sharp, and hold pixels only where they are near", { timeout: 240_000 }, async (t) => {
  const ratio = 2;
  await withPage(held, pageOf(count, "eager"), async (page) => {
    const begin = performance.now();
    page.setDefaultTimeout(120_000);
    await page.waitForFunction(() => [...document.querySelectorAll("article-viewer")].every((one) => /** @type {any} */ (one).state === "ready"));
    t.diagnostic(`all ready after ${(performance.now() - begin).toFixed(0)} ms`);
    const textures = [];
    for (let i = 0; i < count; ++i) {
      await page.evaluate((id) => document.querySelector(id)?.scrollIntoView({ block: "start", behavior: "instant" }), `#v${i}`);
      await page.waitForFunction(([id, wanted]) => {
        const { blocks, seen } = /** @type {any} */ (document.querySelector(String(id)))[Symbol.for("article-viewer.internals")];
        const due = blocks.filter((/** @type {any} */ { node: { block } }) => block.y < seen.bottom && block.y + block.height > seen.top && block.scroller < 0);
        return due.length > 3 && due.every((/** @type {any} */ { canvases, ratio: at }) => canvases.length && at === wanted);
      }, [`#v${i}`, ratio], { timeout: deadline });
      const drawn = (await holdings(page)).flatMap((canvases, other) => (canvases ? [other] : []));
      assert.ok(drawn.includes(i) && drawn.every((other) => Math.abs(other - i) <= 2), `at ${i} these hold pixels: ${drawn}`);
      // Each article's first and last widget.
      if (i >= samples.length && i < count - samples.length) continue;
      await settle(page);
      const { data } = await pixels(page, { x: 0, y: 0, width: 390, height: 300 });
      assert.ok(new Set(data).size > 30, `widget ${i} is drawn`);
      textures.push((await inside(page, `#v${i}`)).textures);
    }
    t.diagnostic(`textures at each: ${textures.join(" ")}`);
    assert.ok(Math.max(...textures.slice(samples.length)) <= Math.max(...textures.slice(0, samples.length)) + 2,
      "pictures are given back");
  }, { deviceScaleFactor: ratio });
});
