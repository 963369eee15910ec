// Models of phrases: fetched where a title needs one, and no line that was shown is broken anew.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { frames, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

const held = useBrowser();
const widget = '<article-viewer src="/phrases.json" loading="eager"></article-viewer>';
const headlines = {
  "zh-Hans": "国务院常务会议部署进一步优化营商环境的政策措施",
  "zh-TW": "行政院長宣布將推動新一波的能源轉型政策",
  ja: "新型ロケットの打ち上げに成功、衛星を予定の軌道に投入",
  en: "A harbour that has seen more than three hundred winters and all of its ships",
  "zh-Latn": "Guowuyuan changwu huiyi bushu jinyibu youhua yingshang huanjing de zhengce",
};

/** @param {string | undefined} language @param {string} headline @param {object} [more] */
const document = (language, headline, more) => ({ body: JSON.stringify({ version: 1, language, article: { headline, body: ["一。"] }, ...more }) });

/** @param {string} file @returns {string | undefined} */
const modelIn = (file) => /article-viewer-phrases-(.*)\.js/.exec(file)?.[1];

/**
 * A page whose requests for models are listened to.
 * @param {Parameters<import("./support/server.js").Server["route"]>[1]} answer the document
 * @param {(page: import("playwright-core").Page, names: string[]) => Promise<void>} body
 * @param {{lang?: string, markup?: string, width?: number}} [how]
 */
function withDocument(answer, body, { lang = "en", markup = widget, width = 390 } = {}) {
  held.server.route("/phrases.json", answer);
  return withPage(held, "about:blank", async (page) => {
    /** @type {string[]} */
    const names = [];
    page.on("request", (request) => {
      const name = modelIn(request.url());
      if (name) names.push(name);
    });
    await page.goto(held.server.page(markup, { lang }));
    await waitUntilComplete(page);
    await body(page, names);
  }, { viewport: { width, height: 844 } });
}

/** @param {import("playwright-core").Page} page @returns {Promise<{lines: string[], room: number}>} of the headline, and the room that it has, CSS px */
const headlineIn = (page) => page.evaluate(() => {
  const { texts } = /** @type {any} */ (globalThis.document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")];
  const { node } = texts().find((/** @type {any} */ one) => one.node.look === "headline");
  return {
    lines: node.lines.map((/** @type {any} */ { begin }, /** @type {number} */ i) => node.text.slice(begin, node.lines[i + 1]?.begin).trimEnd()),
    room: node.width,
  };
});

test("the model of a long headline's language is fetched, once", async () => {
  for (const [language, name] of [["zh-Hans", "zh-hans"], ["zh-TW", "zh-hant"], ["ja", "ja"]]) {
    for (const [own, lang] of [[language, "en"], [undefined, language]])
      await withDocument(document(own, headlines[/** @type {"ja"} */ (language)]), async (_, names) => assert.deepEqual(names, [name], language), { lang });
  }
});

test("it is asked for beside the widget's code, not after it", async () => {
  held.server.route("/phrases.json", document("zh-Hans", headlines["zh-Hans"]));
  await withPage(held, "about:blank", async (page) => {
    let sendCode = () => {};
    const mayGo = new Promise((resolve) => { sendCode = () => resolve(undefined); });
    await page.route("**/article-viewer-widget.js", async (route) => {
      await mayGo;
      await route.continue();
    });
    const asked = page.waitForRequest((request) => modelIn(request.url()) !== undefined);
    await page.goto(held.server.page(widget), { waitUntil: "commit" });
    assert.equal(modelIn((await asked).url()), "zh-hans");
    sendCode();
    await waitUntilComplete(page);
  }, { viewport: { width: 390, height: 844 } });
});

test("no other title needs one", async () => {
  for (const language of /** @type {const} */ (["en", "zh-Latn"]))
    await withDocument(document(language, headlines[language]), async (_, names) => assert.deepEqual(names, [], language), { lang: language });
  for (const language of ["zh-Hans", "ja"])
    await withDocument(document(language, "短標題"), async (_, names) => assert.deepEqual(names, [], language), { lang: language });
  await withDocument(document("zh-Hans", headlines["zh-Hans"]), async (_, names) => assert.deepEqual(names, []), { width: 1000 });
});

test("neither does the plain view", () => withDocument(document("zh-Hans", headlines["zh-Hans"]), async (page, names) => {
  assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis.document.querySelector("article-viewer")).matches(":state(plain)")), true);
  assert.deepEqual(names, []);
}, { markup: widget.replace("src", 'view="plain" src') }));

test("a ranking's title of two lines brings it too", () => withDocument(
  document("zh-Hans", "短标题", { rankings: { tabs: [{ id: "a", label: "一", items: [{ title: headlines["zh-Hans"] + headlines["zh-Hans"] }] }] } }),
  async (_, names) => assert.deepEqual(names, ["zh-hans"])));

