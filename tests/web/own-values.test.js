import assert from "node:assert/strict";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { frames, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

/** What a page sets of the design (assets/themes/properties.json) is seen in every view. */

const held = useBrowser();
const sentence = "今天清晨，渔船陆续回港，码头上人声鼎沸，海风里都是新鲜的味道，孩子们在岸边等着。";
const photo = (/** @type {number} */ n) => ({ src: `/demo/photos/harbour-400.jpg?${n}`, width: 400, height: 267, caption: "渔港的清晨", credit: "林一 摄" });
const article = {
  version: 1, language: "zh-Hans",
  article: { kicker: "报小拍", headline: "清晨的渔港又一次热闹起来", summary: "一篇关于渔港的报道。", published: "2023-03-12 09:56", lead: photo(1),
    body: [{ type: "paragraph", text: sentence }, { type: "paragraph", text: sentence }, { type: "quote", text: sentence }, { type: "paragraph", text: sentence }] },
  gallery: { title: "图集", photos: [photo(2), photo(3)] },
  rankings: { tabs: [{ id: "a", label: "月榜", items: [{ title: "第一条", url: "/1" }, { title: "第二条", url: "/2" }] }] },
};

/** @typedef {import("playwright-core").Page} Page */

/** What is to be seen, by name: measured in the page, CSS px. @param {Page} page @returns {Promise<Record<string, number>>} */
const measured = (page) => page.evaluate(() => {
  const shadow = document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer");
  const root = /** @type {Element} */ (shadow ?? document.querySelector(".av-page"));
  const all = (/** @type {string} */ look) => [...root.querySelectorAll(`.${shadow ? "as" : "av"}-${look}`)].filter((one) => !one.closest("[hidden], i"));
  const size = (/** @type {string} */ look) => Number.parseFloat(getComputedStyle(all(look)[0]).fontSize);
  /** Of the ink of an element's first line. @param {Element} element */
  const ink = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0.5);
    const line = rects.filter(({ top, bottom }) => Math.abs(top + bottom - rects[0].top - rects[0].bottom) < 12);
    return { left: Math.min(...line.map(({ left }) => left)), right: Math.max(...line.map(({ right }) => right)) };
  };
  const box = (/** @type {Element} */ element) => element.getBoundingClientRect();
  const [first, second, end] = all("body").filter((one) => one.localName === "p");
  const last = all("quotation")[0];
  const images = [...root.querySelectorAll("img")].filter((one) => box(one).width > 0);
  const [lead, slide] = images.map(box);
  const title = box(all("part-title")[0]);
  const headline = ink(all("headline")[0]);
  return {
    headline: size("headline"), small: size("meta"), quotation: size("quotation"), title: size("part-title"), item: size("ranking-item"), body: size("body"),
    line: Number.parseFloat(getComputedStyle(first).lineHeight),
    indent: Math.round(ink(first).left - ink(last).left + (box(last).left - box(first).left)),
    gap: box(second).top - box(first).bottom, left: box(first).left, width: box(first).width,
    "lead left": lead.left, "lead ratio": lead.width / lead.height, "slide ratio": slide.width / slide.height,
    "part gap": title.top - box(end).bottom, centre: (headline.left + headline.right) / 2 - (box(first).left + box(first).right) / 2,
    "row height": box(all("ranking-item")[1]).top - box(all("ranking-item")[0]).top,
  };
});

let pages = 0;
/**
 * @param {"auto" | "plain" | "prerendered"} view @param {string} css @param {number} width
 * @param {(page: Page) => Promise<void>} body @param {{attributes?: string, dark?: boolean}} [options]
 */
