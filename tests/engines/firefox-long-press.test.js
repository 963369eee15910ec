import assert from "node:assert/strict";
import { test } from "node:test";
import { Server } from "../web/support/server.js";
import { openFirefoxWithTouch } from "./support/marionette.js";

/** What is pressed; of the last two a word is selected. */
const pressed = ["nav a", "article > figure img", ".slide img", "[role=tab]:not([aria-selected=true])", '[data-action="NextPhoto"]',
  "p.as-body", ".slide figcaption"];

test("Firefox: a long press opens the browser's menu of a link or a picture, or selects a word, and its release does nothing", async () => {
  const server = await Server.start();
  // In one whose fingers have tapped or moved before, the next press may become none of its long ones.
  const firefox = await openFirefoxWithTouch();
  try {
    await firefox.open(server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer>'));
    await firefox.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      while (viewer.state !== "ready") await new Promise(requestAnimationFrame);
      await viewer.updateComplete;
      const heard = /** @type {any} */ (window).heard = /** @type {string[]} */ ([]);
      addEventListener("article-navigate", (event) => event.preventDefault());
      for (const type of ["article-navigate", "article-photo", "article-photo-open", "article-tab", "click"])
        addEventListener(type, () => heard.push(type));
      addEventListener("contextmenu", ({ defaultPrevented }) => heard.push(`menu ${defaultPrevented}`));
    });
    for (const selector of pressed) {
      const at = await firefox.evaluate(async (one) => {
        const element = document.querySelector("article-viewer")?.shadowRoot?.querySelector(one);
        element.scrollIntoView({ block: "center", behavior: "instant" });
        for (let i = 0; i < 20; ++i) await new Promise(requestAnimationFrame);
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + Math.min(40, width / 2), y: y + Math.min(10, height / 2), link: element.href, picture: element.currentSrc };
      }, selector);
      await firefox.hold(at);
      const menu = await firefox.takeMenu();
      await firefox.touch([at]);
      assert.deepEqual(menu, { link: at.link ?? null, picture: at.picture ?? null }, selector);
      if (pressed.indexOf(selector) >= pressed.length - 2)
        assert.match(await firefox.evaluate(() => String(getSelection())), /^\w+$/, selector);
    }
    assert.deepEqual(await firefox.evaluate(() => /** @type {any} */ (window).heard), pressed.map(() => "menu false"));
  } finally {
    await firefox.close();
    await server.stop();
  }
});
