// What runs both ways: the layer's text lies on the drawn text, looks alike, is found and copied as in HTML.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bidiArticle, quoted, texts } from "./support/bidi-article.js";
import { frames, pixels, readThrough, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { measureLines } from "./support/layer-lines.js";

const held = useBrowser();

/** @param {string} language @returns the page's address */
function address(language) {
  held.server.route(`/bidi-${language}.json`, { body: bidiArticle(language) });
  return held.server.page(`<article-viewer src="/bidi-${language}.json" loading="eager"></article-viewer>`, { lang: language });
}

for (const language of ["zh-Hans", "zh-Hant", "en", "ar", "he"])
  test(`${language}: lines that run both ways lie on their drawing at every width`, async (t) => {
    const url = address(language);
    for (const width of [300, 347, 390, 521, 610, 760])
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        await readThrough(page);
        const found = await measureLines(page, { ends: 1, segments: 3 });
        t.diagnostic(`${width} px: ${found.lines} lines, worst end ${found.worstEnd.toFixed(2)}; ` +
          `${found.segments} segments, worst ${found.worstSegment.toFixed(2)} CSS px`);
        assert.ok(found.lines > 30 && found.segments > 200, "there is something to measure");
        assert.deepEqual(found.faults.slice(0, 5), []);
      }, { viewport: { width, height: 900 } });
  });

test("a mark that takes more room than it is drawn with pushes nothing aside", async () => {
  held.server.route("/quoted.json", { body: JSON.stringify({ version: 1, language: "zh-Hans",
    article: { headline: "引号", body: [{ type: "paragraph", text: quoted }] } }) });
  for (const width of [320, 390, 555])
    await withPage(held, held.server.page('<article-viewer src="/quoted.json" loading="eager"></article-viewer>', { lang: "zh-Hans" }), async (page) => {
      await waitUntilComplete(page);
      await readThrough(page);
      // The mark itself has half an em more behind it, without ink.
      const { lines, worstEnd, faults } = await measureLines(page, { ends: 1, segments: 9 });
      assert.ok(lines > 3 && worstEnd < 1);
      assert.deepEqual(faults, []);
    }, { viewport: { width, height: 900 } });
});

/**
 * Share of the dark points of one picture that have a dark point of the other within a CSS px and a half.
 * @typedef {{width: number, height: number, data: Buffer}} Picture
 * @param {Picture} one @param {Picture} other @param {number} ratio
 */
function alike(one, other, ratio) {
  const { width, height } = one;
  const reach = Math.ceil(1.5 * ratio);
  const dark = (/** @type {Picture} */ { data }, /** @type {number} */ x, /** @type {number} */ y) =>
    x >= 0 && y >= 0 && x < width && y < height && data[4 * (y * width + x) + 1] < 120;
  let all = 0;
  let met = 0;
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      if (!dark(one, x, y)) continue;
      all += 1;
      let near = false;
      for (let dy = -1; dy <= 1 && !near; ++dy)
        for (let dx = -reach; dx <= reach && !near; ++dx) near = dark(other, x + dx, y + dy);
      if (near) met += 1;
    }
  assert.ok(all > 200, `${all} dark points`);
  return met / all;
}

test("what is drawn looks as the browser sets it: overridden letters are reversed, marks mirrored, hyphens shown", async () => {
  const [rlo, lro, pdf] = ["\u202e", "\u202d", "\u202c"];
  const written = [`覆盖：${rlo}abc中文${pdf}之后`, `${rlo}stop (fig) 1234 Mvw${pdf}`, `${lro}العربية עברית${pdf} 完`,
    `隔离 \u2067(עברית) “abc” 12%\u2069 完`, texts.hyphens];
  held.server.route("/alike.json", { body: JSON.stringify({ version: 1, language: "zh-Hans", article: {
    headline: "题", published: "2023-03-12 09:56", source: { label: "海湾" },
    body: written.map((text) => ({ type: "paragraph", text })) } }) });
  await withPage(held, held.server.page('<article-viewer src="/alike.json" loading="eager"></article-viewer>'), async (page) => {
    await waitUntilComplete(page);
    await settle(page);
    const boxes = await page.evaluate(() =>
      [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.as-body") ?? []].map((p) => {
        const { x, y, width, height } = p.getBoundingClientRect();
        return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
      }));
    assert.equal(boxes.length, written.length);
    const shots = async () => { const all = []; for (const box of boxes) all.push(await pixels(page, box)); return all; };
    const drawn = await shots();
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".placed canvas.canvas, .placed canvas { visibility: hidden } .placed .drawn.drawn, .placed .drawn.drawn * { color: #000 !important }");
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    });
    await frames(page, 3);
    const set = await shots();
    for (const [i, text] of written.entries()) {
      const [one, other] = [alike(drawn[i], set[i], 2), alike(set[i], drawn[i], 2)];
      assert.ok(one > 0.97 && other > 0.97, `${text}: ${one}, ${other}`);
    }
    assert.ok(alike(drawn[0], set[1], 2) < 0.9, "what differs is told apart");
  }, { viewport: { width: 300, height: 1200 }, deviceScaleFactor: 2 });
});

test("what runs both ways is selected, copied and found as in HTML", async () => {
  await withPage(held, address("zh-Hans"), async (page) => {
    await waitUntilComplete(page);
    await readThrough(page);
    const found = await page.evaluate(() => {
      const blocks = [...document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll("p.as-body") ?? []];
      return blocks.map((block) => {
        const copied = (/** @type {Element} */ element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const selection = /** @type {Selection} */ (getSelection());
          selection.removeAllRanges();
          selection.addRange(range);
          return selection.toString();
        };
        const plain = document.createElement("p");
        plain.textContent = block.textContent;
        document.body.append(plain);
        const pair = [copied(block), copied(plain)];
        plain.remove();
        return { pair, written: block.textContent };
      });
    });
    assert.ok(found.length >= 9);
    for (const { pair: [ours, plain] } of found) assert.equal(ours.trimEnd(), plain.trimEnd());
    const written = found.map(({ written }) => written);
    for (const text of Object.values(texts)) if (typeof text === "string") assert.ok(written.includes(text), text);
    const words = ["المتحدث باسم الوزارة", "הספינות חזרו לנמל", "reversed English words"];
    assert.deepEqual(await page.evaluate((all) => all.map((one) => {
      getSelection()?.removeAllRanges();
      return /** @type {any} */ (window).find(one);
    }), words), words.map(() => true));
  }, { viewport: { width: 347, height: 900 } });
});
