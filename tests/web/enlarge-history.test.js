// The browser's Back and the enlarged photo: one history entry, with the page's own address and state.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitForEvent, withPage } from "./support/browser.js";
import { atRest, openPhoto } from "./support/enlarged.js";

const held = useBrowser();
const url = () => held.server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer>');
/** The page has a state of its own, and notes those it hears of. */
const script = `
  history.replaceState({ own: [1, 2] }, "");
  window.heard = [];
  addEventListener("popstate", ({ state }) => { window.heard.push(state); });`;

/** @param {import("playwright-core").Page} page */
const where = (page) => page.evaluate(() => ({
  index: /** @type {any} */ (window).navigation.currentEntry.index, state: history.state, href: location.href }));
/** @param {import("playwright-core").Page} page */
const heard = (page) => page.evaluate(() => /** @type {any} */ (window).heard);

/** @param {import("playwright-core").Page} page @param {number} index */
const waitForEntry = (page, index) => page.waitForFunction(
  (wanted) => /** @type {any} */ (window).navigation.currentEntry.index === wanted, index);

/** @param {import("playwright-core").Page} page @param {string} code */
const viewer = (page, code) => page.evaluate(`(async (viewer) => { ${code} })(document.querySelector("article-viewer"))`);

test("Back closes the photo and stays on the page; the next Back leaves it", async () => {
  await withPage(held, url(), async (page) => {
    const at = await where(page);
    await openPhoto(page, 1);
    assert.deepEqual(await where(page), { ...at, index: at.index + 1 }, "same address and state");
    await page.keyboard.press("ArrowRight");
    await atRest(page);
    assert.equal((await where(page)).index, at.index + 1, "photos have none of their own");
    await page.goBack();
    assert.equal((await waitForEvent(page, "article-photo-close")).detail.index, 2);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.deepEqual(await where(page), at);
    assert.deepEqual(await heard(page), [at.state], "a page that listens is told of its own state");
    await page.goBack();
    assert.equal(page.url(), "about:blank");
  }, { script });
});

for (const [how, close] of [["Escape", ""], ["closePhoto", "await viewer.closePhoto()"], ["its removal", "viewer.remove()"]]) {
  test(`${how} takes the entry back`, async () => {
    await withPage(held, url(), async (page) => {
      const at = await where(page);
      await openPhoto(page);
      if (close) await viewer(page, close);
      else await page.keyboard.press("Escape");
      await waitForEntry(page, at.index);
      assert.deepEqual(await where(page), at);
      assert.equal(await page.evaluate(() => document.querySelectorAll("dialog[open]").length), 0);
    }, { script });
  });
}

test("a photo that is opened again at once has one entry, and Back closes it", async () => {
  await withPage(held, url(), async (page) => {
    const at = await where(page);
    await openPhoto(page);
    await viewer(page, "for (let i = 0; i < 3; ++i) { await viewer.closePhoto(); await viewer.openPhoto(i); }");
    await page.getByRole("dialog").waitFor();
    await atRest(page);
    await waitForEntry(page, at.index + 1);
    // Closed, and opened while the entry is being taken back.
    await page.evaluate(async () => {
      const opened = /** @type {any} */ (document.querySelector("article-viewer"));
      await opened.closePhoto();
      await new Promise((done) => setTimeout(done));
      await opened.openPhoto(1);
    });
    await page.getByRole("dialog").waitFor();
    await atRest(page);
    await waitForEntry(page, at.index + 1);
    await page.goBack();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.deepEqual(await where(page), at);
  }, { script });
});

test("what the page pushes while a photo is open is not taken back", async () => {
  await withPage(held, url(), async (page) => {
    const at = await where(page);
    await openPhoto(page);
    await page.evaluate(() => history.pushState({ own: 3 }, "", "#further"));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await viewer(page, "viewer.remove(); history.pushState({ own: 4 }, '', '#last'); for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame);");
    const now = await where(page);
    assert.equal(now.index, at.index + 3);
    assert.deepEqual(now.state, { own: 4 });
    await page.goBack();
    assert.match(page.url(), /#further$/);
    assert.deepEqual(await heard(page), [{ own: 3 }]);
  }, { script });
});
