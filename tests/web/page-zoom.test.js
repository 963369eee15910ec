import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, pixels, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** Notes from when on what is seen is covered by a canvas of the screen's sharpness, four at most. */
function watchSharpness() {
  const shown = /** @type {any} */ (window);
  const viewport = /** @type {VisualViewport} */ (visualViewport);
  let rested = 0;
  viewport.addEventListener("resize", () => { rested = performance.now(); });
  /** Of the blocks that are seen the least sharp, device px of a CSS px; 0: one of them is not drawn. */
  shown.sharpness = () => {
    const { blocks } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")];
    const seen = blocks.filter((/** @type {any} */ { element }) => {
      const { left, right, top, bottom, width } = element?.getBoundingClientRect() ?? {};
      return width && right > viewport.offsetLeft && left < viewport.offsetLeft + viewport.width &&
        bottom > viewport.offsetTop + 1 && top < viewport.offsetTop + viewport.height - 1;
    });
    return Math.min(...seen.map((/** @type {any} */ { canvases, ratio }) => canvases.length ? ratio : 0));
  };
  /** How long after its rest a page of that scale is drawn, ms. @param {number} scale */
  shown.sharpAfter = (scale) => new Promise((done) => {
    const look = () => {
      if (viewport.scale === scale && Math.abs(shown.sharpness() - Math.min(scale * devicePixelRatio, 4)) < 0.01)
        done(performance.now() - rested);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/**
 * @param {(page: import("playwright-core").Page, pinch: (scale: number) => Promise<number>) => Promise<void>} body
 *   `pinch` gives the ms that it took until all was sharp
 */
async function withPhone(body) {
  const url = held.server.page('<article-viewer src="/demo/zh-hans.json" theme="light"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const client = await page.context().newCDPSession(page);
    await page.evaluate(watchSharpness);
    await body(page, async (scale) => {
      const sharp = page.evaluate((wanted) => /** @type {any} */ (window).sharpAfter(wanted), scale);
      await client.send("Emulation.setPageScaleFactor", { pageScaleFactor: scale });
      return await sharp;
    });
  }, phone);
}

/** How sharp each block is drawn, and how many pixels that takes. @param {import("playwright-core").Page} page */
const drawn = (page) => page.evaluate(() => {
  const { blocks } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")];
  return blocks.filter((/** @type {any} */ { canvases }) => canvases.length).map((/** @type {any} */ { key, ratio, canvases }) => ({ key, ratio,
    pixels: canvases.reduce((/** @type {number} */ sum, /** @type {HTMLCanvasElement} */ { width, height }) => sum + width * height, 0) }));
});

test("a page that is pinched larger is sharp soon after it rests, and back", async (t) => {
  await withPhone(async (page, pinch) => {
    /** @type {Map<number, number[]>} */
    const took = new Map();
    for (let round = 0; round < 3; ++round) {
      for (const scale of [1.5, 3, 5, 1]) {
        took.set(scale, [...took.get(scale) ?? [], await pinch(scale)]);
        await settle(page);
      }
    }
    for (const [scale, times] of took) {
      t.diagnostic(`scale ${scale}: ${times.map(Math.round).join(", ")} ms`);
      // Where a processor draws the pixels, and something else may come between.
      assert.ok(Math.min(...times) < 150, `${times} ms after the page rested`);
    }
  });
});

test("no more is drawn anew than what is seen, and at the end it is given back", async () => {
  await withPhone(async (page, pinch) => {
    const before = await drawn(page);
    await pinch(3);
    await settle(page);
    const during = await drawn(page);
    const sharper = during.filter((/** @type {any} */ { ratio }) => ratio === 4);
    assert.ok(sharper.length > 0 && sharper.length < during.length / 2, `${sharper.length} of ${during.length}`);
    assert.ok(during.every((/** @type {any} */ { ratio }) => ratio === 4 || ratio === 2));
    await pinch(1);
    await settle(page);
    assert.deepEqual(await drawn(page), before);
  });
});

test("letters in a pinched page have the edges of its pixels", async () => {
  await withPhone(async (page, pinch) => {
    await pinch(2);
    await settle(page);
    const clip = { x: 10, y: 40, width: 180, height: 160 };
    /** Of the squares of the changes from pixel to pixel, the mean: the sharper, the more. */
    const edges = async () => {
      await frames(page);
      const { data, width, height } = await pixels(page, clip);
      let sum = 0;
      for (let i = 5; i < data.length; i += 4) sum += (data[i] - data[i - 4]) ** 2;
      return sum / (width * height);
    };
    const sharp = await edges();
    // The same with half the pixels.
    await page.evaluate(() => {
      for (const canvas of document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("canvas") ?? []) {
        const coarse = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
        coarse.width = canvas.width / 2;
        coarse.height = canvas.height / 2;
        coarse.getContext("2d")?.drawImage(canvas, 0, 0, coarse.width, coarse.height);
        coarse.style.cssText = canvas.style.cssText;
        canvas.replaceWith(coarse);
      }
    });
    const soft = await edges();
    assert.ok(soft > 1, "there is text");
    assert.ok(sharp > 1.15 * soft, `${sharp} to ${soft}`);
  });
});

test("a pinched page stays sharp where it is moved to", async () => {
  await withPhone(async (page, pinch) => {
    await pinch(2);
    await settle(page);
    const client = await page.context().newCDPSession(page);
    for (const [xDistance, yDistance] of [[-60, 0], [0, -300], [40, 200], [0, -2000]]) {
      await client.send("Input.synthesizeScrollGesture", { x: 90, y: 200, xDistance, yDistance, speed: 1500 });
      await settle(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).sharpness()), 4, `${xDistance} ${yDistance}`);
    }
  });
});

test("what changes in a pinched page is drawn as sharp in its next frames", async () => {
  await withPhone(async (page, pinch) => {
    await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector('[role="tab"]')?.scrollIntoView({ block: "start" }));
    await settle(page);
    await pinch(2);
    await settle(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("day"));
    await settle(page);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).sharpness()), 4);
  });
});

test("larger pictures are asked for when a pinched page has been drawn", async () => {
  await withPhone(async (page, pinch) => {
    const asked = page.waitForRequest(/\.(jpg|webp)$/);
    await pinch(3);
    await asked;
  });
});
