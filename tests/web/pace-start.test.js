// What the first screen costs, however long the article is, and how long the main thread is held for the rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { longArticle } from "./support/long-article.js";

const held = useBrowser();
/** What else the machine does only adds: the least of some rounds is what the page can do. */
const rounds = 12;

/** Main thread until it is ready, ms, and what then took long. @param {string} body */
async function start(body) {
  held.server.route("/long.json", { body });
  const found = { ready: 0, /** @type {number[]} */ slices: [], /** @type {number[]} */ reading: [] };
  await withPage(held, held.server.page('<article-viewer src="/long.json" parts="card"></article-viewer>'), async (page) => {
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    await waitForState(page, "ready");
    const { metrics } = await client.send("Performance.getMetrics");
    found.ready = 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
    await page.evaluate(() => /** @type {any} */ (window).goOn());
    await waitUntilComplete(page);
    Object.assign(found, await page.evaluate(() => /** @type {any} */ (window).took));
  }, { script: `
    // What follows when the page is idle waits until the first screen was measured.
    let held = [];
    const { requestIdleCallback } = window;
    window.requestIdleCallback = (...given) => held ? held.push(given) : requestIdleCallback(...given);
    window.goOn = () => {
      const waiting = held;
      held = null;
      for (const given of waiting) requestIdleCallback(...given);
    };
    window.took = { slices: [], reading: [] };
    const { setTimeout } = window;
    window.setTimeout = (call, ...rest) => setTimeout((...given) => {
      const ready = document.querySelector("article-viewer")?.state === "ready";
      const start = performance.now();
      call(...given);
      window.took[ready ? "slices" : "reading"].push(performance.now() - start);
    }, ...rest);` });
  return found;
}

/** 1.5 is wanted. What is more is reading: 560 KB of JSON take as long as 40 ms before the browser compiles it well. */
const mostOfShort = 2.1;

test("2,000 paragraphs cost the first screen little more than 20 do", async (t) => {
  const [short, long] = [Infinity, NaN].map((least) => ({ least }));
  /** @type {number[]} */
  const shorts = [];
  for (let round = 0; round < rounds && !(long.least <= mostOfShort * short.least); ++round) {
    shorts.push((await start(longArticle(20))).ready);
    // Once in a while the browser counts but a fifth of it: the second least is taken.
    short.least = shorts.sort((a, b) => a - b)[Math.min(1, round)];
    const { ready } = await start(longArticle(2000));
    long.least = long.least <= ready ? long.least : ready;
  }
  const ratio = long.least / short.least;
  t.diagnostic(`${short.least.toFixed(0)} ms, ${long.least.toFixed(0)} ms: ${ratio.toFixed(2)}`);
  assert.ok(ratio <= mostOfShort, `${ratio}`);
});

test("the rest is laid out in slices that hold the main thread for 8 ms, as far as the machine lets them", async (t) => {
  let best = Infinity;
  for (let round = 0; round < 3; ++round) {
    const { slices } = await start(longArticle(2000));
    // What takes no time is no slice: other timers run too.
    const sorted = slices.filter((took) => took > 1).sort((a, b) => a - b);
    assert.ok(sorted.length > 20, `${sorted.length} slices`);
    const middle = sorted[sorted.length >> 1];
    t.diagnostic(`${sorted.length} slices: half of them within ${middle.toFixed(1)} ms, 9 of 10 within ` +
      `${sorted[Math.floor(sorted.length * 0.9)].toFixed(1)}, the longest ${sorted[sorted.length - 1].toFixed(1)}`);
    best = Math.min(best, middle);
  }
  assert.ok(best <= 8, `${best} ms`);
});
