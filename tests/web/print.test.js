import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
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
      const pictures = await page.locator("article-viewer img").evaluateAll((all) => all.map((image) => {
        const { naturalWidth, loading } = /** @type {HTMLImageElement} */ (image);
        return { width: naturalWidth, loading };
      }));
      assert.ok(pictures.length > 10 && pictures.every(({ width }) => width > 0), `printing loads the pictures: ${JSON.stringify(pictures)}`);
      assert.deepEqual(pictures.filter(({ loading }) => loading === "lazy"), [], "not each browser loads for print what waits to be near");
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

test("what waits to be near loads when the page is printed, and its fallback is printed until then", async () => {
  const far = '<div class="far"></div>';
  const url = held.server.page(`${far}<article-viewer src="/demo/en.json"><a href="/a">The article</a></article-viewer>`, { css: ".far { height: 9000px }" });
  await withPage(held, url, async (page) => {
    /** @type {string[]} */
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    const state = () => page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).state);
    assert.equal(await state(), "empty");
    await page.emulateMedia({ media: "print" });
    const height = await page.locator("article-viewer").evaluate((viewer) => viewer.getBoundingClientRect().height);
    assert.ok(height > 10 && height < 40, `nothing but a line: ${height} px`);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.deepEqual(said,
      ["article-viewer: printed without /demo/en.json, which is not loaded yet (see docs/troubleshooting.md)"]);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer")).state === "ready");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(said.length, 1);
    await flowLoaded(page);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("article-viewer p.node").last().isVisible());
    assert.ok(await page.locator("article-viewer").evaluate((viewer) => viewer.getBoundingClientRect().height) > 2000);
  });
});

test("prerendered content is printed as it stands, and nothing is fetched for it", async () => {
  const { renderArticle } = await import("../../dist/article-viewer-prerender.js");
  const { html } = await renderArticle(await readFile(new URL("../../assets/en.json", import.meta.url), "utf8"), { url: `${held.server.origin}/demo/en.json` });
  const url = held.server.page(`<article-viewer src="/demo/en.json" loading="interaction">${html}</article-viewer>`);
  await withPage(held, url, async (page) => {
    held.server.asked.length = 0;
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("article-viewer p").last().isVisible());
    assert.ok(!held.server.asked.includes("/demo/en.json"));
  });
});

test("nothing is cut at a page's end: pictures leave room for their captions, headings stay with their text", async () => {
  await withPage(held, held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await flowLoaded(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    // A page of A6 across, without its margins.
    await page.setViewportSize({ width: 480, height: 300 });
    await page.emulateMedia({ media: "print" });
    await page.locator("article-viewer article > figure").first().waitFor();
    const { figures, headings } = await page.evaluate(() => {
      const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
      const all = (/** @type {string} */ what) => [...shadowRoot.querySelectorAll(what)];
      return {
        figures: all("figure").map((figure) => [figure.getBoundingClientRect().height, getComputedStyle(figure).breakInside]),
        headings: all("h1, h2, h3, h4, h5, h6, [role=heading]").map((heading) => getComputedStyle(heading).breakAfter),
      };
    });
    assert.ok(figures.length > 8 && headings.length > 4);
    for (const [height, inside] of figures) {
      assert.ok(height <= 300, `${height} px of 300`);
      assert.equal(inside, "avoid");
    }
    assert.deepEqual([...new Set(headings)], ["avoid"]);
  });
});
