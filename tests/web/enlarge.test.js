// The enlarged photo: the dialog pattern of WAI-ARIA APG.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const url = (name = "en", attributes = "") => held.server.page(
  `<button id="before">Before</button><article-viewer src="/demo/${name}.json" loading="eager" ${attributes}></article-viewer><button id="after">After</button>`, { lang: "en" });

/** What has focus, in shadow roots too. @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "";
});
/** @param {import("playwright-core").Page} page */
const gallery = (page) => page.getByRole("group", { name: /./ }).and(page.locator(".carousel"));

test("the gallery's button opens the current photo; Escape gives focus back", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await gallery(page).getByRole("button", { name: "Enlarge photo" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    const total = await page.locator("article-viewer .slide").count();
    assert.equal(await dialog.getAttribute("aria-label"), `Photo 1 / ${total}`);
    assert.equal(await focused(page), "Close");
    const described = await dialog.getAttribute("aria-describedby");
    const caption = await page.locator(`article-viewer #${described}`).textContent();
    const shown = await page.locator("article-viewer .slide figcaption").first().textContent();
    assert.ok(shown && caption && shown.replace(/\s+/g, " ").startsWith(caption.trim().slice(0, 20)), `${caption} of ${shown}`);
    const opened = (await waitForEvent(page, "article-photo-open")).detail;
    const { gallery: { photos } } = JSON.parse(await readFile(path.join(root, "assets/en.json"), "utf8"));
    assert.deepEqual(opened, { part: "gallery", index: 0, src: new URL(photos[0].src ?? photos[0].sources[0].src, new URL("/demo/", page.url())).href });
    await page.keyboard.press("Escape");
    assert.deepEqual((await waitForEvent(page, "article-photo-close")).detail, opened);
    await dialog.waitFor({ state: "detached" });
    assert.equal(await focused(page), "Enlarge photo");
  });
});

test("a photo of the card is told as such, and closePhoto ends when that is closed", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await page.locator("article-viewer article").getByRole("button", { name: "Enlarge photo" }).first().click();
    const { part, index, src } = (await waitForEvent(page, "article-photo-open")).detail;
    assert.deepEqual([part, index], ["card", 0]);
    assert.match(src, /^http.*\/demo\/photos\//);
    const told = await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.closePhoto();
      return { events: /** @type {any} */ (window).events.map((/** @type {any} */ { type }) => type), there: viewer.shadowRoot.querySelector("dialog[open]") !== null };
    });
    assert.equal(told.events.at(-1), "article-photo-close");
    assert.equal(told.there, false);
  });
});

test("arrows, Home, End and the buttons go through the photos, and the gallery with them", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await gallery(page).getByRole("button", { name: "Enlarge photo" }).click();
    const dialog = page.getByRole("dialog");
    const total = await page.locator("article-viewer .slide").count();
    const name = () => dialog.getAttribute("aria-label");
    await dialog.waitFor();
    await page.keyboard.press("ArrowRight");
    assert.equal(await name(), `Photo 2 / ${total}`);
    assert.deepEqual((await waitForEvent(page, "article-photo")).detail, { index: 1, total, cause: "user" });
    await dialog.getByRole("button", { name: "Next photo" }).click();
    assert.equal(await name(), `Photo 3 / ${total}`);
    await page.keyboard.press("End");
    assert.equal(await name(), `Photo ${total} / ${total}`);
    assert.equal(await dialog.getByRole("button", { name: "Next photo" }).getAttribute("aria-disabled"), "true");
    await page.keyboard.press("ArrowRight");
    assert.equal(await name(), `Photo ${total} / ${total}`);
    await page.keyboard.press("Home");
    assert.equal(await dialog.getByRole("button", { name: "Previous photo" }).getAttribute("aria-disabled"), "true");
    await page.keyboard.press("Control+ArrowRight");
    assert.equal(await name(), `Photo 1 / ${total}`, "keys with Ctrl are the browser's");
    await page.keyboard.press("ArrowRight");
    await dialog.getByRole("button", { name: "Close" }).click();
    await settle(page);
    assert.equal(await page.locator("article-viewer .slide:not([hidden] *)").getAttribute("aria-label"), `2 / ${total}`);
    assert.equal((await eventsOf(page, "article-photo-close")).at(-1)?.detail.index, 1);
  });
});

test("Tab stays inside", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await gallery(page).getByRole("button", { name: "Enlarge photo" }).click();
    await page.getByRole("dialog").waitFor();
    const names = [];
    for (let i = 0; i < 6; ++i) {
      names.push(await focused(page));
      await page.keyboard.press("Tab");
    }
    assert.deepEqual(names, ["Close", "Previous photo", "Next photo", "Zoom in", "Zoom out", "Close"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "Zoom out");
  });
});

test("a tap on a photo enlarges it; the lead picture stands alone", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    await page.locator("article-viewer figure img").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    assert.equal(await dialog.getAttribute("aria-label"), "Photo 1 / 1");
    assert.equal(await dialog.getByRole("button", { name: "Next photo" }).count(), 0);
    await page.keyboard.press("Escape");
    await waitForEvent(page, "article-photo-close");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await focused(page), "Enlarge photo");
    assert.ok(await page.evaluate(() => !document.querySelector("article-viewer")?.shadowRoot?.activeElement?.closest(".carousel")));
  });
});

test("openPhoto and closePhoto do the same; an index that is none warns", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    /** @type {string[]} */
    const warnings = [];
    page.on("console", (message) => { if (message.type() === "warning") warnings.push(message.text()); });
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(2));
    const dialog = page.getByRole("dialog");
    assert.match(await dialog.getAttribute("aria-label") ?? "", /^Photo 3 \/ /);
    assert.deepEqual((await waitForEvent(page, "article-photo")).detail.cause, "script");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).closePhoto());
    await dialog.waitFor({ state: "detached" });
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(99));
    assert.equal(await dialog.count(), 0);
    assert.deepEqual(warnings, ["article-viewer: no photo 99"]);
  });
});

test("in Arabic the arrows are mirrored and the words are Arabic", async () => {
  await withPage(held, url("ar"), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
    const dialog = page.getByRole("dialog");
    await page.keyboard.press("ArrowLeft");
    assert.match(await dialog.getAttribute("aria-label") ?? "", /^صورة 2 \/ /);
    assert.equal(await dialog.getAttribute("dir"), "rtl");
    assert.equal(await focused(page), "إغلاق");
    const close = await dialog.getByRole("button", { name: "إغلاق" }).boundingBox();
    assert.ok(close && close.x < 100, "Close stands at the inline end");
  });
});

test("a widget that leaves takes its dialog with it", async () => {
  await withPage(held, url(), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.openPhoto(0);
      viewer.remove();
    });
    assert.equal(await page.evaluate(() => document.querySelectorAll("dialog").length), 0);
    await page.locator("#after").click();
  });
});
