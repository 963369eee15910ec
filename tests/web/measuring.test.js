import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitForState, withPage } from "./support/browser.js";

const held = useBrowser();
const url = (sample = "zh-hans") =>
  held.server.page(`<article-viewer src="/demo/${sample}.json" view="canvas"></article-viewer>`);

/** Calls before the article is first painted. */
const mostBeforePaint = { "zh-hans": 150, en: 250 };

/** How often text is measured, what of it, and how often before the article is painted; a test may change what is found. */
const counting = `
  window.measured = [];
  window.beforePaint = null;
  addEventListener("article-load", () => requestAnimationFrame(() => setTimeout(() => {
    window.beforePaint ??= window.measured.length;
  })));
  window.change ??= () => 1;
  const { measureText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.measureText = function (text) {
    window.measured.push(text);
    const metrics = measureText.call(this, text);
    const share = window.change(text, parseFloat(this.font.match(/[\\d.]+(?=px)/)[0]));
    if (share === 1) return metrics;
    const { width, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent,
      actualBoundingBoxDescent } = metrics;
    return { width: width * share, actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent,
      actualBoundingBoxDescent };
  };
`;

/** Waits until all is drawn, and measured too. @param {import("playwright-core").Page} page @returns {Promise<number>} calls until then */
async function rest(page) {
  await waitForState(page, "ready");
  await settle(page);
  return page.evaluate(async () => {
    const { measured } = /** @type {any} */ (window);
    for (let before = -1, still = 0; still < 10; ++still) {
      if (measured.length !== before) still = 0;
      before = measured.length;
      await new Promise((done) => setTimeout(done, 20));
    }
    return measured.length;
  });
}

/** @param {import("playwright-core").Page} page @returns {Promise<number | null>} */
const beforePaint = (page) => page.evaluate(() => /** @type {any} */ (window).beforePaint);

/** Advances of one ideograph in em, wherever it stands. @param {import("playwright-core").Page} page @param {string} wanted */
const advancesOf = (page, wanted) => page.evaluate((character) => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  return viewer[Symbol.for("article-viewer.internals")].texts().flatMap((/** @type {any} */ { node, segments }) =>
    segments.filter((/** @type {any} */ { begin, end }) => node.text.slice(begin, end) === character)
      .map((/** @type {any} */ { left, roomRight }) => (roomRight - left) / node.fontSize));
}, wanted);

for (const [sample, most] of Object.entries(mostBeforePaint))
  test(`before ${sample} is painted, text is measured ${most} times at most`, async (t) => {
    await withPage(held, url(sample), async (page) => {
      await rest(page);
      const calls = await beforePaint(page);
      t.diagnostic(`${calls} calls`);
      assert.ok(calls && calls <= most, `${calls} calls`);
    }, { script: counting });
  });

for (const sample of Object.keys(mostBeforePaint))
  test(`another width of ${sample} measures nothing`, async () => {
    await withPage(held, url(sample), async (page) => {
      const before = await rest(page);
      for (const width of [360, 420, 768, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        assert.equal(await rest(page), before, `at ${width} px`);
      }
    }, { script: counting });
  });

test("a second widget with the same words measures nothing", async () => {
  await withPage(held, url(), async (page) => {
    const before = await rest(page);
    await page.evaluate(() => {
      const first = /** @type {Element} */ (document.querySelector("article-viewer"));
      const second = /** @type {Element} */ (first.cloneNode());
      second.id = "second";
      first.before(second);
    });
    await waitForState(page, "ready", "#second");
    assert.equal(await rest(page), before);
  }, { script: counting });
});

test("in a font whose ideographs differ in width, each has its own", async () => {
  await withPage(held, url(), async (page) => {
    await rest(page);
    const widths = await advancesOf(page, "海");
    assert.ok(widths.length > 3, "it stands in the article");
    for (const width of widths) assert.ok(Math.abs(width - 0.5) < 0.15, `${width} em`);
    const others = await advancesOf(page, "上");
    assert.ok(others.length > 0 && others.every((width) => Math.abs(width - 1) < 0.15), others.join());
    const before = await rest(page);
    await page.setViewportSize({ width: 400, height: 844 });
    assert.equal(await rest(page), before, "all are measured anew once, not for ever");
  }, { script: `window.change = (text) => text === "海" ? 0.5 : 1;${counting}` });
});

test("a number that is not as wide as its digits has its own width", async () => {
  const widthOf = async (/** @type {string} */ script) => {
    let widths = /** @type {number[]} */ ([]);
    await withPage(held, url(), async (page) => {
      await rest(page);
      widths = await advancesOf(page, "2019");
    }, { script });
    return widths[0];
  };
  const width = await widthOf(counting);
  const narrow = await widthOf(`window.change = (text) => text === "2019" ? 0.5 : 1;${counting}`);
  assert.ok(width - narrow > 1, `${narrow} of ${width} em`);
});

test("in a font whose sizes are not in proportion, each size is measured", async () => {
  await withPage(held, url(), async (page) => {
    await rest(page);
    const widths = await advancesOf(page, "海");
    const sizes = new Set(widths.map((width) => Math.round(1 / (width - 1))));
    assert.ok(sizes.has(17) && sizes.has(26), [...sizes].join());
  }, { script: `window.change = (text, size) => 1 + 1 / size;${counting}` });
});
