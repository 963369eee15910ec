import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { eventsOf, inside, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { atRest, openPhoto, seen } from "./support/enlarged.js";

/** What a finger does that stays where it is belongs to the browser: the menu of a link or a picture, a word selected. */

const held = useBrowser();
const phone = { hasTouch: true, isMobile: true };
const url = (/** @type {string} */ view) =>
  held.server.page(`<article-viewer src="/demo/en.json" view="${view}" theme="light" loading="eager"></article-viewer>`);

/** Follows no link, and notes what menus open on, once the widget has heard of them. */
const script = `
  window.menus = [];
  addEventListener("article-navigate", (event) => event.preventDefault());
  addEventListener("contextmenu", (event) => {
    const [target] = event.composedPath();
    window.menus.push({ prevented: event.defaultPrevented, link: target.closest("a")?.href, picture: target.currentSrc });
  });`;

/** A finger that the browser times: what `Input.dispatchTouchEvent` sends never becomes a long press. @param {import("playwright-core").Page} page */
async function slowHand(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setEmitTouchEventsForMouse", { enabled: true, configuration: "mobile" });
  const send = (/** @type {"mousePressed" | "mouseMoved" | "mouseReleased"} */ type, /** @type {{x: number, y: number}} */ { x, y }) =>
    client.send("Input.emulateTouchFromMouseEvent", { type, x: Math.round(x), y: Math.round(y), button: "left", clickCount: 1 });
  let menus = 0;
  return {
    /** Presses until a menu opens, and gives what it is for. @param {{x: number, y: number}} at */
    async hold(at) {
      await send("mousePressed", at);
      menus += 1;
      await page.waitForFunction((count) => /** @type {any} */ (window).menus.length === count, menus);
      return page.evaluate(() => /** @type {any} */ (window).menus.at(-1));
    },
    /** @param {{x: number, y: number}} at */
    move: (at) => send("mouseMoved", at),
    /** @param {{x: number, y: number}} at */
    up: (at) => send("mouseReleased", at),
    /** @param {{x: number, y: number}} at */
    async tap(at) {
      await send("mousePressed", at);
      await send("mouseReleased", at);
    },
  };
}

/** A place on an element that is brought into view. @param {import("playwright-core").Page} page @param {string} selector */
async function placeOf(page, selector) {
  const element = page.locator("article-viewer").locator(selector).first();
  await element.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  await settle(page);
  const box = await element.boundingBox();
  assert.ok(box, selector);
  return { element, box, at: { x: box.x + Math.min(40, box.width / 2), y: box.y + Math.min(10, box.height / 2) } };
}

/** What is pressed, and the event that a tap on it makes. */
const pressed = /** @type {const} */ ([
  ["a link", "nav a", "article-navigate"], ["a picture", "article > figure img", "article-photo-open"],
  ["a photo of the carousel", ".slide img", "article-photo-open"], ["an arrow", '[data-action="NextPhoto"]', "article-photo"],
  ["a tab", '[role=tab][aria-selected="false"]', "article-tab"], ["a ranking", "[role=tabpanel]:not([hidden] *) ol a", "article-navigate"],
]);

for (const view of ["canvas", "plain"])
  test(`a long press opens the browser's menu of a link or a picture, and its release does nothing, ${view}`, async () => {
    await withPage(held, url(view), async (page) => {
      await waitUntilComplete(page);
      const finger = await slowHand(page);
      for (const [kind, selector, type] of pressed) {
        const { element, box, at } = await placeOf(page, selector);
        const look = async () => {
          await settle(page);
          return decodePng(await page.screenshot({ clip: box })).pixels;
        };
        const before = (await eventsOf(page, type)).length;
        const rest = await look();
        const menu = await finger.hold(at);
        const wanted = await element.evaluate((one) =>
          ({ link: /** @type {any} */ (one).href, picture: /** @type {any} */ (one).currentSrc }));
        assert.deepEqual(menu, { prevented: false, ...wanted }, kind);
        if (view === "canvas") assert.ok(rest.equals(await look()), `${kind} is seen to be pressed no longer`);
        await finger.up(at);
        // Were the release a tap, it would come first.
        await finger.tap(at);
        await waitForEvent(page, type, before + 1);
        await settle(page);
        assert.equal((await eventsOf(page, type)).length, before + 1, `${kind}: the tap's alone`);
        if (type !== "article-photo-open") continue;
        await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).closePhoto());
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      }
    }, { ...phone, script });
  });

for (const view of ["canvas", "plain"])
  test(`a long press selects a word of the text and of a photo's caption, ${view}`, async () => {
    await withPage(held, url(view), async (page) => {
      await waitUntilComplete(page);
      const finger = await slowHand(page);
      for (const selector of ["p.as-body", ".slide figcaption"]) {
        const { element, at } = await placeOf(page, selector);
        await finger.hold(at);
        await page.waitForFunction(() => String(getSelection()));
        const word = await page.evaluate(() => String(getSelection()));
        assert.match(word, /^\w+$/);
        assert.ok((await element.textContent())?.includes(word), `${selector}: ${word}`);
        await finger.up(at);
        await page.evaluate(() => getSelection()?.removeAllRanges());
      }
    }, { ...phone, script });
  });

test("a finger that a menu has opened under drags no photos", async () => {
  await withPage(held, url("canvas"), async (page) => {
    await waitUntilComplete(page);
    const finger = await slowHand(page);
    const { box: { x, width }, at: { y } } = await placeOf(page, ".slide img");
    const right = x + width - 40;
    await finger.hold({ x: right, y });
    for (let by = 0; by <= 200; by += 20) await finger.move({ x: right - by, y });
    await settle(page);
    assert.equal(Math.abs((await inside(page)).offsets[0]), 0);
    await finger.up({ x: right - 200, y });
    await settle(page);
    assert.deepEqual(await eventsOf(page, "article-photo"), []);
  }, { ...phone, script });
});

test("a long press on an enlarged photo opens the photo's menu, and its release leaves the photo where it is", async () => {
  await withPage(held, url("canvas"), async (page) => {
    await openPhoto(page);
    const finger = await slowHand(page);
    for (let i = 0; i < 2; ++i) await page.keyboard.press("+");
    await atRest(page);
    const { photo, middle } = await seen(page);
    const at = { x: middle.x + 60, y: middle.y };
    const menu = await finger.hold(at);
    assert.match(menu.picture, /\/demo\/photos\//);
    await finger.move({ x: at.x - 50, y: at.y });
    await finger.up(at);
    await atRest(page);
    assert.deepEqual((await seen(page)).photo, photo);
  }, { ...phone, script });
});
