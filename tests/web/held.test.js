// What a press, a key and focus come to where something goes away under them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

/** @typedef {import("playwright-core").Page} Page */

const held = useBrowser();
const photo = (/** @type {string} */ caption) => ({ src: "/demo/photos/tram-1600.jpg", width: 1600, height: 900, caption });
const captions = ["A long caption, said again and again. ".repeat(30), "A short one."];
const views = ["canvas", "plain"];

/** @param {object} parts @param {string} [attributes] @param {{markup?: (element: string) => string, css?: string}} [page] */
function pageOf(parts, attributes = "", { markup = (element) => element, css } = {}) {
  held.server.route("/held.json", { body: JSON.stringify({ version: 1, language: "en", ...parts }) });
  return held.server.page(markup(`<article-viewer src="/held.json" loading="eager" ${attributes}></article-viewer>`), { lang: "en", css });
}
const gallery = { gallery: { photos: captions.map(photo) } };

/** What has focus, in shadow trees too: its name, or its tag. @param {Page} page */
const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.getAttribute("aria-label") ?? at?.tagName ?? "";
});
/** @param {Page} page */
const position = (page) => page.getByRole("dialog").getAttribute("aria-label");
/** @param {Page} page */
const enlarge = (page) => page.getByRole("button", { name: "Enlarge photo" }).first();

/** @param {Page} page */
async function openPhoto(page) {
  await waitUntilComplete(page);
  await enlarge(page).press("Enter");
  await page.getByRole("dialog", { name: "Photo" }).waitFor();
  await settle(page);
}

/** Beside the dialog's buttons. @param {Page} page */
async function clickPhoto(page) {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.click(width / 2, height / 2);
}

