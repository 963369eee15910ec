import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { renderArticle } from "../../dist/article-viewer-prerender.js";
import { eventsOf, frames, useBrowser, waitForEvent, waitForState, waitUntilComplete, withPage } from "./support/browser.js";
import { root } from "./support/server.js";

/** Prerendered content that stands in the element, and gives its place to the widget. */

const held = useBrowser();
/** CSS px. */
const tolerance = 2;
/** What the script and its own requests are. */
const code = /\.(js|wasm)$/;

/** @param {string} sample @returns {Promise<string>} JSON */
const read = (sample) => readFile(path.join(root, `assets/${sample}.json`), "utf8");

/**
 * A page with prerendered content, whose script comes when it is asked for.
 * @param {string} sample @param {{attributes?: string, inside?: string, after?: string}} [options]
 */
async function page(sample, { attributes = "", inside = "", after = "" } = {}) {
  const src = `${held.server.origin}/demo/${sample}.json`;
  const { html } = await renderArticle(JSON.parse(await read(sample)), { base: src });
  const name = `/prerendered-${++pages}`;
  held.server.route(`${name}.css`, { type: "text/css", body: "body { margin: 0 } #after { height: 1500px }" });
  held.server.route(`${name}.html`, { type: "text/html; charset=utf-8", body: `<!doctype html><html lang="${sample}"><meta charset="utf-8"><title>Test</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/article-viewer-prerendered.css"><link rel="stylesheet" href="${name}.css">
<body><article-viewer ${attributes}>${html}${inside}</article-viewer><p id="after">After${after}</p>` });
  return `${held.server.origin}${name}.html`;
}
let pages = 0;

/** Its pictures are there, whatever is in view. @param {import("playwright-core").Page} page */
const loadPictures = (page) => page.evaluate(() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => {});
})));

/** @param {import("playwright-core").Page} page */
const start = (page) => page.addScriptTag({ type: "module", url: "/article-viewer.js" });

/**
 * Each text of the content or, where it stands, of the widget: where its first line lies and how many lines it has.
 * @param {import("playwright-core").Page} page @returns {Promise<{text: string, top: number, lines: number}[]>}
 */
const texts = (page) => page.evaluate(() => {
  const root = document.querySelector("article-viewer")?.shadowRoot?.querySelector(".layer") ?? document.querySelector(".av-page");
  return [...root?.querySelectorAll("h2, p, figcaption") ?? []].flatMap((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0);
    if (!rects.length || !element.textContent?.trim()) return [];
    const middles = rects.map(({ top, bottom }) => (top + bottom) / 2);
    const lines = middles.filter((middle, i) => middles.findIndex((one) => Math.abs(one - middle) < 8) === i);
    return [{ text: element.textContent.replace(/\s+/g, " ").trim(), top: lines[0], lines: lines.length }];
  });
});

/** @param {import("playwright-core").Page} page */
const tops = (page) => page.evaluate(() => ({
  after: document.querySelector("#after")?.getBoundingClientRect().top ?? 0,
  lead: (document.querySelector("article-viewer")?.shadowRoot?.querySelector("article img:not(.as-site-logo)") ??
    document.querySelector(".av-lead img"))?.getBoundingClientRect().toJSON(),
}));

/** Of each text that is drawn, how many lines it has. @param {import("playwright-core").Page} page @returns {Promise<[string, number][]>} */
const drawnLines = (page) => page.evaluate((key) => /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for(key)].texts()
  .filter((/** @type {any} */ { node }) => !node.hidden).map((/** @type {any} */ { node }) => [node.text.replace(/\s+/g, " ").trim(), Math.max(1, node.lines.length)]),
"article-viewer.internals");

const watchShifts = `window.shift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shift += value; })
    .observe({ type: "layout-shift", buffered: true });`;

