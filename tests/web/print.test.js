import assert from "node:assert/strict";
import { test } from "node:test";
import { flowLoaded, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

for (const view of ["canvas", "plain"]) {
  test(`print of the ${view} view shows all photos and tabs, as text and pictures`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/en.json" view="${view}" theme="dark"></article-viewer>`, { css: "article-viewer { height: 400px }" });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await flowLoaded(page);
      // A reader's print waits for what it made load (HTML, "will lazy load element"), a test's does not.
      await page.pdf();
      await page.waitForFunction(() => [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("img") ?? []]
        .every((image) => image.complete && image.naturalWidth));
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      assert.ok((pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length >= 4, "several pages");
      const printed = pdf.match(/\/Subtype\s*\/Image/g)?.length ?? 0;
      assert.ok(printed > 7, `${printed} pictures: seven photos and more`);
      const pictures = await page.locator("article-viewer img").evaluateAll((all) =>
        all.map((image) => /** @type {HTMLImageElement} */ (image).naturalWidth));
      assert.ok(pictures.length > 10 && pictures.every((width) => width > 0), `printing loads the pictures: ${pictures}`);
      await page.emulateMedia({ media: "print" });
      const panels = page.locator("article-viewer [role=tabpanel]");
      for (const panel of await panels.all()) {
        assert.ok(await panel.isVisible());
        const label = await panel.evaluate((element) => getComputedStyle(element, "::before").content);
        const tab = await panel.getAttribute("aria-labelledby");
        assert.equal(JSON.parse(label), await page.locator(`article-viewer #${tab}`).textContent());
      }
      const slides = page.locator("article-viewer .slide");
      assert.equal(await slides.count(), 7);
      for (const slide of await slides.all()) {
        assert.ok(await slide.locator("img").isVisible());
        assert.ok(await slide.locator("figcaption").isVisible());
      }
      assert.equal(await page.locator("article-viewer button:visible").count(), 0);
      assert.equal(await page.locator("article-viewer canvas:visible").count(), 0);
      const color = await page.getByRole("heading").first().evaluate((element) => getComputedStyle(element).color);
      assert.equal(color, "rgb(26, 28, 30)", "dark text on paper, whatever the theme");
    });
  });
}
