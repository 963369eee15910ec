// The enlarged photo as a reader's hands and eyes meet it.
import assert from "node:assert/strict";
import { settle, waitUntilComplete } from "./browser.js";

/** @typedef {import("playwright-core").Page} Page @typedef {{x: number, y: number}} Place */

/** @param {Page} page @param {number} [index] */
export async function openPhoto(page, index = 0) {
  await waitUntilComplete(page);
  await page.evaluate((number) => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(number), index);
  await page.getByRole("dialog").waitFor();
  await atRest(page);
}

/** Where the photo that is shown lies, and the area that shows it. @param {Page} page */
export async function seen(page) {
  const found = await page.evaluate(() => {
    const picture = document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog .picture");
    const rect = (/** @type {Element | null | undefined} */ element) => {
      if (!element) return null;
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    return { photo: rect(picture?.querySelector("img")), area: rect(picture) };
  });
  assert.ok(found.photo && found.area, "a photo is shown");
  return { photo: found.photo, area: found.area, middle: {
    x: found.area.x + found.area.width / 2, y: found.area.y + found.area.height / 2 } };
}

/** Waits until nothing of it has moved for five frames. @param {Page} page */
export async function atRest(page) {
  await settle(page);
  const rests = await page.evaluate(async () => {
    const root = document.querySelector("article-viewer")?.shadowRoot;
    const look = () => [...root?.querySelectorAll("dialog .photo") ?? []].map((photo) => {
      const { x, y, width } = photo.getBoundingClientRect();
      const image = /** @type {HTMLImageElement | null} */ (photo.querySelector("img"));
      return `${x} ${y} ${width} ${image?.complete}`;
    }).join();
    for (let tries = 0; tries < 100; ++tries) {
      const before = look();
      for (let i = 0; i < 5; ++i) await new Promise(requestAnimationFrame);
      if (look() === before && !before.includes("false") && !root?.getAnimations().length) return true;
    }
    return false;
  });
  assert.ok(rests, "the photo comes to rest");
}

/** Fingers on a screen. @param {Page} page */
export async function hand(page) {
  const client = await page.context().newCDPSession(page);
  /** @param {string} type @param {Place[]} places */
  const send = (type, places) => client.send("Input.dispatchTouchEvent", {
    type: /** @type {any} */ (type), touchPoints: places.map((place, id) => ({ ...place, id })) });
  return {
    /** @param {...Place} places */
    down: (...places) => send("touchStart", places),
    /** @param {...Place} places */
    move: (...places) => send("touchMove", places),
    up: () => send("touchEnd", []),
    /**
     * From one place to another: as fast as it goes, or slowly and with a rest at the end.
     * @param {Place} from @param {Place} to @param {boolean} [slow]
     */
    async drag(from, to, slow = false) {
      await send("touchStart", [from]);
      const steps = slow ? 10 : 4;
      for (let i = 1; i <= steps; ++i) {
        await send("touchMove", [{ x: from.x + (to.x - from.x) * i / steps, y: from.y + (to.y - from.y) * i / steps }]);
        if (slow) await page.evaluate(async () => { for (let n = 0; n < 4; ++n) await new Promise(requestAnimationFrame); });
      }
      if (slow) await page.evaluate(async () => { for (let n = 0; n < 12; ++n) await new Promise(requestAnimationFrame); });
      await send("touchEnd", []);
    },
  };
}

/** Share of a photo's width and height at which a place lies. @param {{x: number, y: number, width: number, height: number}} photo @param {Place} at */
export const share = (photo, { x, y }) => ({ x: (x - photo.x) / photo.width, y: (y - photo.y) / photo.height });

/** @param {number} found @param {number} wanted @param {number} within @param {string} [what] */
export function near(found, wanted, within, what = "") {
  assert.ok(Math.abs(found - wanted) <= within, `${what} ${found} is not ${wanted} ± ${within}`);
}