for (const [sample, width, ratio, scrolled] of /** @type {[string, number, number, number][]} */ ([
  ["zh-hans", 390, 2, 0], ["zh-hans", 1280, 1, 1200], ["zh-hant", 390, 3, 900], ["en", 390, 1, 0], ["en", 1280, 2, 2400],
  ["en", 700, 1, -2300], ["ar", 390, 2, 3000], ["ar", 1280, 1, 0]])) {
  test(`${sample}, ${width} wide at ratio ${ratio}, read from ${scrolled}: nothing that is read moves`, async (t) => {
    const url = await page(sample, { attributes: `src="/demo/${sample}.json"` });
    await withPage(held, url, async (page) => {
      await loadPictures(page);
      await page.evaluate((top) => scrollTo(0, top < 0 ? document.documentElement.scrollHeight + top : top), scrolled);
      await frames(page);
      const before = { texts: await texts(page), ...await tops(page) };
      held.server.asked.length = 0;
      await start(page);
      await waitUntilComplete(page);
      await frames(page);
      const after = { texts: await texts(page), ...await tops(page) };
      const height = 844;
      const found = before.texts.map((text) => ({ text, now: after.texts.find((one) => one.text === text.text) }));
      const seen = found.filter(({ text, now }) => now && text.top > 0 && text.top < height);
      assert.ok(seen.length > 1, "texts are seen before and after");
      const drawn = new Map(await drawnLines(page));
      const known = before.texts.filter(({ text }) => drawn.has(text));
      t.diagnostic(`lines agree in ${known.filter(({ text, lines }) => drawn.get(text) === lines).length} of ${known.length} texts`);
      // Where a text above it has another number of lines the next ones stand as many lines lower or higher.
      const first = found.findLast(({ text, now }) => now && text.top <= 0);
      const differs = first && first.now?.lines !== first.text.lines ? 0 : seen.findIndex(({ text, now }) => now?.lines !== text.lines);
      for (const { text, now } of differs < 0 ? seen : seen.slice(0, differs + (scrolled ? 0 : 1)))
        assert.ok(now && Math.abs(now.top - text.top) <= tolerance, `${text.text.slice(0, 30)}: ${text.top} ${now?.top}`);
      if (before.after < height) assert.ok(Math.abs(after.after - before.after) <= tolerance, `after: ${before.after} ${after.after}`);
      if (!scrolled && differs < 0) assert.ok(Math.abs((after.lead?.top ?? NaN) - before.lead.top) <= tolerance, "lead picture");
      assert.equal(await page.evaluate("window.shift"), 0, "layout shift");
      assert.deepEqual(held.server.asked.filter((asked) => !code.test(asked) && !asked.endsWith(".json")), [], "no picture is loaded again");
      assert.equal(await page.locator(".article-viewer-prerendered").isVisible(), false);
    }, { viewport: { width, height: 844 }, deviceScaleFactor: ratio, script: watchShifts });
  });
}

test("the line that is read stays though what stands above it has another height", async () => {
  const sample = JSON.parse(await read("zh-hans"));
  const changed = { ...sample, article: { ...sample.article, summary: sample.article.summary.repeat(3) } };
  held.server.route("/changed.json", { body: JSON.stringify(changed) });
  await withPage(held, await page("zh-hans", { attributes: 'src="/changed.json"' }), async (page) => {
    await loadPictures(page);
    await page.evaluate(() => scrollTo(0, 2010));
    await frames(page);
    const [before] = (await texts(page)).filter(({ top, text }) => top > 0 && text.length > 60);
    await start(page);
    await waitUntilComplete(page);
    const now = (await texts(page)).find(({ text }) => text === before.text);
    assert.ok(Math.abs((now?.top ?? NaN) - before.top) <= 32, `${before.top} ${now?.top}`);
    const scrolled = await page.evaluate(() => scrollY);
    assert.ok(scrolled > 2050, `the page is scrolled as much further: ${scrolled}`);
  });
});

/** What runs after the first text is measured, and the task that it is measured in. */
const watchMeasuring = `window.meanwhile = [];
  const { prototype } = CanvasRenderingContext2D;
  const { measureText } = prototype;
  prototype.measureText = function (text) {
    prototype.measureText = measureText;
    setTimeout(() => window.meanwhile.push(document.querySelector("article-viewer").shadowRoot === null && document.querySelector(".av-page").checkVisibility()));
    return measureText.call(this, text);
  };`;

test("it is laid out before it takes the place, and the page goes on meanwhile", async () => {
  await withPage(held, await page("en", { attributes: 'src="/demo/en.json"' }), async (page) => {
    await start(page);
    await waitUntilComplete(page);
    assert.deepEqual(await page.evaluate("window.meanwhile"), [true], "the content stands there still");
    assert.equal(await page.locator(".av-page").isVisible(), false);
  }, { script: watchMeasuring });
});

test("focus and selection go over", async () => {
  await withPage(held, await page("en", { attributes: 'src="/demo/en.json"' }), async (page) => {
    const href = await page.evaluate(() => {
      const [link] = document.querySelectorAll(".av-meta a");
      /** @type {HTMLAnchorElement} */ (link).focus();
      const [first, second] = document.querySelectorAll("p.av-body");
      getSelection()?.setBaseAndExtent(/** @type {Node} */ (first.firstChild), 20, /** @type {Node} */ (second.firstChild), 10);
      return /** @type {HTMLAnchorElement} */ (link).href;
    });
    const selected = await page.evaluate(() => String(getSelection()).replace(/\s+/g, " "));
    await start(page);
    await waitUntilComplete(page);
    const now = await page.evaluate(() => {
      const { shadowRoot } = /** @type {Element} */ (document.querySelector("article-viewer"));
      const selection = /** @type {any} */ (shadowRoot).getSelection?.() ?? getSelection();
      return { href: /** @type {HTMLAnchorElement} */ (shadowRoot?.activeElement)?.href, selected: String(selection).replace(/\s+/g, " ") };
    });
    assert.equal(now.href, href);
    assert.equal(now.selected, selected);
  });
});

