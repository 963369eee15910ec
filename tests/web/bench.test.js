// What `./dev bench web` measures with: it sees what is shown and what is not drawn. All of it in small: tests/slow.
import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { firstSeen, vitals } from "../bench/web/load-numbers.js";
import { Pages } from "../bench/web/pages.js";
import { median, toTable } from "../bench/web/table.js";
import { categories, Trace } from "../bench/web/trace.js";
import { frames, traced, withPage as withProbes } from "../bench/web/visit.js";
import { useBrowser, withPage } from "./support/browser.js";

const held = useBrowser();

// A box that moves in every `step`th of 30 animation frames.
for (const [step, drawn] of [[1, 30], [2, 15], [3, 10]]) {
  test(`the trace counts ${drawn} frames where 30 were asked for`, async () => {
    await withPage(held, held.server.page('<div id="box">box</div>'), async (page) => {
      await held.browser.startTracing(page, { categories });
      await page.evaluate(async (every) => {
        const box = /** @type {HTMLElement} */ (document.getElementById("box"));
        performance.mark("begin");
        for (let i = 1; i <= 30; ++i) {
          await new Promise(requestAnimationFrame);
          if (i % every === 0) box.style.transform = `translateX(${i}px)`;
        }
        for (let i = 0; i < 10; ++i) await new Promise(requestAnimationFrame);
      }, step);
      const trace = new Trace(await held.browser.stopTracing());
      // What was not yet drawn when it began is drawn, too.
      const { length } = trace.frames(trace.mark("begin"));
      assert.ok(Math.abs(length - drawn) <= 2, `${length} frames`);
    });
  });
}

/**
 * Runs in the page: a shadow root whose article is transparent after a word that it loads, and shows itself by its
 * layer, its drawing or both. Marks: `step 0` and on before each, `end`.
 * @param {string[]} order
 */
async function showInTurn(order) {
  const some = async () => { for (let i = 0; i < 6; ++i) await new Promise(requestAnimationFrame); };
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  root.innerHTML = '<div role="status">Loading</div>';
  await some();
  root.innerHTML = '<article><h2>A headline</h2><img width="390" height="220"><canvas></canvas></article>';
  const [article, image, canvas] = /** @type {any[]} */ (["article", "img", "canvas"].map((tag) => root.querySelector(tag)));
  article.style.color = "transparent";
  image.style.opacity = 0;
  image.src = "/demo/photos/harbour-800.jpg";
  await image.decode();
  const bitmap = await createImageBitmap(image);
  const surface = new OffscreenCanvas(400, 300);
  const gl = /** @type {WebGL2RenderingContext} */ (surface.getContext("webgl2"));
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, bitmap.width, bitmap.height);
  await some();
  /** @type {Record<string, () => void>} */
  const show = {
    layer: () => { article.style.color = image.style.opacity = ""; },
    drawing: () => {
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
      gl.clearColor(0, 0, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      requestAnimationFrame(() => canvas.getContext("bitmaprenderer").transferFromImageBitmap(surface.transferToImageBitmap()));
    },
  };
  for (const [i, by] of order.entries()) {
    performance.mark(`step ${i}`);
    show[by]();
    await some();
  }
  performance.mark("end");
  performance.mark("whole");
  await some();
}

for (const order of [["layer"], ["drawing"], ["layer", "drawing"], ["drawing", "layer"]]) {
  test(`text and photo are seen when the first shows them: ${order.join(", then ")}`, async () => {
    const url = held.server.page("");
    await withProbes(held.browser, "viewer", async (page, session) => {
      const trace = await traced(held.browser, page, async () => {
        await page.goto(url);
        await page.evaluate(showInTurn, order);
      });
      const seen = await firstSeen(trace, "viewer", session);
      const [from, to] = [trace.mark("step 0"), trace.mark(order.length > 1 ? "step 1" : "end")];
      for (const [what, at] of Object.entries(seen))
        assert.ok(at > from && at < to, `${what} ${(at - from) / 1000} ms after it was shown, of ${(to - from) / 1000}`);
      // What a load waits for, where no photo is ever drawn.
      assert.equal(trace.has("layer photo"), !order.includes("drawing"));
    });
  });
}

