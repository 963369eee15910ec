// The core traps: that instance is never called again, and all widgets go on with another one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, inside, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { faultyCore, otherErrors } from "./support/faulty-core.js";

const held = useBrowser();
const two = '<article-viewer src="/demo/en.json"></article-viewer><article-viewer id="other" src="/demo/zh-hans.json" loading="eager"></article-viewer>';

/** Ends the core in the next call of an export, which `act` leads to, and waits until all go on. @param {import("playwright-core").Page} page @param {string} name @param {(page: import("playwright-core").Page) => Promise<unknown>} act */
async function trap(page, name, act) {
  const instances = await page.evaluate((next) => {
    /** @type {any} */ (window).faults.next = next;
    return /** @type {any} */ (window).faults.instances;
  }, name);
  await act(page).catch(() => {});
  await page.waitForFunction((before) => {
    const { instances, next } = /** @type {any} */ (window).faults;
    return !next && instances > before;
  }, instances);
}

/** @param {import("playwright-core").Page} page */
const resize = (page) => page.evaluate(() => { /** @type {HTMLElement} */ (document.querySelector("article-viewer")).style.width = "380px"; });
/** @param {import("playwright-core").Page} page */
const dead = (page) => page.evaluate(() => /** @type {any} */ (window).faults.dead);
/** @param {import("playwright-core").Page} page @param {string} method @param {...unknown} given */
const ask = (page, method, ...given) => page.evaluate(([name, ...all]) =>
  /** @type {any} */ (document.querySelector("article-viewer"))[String(name)](...all), [method, ...given]);

test("after a trap each widget goes on with another core: place, tab, photo, focus and elements stay", async () => {
  await withPage(held, held.server.page(two), async (page, errors) => {
    await waitUntilComplete(page);
    await waitUntilComplete(page, "#other");
    await ask(page, "showPhoto", 2);
    await ask(page, "selectTab", "week");
    await settle(page);
    const look = () => page.evaluate(() => {
      const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
      const gallery = shadowRoot.querySelector(".carousel");
      const kept = /** @type {any} */ (window).kept ??= { title: shadowRoot.querySelector("h2"), photo: shadowRoot.querySelector(".slide img") };
      return { top: Math.round(gallery.getBoundingClientRect().top), photo: [...gallery.querySelectorAll(".slide")].find((slide) => !slide.closest("[hidden]"))?.getAttribute("aria-label"),
        tab: shadowRoot.querySelector('[role=tab][aria-selected="true"]')?.textContent, focus: shadowRoot.activeElement?.textContent,
        same: kept.title === shadowRoot.querySelector("h2") && kept.photo === shadowRoot.querySelector(".slide img"),
        scroll: Math.round(scrollY) };
    });
    await page.getByRole("tab", { selected: true }).first().focus();
    await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector(".carousel")?.scrollIntoView());
    await settle(page);
    const before = await look();
    const { textures } = await inside(page);
    await trap(page, "av_update", () => ask(page, "showPhoto", 2));
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(2));
    await settle(page);
    assert.deepEqual(await look(), before);
    assert.equal((await inside(page)).stats[5], 2, "both widgets have a viewer in the new core");
    assert.ok((await inside(page)).textures <= textures, `${textures} textures, then ${(await inside(page)).textures}`);
    await ask(page, "showPhoto", 0);
    await waitForEvent(page, "article-photo", 2);
    assert.equal(await dead(page), 0, "the old one was not called again");
    assert.deepEqual(await eventsOf(page, "article-error"), []);
    assert.deepEqual(otherErrors(errors), []);
  }, { script: faultyCore });
});

const tide = { version: 1, language: "en", article: { headline: "Tide", body: [{ type: "paragraph", text: "High at noon, poison at night." }] } };
const withPoison = (attributes = "") => {
  held.server.route("/poison.json", { body: JSON.stringify(tide) });
  return held.server.page(`<article-viewer src="/poison.json" loading="eager" ${attributes}></article-viewer><article-viewer id="other" src="/demo/en.json" loading="eager"></article-viewer>`);
};
/** @param {string} name of an export */
const poison = (name) => `${faultyCore} window.faults.poison = "${name}";`;

for (const name of ["av_load", "av_update", "av_draw"]) {
  test(`a document that ends the core in each ${name} is shown plain, the other one is drawn`, async () => {
    await withPage(held, withPoison(), async (page, errors) => {
      await page.waitForFunction(() => document.querySelector("article-viewer")?.matches(":state(plain)"));
      await waitUntilComplete(page, "#other");
      assert.equal(await page.getByText("High at noon").isVisible(), true);
      const [error, ...more] = await eventsOf(page, "article-error");
      assert.deepEqual(more, []);
      assert.equal(error.detail.reason, "wasm");
      assert.match(error.detail.message, /twice/);
      const views = (await eventsOf(page, "article-load")).map(({ detail }) => `${detail.headline}: ${detail.view}`);
      assert.ok(views.includes("Tide: plain"), views.join());
      assert.equal(await page.evaluate(() => document.querySelector("#other")?.matches(":state(plain)")), false);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("#other")).showPhoto(1));
      await waitForEvent(page, "article-photo");
      assert.equal((await inside(page, "#other")).stats[5], 1, "the other one's viewer alone");
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).faults.instances), 3);
      assert.equal(await dead(page), 0);
      assert.deepEqual(otherErrors(errors), []);
    }, { script: poison(name) });
  });
}

