// The layer's text lies on the drawn text, at every sharpness and zoom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pixels, readThrough, settle, useBrowser, waitUntilComplete, withPage } from "./support/browser.js";
import { measureLines } from "./support/layer-lines.js";

const held = useBrowser();

/** A page zoom is a device pixel ratio and a viewport as much narrower. */
const zooms = [0.5, 1, 1.25, 2, 3, 4];
for (const name of ["zh-hans", "zh-hant", "en", "ar"]) {
  test(`${name}: every line lies on its drawing at each zoom`, async (t) => {
    const url = held.server.page(`<article-viewer src="/demo/${name}.json" loading="eager"></article-viewer>`, { lang: name });
    for (const zoom of name === "zh-hans" ? zooms : [1, 2]) {
      await withPage(held, url, async (page) => {
        await waitUntilComplete(page);
        await readThrough(page);
        const limits = { ends: zoom > 2 || zoom < 1 ? 2 : 1, segments: 3 };
        const found = await measureLines(page, limits);
        t.diagnostic(`zoom ${zoom}: ${found.lines} lines, worst end ${found.worstEnd.toFixed(2)}; ` +
          `${found.segments} segments, worst ${found.worstSegment.toFixed(2)} CSS px`);
        assert.ok(found.lines > 40 && found.segments > 200, "there is something to measure");
        assert.deepEqual(found.faults.slice(0, 5), []);
      }, { viewport: { width: Math.round(1440 / Math.max(zoom, 1.9)), height: 900 }, deviceScaleFactor: zoom });
    }
  });
}

/** Columns of a picture that hold ink. @param {{width: number, height: number, data: Buffer}} picture */
function inkColumns({ width, height, data }) {
  const columns = new Array(width).fill(false);
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) if (data[4 * (y * width + x) + 1] < 160) columns[x] = true;
  return columns;
}

for (const [name, ratio] of /** @type {[string, number][]} */ ([["zh-hans", 1], ["zh-hans", 2], ["en", 2], ["ar", 2]])) {
  test(`${name} at ratio ${ratio}: the boxes that the core tells hold the drawn ink`, async () => {
    const url = held.server.page(`<article-viewer src="/demo/${name}.json" loading="eager" parts="card"></article-viewer>`);
    await withPage(held, url, async (page) => {
      await waitUntilComplete(page);
      await settle(page);
      const lines = await page.evaluate(() => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        const texts = viewer[Symbol.for("article-viewer.internals")].texts();
        return texts.filter((/** @type {any} */ { node }) => node.lines.length > 3).slice(0, 2)
          .flatMap((/** @type {any} */ { node, segments }) => node.lines.slice(0, 4).map((/** @type {any} */ line, /** @type {number} */ i) => ({
            top: line.top, height: node.lineHeight,
            // An ideograph's box is as wide as itself: its ink may end before.
            segments: segments.filter((/** @type {any} */ segment) => segment.line === i && !segment.blank)
              .map((/** @type {any} */ segment) => ({ ...segment,
                blankSides: /^\p{Script=Han}$/u.test(node.text.slice(segment.begin, segment.end)) ? node.fontSize / 6 : 0 })),
          })));
      });
      assert.ok(lines.length >= 6);
      let measured = 0;
      for (const { top, height, segments } of lines) {
        const columns = inkColumns(await pixels(page, { x: 0, y: Math.round(top), width: 768, height: Math.round(height) }));
        for (const { inkLeft, inkRight, blankSides } of segments) {
          // The outermost ink lies at both edges of its box, to a CSS px and what antialiasing thins.
          const near = (/** @type {number} */ edge, before = 0, after = 0) =>
            columns.slice(Math.max(0, Math.floor((edge - 1.6 - before) * ratio)), Math.ceil((edge + 1.6 + after) * ratio)).includes(true);
          assert.ok(near(inkLeft, 0, blankSides) && near(inkRight, blankSides, 0), `ink at ${inkLeft} and ${inkRight}, line at ${top}`);
          measured += 1;
        }
        const first = columns.indexOf(true) / ratio;
        const last = (columns.lastIndexOf(true) + 1) / ratio;
        const left = Math.min(...segments.map((/** @type {any} */ segment) => segment.inkLeft));
        const right = Math.max(...segments.map((/** @type {any} */ segment) => segment.inkRight));
        const most = 1.6 + Math.max(...segments.map((/** @type {any} */ segment) => segment.blankSides));
        assert.ok(first - left >= -1.6 && first - left <= most && right - last >= -1.6 && right - last <= most, `${first} to ${last}, told ${left} to ${right}`);
      }
      assert.ok(measured > 60, `${measured} segments`);
    }, { viewport: { width: 768, height: 3000 }, deviceScaleFactor: ratio });
  });
}

test("a layer that is moved aside is seen", async () => {
  const url = held.server.page('<article-viewer src="/demo/en.json" loading="eager"></article-viewer>');
  await withPage(held, url, async (page) => {
    await waitUntilComplete(page);
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector("article-viewer")?.shadowRoot);
      /** @type {HTMLElement} */ (root.querySelector(".layer p")).style.translate = "5px";
    });
    const { faults } = await measureLines(page, { ends: 1, segments: 3 });
    assert.ok(faults.some(({ what }) => what === "start") && faults.some(({ what }) => what === "segment"));
  });
});