test("an article is whole when its promise says so", async () => {
  await withProbes(held.browser, "viewer", async (page) => {
    held.server.route("/bench-promise.html", { type: "text/html", body: "<!doctype html><article-viewer></article-viewer>" });
    const trace = await traced(held.browser, page, async () => {
      await page.goto(`${held.server.origin}/bench-promise.html`);
      await page.evaluate(async () => {
        const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
        let complete = () => {};
        viewer.updateComplete = new Promise((resolve) => { complete = () => resolve(true); });
        viewer.dispatchEvent(new Event("article-load", { bubbles: true }));
        for (let i = 0; i < 30; ++i) await new Promise(requestAnimationFrame);
        performance.mark("completed");
        complete();
        await new Promise(requestAnimationFrame);
      });
    });
    assert.ok(trace.mark("ready") < trace.mark("completed"));
    assert.ok(trace.mark("whole") >= trace.mark("completed"));
  });
});

test("what the browser reports has a task of 250 ms and a shift by half the window", async () => {
  const url = held.server.page('<p id="text">Text</p>', { css: "p { height: 422px; margin: 0 } .pushed { margin-top: 422px }" });
  await withProbes(held.browser, "html", async (page) => {
    await page.goto(url);
    await frames(page, 10);
    const before = await vitals(page, "html");
    assert.equal(before.shift, 0);
    await page.evaluate(() => new Promise((resolve) => setTimeout(() => {
      for (const end = performance.now() + 250; performance.now() < end;);
      /** @type {HTMLElement} */ (document.getElementById("text")).className = "pushed";
      resolve(true);
    })));
    await frames(page, 10);
    const after = await vitals(page, "html");
    assert.ok(after.fcp > 0 && after.lcp >= after.fcp, `paints at ${after.fcp} and ${after.lcp}`);
    assert.ok(after.blocking - before.blocking >= 200, `blocked for ${before.blocking}, then ${after.blocking} ms`);
    // The whole window is affected, and what moved went half its height.
    assert.ok(Math.abs(after.shift - 0.5) < 0.02, `a shift of ${after.shift}`);
  });
});

test("the JSON page is the HTML page, built by a script of 2 KB", async () => {
  const pages = await Pages.serve(["1 article", "2,000 paragraphs"]);
  try {
    const script = await (await fetch(`${pages.server.origin}/bench/json.js`)).text();
    assert.ok(brotliCompressSync(script).length <= 2048, `${brotliCompressSync(script).length} bytes`);
    /** @param {"html" | "json"} kind @param {import("../bench/web/pages.js").Content} content */
    const bodyOf = async (kind, content) => {
      let found = "";
      await withPage(held, pages.url(kind, content), async (page) => {
        // Swiper numbers what it makes by chance.
        found = await page.evaluate(async () => {
          await new Promise((resolve) => new PerformanceObserver((list) =>
            list.getEntriesByName("ready").length && resolve(true)).observe({ type: "mark", buffered: true }));
          return document.body.innerHTML.replace(/swiper-wrapper-\w+/g, "").trim();
        });
      });
      return found;
    };
    assert.equal(await bodyOf("json", "1 article"), await bodyOf("html", "1 article"));
    const long = await (await fetch(pages.url("html", "2,000 paragraphs"))).text();
    assert.equal(long.match(/<p>\d+ /g)?.length, 2000);
  } finally {
    await pages.stop();
  }
});

test("each pair of pages has its ratio in the table", () => {
  /** @param {import("../bench/web/pages.js").AnyKind} kind @param {number} gpu */
  const sample = (kind, gpu) => ({ kind, content: /** @type {const} */ ("1 article"), slowdown: 1, numbers: { gpu } });
  const samples = [sample("prerendered", 80), sample("text", 20), sample("viewer", 90), sample("viewer", 30), sample("viewer", 60), sample("html", 20), sample("json", 30),
    sample("canvas", 40)];
  assert.deepEqual(toTable(samples).split("\n").slice(2), [
    "| private memory of the GPU process, MiB | 60 / 20 = **3.00** |",
    "| — of a page with one empty WebGL canvas / of the HTML page, MiB | 40 / 20 = **2.00** |",
    "| — of the viewer / of a page with one empty WebGL canvas, MiB | 60 / 40 = **1.50** |",
  ]);
  assert.deepEqual(toTable(samples, "json").split("\n").slice(2),
    ["| private memory of the GPU process, MiB | 60 / 30 = **2.00** |"]);
  assert.deepEqual(toTable(samples, "text", "prerendered").split("\n").slice(2),
    ["| private memory of the GPU process, MiB | 80 / 20 = **4.00** |"]);
});

test("a median of an even count lies between the two in the middle", () => {
  assert.equal(median([4, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});
