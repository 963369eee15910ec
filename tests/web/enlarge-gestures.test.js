// Zoom, pan, swipe and close under the reader's hands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { atRest, hand, near, openPhoto, seen, share } from "./support/enlarged.js";

const held = useBrowser();
const url = (name = "en") => held.server.page(`<article-viewer src="/demo/${name}.json" loading="eager"></article-viewer>`);
const phone = { hasTouch: true, isMobile: true };

/** @param {import("playwright-core").Page} page @param {"Zoom in" | "Zoom out"} name */
const disabled = async (page, name) =>
  await page.getByRole("dialog").getByRole("button", { name }).getAttribute("aria-disabled") === "true";

test("a pinch zooms about what is between the fingers, and follows it", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const { photo } = await seen(page);
    const fingers = await hand(page);
    const y = photo.y + photo.height / 2;
    await fingers.down({ x: 80, y }, { x: 180, y });
    const before = share(photo, { x: 130, y });
    for (let i = 1; i <= 10; ++i)
      await fingers.move({ x: 80 - 5 * i, y: y + 2 * i }, { x: 180 + 5 * i, y: y + 2 * i });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const now = (await seen(page)).photo;
    near(now.width / photo.width, 2, 0.01, "scale");
    const after = share(now, { x: 130, y: y + 20 });
    near(after.x, before.x, 0.003, "across");
    near(after.y, before.y, 0.005, "down");
    await fingers.up();
    await atRest(page);
    near((await seen(page)).photo.width / photo.width, 2, 0.01);
    assert.equal(await page.evaluate(() => visualViewport?.scale), 1, "the page is not zoomed");
    assert.equal(await page.getByRole("dialog").count(), 1);
  }, phone);
});

test("a double tap zooms about its point, and back", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const { photo } = await seen(page);
    const at = { x: 150, y: photo.y + 60 };
    await page.mouse.dblclick(at.x, at.y);
    await atRest(page);
    const now = (await seen(page)).photo;
    assert.ok(now.width >= 2 * photo.width - 1, `${now.width}`);
    near(share(now, at).x, share(photo, at).x, 0.003);
    await page.mouse.dblclick(at.x, at.y);
    await atRest(page);
    assert.deepEqual((await seen(page)).photo, photo);
  });
});

test("a wheel zooms about the pointer, within 1 and 4", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const { photo } = await seen(page);
    const at = { x: 300, y: photo.y + photo.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -200);
    await atRest(page);
    const now = (await seen(page)).photo;
    near(now.width / photo.width, Math.exp(0.4), 0.01);
    near(share(now, at).x, share(photo, at).x, 0.003);
    for (let i = 0; i < 6; ++i) await page.mouse.wheel(0, -400);
    await atRest(page);
    near((await seen(page)).photo.width / photo.width, 1600 / 390, 0.01, "its own pixels, which is more than 4");
    assert.ok(await disabled(page, "Zoom in"));
    for (let i = 0; i < 8; ++i) await page.mouse.wheel(0, 400);
    await atRest(page);
    assert.deepEqual((await seen(page)).photo, photo);
  });
});

test("buttons and keys zoom, as far as there is to zoom", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const { photo } = await seen(page);
    const dialog = page.getByRole("dialog");
    assert.ok(await disabled(page, "Zoom out"));
    assert.ok(!await disabled(page, "Zoom in"));
    await dialog.getByRole("button", { name: "Zoom in" }).click();
    await atRest(page);
    near((await seen(page)).photo.width / photo.width, 1.5, 0.001);
    assert.ok(!await disabled(page, "Zoom out"));
    for (let i = 0; i < 4; ++i) await page.keyboard.press("+");
    await atRest(page);
    assert.ok(await disabled(page, "Zoom in"));
    const largest = (await seen(page)).photo.width;
    await page.keyboard.press("Control+-");
    await page.keyboard.press("+");
    await atRest(page);
    assert.equal((await seen(page)).photo.width, largest);
    await page.keyboard.press("-");
    await atRest(page);
    near((await seen(page)).photo.width, largest / 1.5, 0.5);
    await page.keyboard.press("0");
    await atRest(page);
    assert.deepEqual((await seen(page)).photo, photo);
    assert.ok(await disabled(page, "Zoom out"));
    assert.match(await dialog.getAttribute("aria-label") ?? "", /^Photo 1 /);
  });
});

test("a drag pans a zoomed photo, never past its edges; a tap centres there", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    await page.keyboard.press("+");
    await page.keyboard.press("+");
    await atRest(page);
    const { photo, area, middle } = await seen(page);
    const fingers = await hand(page);
    await fingers.drag(middle, { x: middle.x - 60, y: middle.y }, true);
    await atRest(page);
    near((await seen(page)).photo.x, photo.x - 52, 1.5, "1:1 from the slop on");
    for (let i = 0; i < 4; ++i) {
      await fingers.drag({ x: 60, y: middle.y }, { x: 330, y: middle.y + 40 });
      await atRest(page);
      if ((await seen(page)).photo.x > -0.6) break;
    }
    const edge = (await seen(page)).photo;
    near(edge.x, area.x, 0.6, "its left edge");
    near(edge.y + edge.height / 2, middle.y, 0.6, "what is lower than the area stays in the middle");
    assert.match(await page.getByRole("dialog").getAttribute("aria-label") ?? "", /^Photo 1 /);

    const spot = { x: 280, y: middle.y };
    const before = share(edge, spot);
    await fingers.down(spot);
    await fingers.up();
    await atRest(page);
    near(share((await seen(page)).photo, middle).x, before.x, 0.003);
  }, phone);
});

