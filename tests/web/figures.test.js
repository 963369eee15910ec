// What a newsroom counts: parts that were seen, how far an article was read, how fast it was there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, frames, inside, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

/** A second of looking goes by when the test says so: `turn()`, which tells how many waited. */
const script = `{
  const { setTimeout, clearTimeout } = window;
  let waiting = new Map();
  window.setTimeout = (call, time, ...rest) => {
    if (time !== 1000) return setTimeout(call, time, ...rest);
    const number = -1 - waiting.size - Math.random();
    waiting.set(number, call);
    return number;
  };
  window.clearTimeout = (number) => {
    if (!waiting.delete(number)) clearTimeout(number);
  };
  window.turn = () => {
    const { size } = waiting;
    for (const [number, call] of waiting) {
      waiting.delete(number);
      call();
    }
    return size;
  };
  window.waiting = () => waiting.size;
}`;

/** @param {import("playwright-core").Page} page @param {string} selector */
const show = (page, selector) => page.evaluate((at) => {
  document.querySelector("article-viewer")?.shadowRoot?.querySelector(at)?.scrollIntoView({ block: "center" });
}, selector);

/** @param {import("playwright-core").Page} page */
const partsOf = async (page) => (await eventsOf(page, "article-part-view")).map(({ detail }) => detail.part);
/** @param {import("playwright-core").Page} page */
const readOf = async (page) => (await eventsOf(page, "article-read")).map(({ detail }) => detail.percent);

/** @param {import("playwright-core").Page} page @param {number} least how many look */
async function turn(page, least = 1) {
  await page.waitForFunction((count) => /** @type {any} */ (window).waiting() >= count, least);
  return page.evaluate(() => /** @type {any} */ (window).turn());
}

for (const view of ["canvas", "plain"]) {
  test(`${view}: a part is told of once, when half of it or a screen of it was seen for a second`, async () => {
    await withPage(held, held.server.page(`<article-viewer src="/demo/en.json" view="${view}"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await turn(page);
      assert.deepEqual(await partsOf(page), ["card"]);
      // Who passes by has not looked.
      await show(page, ".carousel");
      await page.waitForFunction(() => /** @type {any} */ (window).waiting() > 0);
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForFunction(() => /** @type {any} */ (window).waiting() === 0);
      assert.deepEqual(await partsOf(page), ["card"]);
      await show(page, ".carousel");
      await turn(page);
      await show(page, '[role="group"]:has(> [role="tablist"])');
      await turn(page);
      assert.deepEqual(await partsOf(page), ["card", "gallery", "rankings"]);
      await show(page, ".carousel");
      await settle(page);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).waiting()), 0, "once");
    }, { script });
  });

  test(`${view}: shares of the body, in order, with the time that it took`, async () => {
    await withPage(held, held.server.page(`<article-viewer src="/demo/en.json" view="${view}"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      assert.deepEqual(await readOf(page), []);
      await page.evaluate(() => {
        const body = [.../** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelectorAll("p.as-body")];
        body[Math.floor(body.length / 2)].scrollIntoView({ block: "end" });
      });
      await waitForEvent(page, "article-read");
      const some = await readOf(page);
      assert.ok(some.length < 4 && some[0] === 25, String(some));
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));  // past it
      await waitForEvent(page, "article-read", 4);
      assert.deepEqual(await readOf(page), [25, 50, 75, 100]);
      const seconds = (await eventsOf(page, "article-read")).map(({ detail }) => detail.seconds);
      assert.ok(seconds.every((one, i) => one > 0 && one < 60 && one >= (seconds[i - 1] ?? 0)), String(seconds));
      // Loaded again it is the same reading.
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
      await settle(page);
      assert.equal((await readOf(page)).length, 4);
    });
  });

  test(`${view}: how long it took, once a load`, async () => {
    await withPage(held, held.server.page(`<article-viewer src="/demo/en.json" view="${view}"></article-viewer>`), async (page) => {
      const { detail: { build, view: shown, text, drawn, ready } } = await waitForEvent(page, "article-vitals");
      assert.match(build, /^[0-9a-f]{12}$/);
      assert.equal(shown, view);
      assert.ok(ready > 0 && text > 0 && text < 15000, `${ready} ${text}`);
      if (view === "canvas") assert.ok(drawn >= text, `${text} ${drawn}`);
      else assert.equal(drawn, null);
      await settle(page);
      assert.equal((await eventsOf(page, "article-vitals")).length, 1);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
      await waitForEvent(page, "article-vitals", 2);
      const { framesDrawn } = await inside(page);
      await frames(page, 20);
      assert.equal((await inside(page)).framesDrawn, framesDrawn, "at rest");
    });
  });
}

for (const css of ["", "article-viewer { height: 300px }", "#pane { height: 300px; overflow: auto }"])
  test(`what was not seen is not read, of whatever height the view is: ${css || "the page"}`, async () => {
    const body = Array.from({ length: 40 }, (_, i) => ({ type: "paragraph", text: `P${i} ${"The boats come home one after the other. ".repeat(3)}` }));
    held.server.route("/even.json", { body: JSON.stringify({ version: 1, language: "en", article: { headline: "Boats", body } }) });
    await withPage(held, held.server.page('<div id="pane"><article-viewer src="/even.json"></article-viewer></div>', { css }), async (page) => {
      await waitUntilComplete(page);
      await turn(page);
      await settle(page);
      assert.deepEqual(await readOf(page), []);
      assert.deepEqual(await partsOf(page), ["card"]);
    }, { script });
  });
