// Words of languages beyond the four: fetched where a page or an article is in one, and said in both views.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { useBrowser, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();

const article = { version: 1, article: { headline: "Harbour", source: { label: "Herald" }, body: ["One."] },
  gallery: { photos: [{ src: "/demo/photos/tram-800.jpg", width: 800, height: 450 }, { src: "/demo/photos/tram-800.jpg", width: 800, height: 450 }] },
  comments: { total: 3, latest: [{ author: "Ann", text: "Two." }] } };
/** Language, direction; source, next photo, comments, close, failure, retry. */
const languages = /** @type {const} */ ([
  ["de", "ltr", "Quelle", "Nächstes Foto", "Kommentare", "Schließen", "Der Artikel kann nicht geladen werden", "Erneut versuchen"],
  ["ja-JP", "ltr", "出典", "次の写真", "コメント", "閉じる", "記事を読み込めません", "再試行"],
  ["he", "rtl", "מקור", "התמונה הבאה", "תגובות", "סגירה", "לא ניתן לטעון את הכתבה", "ניסיון חוזר"],
]);

/** @param {import("playwright-core").Page} page @returns {string[]} names of the files of words that it asks for, from now on */
function asked(page) {
  /** @type {string[]} */
  const names = [];
  page.on("request", (request) => {
    const [, name] = /article-viewer-words-(.*)\.js$/.exec(request.url()) ?? [];
    if (name) names.push(name);
  });
  return names;
}

/**
 * A page that is opened once its requests are listened to.
 * @param {string} markup @param {string} lang
 * @param {(page: import("playwright-core").Page, names: string[]) => Promise<void>} body
 */
function withArticle(markup, lang, body) {
  return withPage(held, "about:blank", async (page) => {
    const names = asked(page);
    await page.goto(held.server.page(markup, { lang }));
    await body(page, names);
  });
}

/** Waits for a text in the layer. @param {import("playwright-core").Page} page @param {string} text */
const said = (page, text) => page.waitForFunction((wanted) =>
  document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer")?.textContent?.includes(wanted), text);

/** The tags in the layer, each once. @param {import("playwright-core").Page} page */
const tags = (page) => page.evaluate(() => [...new Set([...document.querySelector("article-viewer")?.shadowRoot
  ?.querySelectorAll(".layer, .layer [lang]") ?? []].map((element) => element.getAttribute("lang")))].sort());

test("each language's file is delivered", async () => {
  const made = (await readdir(path.join(root, "dist"))).filter((name) => /^article-viewer-words-.*\.js$/.test(name));
  const sources = await readdir(path.join(root, "assets/languages/words"));
  assert.deepEqual(made.sort(), sources.map((name) => `article-viewer-words-${path.basename(name, ".json")}.js`).sort());
});

for (const view of ["canvas", "plain"]) {
  const element = `<article-viewer src="/words.json" view="${view}" loading="eager"></article-viewer>`;

  for (const [language, direction, source, next, comments, close] of languages)
    test(`an article in ${language} has its words, in a page of another language too, ${view}`, async () => {
      for (const [own, lang] of [[undefined, language], [language, "en"]]) {
        held.server.route("/words.json", { body: JSON.stringify({ ...article, language: own }) });
        await withArticle(element, String(lang), async (page, names) => {
          await said(page, source);
          await waitUntilComplete(page);
          assert.deepEqual(names, [language.slice(0, 2)], "its file alone, once");
          await said(page, comments);
          assert.deepEqual(await tags(page), [language], "nothing is said in English");
          const layer = page.locator("article-viewer .layer");
          assert.equal(await layer.getAttribute("dir"), direction);
          await page.getByRole("button", { name: next }).waitFor();
          await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).openPhoto(0));
          const dialog = page.getByRole("dialog");
          await dialog.getByRole("button", { name: close, exact: true }).waitFor();
          assert.equal(await dialog.getAttribute("lang"), language);
        });
      }
    });

  test(`languages that have none ask for none, and English stands, ${view}`, async () => {
    for (const language of ["en", "zh-Hans", "ar", "sv", "hi-Latn"]) {
      held.server.route("/words.json", { body: JSON.stringify({ ...article, language }) });
      await withArticle(element, language, async (page, names) => {
        await waitUntilComplete(page);
        assert.deepEqual(names, [], language);
      });
    }
  });

  test(`a page in one of them has an article in another in that one's words, ${view}`, async () => {
    held.server.route("/words.json", { body: JSON.stringify({ ...article, language: "en" }) });
    await withArticle(element, "ja", async (page, names) => {
      await said(page, "Source");
      await waitUntilComplete(page);
      assert.deepEqual(names, ["ja"]);
      assert.deepEqual(await tags(page), ["en"]);
    });
  });

  test(`the page's own words win, ${view}`, async () => {
    held.server.route("/words.json", { body: JSON.stringify({ ...article, language: "fr" }) });
    await withArticle(element, "fr", async (page) => {
      await page.evaluate(() => { /** @type {any} */ (document.querySelector("article-viewer")).words = { source: "Origine" }; });
      await said(page, "Commentaires récents");
      await said(page, "Origine");
      assert.deepEqual(await tags(page), ["fr"]);
    });
  });

  test(`without their file English stands, and nothing is told of it, ${view}`, async () => {
    held.server.route("/words.json", { body: JSON.stringify({ ...article, language: "ru" }) });
    for (const answer of [(/** @type {any} */ _, /** @type {any} */ response) => response.writeHead(404).end("{}"), { body: 'export default { source: "Other" }; export const build = "0123456789ab";', type: "text/javascript" }]) {
      held.server.route("/article-viewer-words-ru.js", answer);
      await withArticle(element, "ru", async (page, names) => {
        await waitUntilComplete(page);
        await said(page, "Source: Herald");
        assert.deepEqual(names, ["ru"], "it is asked for once");
        assert.deepEqual(await tags(page), ["en", "ru"]);
        assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).events.filter((/** @type {any} */ { type }) => type === "article-error")), []);
      });
    }
    held.server.unroute("/article-viewer-words-ru.js");
  });

  test(`words that come late are said when they are here, ${view}`, async () => {
    held.server.route("/words.json", { body: JSON.stringify({ ...article, language: "it" }) });
    /** @type {() => void} */
    let answer = () => assert.fail("they were not asked for");
    const file = await readFile(path.join(root, "dist/article-viewer-words-it.js"));
    held.server.route("/article-viewer-words-it.js", (_, response) => { answer = () => response.writeHead(200, { "content-type": "text/javascript" }).end(file); });
    await withArticle(element, "it", async (page) => {
      await said(page, "Source");
      await waitForState(page, "ready");
      answer();
      await said(page, "Fonte");
    });
    held.server.unroute("/article-viewer-words-it.js");
  });
}

for (const [language, direction, , , , , failure, retry] of languages)
  test(`what is said without an article is in ${language} too`, async () => {
    held.server.route("/words.json", (_, response) => response.writeHead(503).end());
    await withArticle('<article-viewer src="/words.json" loading="eager"></article-viewer>', language, async (page) => {
      const status = page.locator("article-viewer [role=status]");
      await status.getByRole("button", { name: retry }).waitFor();
      await status.getByText(failure).waitFor();
      assert.deepEqual([await status.getAttribute("lang"), await status.getAttribute("dir")], [language, direction]);
    });
  });
