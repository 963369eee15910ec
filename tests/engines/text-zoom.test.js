import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawnSizes } from "../web/support/drawn-sizes.js";
import { measureLines } from "../web/support/layer-lines.js";
import { Server } from "../web/support/server.js";
import { openFirefoxWithTouch } from "./support/marionette.js";
import { openWebKit } from "./support/webkit.js";

/** Zoom of text alone, and a smallest size: the drawing stays and follows. Chromium's are in tests/web. */

/** @typedef {{open: (url: string) => Promise<void>, evaluate: (code: (...args: any[]) => any, ...args: any[]) => Promise<any>}} Browser */

/** @type {Server} */
let server;
before(async () => { server = await Server.start(); });
after(() => server?.stop());

/** @param {string} name of a sample */
const url = (name) => server.page(`<article-viewer src="/demo/${name}.json" loading="eager"></article-viewer>`,
  { lang: name, css: "article-viewer { width: 390px }" });

/** Runs in the page: until the root's text has that size, and the article is shown to its end and drawn. @param {number} root CSS px */
async function stand(root) {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const frames = async (/** @type {number} */ count) => {
    for (let i = 0; i < count; ++i) await new Promise(requestAnimationFrame);
  };
  const end = performance.now() + 30_000;
  const rootSize = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  while (viewer.state !== "ready" || Math.abs(rootSize() - root) > 0.1) {
    if (performance.now() > end) throw new Error(`it is ${viewer.state}, the root's text of ${rootSize()} px`);
    await frames(1);
  }
  await frames(4);
  await viewer.updateComplete;
  for (let top = 0; top <= document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await frames(4);
  }
  scrollTo(0, 0);
  await frames(10);
}

/** Runs in the page: what is drawn, and how far the layer's sizes and baselines are off it. @param {number} limit of baselines, CSS px */
function look(limit) {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const content = viewer.shadowRoot.querySelector(".content").getBoundingClientRect();
  /** @type {any} */
  const found = { drawn: !viewer.matches(":state(plain)") && viewer.shadowRoot.querySelectorAll(".drawn > canvas").length > 3,
    sizes: {}, column: 0, off: [], wide: document.documentElement.scrollWidth <= innerWidth };
  for (const { node, element } of viewer[Symbol.for("article-viewer.internals")].texts()) {
    if (!element.getBoundingClientRect().width || !node.lines.length) continue;
    found.sizes[node.look] ??= node.fontSize;
    if (node.look === "headline") found.column = node.width;
    const { lineHeight } = getComputedStyle(element);
    const mark = document.createElement("span");
    mark.style.cssText = "display: inline-block; width: 0; height: 0; line-height: 0";
    const first = element.querySelector(".piece") ?? element;
    first.prepend(mark);
    const baseline = mark.getBoundingClientRect().bottom - content.top;
    mark.remove();
    const down = baseline - (node.lines[0].top + node.lineHeight / 2 + node.fontSize * 0.38);
    const high = Number.parseFloat(lineHeight) - node.lineHeight;
    if (Math.abs(down) > limit || Math.abs(high) > 0.1) found.off.push([node.look, node.text.slice(0, 20), down, high]);
  }
  return found;
}

/**
 * @param {Browser} browser @param {string} name of a sample @param {number} factor @param {number} least CSS px
 * @param {{ends: number, segments: number, baselines: number}} limits CSS px @param {import("node:test").TestContext} t
 */
async function assertFollowed(browser, name, factor, least, limits, t) {
  await browser.evaluate(stand, 16 * factor);
  const { drawn, sizes, column, off, wide } = await browser.evaluate(look, limits.baselines);
  assert.ok(drawn, "it is drawn");
  assert.ok(wide, "nothing is wider than the page");
  const scale = Math.max(factor, least / 17);
  const { target: _, ...wanted } = drawnSizes(scale, least, column);
  for (const [text, size] of Object.entries(wanted))
    assert.ok(Math.abs(sizes[text] - size) < 0.1, `${text} of ${sizes[text]} px, not ${size}`);
  assert.deepEqual(off.slice(0, 4), [], "baselines and line heights");
  // Lines are fitted in idle time, of which a busy machine has little.
  const measure = async (/** @type {number} */ rounds) => {
    const found = await measureLines(/** @type {any} */ (browser), limits);
    if (!found.faults.length || !rounds) return found;
    await browser.evaluate(stand, 16 * factor);
    return measure(rounds - 1);
  };
  const { lines, worstEnd, faults } = await measure(2);
  t.diagnostic(`${lines} lines, worst end ${worstEnd.toFixed(2)} CSS px`);
  assert.ok(lines > 60, `${lines} lines`);
  assert.deepEqual(faults.slice(0, 5), []);
}

/** What is shown where, in which sample. @type {[number, string][]} */
const shown = [[0.8, "zh-hans"], [1, "zh-hans"], [1.3, "zh-hans"], [1.3, "en"], [1.3, "ar"], [1.5, "zh-hant"], [2, "zh-hans"]];

test("Firefox: zoom of text alone and a smallest size are followed by the drawing", async (t) => {
  const firefox = await openFirefoxWithTouch();
  // Firefox tells places within words otherwise than it sets them, of every text.
  const limits = { ends: 1, segments: 1000, baselines: 1 };
  try {
    for (const [factor, name] of shown)
      await t.test(`${name} at ${factor * 100} %`, async (one) => {
        await firefox.open(url(name));
        await firefox.zoomText(factor);
        await assertFollowed(firefox, name, factor, 0, limits, one);
      });
    for (const [factor, least] of [[1, 20], [1.3, 20]])
      await t.test(`none under ${least} px, at ${factor * 100} %`, async (one) => {
        await firefox.setLeastSize(least);
        await firefox.open(url("zh-hans"));
        await firefox.zoomText(factor);
        await assertFollowed(firefox, "zh-hans", factor, least, limits, one);
      });
  } finally {
    await firefox.close();
  }
});

test("WebKit: zoom of text alone is followed by the drawing", async (t) => {
  const webkit = await openWebKit(["--zoom-text-only=true"]);
  // Each of its steps is of a fifth; without more pixels it sets letters on whole ones. On a busy machine a kicker was
  // 1.11 CSS px off twice in some hundred runs, for a reason that is not known.
  const limits = { ends: 1.2, segments: 4, baselines: 1.01 };
  try {
    for (const [steps, name] of /** @type {[number, string][]} */ ([[-1, "zh-hans"], [0, "zh-hans"], [1, "en"], [2, "zh-hans"], [2, "ar"], [4, "zh-hans"]]))
      await t.test(`${name} at ${Math.round(1.2 ** steps * 100)} %`, async (one) => {
        await webkit.open(url(name));
        await webkit.shortcut("ctrl+0");
        await webkit.evaluate(stand, 16);
        for (let i = 0; i < Math.abs(steps); ++i) await webkit.shortcut(steps > 0 ? "ctrl+plus" : "ctrl+minus");
        await assertFollowed(webkit, name, 1.2 ** steps, 0, limits, one);
      });
  } finally {
    await webkit.close();
  }
});
