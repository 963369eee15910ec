import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, pixels, settle, useBrowser, waitForState, withPage } from "./support/browser.js";

const held = useBrowser();
const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** Notes from when on what is seen is covered by a canvas of the screen's sharpness, four at most. */
function watchSharpness() {
  const shown = /** @type {any} */ (window);
  const viewport = /** @type {VisualViewport} */ (visualViewport);
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  let rested = 0;
  viewport.addEventListener("resize", () => { rested = performance.now(); });
  /** The sharpest that covers what is seen of the content. */
  shown.sharpness = () => {
    const content = /** @type {Element} */ (root.querySelector(".content")).getBoundingClientRect();
    return Math.max(...[...root.querySelectorAll("canvas")].map((canvas) => {
      const { left, right, top, bottom, width } = canvas.getBoundingClientRect();
      const covers = left <= Math.max(viewport.offsetLeft, content.left) + 0.01 &&
        top <= Math.max(viewport.offsetTop, content.top) + 0.01 &&
        right >= Math.min(viewport.offsetLeft + viewport.width, content.right) - 0.01 &&
        bottom >= Math.min(viewport.offsetTop + viewport.height, content.bottom) - 0.01;
      return covers && width ? canvas.width / width : 0;
    }));
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
    await waitForState(page, "ready");
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

/** @param {import("playwright-core").Page} page */
const canvases = (page) => page.evaluate(() => Promise.all(
  [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("canvas") ?? []].map(async (canvas) => {
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(canvas.width || 1, canvas.height || 1);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d"));
    if (canvas.width) context.drawImage(canvas, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    return { width, height, digest: new Uint32Array(await crypto.subtle.digest("SHA-256", data))[0] };
  })));

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
    const [base] = await canvases(page);
    await pinch(3);
    await settle(page);
    const [below, detail] = await canvases(page);
    assert.deepEqual([below.width, below.height], [base.width, base.height], "what is drawn for the page stays");
    assert.ok(detail.width * detail.height <= 780 * 1688, `${detail.width} x ${detail.height}`);
    await pinch(1);
    await settle(page);
    assert.equal((await canvases(page)).length, 1);
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
    await page.evaluate(() => {
      const [, detail] = document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("canvas") ?? [];
      detail.style.opacity = "0";
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

test("what changes in a pinched page is drawn in both, sharp first", async () => {
  await withPhone(async (page, pinch) => {
    await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector('[role="tab"]')?.scrollIntoView({ block: "start" }));
    await settle(page);
    await pinch(2);
    await settle(page);
    const before = await canvases(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("day"));
    const first = await canvases(page);
    await settle(page);
    const after = await canvases(page);
    assert.deepEqual(first[0], before[0], "the rest can wait");
    for (const i of [0, 1]) assert.notEqual(after[i].digest, before[i].digest, `canvas ${i}`);
  });
});

test("larger pictures are asked for when a pinched page has been drawn", async () => {
  await withPhone(async (page, pinch) => {
    const asked = page.waitForRequest(/\.(jpg|webp)$/);
    await pinch(3);
    await asked;
  });
});