for (const view of views) {
  test(`${view}: Escape closes the photo alone, and the page's own dialog stays`, async () => {
    const markup = (/** @type {string} */ element) => `<div id="own" role="dialog" aria-label="Own" tabindex="-1">${element}</div>`;
    await withPage(held, pageOf(gallery, `view="${view}"`, { markup }), async (page) => {
      await page.evaluate(() => document.addEventListener("keydown", ({ key, defaultPrevented }) => {
        if (key === "Escape" && !defaultPrevented) /** @type {HTMLElement} */ (document.querySelector("#own")).hidden = true;
      }));
      await openPhoto(page);
      // A click beside the buttons leaves the keys in the dialog.
      await clickPhoto(page);
      await page.keyboard.press("Escape");
      await waitForEvent(page, "article-photo-close");
      assert.equal(await page.locator("#own").isVisible(), true);
      assert.equal(await focused(page), "Enlarge photo");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#own").isVisible(), false, "the next one is the page's");
    });
  });

  test(`${view}: a key that stays down opens one photo, and goes on to one`, async () => {
    await withPage(held, pageOf(gallery, `view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      for (const key of ["Enter", " "]) {
        await enlarge(page).focus();
        for (let i = 0; i < 6; ++i) {
          await page.keyboard.down(key);
          await settle(page);
        }
        await page.keyboard.up(key);
        await page.getByRole("dialog").waitFor();
        await settle(page);
        assert.equal(await page.getByRole("dialog").count(), 1, `${key} opens it`);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
      assert.equal((await eventsOf(page, "article-photo-open")).length, 2);
    });
  });

  test(`${view}: where More goes away under focus the keys go on working`, async () => {
    await withPage(held, pageOf(gallery, `view="${view}"`), async (page) => {
      await openPhoto(page);
      await page.locator("article-viewer .more").focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelector(".more").hidden);
      await settle(page);
      assert.equal(await focused(page), "Close");
      assert.equal(await position(page), "Photo 2 / 2");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await position(page), "Photo 1 / 2");
    });
  });

  test(`${view}: no key scrolls what lies behind a photo`, async () => {
    const css = "body { padding-bottom: 4000px; }";
    await withPage(held, pageOf(gallery, `view="${view}"`, { css }), async (page) => {
      await openPhoto(page);
      const before = await page.evaluate(() => scrollY);
      for (const key of ["ArrowDown", "PageDown", "End", "Home", "ArrowUp", "PageUp"]) await page.keyboard.press(key);
      await clickPhoto(page);
      await page.keyboard.press(" ");
      await settle(page);
      assert.equal(await page.evaluate(() => scrollY), before);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await page.keyboard.press("PageDown");
      await page.waitForFunction((was) => scrollY > was, before, { timeout: 5000 });
    });
  });

  test(`${view}: a photo that is open when its document goes is told of as closed`, async () => {
    await withPage(held, pageOf(gallery, `view="${view}"`), async (page) => {
      await openPhoto(page);
      const entries = await page.evaluate(() => history.length);
      const opened = (await waitForEvent(page, "article-photo-open")).detail;
      await page.evaluate(() => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        viewer.document = { version: 1, language: "en", article: { headline: "Another one", url: "/other" } };
      });
      assert.deepEqual((await waitForEvent(page, "article-photo-close")).detail, opened);
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.ok(await page.evaluate(() => history.length) <= entries);
    });
    await withPage(held, pageOf(gallery, `view="${view}"`), async (page) => {
      await openPhoto(page);
      const closed = await page.evaluate(() => new Promise((done) => {
        const viewer = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
        viewer.addEventListener("article-photo-close", (event) => done(/** @type {CustomEvent} */ (event).detail.index));
        viewer.remove();
      }));
      assert.equal(closed, 0, "removed");
    });
  });

  for (const [place, partsWith] of /** @type {[string, (late: object) => object][]} */ ([
    ["gallery", (late) => ({ gallery: { photos: [late, photo("Another.")] } })],
    ["article", (late) => ({ article: { headline: "A headline", url: "/here", lead: late, body: [], tags: [{ label: "Tag", url: "/tag" }] } })]]))
    test(`${view}: Retry that succeeds gives focus to the photo of the ${place}`, async () => {
      held.server.route("/late.jpg", (_, response) => response.writeHead(404).end());
      await withPage(held, pageOf(partsWith({ ...photo("A photo."), src: "/late.jpg" }), `view="${view}"`), async (page) => {
        await waitUntilComplete(page);
        const retry = page.getByRole("button", { name: "Retry" });
        await retry.waitFor();
        held.server.route("/late.jpg", { type: "image/jpeg", body: await readFile(path.join(root, "assets/photos/tram-1600.jpg")) });
        await retry.press("Enter");
        await retry.waitFor({ state: "detached" });
        await enlarge(page).waitFor();
        await settle(page);
        assert.equal(await focused(page), "Enlarge photo");
      });
    });
}

for (const view of views)
  test(`${view}: a photo that fails while it is enlarged gives focus to its Retry`, async () => {
    /** @type {(() => void) | undefined} */
    let fail;
    held.server.route("/late.jpg", (_, response) => { fail ??= () => response.writeHead(404).end(); });
    const article = { headline: "A headline", url: "/here", lead: { ...photo("A photo."), src: "/late.jpg" }, body: [] };
    await withPage(held, pageOf({ article }, `view="${view}"`), async (page) => {
      await openPhoto(page);
      held.server.route("/late.jpg", (_, response) => response.writeHead(404).end());
      fail?.();
      await page.locator("article-viewer .layer").getByText("Retry").waitFor();
      await page.keyboard.press("Escape");
      await waitForEvent(page, "article-photo-close");
      assert.equal(await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.activeElement?.textContent), "Retry");
    });
  });

test("a drag whose release was lost ends where the mouse comes back, and the strip settles", async () => {
  await withPage(held, pageOf(gallery), async (page) => {
    await waitUntilComplete(page);
    const box = await page.locator("article-viewer .carousel .slide").first().boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + 100];
    const client = await page.context().newCDPSession(page);
    const mouse = (/** @type {"mousePressed" | "mouseMoved"} */ type, /** @type {number} */ by, buttons = 1) =>
      client.send("Input.dispatchMouseEvent", { type, x: x + by, y, button: buttons ? "left" : "none", buttons, clickCount: 1 });
    const left = async () => (await page.locator("article-viewer .carousel .slide").first().boundingBox())?.x;
    await mouse("mouseMoved", 0, 0);
    await mouse("mousePressed", 0);
    for (const by of [-20, -50, -80]) await mouse("mouseMoved", by);
    await page.waitForFunction((was) => {
      const slide = /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelector(".slide");
      return slide.getBoundingClientRect().x < was - 40;
    }, box.x);
    // It rests, so that it is no flick.
    for (let i = 0; i < 3; ++i) {
      await settle(page);
      await mouse("mouseMoved", -80);
    }
    await mouse("mouseMoved", -300, 0);
    // 80 px are less than half of it.
    await page.waitForFunction((was) => {
      const slide = /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelector(".slide");
      return slide.getBoundingClientRect().x === was;
    }, box.x);
    for (const by of [-200, 200]) await mouse("mouseMoved", by, 0);
    await settle(page);
    assert.equal(await left(), box.x, "it does not follow");
  });
});

test("a row of tabs is moved by a finger", async () => {
  const tabs = Array.from({ length: 50 }, (_, i) => ({ id: `${i}`, label: `Section ${i}`, items: [{ title: `Title ${i}` }] }));
  await withPage(held, pageOf({ rankings: { tabs } }), async (page) => {
    await waitUntilComplete(page);
    const tab = page.getByRole("tab").nth(2);
    const box = await tab.boundingBox();
    assert.ok(box);
    const client = await page.context().newCDPSession(page);
    const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {number[]} */ ...xs) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((at) => ({ x: at, y: box.y + box.height / 2 })) });
    await touch("touchStart", box.x + 10);
    for (let by = 5; by <= 120; by += 5) await touch("touchMove", box.x + 10 - by);
    await touch("touchEnd");
    await settle(page);
    const now = await tab.boundingBox();
    assert.ok(now && now.x < box.x - 60, `${box.x} ${now?.x}`);
    assert.equal(await page.evaluate(() => scrollY), 0);
  }, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
});
