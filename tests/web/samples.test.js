import assert from "node:assert/strict";
import { test } from "node:test";
import { eventsOf, pixels, settle, useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();
const samples = [
  { name: "zh-hans", lang: "zh-Hans", dir: "ltr" }, { name: "zh-hant", lang: "zh-Hant-TW", dir: "ltr" },
  { name: "en", lang: "en", dir: "ltr" }, { name: "ar", lang: "ar", dir: "rtl" },
];

for (const { name, lang, dir } of samples) {
  test(`the sample ${name} is drawn, and its layer says all of it`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/${name}.json" theme="light"></article-viewer>`);
    await withPage(held, url, async (page) => {
      const { detail, state, bubbles, composed } = await waitForEvent(page, "article-load");
      assert.equal(state, "ready");
      assert.ok(bubbles && composed);
      assert.equal(detail.format, "article");
      assert.equal(detail.view, "canvas");
      assert.deepEqual(detail.problems, []);
      await settle(page);
      const layer = page.locator("article-viewer .layer");
      assert.equal(await layer.getAttribute("lang"), lang);
      assert.equal(await layer.getAttribute("dir"), dir);
      assert.equal(await page.getByRole("article", { name: detail.headline, exact: true }).count(), 1);
      assert.equal(await page.getByRole("heading", { level: 2 }).first().textContent(), detail.headline);
      assert.equal(await page.getByRole("tablist").count(), 2);
      assert.ok(await page.getByRole("list").count() >= 1);
      const hidden = await page.locator("article-viewer canvas").evaluateAll((all) => all.map((canvas) => canvas.getAttribute("aria-hidden")));
      assert.ok(hidden.length > 3);
      assert.deepEqual([...new Set(hidden)], ["true"]);
      const { data } = await pixels(page, { x: 0, y: 0, width: 390, height: 400 });
      const shades = new Set();
      for (let i = 0; i < data.length; i += 4) shades.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
      assert.ok(shades.size > 100, `the canvas shows ${shades.size} colours`);
    });
  });

  test(`each tab of ${name} shows its panel`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/${name}.json"></article-viewer>`);
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      const tabs = page.getByRole("tab");
      let told = 0;
      for (let i = 0; i < await tabs.count(); ++i) {
        const tab = tabs.nth(i);
        if (await tab.getAttribute("aria-selected") !== "true") {
          await tab.click();
          told += 1;
          const { detail } = await waitForEvent(page, "article-tab", told);
          assert.equal(detail.cause, "user");
        }
        await page.waitForFunction((n) => {
          const root = document.querySelector("article-viewer")?.shadowRoot;
          return root?.querySelectorAll("[role=tab]")[n].getAttribute("aria-selected") === "true";
        }, i);
        const panel = page.locator(`article-viewer #${await tab.getAttribute("aria-controls")}`);
        assert.ok(await panel.isVisible());
        assert.equal(await panel.getAttribute("aria-labelledby"), await tab.getAttribute("id"));
        const beside = await page.locator("article-viewer [role=tabpanel]:visible").count();
        assert.equal(beside, 2, "one panel of the rankings, one of the comments");
      }
    });
  });
}

test("lines of the layer fill the lines that are drawn", async () => {
  const url = held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const far = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const wrong = [];
      for (const block of root.querySelectorAll("article > p.broken")) {
        const { right } = block.getBoundingClientRect();
        const breaks = [...block.querySelectorAll("wbr")];
        // The piece before a break ends a justified line.
        for (const wbr of breaks) {
          const before = wbr.previousElementSibling?.lastElementChild ?? wbr.previousElementSibling;
          const end = before?.getBoundingClientRect().right ?? 0;
          const spare = Number.parseFloat(getComputedStyle(/** @type {Element} */ (before)).marginInlineEnd);
          if (Math.abs(right - end - spare - 2) > 1) wrong.push([before?.textContent, right - end, spare]);
        }
      }
      return wrong;
    });
    assert.deepEqual(far, []);
  });
});

test("words that a line end divides are found, and copied without one", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    const found = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const block = [...root.querySelectorAll("p.broken")].find((p) => p.querySelectorAll("wbr").length > 3);
      const wbr = /** @type {Element} */ (block?.querySelector("wbr"));
      const before = wbr.previousElementSibling?.textContent ?? "";
      const after = wbr.nextElementSibling?.textContent ?? "";
      const words = `${before.trim().split(" ").at(-1)} ${after.trim().split(" ")[0]}`;
      getSelection()?.removeAllRanges();
      const hit = /** @type {any} */ (window).find(words);
      getSelection()?.selectAllChildren(/** @type {Element} */ (block));
      return { words, hit, copied: String(getSelection()) };
    });
    assert.ok(found.hit, `"${found.words}" is found`);
    assert.ok(!found.copied.includes("\n"), found.copied);
    assert.ok(found.copied.includes(found.words));
  });
});

test("the demonstration page works at every width", async () => {
  await withPage(held, `${held.server.origin}/`, async (page) => {
    await waitUntilComplete(page);
    await page.getByRole("tab", { name: "Gallery" }).click();
    await page.getByRole("radio", { name: "English", exact: true }).check();
    await waitForEvent(page, "article-load", 2);
    await page.getByRole("radio", { name: "Night desk" }).check();
    await page.setViewportSize({ width: 320, height: 640 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no sideways scrolling");
    assert.ok((await page.locator("#events li").count()) >= 2);
    assert.deepEqual(await eventsOf(page, "article-error"), []);
  });
});
