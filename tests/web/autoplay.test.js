import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, frames, inside, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

/** The gallery that goes on by itself: WCAG 2.2, 2.2.2, and the carousel of WAI-ARIA APG. */

const held = useBrowser();
const url = (attributes = 'autoplay="0.4"') => held.server.page(
  `<button id="before">Before</button><article-viewer src="/demo/en.json" parts="gallery" ${attributes}></article-viewer>
  <p id="after">After</p>`, { css: "#after { height: 3000px }" });

/** @param {import("playwright-core").Page} page */
const photos = async (page) => (await eventsOf(page, "article-photo")).map(({ detail }) => `${detail.index} ${detail.cause}`);

/** Says that nothing comes in the time of three photos. @param {import("playwright-core").Page} page */
async function assertStays(page) {
  await settle(page);
  const before = await photos(page);
  const drawn = (await inside(page)).framesDrawn;
  await page.waitForTimeout(1200);
  assert.deepEqual(await photos(page), before);
  assert.ok((await inside(page)).framesDrawn - drawn <= 1, "nothing is drawn meanwhile");
}

test("photos go on, after the last comes the first, and the button says what it will do", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    const { detail } = await waitForEvent(page, "article-photo");
    const buttons = page.locator("article-viewer .carousel button");
    assert.equal(await buttons.first().getAttribute("aria-label"), "Pause", "first in the gallery");
    const events = await waitForEvent(page, "article-photo", detail.total).then(() => photos(page));
    assert.deepEqual(events.slice(0, detail.total),
      Array.from({ length: detail.total }, (_, i) => `${(i + 1) % detail.total} autoplay`));
    assert.equal(await page.getByRole("status").last().textContent(), "", "nothing is announced");
  });
});

test("its button stops it, and starts it again", async () => {
  await withPage(held, url(), async (page) => {
    await waitForEvent(page, "article-photo");
    await page.getByRole("button", { name: "Pause" }).click();
    await page.mouse.move(5, 5);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await assertStays(page);
    const count = (await photos(page)).length;
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page.mouse.move(5, 5);
    await waitForEvent(page, "article-photo", count + 1);
    await page.getByRole("button", { name: "Pause" }).waitFor();
  });
});

test("focus by key stops it until it is asked for again", async () => {
  await withPage(held, url(), async (page) => {
    await waitForEvent(page, "article-photo");
    await page.locator("#before").focus();
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() =>
      document.querySelector("article-viewer")?.shadowRoot?.activeElement?.getAttribute("data-action"));
    assert.equal(focused, "ToggleAutoplay");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await assertStays(page);
    const count = (await photos(page)).length;
    await page.keyboard.press("Enter");
    await waitForEvent(page, "article-photo", count + 1);
  });
});

test("a pointer on the gallery holds it, and lets it go on", async () => {
  await withPage(held, url(), async (page) => {
    await waitForEvent(page, "article-photo");
    const box = await page.locator("article-viewer .carousel .clip").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await assertStays(page);
    assert.equal(await page.getByRole("button", { name: "Pause" }).count(), 1, "it is not stopped");
    const count = (await photos(page)).length;
    await page.mouse.move(5, 5);
    await waitForEvent(page, "article-photo", count + 1);
  });
});

test("a drag stops it", async () => {
  await withPage(held, url(), async (page) => {
    await waitForEvent(page, "article-photo");
    const box = await page.locator("article-viewer .carousel .clip").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(5, 5);
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await assertStays(page);
  });
});

test("it waits out of sight, and goes on in sight", async () => {
  await withPage(held, url(), async (page) => {
    await waitForEvent(page, "article-photo");
    await page.evaluate(() => scrollTo(0, 700));  // near, not seen
    await frames(page);
    await assertStays(page);
    const count = (await photos(page)).length;
    await page.evaluate(() => scrollTo(0, 0));
    await waitForEvent(page, "article-photo", count + 1);
  });
});

test("it waits in a hidden tab", async () => {
  await withPage(held, url(), async (page) => {
    await waitForEvent(page, "article-photo");
    const turn = (/** @type {string} */ state) => page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
    await turn("hidden");
    await assertStays(page);
    const count = (await photos(page)).length;
    await turn("visible");
    await waitForEvent(page, "article-photo", count + 1);
  });
});

test("under reduced motion, and without the attribute, nothing goes on and there is no button", async () => {
  for (const [attributes, reducedMotion] of /** @type {[string, "reduce" | "no-preference"][]} */ ([
    ['autoplay="0.4"', "reduce"], ["", "no-preference"], ['autoplay="0"', "no-preference"]])) {
    await withPage(held, url(attributes), async (page) => {
      await waitUntilComplete(page);
      await assertStays(page);
      assert.equal(await page.getByRole("button", { name: /^(Play|Pause)$/ }).count(), 0);
      assert.deepEqual(await photos(page), []);
    }, { reducedMotion });
  }
});
