import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, frames, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const url = (name = "zh-hans") => held.server.page(`<article-viewer src="/demo/${name}.json" parts="gallery"></article-viewer>
<p id="after">After</p>`, { css: "#after { height: 3000px }" });

/** @param {import("playwright-core").Page} page */
async function photoBox(page) {
  await waitUntilComplete(page);
  await settle(page);
  const box = await page.locator("article-viewer [aria-roledescription]:not([hidden] *) img").first().boundingBox();
  assert.ok(box);
  return { ...box, y: box.y + box.height / 2, middle: box.x + box.width / 2 };
}

/** The name of the slide that is exposed. @param {import("playwright-core").Page} page */
const slide = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const shown = [...root.querySelectorAll("[role=group][aria-label*=' / ']")].filter((one) => !one.closest("[hidden]"));
  return shown.map((one) => one.getAttribute("aria-label")).join("; ");
});

/** @param {import("playwright-core").Page} page @param {string} name */
const waitForSlide = (page, name) => page.waitForFunction((wanted) => {
  const root = document.querySelector("article-viewer")?.shadowRoot;
  const found = root?.querySelector(`[role=group][aria-label="${wanted}"]`);
  return found && !found.closest("[hidden]");
}, name);

for (const [name, direction] of /** @type {[string, number][]} */ ([["zh-hans", -1], ["ar", 1]])) {
  test(`a mouse drags ${name} to the next photo, and follows no link`, async () => {
    await withPage(held, url(name), async (page) => {
      const { middle, y } = await photoBox(page);
      const before = await slide(page);
      assert.match(before, /^1 \/ \d+$/);
      await page.mouse.move(middle, y);
      await page.mouse.down();
      for (let i = 1; i <= 10; ++i) await page.mouse.move(middle + direction * 20 * i, y);
      await page.mouse.up();
      const { detail } = await waitForEvent(page, "article-photo");
      assert.equal(detail.cause, "user");
      assert.equal(detail.index, 1);
      await waitForSlide(page, `2 / ${detail.total}`);
      assert.equal(await slide(page), `2 / ${detail.total}`, "one slide is exposed");
      assert.deepEqual(await eventsOf(page, "article-navigate"), []);
      await settle(page);
      assert.match(await page.getByRole("status").last().textContent() ?? "", /^2 \/ /);
    });
  });
}

/** @param {import("playwright-core").Page} page @param {[number, number][]} points */
async function touch(page, points) {
  const client = await page.context().newCDPSession(page);
  const at = (/** @type {[number, number]} */ [x, y]) => [{ x, y }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(points[0]) });
  for (const point of points.slice(1)) {
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(point) });
  }
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

const phone = { hasTouch: true, isMobile: true };

test("a finger flicks to the next photo", async () => {
  await withPage(held, url(), async (page) => {
    const { middle, y } = await photoBox(page);
    await touch(page, Array.from({ length: 9 }, (_, i) => [middle + 100 - 25 * i, y]));
    const { detail } = await waitForEvent(page, "article-photo");
    assert.equal(detail.index, 1);
    assert.equal(await page.evaluate(() => scrollY), 0);
  }, phone);
});

test("a vertical drag that starts on a photo scrolls the page", async () => {
  await withPage(held, url(), async (page) => {
    const { middle, y } = await photoBox(page);
    await touch(page, Array.from({ length: 12 }, (_, i) => [middle, y - 10 * i]));
    await page.waitForFunction(() => scrollY > 30);
    await settle(page);
    assert.deepEqual(await eventsOf(page, "article-photo"), []);
  }, phone);
});

test("a wheel is taken sideways only", async () => {
  await withPage(held, url(), async (page) => {
    const { middle, y } = await photoBox(page);
    await page.mouse.move(middle, y);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY > 100);
    await page.evaluate(() => scrollTo(0, 0));
    await frames(page);
    for (let i = 0; i < 8; ++i) await page.mouse.wheel(40, 0);
    const { detail } = await waitForEvent(page, "article-photo");
    assert.ok(detail.index >= 1);
    assert.equal(await page.evaluate(() => scrollX), 0);
  });
});

