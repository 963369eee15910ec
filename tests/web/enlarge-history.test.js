// The browser's Back and the enlarged photo: one history entry where nobody owns the history, and none where somebody does.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { useBrowser, waitForEvent, withPage } from "./support/browser.js";
import { atRest, openPhoto } from "./support/enlarged.js";
import { root } from "./support/server.js";

const held = useBrowser();
const url = () => held.server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer>');
/** The page notes what it hears of. */
const script = `
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
    assert.deepEqual(await heard(page), [null], "a page that listens is told of its own state");
    await page.goBack();
    assert.equal(page.url(), "about:blank");
  }, { script });
});

test("a page that is loaded anew with a photo open is left by one Back", async () => {
  await withPage(held, url(), async (page) => {
    const at = await where(page);
    await openPhoto(page, 1);
    await page.reload();
    await waitForEntry(page, at.index);
    assert.deepEqual(await where(page), at);
    await waitForEvent(page, "article-load");
    assert.equal(await page.evaluate(() => document.querySelectorAll("dialog[open]").length), 0);
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

/** What owns the history, and how it begins. @type {[string, string][]} */
const owners = [
  ["a page with a state of its own", "history.replaceState({ own: [1, 2] }, '');"],
  ["Next.js", "history.replaceState({ __NA: true, __PRIVATE_NEXTJS_INTERNALS_TREE: [] }, '');"],
  ["Vue Router", "history.replaceState({ back: null, current: '/', forward: null, position: 1, replaced: true, scroll: null }, '');"],
  ["React Router", "history.replaceState({ usr: null, key: 'default', idx: 0 }, '');"],
  ["Angular", "history.replaceState({ navigationId: 1 }, '');"],
  ["SvelteKit", "history.replaceState({ 'sveltekit:history': 1, 'sveltekit:navigation': 1 }, '');"],
  ["a page with a handler of its own", "window.onpopstate = ({ state }) => { window.heard.push(state); };"],
  ["a page with a handler of its own for navigations", "navigation.onnavigate = (event) => { window.heard.push(event.navigationType); event.intercept(); };"],
  ["Turbolinks", "window.Turbolinks = { supported: true };"],
  ["single-spa", "window.singleSpaNavigate = () => {};"],
];
for (const [name, owner] of owners)
  test(`${name} owns the history: no entry is made, and what closes the photo is not told of`, async () => {
    await withPage(held, url(), async (page) => {
      const at = await where(page);
      const made = await page.evaluate(() => history.length);
      await openPhoto(page, 1);
      assert.deepEqual(await where(page), at);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual([await where(page), await page.evaluate(() => history.length), await heard(page)], [at, made, []]);
    }, { script: `${script} ${owner} window.heard.length = 0;` });
  });

test("a router that takes the history over while a photo is open keeps it", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    const at = await where(page);
    await page.evaluate(() => history.replaceState({ idx: 0 }, ""));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.evaluate(async () => { for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame); });
    assert.deepEqual(await where(page), { ...at, state: { idx: 0 } });
    assert.deepEqual(await heard(page), []);
  }, { script });
});

test("an event of a page's own, fired at each change, closes nothing", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    assert.equal(await page.getByRole("dialog").count(), 1);
  }, { script: `const push = history.pushState;
    history.pushState = function (...all) { push.apply(this, all); dispatchEvent(new PopStateEvent("popstate", { state: history.state })); };` });
});

test("a page that takes navigations over hears of one entry, and then of none", async () => {
  await withPage(held, url(), async (page) => {
    const types = () => page.evaluate(() => /** @type {any} */ (window).taken);
    for (let round = 0; round < 3; ++round) {
      await openPhoto(page);
      await page.keyboard.press("Escape");
      await waitForEvent(page, "article-photo-close", round + 1);
      await atRest(page);
    }
    assert.equal((await types()).filter((/** @type {string} */ type) => type === "push").length, 1);
  }, { script: `window.taken = [];
    navigation.addEventListener("navigate", (event) => { window.taken.push(event.navigationType); event.intercept({ handler: async () => {} }); });` });
});

/** What takes an article away from its reader. @type {[string, string, boolean?][]} */
const takings = [
  ["hidden", "viewer.hidden = true"],
  ["in something that is hidden", "around.hidden = true"],
  ["hidden until found", "viewer.hidden = 'until-found'"],
  ["in something whose content is not visible", "around.classList.add('skipped')"],
  ["not visible", "viewer.classList.add('invisible')"],
  ["in something that is not visible", "around.classList.add('invisible')"],
  ["in something that takes a while to be invisible", "around.classList.add('slowly', 'invisible')"],
  ["inert", "viewer.inert = true"],
  ["in something that is inert", "around.inert = true"],
  ["slotted into something that is inert", "around.shadowRoot.querySelector('div').inert = true"],
  ["seen through", "around.classList.add('transparent')", true],
  ["not to be clicked", "around.classList.add('untouchable')", true],
];
const takingStyles = `.skipped { content-visibility: hidden } .invisible { visibility: hidden } .slowly { transition: visibility .1s }
  .transparent { opacity: 0 } .untouchable { pointer-events: none }`;
for (const [how, code, stays] of takings)
  test(`an article that is ${how} has ${stays ? "its" : "no"} photo open over the page`, async () => {
    const at = held.server.page('<div id="around"><article-viewer src="/demo/en.json" loading="eager"></article-viewer></div><button id="own">Own</button><p id="other">Other</p>', { css: takingStyles });
    await withPage(held, at, async (page) => {
      await page.evaluate(() => {
        const root = /** @type {HTMLElement} */ (document.getElementById("around")).attachShadow({ mode: "open" });
        root.innerHTML = "<div><slot></slot></div>";
      });
      await openPhoto(page);
      await page.evaluate(async () => {
        /** @type {HTMLElement} */ (document.getElementById("other")).inert = true;
        for (let i = 0; i < 4; ++i) await new Promise(requestAnimationFrame);
      });
      assert.equal(await page.getByRole("dialog").count(), 1, "another thing's state is none of its business");
      await viewer(page, `const around = document.getElementById("around"); ${code};`);
      if (stays) {
        await page.evaluate(async () => { for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame); });
        assert.equal(await page.locator("dialog[open]").count(), 1);
        return;
      }
      await waitForEvent(page, "article-photo-close");
      assert.equal(await page.locator("dialog").count(), 0);
      await page.locator("#own").focus();
      assert.equal(await page.evaluate(() => document.activeElement?.id), "own", "the page can be used");
      await page.evaluate(async () => { for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame); });
      assert.equal(await page.evaluate(() => document.activeElement?.id), "own", "and keeps the focus");
      assert.deepEqual(await page.locator(".flight").count(), 0);
      await viewer(page, "await viewer.openPhoto(1)");
      assert.equal(await page.locator("dialog").count(), 0, "nothing opens");
    });
  });

test("a page that tells of the photo in its hash keeps it open", async () => {
  await withPage(held, url(), async (page) => {
    await openPhoto(page);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "Photo 2 / " }).waitFor();
    await page.waitForFunction(() => location.hash === "#photo-1");
    await atRest(page);
    assert.equal(await page.getByRole("dialog").count(), 1);
    await page.keyboard.press("Escape");
    await waitForEvent(page, "article-photo-close");
  }, { script: `for (const type of ["article-photo-open", "article-photo"])
    addEventListener(type, ({ detail }) => { location.hash = "photo-" + detail.index; });` });
});

test("with Turbo the page stands as it was, however the photo is closed", async () => {
  const turbo = await readFile(path.join(root, "node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js"));
  held.server.route("/turbo.js", { body: turbo, type: "text/javascript" });
  const address = held.server.page(`<script src="/turbo.js"></script>
    <article-viewer src="/demo/en.json" loading="eager"></article-viewer><p><a href="/page-of-turbo.html">Further</a></p>`);
  held.server.route("/page-of-turbo.html", { type: "text/html; charset=utf-8",
    body: '<!doctype html><title>Further</title><script src="/turbo.js"></script><body><p id="further">Further</p>' });
  await withPage(held, address, async (page, errors) => {
    await page.evaluate(() => {
      const heard = /** @type {any} */ (window).heard;
      for (const type of ["visit", "before-render", "render", "load"])
        addEventListener(`turbo:${type}`, () => heard.push(type));
      /** @type {any} */ (window).first = document.querySelector("article-viewer");
    });
    const asked = () => held.server.asked.filter((file) => file === "/demo/en.json").length;
    await openPhoto(page, 1);
    const before = asked();
    const at = await where(page);
    for (const close of ["Escape", "await viewer.closePhoto()", "viewer.shadowRoot.querySelector('dialog .close').click()"]) {
      await openPhoto(page, 1);
      if (close === "Escape") await page.keyboard.press(close);
      else await viewer(page, close);
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.evaluate(async () => { for (let i = 0; i < 20; ++i) await new Promise(requestAnimationFrame); });
    }
    assert.deepEqual(await where(page), at);
    assert.deepEqual((await heard(page)).filter((/** @type {unknown} */ one) => one !== "load"), []);
    assert.equal(asked(), before, "the article is not loaded anew");
    assert.ok(await page.evaluate(() => /** @type {any} */ (window).first.isConnected));
    assert.equal((await page.locator(".slide:not([hidden] *)").getAttribute("aria-label"))?.slice(0, 1), "2", "its photo is shown");
    // Turbo's own visits and its Back go on as ever.
    await page.locator("p > a", { hasText: "Further" }).click();
    await page.locator("#further").waitFor();
    await page.goBack();
    await page.locator("article-viewer").waitFor();
    // The style of its progress bar, which the policy of the page refuses.
    assert.deepEqual(errors.filter((text) => !text.startsWith("Applying inline style")), []);
    errors.length = 0;
  }, { script });
});
