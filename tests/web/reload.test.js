// The same article, loaded again: what has not changed stays, and so do the reader's place and choices.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { eventsOf, settle, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const sample = JSON.parse(await readFile(path.join(root, "assets/en.json"), "utf8"));
const views = /** @type {const} */ (["canvas", "plain"]);

/** @param {(document: any) => void} [change] */
function serve(change) {
  const document = structuredClone(sample);
  change?.(document);
  held.server.route("/demo/live.json", { body: JSON.stringify(document) });
}

const page = (/** @type {string} */ attributes = "") =>
  held.server.page(`<p>Before.</p><article-viewer src="/demo/live.json" ${attributes}></article-viewer><p>Behind.</p>`);

/**
 * Goes where a reader might be: to a tab, a photo, a paragraph in the middle, with a word selected and a tab focused.
 * @param {import("playwright-core").Page} page @returns {Promise<void>}
 */
async function readOn(page) {
  await waitUntilComplete(page);
  await page.evaluate(async () => {
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    const { shadowRoot } = viewer;
    await viewer.selectTab("week");
    await viewer.showPhoto(2);
    shadowRoot.querySelectorAll('[role="tab"]')[1].focus({ preventScroll: true });
    const paragraphs = [...shadowRoot.querySelectorAll("p.as-body")];
    const read = paragraphs[Math.floor(paragraphs.length / 2)];
    read.scrollIntoView({ block: "start" });
    scrollBy(0, -30);
    const walker = document.createTreeWalker(read, NodeFilter.SHOW_TEXT);
    const text = /** @type {Text} */ (walker.nextNode());
    getSelection()?.setBaseAndExtent(text, 2, text, 9);
    Object.assign(window, { read, focused: shadowRoot.activeElement, tab: shadowRoot.querySelector('[aria-selected="true"]') });
  });
  await settle(page);
  await page.evaluate(() => {
    const { shadowRoot } = /** @type {HTMLElement} */ (document.querySelector("article-viewer"));
    Object.assign(window, { canvases: [...shadowRoot?.querySelectorAll("canvas") ?? []].filter(({ width }) => width),
      least: Infinity, stood: /** @type {any} */ (window).read.getBoundingClientRect().top });
    new ResizeObserver(([{ contentRect }]) => {
      Object.assign(window, { least: Math.min(/** @type {any} */ (window).least, contentRect.height) });
    }).observe(/** @type {Element} */ (document.querySelector("article-viewer")));
  });
}

/** @param {import("playwright-core").Page} page */
function placeOf(page) {
  return page.evaluate(() => {
    const all = /** @type {any} */ (window);
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    const { shadowRoot } = viewer;
    return {
      top: Math.round(all.read.getBoundingClientRect().top - all.stood) + 0,
      there: all.read.isConnected,
      focused: shadowRoot.activeElement === all.focused,
      tab: shadowRoot.querySelector('[aria-selected="true"]').textContent,
      photo: shadowRoot.querySelector('[aria-roledescription="slide"]:not([hidden] *)')?.getAttribute("aria-label"),
      selected: String(shadowRoot.getSelection?.() ?? getSelection()),
      gone: all.canvases.filter((/** @type {Element} */ canvas) => !canvas.isConnected).length,
      canvases: all.canvases.length,
      least: all.least,
    };
  });
}

/** @param {import("playwright-core").Page} page @returns {Promise<string>} "": it did not fail */
const reload = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload()
  .then(() => "", (/** @type {any} */ error) => error.reason));

