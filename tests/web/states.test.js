import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** What can be pressed says so soon: see pressed.test.js for what is seen. */

const held = useBrowser();
const html = '<article-viewer src="/demo/en.json" autoplay="3600"></article-viewer>';

/** @param {import("playwright-core").Page} page */
async function ready(page) {
  await waitUntilComplete(page);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
  await settle(page);
}

/**
 * What is drawn from an input on: frames until the first, ms until the last, and how long a frame took at most.
 * @param {import("playwright-core").Page} page @param {string} type of the input's event @param {() => Promise<void>} act
 */
async function drawnAfter(page, type, act) {
  const seen = page.evaluate(async ([key, event]) => {
    const element = /** @type {any} */ (document.querySelector("article-viewer"));
    const drawn = () => element[Symbol.for(key)].framesDrawn;
    const start = await new Promise((resolve) => {
      element.shadowRoot.addEventListener(event, () => resolve(performance.now()), { once: true, capture: true });
    });
    let count = drawn();
    let [first, last, before, longest] = [0, start, start, 0];
    for (let frame = 1, still = 0; still < 20; ++frame) {
      // A frame's own callback comes before this one or after it: the next one tells.
      const now = await new Promise(requestAnimationFrame);
      await new Promise((resolve) => { setTimeout(resolve); });
      longest = Math.max(longest, now - before);
      before = now;
      if (drawn() === count) {
        still += 1;
        continue;
      }
      count = drawn();
      first ||= frame;
      last = now;
      still = 0;
    }
    return { first, took: last - start, longest };
  }, ["article-viewer.internals", type]);
  await frames(page);
  await act();
  return seen;
}

for (const motion of /** @type {const} */ (["no-preference", "reduce"]))
  test(`states change from the next frame on, ${motion === "reduce" ? "at once without motion" : "in 150 to 300 ms"}`, async (t) => {
    await withPage(held, held.server.page(html), async (page) => {
      await ready(page);
      const tab = page.locator("article-viewer").locator('[role=tab][aria-selected="false"]').first();
      await tab.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await settle(page);
      const box = await tab.boundingBox();
      assert.ok(box);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      for (const [name, type, act] of /** @type {[string, string, () => Promise<void>][]} */ ([
        ["hover", "pointerover", () => page.mouse.move(x, y)],
        ["leave", "pointerout", () => page.mouse.move(x, y - 200)],
        ["hover again", "pointerover", () => page.mouse.move(x, y)],
        ["press", "pointerdown", () => page.mouse.down()],
        ["tab", "click", () => page.mouse.up()],
      ])) {
        const { first, took, longest } = await drawnAfter(page, type, act);
        t.diagnostic(`${name}: frame ${first}, ${took.toFixed(0)} ms`);
        // A tab's panel is shown by the layer in the next frame, before anything is drawn.
        assert.ok(first <= (name === "tab" ? 2 : 1), `${name}: the next frame shows it, not the ${first}th`);
        // A machine that is late with a frame is late with the last one.
        if (motion === "reduce") assert.ok(took < 40 + longest, `${name}: at once, not in ${took} ms`);
        else assert.ok(took > 150 && took < 280 + longest, `${name}: ${took} ms`);
      }
    }, { reducedMotion: motion, viewport: { width: 390, height: 900 } });
  });
