// What a long article costs: the drawing as much as a short one's, the document and its layer by their length.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inside, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { longArticle } from "./support/long-article.js";

const held = useBrowser();

/** Scrolls through all of an article, and says what is held then. @param {number} paragraphs */
async function readThrough(paragraphs) {
  /** @type {any} */
  let found;
  held.server.route(`/long-${paragraphs}.json`, { body: longArticle(paragraphs) });
  const url = held.server.page(`<article-viewer src="/long-${paragraphs}.json" parts="card"></article-viewer>`);
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await page.evaluate(async () => {
      const end = document.documentElement.scrollHeight;
      // By less than a viewport, so that each paragraph is drawn once; 40 stops at most.
      const step = Math.max(700, end / 40);
      for (let top = 0; top < end; top += step) {
        scrollTo(0, top);
        for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
      }
    });
    await settle(page);
    const client = await page.context().newCDPSession(page);
    await client.send("HeapProfiler.collectGarbage");
    await client.send("Performance.enable");
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const { textures, stats, memory } = await inside(page);
    const rows = await page.locator("article-viewer canvas").evaluateAll((all) =>
      all.reduce((sum, canvas) => sum + /** @type {HTMLCanvasElement} */ (canvas).height, 0));
    const made = await page.evaluate(() => [.../** @type {any} */ (globalThis).made]);
    found = { textures, stats, memory, rows, made, heap: of("JSHeapUsedSize"), nodes: of("Nodes"),
      height: await page.evaluate(() => document.documentElement.scrollHeight) };
  }, { deviceScaleFactor: 2, script: `globalThis.made = [];
    const real = WebGL2RenderingContext.prototype.texStorage2D;
    WebGL2RenderingContext.prototype.texStorage2D = function (...given) {
      made.push(given.slice(-2).join(" x "));
      return real.apply(this, given);
    };` });
  return found;
}

test("canvases, textures and atlas are the same for 200 paragraphs and for 2,000", async (t) => {
  const [short, long] = [await readThrough(200), await readThrough(2000)];
  for (const { height, rows, textures, made, stats, memory, heap, nodes } of [short, long])
    t.diagnostic(`${height} px high: ${rows} rows of canvases, ${textures} textures (${made.join(", ")}), segments ${stats}, ` +
      `wasm ${(memory / 2 ** 20).toFixed(1)} MiB, heap ${(heap / 2 ** 20).toFixed(1)} MiB, ${nodes} nodes`);
  assert.ok(long.height > 9 * short.height);
  for (const what of ["textures", "made"]) assert.deepEqual(long[what], short[what], what);
  assert.ok(long.rows > 0 && long.rows <= 1.2 * short.rows, `${long.rows} rows of canvases, ${short.rows} for the short one`);
  // What is kept of the text itself grows with it, and no faster.
  for (const what of ["memory", "heap", "nodes"])
    assert.ok(long[what] <= 10 * short[what], `${what}: ${short[what]}, then ${long[what]}`);
});
