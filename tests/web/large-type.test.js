// Large text on narrow screens. The other samples, views and widths are in tests/slow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { faultsOf, options, testSizes } from "./support/large-type-tests.js";

const held = useBrowser();
testSizes(held, [["zh-hans", "canvas", 320], ["ar", "canvas", 320], ["en", "plain", 320]], [18, 24, 32]);

test("text that lies on other text, or is cut off, is seen", async () => {
  await withPage(held, held.server.page('<article-viewer src="/demo/en.json" loading="eager" view="plain"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => {
      const layer = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer"));
      const [first, second] = /** @type {NodeListOf<HTMLElement>} */ (layer.querySelectorAll("p.as-body"));
      first.style.cssText = "height: 10px !important";
      second.style.cssText = "white-space: nowrap";
    });
    const { faults } = await faultsOf(page);
    assert.match(faults.join("\n"), /lies on/);
    assert.match(faults.join("\n"), /reaches from/);
  }, options(390));
});
