// Reader modes find a prerendered article in the page that arrives, and when the widget has taken over. All documents
// taken over: tests/slow.
import { test } from "node:test";
import { documents, pageOf, samples } from "../support/prerendered-documents.js";
import { useBrowser, withPage } from "./support/browser.js";
import { check, parse, testTakenOver } from "./support/readability.js";

const held = useBrowser();

test("a reader mode finds each article in the page that arrives", async (t) => {
  await withPage(held, "about:blank", async (page) => {
    for (const [name, document] of Object.entries({ ...samples, ...documents })) {
      const html = await pageOf(document, { base: "https://news.example/page.html" });
      const found = await page.evaluate(parse(`new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html")`));
      await t.test(name, () => check(document, /** @type {any} */ (found)));
    }
  });
});

testTakenOver(held, samples);
