import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, flags, frames, inside, pixels, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
/** A whole page of such a ratio: what is emulated lays out in CSS px, where a line of 1 px is none of whole device px. */
const uneven = useBrowser({ args: [...flags, "--force-device-scale-factor=1.25", "--window-size=390,844"] });

/** Each canvas that is drawn: its pixels, and where the browser lays it. @param {import("playwright-core").Page} page */
const canvases = (page) => page.evaluate(() => {
  const all = [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("canvas") ?? []];
  return all.filter((canvas) => canvas.width).map((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { width: canvas.width, height: canvas.height, left, top, cssWidth: width, cssHeight: height, ratio: devicePixelRatio };
  });
});

/** What is drawn is this sharp. @param {import("playwright-core").Page} page @param {number} ratio */
const drawnAt = (page, ratio) => page.waitForFunction(([wanted, key]) => {
  const { blocks } = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for(String(key))];
  const drawn = blocks.filter((/** @type {any} */ { canvases: own }) => own.length);
  return drawn.length > 3 && drawn.every((/** @type {any} */ block) => block.ratio === wanted);
}, [ratio, "article-viewer.internals"]);

/**
 * A rule of the design is a row of one colour with paper on both sides: were
 * the canvas scaled or off the grid, its edges would be mixed.
 * @param {import("playwright-core").Page} page @param {number} ratio
 */
async function assertCrispRule(page, ratio) {
  const { data, width, height } = await pixels(page, { x: 200, y: 36, width: 8, height: 16 });
  const shade = (/** @type {number} */ row) => data[(row * width + Math.floor(width / 2)) * 4];
  const rule = [];
  for (let row = 0; row < height; ++row) if (shade(row) > 200 && shade(row) < 250) rule.push([row, shade(row)]);
  assert.ok(rule.length >= 1 && rule.length <= Math.max(1, Math.round(ratio)) + 0.5, `rows of the rule at ${ratio}: ${JSON.stringify(rule)}`);
  assert.deepEqual([...new Set(rule.map(([, value]) => value))], [0xe3], "all of the line's own colour");
}

/** @param {import("playwright-core").Page} page @param {number} ratio */
async function assertSharp(page, ratio) {
  const sizes = await canvases(page);
  assert.ok(sizes.length > 5, `${sizes.length} canvases`);
  for (const size of sizes) {
    assert.equal(size.ratio, ratio);
    // Chromium lays out in 1/64 CSS px, each of the boxes around it too.
    assert.ok(Math.abs(size.cssWidth * ratio - size.width) <= ratio / 64);
    assert.ok(Math.abs(size.cssHeight * ratio - size.height) <= ratio / 64);
    for (const place of [size.left * ratio, size.top * ratio])
      assert.ok(Math.abs(place - Math.round(place)) <= ratio / 16, `${place} at ${ratio}`);
  }
}

for (const ratio of [1, 1.25, 2, 3]) {
  const browser = ratio === 1.25 ? uneven : held;
  test(`at ratio ${ratio} a canvas pixel is a device pixel`, async () => {
    const url = browser.server.page('<article-viewer src="/demo/zh-hans.json" theme="light"></article-viewer>');
    await withPage(browser, url, async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      await assertSharp(page, ratio);
      await assertCrispRule(page, ratio);
    }, ratio === 1.25 ? { viewport: null } : { deviceScaleFactor: ratio });
  });
}

for (const ratio of [1, 2])
  for (const selector of ["article-viewer", "#around"])
    test(`in full screen, of ${selector}, and back a canvas pixel is a device pixel at ratio ${ratio}`, async () => {
      const url = held.server.page('<div id="around"><article-viewer src="/demo/zh-hans.json" theme="light"></article-viewer></div>',
        { css: "#around { overflow: auto; margin: 0 33px }" });
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        await settle(page);
        const width = async () => (await page.locator("article-viewer").boundingBox())?.width;
        const before = await width();
        await page.evaluate((at) => addEventListener("click", () => document.querySelector(at)?.requestFullscreen(), { once: true }), selector);
        await page.mouse.click(2, 2);
        await page.waitForFunction(() => document.fullscreenElement);
        await settle(page);
        assert.notEqual(await width(), before, "it has another size");
        await assertSharp(page, ratio);
        await page.evaluate(() => document.exitFullscreen());
        await page.waitForFunction(() => !document.fullscreenElement);
        await settle(page);
        assert.equal(await width(), before);
        await assertSharp(page, ratio);
      }, { viewport: { width: 600, height: 844 }, deviceScaleFactor: ratio });
    });

