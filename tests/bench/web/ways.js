// The ways from one WebGL context to the canvases of a page, timed in each engine: what web/drawing/presenter.js chooses among.
//
//   node tests/bench/web/ways.js
import { Server } from "../../web/support/server.js";
import { openChromium } from "../../engines/support/chromium.js";
import { openFirefox } from "../../engines/support/firefox.js";
import { openWebKit } from "../../engines/support/webkit.js";

/**
 * Runs in the page.
 * @param {number} width @param {number} height device px @param {number} frames
 * @returns each way's main thread time of a frame and the interval of frames, medians, ms
 */
async function measure(width, height, frames) {
  /** @typedef {{surface: OffscreenCanvas | HTMLCanvasElement, bitmap: boolean}} Way */
  /** @type {[string, () => Way][]} */
  const ways = [
    ["bitmap", () => ({ surface: new OffscreenCanvas(width, height), bitmap: true })],
    ["offscreen copy", () => ({ surface: new OffscreenCanvas(width, height), bitmap: false })],
    ["element copy", () => ({ surface: Object.assign(document.createElement("canvas"), { width, height }), bitmap: false })],
  ];
  const median = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[all.length >> 1];
  /** @type {Record<string, {main: number, interval: number} | null>} */
  const found = {};
  for (const [name, make] of ways) {
    found[name] = null;
    let way;
    try {
      way = make();
    } catch {
      continue;
    }
    const { surface, bitmap } = way;
    const gl = /** @type {WebGL2RenderingContext | null} */ (surface.getContext("webgl2", { antialias: false, depth: false }));
    if (!gl) continue;
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    canvas.style.cssText = "position: fixed; top: 0; left: 0";
    document.body.append(canvas);
    const to = canvas.getContext(bitmap ? "bitmaprenderer" : "2d");
    const main = [];
    const intervals = [];
    let last = NaN;
    gl.enable(gl.SCISSOR_TEST);
    for (let i = 0; i < frames; ++i) {
      const now = await new Promise(requestAnimationFrame);
      if (i > 3) intervals.push(now - last);
      last = now;
      const start = performance.now();
      // Lines of an article, as far as pixels go.
      gl.scissor(0, 0, width, height);
      gl.clearColor(1, 1, 1, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.clearColor(i % 2, 0, 0, 1);
      for (let y = 0; y < height; y += 50) {
        gl.scissor(20, y, width - 40, 20);
        gl.clear(gl.COLOR_BUFFER_BIT);
      }
      if (bitmap) /** @type {any} */ (to).transferFromImageBitmap(/** @type {OffscreenCanvas} */ (surface).transferToImageBitmap());
      else /** @type {any} */ (to).drawImage(surface, 0, 0);
      if (i > 3) main.push(performance.now() - start);
    }
    canvas.remove();
    gl.getExtension("WEBGL_lose_context")?.loseContext();
    found[name] = { main: median(main), interval: median(intervals) };
  }
  return found;
}

const sizes = [["article, 780 x 3,376", 780, 3376], ["carousel, 780 x 600", 780, 600]];
const server = await Server.start();
console.log("| engine | device px | bitmap | offscreen copy | element copy |\n| --- | --- | ---: | ---: | ---: |");
for (const [engine, open] of /** @type {[string, () => Promise<import("../../engines/support/driver.js").Driver>][]} */ ([
  ["Chromium", openChromium], ["Firefox", () => openFirefox({ headless: false })], ["WebKitGTK", openWebKit]])) {
  const driver = await open();
  for (const [what, width, height] of sizes) {
    await driver.open(server.page(""));
    const found = await driver.evaluate(measure, width, height, 60);
    const cell = (/** @type {string} */ way) => (found[way] ? `${found[way].main.toFixed(1)} / ${found[way].interval.toFixed(0)}` : "none");
    console.log(`| ${engine} | ${what} | ${["bitmap", "offscreen copy", "element copy"].map(cell).join(" | ")} |`);
  }
  await driver.close();
}
await server.stop();
