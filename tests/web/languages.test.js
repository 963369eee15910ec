// However a page writes its language, it says the same as a document's own, and no invalid tag is in the shadow root.
import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

const article = { version: 1, article: {
  headline: "渔港 Harbour", published: "2023-03-12 09:56", source: { label: "Herald" }, bylines: [{ role: "Text", names: ["Ann", "Bob"] }],
  body: [
    { type: "paragraph", text: "清晨五点，“海风”号渔船陆续回港，码头上人声鼎沸。价格3.5元一斤，今天比昨天贵了一些，人们说：“贵，但是新鲜。”" },
    { type: "paragraph", text: [{ text: "強調", emphasis: true, language: "ZH_hant" }, " and ", { text: "emphasis", emphasis: true, language: "en_us" },
      ", ", { text: "nothing", emphasis: true, language: "a b" }] },
  ] },
  gallery: { photos: [{ src: "/demo/photos/tram-800.jpg", width: 800, height: 450, caption: "图" }] },
  comments: { total: 12345, participants: 1234567, hot: [{ author: "A", text: "b", likes: 23456 }] } };

/** Each page's `lang`, the tag that it is, words of a failure, their tag, words in the drawing. @type {[string, string, string, string, RegExp][]} */
const pages = [
  ["zh_CN", "zh-CN", "文章无法加载", "zh-Hans", /2023-03-12 09:56.*来源：Herald.*Ann、Bob.*123\.4万人参与，1\.2万条评论/s],
  ["ZH-hant-cn", "zh-Hant-CN", "文章無法載入", "zh-Hant", /來源：Herald.*123\.4萬人參與/s],
  ["cmn-Hans", "zh-Hans", "文章无法加载", "zh-Hans", /来源：Herald.*1\.2万条评论/s],
  ["yue", "yue", "文章無法載入", "zh-Hant", /來源：Herald.*1\.2萬條評論/s],
  ["zh-min-nan-TW", "nan-TW", "文章無法載入", "zh-Hant", /來源：Herald.*1\.2萬條評論/s],
  [" zh-HK ", "zh-HK", "文章無法載入", "zh-Hant", /來源：Herald/],
  ["jam", "jam", "The article can't be loaded", "en", /Source: Herald.*Ann, Bob.*12,345 comments/s],
  ["ja_JP", "ja-JP", "記事を読み込めません", "ja-JP", /2023\/03\/12 9:56.*出典：Herald.*Ann、Bob/s],
  ["en_US", "en-US", "The article can't be loaded", "en", /Mar 12, 2023, 9:56 AM.*Source: Herald/s],
  ["EN-uk", "en-GB", "The article can't be loaded", "en", /12 Mar 2023, 09:56/],
  ["AR_eg", "ar-EG", "تعذّر تحميل المقال", "ar", /المصدر: Herald.*١٢٬٣٤٥ تعليق/s],
  ["x", "", "The article can't be loaded", "en", /2023-03-12 09:56.*Source: Herald.*12,345 comments/s],
  ["a b", "", "The article can't be loaded", "en", /Source: Herald/],
];

/** The tags in a shadow root, each once. @param {import("playwright-core").Page} page @param {string} selector */
const tagsIn = (page, selector) => page.evaluate((at) => [...new Set([...document.querySelector(at)?.shadowRoot
  ?.querySelectorAll("[lang]") ?? []].map((element) => element.getAttribute("lang") ?? ""))].sort(), selector);

/** What a reader gets of an article, once it has its words. @param {import("playwright-core").Page} page @param {RegExp} words */
async function shownIn(page, words) {
  await waitUntilComplete(page, "#article");
  await page.waitForFunction((wanted) => {
    const layer = /** @type {HTMLElement | null} */ (document.querySelector("#article")?.shadowRoot?.querySelector(".layer"));
    return layer?.querySelector("em") && wanted.test(layer.innerText);
  }, words);
  await waitUntilComplete(page, "#article");
  return page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("#article")?.shadowRoot);
    const layer = /** @type {HTMLElement} */ (root.querySelector(".layer"));
    const body = /** @type {HTMLElement} */ (root.querySelector("p.as-body"));
    const { fontFamily } = getComputedStyle(layer);
    const { textIndent, textAlign } = getComputedStyle(body);
    const range = document.createRange();
    range.selectNodeContents(body);
    return { tag: layer.getAttribute("lang"), text: layer.innerText, dir: layer.dir, fontFamily, textIndent, textAlign,
      lines: [...range.getClientRects()].map(({ left, right, top }) => [left, right, top].map(Math.round).join()),
      upright: [...root.querySelectorAll("em")].map((em) => `${em.lang} ${getComputedStyle(em).fontStyle}`) };
  });
}

