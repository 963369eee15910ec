import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { colorAt } from "./support/contrast.js";
import { decodePng } from "../preview/support/png.js";
import { animatedGif, plainPng, turned } from "./support/odd-pictures.js";

const held = useBrowser();

/**
 * The colours of the photo's place, as it is seen.
 * @param {import("playwright-core").Page} page
 */
async function colors(page) {
  await settle(page);
  const box = await page.locator("article-viewer .slide img").first().boundingBox();
  assert.ok(box);
  const image = decodePng(await page.screenshot());
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    colorAt(image, Math.round(box.x + box.width * x), Math.round(box.y + box.height * y));
  return { middle: at(0.5, 0.5), above: at(0.5, 0.25), below: at(0.5, 0.75),
    corners: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)] };
}

/** @param {number} rgb @param {number[]} wanted */
const near = (rgb, wanted) => wanted.every((value, i) => Math.abs((rgb >> (16 - 8 * i) & 255) - value) < 24);

/** @param {string} src @param {object} [more] */
const galleryOf = (src, more = {}) => ({ body: JSON.stringify({ version: 1, language: "en",
  gallery: { photos: [{ src, caption: "A photo", ...more }] } }) });

/** @param {import("playwright-core").Page} page */
const loaded = (page) => page.waitForFunction(() => {
  const image = /** @type {HTMLImageElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".slide img"));
  return image?.complete;
});

// Of the texture: as wide as drawn, so that a picture that covers its room covers it.
for (const [width, height, texture] of [[20_000, 2000, 2340], [400, 20_000, 5], [20_000, 400, 0]]) {
  const how = texture ? `a texture ${texture} px wide` : "itself, where a texture would be too wide";
  test(`a picture of ${width} by ${height} px is seen from ${how}`, async () => {
    held.server.route("/huge.png", { body: plainPng(width, height, [200, 30, 30]), type: "image/png" });
    held.server.route("/huge.json", galleryOf("/huge.png", { width, height }));
    await withPage(held, held.server.page('<article-viewer src="/huge.json"></article-viewer>'), async (page) => {
      await waitUntilComplete(page);
      await loaded(page);
      const { middle } = await colors(page);
      assert.ok(near(middle, [200, 30, 30]), middle.toString(16));
      const widest = await page.evaluate(() => /** @type {any} */ (window).widest);
      assert.ok(Math.abs(widest - texture) <= texture / 20, `${widest}`);
    }, { script: `window.widest = 0;
      const real = WebGL2RenderingContext.prototype.texSubImage2D;
      WebGL2RenderingContext.prototype.texSubImage2D = function (...given) {
        if (given.at(-1) instanceof ImageBitmap) window.widest = Math.max(window.widest, given.at(-1).width);
        return real.apply(this, given);
      };` });
  });
}

test("a picture of a pixel is drawn over its room", async () => {
  held.server.route("/dot.png", { body: plainPng(1, 1, [30, 120, 200]), type: "image/png" });
  held.server.route("/dot.json", galleryOf("/dot.png"));
  await withPage(held, held.server.page('<article-viewer src="/dot.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await loaded(page);
    for (const color of (await colors(page)).corners) assert.ok(near(color, [30, 120, 200]), color.toString(16));
  });
});

test("a picture without bytes, and one that is none, are said to be missing", async () => {
  for (const body of ["", "<html>not a picture</html>"]) {
    held.server.route("/none.png", { body, type: "image/png" });
    held.server.route("/none.json", galleryOf("/none.png"));
    await withPage(held, held.server.page('<article-viewer src="/none.json"></article-viewer>'), async (page) => {
      await waitUntilComplete(page);
      await page.getByText("Photo can't be shown").first().waitFor({ state: "attached" });
      await page.getByText("A photo").first().waitFor({ state: "attached" });
      await settle(page);
    });
  }
});