test("a change of the ratio is drawn at the new one", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" theme="light"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const client = await page.context().newCDPSession(page);
    // As a page's zoom does, it changes ratio and width; the emulation alone tells of no new ratio.
    await client.send("Emulation.setDeviceMetricsOverride", { width: 400, height: 844, deviceScaleFactor: 2, mobile: false });
    await drawnAt(page, 2);
  });
});

test("a resize lays out anew and says so", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    // When it is shown, and when the rest is no longer estimated.
    const sizes = await eventsOf(page, "article-resize");
    const first = sizes[sizes.length - 1];
    assert.ok(sizes.length <= 2, `${sizes.length} times`);
    assert.equal(first.detail.width, 390);
    await page.setViewportSize({ width: 768, height: 900 });
    const { detail } = await waitForEvent(page, "article-resize", sizes.length + 1);
    assert.equal(detail.width, 768);
    assert.ok(detail.height < first.detail.height);
    await settle(page);
    const box = await page.locator("article-viewer").boundingBox();
    assert.ok(box && Math.abs(box.height - detail.height) < 1, "as high as its content");
    await drawnAt(page, 1);
  });
});

test("with a height set the content scrolls inside, and is drawn where it is seen", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" theme="light"></article-viewer>', { css: "article-viewer { height: 500px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const box = await page.locator("article-viewer").boundingBox();
    assert.equal(box?.height, 500);
    await page.evaluate(() => document.querySelector("article-viewer")?.scrollTo(0, 3000));
    await frames(page, 4);
    await settle(page);
    const { seen } = await inside(page);
    assert.ok(seen.top <= 3040 && seen.top > 2700 && seen.bottom >= 3460 && seen.bottom < 3800, JSON.stringify(seen));
    const { data } = await pixels(page, { x: 0, y: 0, width: 370, height: 480 });
    assert.ok(new Set(data).size > 30, "there is something drawn");
  });
});

test("scrolling draws what comes into view, and gives back what has gone far", async () => {
  const paragraph = { type: "paragraph", text: "All work and no play makes Jack a dull boy. ".repeat(20) };
  const body = JSON.stringify({ version: 1, language: "en", article: { headline: "Long", body: Array(400).fill(paragraph) } });
  held.server.route("/long.json", { body });
  const url = held.server.page('<article-viewer src="/long.json" theme="light"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    for (const at of [0, 1000, 30_000, 100_000, 500]) {
      await page.evaluate((y) => scrollTo(0, y), at);
      await frames(page, 3);
      await settle(page);
      const { seen } = await inside(page);
      assert.ok(seen.top <= at + 60 && seen.bottom >= at + 784, `${at}: ${JSON.stringify(seen)}`);
      const sizes = await canvases(page);
      const rows = sizes.reduce((sum, { height }) => sum + height, 0);
      assert.ok(rows > 844 && rows < 844 * 8, `${rows} rows of canvas at ${at}`);
      assert.ok(Math.max(...sizes.map(({ height }) => height)) <= 2048);
      const { data } = await pixels(page, { x: 20, y: 300, width: 350, height: 200 });
      assert.ok(new Set(data).size > 20, `text at ${at}`);
    }
  });
});

test("theme, color-scheme and custom properties are drawn in the next frames", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const corner = async () => {
      await settle(page);
      const { data } = await pixels(page, { x: 2, y: 2, width: 2, height: 2 });
      return [...data.subarray(0, 3)];
    };
    const viewer = (/** @type {string} */ code) => page.evaluate(`(() => { const v = document.querySelector("article-viewer"); ${code} })()`);
    assert.deepEqual(await corner(), [255, 255, 255]);
    await viewer('v.theme = "dark"');
    await frames(page, 3);
    assert.deepEqual(await corner(), [0x14, 0x16, 0x18]);
    await viewer('v.theme = "auto"; v.style.colorScheme = "dark"');
    await frames(page, 3);
    assert.deepEqual(await corner(), [0x14, 0x16, 0x18]);
    await viewer('v.style.colorScheme = ""');
    await frames(page, 3);
    assert.deepEqual(await corner(), [255, 255, 255]);
    await page.emulateMedia({ colorScheme: "dark" });
    await frames(page, 3);
    assert.deepEqual(await corner(), [0x14, 0x16, 0x18]);
    await viewer('v.style.setProperty("--article-viewer-background", "oklch(0.5 0.1 200)")');
    await frames(page, 3);
    const [r, g, b] = await corner();
    assert.ok(r < g && r < b, `${[r, g, b]}`);
    const before = await page.locator("article-viewer").boundingBox();
    const sizes = await eventsOf(page, "article-resize");
    await viewer('v.style.setProperty("--article-viewer-font-size", "1.5rem")');
    await waitForEvent(page, "article-resize", sizes.length + 1);
    const after = await page.locator("article-viewer").boundingBox();
    assert.ok(before && after && after.height > before.height);
  }, { colorScheme: "light" });
});
