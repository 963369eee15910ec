import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** What can be pressed says so: hovered, pressed and focused it looks otherwise, each time, and soon. */

const held = useBrowser();
const html = '<article-viewer src="/demo/en.json" autoplay="3600"></article-viewer>';

/** Controls, and which of them take focus by key. */
const kinds = /** @type {const} */ ([
  ["the site", "nav a", true], ["a headline", ".headline a", true], ["a link in a text", "p.as-meta a", true],
  ["a photo", "article > figure img", false], ["a button on a photo", "article > figure button", true],
  ["a video", "a.as-video", true], ["a tag", "ul.as-tags a", true], ["an arrow", '[data-action="NextPhoto"]', true],
  ["autoplay's button", '[data-action="ToggleAutoplay"]', true], ["a tab", '[role=tab][aria-selected="false"]', true],
  ["the selected tab", '[role=tab][aria-selected="true"]', true], ["a row of the rankings", ".wrapper:not([hidden]) [role=tabpanel] ol a", true],
  ["a link below a list", "a:has(.as-foot-link) >> nth=-1", true],
]);

/** @param {import("playwright-core").Page} page */
async function ready(page) {
  await waitUntilComplete(page);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
  await settle(page);
}

/** @param {import("../preview/support/png.js").Image} one @param {import("../preview/support/png.js").Image} other */
function differing(one, other) {
  let count = 0;
  for (let at = 0; at < one.pixels.length; at += one.step)
    if ([0, 1, 2].some((i) => Math.abs(one.pixels[at + i] - other.pixels[at + i]) > 4)) count += 1;
  return count;
}

/** On a wide one the arrows stand on the photos. */
for (const [width, some] of /** @type {const} */ ([[390, kinds], [1024, kinds.filter(([kind]) => /arrow|autoplay/.test(kind))]]))
  test(`whatever can be pressed is seen to be hovered, pressed and focused, ${width} px wide`, async () => {
    await withPage(held, held.server.page(html), async (page) => {
      await ready(page);
      /** @type {string[]} */
      const silent = [];
      for (const [kind, selector, focusable] of some) {
        const control = page.locator("article-viewer").locator(selector).first();
        await control.evaluate((element) => element.scrollIntoView({ block: "center" }));
        await page.mouse.move(0, 0);
        await settle(page);
        const box = await control.boundingBox();
        assert.ok(box, kind);
        const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
        const look = async () => {
          await settle(page);
          return decodePng(await page.screenshot({ clip, scale: "device" }));
        };
        const rest = await look();
        const x = box.x + Math.min(20, box.width / 2);
        await page.mouse.move(x, box.y + box.height / 2);
        const hovered = await look();
        await page.mouse.down();
        const pressed = await look();
        await page.mouse.move(x, 890);  // sideways it would drag the photos
        await page.mouse.up();
        const after = await look();
        if (differing(rest, hovered) < 20) silent.push(`${kind}, hovered`);
        if (differing(hovered, pressed) < 20) silent.push(`${kind}, pressed`);
        if (differing(rest, after)) silent.push(`${kind}, left`);
        if (!focusable) continue;
        await page.keyboard.press("Shift");
        await control.evaluate((element) => /** @type {HTMLElement} */ (element).focus({ preventScroll: true }));
        if (differing(rest, await look()) < 40) silent.push(`${kind}, focused`);
        await control.evaluate((element) => /** @type {HTMLElement} */ (element).blur());
      }
      assert.deepEqual(silent, []);
    }, { viewport: { width, height: 900 } });
  });

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
