// Forty articles on a page: each is drawn where it is seen, and costs little where it is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deadline, frames, inside, pixels, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const samples = ["zh-hans", "zh-hant", "en", "ar"];
const count = 40;

/** @typedef {import("playwright-core").Page} Page */

/** @param {number} number of widgets @param {string} loading */
const pageOf = (number, loading) => held.server.page(Array.from({ length: number }, (_, i) =>
  `<article-viewer id="v${i}" src="/demo/${samples[i % samples.length]}.json?${i}" loading="${loading}"></article-viewer>`).join(""));

/** How many canvases each widget holds. @param {Page} page */
const holdings = (page) => page.evaluate(() => [...document.querySelectorAll("article-viewer")].map(({ shadowRoot }) =>
  /** @type {ShadowRoot} */ (shadowRoot).querySelectorAll("canvas").length));

test("forty widgets with forty articles are all drawn, sharp, and hold pixels only where they are near", { timeout: 240_000 }, async (t) => {
  const ratio = 2;
  await withPage(held, pageOf(count, "eager"), async (page) => {
    const begin = performance.now();
    page.setDefaultTimeout(120_000);
    await page.waitForFunction(() => [...document.querySelectorAll("article-viewer")].every((one) => /** @type {any} */ (one).state === "ready"));
    t.diagnostic(`all ready after ${(performance.now() - begin).toFixed(0)} ms`);
    const textures = [];
    for (let i = 0; i < count; ++i) {
      await page.evaluate((id) => document.querySelector(id)?.scrollIntoView({ block: "start", behavior: "instant" }), `#v${i}`);
      await page.waitForFunction(([id, wanted]) => {
        const { blocks, seen } = /** @type {any} */ (document.querySelector(String(id)))[Symbol.for("article-viewer.internals")];
        const due = blocks.filter((/** @type {any} */ { node: { block } }) => block.y < seen.bottom && block.y + block.height > seen.top && block.scroller < 0);
        return due.length > 3 && due.every((/** @type {any} */ { canvases, ratio: at }) => canvases.length && at === wanted);
      }, [`#v${i}`, ratio], { timeout: deadline });
      const drawn = (await holdings(page)).flatMap((canvases, other) => (canvases ? [other] : []));
      assert.ok(drawn.includes(i) && drawn.every((other) => Math.abs(other - i) <= 2), `at ${i} these hold pixels: ${drawn}`);
      // Each article's first and last widget.
      if (i >= samples.length && i < count - samples.length) continue;
      await settle(page);
      const { data } = await pixels(page, { x: 0, y: 0, width: 390, height: 300 });
      assert.ok(new Set(data).size > 30, `widget ${i} is drawn`);
      textures.push((await inside(page, `#v${i}`)).textures);
    }
    t.diagnostic(`textures at each: ${textures.join(" ")}`);
    assert.ok(Math.max(...textures.slice(samples.length)) <= Math.max(...textures.slice(0, samples.length)) + 2,
      "pictures are given back");
  }, { deviceScaleFactor: ratio });
});

test("a widget that goes far away gives back its canvases and its pictures, and has them again when it comes", async () => {
  const url = held.server.page('<article-viewer id="v0" src="/demo/en.json" loading="eager"></article-viewer><p id="after">After</p>',
    { css: "#after { height: 9000px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page, "#v0");
    await settle(page);
    const photo = page.locator("#v0 .slide img").first();
    await photo.scrollIntoViewIfNeeded();
    await settle(page);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#v0"))[Symbol.for("article-viewer.internals")].textures > 2);
    const place = await page.evaluate(() => scrollY);
    const near = await inside(page, "#v0");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => !document.querySelector("#v0")?.shadowRoot?.querySelector("canvas"));
    await frames(page, 5);
    assert.deepEqual(await holdings(page), [0]);
    const far = await inside(page, "#v0");
    assert.ok(far.textures <= 1 + near.stats[0], `${near.textures} textures, then ${far.textures}: the atlas alone`);
    await page.evaluate((top) => scrollTo(0, top), place);
    await page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector("#v0"))[Symbol.for("article-viewer.internals")].textures >= wanted, near.textures);
    await settle(page);
    const box = await photo.boundingBox();
    assert.ok(box);
    const { data } = await pixels(page, { ...box, height: Math.min(box.height, 150) });
    assert.ok(new Set(data).size > 60, "the photo is drawn again");
  });
});

test("a lazy widget is ready before it is seen, where a reader scrolls by", async (t) => {
  const url = held.server.page(Array.from({ length: 3 }, (_, i) =>
    `<p>Between</p><article-viewer id="v${i}" src="/demo/${samples[i % 4]}.json?${i}" parts="card"></article-viewer>`).join(""),
  { css: "p { height: 1600px; margin: 0 }" });
  await withPage(held, url, async (page) => {
    await page.waitForFunction(() => customElements.get("article-viewer"));
    const seen = await page.evaluate(async () => {
      /** @type {Record<string, {state: string, shown: boolean}>} */
      const first = {};
      const observer = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting && !first[target.id])
            first[target.id] = { state: /** @type {any} */ (target).state, shown: !!target.shadowRoot?.querySelector(".layer h2") };
      });
      for (const viewer of document.querySelectorAll("article-viewer")) observer.observe(viewer);
      // 600 px a second: by time, however long a frame takes.
      let last = performance.now();
      while (scrollY < document.documentElement.scrollHeight - innerHeight - 1) {
        const now = await new Promise(requestAnimationFrame);
        scrollBy(0, Math.max(1, Math.min(50, (now - last) * 0.6)));
        last = now;
      }
      return first;
    });
    t.diagnostic(JSON.stringify(seen));
    assert.equal(Object.keys(seen).length, 3);
    for (const [id, found] of Object.entries(seen)) assert.deepEqual(found, { state: "ready", shown: true }, id);
  });
});