test("a document in the element is not fetched, but when it is loaded again", async () => {
  const json = (await read("en")).replaceAll("<", "\\u003c");
  for (const attributes of ['src="/demo/en.json"', ""]) {
    const url = await page("en", { attributes, inside: `<script type="application/json">${json}</script>` });
    await withPage(held, url, async (page) => {
      held.server.asked.length = 0;
      await start(page);
      await waitUntilComplete(page);
      const { detail } = await waitForEvent(page, "article-load");
      assert.equal(detail.headline, JSON.parse(json).article.headline);
      assert.deepEqual(detail.problems, []);
      assert.ok(!held.server.asked.includes("/demo/en.json"));
      const lead = await page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.querySelector("figure img")?.getAttribute("src"));
      assert.ok(lead?.includes(attributes ? "/demo/photos/" : `${held.server.origin}/photos/`), `its URLs are relative to where it is from: ${lead}`);
      await page.evaluate(() => /** @type {any} */ (document.querySelector("article-viewer")).reload());
      assert.equal(held.server.asked.includes("/demo/en.json"), attributes !== "");
    });
  }
});

const waiting = 'src="/demo/en.json" loading="interaction"';
/** @type {[string, (page: import("playwright-core").Page) => Promise<void>, (page: import("playwright-core").Page) => Promise<void>][]} */
const acts = [
  ["a tab", (page) => page.locator(".av-rankings .av-tab-panel:not(.av-selected) > h4").first().click(),
    async (page) => assert.equal((await waitForEvent(page, "article-tab")).detail.cause, "user")],
  ["a photo of the gallery", (page) => page.locator(".av-slides img").first().click(),
    async (page) => assert.equal((await waitForEvent(page, "article-photo-open")).detail.index, 0)],
  ["a photo of the body", (page) => page.locator("article > figure:not(.av-lead) > img").first().click(),
    async (page) => assert.match((await waitForEvent(page, "article-photo-open")).detail.src, /reading-room|branch|library|\.jpg/)],
  ["a key", async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
  }, async (page) => {
    const focused = () => page.evaluate(() => document.querySelector("article-viewer")?.shadowRoot?.activeElement?.textContent);
    assert.ok(await focused());
  }],
];
for (const [what, act, assertDone] of acts) {
  test(`until it is acted on only the element is fetched, and ${what} is not lost`, async () => {
    await withPage(held, await page("en", { attributes: waiting }), async (page) => {
      held.server.asked.length = 0;
      await start(page);
      await page.evaluate(() => customElements.whenDefined("article-viewer"));
      await page.evaluate(() => scrollTo(0, 3000));
      await frames(page, 5);
      assert.deepEqual(held.server.asked.filter((asked) => code.test(asked) || asked.endsWith(".json")), ["/article-viewer.js"]);
      await page.evaluate(() => scrollTo(0, 0));
      await act(page);
      await waitForState(page, "ready");
      await assertDone(page);
    });
  });
}

test("a photo that was pressed and is not shown any more follows no link", async () => {
  await withPage(held, await page("en", { attributes: `${waiting} parts="card"` }), async (page) => {
    await start(page);
    await page.locator(".av-slides img").first().click();
    await waitUntilComplete(page);
    assert.deepEqual((await eventsOf(page)).map(({ type }) => type).filter((type) => /navigate|open/.test(type)), []);
  });
});

test("the photo of the gallery that the reader has come to stays", async () => {
  await withPage(held, await page("en", { attributes: waiting }), async (page) => {
    await page.locator(".av-slides").scrollIntoViewIfNeeded();
    const index = await page.evaluate(() => {
      const slides = /** @type {Element} */ (document.querySelector(".av-slides"));
      slides.scrollLeft = slides.children[2].getBoundingClientRect().left - slides.children[0].getBoundingClientRect().left;
      return 2;
    });
    await start(page);
    await page.locator(".av-slides").press("Shift");
    await page.locator(".av-headline a").focus();
    await waitUntilComplete(page);
    assert.deepEqual((await eventsOf(page, "article-photo")).map(({ detail }) => [detail.index, detail.cause]), [[index, "user"]]);
  });
});

test("without content that stands in it, interaction is as lazy", async () => {
  await withPage(held, held.server.page('<article-viewer src="/demo/en.json" loading="interaction">words</article-viewer>'), async (page) => {
    await waitForState(page, "ready");
  });
});

test("idle loads when the page is idle, wherever it stands", async () => {
  const url = held.server.page('<div id="far"></div><article-viewer src="/demo/en.json" loading="idle"></article-viewer>',
    { css: "#far { height: 9000px }" });
  await withPage(held, url, async (page) => {
    await waitForState(page, "ready");
    assert.equal(await page.evaluate(() => scrollY), 0);
  });
});

test("without a script all photos and tabs are seen", async () => {
  const url = await page("zh-hans", { attributes: 'src="/demo/zh-hans.json"' });
  const context = await held.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    for (const selector of [".av-slides > figure", ".av-tab-panel li", ".av-comment"]) {
      const all = page.locator(selector);
      const count = await all.count();
      assert.ok(count > 3);
      for (let i = 0; i < count; ++i) assert.equal(await all.nth(i).isVisible(), true, `${selector} ${i}`);
    }
  } finally {
    await context.close();
  }
});
