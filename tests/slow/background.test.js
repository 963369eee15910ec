// A page that is hidden, frozen, slow or short of memory loses nothing, and goes on when it is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, wholeChromium, withPage, waitUntilComplete } from "../web/support/browser.js";
import { look } from "../web/support/context-losses.js";
import { unthrottled, useTabs } from "./support/tabs.js";

/** @typedef {import("./support/tabs.js").Tab} Tab */

const held = useBrowser({ executablePath: wholeChromium, ignoreDefaultArgs: unthrottled });
const url = () => held.server.page('<article-viewer src="/demo/en.json" parts="card gallery rankings"></article-viewer>');
/** @param {Tab} tab */
const isHidden = (tab) => tab.until(() => document.visibilityState === "hidden");
/** @param {Tab} tab @param {string} [selector] */
const isReady = (tab, selector = "article-viewer") =>
  tab.until((at) => /** @type {any} */ (document.querySelector(at))?.state === "ready", selector);

/** @param {Tab} tab */
async function isDrawn(tab) {
  await tab.until(() => {
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    return document.visibilityState === "visible" && viewer?.[Symbol.for("article-viewer.internals")].completed && viewer.shadowRoot.querySelector(".drawn");
  });
  const { blank, words } = await look(/** @type {any} */ (tab));
  assert.deepEqual(blank, []);
  assert.ok(words > 10, `${words} words`);
}

/** It does what it is asked. @param {Tab} tab @param {number} photo */
async function goesOn(tab, photo) {
  const told = await tab.evaluate(async (index) => {
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    const photoShown = new Promise((done) => viewer.addEventListener("article-photo", (/** @type {any} */ { detail }) => done(detail.index), { once: true }));
    await viewer.showPhoto(index);
    return photoShown;
  }, photo);
  assert.equal(told, photo);
  await isDrawn(tab);
}

/** @param {string} name @param {(tab: Tab, other: Tab) => Promise<void>} body with a page that is drawn, and another one of its window */
const withTabs = (name, body) => test(name, { timeout: 400_000 }, async () => {
  const open = await useTabs(held.browser);
  const other = await open(held.server.page("<p>Another page.</p>"));
  const tab = await open(url());
  try {
    await isReady(tab);
    await isDrawn(tab);
    await body(tab, other);
    assert.deepEqual(tab.errors, []);
  } finally {
    await tab.close();
    await other.close();
  }
});

withTabs("a hidden tab loses nothing, and what is loaded there is ready when it is shown", async (tab, other) => {
  await tab.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).selectTab("week"));
  await other.show();
  await isHidden(tab);
  await tab.evaluate(() => {
    const late = Object.assign(document.createElement("article-viewer"), { id: "late", loading: "eager", src: "/demo/zh-hans.json" });
    document.body.append(late);
  });
  await isReady(tab, "#late");
  await tab.evaluate(() => /** @type {any} */ (document.querySelector("#late")).updateComplete);
  await tab.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
  await isReady(tab);
  assert.equal(await tab.evaluate(() => document.visibilityState), "hidden", "all of that was hidden");
  await tab.show();
  await isDrawn(tab);
  assert.equal(await tab.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector('[role=tab][aria-selected="true"]')?.textContent?.trim()), "Week");
  await tab.evaluate(() => document.querySelector("#late")?.scrollIntoView({ behavior: "instant" }));
  await tab.until(() => document.querySelector("#late")?.shadowRoot?.querySelector(".drawn"));
  await tab.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await goesOn(tab, 1);
});

withTabs("memory pressure leaves an article, shown and hidden", async (tab, other) => {
  const press = async () => {
    await tab.send("Memory.simulatePressureNotification", { level: "critical" });
    await tab.send("HeapProfiler.collectGarbage");
  };
  await press();
  await goesOn(tab, 1);
  await other.show();
  await isHidden(tab);
  await press();
  await tab.show();
  await isDrawn(tab);
  await goesOn(tab, 2);
});

withTabs("a frozen page goes on, and with what it was loading", async (tab, other) => {
  await other.show();
  await isHidden(tab);
  await tab.evaluate(() => { /** @type {any} */ (document.querySelector("article-viewer")).src = "/demo/ar.json"; });
  await tab.send("Page.setWebLifecycleState", { state: "frozen" });
  await tab.send("Page.setWebLifecycleState", { state: "active" });
  await tab.show();
  await tab.until(() => /[\u0600-\u06ff]/.test(document.querySelector("article-viewer")?.shadowRoot?.querySelector("h2")?.textContent ?? ""));
  await isReady(tab);
  await isDrawn(tab);
  await goesOn(tab, 1);
});

test("a processor of a twentieth loads and draws without an error", { timeout: 400_000 }, async () => {
  await withPage(held, "about:blank", async (page) => {
    page.setDefaultTimeout(300_000);
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 20 });
    await page.goto(url());
    await waitUntilComplete(page);
    await page.waitForFunction(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector(".drawn"));
    await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    assert.deepEqual((await look(page)).blank, []);
  }, { pageDeadline: 350_000 });
});
