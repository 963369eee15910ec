// Panels of tabs that no one has seen: they cost nothing until they are near, and are found, chosen and printed all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

/** @param {{paragraphs?: number, tabs?: number, items?: number, title?: string}} [size] */
function ranked({ paragraphs = 0, tabs = 3, items = 4, title = "Title" } = {}) {
  return JSON.stringify({ version: 1, language: "en",
    article: { headline: "A long night", body: Array.from({ length: paragraphs }, (_, i) => ({ type: "paragraph", text: `Paragraph ${i + 1} of the night.` })) },
    rankings: { tabs: Array.from({ length: tabs }, (_, tab) => ({ id: `tab-${tab}`, label: `Tab ${tab}`,
      items: Array.from({ length: items }, (_, i) => ({ title: `${title} ${tab}-${i}`, url: `/t${tab}-${i}`, views: i })) })) },
    comments: { hot: [{ author: "Ann", text: "The first word" }], latest: [{ author: "Ben", text: "The last word" }] } });
}

/** @param {Parameters<typeof ranked>[0]} size @param {string} [attributes] */
function pageOf(size, attributes = "") {
  held.server.route("/ranked.json", { body: ranked(size) });
  return held.server.page(`<article-viewer src="/ranked.json" ${attributes}></article-viewer>`);
}

/** Each panel: the elements in it, and its text where it has none. @param {import("playwright-core").Page} page */
const panelsOf = (page) => page.evaluate(() => {
  const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
  return [...shadowRoot.querySelectorAll('[role="tabpanel"]')].map((panel) => ({ elements: panel.querySelectorAll("a, .as-remark").length,
    texts: [...panel.childNodes].filter((node) => node instanceof Text).map((node) => node.textContent).join("") }));
});

/** @param {number} tab @param {number} items */
const titles = (tab, items) => Array.from({ length: items }, (_, i) => `Title ${tab}-${i}\n`).join("");

for (const view of ["canvas", "plain"]) {
  test(`${view}: what is far is a text to be found, and becomes a list when it is shown`, async () => {
    await withPage(held, pageOf({ paragraphs: 80 }, `view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      const before = await panelsOf(page);
      assert.deepEqual(before.map(({ texts }) => texts), ["", titles(1, 4), titles(2, 4), "", "Ben\nThe last word\n"]);
      assert.deepEqual(before.map(({ elements }) => elements > 0), [true, false, false, true, false]);
      // What the browser's find does to what it is about to show.
      await page.evaluate(() => {
        const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
        const panel = [...shadowRoot.querySelectorAll('[role="tabpanel"]')].find((one) => one.textContent.includes("Title 1-3"));
        panel.parentElement.dispatchEvent(new Event("beforematch", { bubbles: true }));
      });
      await settle(page);
      const found = await panelsOf(page);
      assert.deepEqual(found.map(({ texts }) => texts), ["", "", titles(2, 4), "", "Ben\nThe last word\n"]);
      assert.equal(found[1].elements, found[0].elements);
      assert.equal(await page.locator("article-viewer a:visible", { hasText: "Title 1-3" }).count(), 1);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("tab-0"));
      await settle(page);
      assert.deepEqual(await panelsOf(page), found, "what was shown stays");
    });
  });

  test(`${view}: all of it is there to be printed`, async () => {
    await withPage(held, pageOf({ paragraphs: 80 }, `view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const panels = await panelsOf(page);
      assert.deepEqual(panels.map(({ texts }) => texts), ["", "", "", "", ""]);
      assert.deepEqual(panels.map(({ elements }) => elements > 0), [true, true, true, true, true]);
    });
  });
}

test("a short panel is made when it is near, a long one when it is shown", async () => {
  for (const [items, isMade] of /** @type {[number, boolean][]} */ ([[4, true], [400, false]])) {
    await withPage(held, pageOf({ paragraphs: 80, items, title: "A title as long as many" }), async (page) => {
      await waitUntilComplete(page);
      assert.deepEqual((await panelsOf(page)).map(({ elements }) => elements > 0), [true, false, false, true, false]);
      await page.evaluate(() => {
        const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
        shadowRoot.querySelector('[role="tablist"]').scrollIntoView();
      });
      const made = () => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot
        .querySelectorAll('[role="tabpanel"]')[1].querySelectorAll("a").length);
      if (isMade) {
        for (const end = Date.now() + 10_000; !await made() && Date.now() < end;) await settle(page);
        assert.equal(await made(), items);
      } else {
        await waitUntilComplete(page);
        await settle(page);
        assert.equal(await made(), 0);
        await page.getByRole("tab", { name: "Tab 1" }).click();
        assert.equal(await made(), items, "at once");
      }
    });
  }
});

test("fifty panels of five hundred take no more elements than one", async () => {
  /** @type {number[]} */
  const counts = [];
  for (const tabs of [1, 50]) {
    await withPage(held, pageOf({ tabs, items: 500 }), async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      counts.push(await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelectorAll("*").length));
    });
  }
  // A tab and the wrapper of its panel.
  assert.ok(counts[1] - counts[0] < 49 * 10, String(counts));
});

for (const view of ["canvas", "plain"])
  test(`other colours lay nothing out, and touch no element of the layer: view ${view}`, async () => {
    await withPage(held, pageOf({ paragraphs: 20 }, `theme="light" view="${view}"`), async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      const colour = () => page.evaluate(() =>
        getComputedStyle(/** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelector(".content")).getPropertyValue("--av-text"));
      const before = await colour();
      await page.evaluate(() => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        const changes = /** @type {string[]} */ ([]);
        new MutationObserver((records) => changes.push(...records.map(({ type, target, attributeName }) =>
          `${type} ${/** @type {Element} */ (target).className} ${attributeName}`)))
          .observe(viewer.shadowRoot.querySelector(".layer"), { subtree: true, childList: true, attributes: true, characterData: true });
        Object.assign(window, { changes });
        viewer.theme = "dark";
      });
      for (let i = 0; i < 3; ++i) await settle(page);
      assert.notEqual(await colour(), before);
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).changes), []);
    });
  });
