import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Server } from "../web/support/server.js";
import { openChromium } from "./support/chromium.js";
import { openFirefox } from "./support/firefox.js";
import { openWebKit } from "./support/webkit.js";

/**
 * The playground in every engine, under the tests' policy, which refuses style elements: a phone's width, by keyboard.
 *
 * @typedef {import("./support/driver.js").Driver} Driver
 */

/** Functions for the page, each whole. */
const inPage = {
  /** Of a selector, in the page or in the editor, and the text that it contains. */
  there: async (/** @type {string} */ wanted, /** @type {string} */ text) => {
    const end = performance.now() + 20_000;
    for (;;) {
      const found = document.querySelector(wanted) ?? document.querySelector("#editor")?.shadowRoot?.querySelector(wanted);
      if (found?.textContent?.includes(text) && found.getClientRects().length) return true;
      if (performance.now() > end) throw new Error(`${wanted} with "${text}" never came: ${found?.textContent?.slice(0, 200)}`);
      await new Promise(requestAnimationFrame);
    }
  },
  ready: async () => {
    const end = performance.now() + 20_000;
    const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
    while (viewer.state !== "ready") {
      if (performance.now() > end) throw new Error(`it is ${viewer.state}`);
      await new Promise(requestAnimationFrame);
    }
    return viewer.shadowRoot.querySelector(".layer h2").textContent;
  },
  editor: () => {
    const root = document.querySelector("#editor")?.shadowRoot;
    const content = root?.querySelector(".cm-content");
    const gutters = root?.querySelector(".cm-gutters");
    if (!root || !content || !gutters) throw new Error("there is no editor");
    return { gutters: getComputedStyle(gutters).display, wraps: getComputedStyle(content).whiteSpace,
      elements: root.querySelectorAll("style").length + document.querySelectorAll("style").length,
      focused: root.activeElement === content, begins: content.textContent?.slice(0, 4),
      marked: root.querySelectorAll(".cm-lintRange-error").length };
  },
};

/** @param {string} name @param {() => Promise<Driver>} start */
const scenario = (name, start) => describe(name, () => {
  /** @type {Driver} */
  let driver;
  /** @type {Server} */
  let server;
  before(async () => {
    server = await Server.start();
    driver = await start();
  });
  after(async () => {
    await driver?.close();
    await server?.stop();
  });

  const there = (/** @type {string} */ wanted, text = "") => driver.evaluate(inPage.there, wanted, text);
  const focus = (/** @type {string} */ selector) => driver.evaluate((at) => /** @type {HTMLElement} */ (document.querySelector(at)).focus(), selector);

  test(`${name}: the editor stands, styled, takes what is typed and lets go`, async () => {
    await driver.open(`${server.origin}/#sample=en`);
    const headline = await driver.evaluate(inPage.ready);
    await focus("#tab-gallery");
    await driver.press("ArrowRight");
    await driver.press("Enter");
    await there(".cm-content", "version");
    const { gutters, wraps, elements } = await driver.evaluate(inPage.editor);
    assert.deepEqual({ gutters, wraps, elements }, { gutters: "flex", wraps: "break-spaces", elements: 0 });

    await driver.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("#editor")?.shadowRoot?.querySelector(".cm-content")).focus());
    await driver.press("x");
    await there("#problems button", "This is no JSON");
    assert.equal((await driver.evaluate(inPage.editor)).begins?.startsWith("x{"), true);
    assert.equal((await driver.evaluate(inPage.editor)).marked, 1);
    assert.equal(await driver.evaluate(inPage.ready), headline, "the article stays");
    await driver.press("z", ["Control"]);
    await there("#problem-count", "No problems");

    await driver.press("Escape");
    await driver.press("Tab");
    assert.equal((await driver.evaluate(inPage.editor)).focused, false, "Escape, then Tab, leaves it");
  });

  test(`${name}: the address holds the typed document and what is chosen`, async () => {
    await driver.open(`${server.origin}/?again#sample=en`);
    await driver.evaluate(inPage.ready);
    await driver.evaluate(() => {
      /** @type {HTMLElement} */ (document.querySelector("#tab-gallery")).click();
      /** @type {HTMLElement} */ (document.querySelector('input[value="Salmon"]')).click();
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", JSON.stringify({ version: 1, language: "en", article: { headline: "Harbour", body: [{ type: "paragraph", text: "Boats." }] } }));
      const event = new Event("paste", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "clipboardData", { value: clipboardData });
      document.body.dispatchEvent(event);
    });
    const address = await driver.evaluate(async () => {
      const end = performance.now() + 20_000;
      while (!/--accent=.*doc=z\./.test(location.hash)) {
        if (performance.now() > end) throw new Error(`the address is ${location.hash}`);
        await new Promise(requestAnimationFrame);
      }
      return location.href;
    });
    await driver.open(address.replace("/#", "/?fresh#"));
    assert.equal(await driver.evaluate(inPage.ready), "Harbour");
    const found = await driver.evaluate(() => ({
      background: /** @type {HTMLElement} */ (document.querySelector("article-viewer")).style.getPropertyValue("--article-viewer-background"),
      card: /** @type {HTMLInputElement} */ (document.querySelector('input[value="Salmon"]')).checked,
      sideways: document.documentElement.scrollWidth - innerWidth,
    }));
    assert.deepEqual(found, { background: "#fff1e5", card: true, sideways: 0 });
  });
});

scenario("Chromium", openChromium);
scenario("Firefox", () => openFirefox({ headless: false }));
scenario("WebKit", openWebKit);
