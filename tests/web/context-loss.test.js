import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, frames, pixels, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { counters, loseManyTimes, look, pageOf } from "./support/context-losses.js";

/** WEBGL_lose_context at any moment. */

const held = useBrowser();
const url = (attributes = "") => held.server.page(`<article-viewer src="/demo/en.json" theme="light" ${attributes}></article-viewer>`);
const clip = { x: 0, y: 0, width: 390, height: 600 };

/** @param {import("playwright-core").Page} page */
const lose = (page) => page.evaluate(async (key) => {
  const { gl } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for(key)];
  const extension = /** @type {any} */ (window).extension = gl.getExtension("WEBGL_lose_context");
  const lost = new Promise((done) => gl.canvas.addEventListener("webglcontextlost", done, { once: true }));
  extension.loseContext();
  await lost;
}, "article-viewer.internals");

/** @param {import("playwright-core").Page} page */
const restore = (page) => page.evaluate(async (key) => {
  const { gl } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for(key)];
  const restored = new Promise((done) => gl.canvas.addEventListener("webglcontextrestored", done, { once: true }));
  /** @type {any} */ (window).extension.restoreContext();
  await restored;
}, "article-viewer.internals");

/** @param {import("playwright-core").Page} page @param {Awaited<ReturnType<typeof pixels>>} before */
async function assertDrawnAsBefore(page, before) {
  await settle(page);
  const after = await pixels(page, clip);
  let different = 0;
  for (let i = 0; i < before.data.length; ++i) if (Math.abs(before.data[i] - after.data[i]) > 8) different += 1;
  assert.ok(different < before.data.length / 1000, `${different} of ${before.data.length} differ`);
  assert.deepEqual(await eventsOf(page, "article-error"), []);
}

test("a lost context comes back, and all is drawn again", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const before = await pixels(page, clip);
    await lose(page);
    await frames(page, 1);
    await restore(page);
    await assertDrawnAsBefore(page, before);
  });
});

test("while a context is lost the layer shows the article, in the same place", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const before = await pixels(page, clip);
    await lose(page);
    await frames(page, 2);
    assert.equal(await page.locator("article-viewer .drawn, article-viewer canvas").count(), 0);
    const during = await pixels(page, clip);
    // Row by row there is as much ink as before.
    const ink = (/** @type {typeof before} */ { data, width, height }) => Array.from({ length: height }, (_, y) => {
      let sum = 0;
      for (let x = 0; x < width; ++x) sum += 255 - data[(y * width + x) * 4];
      return sum;
    });
    const [drawn, shown] = [ink(before), ink(during)];
    const off = drawn.reduce((sum, row, y) => sum + Math.abs(row - shown[y]), 0) / drawn.reduce((sum, row) => sum + row, 0);
    assert.ok(off < 0.1, `the ink of rows differs by ${(100 * off).toFixed(1)} %`);
    await restore(page);
    await assertDrawnAsBefore(page, before);
  });
});

test("a context that is lost again and again comes back each time", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const before = await pixels(page, clip);
    for (let i = 0; i < 4; ++i) {
      await lose(page);
      await restore(page);
      if (i % 2) await frames(page, 3);
    }
    await assertDrawnAsBefore(page, before);
  });
});

test("a context that is lost during a drag leaves the drag where it is", async () => {
  await withPage(held, url('parts="gallery"'), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const box = await page.locator("article-viewer .slide img").first().boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y, { steps: 4 });
    await frames(page);
    const before = await pixels(page, clip);
    await lose(page);
    await frames(page);
    await restore(page);
    await assertDrawnAsBefore(page, before);
    await page.mouse.move(x - 250, y, { steps: 4 });
    await page.mouse.up();
    const { detail } = await waitForEvent(page, "article-photo");
    assert.deepEqual(detail, { index: 1, total: detail.total, cause: "user" });
    await settle(page);
  });
});

test("a context that is lost under the enlarged photo leaves it, and comes back beneath it", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const before = await pixels(page, clip);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
    await page.getByRole("dialog").waitFor();
    await lose(page);
    await restore(page);
    assert.ok(await page.getByRole("dialog").isVisible());
    await page.keyboard.press("Escape");
    await waitForEvent(page, "article-photo-close");
    await page.waitForFunction(() => !document.querySelector("article-viewer")?.shadowRoot?.querySelector(".flight"));  // the photo is back
    await page.evaluate(() => /** @type {any} */ (document.activeElement)?.shadowRoot?.activeElement?.blur());
    await assertDrawnAsBefore(page, before);
  });
});

test("a context that is lost for good leaves the plain view, the enlarged photo stays", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
    await page.getByRole("dialog").waitFor();
    await lose(page);
    const { detail } = await waitForEvent(page, "article-error");
    assert.equal(detail.reason, "webgl");
    const second = await waitForEvent(page, "article-load", 2);
    assert.equal(second.detail.view, "plain");
    assert.ok(await page.getByRole("dialog").isVisible());
    await page.keyboard.press("Escape");
    assert.ok(await page.getByRole("heading", { level: 2 }).first().isVisible());
  });
});

test("a context that is lost as soon as it is there comes back, and the article is drawn", async () => {
  await withPage(held, pageOf(held), async (page) => {
    await page.waitForFunction(() => /** @type {any} */ (window).losses.gl?.isContextLost());
    assert.ok((await look(page)).words > 10);
    await page.evaluate(async () => {
      const { gl, extension } = /** @type {any} */ (window).losses;
      const restored = new Promise((done) => gl.canvas.addEventListener("webglcontextrestored", done, { once: true }));
      await new Promise((done) => setTimeout(done));
      extension.restoreContext();
      await restored;
    });
    await waitUntilComplete(page);
    await settle(page);
    assert.ok(await page.locator("article-viewer .drawn").count() > 0);
    assert.deepEqual((await look(page)).blank, []);
    assert.deepEqual(await eventsOf(page, "article-error"), []);
  }, { script: `${counters} window.losses.first = true;` });
});

test("lost twenty times at random moments it is seen after each, and drawn after the last", async (t) => {
  const seed = Number(process.env.LOSS_SEED ?? Date.now() % 100000);
  t.diagnostic(`LOSS_SEED=${seed}`);
  await withPage(held, pageOf(held), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await loseManyTimes(page, 20, seed);
    assert.ok(await page.locator("article-viewer .drawn").count() > 0);
    assert.deepEqual((await look(page)).blank, []);
    assert.deepEqual(await eventsOf(page, "article-error"), []);
  }, { script: counters });
});