/** Rows of tests/text/phrases_test.cpp: language, title, room, lines. */
const rows = [...(await readFile(path.join(root, "tests/phrases/lines.inc"), "utf8")).matchAll(/^\{"(.*)", "(.*)", (\d+), "(.*)"\},/gm)]
  .map(([, language, title, room, lines]) => ({ language, title, room: Number(room), lines: lines.split("|") }));
/** Of the element, by the room that it leaves to a headline. @type {Record<number, number>} */
const widths = { 221: 266, 238: 280, 323: 370, 340: 390, 425: 465 };

test("lines are those of the core on the desktop", async () => {
  assert.ok(rows.length >= 10);
  const [{ language, title }] = rows;
  await withDocument(document(language, title), async (page) => {
    for (const row of rows) {
      await page.evaluate(async ([{ language: own, title: headline }, width, id]) => {
        const element = /** @type {any} */ (globalThis.document.querySelector("article-viewer"));
        element.style.width = `${width}px`;
        const loaded = new Promise((resolve) => element.addEventListener("article-load", resolve, { once: true }));
        element.document = { version: 1, language: own, article: { id, headline } };
        await loaded;
        await element.updateComplete;
      }, /** @type {[typeof row, number, string]} */ ([row, widths[row.room], `${rows.indexOf(row)}`]));
      const { lines, room } = await headlineIn(page);
      assert.equal(room, row.room);
      assert.deepEqual(lines, row.lines, `${row.title} in ${room} px`);
    }
  }, { width: 600 });
});

const late = "zh-hans";
/** Without the model it is cut in the middle, within a phrase. */
const headline = "南澜市东屿小学潮汐课走过第六个年头";

/** Opens the long headline while its model is held back. @param {(page: import("playwright-core").Page, come: () => Promise<void>, names: string[]) => Promise<void>} body */
async function withLateModel(body) {
  const file = await readFile(path.join(root, `dist/article-viewer-phrases-${late}.js`));
  /** @type {() => void} */
  let answer = () => assert.fail("it was not asked for");
  held.server.route(`/article-viewer-phrases-${late}.js`, (_, response) => { answer = () => response.writeHead(200, { "content-type": "text/javascript" }).end(file); });
  try {
    await withDocument(document("zh-Hans", headline), (page, names) => body(page, async () => {
      const come = page.waitForResponse((response) => modelIn(response.url()) === late);
      answer();
      await (await come).finished();
      await frames(page, 4);
    }, names));
  } finally {
    held.server.unroute(`/article-viewer-phrases-${late}.js`);
  }
}

/** @param {import("playwright-core").Page} page @param {number} width */
async function widen(page, width) {
  await page.setViewportSize({ width, height: 844 });
  await frames(page, 4);
  await waitUntilComplete(page);
}

test("a headline that is shown keeps its lines when the model comes, until its width changes", async () => {
  /** @type {Record<number, string[]>} */
  const byPhrases = {};
  await withDocument(document("zh-Hans", headline), async (page) => {
    for (const width of [390, 360]) {
      await widen(page, width);
      byPhrases[width] = (await headlineIn(page)).lines;
    }
  });
  await withLateModel(async (page, come, names) => {
    const { lines } = await headlineIn(page);
    assert.notDeepEqual(lines, byPhrases[390], "without the model they are others");
    await come();
    assert.deepEqual((await headlineIn(page)).lines, lines);
    await page.evaluate(() => globalThis.document.fonts.dispatchEvent(new Event("loadingdone")));
    await frames(page, 4);
    assert.deepEqual((await headlineIn(page)).lines, lines, "measured anew");
    held.server.route("/phrases.json", document("zh-Hans", headline, { comments: { total: 1 } }));
    await page.evaluate(() => /** @type {any} */ (globalThis.document.querySelector("article-viewer")).reload());
    await waitUntilComplete(page);
    assert.deepEqual((await headlineIn(page)).lines, lines, "loaded anew");
    await widen(page, 360);
    assert.deepEqual((await headlineIn(page)).lines, byPhrases[360]);
    await widen(page, 390);
    assert.deepEqual((await headlineIn(page)).lines, byPhrases[390]);
    assert.deepEqual(names, [late]);
  });
});

test("without its file the article stands all the same", async () => {
  held.server.route(`/article-viewer-phrases-${late}.js`, (_, response) => response.writeHead(404).end());
  await withDocument(document("zh-Hans", headline), async (page) => {
    assert.equal((await headlineIn(page)).lines.join(""), headline);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).events.filter((/** @type {any} */ { type }) => type === "article-error")), []);
  });
  held.server.unroute(`/article-viewer-phrases-${late}.js`);
});
