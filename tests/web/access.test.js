import assert from "node:assert/strict";
import { test } from "node:test";
import { axeScript, violations } from "./support/axe.js";
import { useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";

/** axe-core's rules (WCAG 2.2 A, AA and AAA, best practices) in every state. */

const held = useBrowser();
const samples = ["zh-hans", "zh-hant", "en", "ar"];

/** @param {string} body @param {string} [lang] */
async function pageOf(body, lang = "en") {
  held.server.route("/axe.js", { body: await axeScript(), type: "text/javascript" });
  return held.server.page(`<script src="/axe.js"></script><main><h1>Newsroom</h1>${body}</main>`, { lang });
}

/** @param {import("playwright-core").Page} page @param {string} state */
async function assertNone(page, state) {
  assert.deepEqual(await violations(page), [], state);
}

test("axe sees a fault in a widget's shadow root", async () => {
  await withPage(held, await pageOf('<article-viewer src="/demo/en.json"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => {
      const root = document.querySelector("article-viewer")?.shadowRoot;
      root?.querySelector("[role=tab]")?.setAttribute("aria-selected", "perhaps");
      for (const image of root?.querySelectorAll("img") ?? []) image.removeAttribute("alt");
    });
    const rules = new Set((await violations(page)).map((line) => line.split(":")[0]));
    assert.ok(rules.has("aria-valid-attr-value") && rules.has("image-alt"), [...rules].join());
  });
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  for (const sample of samples) {
    // Without contrast, a theme of the canvas view is none to axe.
    for (const view of theme === "light" ? ["canvas", "plain"] : ["plain"]) {
      test(`axe finds nothing in ${sample}, ${theme}, ${view}, with every tab and another photo`, async () => {
        const body = `<article-viewer src="/demo/${sample}.json" theme="${theme}" view="${view}"></article-viewer>`;
        await withPage(held, await pageOf(body, sample === "ar" ? "ar" : "en"), async (page) => {
          await waitUntilComplete(page);
          await assertNone(page, "loaded");
          const tabs = page.getByRole("tab");
          for (let i = 0; i < await tabs.count(); ++i) {
            if (await tabs.nth(i).getAttribute("aria-selected") === "true") continue;
            await tabs.nth(i).click();
            await page.waitForFunction((n) => document.querySelector("article-viewer")?.shadowRoot
              ?.querySelectorAll("[role=tab]")[n].getAttribute("aria-selected") === "true", i);
            await assertNone(page, `tab ${i}`);
          }
          await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).showPhoto(1));
          await waitForEvent(page, "article-photo");
          await assertNone(page, "another photo");
          await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(2));
          await assertNone(page, "an enlarged photo");
        });
      });
    }
  }
  test(`axe finds nothing in large print, ${theme}`, async () => {
    await withPage(held, await pageOf(`<article-viewer src="/demo/zh-hans.json" theme="${theme}" view="plain" size="large"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await assertNone(page, "loaded");
    });
  });

  test(`axe finds nothing while a document loads, ${theme}`, async () => {
    held.server.route("/never.json", () => {});
    const body = `<article-viewer src="/never.json" theme="${theme}"></article-viewer>`;
    await withPage(held, await pageOf(body), async (page) => {
      await waitForState(page, "loading");
      await assertNone(page, "loading");
    });
  });

  for (const lang of ["zh-Hans", "zh-Hant", "en", "ar"]) {
    test(`axe finds nothing where a document can't be had, ${theme}, ${lang}`, async () => {
      const body = `<article-viewer src="/none.json" theme="${theme}"></article-viewer>`;
      await withPage(held, await pageOf(body, lang), async (page) => {
        await waitForState(page, "failed");
        await assertNone(page, "failed");
      });
    });
  }
}
