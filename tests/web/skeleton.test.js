import assert from "node:assert/strict";
import { test } from "node:test";
import { decodePng } from "../preview/support/png.js";
import { frames, useBrowser, waitForState, withPage } from "./support/browser.js";
import { colorAt, hex } from "./support/contrast.js";

/** What stands in the article's place while it loads. */

const held = useBrowser();

for (const [theme, paper, bar, panel] of /** @type {const} */ ([
  ["light", "#ffffff", "#e3e5e8", "#f6f7f8"], ["dark", "#141618", "#33373b", "#1e2124"]]))
  for (const rtl of [false, true])
    test(`the skeleton stands still, in its theme and where the article will, ${theme}${rtl ? ", mirrored" : ""}`, async () => {
      held.server.route("/never.json", () => {});
      const url = held.server.page(`<article-viewer src="/never.json" theme="${theme}"></article-viewer>`, { lang: rtl ? "ar" : "en" });
      await withPage(held, url, async (page) => {
        await waitForState(page, "loading");
        const first = await page.screenshot();
        await frames(page, 30);
        assert.ok(first.equals(await page.screenshot()), "nothing of it moves");
        assert.equal(await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.getAnimations().length), 0);
        const image = decodePng(first);
        const at = (/** @type {number} */ x, /** @type {number} */ y) => hex(colorAt(image, rtl ? 389 - x : x, y));
        // Below the word: two bars of the headline, the second shorter; then the picture, from edge to edge.
        assert.deepEqual([at(10, 70), at(25, 70), at(300, 70), at(25, 104), at(300, 104), at(1, 250), at(388, 250)],
          [paper, bar, bar, bar, paper, panel, panel]);
      });
    });
