// Classic scroll bars take room: what is as high as its container must not make them come and go for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser({ ignoreDefaultArgs: ["--hide-scrollbars"] });

/** Photos that are high: the wider they stand, the higher is all of it. */
const shown = { version: 1, language: "en", gallery: { photos: Array.from({ length: 2 }, (_, i) =>
  ({ src: "/demo/photos/tram-800.jpg", width: 400, height: 600, caption: `Photo ${i + 1}` })) } };

for (const [name, selector, css] of [
  ["in a container that scrolls", "#around", "#around { width: 400px; overflow: auto }"],
  ["with a height of its own", "article-viewer", "article-viewer { width: 400px }"],
])
  test(`${name} its size comes to rest, whatever the height`, async () => {
    held.server.route("/high.json", { body: JSON.stringify(shown) });
    const url = held.server.page('<div id="around"><article-viewer src="/high.json" parts="gallery" loading="eager"></article-viewer></div>', { css });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      const found = await page.evaluate(async ([at]) => {
        const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
        const content = /** @type {HTMLElement} */ (viewer.shadowRoot?.querySelector(".content"));
        const high = content.getBoundingClientRect().height;
        const sized = /** @type {HTMLElement} */ (document.querySelector(at));
        const restless = [];
        let bars = 0;
        for (let height = Math.round(high) - 30; height < high + 10; ++height) {
          sized.style.height = `${height}px`;
          for (let i = 0; i < 14; ++i) await new Promise(requestAnimationFrame);
          const widths = new Set();
          for (let i = 0; i < 6; ++i) {
            await new Promise(requestAnimationFrame);
            widths.add(`${sized.clientWidth} ${content.style.height}`);
          }
          if (widths.size > 1) restless.push(`${height}: ${[...widths].join(", ")}`);
          if (sized.clientWidth < 400) bars += 1;
        }
        return { restless, bars };
      }, [selector]);
      assert.deepEqual(found.restless, []);
      assert.ok(found.bars > 5, `${found.bars} heights with a scroll bar`);
    }, { viewport: { width: 800, height: 1000 } });
  });
