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
