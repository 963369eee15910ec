// The page's one context is lost at moments that a seeded random chooses: the article is seen all the while.
import assert from "node:assert/strict";
import { settle, waitForState, waitUntilComplete } from "./browser.js";

/** @typedef {import("playwright-core").Page} Page @typedef {() => number} Random from 0 to 1 */

/** Counts what of a context lives: nothing of one that was lost. `faulted.first` loses it as soon as it is made. */
export const counters = `
  window.alive = {};
  window.losses = { first: false };
  let living = new WeakSet();
  const names = ["Texture", "Buffer", "Framebuffer", "VertexArray", "Program", "Shader"];
  const forget = () => {
    living = new WeakSet();
    for (const name of names) window.alive["gl" + name] = 0;
  };
  forget();
  for (const name of names) {
    const { prototype } = WebGL2RenderingContext;
    const { ["create" + name]: make, ["delete" + name]: unmake } = prototype;
    prototype["create" + name] = function (...given) {
      const object = make.apply(this, given);
      if (object && !this.isContextLost()) { living.add(object); window.alive["gl" + name] += 1; }
      return object;
    };
    prototype["delete" + name] = function (object) {
      if (object && living.delete(object)) window.alive["gl" + name] -= 1;
      return unmake.call(this, object);
    };
  }
  const { getContext } = OffscreenCanvas.prototype;
  OffscreenCanvas.prototype.getContext = function (type, ...given) {
    const gl = getContext.call(this, type, ...given);
    if (type !== "webgl2" || !gl || window.losses.gl) return gl;
    const extension = gl.getExtension("WEBGL_lose_context");
    Object.assign(window.losses, { gl, extension });
    this.addEventListener("webglcontextlost", forget);
    if (window.losses.first) queueMicrotask(() => extension.loseContext());
    return gl;
  };`;

