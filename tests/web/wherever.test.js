// Wherever a page puts the article, what is seen of it is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { longArticle } from "./support/long-article.js";
import { pixels, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";

const held = useBrowser();

/** Soon enough for whoever has come to rest there, ms; a loaded machine may take as many frames, however long they are. */
const soon = 100;
const soonFrames = 6;
const tries = 3;

/**
 * Waits until every block that the browser says is seen is drawn at that ratio.
 * @param {import("playwright-core").Page | import("playwright-core").Frame} page
 * @param {number} ratio @returns {Promise<{ms: number, frames: number, seen: number}>}
 */
function drawnWhereSeen(page, ratio) {
  return page.evaluate(async (wanted) => {
    const find = (/** @type {ParentNode} */ root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.localName === "article-viewer") return element;
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    const widget = () => /** @type {any} */ (find(document))[Symbol.for("article-viewer.internals")];
    const start = performance.now();
    let frames = 0;
    let frame = requestAnimationFrame(function count() {
      frames += 1;
      frame = requestAnimationFrame(count);
    });
    for (;;) {
      const blocks = widget().blocks.filter((/** @type {any} */ { element }) => element);
      const seen = await new Promise((done) => {
        const observer = new IntersectionObserver((entries) => {
          observer.disconnect();
          done(new Set(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)));
        });
        for (const { element } of blocks) observer.observe(element);
      });
      const due = blocks.filter((/** @type {any} */ { element, canvases, ratio: at }) =>
        seen.has(element) && !(canvases.length && element.classList.contains("drawn") && Math.abs(at - wanted) < 0.02));
      if (seen.size && !due.length) {
        cancelAnimationFrame(frame);
        return { ms: performance.now() - start, frames, seen: seen.size };
      }
      if (performance.now() - start > 10000)
        throw new Error(`${due.length} of ${seen.size} blocks are not drawn: ${due.map((/** @type {any} */ { node, ratio: at }) => `${node.text.slice(0, 20)} at ${at}`).join("; ")}`);
      await new Promise(requestAnimationFrame);
    }
  }, ratio);
}

/**
 * @param {import("node:test").TestContext} t @param {import("playwright-core").Page | import("playwright-core").Frame} page
 * @param {number} ratio @param {((round: number) => Promise<unknown>)} move
 */
async function drawsSoon(t, page, ratio, move) {
  const times = [];
  for (let round = 0; round < tries; ++round) {
    await move(round);
    times.push(await drawnWhereSeen(page, ratio));
  }
  const told = times.map(({ ms, frames }) => `${Math.round(ms)} ms (${frames} frames)`).join(", ");
  t.diagnostic(told);
  assert.ok(times.some(({ ms, frames }) => ms <= soon || frames <= soonFrames), `drawn after ${told}`);
}

/** Share of rows with ink. @param {import("playwright-core").Page} page @param {{x: number, y: number, width: number, height: number}} clip */
async function inkedRows(page, clip) {
  const { width, height, data: rgba } = await pixels(page, clip);
  let rows = 0;
  for (let y = 0; y < height; ++y) {
    let ink = 0;
    for (let x = 0; x < width; ++x) {
      const at = (y * width + x) * 4;
      if (Math.abs(rgba[at] - rgba[y * width * 4]) > 60) ink += 1;
    }
    if (ink > 3) rows += 1;
  }
  return rows / height;
}

const inPane = `customElements.define("x-pane", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = "<div tabindex=0 part=pane>" + (this.hasAttribute("own") ? "<article-viewer src=/long.json loading=eager></article-viewer>" : "<slot></slot>") + "</div>";
    const style = new CSSStyleSheet();
    style.replaceSync(":host { display: block; height: 600px } div { height: 100%; overflow: auto }");
    root.adoptedStyleSheets = [style];
  }
})`;

/** @param {string} body @param {{css?: string}} [options] @returns {string} a page's URL */
function pageOf(body, options) {
  held.server.route("/long.json", { body: longArticle(150) });
  return held.server.page(body, options);
}

for (const [name, body] of /** @type {[string, string][]} */ ([
  ["in the shadow tree of a component", "<x-pane own></x-pane>"],
  ["slotted into a component", "<x-pane><article-viewer src=/long.json loading=eager></article-viewer></x-pane>"],
]))
  test(`a pane ${name} that is scrolled has the article drawn`, (t) =>
    withPage(held, pageOf(body), async (page) => {
      await page.waitForFunction(() => {
        const pane = document.querySelector("x-pane");
        return /** @type {any} */ ((pane?.hasAttribute("own") ? pane.shadowRoot : document)?.querySelector("article-viewer"))?.state === "ready";
      });
      await drawnWhereSeen(page, 1);
      await drawsSoon(t, page, 1, (round) => page.evaluate((to) => {
        document.querySelector("x-pane")?.shadowRoot?.querySelector("div")?.scrollTo(0, to);
      }, 4000 * (round + 1)));
      assert.ok(await inkedRows(page, { x: 0, y: 0, width: 390, height: 600 }) > 0.3);
    }, { script: inPane }));

