import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

/** On wide screens no column stands empty beside a long article. */

const held = useBrowser();
const samples = ["zh-hans", "zh-hant", "en", "ar"];
const most = 0.25;

/** Frames of the parts in the layer. @param {import("playwright-core").Page} page */
const framesOf = (page) => page.evaluate(() => {
  const { shadowRoot } = /** @type {any} */ (document.querySelector("article-viewer"));
  const frame = (/** @type {Element | null} */ element) => {
    if (!element) return null;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const [card, gallery] = [".layer > article", ".carousel"].map((selector) => frame(shadowRoot.querySelector(selector)));
  const groups = [...shadowRoot.querySelectorAll('.layer > [role="group"]:not(.carousel)')].map(frame);
  return { card, gallery, rankings: groups[0], comments: groups[1] };
});

/** The share of the article's height that has an empty column beside it. @param {Awaited<ReturnType<typeof framesOf>>} frames */
function blankShare({ card, gallery, rankings }) {
  assert.ok(card);
  const aside = [gallery, rankings].filter((part) => part && (part.left >= card.right || part.right <= card.left));
  if (!aside.length) return 0;
  const bottom = Math.max(...aside.map((part) => part?.bottom ?? 0));
  return Math.max(0, card.bottom - bottom) / (card.bottom - card.top);
}

for (const sample of samples)
  test(`beside ${sample} at 1280 a quarter of its height is blank at most`, async (t) => {
    await withPage(held, held.server.page(`<article-viewer src="/demo/${sample}.json"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      const frames = await framesOf(page);
      const share = blankShare(frames);
      t.diagnostic(`${sample}: ${Math.round(share * 100)} % blank`);
      assert.ok(share <= most, `${share}`);
      assert.ok(frames.comments && frames.rankings && frames.comments.top >= frames.rankings.bottom, "comments come last");
    }, { viewport: { width: 1280, height: 800 } });
  });

test("however long the article is", async (t) => {
  const sample = JSON.parse(await readFile(path.join(root, "assets/en.json"), "utf8"));
  await withPage(held, held.server.page('<article-viewer loading="eager"></article-viewer>'), async (page) => {
    for (let blocks = 0; blocks <= sample.article.body.length; blocks += 3) {
      const shown = { ...sample, article: { ...sample.article, id: `${blocks}`, url: undefined, body: sample.article.body.slice(0, blocks) } };
      await page.evaluate((json) => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        viewer.document = json;
      }, shown);
      await page.waitForFunction((id) => /** @type {any} */ (document.querySelector("article-viewer")).document?.article.id === id, `${blocks}`);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).updateComplete);
      const frames = await framesOf(page);
      const height = (frames.card?.bottom ?? 0) - (frames.card?.top ?? 0);
      const share = blankShare(frames);
      t.diagnostic(`${blocks} blocks, ${Math.round(height)} px: ${Math.round(share * 100)} % blank`);
      assert.ok(share <= most || share * height <= 480, `${blocks} blocks: ${share} of ${height}`);
    }
  }, { viewport: { width: 1280, height: 800 } });
});

test("columns do not change with what is laid out, a tab or a slide", async () => {
  await withPage(held, held.server.page('<article-viewer src="/demo/zh-hans.json"></article-viewer>', { css: "article-viewer { height: 700px }" }), async (page) => {
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
    const at = async () => (await framesOf(page)).card?.left;
    const first = await at();
    await waitUntilComplete(page);
    assert.equal(await at(), first);
    await page.evaluate(async () => {
      const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
      await viewer.showPhoto(1);
    });
    assert.equal(await at(), first);
  }, { viewport: { width: 1280, height: 800 } });
});

test("rankings and comments without an article stand in one column", async () => {
  const parts = { version: 1, language: "en", rankings: { tabs: [{ id: "d", label: "Day", items: [{ title: "Harbour" }, { title: "Tram" }] }] },
    comments: { total: 0, hot: [], latest: [] } };
  for (const width of [1024, 1280, 1440])
    await withPage(held, held.server.page('<article-viewer loading="eager"></article-viewer>'), async (page) => {
      await page.evaluate((json) => { /** @type {any} */ (document.querySelector("article-viewer")).document = json; }, parts);
      await waitUntilComplete(page);
      const { rankings, comments } = await framesOf(page);
      assert.ok(rankings && comments);
      assert.equal(rankings.left, comments.left);
      assert.equal(rankings.left, (width - 612) / 2);
      assert.ok(comments.top >= rankings.bottom);
    }, { viewport: { width, height: 800 } });
});

test("prerendered parts stand where the widget puts them", async () => {
  const long = await readFile(path.join(root, "assets/en.json"), "utf8");
  const sample = JSON.parse(long);
  const short = JSON.stringify({ ...sample, article: { ...sample.article, body: sample.article.body.slice(0, 3) } });
  for (const [name, json] of /** @type {const} */ ([["long", long], ["short", short]])) {
    const { html } = await renderArticle(json, { base: `${held.server.origin}/demo/` });
    held.server.route("/demo/article.json", { body: json, type: "application/json" });
    const [prerendered, drawn] = [`<link rel="stylesheet" href="/article-viewer-prerendered.css"><article-viewer loading="interaction">${html}</article-viewer>`,
      '<article-viewer src="/demo/article.json"></article-viewer>'];
    /** @type {number[][]} */
    const lefts = [];
    for (const body of [prerendered, drawn])
      await withPage(held, held.server.page(body), async (page) => {
        if (body === drawn) await waitUntilComplete(page);
        lefts.push(await page.evaluate(() => {
          const viewer = /** @type {Element} */ (document.querySelector("article-viewer"));
          const within = viewer.shadowRoot ?? viewer;
          return [["article", "article"], [".av-gallery img", ".carousel img"], [".av-rankings", '.layer > [role="group"]:not(.carousel)']]
            .map((selectors) => Math.round(within.querySelector(selectors[viewer.shadowRoot ? 1 : 0])?.getBoundingClientRect().left ?? -1));
        }));
      }, { viewport: { width: 1280, height: 800 } });
    assert.deepEqual(lefts[0], lefts[1], name);
  }
});