/** @param {string[]} tags */
function assertCanonical(tags) {
  for (const tag of tags) assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
}

function serve() {
  held.server.route("/none.json", (_, response) => response.writeHead(404).end());
  held.server.route("/pages-own.json", { body: JSON.stringify(article) });
}

for (const view of ["canvas", "plain"]) {
  test(`a page's language in any usual form, ${view}`, async () => {
    serve();
    for (const [lang, tag, failure, failureTag, words] of pages) {
      const body = (/** @type {string} */ src) => `<article-viewer id="article" src="${src}" view="${view}"></article-viewer>
        <article-viewer id="failed" src="/none.json" loading="eager"></article-viewer>`;
      /** @type {Awaited<ReturnType<typeof shownIn>> | null} */
      let shown = null;
      await withPage(held, held.server.page(body("/pages-own.json"), { lang }), async (page) => {
        shown = await shownIn(page, words);
        assert.equal(shown.tag, tag || null, lang);
        assert.match(shown.text, words, lang);
        const chinese = /^(zh|yue|nan)\b/.test(tag);
        assert.deepEqual(shown.upright, ["zh-Hant normal", "en-US italic", ` ${chinese || /^(ja|ar)\b/.test(tag) ? "normal" : "italic"}`], lang);
        if (view === "plain") assert.equal(shown.textIndent !== "0px", chinese, lang);
        assertCanonical(await tagsIn(page, "#article"));
        await waitForState(page, "failed", "#failed");
        const status = page.locator("#failed [role=status]");
        await status.getByText(failure).waitFor();
        assert.deepEqual(await tagsIn(page, "#failed"), [failureTag], lang);
      });
      if (!tag) continue;
      // The same from a document that says so itself.
      held.server.route("/own.json", { body: JSON.stringify({ ...article, language: tag }) });
      await withPage(held, held.server.page(body("/own.json"), { lang: "sv" }), async (same) => {
        assert.deepEqual(await shownIn(same, words), shown, lang);
      });
    }
  });
}

test("an enlarged photo of no known language has a valid tag", async () => {
  serve();
  for (const view of ["canvas", "plain"]) {
    const url = held.server.page(`<article-viewer id="article" src="/pages-own.json" view="${view}"></article-viewer>`, { lang: "a b" });
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
      await page.getByRole("dialog").waitFor();
      const tags = await tagsIn(page, "#article");
      assert.deepEqual(tags, ["en", "en-US", "und", "zh-Hant"]);
      assertCanonical(tags);
    });
  }
});

test("a document's own language in another form is told of, and an invalid one falls back on the page's", async () => {
  for (const view of ["canvas", "plain"]) {
    for (const [language, tag, found] of [["zh_hant_hk", "zh-Hant-HK", /^warning .*zh_hant_hk.*with hyphens$/], ["english", "ko", /^error .*"english", expected a BCP 47 language tag$/]]) {
      held.server.route("/own.json", { body: JSON.stringify({ version: 1, language, article: { headline: "H" } }) });
      await withPage(held, held.server.page(`<article-viewer src="/own.json" view="${view}"></article-viewer>`, { lang: "ko" }), async (page) => {
        const { detail } = await waitForEvent(page, "article-load");
        assert.deepEqual(await tagsIn(page, "article-viewer").then((tags) => tags.includes(String(tag))), true);
        const [{ severity, message }] = detail.problems;
        if (view === "canvas") assert.match(`${severity} ${message}`, /** @type {RegExp} */ (found));
        assert.equal(severity, String(found).slice(2, 2 + severity.length));
      });
    }
  }
});

for (const view of ["canvas", "plain"])
  test(`a page that changes its language has its articles in that, ${view}`, async () => {
    held.server.route("/none.json", { body: JSON.stringify({ version: 1, article: { headline: "Harbour", published: "2023-03-12 09:56" },
      comments: { latest: [{ author: "A", text: "B" }] } }) });
    await withPage(held, held.server.page(`<article-viewer src="/none.json" loading="eager" view="${view}"></article-viewer>`), async (page) => {
      await waitUntilComplete(page);
      await page.evaluate(() => { document.documentElement.lang = "zh_TW"; });
      await page.waitForFunction(() => {
        const layer = /** @type {any} */ (document.querySelector("article-viewer")).shadowRoot.querySelector(".layer");
        return layer.lang === "zh-TW" && layer.textContent.includes("評論");
      });
    });
  });
