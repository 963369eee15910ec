// URLs in a page are the browser's, as far as they may be followed.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { useBrowser, waitForEvent, waitUntilComplete, withPage } from "./support/browser.js";
import { policy, root } from "./support/server.js";

const held = useBrowser();
const views = ["canvas", "plain"];

/** @type {string[][]} */
const record = JSON.parse(await readFile(path.join(root, "tests/hosts/urls.json"), "utf8"));
const texts = [...new Set(record.map(([text]) => text))].filter((text) => text.trim());

/** @param {string[]} urls */
const documentOf = (urls) => ({ version: 1, language: "en", article: { headline: "Links",
  body: [{ type: "list", items: urls.map((url, i) => [{ text: `link ${i}`, url }]) }] } });

/**
 * Where the browser itself would go, as far as that may be followed; "" where nowhere.
 * @param {import("playwright-core").Page} page @param {string} base @returns {Promise<string[]>}
 */
const oracle = (page, base) => page.evaluate(([all, from]) => all.map((text) => {
  try {
    const { href } = new URL(text, from);
    return /^(https?|mailto):/.test(href) ? href : "";
  } catch {
    return "";
  }
}), /** @type {[string[], string]} */ ([texts, base]));

/** @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
async function leadsTo(page) {
  await waitUntilComplete(page);
  return page.locator("article-viewer li").evaluateAll((items) => items.flatMap((item) =>
    /^link \d+$/.test(item.textContent ?? "") ? [item.querySelector("a")?.getAttribute("href") ?? ""] : []));
}

for (const view of views)
  test(`links lead where the browser's parser says, ${view}`, async () => {
    held.server.route("/deep/doc.json", { body: JSON.stringify(documentOf(texts)) });
    const url = held.server.page(`<article-viewer src="/deep/doc.json?q=1" loading="eager" view="${view}"></article-viewer>`);
    await withPage(held, url, async (page) => {
      const found = await leadsTo(page);
      const wanted = await oracle(page, `${held.server.origin}/deep/doc.json?q=1`);
      assert.ok(texts.length > 450 && wanted.filter((href) => href).length > 250, `${texts.length} texts`);
      texts.forEach((text, i) => assert.equal(found[i], wanted[i], JSON.stringify(text)));
      const leads = (/** @type {string} */ text) => found[texts.indexOf(text)];
      assert.equal(leads("http:/link"), `${held.server.origin}/link`);
      for (const text of ["http://%00/", "http://\u00ad/", "java\nscript:alert(1)"]) assert.equal(leads(text), "");
    });
  });

for (const view of views)
  test(`a document without a place has absolute links alone, ${view}`, async () => {
    const urls = ["#x", "x", "/x", "//x.example/", "?x", "http:/x", "https://x.example/a/../b", "mailto:a@b.example"];
    const json = JSON.stringify(documentOf(urls));
    const html = await (await fetch(held.server.page(`<article-viewer loading="eager" view="${view}"></article-viewer>`))).text();
    held.server.route("/anywhere.html", (_, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": `${policy}; connect-src 'self' blob: data:` });
      response.end(html);
    });
    for (const kind of ["blob", "data"])
      await withPage(held, `${held.server.origin}/anywhere.html`, async (page) => {
        await page.evaluate(([text, of]) => {
          const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
          viewer.src = of === "blob" ? URL.createObjectURL(new Blob([text])) : `data:application/json,${encodeURIComponent(text)}`;
        }, [json, kind]);
        const { detail } = await waitForEvent(page, "article-load");
        assert.deepEqual(await leadsTo(page), ["", "", "", "", "", "http://x/", "https://x.example/b", "mailto:a@b.example"], kind);
        assert.deepEqual(detail.problems.map((/** @type {any} */ { pointer }) => pointer),
          [0, 1, 2, 3, 4].map((i) => `/article/body/0/items/${i}/0/url`));
        if (view === "canvas") assert.match(detail.problems[0].message, /^found no valid absolute URL, in a document without a place: "#x", expected /);
      });
  });