async function withView(view, css, width, body, { attributes = "", dark = false } = {}) {
  const name = `/own-${++pages}`;
  const inside = view === "prerendered" ? (await renderArticle(article, { base: held.server.origin })).html : "";
  held.server.route(`${name}.css`, { type: "text/css", body: `body { margin: 0 } article-viewer { ${css} }` });
  held.server.route(`${name}.html`, { type: "text/html; charset=utf-8", body: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Test</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/article-viewer-prerendered.css"><link rel="stylesheet" href="${name}.css">
${inside ? "" : '<script type="module" src="/article-viewer.js"></script>'}
<body><article-viewer view="${inside ? "auto" : view}" loading="eager" ${attributes}>${inside}</article-viewer>` });
  await withPage(held, `${held.server.origin}${name}.html`, async (page) => {
    if (!inside) {
      await page.evaluate((document) => {
        /** @type {any} */ (globalThis.document.querySelector("article-viewer")).document = document;
      }, article);
      await waitUntilComplete(page);
    }
    await frames(page);
    await body(page);
  }, { viewport: { width, height: 2400 }, colorScheme: dark ? "dark" : "light" });
}

/** What is set, at which width, what is seen then. @type {[string, number, Record<string, number>][]} */
const cases = [
  ["", 390, { headline: 26, small: 14, quotation: 19, title: 20, item: 16, body: 17, line: 30, indent: 34, gap: 0, left: 25, width: 340, "lead left": 0, "lead ratio": 16 / 9, "slide ratio": 1.5, "part gap": 64 }],
  ["headline-size: 32px; small-size: 15px; quote-size: 24px; title-size: 22px; item-size: 18px", 390, { headline: 32, small: 15, quotation: 24, title: 22, item: 18 }],
  ["headline-size: 2em; small-size: 1em; font-size: 20px", 390, { headline: 38.4, small: 19, body: 20 }],
  ["wide-font-size: 20px; measure: 20em", 800, { body: 20, width: 400, left: 200 }],
  ["body-indent: 0; paragraph-gap: 16px; body-align: start", 390, { indent: 0, gap: 16 }],
  ["body-indent: 3em; paragraph-gap: 1em", 390, { indent: 51, gap: 17 }],
  ["margin: 42px", 390, { left: 42, width: 306 }],
  ["lead-bleed: 0; lead-ratio: 1; carousel-ratio: 4 / 3", 390, { "lead left": 25, "lead ratio": 1, "slide ratio": 4 / 3 }],
  ["part-gap: 60px; part-line: 3px", 390, { "part gap": 84 }],
  ["headline-align: center; headline-gap: 30px", 390, { centre: 0 }],
  ["item-padding: 20px", 390, { "row height": 65 }],
];
for (const view of /** @type {const} */ (["auto", "plain", "prerendered"]))
  for (const [own, width, seen] of cases)
    test(`${view}, ${width} wide: ${own || "nothing"} is seen`, async () => {
      const css = own.split("; ").filter(Boolean).map((one) => `--article-viewer-${one};`).join(" ");
      await withView(view, css, width, async (page) => {
        const found = await measured(page);
        // The plain view's Chinese lines are not of whole characters: what is spare is in them.
        const spare = view === "plain" ? 6 : 1.2;
        // There the title stands in the middle of a row with the gallery's buttons.
        if (view === "plain") found["part gap"] -= 8;
        for (const [name, value] of Object.entries(seen)) {
          const slack = name === "left" || name === "width" || name === "lead left" ? 2 * spare : name.endsWith("ratio") ? 0.01 : 1;
          assert.ok(Math.abs(found[name] - value) <= slack, `${name}: found ${found[name]}, expected ${value}`);
        }
      });
    });

for (const view of /** @type {const} */ (["auto", "plain"]))
  test(`${view}: what can't be read is the design's, what is out of bounds is bounded, and what changes is seen`, async () => {
    const bad = ["headline-size: huge", "body-indent: -2em", "paragraph-gap: 1vw", "margin: 1em", "carousel-ratio: wide", "body-align: middle", "item-size: 900px"];
    await withView(view, bad.map((one) => `--article-viewer-${one};`).join(" "), 390, async (page) => {
      const found = await measured(page);
      assert.deepEqual([found.headline, found.indent, Math.round(found.gap), found.item], [26, 34, 0, 40]);
      await page.evaluate(() => document.querySelector("article-viewer")?.style.setProperty("--article-viewer-paragraph-gap", "20px"));
      await frames(page, 4);
      assert.equal(Math.round((await measured(page)).gap), 20);
    });
  });

/** Boxes that can be pressed, and what is in them. @param {Page} page */
const targets = (page) => page.evaluate(() => {
  const root = /** @type {Element} */ (document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer") ?? document.querySelector(".av-page"));
  return [...root.querySelectorAll("button, a")].filter((one) => !one.closest("[hidden], p:not([class*=foot-link]), figcaption, h2") && one.getClientRects().length)
    .map((one) => ({ name: one.textContent || one.getAttribute("aria-label"), height: one.getBoundingClientRect().height }));
});

for (const view of /** @type {const} */ (["auto", "plain", "prerendered"]))
  for (const dark of [false, true])
    test(`size="large", ${view}, ${dark ? "dark" : "light"}: larger text, lines and paragraphs apart, targets of 60 px, an accent of more contrast`, async () => {
      await withView(view, "", 390, async (page) => {
        const found = await measured(page);
        assert.equal(found.body, 25.5);
        assert.ok(found.headline > found.body && found.headline <= found.width / 9 + 1.5, `headline ${found.headline}`);
        const look = await page.evaluate(() => {
          const layer = document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer");
          const of = (/** @type {string} */ name) => getComputedStyle(/** @type {Element} */ ((layer ?? document).querySelector(`p.${layer ? "as" : "av"}-${name}, .as-${name}`)));
          return { lineHeight: Number.parseFloat(of("body").lineHeight), size: Number.parseFloat(of("body").fontSize),
            accent: getComputedStyle(/** @type {Element} */ (layer ?? document.querySelector(".av-page"))).getPropertyValue("--av-accent").trim() };
        });
        assert.ok(Math.abs(look.lineHeight / look.size - 1.6) < 0.01, `${look.lineHeight} / ${look.size}`);
        assert.ok(found.gap >= 1.3 * look.lineHeight, `${found.gap} between paragraphs`);
        assert.equal(look.accent, dark ? "#ffb4ac" : "#8a0f15");
        const small = (await targets(page)).filter(({ height }) => height < 60);
        assert.deepEqual(small, []);
      }, { attributes: 'size="large"', dark });
    });

test('size="large" is 18 px at least, does not move by itself, and may be set and taken away', async () => {
  await withView("auto", "--article-viewer-font-size: 12px;", 390, async (page) => {
    assert.equal((await measured(page)).body, 18);
    assert.deepEqual((await targets(page)).filter(({ height }) => height < 60), []);
    const plays = () => page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelectorAll('[data-action="ToggleAutoplay"]').length);
    assert.equal(await plays(), 0);
    await page.evaluate(() => { /** @type {any} */ (document.querySelector("article-viewer")).size = "normal"; });
    await frames(page, 4);
    assert.equal((await measured(page)).body, 12);
    assert.equal(await plays(), 1);
  }, { attributes: 'size="large" autoplay="5"' });
});