test("buttons and arrow keys show the photos, and stand disabled at the ends", async () => {
  await withPage(held, url("en"), async (page) => {
    await photoBox(page);
    const previous = page.getByRole("button", { name: "Previous photo" });
    const next = page.getByRole("button", { name: "Next photo" });
    assert.equal(await previous.getAttribute("aria-disabled"), "true");
    await next.click();
    const { detail } = await waitForEvent(page, "article-photo");
    assert.equal(detail.cause, "user");
    await next.focus();
    for (let i = 2; i < detail.total; ++i) {
      await page.keyboard.press("ArrowRight");
      await waitForEvent(page, "article-photo", i);
    }
    await waitForSlide(page, `${detail.total} / ${detail.total}`);
    assert.equal(await next.getAttribute("aria-disabled"), "true");
    assert.ok(await next.evaluate((button) =>
      /** @type {ShadowRoot} */ (button.getRootNode()).activeElement === button), "focus stays on it");
    await page.keyboard.press("ArrowLeft");
    await waitForSlide(page, `${detail.total - 1} / ${detail.total}`);
  });
});

test("showPhoto shows one, and warns of one that is not there", async () => {
  await withPage(held, url("en"), async (page) => {
    await waitUntilComplete(page);
    /** @type {string[]} */
    const warnings = [];
    page.on("console", (message) => { if (message.type() === "warning" && message.text().startsWith("article-viewer")) warnings.push(message.text()); });
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(2));
    const { detail } = await waitForEvent(page, "article-photo");
    assert.deepEqual([detail.index, detail.cause], [2, "script"]);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(99));
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("nonsense"));
    assert.equal(warnings.length, 2);
    assert.equal((await eventsOf(page, "article-photo")).length, 1);
  });
});

const uneven = { version: 1, language: "en", gallery: { title: "Tides", photos: [
  { src: "/demo/photos/harbour-400.jpg", width: 1600, height: 1067, caption: "Harbour" },
  { src: "/demo/photos/harbour-400.jpg", width: 1600, height: 1067, caption: "Long before the sun is up the warden and the thirty-two pupils of the fifth form walk out onto the mud that the tide has just left, each with the seedlings that they have numbered themselves, and set them one by one along the line of red flags that was levelled the evening before, and nobody says a word." },
  { src: "/demo/photos/harbour-400.jpg", width: 1600, height: 1067, caption: "Quay" }] } };

/** @param {import("playwright-core").Page} page */
const measureCarousel = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const frame = (/** @type {string} */ selector) => root.querySelector(selector)?.getBoundingClientRect();
  return { height: document.querySelector("article-viewer")?.getBoundingClientRect().height ?? 0, clip: frame(".clip")?.height ?? 0,
    top: frame(".heading")?.top ?? 0, picture: frame(".carousel img")?.top ?? 0, after: document.getElementById("after")?.getBoundingClientRect().top ?? 0,
    shifts: /** @type {any} */ (window).shifts };
});

test("where captions differ much the height follows the reader's swipe, which shifts nothing unasked", async () => {
  const script = `window.shifts = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value; })
      .observe({ type: "layout-shift", buffered: true });`;
  const body = '<article-viewer loading="eager"></article-viewer><p id="after">After</p>';
  await withPage(held, held.server.page(body, { css: "#after { height: 3000px }" }), async (page) => {
    await page.evaluate((json) => { /** @type {any} */ (document.querySelector("article-viewer")).document = json; }, uneven);
    const { middle, y } = await photoBox(page);
    await page.evaluate(() => { /** @type {any} */ (window).shifts = 0; });
    const before = await measureCarousel(page);
    await touch(page, Array.from({ length: 9 }, (_, i) => [middle + 100 - 25 * i, y]));
    await waitForEvent(page, "article-photo");
    await settle(page);
    const long = await measureCarousel(page);
    assert.ok(long.clip > before.clip + 60, `${before.clip} became ${long.clip}`);
    assert.deepEqual([long.top, long.picture], [before.top, before.picture], "nothing above moves");
    assert.ok(Math.abs(long.after - before.after - (long.height - before.height)) < 1, "what is below follows");
    await touch(page, Array.from({ length: 9 }, (_, i) => [middle - 100 + 25 * i, y]));
    await waitForEvent(page, "article-photo", 2);
    await settle(page);
    assert.equal((await measureCarousel(page)).clip, before.clip);
    assert.equal((await measureCarousel(page)).shifts, 0, "no layout shift");
  }, { ...phone, script });
});

test("with autoplay the room of the longest caption is kept", async () => {
  await withPage(held, held.server.page('<article-viewer loading="eager" autoplay="60"></article-viewer>'), async (page) => {
    await page.evaluate((json) => { /** @type {any} */ (document.querySelector("article-viewer")).document = json; }, uneven);
    await photoBox(page);
    const before = await measureCarousel(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
    await settle(page);
    assert.equal((await measureCarousel(page)).clip, before.clip);
  });
});
