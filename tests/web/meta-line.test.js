import assert from "node:assert/strict";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { readThrough, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** Dates, names, sources and credits are not parted, in the drawing's lines and where the article stands in flow. */

const held = useBrowser();

const chinese = {
  version: 1, language: "zh-Hans",
  article: {
    headline: "潮汐表", published: "2024-05-06 07:08", updated: "2024-05-06 21:30",
    source: { label: "东海潮声周刊", url: "/source" },
    bylines: [
      { role: "文字", names: [{ name: "欧阳海生", title: "见习记者", url: "/ouyang" }, { name: "许小满", title: "记者" }] },
      { role: "摄影", names: [{ name: "司马青", title: "记者", url: "/sima" }, { name: "何苗", title: "通讯员" }, { name: "蓝湾小学" }] }],
    body: [{ type: "paragraph", text: "正文。" },
      { type: "photo", photo: { caption: "退潮以后的红树林里，招潮蟹在泥滩上排成长长的一列，孩子们蹲在木栈道上数了一个上午。", credit: "司马青 摄" } },
      { type: "video", url: "/video", title: "数蟹的早晨二十五", duration: 227 }],
    credits: [{ role: "责任编辑", names: ["欧阳海生", "许小满", "何苗"] }],
  },
};
const english = {
  version: 1, language: "en",
  article: {
    headline: "Tides", published: "2024-05-06", source: { label: "The Harbour Observer", url: "/source" },
    bylines: [{ names: [{ name: "Alexandra Hollingsworth", url: "/alexandra" }, { name: "Tom Deer", title: "intern" }] },
      { role: "Photos", names: ["Maria del Carmen Ruiz"] }],
    body: [{ type: "photo", photo: { caption: "Fiddler crabs at low tide, counted by the pupils.", credit: "AP Photo" } }],
  },
};
const whole = {
  zh: ["2024-05-06 07:08", "更新 2024-05-06 21:30", "来源：东海潮声周刊", "文字：见习记者欧阳海生、", "记者许小满", "摄影：记者司马青、",
    "通讯员何苗、", "蓝湾小学", "司马青 摄", "责任编辑：欧阳海生、"],
  en: ["By Alexandra Hollingsworth,", "Tom Deer (intern)", "Photos: Maria del Carmen Ruiz", "The Harbour Observer", "AP Photo"],
};

/** What is parted, and the widths of em spaces between what stands on one line, em. @param {import("playwright-core").Page} page @param {string[]} words */
const partedIn = (page, words) => page.evaluate((wanted) => {
  const viewer = /** @type {Element} */ (document.querySelector("article-viewer"));
  const root = viewer.shadowRoot ?? viewer;
  /** @type {string[]} */
  const parted = [];
  /** @type {number[]} */
  const spaces = [];
  let found = 0;
  for (const element of root.querySelectorAll("p, figcaption")) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let i = 0; i < (node.nodeValue ?? "").length; ++i) places.push({ node, offset: i });
    const text = element.textContent ?? "";
    const boxOf = (/** @type {number} */ at) => {
      const range = document.createRange();
      range.setStart(places[at].node, places[at].offset);
      range.setEnd(places[at].node, places[at].offset + 1);
      return range.getBoundingClientRect();
    };
    for (const word of wanted) {
      const at = text.indexOf(word);
      if (at < 0) continue;
      found += 1;
      const middles = [...word].map((_, i) => boxOf(at + i)).filter(({ width }) => width).map(({ top, bottom }) => (top + bottom) / 2);
      if (Math.max(...middles) - Math.min(...middles) > 4) parted.push(word);
    }
    const at = text.indexOf("\u2003");
    if (at < 0) continue;
    const [before, after] = [boxOf(at - 1), boxOf(at + 1)];
    const em = Number.parseFloat(getComputedStyle(element).fontSize);
    if (Math.abs(before.top - after.top) < 4) spaces.push((after.left - before.right) / em);
  }
  return { parted, spaces, found, wide: document.documentElement.scrollWidth - innerWidth };
}, words);

for (const [name, document, words] of /** @type {[string, any, string[]][]} */ ([
  ["Chinese", chinese, whole.zh], ["English", english, whole.en]]))
  for (const view of ["canvas", "plain"])
    test(`${name} names are whole in the ${view} view at any width`, async () => {
      for (const width of [...view === "canvas" ? [296] : [], 320, 360, 390, 414, 640, 1280])
        await withPage(held, held.server.page(`<article-viewer loading="eager" view="${view}"></article-viewer>`), async (page) => {
          await page.evaluate((shown) => { /** @type {any} */ (window.document.querySelector("article-viewer")).document = shown; }, document);
          await waitUntilComplete(page);
          await readThrough(page);
          const { parted, spaces, found, wide } = await partedIn(page, words);
          assert.equal(found, words.length, `at ${width}`);
          assert.deepEqual(parted, [], `at ${width}`);
          assert.ok(wide <= 0, `at ${width} nothing is wider than the page`);
          for (const space of spaces) assert.ok(Math.abs(space - 1) < 0.13, `at ${width} the em space takes ${space} em`);
        }, { viewport: { width, height: 800 } });
    });

test("prerendered names are whole", async () => {
  const { html } = await renderArticle(JSON.stringify(chinese), { base: "https://news.example/" });
  for (const width of [320, 390, 1280])
    await withPage(held, held.server.page(`<link rel="stylesheet" href="/article-viewer-prerendered.css"><article-viewer loading="interaction">${html}</article-viewer>`), async (page) => {
      const { parted, found } = await partedIn(page, whole.zh);
      assert.equal(found, whole.zh.length);
      assert.deepEqual(parted, [], `at ${width}`);
    }, { viewport: { width, height: 800 } });
});

test("a name that is wider than its line is still broken, and seen", async () => {
  const credit = "阿布都热合曼·买买提吐尔逊·依明江·阿不来提与同行的十二位摄影师们";
  const long = { version: 1, language: "zh-Hans", article: { headline: "长名", bylines: [{ role: "摄影", names: [credit] }], body: [] } };
  for (const view of ["canvas", "plain"])
    await withPage(held, held.server.page(`<article-viewer loading="eager" view="${view}"></article-viewer>`), async (page) => {
      await page.evaluate((shown) => { /** @type {any} */ (document.querySelector("article-viewer")).document = shown; }, long);
      await waitUntilComplete(page);
      await readThrough(page);
      const reach = await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(/** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelector(".as-meta"));
        return Math.max(...[...range.getClientRects()].map(({ right }) => right));
      });
      assert.ok(reach <= 320, `${view}: ${reach}`);
    }, { viewport: { width: 320, height: 800 } });
});
