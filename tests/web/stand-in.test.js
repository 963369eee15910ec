// The layer stands in for the drawing: nothing jumps when one takes over from the other.
// Each sample in one view; the others are in tests/slow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "./support/browser.js";
import { compare, placesOf, showDrawing } from "./support/stand-in.js";
import { testSamples, withSample } from "./support/stand-in-tests.js";

const held = useBrowser();
testSamples(held, [{ width: 390, ratio: 2 }], ["zh-hans", "ar"]);
testSamples(held, [{ width: 1024, ratio: 1 }], ["zh-hant", "en"]);

test("a layer that lies elsewhere or has another colour is seen", () =>
  withSample(held, "en", { width: 390, ratio: 1 }, async (page) => {
    const drawing = await page.screenshot({ scale: "device" });
    await showDrawing(page, false);
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const [first, second, third] = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".layer p.as-body"));
      first.style.translate = "3px 0";
      second.style.translate = "0 2px";
      third.style.color = "green";
      /** @type {HTMLElement} */ (root.querySelector(".as-lead img")).style.translate = "0 3px";
    });
    const { faults } = compare([drawing, await page.screenshot({ scale: "device" })], await placesOf(page), 1);
    for (const what of ["start", "baseline", "colour", "picture"])
      assert.ok(faults.some((fault) => fault.what.startsWith(what)), `${what}: ${JSON.stringify(faults.slice(0, 4))}`);
  }));
