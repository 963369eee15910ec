// What the compositor shows of a long article while it scrolls.
import assert from "node:assert/strict";
import { decodePng } from "../../preview/support/png.js";
import { frames, settle, waitForState, withPage } from "./browser.js";
import { longArticle } from "./long-article.js";

/** @typedef {ReturnType<typeof import("./browser.js").useBrowser>} Held */

export const viewport = { width: 390, height: 844 };
/** Between paragraphs no ink stands on so many rows, CSS px; where nothing is drawn none does on more. */
const gap = 48;

/**
 * The longest run of rows without ink.
 * @param {string} png base64 @param {number} [scale] pixels of a CSS px; 0: it is as high as the view
 * @returns {number} CSS px
 */
export function blankRun(png, scale = 0) {
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
  return scale ? longest / scale : longest * viewport.height / height;
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
  return { take: () => shown.splice(0).map((png) => blankRun(png)) };
}

/**
 * What the compositor shows while it scrolls down and up, as shares of pictures with a blank strip.
 * @param {Held} held @param {import("node:test").TestContext} t @param {string} url @param {number} speed @param {number} way @param {number} rounds
 * @returns {Promise<number[]>} the least of them, down and up
 */
export async function blankShares(held, t, url, speed, way, rounds) {
  /** @type {number[]} */
  const shares = [];
  await withPage(held, url, async (page) => {
    if (await page.locator("article-viewer").count()) {
      await waitForState(page, "ready");
      await settle(page);
    }
    const client = await page.context().newCDPSession(page);
    const pictures = await watch(client);
    for (const down of [way, -way]) {
      // What else the machine does only adds: the least is what the page can do.
      let least = 1;
      for (let round = 0; round < rounds && least > 0; ++round) {
        await page.evaluate((top) => scrollTo(0, top), down > 0 ? 0 : way);
        await frames(page, 20);
        pictures.take();
        await client.send("Input.synthesizeScrollGesture",
          { x: 195, y: 420, yDistance: -down, speed, gestureSourceType: "mouse", preventFling: true });
        const top = await page.evaluate(() => scrollY);
        assert.ok(Math.abs(top - Math.max(0, down)) < 200, `it scrolled to ${top}`);
        const shown = pictures.take();
        const blank = shown.filter((run) => run > gap);
        t.diagnostic(`${speed} px/s ${down > 0 ? "down" : "up"}: blank in ${blank.length} of ${shown.length} pictures`);
        if (shown.length >= 5) least = Math.min(least, blank.length / shown.length);
      }
      shares.push(least);
    }
  }, { viewport, deviceScaleFactor: 2 });
  return shares;
}

/** A page with 2,000 paragraphs. @param {Held} held */
export const longPage = (held) => {
  held.server.route("/long.json", { body: longArticle(2000) });
  return held.server.page('<article-viewer src="/long.json" parts="card"></article-viewer>');
};
