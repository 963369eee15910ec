// How an enlarged photo comes out of the article and goes back, what it loads, what it costs at rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { atRest, near, openPhoto, seen } from "./support/enlarged.js";

const held = useBrowser();
const url = (attributes = "") => held.server.page(`<article-viewer src="/demo/en.json" loading="eager" ${attributes}></article-viewer>`);

/** @param {import("playwright-core").Page} page */
async function atGallery(page) {
  await waitUntilComplete(page);
  await page.locator("article-viewer .carousel").scrollIntoViewIfNeeded();
  await settle(page);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer")?.shadowRoot
    ?.querySelector(".slide img"))?.naturalWidth);
}

/** Stops all motion of photos, a share of its way on, and measures. @param {import("playwright-core").Page} page @param {number} share */
const held_at = (page, share) => page.evaluate((part) => {
  /** @type {Animation[]} */
  const animations = /** @type {any} */ (document.querySelector("article-viewer"))?.shadowRoot.getAnimations();
  for (const animation of animations) {
    animation.pause();
    animation.currentTime = part * Number(animation.effect?.getComputedTiming().duration);
  }
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const box = (/** @type {Element | null} */ element) => {
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return { x, y, width, height };
  };
  const flying = root.querySelector(".flight img, dialog .photo img");
  const clip = flying?.parentElement ? getComputedStyle(flying.parentElement).clipPath : "";
  return { count: animations.length, flying: box(flying), clip,
    small: box(root.querySelector(".slide:not([hidden] *) img")),
    duration: Math.max(...animations.map((one) => Number(one.effect?.getComputedTiming().duration))) };
}, share);

/** What is seen of a box under a clip-path of insets, which a scale makes smaller. @param {{x: number, y: number, width: number, height: number}} box @param {string} clip @param {number} scale */
function clipped(box, clip, scale) {
  const [top, right = top, bottom = top, left = right] = (clip.match(/[\d.e-]+(?=px)/g) ?? ["0"]).map((length) => Number(length) * scale);
  return { x: box.x + left, y: box.y + top, width: box.width - left - right, height: box.height - top - bottom };
}

test("a photo comes out of its place in the article and returns to it", async () => {
  await withPage(held, url(), async (page) => {
    await atGallery(page);
    const first = await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      const opened = new Promise((done) => viewer.addEventListener("article-photo-open", done));
      void viewer.openPhoto(0);
      await opened;
      await new Promise(requestAnimationFrame);
      return /** @type {any} */ (document.querySelector("article-viewer"))?.shadowRoot.getAnimations().length;
    });
    assert.ok(first > 0, "it moves from the first frame on");
    const begin = await held_at(page, 0);
    const end = await held_at(page, 1);
    const start = clipped(begin.flying, begin.clip, begin.flying.width / end.flying.width);
    for (const side of /** @type {const} */ (["x", "y", "width", "height"]))
      near(start[side], begin.small[side], 1, `${side} at its start`);
    assert.ok(begin.duration >= 250 && begin.duration <= 300);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer"))?.shadowRoot.getAnimations().forEach((/** @type {Animation} */ animation) => animation.finish()));
    await atRest(page);
    const { photo, middle } = await seen(page);
    near(photo.x + photo.width / 2, middle.x, 0.5);
    assert.deepEqual(photo, end.flying);

    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("dialog").count(), 0, "the page is the reader's at once");
    const leaves = await held_at(page, 0);
    near(leaves.flying.y, photo.y, 0.5);
    const lands = await held_at(page, 1);
    const there = clipped(lands.flying, lands.clip, lands.flying.width / photo.width);
    for (const side of /** @type {const} */ (["x", "y", "width", "height"]))
      near(there[side], lands.small[side], 1, `${side} at its end`);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer"))?.shadowRoot.getAnimations().forEach((/** @type {Animation} */ animation) => animation.finish()));
    await page.waitForFunction(() => !document.querySelector("article-viewer")?.shadowRoot?.querySelector(".flight"));
  });
});