for (const view of views) {
  test(`${view}: loaded again unchanged, nothing moves, nothing is made or drawn anew`, async () => {
    serve();
    await withPage(held, page(`view="${view}"`), async (page) => {
      await readOn(page);
      const before = await placeOf(page);
      assert.ok(before.selected.length > 3 && before.photo, JSON.stringify(before));
      const drawn = await framesDrawn(page);
      assert.equal(await reload(page), "");
      await settle(page);
      const after = await placeOf(page);
      assert.deepEqual({ ...after, least: 0 }, { ...before, least: 0 });
      assert.ok(after.least > 1000, `it was ${after.least} px high in between`);
      assert.ok(view === "plain" || after.canvases > 4, `${after.canvases} canvases, which stay`);
      assert.equal(await framesDrawn(page), drawn, "frames drawn");
      const types = (await eventsOf(page)).map(({ type }) => type);
      assert.equal(types.filter((type) => type === "article-load").length, 2);
      assert.equal(types.filter((type) => type === "article-tab" || type === "article-photo").length, 2, "told of once, as they were chosen");
    });
  });

  test(`${view}: what was changed is changed, around what is read`, async () => {
    serve();
    await withPage(held, page(`view="${view}"`), async (page) => {
      await readOn(page);
      const before = await placeOf(page);
      serve((document) => {
        document.article.headline += ", updated";
        document.article.body.unshift({ type: "paragraph", text: "Nothing has been heard of it since. ".repeat(12) });
        document.gallery.photos.unshift({ src: "photos/harbour-800.jpg", width: 800, height: 533, alt: "A harbour", caption: "New" });
        document.rankings.tabs.find((/** @type {any} */ { id }) => id === "week").items[0].title = "Another first";
        document.rankings.tabs.reverse();
      });
      assert.equal(await reload(page), "");
      await settle(page);
      const after = await placeOf(page);
      assert.ok(after.there && after.focused, "the paragraph and the tab");
      assert.equal(after.gone, 0, "drawings that are gone");
      assert.equal(after.top, before.top, "the paragraph that is read");
      assert.equal(after.selected, before.selected);
      assert.equal(after.tab, before.tab);
      assert.equal(after.photo, "4 / 8", "the same photo, at another place");
      const text = await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.textContent ?? "");
      for (const part of [", updated", "Another first", "Nothing has been heard"]) assert.ok(text.includes(part), part);
    });
  });
}