test('view="canvas" fails with a document that ends the core twice', async () => {
  await withPage(held, withPoison('view="canvas"'), async (page, errors) => {
    const { detail, state } = await waitForEvent(page, "article-error");
    assert.deepEqual([detail.reason, state], ["wasm", "failed"]);
    await waitUntilComplete(page, "#other");
    assert.deepEqual(otherErrors(errors), []);
  }, { script: poison("av_update") });
});

test("an enlarged photo goes on when the core ends under it, and its end is told of", async () => {
  await withPage(held, held.server.page(two), async (page, errors) => {
    await waitUntilComplete(page);
    await ask(page, "openPhoto", 0);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await trap(page, "av_enlarged_photo", () => page.keyboard.press("ArrowRight"));
    await ask(page, "showPhoto", 0);
    await page.keyboard.press("Home");
    await page.waitForFunction(() => /^Photo 1 /.test(document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog")?.getAttribute("aria-label") ?? ""));
    await page.keyboard.press("End");
    await page.waitForFunction(() => !/^Photo 1 /.test(document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog")?.getAttribute("aria-label") ?? ""));
    await trap(page, "av_update", resize);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal((await eventsOf(page, "article-photo-close")).length, 1);
    assert.equal(await dead(page), 0);
    assert.deepEqual(otherErrors(errors), []);
  }, { script: faultyCore });
});

test("what a script asks while there is no core is done when there is one", async () => {
  await withPage(held, held.server.page(two), async (page, errors) => {
    await waitUntilComplete(page);
    await waitUntilComplete(page, "#other");
    await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      /** @type {any} */ (window).faults.next = "av_show_photo";
      await viewer.showPhoto(1).catch(() => {});
      await Promise.all([viewer.selectTab("week"), viewer.showPhoto(2)]);
    });
    assert.deepEqual((await eventsOf(page, "article-photo")).map(({ detail }) => detail.index), [2]);
    assert.deepEqual((await eventsOf(page, "article-tab")).map(({ detail }) => detail.id), ["week"]);
    assert.match(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).toBlob().then((/** @type {Blob} */ { type }) => type)), /png/);
    assert.deepEqual(otherErrors(errors), []);
  }, { script: faultyCore });
});

test("an error that is no trap ends the core too: the stack's end, a host's fault", async () => {
  await withPage(held, held.server.page(two), async (page, errors) => {
    await waitUntilComplete(page);
    await page.evaluate(() => { /** @type {any} */ (window).faults.error = () => new RangeError("Maximum call stack size exceeded"); });
    await trap(page, "av_update", resize);
    await settle(page);
    // A host's, once: the canvas that measures.
    await page.evaluate(() => {
      const { measureText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.measureText = function () {
        CanvasRenderingContext2D.prototype.measureText = measureText;
        throw new TypeError("no measure");
      };
      document.querySelector("#other")?.remove();
      document.fonts.dispatchEvent(new Event("loadingdone"));
    });
    await page.waitForFunction(() => /** @type {any} */ (window).faults.instances === 3);
    await settle(page);
    await ask(page, "showPhoto", 1);
    assert.equal(await dead(page), 0);
    assert.deepEqual(errors.splice(0).filter((error) => !/Maximum call stack|no measure/.test(error)), []);
  }, { script: faultyCore });
});

test("without the file that keeps what was chosen an article is shown anew", async () => {
  held.server.route("/article-viewer-successor.js", (_, response) => response.writeHead(404).end());
  try {
    await withPage(held, held.server.page(two), async (page, errors) => {
      await waitUntilComplete(page);
      await waitUntilComplete(page, "#other");
      await trap(page, "av_update", resize);
      await waitForEvent(page, "article-load", 4);
      await settle(page);
      assert.deepEqual((await eventsOf(page, "article-load")).map(({ detail }) => detail.view), Array(4).fill("canvas"));
      assert.equal((await inside(page)).stats[5], 2);
      assert.deepEqual(otherErrors(errors), []);
    }, { script: faultyCore });
  } finally {
    held.server.unroute("/article-viewer-successor.js");
  }
});

test("where no other core is to be had all articles are shown plain", async () => {
  await withPage(held, held.server.page(two), async (page, errors) => {
    await waitUntilComplete(page);
    await waitUntilComplete(page, "#other");
    await page.evaluate(() => Object.assign(/** @type {any} */ (window).faults, { next: "av_update", refuses: true }));
    await resize(page);
    await page.waitForFunction(() => [...document.querySelectorAll("article-viewer")].every((viewer) => viewer.matches(":state(plain)")));
    assert.deepEqual((await eventsOf(page, "article-error")).map(({ detail }) => detail.reason), ["wasm", "wasm"]);
    assert.equal(await dead(page), 0);
    assert.deepEqual(otherErrors(errors), []);
  }, { script: faultyCore });
});

for (const name of ["av_highlight", "av_pointer_down", "av_pointer_move"]) {
  test(`a drag in which ${name} ends the core is no click, and the next press is one`, async () => {
    await withPage(held, held.server.page('<article-viewer src="/demo/en.json" parts="gallery"></article-viewer>'), async (page, errors) => {
      await waitUntilComplete(page);
      const box = await page.locator("article-viewer .slide img").first().boundingBox();
      assert.ok(box);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await settle(page);
      await trap(page, name, async () => {
        await page.mouse.down();
        await page.mouse.move(x - 80, y, { steps: 5 });
        await page.mouse.up();
      });
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(0));
      await settle(page);
      assert.deepEqual(await eventsOf(page, "article-photo-open"), [], "nothing was clicked");
      await page.mouse.click(x, y);
      await waitForEvent(page, "article-photo-open");
      assert.equal(await dead(page), 0);
      assert.deepEqual(otherErrors(errors), []);
    }, { script: faultyCore });
  });
}
