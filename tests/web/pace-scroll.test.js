// A long article goes by as fast as a hand can throw it: what the compositor shows is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { inside, settle, useBrowser, waitForState, withPage } from "./support/browser.js";
import { longArticle } from "./support/long-article.js";

const held = useBrowser();
const viewport = { width: 390, height: 844 };
/** CSS px a second, and in all. */
const speed = 3000;
const way = 9000;
/** Between paragraphs no ink stands on so many rows, CSS px; where nothing is drawn none does on more. */
const gap = 48;

/**
 * The longest run of rows without ink.
 * @param {string} png base64 @returns {number} CSS px
 */
function blankRun(png) {
  const { width, height, step, pixels } = decodePng(Buffer.from(png, "base64"));
  let longest = 0;
  let run = 0;
  for (let y = 0; y < height; ++y) {
    let [least, most] = [255, 0];
    for (let x = 0; x < width; ++x) {
      const value = pixels[(y * width + x) * step];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    run = most - least < 40 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest * viewport.height / height;
}

/** Pictures of what the compositor shows, as they come. @param {import("playwright-core").CDPSession} client */
async function watch(client) {
  /** @type {string[]} */
  const shown = [];
  client.on("Page.screencastFrame", ({ data, sessionId }) => {
    shown.push(data);
    client.send("Page.screencastFrameAck", { sessionId }).catch(() => {});  // the last one comes when all is over
  });
  await client.send("Page.startScreencast", { format: "png", maxWidth: 195, maxHeight: 422 });
  return { take: () => shown.splice(0).map(blankRun) };
}

/**
 * Scrolls by the compositor.
 * @param {import("playwright-core").Page} page @param {import("playwright-core").CDPSession} client
 * @param {number} down CSS px
 */
async function scroll(page, client, down) {
  await page.evaluate(() => {
    const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
    const canvas = /** @type {HTMLCanvasElement} */ (viewer.shadowRoot?.querySelector("canvas"));
    /** @type {any} */
    const seen = { frames: 0, uncovered: [], rows: 0 };
    /** @type {any} */ (window).seen = seen;
    const look = () => {
      const { top, bottom } = canvas.getBoundingClientRect();
      seen.frames += 1;
      seen.rows = Math.max(seen.rows, canvas.height);
      const missing = Math.max(top - Math.max(0, viewer.getBoundingClientRect().top), innerHeight - bottom);
      if (missing > 0.5) seen.uncovered.push(Math.round(missing));
      if (!seen.ends) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await client.send("Input.synthesizeScrollGesture",
    { x: 195, y: 420, yDistance: -down, speed, gestureSourceType: "mouse", preventFling: true });
  return page.evaluate(() => {
    const { seen } = /** @type {any} */ (window);
    seen.ends = true;
    return { ...seen, top: scrollY };
  });
}

test(`no blank strip is seen at ${speed} px a second, down or up`, async (t) => {
  held.server.route("/long.json", { body: longArticle(2000) });
  const url = held.server.page('<article-viewer src="/long.json" parts="card"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitForState(page, "ready");
    await settle(page);
    const rest = (await inside(page)).window.height;
    const client = await page.context().newCDPSession(page);
    const pictures = await watch(client);
    // What else the machine does only adds: one round without a strip is what the viewer can do.
    const failures = [];
    for (const down of [way, -way]) {
      let clean = false;
      for (let round = 0; round < 6 && !clean; ++round) {
        await page.evaluate((top) => scrollTo(0, top), down > 0 ? 0 : way);
        await settle(page);
        pictures.take();
        const { frames, uncovered, rows, top } = await scroll(page, client, down);
        const shown = pictures.take();
        assert.ok(Math.abs(top - Math.max(0, down)) < 200, `it scrolled to ${top}`);
        const blank = shown.filter((/** @type {number} */ run) => run > gap).map(Math.round);
        t.diagnostic(`${down > 0 ? "down" : "up"}: ${frames} frames, uncovered in ${uncovered.length} (${uncovered.join(" ")}); ` +
          `${shown.length} pictures, blank in ${blank.length} (${blank.join(" ")}); ${rows} rows at most`);
        clean = shown.length >= 5 && !uncovered.length && !blank.length;
      }
      if (!clean) failures.push(down);
    }
    assert.deepEqual(failures, []);
    await settle(page);
    assert.equal((await inside(page)).window.height, rest, "what was ahead is given back");
  }, { viewport, deviceScaleFactor: 2 });
});
