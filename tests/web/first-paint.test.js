// What the browser itself reports of a load: first and largest contentful paint, and layout shift.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

const observing = `
  window.reported = { shift: 0, first: 0, largest: null, ready: 0 };
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe("layout-shift", ({ value }) => { reported.shift += value; });
  observe("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") reported.first = startTime; });
  observe("largest-contentful-paint", ({ url, size, startTime }) => { reported.largest = { url, size, startTime }; });
  addEventListener("article-load", () => { reported.ready = performance.now(); });`;

/** The page is idle when its pictures have been shown: on a busy machine they come when they are drawn already. */
const idleLate = `
  window.requestIdleCallback = (call) => {
    const images = [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img[src]") ?? []];
    if (images.length && images.every(({ complete }) => complete)) requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(call, 100)));
    else setTimeout(() => requestIdleCallback(call), 20);
  };`;

/** @param {import("playwright-core").Page} page @param {boolean} [picture] the largest will be a picture, which may come late */
async function reported(page, picture = false) {
  await waitUntilComplete(page);
  await settle(page);
  await page.waitForFunction((of) => {
    const { largest } = /** @type {any} */ (window).reported;
    return of ? largest?.url : largest;
  }, picture);
  return page.evaluate(() => /** @type {any} */ (window).reported);
}

for (const [sample, width] of /** @type {[string, number][]} */ ([["zh-hans", 390], ["zh-hant", 1024], ["en", 1024], ["ar", 390]]))
  test(`${sample} at ${width} px: what is painted first is the layer, and nothing shifts`, async () => {
    await withPage(held, held.server.page(`<article-viewer src="/demo/${sample}.json"></article-viewer>`), async (page) => {
      const { shift, first, largest, ready } = await reported(page, true);
      assert.equal(shift, 0);
      assert.ok(first >= ready && first < ready + 2000, `first paint after ${first} ms, ready after ${ready}`);
      assert.match(largest.url, /\/demo\/photos\//);
      assert.ok(largest.size > 50000 && largest.startTime >= ready, JSON.stringify(largest));
    }, { script: observing + idleLate, viewport: { width, height: 844 } });
  });

test("a text that is shown first and shifts afterwards is seen", async () => {
  const url = held.server.page('<p id="first">Loading</p><article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    const { shift, first, ready } = await reported(page);
    assert.ok(shift > 0 && first < ready, JSON.stringify({ shift, first, ready }));
  }, { script: `${observing}
    addEventListener("article-load", () => setTimeout(() => {
      document.querySelector("#first").textContent = "Loading ".repeat(200);
    }, 100));` });
});

for (const [style, shifts] of /** @type {[string, boolean][]} */ ([["display: block; min-height: 100vh", false], ["", true]]))
  test(`what follows shifts ${shifts ? "where no room is kept" : "nowhere where room is kept"}`, async () => {
    const markup = '<article-viewer src="/demo/en.json"></article-viewer><footer>More</footer>';
    await withPage(held, held.server.page(markup, { css: `article-viewer { ${style} }` }), async (page) => {
      const { shift } = await reported(page);
      assert.equal(shift > 0, shifts, `${shift}`);
    }, { script: observing, viewport: { width: 390, height: 844 } });
  });

test("what a page preloads is fetched once, before the element asks", async () => {
  const names = ["article-viewer-widget.js", "article-viewer.wasm", "demo/zh-hans.json"];
  const fetching = names.slice(1).map((name) => `<link rel="preload" as="fetch" crossorigin href="/${name}">`);
  const markup = `<link rel="modulepreload" href="/${names[0]}">${fetching.join("")}<article-viewer src="/demo/zh-hans.json"></article-viewer>`;
  await withPage(held, "about:blank", async (page) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await page.goto(held.server.page(markup));
    await waitUntilComplete(page);
    for (const name of names) assert.equal(asked.filter((one) => one === name).length, 1, name);
    const initiators = await page.evaluate(() => performance.getEntriesByType("resource")
      .map((entry) => [new URL(entry.name).pathname.slice(1), /** @type {PerformanceResourceTiming} */ (entry).initiatorType]));
    // What the element had asked for itself would be told of as "fetch", or as "script".
    for (const name of names) assert.match(Object.fromEntries(initiators)[name], /^(link|other)$/, name);
  });
});
