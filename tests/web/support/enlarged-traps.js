// A core ends while a photo is enlarged: the article's, or the one that moves the photo.
import assert from "node:assert/strict";
import { waitForState, withPage } from "./browser.js";
import { openPhoto, seen } from "./enlarged.js";
import { faultyCore, otherErrors } from "./faulty-core.js";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {number} x @param {number} y how far */
async function drag(page, x, y) {
  const { middle } = await seen(page);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + x, middle.y + y, { steps: 5 });
  await page.mouse.up();
}

/** What a reader does, from an open photo on or from none. @type {Record<string, (page: Page) => Promise<unknown>>} */
export const moments = {
  opening: (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0)),
  stepping: (page) => page.keyboard.press("ArrowRight"),
  dragging: (page) => drag(page, -260, 0),
  zooming: async (page) => {
    const { middle } = await seen(page);
    await page.keyboard.press("+");
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.wheel(0, -240);
  },
  closing: (page) => drag(page, 0, 380),
  resizing: (page) => page.setViewportSize({ width: 520, height: 700 }),
};

/** A photo that is seen, or none: an open dialog is never empty. @param {Page} page */
const comesToSense = (page) => page.waitForFunction(() => {
  const dialog = document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog");
  if (!dialog) return "closed";
  const area = dialog.querySelector(".picture")?.getBoundingClientRect();
  const photo = dialog.querySelector(".photo:not([aria-hidden]) img")?.getBoundingClientRect();
  if (!dialog.open || !area || !photo || !photo.width) return null;
  const off = Math.abs(photo.x + photo.width / 2 - area.x - area.width / 2);
  return off < 1 && !dialog.querySelector(".moving") ? "open" : null;
}).then(async (found) => String(await found.jsonValue()));

/** The same ten frames later: another end may be on its way. @param {Page} page */
async function comesToRest(page) {
  for (let before = ""; ;) {
    const now = await comesToSense(page);
    if (now === before) return now;
    before = now;
    await page.evaluate(async () => { for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame); });
  }
}

/** @param {Page} page */
const label = (page) => page.getByRole("dialog").getAttribute("aria-label");

/**
 * The next calls of exports end their cores at a moment: the photo goes on or closes, and so does all else.
 * @param {ReturnType<typeof import("./browser.js").useBrowser>} held @param {keyof typeof moments} moment @param {string[]} names of
 *   exports, one after the other
 * @returns {Promise<string>} what came of it
 */
export async function endAt(held, moment, ...names) {
  const url = held.server.page('<article-viewer src="/demo/en.json" parts="gallery" loading="eager"></article-viewer>');
  const what = `${names} while ${moment}`;
  let came = "";
  const inPage = withPage(held, url, async (page, errors) => {
    const entry = () => page.evaluate(() => /** @type {any} */ (window).navigation.currentEntry.index);
    await waitForState(page, "ready");
    const before = await entry();
    if (moment !== "opening") await openPhoto(page);
    await page.evaluate(([next, other]) => Object.assign(/** @type {any} */ (window).faults, { next, other: other ?? "" }), names);
    await moments[moment](page).catch(() => {});
    came = await comesToRest(page);
    const left = await page.evaluate(() => {
      const { faults } = /** @type {any} */ (window);
      const { next } = faults;
      Object.assign(faults, { next: "", other: "" });
      return next;
    });
    if (left) came += ", not called";
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("none"));  // there is a core again
    assert.equal(came.split(",")[0], await comesToSense(page));
    if (came.startsWith("open")) {
      await page.keyboard.press("Home");
      await page.waitForFunction(() => /^Photo 1 /.test(document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog")?.getAttribute("aria-label") ?? ""));
      assert.equal(await comesToSense(page), "open");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => /^Photo 2 /.test(document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog")?.getAttribute("aria-label") ?? ""));
      assert.match(String(await label(page)), /^Photo 2 /);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page.waitForFunction((at) => /** @type {any} */ (window).navigation.currentEntry.index === at, before);
    const told = await page.evaluate(() => /** @type {any} */ (window).events.map((/** @type {any} */ { type }) => type));
    const count = (/** @type {string} */ type) => told.filter((/** @type {string} */ one) => one === type).length;
    assert.equal(count("article-photo-open"), count("article-photo-close"), "each end is told of, and nothing else");
    const { focus, state, dead } = await page.evaluate(() => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      return { focus: viewer.shadowRoot.activeElement?.matches("button") ?? false, state: viewer.state, dead: /** @type {any} */ (window).faults.dead };
    });
    if (count("article-photo-open")) assert.equal(focus, true, "focus is back at the photo");
    assert.equal(state, "ready");
    assert.equal(dead, 0, "what has trapped was called again");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(2));
    assert.equal(await comesToSense(page), "open", "another one opens");
    assert.match(String(await label(page)), /^Photo 3 /);
    assert.deepEqual(otherErrors(errors), []);
  }, { script: faultyCore });
  await inPage.catch((cause) => { throw new Error(`${what}: ${cause.message}`, { cause }); });
  return came;
}