for (const view of views)
  test(`${view}: what the page sets while it is loaded again holds`, async () => {
    serve();
    await withPage(held, page(`view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => {
        const { decode } = TextDecoder.prototype;
        TextDecoder.prototype.decode = function (...given) {  // the document is read
          if (this.encoding === "windows-1252") document.querySelector("article-viewer")?.setAttribute("heading-level", "4");
          return decode.apply(this, given);
        };
      });
      assert.equal(await reload(page), "");
      await settle(page);
      const levels = await page.getByRole("heading").evaluateAll((all) => all.map(({ localName }) => localName));
      assert.deepEqual([...new Set(levels)].sort(), ["h4", "h5", "h6"]);
    });
  });

test("in an element with a height of its own what is read stays in its place too", async () => {
  serve();
  const url = held.server.page('<article-viewer src="/demo/live.json"></article-viewer>', { css: "article-viewer { height: 500px }" });
  await withPage(held, url, async (page) => {
    await readOn(page);
    const scrolled = () => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).scrollTop);
    const before = await scrolled();
    assert.ok(before > 500, `${before} px`);
    serve((document) => { document.article.body.unshift({ type: "paragraph", text: "Nothing has been heard of it since. ".repeat(12) }); });
    assert.equal(await reload(page), "");
    await settle(page);
    assert.ok(await scrolled() > before + 50);
    assert.equal((await placeOf(page)).top, 0);
  });
});

/** @param {import("playwright-core").Page} page @returns {Promise<number>} */
function framesDrawn(page) {
  return page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].framesDrawn);
}

test("where it fails the old article stays, the page is told, and the promise rejects", async () => {
  serve();
  await withPage(held, page(), async (page) => {
    await readOn(page);
    const before = await placeOf(page);
    held.server.route("/demo/live.json", (request) => request.socket.destroy());
    assert.equal(await reload(page), "network");
    held.server.route("/demo/live.json", { body: "{" });
    assert.equal(await reload(page), "json");
    assert.deepEqual((await eventsOf(page, "article-error")).map(({ detail, state }) => [detail.reason, state]),
      [["network", "ready"], ["json", "ready"]]);
    assert.deepEqual({ ...await placeOf(page), least: 0 }, { ...before, least: 0 });
    serve();
    assert.equal(await reload(page), "");
  });
});

test("the same article from another address stays, another one takes its place", async () => {
  serve((document) => { document.article.url = "/a"; });
  held.server.route("/demo/other.json", { body: JSON.stringify({ ...sample, article: { ...sample.article, url: "/a", headline: "From another address" } }) });
  held.server.route("/demo/third.json", { body: JSON.stringify({ ...sample, article: { ...sample.article, url: "/b" } }) });
  await withPage(held, page(), async (page) => {
    await readOn(page);
    const go = (/** @type {string} */ src) => page.evaluate((to) => document.querySelector("article-viewer")?.setAttribute("src", to), src);
    await go("/demo/other.json");
    const { detail } = await waitForEvent(page, "article-load", 2);
    assert.equal(detail.headline, "From another address");
    assert.ok((await placeOf(page)).there);
    await go("/demo/third.json");
    await waitForEvent(page, "article-load", 3);
    await settle(page);
    assert.ok(!(await placeOf(page)).there);
    assert.equal((await placeOf(page)).photo, "1 / 7", "nothing of it was chosen");
    held.server.route("/demo/gone.json", (_, response) => response.writeHead(404).end());
    await go("/demo/gone.json");
    await waitForState(page, "failed");
  });
});

const paragraphs = 1000;
const isNew = "It is another text now.";

/** Every tenth paragraph stays as it is. @param {boolean} changed @param {number} [more] that come before all */
function serveLong(changed, more = 0) {
  const said = "The night tram that lends books runs along the river until the morning comes. ".repeat(3);
  const textOf = (/** @type {number} */ i) => `${i + 1}. ${said}${i % 10 && changed ? isNew.repeat(1 + i % 3) : ""}`;
  const body = [...Array.from({ length: more }, (_, i) => `Put before, ${i}. ${isNew}`), ...Array.from({ length: paragraphs }, (_, i) => textOf(i))];
  held.server.route("/demo/live.json", { body: JSON.stringify({ version: 1, language: "en", article: {
    id: "long", headline: "A long night", body: body.map((text) => ({ type: "paragraph", text })) } }) });
}

/** Reads in the middle of it; at once when it is loaded again, and when it is complete, what stands there and what of it is seen. */
const reloadLong = (/** @type {import("playwright-core").Page} */ page, print = false) => page.evaluate(async ([words, prints]) => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const all = () => [...viewer.shadowRoot.querySelectorAll("p.as-body")];
  const read = all()[500];
  read.scrollIntoView();
  for (let i = 0; i < 6; ++i) await new Promise(requestAnimationFrame);
  const top = read.getBoundingClientRect().top;
  const state = () => {
    const seen = all().map((p) => ({ p, box: p.getBoundingClientRect() })).filter(({ box }) => box.bottom > 0 && box.top < innerHeight)
      .sort((a, b) => a.box.top - b.box.top);
    return {
      fresh: all().filter((p) => p.textContent.includes(words)).length, count: all().length, seen: seen.length,
      old: seen.filter(({ p }) => !p.textContent.includes(words) && (Number.parseInt(p.textContent, 10) - 1) % 10).length,
      over: seen.filter(({ box }, i) => i && box.top < seen[i - 1].box.bottom - 3).length,
      moved: Math.round(read.getBoundingClientRect().top - top) + 0, there: read.isConnected,
    };
  };
  await viewer.reload();
  const atOnce = state();
  if (prints) dispatchEvent(new Event("beforeprint"));
  const then = state();
  await viewer.updateComplete;
  return { atOnce, then, complete: state() };
}, /** @type {[string, boolean]} */ ([isNew, print]));

for (const [what, more] of /** @type {[string, number][]} */ ([["changed", 0], ["changed, with more before it", 400]]))
  test(`of a long article that has ${what} the part that is read comes first, the rest in slices`, async () => {
    serveLong(false);
    await withPage(held, page(), async (page) => {
      await waitUntilComplete(page);
      serveLong(true, more);
      const { atOnce, complete } = await reloadLong(page);
      assert.ok(atOnce.seen > 3 && atOnce.fresh > 3 && atOnce.fresh < 150, JSON.stringify(atOnce));
      for (const one of [atOnce, complete])
        assert.deepEqual([one.old, one.over, one.moved, one.there], [0, 0, 0, true], JSON.stringify(one));
      assert.deepEqual([complete.count, complete.fresh], [paragraphs + more, paragraphs * 9 / 10 + more]);
    });
  });

test("a picture that is asked for while it is loaded again is of what is there then", async () => {
  serve();
  await withPage(held, page(), async (page) => {
    await waitUntilComplete(page);
    const height = (/** @type {string} */ first) => page.evaluate(async (code) => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      const loads = code ? viewer.reload().then(() => "", (/** @type {any} */ error) => error.reason) : "";
      const { state } = viewer;
      const bitmap = await createImageBitmap(await viewer.toBlob());
      return [state, bitmap.height, viewer.offsetHeight, await loads];
    }, first);
    const [, before] = await height("");
    serve((document) => { document.article.body.length = 2; });
    const [state, after, own, failed] = await height("reload");
    assert.deepEqual([state, failed, after], ["loading", "", own]);
    assert.ok(after < before, `${after} px, before ${before}`);
    held.server.route("/demo/live.json", { body: "{" });
    assert.deepEqual(await height("reload"), ["loading", own, own, "json"], "where that fails the old one");
  });
});

test("before print all of a long article that has changed is there at once, in the plain view always", async () => {
  for (const view of views) {
    serveLong(false);
    await withPage(held, page(`view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      serveLong(true);
      assert.equal((await reloadLong(page, view === "canvas")).then.fresh, paragraphs * 9 / 10);
    });
  }
});