/** The same numbers for the same seed. @param {number} seed @returns {Random} */
export function randomFrom(seed) {
  let state = seed;
  return () => {  // a linear congruential generator
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/**
 * Loses the context, looks a few frames later, and restores it.
 * @param {Page} page @param {number} frames that it is lost for @param {boolean} [comesBack]
 */
export const lose = (page, frames, comesBack = true) => page.evaluate(async ([count, restores]) => {
  const { gl, extension } = /** @type {any} */ (window).losses;
  const told = (/** @type {string} */ type) => new Promise((done) => gl.canvas.addEventListener(type, done, { once: true }));
  const lost = told("webglcontextlost");
  extension.loseContext();
  await lost;
  const { shadowRoot } = /** @type {Element} */ (document.querySelector("article-viewer"));
  const left = () => shadowRoot?.querySelectorAll(".drawn, canvas").length;
  let drawn = left();
  for (let i = 0; i < Number(count); ++i) await new Promise(requestAnimationFrame);
  drawn = Math.max(drawn ?? 0, left() ?? 0);
  if (!restores) return drawn;
  await new Promise((done) => setTimeout(done));  // its event has ended
  const restored = told("webglcontextrestored");
  extension.restoreContext();
  await restored;
  return drawn;
}, [frames, comesBack]);

/**
 * What is drawn has pixels, and so its layer may be transparent; what is not has its layer.
 * @param {Page} page @returns {Promise<{blank: string[], words: number}>} what is not seen, and words of the layer in view
 */
export const look = (page) => page.evaluate(() => {
  const viewer = /** @type {any} */ (document.querySelector("article-viewer"));
  const { shadowRoot } = viewer;
  const blocks = viewer[Symbol.for("article-viewer.internals")]?.blocks ?? [];
  const probe = /** @type {CanvasRenderingContext2D} */ (new OffscreenCanvas(32, 32).getContext("2d", { willReadFrequently: true }));
  const isIn = (/** @type {Element} */ element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight;
  };
  const blank = [];
  for (const element of shadowRoot.querySelectorAll(".drawn")) {
    if (!isIn(element)) continue;
    const canvases = blocks.find((/** @type {any} */ block) => block.element === element)?.canvases ?? [];
    probe.clearRect(0, 0, 32, 32);
    for (const canvas of canvases) if (canvas.width && canvas.isConnected) probe.drawImage(canvas, 0, 0, 32, 32);
    const { data } = probe.getImageData(0, 0, 32, 32);
    if (!data.some((value, i) => i % 4 === 3 && value > 0)) blank.push(`${element.localName}.${element.className} ${canvases.length} ${element.textContent?.slice(0, 30)}`);
  }
  const texts = [...shadowRoot.querySelectorAll(".layer .node")].filter((element) => isIn(element) && getComputedStyle(element).visibility === "visible");
  return { blank, words: texts.map((element) => element.textContent).join(" ").split(/\s+/).length };
});

/** @param {Page} page @param {string} method @param {...unknown} given */
const ask = (page, method, ...given) => page.evaluate(([name, ...all]) =>
  void /** @type {any} */ (document.querySelector("article-viewer"))[String(name)](...all), [method, ...given]);

/** Each leads to a moment, and gives what ends it. @type {Record<string, (page: Page, random: Random) => Promise<() => Promise<unknown>>>} */
export const moments = {
  "at rest": async (page) => {
    await settle(page);
    return async () => {};
  },
  "while pictures come": async (page, random) => {
    await page.evaluate((number) => { /** @type {any} */ (document.querySelector("article-viewer")).src = `/demo/en.json?${number}`; }, random());
    return () => waitUntilComplete(page);
  },
  "in a drag": async (page, random) => {
    const gallery = page.locator("article-viewer .slide:not([hidden] *) img").first();
    await gallery.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    const box = await gallery.boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 30 - 100 * random(), y, { steps: 3 });
    return () => page.mouse.up();
  },
  "with a photo open": async (page, random) => {
    await ask(page, "openPhoto", Math.floor(random() * 3));
    await page.getByRole("dialog").waitFor();
    return async () => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
  },
  "while it is replaced": async (page) => {
    await ask(page, "reload");
    return () => waitUntilComplete(page);
  },
  "while another takes its place": async (page) => {
    await page.evaluate(() => { /** @type {any} */ (document.querySelector("article-viewer")).src = "/demo/ar.json"; });
    return async () => {
      await waitForState(page, "ready");
      await page.evaluate(() => { /** @type {any} */ (document.querySelector("article-viewer")).src = "/demo/en.json"; });
      await waitUntilComplete(page);
      // What follows may have been in view while there was no article, and stays there.
      await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    };
  },
  "while out of view": async (page) => {
    await page.evaluate(() => {
      /** @type {HTMLElement} */ (document.querySelector("#below")).style.height = "5000px";
      scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    });
    return () => page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  },
  "while it scrolls": async (page, random) => {
    await page.evaluate((share) => scrollTo({ top: share * 2000, behavior: "instant" }), random());
    return () => page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  },
};

/** A page on which there is somewhere that an article is out of view. @param {ReturnType<typeof import("./browser.js").useBrowser>} held */
export const pageOf = (held) => held.server.page('<article-viewer src="/demo/en.json" parts="card gallery" theme="light"></article-viewer><div id="below"></div>');

/**
 * Loses it so many times, and says that the article is seen after each.
 * @param {Page} page @param {number} count @param {number} seed
 */
export async function loseManyTimes(page, count, seed) {
  const random = randomFrom(seed);
  const names = Object.keys(moments);
  for (let i = 0; i < count; ++i) {
    const name = names[Math.floor(random() * names.length)];
    const what = `loss ${i + 1}, ${name}, seed ${seed}`;
    try {
      const leave = await moments[name](page, random);
      assert.equal(await lose(page, Math.floor(random() * 3)), 0, "while it is lost nothing is drawn");
      if (random() < 0.5) assert.deepEqual((await look(page)).blank, [], "at once");
      await leave();
      const { blank, words } = await look(page);
      assert.deepEqual(blank, []);
      assert.ok(words > 10, `${words} words`);
    } catch (error) {
      throw new Error(`${what}: ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await (await moments["while another takes its place"](page, random))();  // with the lines of no text that was near once
  await settle(page);
}
