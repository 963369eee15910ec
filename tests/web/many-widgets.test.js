// Widgets that come near and go far. Forty of them on a page: tests/slow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, holdings, inside, pixels, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

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
  const article = { headline: "Tide", body: [{ type: "paragraph", text: "High at noon." }] };
  held.server.route("/tide.json", { body: JSON.stringify({ version: 1, language: "en", article }) });
  const url = held.server.page(Array.from({ length: 3 }, (_, i) =>
    `<p>Between</p><article-viewer id="v${i}" src="/tide.json?${i}"></article-viewer>`).join("") + "<p>After</p>",
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