test("with reduced motion all of it is at once", async () => {
  await withPage(held, url(), async (page) => {
    await atGallery(page);
    const count = await page.evaluate(async () => {
      await /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0);
      return /** @type {any} */ (document.querySelector("article-viewer"))?.shadowRoot.getAnimations().length;
    });
    assert.equal(count, 0);
    const { photo } = await seen(page);
    await page.keyboard.press("+");
    near((await seen(page)).photo.width, photo.width * 1.5, 0.1);
    await page.keyboard.press("ArrowRight");
    const { photo: next, middle } = await seen(page);
    near(next.x + next.width / 2, middle.x, 0.6);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer"))?.shadowRoot.getAnimations().length), 0);
    assert.equal(await page.locator("article-viewer .flight").count(), 0);
  }, { reducedMotion: "reduce" });
});

test("a zoomed photo has its larger source, and none is shown before it is decoded", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const shown = () => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")?.shadowRoot
      ?.querySelector("dialog img")).currentSrc);
    assert.match(await shown(), /tram-400/);
    await page.evaluate(() => {
      const root = document.querySelector("article-viewer")?.shadowRoot;
      const gaps = /** @type {any} */ (window).gaps = /** @type {string[]} */ ([]);
      const look = () => {
        const image = /** @type {HTMLImageElement | null | undefined} */ (root?.querySelector("dialog img"));
        if (!image?.complete || !image.naturalWidth) gaps.push(String(image?.src));
        requestAnimationFrame(look);
      };
      look();
    });
    await page.keyboard.press("+");
    await page.waitForFunction(() => /tram-800/.test(/** @type {any} */ (document.querySelector("article-viewer")?.shadowRoot
      ?.querySelector("dialog img")).currentSrc));
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await page.waitForFunction(() => /tram-1600/.test(/** @type {any} */ (document.querySelector("article-viewer")?.shadowRoot
      ?.querySelector("dialog img")).currentSrc));
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).gaps), []);
  });
});

test("at rest it asks for no frames and draws none, zoomed or not", async () => {
  const script = `
    window.asked = 0;
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (...all) => { window.asked += 1; return request.apply(window, all); };
    window.frames60 = async () => { for (let i = 0; i < 60; ++i) await new Promise((done) => request.call(window, done)); };`;
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    for (const key of ["+", "0"]) {
      await page.keyboard.press(key);
      await atRest(page);
      const { framesDrawn } = await inside(page);
      const asked = await page.evaluate(async () => {
        const before = /** @type {any} */ (window).asked;
        await /** @type {any} */ (window).frames60();
        return /** @type {any} */ (window).asked - before;
      });
      assert.equal(asked, 0);
      assert.equal((await inside(page)).framesDrawn, framesDrawn);
    }
  }, { script });
});

test("a long caption shows three lines, and all of it where the reader wants it", async () => {
  const caption = "A sentence of some length that is said over and over again. ".repeat(12).trim();
  held.server.route("/long.json", { body: JSON.stringify({ version: 1, language: "en", article: { headline: "Long", body: [] },
    gallery: { photos: [{ src: "demo/photos/tram-400.jpg", caption, credit: "A hand" }, { src: "demo/photos/tram-400.jpg", caption: "Short." }] } }) });
  await withPage(held, held.server.page('<article-viewer src="/long.json" loading="eager"></article-viewer>'), async (page) => {
    await openPhoto(page);
    const dialog = page.getByRole("dialog");
    const text = page.locator("article-viewer .caption");
    const more = dialog.getByRole("button", { name: caption.slice(0, 40) });
    const before = await text.boundingBox();
    assert.ok(before && before.height < 100);
    assert.equal(await more.getAttribute("aria-expanded"), "false");
    assert.equal(await text.evaluate((element) => getComputedStyle(element).textOverflow), "clip");
    await more.focus();
    await page.keyboard.press("Enter");
    assert.equal(await more.getAttribute("aria-expanded"), "true");
    const open = await text.boundingBox();
    assert.ok(open && open.height > 200 && open.y + open.height <= 844);
    assert.ok(await text.evaluate((element) => element.scrollHeight <= element.clientHeight + 1 || element.tabIndex === 0));
    const { area } = await seen(page);
    await more.press("Enter");
    await text.click();
    assert.equal(await more.getAttribute("aria-expanded"), "true", "a tap on it does the same");
    assert.deepEqual((await seen(page)).area, area, "the photo stays where it is");
    await page.keyboard.press("ArrowRight");
    await atRest(page);
    assert.ok(await more.isHidden(), "what is short has nothing to open");
    assert.deepEqual((await seen(page)).area, area);
  });
});
