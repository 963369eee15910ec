// What a reader does leaves the accessibility tree as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { computedTree } from "../engines/support/computed-tree.js";
import { treeLines } from "../engines/support/tree-text.js";
import { settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @returns {Promise<string>} the tree that Chromium computes */
async function treeOf(page) {
  await waitUntilComplete(page);
  await settle(page);
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  return treeLines(computedTree(/** @type {any} */ (nodes))).join("\n");
}

/** @param {Page} page @param {(viewer: any) => unknown} act @returns {Promise<unknown>} */
const inPage = (page, act) => page.locator("article-viewer").evaluate(act);

/** What a reader or a page does, and takes back. @type {Record<string, (page: Page) => Promise<unknown>>} */
const acts = {
  "another theme": async (page) => {
    for (const theme of ["dark", "light"]) {
      await page.locator("article-viewer").evaluate((/** @type {any} */ viewer, wanted) => { viewer.theme = wanted; }, theme);
      await settle(page);
    }
  },
  "another width": async (page) => {
    for (const width of [1000, 320, 500]) {
      await page.setViewportSize({ width, height: 800 });
      await settle(page);
    }
  },
  "another tab": async (page) => {
    const tabs = page.getByRole("tablist").first().getByRole("tab");
    const before = await tabs.evaluateAll((all) => all.findIndex((tab) => tab.getAttribute("aria-selected") === "true"));
    await tabs.nth((before + 1) % 2).click();
    await settle(page);
    await tabs.nth(before).click();
  },
  "a photo that is opened, gone on from and closed": async (page) => {
    await inPage(page, (viewer) => viewer.openPhoto(0));
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await waitForEvent(page, "article-photo-close");
    await page.waitForFunction(() => !document.querySelector("article-viewer")?.shadowRoot?.querySelector("dialog, .flight"));
  },
  "copying all": async (page) => {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    await page.evaluate(() => getSelection()?.removeAllRanges());
  },
  printing: (page) => page.pdf(),
  "a move in the page": (page) => page.evaluate(() =>
    document.getElementById("other")?.append(/** @type {Element} */ (document.querySelector("article-viewer")))),
  "a move that keeps it as it is": (page) => page.evaluate(() => {
    const viewer = /** @type {Element} */ (document.querySelector("article-viewer"));
    /** @type {any} */ (document.getElementById("other")).moveBefore(viewer, null);
  }),
  "full screen": async (page) => {
    await inPage(page, (viewer) => viewer.requestFullscreen());
    await settle(page);
    await page.evaluate(() => document.exitFullscreen());
  },
};

for (const view of ["canvas", "plain"])
  for (const [what, act] of Object.entries(acts))
    test(`${view}: the accessibility tree is the same after ${what}`, () =>
      withPage(held, held.server.page(`<div id="other"></div><article-viewer src="/demo/zh-hans.json" theme="light" view="${view}"></article-viewer>`,
        { lang: "zh-hans" }), async (page) => {
        const before = await treeOf(page);
        assert.ok(before.split("\n").length > 50, before);
        await act(page);
        assert.equal(await treeOf(page), before);
      }, { viewport: { width: 500, height: 800 } }));
