import assert from "node:assert/strict";
import { test } from "node:test";
import { axeScript, violations } from "./support/axe.js";
import { useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** The playground for all: axe, keyboard, sizes. The plain view lets axe judge contrast too. */

const held = useBrowser();
const tabs = ["gallery", "document", "settings", "words", "embed", "events"];
const broken = { version: 1, language: "en", article: { headline: "Harbour", published: "yesterday-ish", body: [{ type: "paragraph" }, 7] } };

/** @param {import("playwright-core").Page} page */
async function addAxe(page) {
  await page.evaluate(await axeScript());
}

/** @param {import("playwright-core").Page} page @param {string} name */
async function open(page, name) {
  const tab = page.locator(`#tab-${name}`);
  if (await page.locator(`#panel-${name}`).isVisible()) return;
  await tab.click();
  if (name === "document") await page.locator("#editor .cm-content").waitFor();
}

for (const width of [390, 1280])
  for (const theme of ["light", "dark"])
    test(`axe finds nothing in the playground at ${width}, ${theme}, in every panel and in the dialog`, async () => {
      await withPage(held, `${held.server.origin}/#sample=en&view=plain&theme=${theme}`, async (page) => {
        await waitUntilComplete(page);
        await addAxe(page);
        /** @type {string[]} */
        const found = [];
        const look = async (/** @type {string} */ state) => {
          for (const line of await violations(page)) found.push(`${state}: ${line}`);
        };
        await look("as it is opened");
        for (const name of tabs) {
          await open(page, name);
          await look(name);
        }
        await open(page, "document");
        await page.evaluate((text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }, JSON.stringify(broken));
        await page.locator("#problems li").first().waitFor();
        await look("problems");
        await page.locator("#share").click();
        await page.locator("#qr svg").waitFor();
        await look("the dialog");
        assert.deepEqual(found, []);
      }, { viewport: { width, height: 844 } });
    });

/** @param {import("playwright-core").Page} page @returns {Promise<string | undefined>} */
const focused = (page) => page.evaluate(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.id || at?.className || at?.tagName;
});

test("the keyboard reaches everything: skip links, tabs by arrows, out of the editor by Escape and Tab", async () => {
  await withPage(held, `${held.server.origin}/#sample=en`, async (page) => {
    await waitUntilComplete(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "panel");
    assert.ok(page.url().endsWith("#sample=en"), "the address still holds the state");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "tab-gallery");
    await page.keyboard.press("End");
    assert.equal(await focused(page), "tab-events");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "tab-gallery");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(page), "tab-document");
    assert.deepEqual(await page.locator("#panel [role=tabpanel]:visible").evaluateAll((panels) => panels.map(({ id }) => id)), ["panel-document"]);
    const content = page.locator("#editor .cm-content");
    await content.waitFor();
    assert.match(await content.getAttribute("aria-label") ?? "", /Escape, then Tab, leaves/);
    await content.focus();
    await page.keyboard.press("Tab");
    assert.match(await focused(page) ?? "", /cm-content/, "Tab indents");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    assert.doesNotMatch(await focused(page) ?? "", /cm-/);
  }, { viewport: { width: 1280, height: 800 } });
});

test("on a phone a tab opens a sheet over the article, and Escape closes it", async () => {
  await withPage(held, `${held.server.origin}/#sample=en`, async (page) => {
    await waitUntilComplete(page);
    const sheet = page.locator(".sheet");
    assert.equal(await sheet.isVisible(), false);
    const tab = page.locator("#tab-embed");
    await tab.click();
    assert.equal(await tab.getAttribute("aria-expanded"), "true");
    const code = await page.locator("#embed").boundingBox();
    assert.ok(code && code.y < 844 - 100, `the code begins at ${code?.y}, in the window`);
    await page.locator("#copy").focus();
    await page.keyboard.press("Escape");
    assert.equal(await sheet.isVisible(), false);
    assert.equal(await focused(page), "tab-embed");
    await page.keyboard.press("Enter");
    assert.equal(await sheet.isVisible(), true);
    await page.getByRole("button", { name: "Close" }).click();
    assert.equal(await sheet.isVisible(), false);
  });
});

test("beside the article the code and the problems are in the window, wherever the article is scrolled", async () => {
  await withPage(held, `${held.server.origin}/#sample=en`, async (page) => {
    await waitUntilComplete(page);
    for (const [name, selector] of [["embed", "#embed"], ["document", "#problem-count"], ["events", "#events"]]) {
      await open(page, name);
      await page.evaluate(() => scrollTo(0, 3000));
      const box = await page.locator(selector).boundingBox();
      assert.ok(box && box.y > 64 && box.y + Math.min(box.height, 20) < 800, `${name}: ${JSON.stringify(box)}`);
    }
    await page.getByRole("button", { name: "Controls" }).click();
    assert.equal(await page.locator("#panel").isVisible(), false);
    assert.ok(await page.evaluate(() => Number(document.querySelector("article-viewer")?.clientWidth) > 1150), "all the width is the article's");
  }, { viewport: { width: 1280, height: 800 } });
});

for (const [width, height] of [[320, 640], [390, 844], [768, 1024], [1280, 800]])
  test(`at ${width} nothing scrolls sideways and every target is 44 px or more`, async () => {
    await withPage(held, `${held.server.origin}/#sample=en`, async (page) => {
      await waitUntilComplete(page);
      for (const name of tabs) {
        await open(page, name);
        const { sideways, small } = await page.evaluate(() => {
          const targets = [...document.querySelectorAll("button, select, input:not([type=radio], [type=checkbox]), .choices label, .card, .switch, .parts label")];
          const boxes = targets.map((element) => ({ name: element.textContent?.trim() || element.id, ...JSON.parse(JSON.stringify(element.getBoundingClientRect())) }));
          const own = (/** @type {Element} */ element) => element.scrollWidth - element.clientWidth;
          return {
            sideways: own(document.documentElement) + Math.max(...[...document.querySelectorAll(".sheet, [role=tabpanel]:not([hidden]), [role=tablist]")].map(own)),
            small: boxes.filter(({ width, height }) => width && (width < 43.9 || height < 43.9)).map(({ name, width, height }) => `${name}: ${width} × ${height}`),
          };
        });
        assert.equal(sideways, 0, name);
        assert.deepEqual(small, [], name);
      }
    }, { viewport: { width, height } });
  });
