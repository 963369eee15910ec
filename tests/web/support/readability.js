// What reader modes find in a prerendered page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { pageOf } from "../../support/prerendered-documents.js";
import { waitForState, withPage } from "./browser.js";
import { root } from "./server.js";

/** @typedef {{title: string, byline: string | null, textContent: string}} Found */

const readability = await readFile(path.join(root, "node_modules/@mozilla/readability/Readability.js"), "utf8");

/** @param {any} text */
const plain = (text) => [text ?? ""].flat().map((run) => run.text ?? run).join("");
/** What breaks between lines and elements is no text. @param {string} text */
const bare = (text) => text.replace(/\s/g, "");

/** Texts of an article's body, in order. @param {any} article @returns {string[]} */
const textsOf = ({ body }) => body.flatMap((/** @type {any} */ { text, items = [], photo = {}, title }) =>
  [text, ...items, photo.caption, photo.credit, title]).map(plain).map(bare).filter(Boolean);

/** Who wrote it, each once; else whose it is. @param {any} document */
function bylineOf({ article, site }) {
  const names = (article.bylines ?? []).flatMap((/** @type {any} */ { names }) => names.map((/** @type {any} */ one) => one.name ?? one));
  return names.length ? [...new Set(names)].join(", ") : (site?.name ?? article.source?.label ?? null);
}

/** @param {any} document @param {Found} found */
export function check(document, { title, byline, textContent }) {
  assert.equal(title, document.article.headline);
  assert.equal(byline, bylineOf(document));
  const text = bare(textContent);
  const sums = { all: 0, found: 0 };
  let from = 0;
  for (const wanted of textsOf(document.article)) {
    sums.all += wanted.length;
    const at = text.indexOf(wanted, from);
    if (at < 0) continue;
    sums.found += wanted.length;
    from = at + wanted.length;
  }
  assert.ok(sums.all > 0 && sums.found >= 0.99 * sums.all, `${sums.found} of ${sums.all} characters of the body`);
  for (const { items } of document.rankings?.tabs ?? [])
    for (const item of items) assert.ok(!text.includes(bare(item.title)) || bare(document.article.headline).includes(bare(item.title)), `the ranking's ${item.title} is no part of it`);
}

/** @param {string} of the document @returns {string} an expression */
export const parse = (of) => `(() => { ${readability}; return new Readability(${of}).parse(); })()`;

/**
 * Tests what is found when the widget has taken over.
 * @param {ReturnType<typeof import("./browser.js").useBrowser>} held @param {Record<string, any>} documents by name
 */
export function testTakenOver(held, documents) {
  for (const [name, document] of Object.entries(documents))
    test(`a reader mode finds ${name} when the widget has taken over`, async () => {
      const address = "/demo/prerendered";
      held.server.route(`${address}.json`, { body: JSON.stringify(document) });
      held.server.route(`${address}.html`, { type: "text/html; charset=utf-8",
        body: await pageOf(document, { base: `${held.server.origin}${address}.html`, src: `${address}.json` }) });
      await withPage(held, `${held.server.origin}${address}.html`, async (page) => {
        await waitForState(page, "ready");
        check(document, /** @type {Found} */ (await page.evaluate(parse("document.cloneNode(true)"))));
      });
    });
}
