// A widget with a height of its own scrolls inside, as any scroller of the page does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser({ ignoreDefaultArgs: ["--hide-scrollbars"] });
const phone = { hasTouch: true, isMobile: true };

/** @typedef {import("playwright-core").Page} Page */

/** @param {(page: Page) => Promise<void>} body @param {import("playwright-core").BrowserContextOptions} [options] */
async function withWidget(body, options) {
  const url = held.server.page('<p>Before</p><article-viewer src="/demo/en.json" loading="eager" parts="card"></article-viewer><p id="after">After</p>',
    { css: "p { height: 100px; margin: 0 } article-viewer { height: 400px } #after { height: 3000px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await body(page);
  }, options);
}

/** Where page and widget stand. @param {Page} page @returns {Promise<{page: number, inner: number, end: number}>} */
const stand = (page) => page.evaluate(() => {
  const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
  return { page: scrollY, inner: viewer.scrollTop, end: viewer.scrollHeight - viewer.clientHeight };
});

/** Waits until neither has moved for ten frames. @param {Page} page */
async function rest(page) {
  for (let before = "", now = "-"; before !== now;) {
    before = now;
    await frames(page, 10);
    now = JSON.stringify(await stand(page));
  }
  return stand(page);
}

/** @param {Page} page @param {number} top */
const scrollInner = (page, top) => page.evaluate((to) => {
  scrollTo(0, 0);
  const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
  viewer.scrollTop = to;
}, top);

/**
 * A finger up or down the widget, a frame a step, which lifts as it goes.
 * @param {Page} page @param {number} from @param {number} to CSS px
 */
async function swipe(page, from, to) {
  const client = await page.context().newCDPSession(page);
  // As fast as its time stamps say, however long this machine takes to send them.
  let timestamp = Date.now() / 1000;
  const send = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {number[]} */ ...ys) => {
    timestamp += 0.012;
    return client.send("Input.dispatchTouchEvent", { type, timestamp, touchPoints: ys.map((y) => ({ x: 195, y })) });
  };
  await send("touchStart", from);
  for (let i = 1; i <= 10; ++i) await send("touchMove", from + (to - from) * i / 10);
  const lifted = await stand(page);
  await send("touchEnd");
  await client.detach();
  return lifted;
}

test("a finger scrolls it, and what it threw goes on", async () => {
  await withWidget(async (page) => {
    const lifted = await swipe(page, 400, 200);
    const { page: outer, inner } = await rest(page);
    assert.equal(outer, 0);
    assert.ok(inner > 150, `${inner}`);
    assert.ok(inner > lifted.inner + 20, `momentum: ${lifted.inner}, then ${inner}`);
  }, phone);
});

test("at its end a finger scrolls the page, and it alone", async () => {
  await withWidget(async (page) => {
    const { end } = await stand(page);
    await scrollInner(page, end);
    await frames(page);
    await swipe(page, 400, 200);
    const after = await rest(page);
    assert.ok(after.page > 100, JSON.stringify(after));
    assert.equal(after.inner, after.end);
  }, phone);
});

test("at its top a finger and a wheel scroll the page back, and it alone", async () => {
  for (const options of [phone, undefined]) await withWidget(async (page) => {
    await page.evaluate(() => scrollTo(0, 100));
    await frames(page, 30);
    if (options) await swipe(page, 150, 350);
    else {
      await page.mouse.move(195, 200);
      await page.mouse.wheel(0, -150);
    }
    const { page: outer, inner } = await rest(page);
    assert.equal(outer, 0);
    assert.equal(inner, 0);
  }, options);
});

test("a wheel scrolls it to its end, and then the page", async () => {
  await withWidget(async (page) => {
    await page.mouse.move(195, 300);
    await page.mouse.wheel(0, 150);
    const first = await rest(page);
    assert.equal(first.page, 0);
    assert.ok(first.inner > 100, JSON.stringify(first));
    await scrollInner(page, first.end);
    await frames(page, 30);  // else it is the same gesture, which stays where it began
    await page.mouse.move(200, 310);
    await page.mouse.wheel(0, 150);
    const second = await rest(page);
    assert.ok(second.page > 100, JSON.stringify(second));
  });
});

test("it has a scroll bar where the system shows them, beside the article", async () => {
  await withWidget(async (page) => {
    const { bar, room } = await page.evaluate(() => {
      const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
      const content = /** @type {HTMLElement} */ (viewer.shadowRoot?.querySelector(".content"));
      return { bar: viewer.offsetWidth - viewer.clientWidth, room: viewer.clientWidth - content.offsetWidth };
    });
    assert.ok(bar >= 10, `${bar}`);
    assert.equal(room, 0, "the article is laid out in what it leaves");
    const box = await page.locator("article-viewer").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width - bar / 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - bar / 2, box.y + 150, { steps: 4 });
    await page.mouse.up();
    assert.ok((await rest(page)).inner > 200, "its thumb is dragged");
  });
});

test("keys scroll it: from what has focus in it, and where it was clicked", async () => {
  for (const enter of ["focus", "click"]) await withWidget(async (page) => {
    if (enter === "focus") await page.locator("article-viewer .layer a").first().focus();
    else await page.mouse.click(5, 480);  // beside the text
    const steps = [];
    for (const key of ["ArrowDown", "PageDown", "End", "Home"]) {
      await page.keyboard.press(key);
      steps.push((await rest(page)));
    }
    const [arrow, pageDown, end, home] = steps.map(({ inner }) => inner);
    assert.ok(arrow > 0 && pageDown > arrow + 200, `${enter}: ${JSON.stringify(steps)}`);
    assert.ok(Math.abs(end - steps[2].end) <= 1 && home === 0, `${enter}: ${JSON.stringify(steps)}`);
    assert.ok(steps.every(({ page: outer }) => outer === 0), `${enter}: ${JSON.stringify(steps)}`);
  });
});
