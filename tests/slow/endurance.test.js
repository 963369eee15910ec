import assert from "node:assert/strict";
import { test } from "node:test";
import { flags, inside, settle, useBrowser, waitUntilComplete, withPage } from "../web/support/browser.js";
import { plainPng } from "../web/support/odd-pictures.js";

/** What comes, goes and moves: nothing of it stays behind. */

/** What the engine compiles as it goes on is no leak, and hides one. */
const interpreted = "--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation --liftoff-only";
const held = useBrowser({ args: [...flags, interpreted] });

/** Counts what a page has made and not given back, before any script of its own. */
const counters = `
  window.alive = {};
  const count = (prototype, made, unmade, name) => {
    const alive = new WeakSet();
    window.alive[name] = 0;
    const { [made]: make, [unmade]: unmake } = prototype;
    prototype[made] = function (...given) {
      const object = make.apply(this, given);
      if (object) { alive.add(object); window.alive[name] += 1; }
      return object;
    };
    prototype[unmade] = function (object, ...given) {
      if (object && alive.delete(object)) window.alive[name] -= 1;
      return unmake.call(this, object, ...given);
    };
  };
  for (const name of ["Texture", "Buffer", "Framebuffer", "VertexArray", "Program", "Shader"])
    count(WebGL2RenderingContext.prototype, "create" + name, "delete" + name, name);
  const urls = new Set();
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => { const url = createObjectURL(blob); urls.add(url); return url; };
  URL.revokeObjectURL = (url) => { urls.delete(url); revokeObjectURL(url); };
  Object.defineProperty(window.alive, "objectUrls", { get: () => urls.size, enumerable: true });
`;

/** @param {import("playwright-core").Page} page */
async function measure(page) {
  await settle(page);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  for (let i = 0; i < 3; ++i) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const { memory, textures, stats } = await inside(page, "#keeper");
  const alive = await page.evaluate(() => ({ .../** @type {any} */ (window).alive }));
  await client.detach();
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners"), memory, textures,
    viewers: stats[5], segments: stats[4], ...alive };
}

test("1,000 widgets come and go, and all is as it was", { timeout: 240_000 }, async () => {
  const url = held.server.page('<article-viewer id="keeper" src="/demo/en.json" parts="card"></article-viewer><div id="place"></div>');
  held.server.route("/round.png", { body: plainPng(3, 2, [30, 120, 200]), type: "image/png" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page, "#keeper");
    const rounds = (/** @type {number} */ count) => page.evaluate(async (n) => {
      const article = { version: 1, language: "en", article: { headline: "Tide", body: [{ type: "paragraph", text: ["High at noon."] }] },
        gallery: { photos: [{ src: "/round.png", width: 3, height: 2 }, { src: "/round.png", width: 3, height: 2, caption: "Again" }] } };
      const place = /** @type {HTMLElement} */ (document.querySelector("#place"));
      for (let i = 0; i < n; ++i) {
        const widget = /** @type {any} */ (document.createElement("article-viewer"));
        widget.setAttribute("loading", "eager");
        widget.document = article;
        const shown = new Promise((done) => widget.addEventListener("article-load", done, { once: true }));
        place.append(widget);
        // Some leave before they are shown, some when they are, some when they have been drawn again.
        if (i % 4) await shown;
        if (i % 4 > 1) await widget.showPhoto(1);
        if (i % 4 > 2) await new Promise(requestAnimationFrame);
        widget.remove();
      }
      /** @type {any} */ (window).events.length = 0;
    }, count);
    await rounds(50);
    const before = await measure(page);
    await rounds(1000);
    const after = await measure(page);
    for (const [name, value] of Object.entries(after))
      assert.ok(value <= before[name] * 1.05, `${name}: ${before[name]}, then ${value}`);
  }, { script: counters });
});
