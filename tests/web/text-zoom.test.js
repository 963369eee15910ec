// A reader's larger or smaller type: the drawing stays, and all of it grows with the type.
// More sizes of it are in tests/slow.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { measureLines } from "./support/layer-lines.js";
import { root } from "./support/server.js";
import { assertFollowed, assertLaidOn, look, pageOf, phone, testFactors, testLeast, ways } from "./support/text-zoom-tests.js";

const held = useBrowser();
testFactors(held, [["zh-hans", 0.8], ["zh-hans", 1.5], ["ar", 1.5], ["zh-hans", 2]]);
testLeast(held, [["zh-hans", 1, 20], ["zh-hans", 2, 20]]);

test("an app's zoom that stands before the article does, and goes while it is read", async (t) => {
  await withPage(held, pageOf(held, "zh-hans", "html { -webkit-text-size-adjust: 100% } body { -webkit-text-size-adjust: 150% }"), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await assertFollowed(page, 1.5);
    await assertLaidOn(page, t);
    await page.evaluate(() => document.body.style.setProperty("-webkit-text-size-adjust", "100%"));
    await frames(page, 4);
    await settle(page);
    await assertFollowed(page, 1);
    await assertLaidOn(page, t);
  }, phone);
});

test("a zoom that comes as the article is told of is followed", async () => {
  const script = 'addEventListener("article-load", () => document.body.style.setProperty("-webkit-text-size-adjust", "150%"))';
  await withPage(held, pageOf(held, "zh-hans"), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await assertFollowed(page, 1.5);
  }, { ...phone, script });
});

test("prerendered content under an app's zoom gives its place to a drawing of its size", async (t) => {
  const src = `${held.server.origin}/demo/zh-hans.json`;
  const { html } = await renderArticle(JSON.parse(await readFile(path.join(root, "assets/zh-hans.json"), "utf8")), { base: src });
  const body = `<link rel="stylesheet" href="/article-viewer-prerendered.css"><article-viewer src="${src}" loading="eager" theme="light">${html}</article-viewer>`;
  await withPage(held, held.server.page(body, { lang: "zh-hans", css: "body { -webkit-text-size-adjust: 150% }" }), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await assertFollowed(page, 1.5);
    await assertLaidOn(page, t);
  }, phone);
});

for (const view of ["plain", "auto"])
  test(`view ${view}, where HTML shows it, follows an app's zoom`, async () => {
    const page = held.server.page(`<article-viewer src="/demo/zh-hans.json" loading="eager" view="${view}"></article-viewer>`, { lang: "zh-hans" });
    await withPage(held, page, async (page) => {
      await waitUntilComplete(page);
      if (view === "auto") {
        await page.emulateMedia({ forcedColors: "active" });
        await page.waitForFunction(() => document.querySelector("article-viewer")?.matches(":state(plain)"));
      }
      const sizes = () => page.evaluate(() => ["p.as-body", ".as-headline", ".as-caption"].map((selector) =>
        Number.parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(selector))).fontSize)));
      const before = await sizes();
      for (const factor of [0.8, 1.5, 2, 1]) {
        await ways["an app's text-size-adjust on body"].set(page, factor);
        await frames(page, 4);
        const found = await sizes();
        found.forEach((size, i) => assert.ok(Math.abs(size - before[i] * factor) < 0.05, `${size} px of ${before[i]} at ${factor}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, 390, "nothing is wider than the page");
      }
    }, { viewport: { width: 390, height: 844 }, ...phone });
  });

for (const view of ["auto", "plain"])
  test(`three lines of an enlarged photo's caption are seen in each size, view ${view}`, async () => {
    held.server.route("/captions.json", { body: JSON.stringify({ version: 1, language: "zh-Hans",
      gallery: { photos: [{ src: "/demo/photos/none.jpg", caption: "渔船陆续回港，码头上人声鼎沸。".repeat(12) }] } }) });
    await withPage(held, held.server.page(`<article-viewer src="/captions.json" loading="eager" view="${view}"></article-viewer>`, { lang: "zh-hans" }), async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      const caption = page.locator("article-viewer .enlarged .caption");
      await caption.waitFor();
      for (const factor of [1, 1.5, 2, 0.8]) {
        await ways["an app's text-size-adjust on body"].set(page, factor);
        await frames(page, 4);
        const found = await caption.evaluate((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const tops = [...new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))];
          const { bottom } = element.getBoundingClientRect();
          const size = Number.parseFloat(getComputedStyle(element).fontSize);
          return { size, seen: tops.filter((one) => one <= bottom + 1).length, within: bottom <= innerHeight + 1 };
        });
        assert.deepEqual(found, { size: 16 * factor, seen: 3, within: true }, `at ${factor}`);
        assert.ok(await page.locator("article-viewer .enlarged .more").isVisible(), "the rest can be seen");
      }
    }, { viewport: { width: 390, height: 844 }, ...phone });
  });

test("a layer that is zoomed on its own is seen", async () => {
  await withPage(held, pageOf(held, "en"), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => {
      const paragraph = /** @type {HTMLElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector("p.as-body"));
      paragraph.style.setProperty("-webkit-text-size-adjust", "110%");
    });
    const { sizes } = await look(page);
    assert.ok(sizes.some(([used, drawn]) => Math.abs(used - drawn) > 0.02));
    const { faults } = await measureLines(page, { ends: 1, segments: 3 });
    assert.ok(faults.length > 0);
  }, phone);
});