test("a document that equals the one that is set changes nothing", async () => {
  await withPage(held, held.server.page("<article-viewer></article-viewer>"), async (page) => {
    const set = (/** @type {any} */ document_) => page.evaluate(async (value) => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await customElements.whenDefined("article-viewer");
      viewer.document = value;
      return viewer.document === value;
    }, document_);
    await set(sample);
    await waitUntilComplete(page);
    assert.ok(await set(structuredClone(sample)), "it reads as what was set last");
    await settle(page);
    assert.equal((await eventsOf(page, "article-load")).length, 1);
    await set({ ...sample, article: { ...sample.article, headline: "Changed" } });
    assert.equal((await waitForEvent(page, "article-load", 2)).detail.headline, "Changed");
  });
});

test("an enlarged photo stays the same, wherever it is now, and closes where it is no more", async () => {
  serve();
  await withPage(held, page(), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(2));
    const dialog = page.getByRole("dialog");
    const shown = () => dialog.locator("img").first().getAttribute("src");
    const src = await shown();
    serve((document) => { document.gallery.photos.unshift({ src: "photos/harbour-800.jpg", width: 800, height: 533, alt: "A harbour" }); });
    assert.equal(await reload(page), "");
    await page.getByRole("dialog", { name: "Photo 4 / 8" }).waitFor();
    assert.equal(await shown(), src);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "Photo 5 / 8" }).waitFor();
    serve((document) => { document.gallery.photos.length = 2; });
    assert.equal(await reload(page), "");
    await dialog.waitFor({ state: "detached" });
    await waitForEvent(page, "article-photo-close");
    assert.equal((await eventsOf(page, "article-photo-close")).length, 1);
  });
});

test("what the reader has stopped, is on or holds stays so, whatever numbers have changed", async () => {
  serve();
  await withPage(held, page('autoplay="600"'), async (page) => {
    await waitUntilComplete(page);
    const viewer = page.locator("article-viewer");
    await viewer.getByRole("button", { name: "Pause" }).click();
    await viewer.getByRole("button", { name: "Play" }).waitFor();
    const selected = (/** @type {any} */ { rankings }) => rankings.tabs.find((/** @type {any} */ { id }) => id === rankings.selected) ?? rankings.tabs[0];
    const second = selected(sample).items[1];
    const link = viewer.getByRole("link", { name: second.title }).first();
    await link.focus();
    serve((document) => {
      const { items } = selected(document);
      items.unshift(...items.splice(1, 1));
      for (const item of items) item.views = (item.views ?? 0) + 1;
    });
    assert.equal(await reload(page), "");
    await settle(page);
    assert.ok(await viewer.getByRole("button", { name: "Play" }).isVisible());
    assert.ok(await page.evaluate((title) => /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.activeElement?.textContent.includes(title), second.title));
    // A photo that is held while the article comes is dragged all the same.
    await viewer.locator(".carousel").scrollIntoViewIfNeeded();
    const box = await viewer.locator(".carousel .clip").boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 300, box.y + 100);
    await page.mouse.down();
    const loaded = reload(page);
    await page.mouse.move(box.x + 60, box.y + 100, { steps: 8 });
    await page.mouse.up();
    assert.equal(await loaded, "");
    await settle(page);
    assert.equal((await placeOfPhoto(page)).slice(0, 1), "2");
    assert.equal((await eventsOf(page, "article-photo-open")).length, 0);
  });
});

/** @param {import("playwright-core").Page} page @returns {Promise<string>} */
const placeOfPhoto = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot
  .querySelector('[aria-roledescription="slide"]:not([hidden] *)').getAttribute("aria-label"));