test("a drawing without a size of its own fills its room", async () => {
  held.server.route("/drawing.svg", { type: "image/svg+xml",
    body: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#1e78c8"/></svg>' });
  held.server.route("/drawing.json", galleryOf("/drawing.svg"));
  await withPage(held, held.server.page('<article-viewer src="/drawing.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await loaded(page);
    for (const color of (await colors(page)).corners) assert.ok(near(color, [30, 120, 200]), color.toString(16));
  });
});

test("an animated picture is drawn, and then nothing more is", async () => {
  held.server.route("/animated.gif", { body: animatedGif, type: "image/gif" });
  held.server.route("/animated.json", galleryOf("/animated.gif"));
  await withPage(held, held.server.page('<article-viewer src="/animated.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await loaded(page);
    const { middle } = await colors(page);
    assert.ok(near(middle, [255, 0, 0]) || near(middle, [0, 0, 255]), middle.toString(16));
    const { framesDrawn } = await inside(page);
    await page.waitForTimeout(500);
    assert.equal((await inside(page)).framesDrawn, framesDrawn);
  });
});

test("a picture's orientation is followed", async () => {
  await withPage(held, held.server.page("<p>Draws</p>"), async (page) => {
    const base64 = await page.evaluate(() => {
      const canvas = document.createElement("canvas");
      canvas.width = 300;
      canvas.height = 200;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.fillStyle = "#c81e1e";
      context.fillRect(0, 0, 150, 200);
      context.fillStyle = "#1e1ec8";
      context.fillRect(150, 0, 150, 200);
      return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
    });
    held.server.route("/turned.jpg", { body: turned(Buffer.from(base64, "base64")), type: "image/jpeg" });
  });
  held.server.route("/turned.json", galleryOf("/turned.jpg", { width: 200, height: 300 }));
  await withPage(held, held.server.page('<article-viewer src="/turned.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await loaded(page);
    const { above, below } = await colors(page);
    assert.ok(near(above, [200, 30, 30]), `above: ${above.toString(16)}`);
    assert.ok(near(below, [30, 30, 200]), `below: ${below.toString(16)}`);
  });
});

test("a slow picture comes when it comes; until then its room is kept and nothing is drawn", async () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  held.server.route("/slow.png", (_, response) => waiting.push(() =>
    held.server.reply(response, plainPng(30, 20, [30, 120, 200]), "image/png")));
  held.server.route("/slow-picture.json", galleryOf("/slow.png", { width: 30, height: 20 }));
  await withPage(held, held.server.page('<article-viewer src="/slow-picture.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const height = await page.evaluate(() => document.querySelector("article-viewer")?.clientHeight);
    const { framesDrawn } = await inside(page);
    await page.waitForTimeout(300);
    assert.equal((await inside(page)).framesDrawn, framesDrawn);
    for (const answer of waiting) answer();
    await loaded(page);
    for (const color of (await colors(page)).corners) assert.ok(near(color, [30, 120, 200]), color.toString(16));
    assert.equal(await page.evaluate(() => document.querySelector("article-viewer")?.clientHeight), height, "nothing shifts");
  });
});

test("a picture that is revoked after it was shown stays, and is missed where it is asked for anew", async () => {
  await withPage(held, held.server.page("<article-viewer></article-viewer>"), async (page) => {
    await page.waitForFunction(() => customElements.get("article-viewer"));
    await page.evaluate(async () => {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 40;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.fillStyle = "#1e78c8";
      context.fillRect(0, 0, 40, 40);
      const blob = await new Promise((done) => canvas.toBlob(done));
      const url = URL.createObjectURL(/** @type {Blob} */ (blob));
      /** @type {any} */ (window).picture = url;
      /** @type {any} */ (document.querySelector("article-viewer")).document =
        { version: 1, language: "en", gallery: { photos: [{ src: url, width: 40, height: 40 }] } };
    });
    await waitForEvent(page, "article-load");
    await loaded(page);
    assert.ok(near((await colors(page)).middle, [30, 120, 200]));
    await page.evaluate(() => URL.revokeObjectURL(/** @type {any} */ (window).picture));
    await page.setViewportSize({ width: 700, height: 844 });
    assert.ok(near((await colors(page)).middle, [30, 120, 200]), "still there at another size");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
    await page.getByText("Photo can't be shown").first().waitFor({ state: "attached" });
  });
});
