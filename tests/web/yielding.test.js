// The drawing yields to the layer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const url = (name = "zh-hans") => held.server.page(
  `<article-viewer src="/demo/${name}.json" loading="eager"></article-viewer>`, { lang: name });

/** @param {import("playwright-core").Page} page */
const look = (page) => page.evaluate(() => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const root = /** @type {ShadowRoot} */ (viewer.shadowRoot);
  const paragraph = /** @type {Element} */ (
    root.querySelector(".layer .drawn.broken") ?? root.querySelector(".layer p.as-body, .layer p"));
  return {
    drawn: [...root.querySelectorAll("canvas")].some((canvas) => getComputedStyle(canvas).display !== "none"),
    ink: getComputedStyle(paragraph).color !== "rgba(0, 0, 0, 0)",
    position: getComputedStyle(paragraph).position,
    plain: viewer.matches(":state(plain)"),
    state: viewer.state,
  };
});
const drawn = { drawn: true, ink: false, position: "relative", plain: false, state: "ready" };
const yielded = { drawn: false, ink: true, position: "static", plain: true, state: "ready" };

/** Waits until it has yielded, or draws again. @param {import("playwright-core").Page} page @param {boolean} wanted */
const waitFor = (page, wanted) => page.waitForFunction((plain) =>
  document.querySelector("article-viewer")?.matches(":state(plain)") === plain, wanted);

/** Ready, and watching. @param {import("playwright-core").Page} page */
async function stand(page) {
  await waitUntilComplete(page);
  await page.locator("article-viewer .gauge").waitFor({ state: "attached" });
  await settle(page);
  assert.deepEqual(await look(page), drawn);
}

/** As a reader's own style sheet has it: into the shadow root, important. @param {import("playwright-core").Page} page @param {string} css */
const restyle = (page, css) => page.evaluate((text) => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  /** @type {any} */ (window).readersOwn = sheet;
}, css);
/** @param {import("playwright-core").Page} page */
const unstyle = (page) => page.evaluate(() => {
  const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== /** @type {any} */ (window).readersOwn);
});

for (const [what, css] of [
  ["letter spacing", "* { letter-spacing: .12em !important }"],
  ["word spacing", "* { word-spacing: .16em !important }"],
  ["line height", "* { line-height: 1.5 !important }"],
  ["paragraph spacing", "p { margin-bottom: 2em !important }"],
  ["colour", "* { color: #00f !important }"],
  ["colours", "* { color: #000 !important; background: #fff !important }"],
  ["a font", "* { font-family: monospace !important }"],
  ["a size", "p, span { font-size: 24px !important }"],
]) {
  test(`to a reader's own ${what}, as long as it is there`, async () => {
    await withPage(held, url(), async (page) => {
      await stand(page);
      await restyle(page, css);
      await waitFor(page, true);
      assert.deepEqual(await look(page), yielded);
      await unstyle(page);
      await waitFor(page, false);
      await settle(page);
      assert.deepEqual(await look(page), drawn);
    });
  });
}

test("to forced colours, as long as they are there", async () => {
  await withPage(held, url(), async (page) => {
    await stand(page);
    await page.emulateMedia({ forcedColors: "active" });
    await waitFor(page, true);
    assert.deepEqual(await look(page), yielded);
    await page.emulateMedia({ forcedColors: "none" });
    await waitFor(page, false);
    await settle(page);
    assert.deepEqual(await look(page), drawn);
  });
});

test("to a translator, who replaces text", async () => {
  await withPage(held, url("en"), async (page) => {
    await stand(page);
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const paragraph = /** @type {Element} */ (root.querySelectorAll(".layer p")[2]);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const node = /** @type {Text} */ (walker.nextNode());
      const font = document.createElement("font");
      font.textContent = "Übersetzter Text";
      node.replaceWith(font);
    });
    await waitFor(page, true);
    assert.deepEqual(await look(page), yielded);
    await page.getByRole("tab").nth(1).click();
    await frames(page, 4);
    assert.ok(await page.getByText("Übersetzter Text").isVisible(), "what was translated stays so");
  });
});

test("but not to its own changes: tabs, photos, sizes, themes", async () => {
  await withPage(held, url(), async (page) => {
    await stand(page);
    await page.getByRole("tab").nth(1).click();
    await page.locator("article-viewer .carousel button").nth(1).click();
    await page.setViewportSize({ width: 700, height: 800 });
    await page.evaluate(() => { /** @type {any} */ (document.querySelector("article-viewer")).theme = "dark"; });
    await page.evaluate(() => { document.documentElement.style.setProperty("--article-viewer-font-size", "1.5rem"); });
    await settle(page);
    assert.deepEqual(await look(page), drawn);
  }, { viewport: { width: 390, height: 844 } });
});

test("in print, with every photo and tab", async () => {
  await withPage(held, url("en"), async (page) => {
    await stand(page);
    const before = await page.locator("article-viewer").evaluate((viewer) => viewer.getBoundingClientRect().height);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const shown = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)]
        .filter((element) => element.getBoundingClientRect().height > 0).length;
      return { slides: shown(".slide"), panels: shown("[role=tabpanel]"), all: root.querySelectorAll(".slide").length,
        allPanels: root.querySelectorAll("[role=tabpanel]").length,
        canvas: getComputedStyle(/** @type {Element} */ (root.querySelector("canvas"))).display };
    });
    assert.deepEqual([seen.slides, seen.panels, seen.canvas], [seen.all, seen.allPanels, "none"]);
    await page.emulateMedia({ media: "screen" });
    await settle(page);
    assert.equal(await page.locator("article-viewer").evaluate((viewer) => viewer.getBoundingClientRect().height), before);
  });
});