test("an article that a transform moves is drawn where it comes to rest", (t) =>
  withPage(held, pageOf(`<div id="frame"><div id="moved">
    <article-viewer src="/long.json" loading="eager"></article-viewer></div></div>`,
  { css: "#frame { height: 600px; overflow: hidden; position: relative }" }), async (page) => {
    await waitUntilComplete(page);
    await drawsSoon(t, page, 1, (round) => page.evaluate((to) => {
      const moved = /** @type {HTMLElement} */ (document.getElementById("moved"));
      moved.style.transform = `translateY(-${to}px)`;
    }, 4500 * (round + 1)));
    assert.ok(await inkedRows(page, { x: 0, y: 0, width: 390, height: 600 }) > 0.3);
  }));

test("an article that what stands above it pushes is drawn where it lands", (t) =>
  withPage(held, pageOf(`<div id="above"></div><article-viewer src="/long.json" loading="eager"></article-viewer>`),
    async (page) => {
      await waitUntilComplete(page);
      await drawsSoon(t, page, 1, (round) => page.evaluate((to) => {
        /** @type {HTMLElement} */ (document.getElementById("above")).style.marginTop = `-${to}px`;
      }, 5000 * (round + 1)));
    }));

for (const ratio of [1, 2, 3])
  for (const origin of ["the same", "another"])
    test(`a frame as high as its article, of ${origin} origin at ratio ${ratio}, has it drawn where it is seen`, async (t) => {
      const inner = new URL(pageOf('<article-viewer src="/long.json" loading="eager"></article-viewer>')).pathname;
      const from = origin === "the same" ? held.server.origin : held.server.foreign;
      const url = pageOf(`<iframe src="${from}${inner}" class="tall"></iframe>`,
        { css: ".tall { width: 100%; height: 13000px; border: 0; display: block }" });
      held.server.route(new URL(url).pathname, (_, response) => {
        response.writeHead(200, { "Content-Type": "text/html" }).end(
          `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>body { margin: 0 } .tall { width: 100%; height: 13000px; border: 0; display: block }</style><iframe src="${from}${inner}" class="tall"></iframe>`);
      });
      await withPage(held, url, async (page) => {
        const frame = /** @type {import("playwright-core").Frame} */ (page.frames().at(-1));
        await frame.waitForFunction(() => /** @type {any} */ (document.querySelector("article-viewer"))?.state === "ready");
        await drawnWhereSeen(frame, ratio);
        await drawsSoon(t, frame, ratio, (round) => page.evaluate((to) => scrollTo(0, to), 3500 * (round + 1)));
        assert.ok(await inkedRows(page, { x: 0, y: 0, width: 390, height: 844 }) > 0.3);
        const sides = await frame.evaluate(() => {
          const widget = /** @type {any} */ (document.querySelector("article-viewer"))[Symbol.for("article-viewer.internals")];
          const most = widget.gl.getParameter(widget.gl.MAX_TEXTURE_SIZE);
          return widget.blocks.flatMap((/** @type {any} */ { canvases }) =>
            canvases.map((/** @type {any} */ { width, height }) => Math.max(width, height) / most));
        });
        assert.ok(sides.length > 0 && Math.max(...sides) <= 1, "no canvas is larger than a texture");
      }, { deviceScaleFactor: ratio });
    });

for (const [name, css, ratio] of /** @type {[string, string, number][]} */ ([
  ["CSS zoom of the page", "body { zoom: 1.5 }", 1.5],
  ["CSS zoom of an ancestor", "#around { zoom: 2 }", 2],
  ["a transform of an ancestor", "#around { transform: scale(1.75); transform-origin: 0 0 }", 1.75],
  ["a transform far larger than a screen shows", "#around { transform: scale(9); transform-origin: 0 0 }", 4],
  ["a transform that makes it smaller", "#around { transform: scale(.5); transform-origin: 0 0 }", 0.5],
]))
  test(`under ${name} it is drawn as sharp as the page's own text`, () =>
    withPage(held, pageOf('<div id="around"><article-viewer src="/demo/zh-hans.json"></article-viewer></div>', { css }),
      async (page) => {
        await waitUntilComplete(page);
        await settle(page);
        await drawnWhereSeen(page, ratio);
      }));

test("an article that a transition has scaled is drawn anew when that has ended", () =>
  withPage(held, pageOf('<div id="around"><article-viewer src="/demo/zh-hans.json"></article-viewer></div>',
    { css: "#around { transition: transform .2s; transform-origin: 0 0 } .larger { transform: scale(2) }" }), async (page) => {
    await waitUntilComplete(page);
    await drawnWhereSeen(page, 1);
    await page.evaluate(() => document.getElementById("around")?.classList.add("larger"));
    await drawnWhereSeen(page, 2);
  }));
