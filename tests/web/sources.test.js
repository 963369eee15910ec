// One picture in several sizes: which is taken, and what stays where one can't be had.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, inside, pixels, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { plainPng } from "./support/odd-pictures.js";

const held = useBrowser();

const red = [200, 30, 30];
const blue = [30, 30, 200];

/** @param {object} photo @param {string} [more] members of the article */
const galleryOf = (photo, more = "") => `{"version":1,"language":"en",${more}"gallery":{"photos":[${JSON.stringify(photo)}]}}`;

/** A way to the view, by its name: attributes, and what stands in the page's head. @type {[string, string, string][]} */
const views = [
  ["canvas", "", ""],
  ["plain", 'view="plain"', ""],
  ["plain, without the core", "", '<meta name="article-viewer" content="view=plain">'],
];

/** The first photo of the gallery. @param {import("playwright-core").Page} page */
const shownPhoto = (page) => page.evaluate(() => {
  const image = /** @type {HTMLImageElement} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".slide img"));
  return { path: new URL(image.currentSrc || image.src, location.href).pathname, complete: image.complete, width: image.naturalWidth,
    missing: image.classList.contains("missing") };
});

for (const [view, attribute, head] of views)
  test(`a source of a type that the browser does not show is passed over, view ${view}`, async () => {
    held.server.route("/small.png", { body: plainPng(20, 10, red), type: "image/png" });
    held.server.route("/wide.png", { body: plainPng(1600, 800, blue), type: "image/png" });
    // As some systems write JSON, and as others do.
    const json = galleryOf({ src: "/small.png", width: 20, height: 10, caption: "A photo", sources: [
      { src: "/none-1.png", width: 1600, type: "image/x-none" }, { src: "/none-2.png", width: 800, type: "image/x-nor-this" },
      { src: "/wide.png", width: 1601, type: "image/png" }] },
      '"article":{"headline":"H","lead":{"sources":[{"src":"/none-3.png","width":900,"type":"image/x-none"},{"src":"/wide.png","width":800}]}},')
      .replace("image/x-nor-this", "image\\/x-nor-this");
    held.server.route("/types.json", { body: json });
    held.server.asked.length = 0;
    await withPage(held, held.server.page(`${head}<article-viewer src="/types.json" ${attribute} loading="eager"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await page.waitForFunction(() => [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img") ?? []]
        .every((image) => image.complete && image.naturalWidth === 1600));
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      await page.waitForFunction(() => /** @type {HTMLImageElement | null} */ (document.querySelector("article-viewer")
        ?.shadowRoot?.querySelector("dialog img"))?.naturalWidth === 1600);
      assert.deepEqual(held.server.asked.filter((path) => path.startsWith("/none")), []);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).problems
        .filter((/** @type {any} */ { pointer }) => pointer !== "/article/lead")), []);
    });
  });