for (const [name, direction] of /** @type {[string, number][]} */ ([["en", -1], ["ar", 1]])) {
  test(`a swipe in ${name} goes on to the next photo, which is told once; a slow short one returns`, async () => {
    await withPage(held, url(name), async (page) => {
      await openPhoto(page);
      const { middle } = await seen(page);
      const fingers = await hand(page);
      await fingers.drag(middle, { x: middle.x + direction * 60, y: middle.y }, true);
      await atRest(page);
      const dialog = page.getByRole("dialog");
      assert.match(await dialog.getAttribute("aria-label") ?? "", / 1 \/ /);
      await fingers.drag({ x: middle.x - direction * 100, y: middle.y }, { x: middle.x + direction * 100, y: middle.y });
      const { detail } = await waitForEvent(page, "article-photo");
      assert.equal(detail.index, 1);
      assert.equal(detail.cause, "user");
      await atRest(page);
      assert.match(await dialog.getAttribute("aria-label") ?? "", / 2 \/ /);
      assert.equal((await eventsOf(page, "article-photo")).length, 1);
      const now = await seen(page);
      near(now.photo.x + now.photo.width / 2, middle.x, 0.6, "the next one stands in the middle");
      const images = page.locator("article-viewer dialog .photo:not([aria-hidden])");
      assert.equal(await images.count(), 1, "one is exposed");
    }, phone);
  });
}

test("a photo follows a drag downwards while the page shines through; a flick closes", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const { photo, middle } = await seen(page);
    const fingers = await hand(page);
    const shade = () => page.evaluate(() => {
      const found = document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog .shade");
      return found ? Number(getComputedStyle(found).opacity) : -1;
    });
    await fingers.down(middle);
    for (let i = 1; i <= 10; ++i) await fingers.move({ x: middle.x, y: middle.y + 10 * i });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    near((await seen(page)).photo.y, photo.y + 92, 0.6);
    const through = await shade();
    assert.ok(through < 0.8 && through > 0.5, `${through}`);
    await page.evaluate(async () => { for (let n = 0; n < 12; ++n) await new Promise(requestAnimationFrame); });
    await fingers.up();
    await atRest(page);
    assert.deepEqual((await seen(page)).photo, photo, "slow and not far: it returns");
    assert.equal(await shade(), 1);

    await fingers.drag(middle, { x: middle.x, y: middle.y + 120 });
    assert.equal((await waitForEvent(page, "article-photo-close")).detail.index, 0);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }, phone);
});

test("a second finger during a swipe makes it a pinch", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const { photo, middle: { x, y } } = await seen(page);
    const fingers = await hand(page);
    await fingers.down({ x: x + 40, y });
    for (let i = 1; i <= 5; ++i) await fingers.move({ x: x + 40 - 18 * i, y });
    await fingers.down({ x: x - 50, y }, { x: x + 50, y });
    for (let i = 1; i <= 5; ++i) await fingers.move({ x: x - 50 - 10 * i, y }, { x: x + 50 + 10 * i, y });
    await fingers.up();
    await atRest(page);
    near((await seen(page)).photo.width / photo.width, 2, 0.02);
    assert.deepEqual(await eventsOf(page, "article-photo"), []);
  }, phone);
});

test("without WebAssembly the buttons zoom, and the browser scrolls", async () => {
    await withPage(held, url(), async (page) => {
      await waitUntilComplete(page);
      await openPhoto(page);
      const { photo, area, middle } = await seen(page);
      await page.keyboard.press("+");
      await page.getByRole("dialog").getByRole("button", { name: "Zoom in" }).click();
      const now = (await seen(page)).photo;
      near(now.width / photo.width, 2.25, 0.01);
      near(now.x + now.width / 2, middle.x, 2, "the middle stays");
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.wheel(100, 0);
      await page.waitForFunction((left) => Number(document.querySelector("article-viewer")?.shadowRoot
        ?.querySelector("dialog img")?.getBoundingClientRect().x) < left - 50, now.x);
      assert.ok(!await disabled(page, "Zoom out"));
      await page.keyboard.press("0");
      assert.deepEqual((await seen(page)).photo, photo);
      assert.ok(photo.width <= area.width && await disabled(page, "Zoom out"));
      await page.keyboard.press("ArrowRight");
      assert.match(await page.getByRole("dialog").getAttribute("aria-label") ?? "", /^Photo 2 /);
    }, { script: "delete window.WebAssembly" });
});