for (const [view, attribute, head] of views)
  test(`a larger source that fails while a smaller one is shown changes nothing, view ${view}`, async () => {
    held.server.route("/small.png", { body: plainPng(420, 280, blue), type: "image/png" });
    held.server.route("/sizes.json", { body: galleryOf({ src: "/small.png", width: 420, height: 280, caption: "A photo",
      sources: [{ src: "/lost.png", width: 2000 }] }) });
    held.server.asked.length = 0;
    await withPage(held, held.server.page(`${head}<article-viewer src="/sizes.json" ${attribute} loading="eager"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await page.waitForFunction(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("img")?.complete);
      await settle(page);
      assert.deepEqual(await shownPhoto(page), { path: "/small.png", complete: true, width: 420, missing: false });
      const drawn = view === "canvas";
      const answered = drawn ? page.waitForResponse(/lost\.png/) : null;
      await page.setViewportSize({ width: 1000, height: 844 });
      await answered;
      await frames(page, 4);
      await settle(page);
      if (drawn) assert.ok(held.server.asked.includes("/lost.png"), "the larger one was asked for");
      assert.deepEqual(await shownPhoto(page), { path: "/small.png", complete: true, width: 420, missing: false });
      assert.equal(await page.getByText("Photo can't be shown").count(), 0);
      assert.equal(await page.getByRole("button", { name: /Retry/ }).count(), 0);
      assert.deepEqual(await page.evaluate(() => /** @type {any[]} */ (/** @type {any} */ (window).events)
        .filter(({ type }) => type === "article-error")), []);
      const box = await page.locator("article-viewer .slide img").first().boundingBox();
      assert.ok(box);
      const { data } = await pixels(page, { x: box.x + box.width / 2, y: box.y + box.height / 2, width: 2, height: 2 });
      assert.ok(Math.abs(data[0] - blue[0]) < 24 && Math.abs(data[2] - blue[2]) < 24, `${data.slice(0, 4)}`);
    });
  });

test("what was given back and can't be had larger is drawn as it was", async () => {
  held.server.route("/small.png", { body: plainPng(420, 280, blue), type: "image/png" });
  held.server.route("/sizes.json", { body: galleryOf({ src: "/small.png", width: 420, height: 280, caption: "A photo",
    sources: [{ src: "/lost.png", width: 2000 }] }) });
  const url = held.server.page('<article-viewer src="/sizes.json" loading="eager"></article-viewer>', { css: "body { padding-bottom: 20000px }" });
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const { textures } = await inside(page);
    await page.evaluate(() => scrollTo(0, 15000));
    await page.waitForFunction((count) => /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].textures < count, textures);
    await page.setViewportSize({ width: 1000, height: 844 });
    await page.evaluate(() => scrollTo(0, 15000));
    const answered = page.waitForResponse(/lost\.png/);
    await page.evaluate(() => scrollTo(0, 0));
    await answered;
    await page.waitForFunction((count) => /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")].textures >= count, textures);
    assert.deepEqual(await shownPhoto(page), { path: "/small.png", complete: true, width: 420, missing: false });
    assert.equal(await page.getByText("Photo can't be shown").count(), 0);
  });
});

const inner = '<script type="module" src="/article-viewer.js"></script><article-viewer src="/frame.json" loading="eager"></article-viewer>';

/** A frame without an address of its own, by how it is filled. @type {[string, string, () => void][]} */
const blankFrames = [
  ["that srcdoc fills", `<iframe srcdoc="${inner.replaceAll('"', "&quot;")}"></iframe>`, () => {}],
  ["that a script fills", "<iframe></iframe>", () => {
    const page = /** @type {Document} */ (document.querySelector("iframe")?.contentDocument);
    const script = page.createElement("script");
    script.type = "module";
    script.src = new URL("/article-viewer.js", location.href).href;
    const viewer = page.createElement("article-viewer");
    viewer.setAttribute("src", "/frame.json");
    viewer.setAttribute("loading", "eager");
    page.body.append(script, viewer);
  }],
];

for (const [name, html, fill] of blankFrames)
  test(`in a frame ${name} the page's own pictures are drawn, and can be read`, async () => {
    held.server.route("/small.png", { body: plainPng(420, 280, blue), type: "image/png" });
    held.server.route("/frame.json", { body: galleryOf({ src: "/small.png", width: 420, height: 280, caption: "A photo" }) });
    await withPage(held, held.server.page(html, { css: "iframe { width: 390px; height: 700px; border: 0 }" }), async (page) => {
      await page.evaluate(fill);
      const frame = page.frames()[1];
      await frame.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
      const found = await frame.evaluate(async () => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        await viewer.updateComplete;
        const blob = await viewer.toBlob();
        const image = viewer.shadowRoot.querySelector(".slide img");
        return { type: blob.type, itself: image.classList.contains("shown"), textures: viewer[Symbol.for("article-viewer.internals")].textures > 0 };
      });
      assert.deepEqual(found, { type: "image/png", itself: false, textures: true });
      await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      assert.equal(await frame.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot
        .querySelector("dialog img").crossOrigin), null);
    });
  });
